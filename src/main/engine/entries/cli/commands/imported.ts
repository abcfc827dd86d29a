/** `import list|undo|rejects`: what was imported, taking it back, its rejected rows once more. */
import type { ImportBatch } from '#shared/contract/imports.ts';
import type { ImportUndo, UndoneRecords } from '#shared/model/imports.ts';
import type { CommandSpec, Context, Outcome } from '../command.ts';
import { UsageError } from '../usage.ts';

export const importedCommands: readonly CommandSpec[] = [
  {
    name: 'import list',
    options: ['file', 'limit'],
    examples: ['import list --file acme.liasse'],
    company: 'read',
    run: list,
  },
  {
    name: 'import undo',
    words: [{ value: 'text' }],
    options: ['file', 'dry-run'],
    examples: ['import undo sales.csv --file acme.liasse --dry-run', 'import undo sales.csv --file acme.liasse'],
    company: 'write',
    run: undo,
  },
  {
    name: 'import rejects',
    words: [{ value: 'text' }, { value: 'file' }],
    options: ['file'],
    examples: ['import rejects sales.csv rejected.xlsx --file acme.liasse'],
    company: 'write',
    run: rejects,
  },
];

async function list({ session, options, print, t }: Context): Promise<Outcome> {
  const all = await session.call('import.list', {});
  const rows = all.slice(0, options.integer('limit', 1, 200) ?? 50);
  return {
    result: { rows, total: all.length },
    text: print.table(
      [
        { head: t('date') },
        { head: t('importedFile'), most: 40 },
        { head: t('importedKind') },
        { head: t('created'), right: true },
        { head: t('updated'), right: true },
        { head: t('left'), right: true },
        { head: t('rejected'), right: true },
        { head: t('status') },
        { head: t('importId') },
      ],
      rows.map((batch) => [
        print.date(batch.at.slice(0, 10)),
        batch.fileName,
        t(`imported.${batch.kind}`),
        print.count(batch.created),
        print.count(batch.updated),
        print.count(batch.left),
        print.count(batch.rejected),
        batch.undoneAt === null ? '' : t('importUndoneOn', { date: print.date(batch.undoneAt.slice(0, 10)) }),
        batch.id,
      ]),
    ),
  };
}

/** By its id, or by its file's name: then the newest of them that still stands. */
async function importNamed({ session }: Context, typed: string): Promise<ImportBatch> {
  const all = await session.call('import.list', {});
  const named = all.filter(({ fileName }) => fileName === typed);
  const found = all.find(({ id }) => id === typed) ?? named.find(({ undoneAt }) => undoneAt === null) ?? named[0];
  if (found === undefined) throw new UsageError('cli_import_unknown', { name: typed });
  return found;
}

async function undo(context: Context): Promise<Outcome> {
  const { session, options, words, t } = context;
  const batch = await importNamed(context, words[0] ?? '');
  const importId = batch.id;
  const dryRun = options.has('dry-run');
  const outcome = dryRun
    ? await session.call('import.undoPreview', { importId })
    : (await session.job('import.undo', { importId })).result;
  return {
    result: { dryRun, importId, outcome },
    text: [
      dryRun ? t('importUndoPreview') : t('importUndone', { file: batch.fileName }),
      factsOf(context, outcome),
    ].join('\n'),
    leftovers: outcome.linesInUse > 0,
  };
}

function factsOf({ print, t }: Context, outcome: ImportUndo): string {
  const sum = (key: keyof UndoneRecords): number => outcome.customers[key] + outcome.products[key];
  const count = (value: number): string | null => (value > 0 ? print.count(value) : null);
  return print.facts([
    [t('undoLines'), print.count(outcome.lines)],
    [t('undoLinesInUse'), count(outcome.linesInUse)],
    [t('undoRuns'), outcome.runs.map(({ name }) => name).join(', ') || null],
    [t('undoRemoved'), count(sum('removed'))],
    [t('undoRestored'), count(sum('restored'))],
    [t('undoKept'), count(sum('kept'))],
    [t('undoChangedSince'), count(sum('changedSince'))],
  ]);
}

async function rejects(context: Context): Promise<Outcome> {
  const { session, words, path, t } = context;
  const batch = await importNamed(context, words[0] ?? '');
  const target = path(words[1] ?? '');
  const { result } = await session.job('import.rejects', { importId: batch.id, path: target });
  return {
    result: { importId: batch.id, ...result, path: target },
    text: t('rejectsWritten', { count: result.rows, path: target }),
  };
}
