/** Lists of customers: pages of a view, every row of a choice, how many a choice has, and one customer in full. */
import { sql } from 'kysely';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { CustomerRow } from '#shared/contract/records.ts';
import { EngineError } from '#shared/model/error.ts';
import { CustomerId } from '#shared/model/ids.ts';
import { readAuditOf } from '../store/audit.ts';
import { readRevision } from '../store/company.ts';
import { customerOf, findCustomer, incompleteCustomer, mergedInto } from '../store/customers.ts';
import type { ReadDb } from '../store/database.ts';
import { extrasOf, idsIn } from '../store/extras.ts';
import type { ReadContext } from './context.ts';
import { type Condition, customerConditions, customersChosen } from './records/filters.ts';
import { rowsFrom } from './records/pages.ts';
import { sortedCustomers } from './records/sorting.ts';
import { inOrder, placeIn } from './views.ts';

/** Sorted ids of a choice, kept while the file's revision stands. */
async function idsOf(
  ctx: ReadContext,
  key: unknown,
  sort: Parsed<'customer.list'>['sort'],
  where: () => Promise<Condition>,
) {
  const revision = await readRevision(ctx.db);
  const view = await ctx.views.get(`customers ${JSON.stringify([key, sort])}`, revision, async () => {
    const rows = await sortedCustomers(ctx.db, sort, await where()).execute();
    return { ids: rows.map((row) => row.id), summary: null };
  });
  return { ids: view.ids, revision };
}

/** Rows of these customers, in this order. Those that are gone are left out. */
export async function customerRows(db: ReadDb, ids: readonly string[]): Promise<CustomerRow[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('customer')
    .selectAll()
    .select([
      sql<number>`(SELECT count(*) FROM pending_line WHERE customer_id = customer.id AND status = 'open')`.as(
        'open_lines',
      ),
      sql<number>`(SELECT count(*) FROM invoice WHERE customer_id IN (
        SELECT own.id FROM customer AS own WHERE own.id = customer.id OR own.merged_into = customer.id
      ))`.as('invoices'),
      incompleteCustomer.as('incomplete'),
    ])
    .where(sql<boolean>`customer.id IN ${idsIn(ids)}`)
    .execute();
  const extras = await extrasOf(db, ids);
  return inOrder(ids, rows).map(
    (row): CustomerRow => ({
      ...customerOf(row),
      ...(extras.get(row.id) ?? { tags: [], custom: {} }),
      openLines: row.open_lines,
      invoices: row.invoices,
      incomplete: row.incomplete === 1,
      mergedInto: row.merged_into === null ? null : CustomerId.parse(row.merged_into),
    }),
  );
}

export async function listCustomers(
  ctx: ReadContext,
  { filter, sort, offset, limit, find }: Parsed<'customer.list'>,
): Promise<Output<'customer.list'>> {
  const { ids, revision } = await idsOf(ctx, filter, sort, () => customerConditions(ctx.db, filter));
  const rows = await customerRows(ctx.db, ids.slice(offset, offset + limit));
  return { rows, total: ids.length, revision, ...placeIn(ids, find) };
}

export async function readCustomerRows(
  ctx: ReadContext,
  { selection, sort, from }: Parsed<'customer.rows'>,
): Promise<Output<'customer.rows'>> {
  const { ids, revision } = await idsOf(ctx, selection, sort, () => customersChosen(ctx.db, selection));
  return rowsFrom(ids, from, revision, (part) => customerRows(ctx.db, part));
}

export async function countCustomers(
  ctx: ReadContext,
  { selection }: Parsed<'customer.count'>,
): Promise<Output<'customer.count'>> {
  const row = await ctx.db
    .selectFrom('customer')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(await customersChosen(ctx.db, selection))
    .executeTakeFirstOrThrow();
  return { count: row.count, revision: await readRevision(ctx.db) };
}

/** With the trail of those that were merged into it. */
export async function getCustomer(ctx: ReadContext, input: Parsed<'customer.get'>): Promise<Output<'customer.get'>> {
  const row = await findCustomer(ctx.db, input.id);
  if (!row) throw new EngineError('not_found', { what: 'customer' });
  const named = ({ id, code, name }: { id: string; code: string; name: string | null }) => ({
    id: CustomerId.parse(id),
    code,
    name,
  });
  const target = row.merged_into === null ? undefined : await findCustomer(ctx.db, row.merged_into);
  const merged = await mergedInto(ctx.db, row.id);
  const extras = (await extrasOf(ctx.db, [row.id])).get(row.id);
  return {
    ...customerOf(row),
    ...(extras ?? { tags: [], custom: {} }),
    history: await readAuditOf(ctx.db, [row.id, ...merged.map(({ id }) => id)], 50),
    mergedInto: target ? named(target) : null,
    merged: merged.map(named),
    erasedAt: row.erased_at,
  };
}
