/** Use cases around series of numbers. */
import type { Parsed } from '#shared/contract/index.ts';
import type { Series } from '#shared/model/company.ts';
import { EngineError } from '#shared/model/error.ts';
import { CustomerId, SeriesId } from '#shared/model/ids.ts';
import { counterKey, formatNumber, type NumberParts, validatePattern } from '../domain/invoice/numbering.ts';
import { readCompany, writeAudit } from '../store/company.ts';
import { findCustomer } from '../store/customers.ts';
import type { ReadDb } from '../store/database.ts';
import { allSeries, findSeries, hasCounted, readCounter, type SeriesRow } from '../store/series.ts';
import { type ReadContext, todayIn, type WriteContext } from './context.ts';

async function seriesOf(db: ReadDb, row: SeriesRow, today: string): Promise<Series> {
  const counter = await readCounter(db, row.id, counterKey(row.reset, today));
  const last = await db
    .selectFrom('invoice')
    .select('number')
    .where('series_id', '=', row.id)
    .orderBy('document_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const customer = row.customer_id === null ? undefined : await findCustomer(db, row.customer_id);
  return {
    id: SeriesId.parse(row.id),
    name: row.name,
    kind: row.kind,
    prefix: row.prefix,
    pattern: row.pattern,
    reset: row.reset,
    startAt: row.start_at,
    customerId: row.customer_id === null ? null : CustomerId.parse(row.customer_id),
    isDefault: row.is_default === 1,
    archived: row.archived === 1,
    example: exampleOf(row, {
      prefix: row.prefix,
      issueDate: today,
      seq: counter ? counter.last_seq + 1 : (await hasCounted(db, row.id)) ? 1 : row.start_at,
      customerCode: customer?.code ?? 'C001',
    }),
    lastNumber: last?.number ?? null,
    lastDate: row.last_date,
  };
}

/** Null where no number can be made as things stand, for a customer code with other characters say: the list goes on. */
function exampleOf(row: SeriesRow, parts: NumberParts): string | null {
  try {
    return formatNumber(validatePattern(row.pattern, { reset: row.reset, prefix: row.prefix }), parts);
  } catch (thrown) {
    if (thrown instanceof EngineError) return null;
    throw thrown;
  }
}

export async function listSeries(ctx: ReadContext): Promise<Series[]> {
  const today = todayIn((await readCompany(ctx.db)).company.zone, ctx.now);
  const rows = await allSeries(ctx.db);
  return Promise.all(rows.map((row) => seriesOf(ctx.db, row, today)));
}

/**
 * A series that has given a number keeps its reset, its start, its kind and its customer: what was printed stays unique, in
 * order and without gaps. At most one default a kind. Throws `series_in_use` with the field as its place.
 */
export async function saveSeries(ctx: WriteContext, input: Parsed<'series.save'>): Promise<Series> {
  validatePattern(input.pattern, { reset: input.reset, prefix: input.prefix });
  if (input.customerId !== null && !(await findCustomer(ctx.db, input.customerId))) {
    throw new EngineError('customer_unknown', { code: input.customerId }, { place: { field: 'customerId' } });
  }
  const before = input.id === null ? null : await findSeries(ctx.db, input.id);
  if (before?.last_date) {
    const changed =
      (before.reset !== input.reset && 'reset') ||
      (before.start_at !== input.startAt && 'startAt') ||
      (before.kind !== input.kind && 'kind') ||
      (before.customer_id !== input.customerId && 'customerId');
    if (changed) throw new EngineError('series_in_use', { name: before.name }, { place: { field: changed } });
  }
  const isDefault = input.isDefault && input.customerId === null && !input.archived;
  const id = input.id ?? SeriesId.parse(ctx.newId());
  const columns = {
    name: input.name,
    kind: input.kind,
    prefix: input.prefix,
    pattern: input.pattern,
    reset: input.reset,
    start_at: input.startAt,
    customer_id: input.customerId,
    is_default: isDefault ? 1 : 0,
    archived: input.archived ? 1 : 0,
  };
  if (isDefault) await ctx.trx.updateTable('series').set({ is_default: 0 }).where('kind', '=', input.kind).execute();
  if (before) {
    await ctx.trx
      .updateTable('series')
      .set({ ...columns, row_version: before.row_version + 1 })
      .where('id', '=', id)
      .execute();
  } else {
    await ctx.trx
      .insertInto('series')
      .values({ id, ...columns, last_date: null, created_at: ctx.now, row_version: 1 })
      .execute();
  }
  await assertSomeSeries(ctx.db);
  await writeAudit(ctx.trx, ctx.now, ctx.actor, {
    action: before ? 'series.changed' : 'series.created',
    subject: id,
    params: { name: input.name, pattern: input.pattern },
  });
  const today = todayIn((await readCompany(ctx.db)).company.zone, ctx.now);
  return seriesOf(ctx.db, await findSeries(ctx.db, id), today);
}

/** There must always be a series to number an invoice, and one to number a credit note, from. */
async function assertSomeSeries(db: ReadDb): Promise<void> {
  const usable = (await allSeries(db)).filter((row) => row.archived === 0 && row.customer_id === null);
  for (const kind of ['invoice', 'credit_note'] as const) {
    if (!usable.some((row) => row.kind === kind || row.kind === 'any')) throw new EngineError('no_series', { kind });
  }
}
