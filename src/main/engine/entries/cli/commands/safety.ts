/** `backup`, `backups`, `restore`, `export-all`, `erase`: what keeps a company safe. */
import type { ErasedKind, ErasurePreview, RestorePreview } from '#shared/contract/safety.ts';
import { fill, type TextParams } from '#shared/messages/catalogue.ts';
import { erasedTexts, cliSafetyTexts as texts } from '#shared/messages/cli-safety.ts';
import { errorText } from '#shared/messages/errors/index.ts';
import { findCustomer } from '../choose.ts';
import type { CommandSpec, Context, Outcome } from '../command.ts';
import { UsageError } from '../usage.ts';

export const safetyCommands: readonly CommandSpec[] = [
  {
    name: 'backup',
    options: ['file'],
    examples: ['backup --file acme.liasse'],
    company: 'read',
    run: backup,
  },
  { name: 'backups', options: [], examples: ['backups', 'backups --json'], company: 'none', run: backups },
  {
    name: 'restore',
    words: [{ value: 'file' }],
    options: ['out', 'replace'],
    examples: [
      'restore 2026-11-22T125535Z.liasse',
      'restore 2026-11-22T125535Z.liasse --out acme-again.liasse',
      'restore 2026-11-22T125535Z.liasse --replace',
    ],
    company: 'none',
    // Who runs a command beside the files could as well rename them: it is told whose company it was.
    holder: true,
    run: restore,
  },
  {
    name: 'export-all',
    options: ['file', 'folder'],
    needed: ['folder'],
    examples: ['export-all --file acme.liasse --folder exports'],
    company: 'read',
    run: exportAll,
  },
  {
    name: 'erase',
    words: [{ value: 'code' }],
    options: ['file', 'confirm', 'reason', 'documents'],
    examples: [
      'erase C-1042 --file acme.liasse',
      'erase C-1042 --file acme.liasse --confirm C-1042 --reason "asked by letter, 3 June"',
    ],
    company: 'write',
    run: erase,
  },
];

const teller =
  ({ language }: Context) =>
  (key: keyof typeof texts, params?: TextParams): string =>
    fill(texts[key], language, params);

const day = (instant: string): string => instant.slice(0, 16).replace('T', ' ');

async function backup(context: Context): Promise<Outcome> {
  const t = teller(context);
  const { result } = await context.session.job('backup.make', {});
  const { outcome, documents, originals, missingOriginals, paths, errors } = result;
  const lines = [
    outcome === 'suspect' ? t('backup.suspect') : t('backup.good', { documents, originals }),
    ...paths,
    ...(missingOriginals > 0 ? [t('backup.missing', { count: missingOriginals })] : []),
    ...errors.map((error) => errorText(error, context.language).what),
  ];
  return { result, text: lines.join('\n'), leftovers: outcome !== 'good' || errors.length > 0 };
}

async function backups(context: Context): Promise<Outcome> {
  const t = teller(context);
  const companies = await context.session.call('backup.list', {});
  const parts = companies.map((company) => {
    const table = context.print.table(
      [{ head: t('made') }, { head: t('size'), right: true }, { head: t('state') }, { head: t('file') }],
      company.files.map((file) => [
        day(file.at),
        context.print.count(file.bytes / 1024),
        file.suspect ? t('suspect') : '',
        file.path,
      ]),
    );
    return `${company.name}  ${company.path}${company.exists ? '' : ` (${t('gone')})`}\n${table}`;
  });
  return { result: { companies }, text: parts.length === 0 ? t('none') : parts.join('\n\n') };
}

/** Without a place it only shows what one would come back to. */
async function restore(context: Context): Promise<Outcome> {
  const { session, options, words, path } = context;
  const t = teller(context);
  const file = path(words[0] ?? '');
  const out = options.text('out');
  const replace = options.has('replace');
  if (out !== null && replace) {
    throw new UsageError('cli_bad_value', { option: '--replace', value: '--out', expected: '--out | --replace' });
  }
  const preview = await session.call('restore.preview', { file });
  const shown = previewText(context, preview);
  if (out === null && !replace) return { result: { preview }, text: `${shown}\n\n${t('toRestore')}` };
  const restored = await session.call('restore.run', { file, target: out === null ? null : path(out) });
  const kept = restored.keptAs === null ? [] : [t('keptAs', { path: restored.keptAs })];
  const managers = preview.present?.managers ?? [];
  if (replace && managers.length > 0) {
    kept.push(t('replacedFor', { names: managers.map(({ name }) => name).join(', ') }));
  }
  return {
    result: { preview, restored },
    text: [shown, '', t('restored', { path: restored.path }), ...kept].join('\n'),
    leftovers: restored.missingOriginals > 0,
  };
}

function previewText(context: Context, preview: RestorePreview): string {
  const t = teller(context);
  const { print } = context;
  const kinds = ['customers', 'products', 'openLines', 'runs', 'invoices'] as const;
  const table = print.table(
    [{ head: '' }, { head: t('inCopy'), right: true }, { head: t('inPlace'), right: true }],
    kinds.map((kind) => [
      t(kind),
      print.count(preview.counts[kind]),
      preview.present?.counts ? print.count(preview.present.counts[kind]) : '',
    ]),
  );
  const { verify, highWater } = preview;
  return [
    `${preview.name}  ${day(preview.at)} UTC`,
    table,
    ...preview.series.map((series) => `${series.name}: ${series.lastNumber}`),
    verify.ok ? t('verified') : t('faults', { count: verify.problems.length }),
    ...(highWater === null ? [] : [t('highWater', { numbers: highWater.missingNumbers.join(', ') || '?' })]),
  ].join('\n');
}

async function exportAll(context: Context): Promise<Outcome> {
  const t = teller(context);
  const { result, snapshot } = await context.session.job(
    'export.all',
    { folder: context.path(context.options.needed('folder')) },
    null,
  );
  const { files, invoices, originals, rendered, erased } = result;
  return {
    result,
    text: `${result.folder}\n${t('exported', { files, invoices, originals, rendered, erased })}`,
    leftovers: snapshot.failed > 0,
  };
}

/** Without the code typed again it only shows what would go and what the law keeps. */
async function erase(context: Context): Promise<Outcome> {
  const { session, options, words, language } = context;
  const t = teller(context);
  const { id } = await findCustomer(session, words[0] ?? '');
  const preview = await session.call('erasure.preview', { customerId: id });
  const confirm = options.text('confirm');
  if (confirm === null) {
    return {
      result: { preview },
      text: `${erasureText(context, preview)}\n\n${t('erase.how', { code: preview.code })}`,
    };
  }
  const { result } = await session.job('erasure.run', {
    customerId: id,
    typed: confirm,
    reason: options.needed('reason'),
    documents: options.has('documents'),
  });
  const tables = result.leftovers.map(({ table, rows }) => `${table} (${rows})`).join(', ');
  const lines = [
    t('erase.done', { erased: result.documentsErased, kept: result.documentsKept }),
    ...result.erased.map(({ what, count }) => erasedLine(what, count, language)),
    ...(tables === '' ? [] : [t('erase.leftovers', { tables })]),
  ];
  return { result, text: lines.join('\n'), leftovers: tables !== '' };
}

const erasedLine = (what: ErasedKind, count: number, language: Context['language']): string =>
  `  ${fill(erasedTexts[what], language)}: ${count}`;

function erasureText(context: Context, preview: ErasurePreview): string {
  const { language, print } = context;
  const t = teller(context);
  const { blockers, keptTotal, keptUntil, expiredTotal, rule, backups: count } = preview;
  const blocked = errorText(
    { code: 'erasure_blocked', params: { lines: blockers.openLines, drafts: blockers.drafts } },
    language,
  );
  return [
    `${preview.code}  ${preview.name ?? ''}`,
    ...(blockers.openLines + blockers.drafts > 0 ? [`${blocked.what} ${blocked.remedy}`] : []),
    t('erase.now'),
    ...preview.erased.map((row) => erasedLine(row.what, row.count, language)),
    ...(keptTotal > 0
      ? [t('erase.kept', { count: keptTotal, until: print.date(keptUntil), years: rule.years, source: rule.source })]
      : []),
    ...(expiredTotal > 0 ? [t('erase.expired', { count: expiredTotal })] : []),
    ...(count > 0 ? [t('erase.backups', { count })] : []),
  ].join('\n');
}
