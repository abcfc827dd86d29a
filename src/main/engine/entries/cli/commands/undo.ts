/** `undo`, `undo list`, `audit`: taking an act back, and what happened in the company. */
import { auditChanges, auditSentence } from '#shared/messages/audit.ts';
import { EngineError } from '#shared/model/error.ts';
import { UndoId } from '#shared/model/ids.ts';
import { findCustomer } from '../choose.ts';
import type { CommandSpec, Context, Outcome } from '../command.ts';

export const undoCommands: readonly CommandSpec[] = [
  {
    name: 'undo',
    words: [{ value: 'id', optional: true }],
    options: ['file'],
    examples: ['undo --file acme.liasse'],
    company: 'write',
    run: undo,
  },
  {
    name: 'undo list',
    options: ['file', 'limit'],
    examples: ['undo list --file acme.liasse'],
    company: 'read',
    run: listUndo,
  },
  {
    name: 'audit',
    options: ['file', 'search', 'customer', 'from', 'to', 'limit'],
    examples: ['audit --file acme.liasse --from 2026-09-01', 'audit --file acme.liasse --customer C0042'],
    company: 'read',
    run: audit,
  },
];

/** The act with this id, or the latest that stands. */
async function undo({ session, words, language, t }: Context): Promise<Outcome> {
  const wanted = words[0];
  const parsed = wanted === undefined ? null : UndoId.safeParse(wanted);
  if (parsed?.success === false) throw new EngineError('undo_gone');
  const entryId = parsed?.data ?? (await session.call('undo.latest', {})).undo?.id;
  if (entryId === undefined) throw new EngineError('undo_gone');
  const result = await session.call('undo.apply', { entryId });
  const { entry } = result;
  return { result, text: t('undone', { sentence: auditSentence(entry.action, entry.params, language) }) };
}

async function listUndo({ session, options, language, print, t }: Context): Promise<Outcome> {
  const rows = await session.call('undo.list', { limit: options.integer('limit', 1, 200) ?? 20 });
  const table = print.table(
    [
      { head: t('instant') },
      { head: t('who') },
      { head: t('what'), most: 60 },
      { head: t('status') },
      { head: t('id') },
    ],
    rows.map((row) => [
      row.at.slice(0, 19).replace('T', ' '),
      row.actor,
      auditSentence(row.action, row.params, language),
      row.undoneBy === null ? '' : t('wasUndone'),
      row.id,
    ]),
  );
  return { result: { rows, total: rows.length }, text: table };
}

async function audit({ session, options, language, print, t }: Context): Promise<Outcome> {
  const code = options.text('customer');
  const result = await session.call('audit.list', {
    filter: {
      search: options.text('search') ?? '',
      subject: code === null ? null : (await findCustomer(session, code, 'all')).id,
      from: options.date('from'),
      to: options.date('to'),
    },
    limit: options.integer('limit', 1, 500) ?? 50,
  });
  const rows = result.rows.map((row) => ({
    ...row,
    sentence: auditSentence(row.action, row.params, language),
    changes: auditChanges(row.params, language),
  }));
  const table = print.table(
    [{ head: t('instant') }, { head: t('who') }, { head: t('what'), most: 100 }],
    rows.map((row) => [
      row.at.slice(0, 19).replace('T', ' '),
      row.actor,
      [row.sentence, row.changes.map(({ label, from, to }) => `${label}: ${from} → ${to}`).join('; ')]
        .filter((part) => part !== '')
        .join(' · '),
    ]),
  );
  return {
    result: { ...result, rows },
    text: `${table}\n${t('shownOf', { shown: rows.length, total: result.total })}`,
  };
}
