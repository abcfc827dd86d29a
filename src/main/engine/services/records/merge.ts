/** Merging customers that are one and the same. */
import { sql } from 'kysely';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { CustomerInput } from '#shared/model/customer.ts';
import { EngineError } from '#shared/model/error.ts';
import type { CustomChanges } from '#shared/model/fields.ts';
import { changesBetween, changesParam } from '../../domain/records/changes.ts';
import { writeAudit } from '../../store/company.ts';
import { type CustomerRecordRow, customerOf, updateCustomer } from '../../store/customers.ts';
import { extrasOf, idsIn } from '../../store/extras.ts';
import { findRun } from '../../store/runs.ts';
import type { WriteContext } from '../context.ts';
import { composeBatch } from '../runs/draft.ts';
import { journaled } from '../undo/journal.ts';
import { writeExtras } from './extras.ts';
import { mergeParties, mergePreview } from './merge-preview.ts';
import { watchRecord } from './save.ts';

/** Lines that are not billed yet, whoever decided what about them. */
const WAITING = sql`('open', 'held', 'drafted', 'excluded')`;

export async function mergeCustomers(
  ctx: WriteContext,
  input: Parsed<'customer.merge'>,
): Promise<Output<'customer.merge'>> {
  const rows = await mergeParties(ctx.db, input.keep, input.others);
  const preview = await mergePreview(ctx.db, rows);
  const [refusal] = preview.refusals;
  if (refusal) throw new EngineError(refusal.code, refusal.params);
  for (const row of rows) {
    if (input.rowVersions[row.id] !== row.row_version) throw new EngineError('row_changed', { what: 'customer' });
  }
  const [keep, ...others] = rows;
  if (!keep) throw new EngineError('not_found', { what: 'customer' });
  const codes = others.map((row) => row.code).join(', ');
  const params = { code: keep.code, codes: codes.slice(0, 200), count: others.length };
  const gone = idsIn(others.map((row) => row.id));
  const drafts = await touchedDrafts(ctx, keep, others);

  const { result: changes, undoId } = await journaled(ctx, { action: 'customer.merged', params }, async (journal) => {
    await watchRecord(journal, 'customer', idsIn(rows.map((row) => row.id)));
    await journal.watch('customer', sql`row.merged_into IN ${gone}`, ['merged_into']);
    await journal.watch('pending_line', sql`row.customer_id IN ${gone} AND row.status IN ${WAITING}`, LINE_COLUMNS);
    await journal.watch('pending_line', sql`row.draft_id IN ${idsIn(drafts)}`, LINE_COLUMNS);
    await journal.watch('draft', sql`row.id IN ${idsIn(drafts)}`);
    await journal.watch('finding', sql`row.draft_id IN ${idsIn(drafts)}`);
    await journal.watch('series', sql`row.customer_id IN ${gone}`);
    const changed = await takeValues(ctx, keep, others, input);
    await moveExtras(ctx, keep.id, others);
    await moveSeries(ctx, keep.id, others);
    await moveLines(ctx, keep, others);
    await archiveOthers(ctx, keep.id, others);
    await moveDrafts(ctx, keep.id, others);
    return changed;
  });

  await writeAudit(ctx.trx, ctx.now, ctx.actor, {
    action: 'customer.merged',
    subject: keep.id,
    params: { ...params, ...changesParam(changes) },
  });
  for (const row of others) {
    await writeAudit(ctx.trx, ctx.now, ctx.actor, {
      action: 'customer.merged_away',
      subject: row.id,
      params: { code: row.code, into: keep.code },
    });
  }
  return { moves: preview.moves, undoId };
}

/** What composing anew may write in a line. */
const LINE_COLUMNS = ['status', 'held_for', 'draft_id', 'customer_id', 'customer_code'];

/** Unissued drafts of the others, and those of the kept one that they may fall together with. */
async function touchedDrafts(
  ctx: WriteContext,
  keep: CustomerRecordRow,
  others: readonly CustomerRecordRow[],
): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('draft')
    .select(['id', 'run_id', 'customer_id', 'reference_fold', 'currency'])
    .where(sql<boolean>`customer_id IN ${idsIn([keep.id, ...others.map((row) => row.id)])}`)
    .where('status', '<>', 'finalised')
    .execute();
  const group = (row: (typeof rows)[number]) => JSON.stringify([row.run_id, row.reference_fold, row.currency]);
  const moving = new Set(rows.filter((row) => row.customer_id !== keep.id).map(group));
  return rows.filter((row) => moving.has(group(row))).map((row) => row.id);
}

async function takeValues(
  ctx: WriteContext,
  keep: CustomerRecordRow,
  others: readonly CustomerRecordRow[],
  input: Parsed<'customer.merge'>,
) {
  const { id: _id, createdAt: _created, updatedAt: _updated, rowVersion, ...before } = customerOf(keep);
  const after = CustomerInput.parse({ ...before, ...input.fields });
  if (!(await updateCustomer(ctx.trx, keep.id, rowVersion, after, ctx.now))) {
    throw new EngineError('row_changed', { what: 'customer' });
  }
  const held = await extrasOf(
    ctx.db,
    [keep, ...others].map((row) => row.id),
  );
  const own = held.get(keep.id)?.custom ?? {};
  // What nobody chose and the kept one lacks comes from the first that says it.
  const inherited: CustomChanges = {};
  for (const row of others) {
    for (const [field, value] of Object.entries(held.get(row.id)?.custom ?? {})) {
      if (own[field] === undefined && inherited[field] === undefined) inherited[field] = value;
    }
  }
  const custom = await writeExtras(ctx, 'customer', keep.id, { tags: null, custom: { ...inherited, ...input.custom } });
  return [...changesBetween(CustomerInput.keyof().options, before, after), ...custom];
}

/** Tags come together; what the others held of the office's own is theirs no more. */
async function moveExtras(ctx: WriteContext, keep: string, others: readonly CustomerRecordRow[]): Promise<void> {
  const gone = idsIn(others.map((row) => row.id));
  await sql`
    INSERT OR IGNORE INTO record_tag (record_id, tag_id)
    SELECT ${keep}, tag_id FROM record_tag WHERE record_id IN ${gone}
  `.execute(ctx.trx);
  await sql`DELETE FROM record_tag WHERE record_id IN ${gone}`.execute(ctx.trx);
  await sql`DELETE FROM custom_value WHERE record_id IN ${gone}`.execute(ctx.trx);
}

/** A series of the same kind beside the kept one's own would make it a matter of chance which of them numbers: it is archived. */
async function moveSeries(ctx: WriteContext, keep: string, others: readonly CustomerRecordRow[]): Promise<void> {
  const all = await ctx.db
    .selectFrom('series')
    .selectAll()
    .where('customer_id', 'is not', null)
    .orderBy('created_at')
    .execute();
  const own = all.filter((row) => row.customer_id === keep && row.archived === 0);
  for (const row of all.filter((candidate) => others.some((other) => other.id === candidate.customer_id))) {
    const beside = own.some((mine) => mine.kind === row.kind || mine.kind === 'any' || row.kind === 'any');
    await ctx.trx
      .updateTable('series')
      .set({ customer_id: keep, archived: beside ? 1 : row.archived, row_version: row.row_version + 1 })
      .where('id', '=', row.id)
      .execute();
    if (!beside && row.archived === 0) own.push(row);
  }
}

async function moveLines(
  ctx: WriteContext,
  keep: CustomerRecordRow,
  others: readonly CustomerRecordRow[],
): Promise<void> {
  await sql`
    UPDATE pending_line SET customer_id = ${keep.id}, customer_code = ${keep.code}
    WHERE customer_id IN ${idsIn(others.map((row) => row.id))} AND status IN ${WAITING}
  `.execute(ctx.trx);
}

async function archiveOthers(ctx: WriteContext, keep: string, others: readonly CustomerRecordRow[]): Promise<void> {
  const gone = idsIn(others.map((row) => row.id));
  // One step is enough to find whom a merged one means now: those merged earlier follow.
  await sql`UPDATE customer SET merged_into = ${keep} WHERE merged_into IN ${gone}`.execute(ctx.trx);
  await sql`
    UPDATE customer SET merged_into = ${keep}, archived = 1, updated_at = ${ctx.now}, row_version = row_version + 1
    WHERE id IN ${gone}
  `.execute(ctx.trx);
}

/**
 * Drafts of the others become the kept one's. Where it has one of the same group already, the lines go there; a decision on
 * that one was about other lines, so it is open again and says so. All of them are composed anew: nothing may still bear the
 * address of a customer that is gone.
 */
async function moveDrafts(ctx: WriteContext, keep: string, others: readonly CustomerRecordRow[]): Promise<void> {
  const drafts = await ctx.db
    .selectFrom('draft')
    .selectAll()
    .where(sql<boolean>`customer_id IN ${idsIn(others.map((row) => row.id))}`)
    .where('status', '<>', 'finalised')
    .orderBy('id')
    .execute();
  const byRun = new Map<string, Set<string>>();
  for (const draft of drafts) {
    if (draft.run_id === null) continue;
    const twin = await ctx.db
      .selectFrom('draft')
      .select(['id', 'status'])
      .where('run_id', '=', draft.run_id)
      .where('customer_id', '=', keep)
      .where('reference_fold', '=', draft.reference_fold)
      .where('currency', '=', draft.currency)
      .executeTakeFirst();
    if (twin) {
      await ctx.trx.updateTable('pending_line').set({ draft_id: twin.id }).where('draft_id', '=', draft.id).execute();
      await ctx.trx.deleteFrom('finding').where('draft_id', '=', draft.id).execute();
      await ctx.trx.deleteFrom('draft').where('id', '=', draft.id).execute();
      if (twin.status === 'held' || twin.status === 'excluded') {
        await ctx.trx
          .updateTable('draft')
          .set({ status: 'open', changed_since_approval: 1, hold_reason: null })
          .where('id', '=', twin.id)
          .execute();
      }
    } else {
      await ctx.trx.updateTable('draft').set({ customer_id: keep }).where('id', '=', draft.id).execute();
    }
    const ids = byRun.get(draft.run_id) ?? new Set<string>();
    byRun.set(draft.run_id, ids.add(twin?.id ?? draft.id));
  }
  for (const [runId, ids] of byRun) await composeBatch(ctx, await findRun(ctx.db, runId), [...ids]);
}
