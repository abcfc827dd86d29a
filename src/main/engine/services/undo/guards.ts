/** Rules that an undo must keep although the rows themselves have not changed since. */
import { sql } from 'kysely';
import { EngineError } from '#shared/model/error.ts';
import { type StoredUndo, UNDO_TABLES, type UndoTable } from '../../store/undo.ts';
import type { WriteContext } from '../context.ts';
import { choicesNaming } from '../records/uses.ts';
import { assertSomeSeries } from '../series.ts';

const positionOf = (found: StoredUndo, table: UndoTable): number[] =>
  found.scopes.flatMap((scope, at) => (scope.table === table ? [at] : []));

/** Throws `undo_not_possible` where what the undo brings back could no longer stand, `undo_changed_since` where it would lose later work. */
export async function assertMayStand(ctx: WriteContext, found: StoredUndo): Promise<void> {
  for (const table of ['customer', 'product', 'tag'] as const) await assertNothingAdded(ctx, found, table);
  for (const table of ['tag', 'custom_field', 'segment'] as const) await assertUnnamed(ctx, found, table);
  for (const at of positionOf(found, 'acceptance')) await assertRunsInReview(ctx, found, at);
  for (const at of positionOf(found, 'draft')) await assertDraftsInReview(ctx, found, at);
}

/** After the rows are back: what no single row says. */
export async function assertStands(ctx: WriteContext, found: StoredUndo): Promise<void> {
  if (positionOf(found, 'series').length > 0) await assertSomeSeries(ctx.db);
}

/** What was accepted in a run stays as it is once its documents are being numbered. */
async function assertRunsInReview(ctx: WriteContext, { seq, scopes }: StoredUndo, at: number): Promise<void> {
  const position = scopes[at]?.columns.indexOf('run_id') ?? -1;
  const { rows } = await sql<{ id: string }>`
    SELECT bill_run.id FROM undo_change AS change
    JOIN bill_run ON bill_run.id = json_extract(coalesce(change.after, change.before), ${sql.lit(`$[${position}]`)})
    WHERE change.entry = ${seq} AND change.scope = ${at} AND bill_run.status <> 'reviewing' LIMIT 1
  `.execute(ctx.trx);
  if (rows[0]) throw new EngineError('undo_not_possible');
}

/** What may hang on a row without a reference that would hold it: the row would take it along, or leave it behind. */
const HANGING = {
  customer: [
    ['record_tag', 'record_id'],
    ['custom_value', 'record_id'],
  ],
  product: [
    ['record_tag', 'record_id'],
    ['custom_value', 'record_id'],
  ],
  tag: [['record_tag', 'tag_id']],
} as const;

/** What the act made goes only with what is the act's own. Throws `undo_changed_since`, naming the row. */
async function assertNothingAdded(ctx: WriteContext, found: StoredUndo, table: keyof typeof HANGING): Promise<void> {
  for (const at of positionOf(found, table)) {
    for (const [child, column] of HANGING[table]) {
      const key = sql.join(UNDO_TABLES[child].map((name) => sql.ref(`child.${name}`)));
      const { rows } = await sql<{ name: string }>`
        SELECT parent.${sql.ref(table === 'tag' ? 'name' : 'code')} AS name FROM undo_change AS change
        JOIN ${sql.table(table)} AS parent ON parent.id = change.row_key
        JOIN ${sql.table(child)} AS child ON child.${sql.ref(column)} = parent.id
        WHERE change.entry = ${found.seq} AND change.scope = ${at} AND change.before IS NULL AND NOT EXISTS (
          SELECT 1 FROM undo_change AS own WHERE own.entry = ${found.seq}
            AND own.scope IN (${sql.join(positionOf(found, child).map((one) => sql.lit(one)))})
            AND own.row_key = json_array(${key})
        ) LIMIT 1
      `.execute(ctx.trx);
      const [row] = rows;
      if (row) throw new EngineError('undo_changed_since', { what: table, name: row.name });
    }
  }
}

/** A tag, field or segment that the act made stays while a segment or view chooses by it. Throws `undo_changed_since`, naming that. */
async function assertUnnamed(ctx: WriteContext, found: StoredUndo, table: 'tag' | 'custom_field' | 'segment') {
  for (const at of positionOf(found, table)) {
    const { rows } = await sql<{ id: string }>`
      SELECT row_key AS id FROM undo_change WHERE entry = ${found.seq} AND scope = ${at} AND before IS NULL
    `.execute(ctx.trx);
    for (const { id } of rows) {
      const [name] = await choicesNaming(ctx.db, id);
      if (name !== undefined) throw new EngineError('undo_changed_since', { what: table, name });
    }
  }
}

/**
 * Drafts are decided on in review only; and an approval comes back only by whom it was given, as an undo must not approve in
 * somebody else's name; nor for what the draft no longer says.
 */
async function assertDraftsInReview(ctx: WriteContext, { seq, scopes }: StoredUndo, at: number): Promise<void> {
  const columns = scopes[at]?.columns ?? [];
  const before = (column: string) =>
    columns.includes(column)
      ? sql`json_extract(change.before, ${sql.lit(`$[${columns.indexOf(column)}]`)})`
      : sql`NULL`;
  const { rows } = await sql<{ id: string }>`
    SELECT draft.id FROM undo_change AS change JOIN draft ON draft.id = change.row_key LEFT JOIN bill_run ON bill_run.id = draft.run_id
    WHERE change.entry = ${seq} AND change.scope = ${at} AND (
      draft.invoice_id IS NOT NULL OR coalesce(bill_run.status, 'reviewing') <> 'reviewing'
      OR (${before('status')} = 'approved' AND draft.status <> 'approved' AND (
        ${before('approved_by')} IS NOT ${ctx.actor} OR ${before('approved_fingerprint')} IS NOT draft.fingerprint OR draft.level_rank = 3
      ))
    ) LIMIT 1
  `.execute(ctx.trx);
  if (rows[0]) throw new EngineError('undo_not_possible');
}
