/** Segments: named choices of customers. */
import { type Selectable, sql } from 'kysely';
import type { Segment } from '#shared/contract/fields.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { SegmentFilter } from '#shared/contract/record-filters.ts';
import { EngineError } from '#shared/model/error.ts';
import { SegmentId } from '#shared/model/ids.ts';
import { fold } from '../../domain/text/fold.ts';
import { writeAudit } from '../../store/company.ts';
import type { ReadDb } from '../../store/database.ts';
import type { SegmentTable } from '../../store/schema-office.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { journaled } from '../undo/journal.ts';
import { customerConditions, readSegmentFilter } from './filters.ts';
import { assertNameFree, assertVersion } from './named.ts';

async function customersOf(db: ReadDb, filter: SegmentFilter): Promise<number> {
  const row = await db
    .selectFrom('customer')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where(await customerConditions(db, filter))
    .executeTakeFirstOrThrow();
  return row.n;
}

async function segmentOf(db: ReadDb, row: Selectable<SegmentTable>): Promise<Segment> {
  const filter = readSegmentFilter(row.filter);
  const { runs } = await db
    .selectFrom('bill_run')
    .select((eb) => eb.fn.countAll<number>().as('runs'))
    .where('segment_id', '=', row.id)
    .executeTakeFirstOrThrow();
  return {
    id: SegmentId.parse(row.id),
    name: row.name,
    filter,
    customers: await customersOf(db, filter),
    runs,
    rowVersion: row.row_version,
  };
}

const allSegments = (db: ReadDb) => db.selectFrom('segment').selectAll().orderBy('name_fold').execute();

export async function listSegments(ctx: ReadContext): Promise<Output<'segment.list'>> {
  const segments: Segment[] = [];
  for (const row of await allSegments(ctx.db)) segments.push(await segmentOf(ctx.db, row));
  return segments;
}

export async function countSegment(
  ctx: ReadContext,
  { filter }: Parsed<'segment.count'>,
): Promise<Output<'segment.count'>> {
  const chosen = await customerConditions(ctx.db, filter);
  const { lines } = await ctx.db
    .selectFrom('pending_line')
    .innerJoin('customer', 'customer.id', 'pending_line.customer_id')
    .select((eb) => eb.fn.countAll<number>().as('lines'))
    .where('status', '=', 'open')
    .where(chosen)
    .executeTakeFirstOrThrow();
  return { customers: await customersOf(ctx.db, filter), openLines: lines };
}

export async function saveSegment(ctx: WriteContext, input: Parsed<'segment.save'>): Promise<Output<'segment.save'>> {
  const rows = await allSegments(ctx.db);
  assertNameFree(rows, input.name, input.id);
  // A field or value that the filter cannot be read with is refused now, not when somebody bills by it.
  await customersOf(ctx.db, input.filter);
  const id = input.id ?? SegmentId.parse(ctx.newId());
  const act = { action: input.id === null ? 'segment.created' : 'segment.changed', params: { name: input.name } };
  const columns = { name: input.name, name_fold: fold(input.name), filter: JSON.stringify({ v: 1, ...input.filter }) };
  await journaled(ctx, act, async (journal) => {
    await journal.watch('segment', sql`row.id = ${id}`);
    if (input.id === null) {
      await ctx.trx
        .insertInto('segment')
        .values({ id, ...columns, row_version: 1 })
        .execute();
      return;
    }
    const row = rows.find((candidate) => candidate.id === input.id);
    assertVersion(row, input.rowVersion, 'segment');
    await ctx.trx
      .updateTable('segment')
      .set({ ...columns, row_version: row.row_version + 1 })
      .where('id', '=', id)
      .execute();
  });
  await writeAudit(ctx.trx, ctx.now, ctx.actor, { ...act, subject: id });
  return segmentOf(
    ctx.db,
    await ctx.db.selectFrom('segment').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  );
}

export async function removeSegment(
  ctx: WriteContext,
  input: Parsed<'segment.remove'>,
): Promise<Output<'segment.remove'>> {
  const row = await ctx.db.selectFrom('segment').selectAll().where('id', '=', input.id).executeTakeFirst();
  if (!row) throw new EngineError('not_found', { what: 'segment' });
  const runs = await ctx.db
    .selectFrom('bill_run')
    .select(['name', 'status'])
    .where('segment_id', '=', input.id)
    .execute();
  const busy =
    runs.find((run) => run.status !== 'closed' && run.status !== 'abandoned') ??
    (input.evenIfUsed ? undefined : runs[0]);
  if (busy) throw new EngineError('segment_in_use', { name: row.name, run: busy.name, count: runs.length });
  const act = { action: 'segment.removed', params: { name: row.name } };
  await journaled(ctx, act, async (journal) => {
    await journal.watch('segment', sql`row.id = ${input.id}`);
    await journal.watch('bill_run', sql`row.segment_id = ${input.id}`, ['segment_id']);
    await ctx.trx.updateTable('bill_run').set({ segment_id: null }).where('segment_id', '=', input.id).execute();
    await ctx.trx.deleteFrom('segment').where('id', '=', input.id).execute();
  });
  await writeAudit(ctx.trx, ctx.now, ctx.actor, { ...act, subject: input.id });
  return { removed: true };
}
