/** Rules that an undo must keep although the rows themselves have not changed since. */
import { sql } from 'kysely';
import { EngineError } from '#shared/model/error.ts';
import type { StoredUndo, UndoTable } from '../../store/undo.ts';
import type { WriteContext } from '../context.ts';
import { assertSomeSeries } from '../series.ts';

const positionOf = (found: StoredUndo, table: UndoTable): number[] =>
  found.scopes.flatMap((scope, at) => (scope.table === table ? [at] : []));

/** Throws `undo_not_possible` where what the undo brings back could no longer stand. */
export async function assertMayStand(ctx: WriteContext, found: StoredUndo): Promise<void> {
  for (const at of positionOf(found, 'tag')) await assertTagUnused(ctx, found, at);
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

/** A tag that the act made takes along what bears it: only where that is the act's own. */
async function assertTagUnused(ctx: WriteContext, { seq }: StoredUndo, at: number): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    SELECT tag.name FROM undo_change AS change JOIN record_tag ON record_tag.tag_id = change.row_key JOIN tag ON tag.id = record_tag.tag_id
    WHERE change.entry = ${seq} AND change.scope = ${at} AND change.before IS NULL AND NOT EXISTS (
      SELECT 1 FROM undo_change AS own WHERE own.entry = ${seq} AND own.row_key = json_array(record_tag.record_id, record_tag.tag_id)
    ) LIMIT 1
  `.execute(ctx.trx);
  if (rows[0]) throw new EngineError('undo_not_possible');
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
