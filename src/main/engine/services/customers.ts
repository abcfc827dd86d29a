/** Use cases around customers. */
import { type SqlBool, sql } from 'kysely';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { CustomerRow } from '#shared/contract/records.ts';
import type { Customer } from '#shared/model/customer.ts';
import { EngineError } from '#shared/model/error.ts';
import { fold } from '../domain/text/fold.ts';
import { readAudit, readRevision, writeAudit } from '../store/company.ts';
import { customerOf, findCustomer, incompleteCustomer, insertCustomer, updateCustomer } from '../store/customers.ts';
import type { ReadContext, WriteContext } from './context.ts';
import { containing, inOrder } from './views.ts';

export async function listCustomers(
  ctx: ReadContext,
  input: Parsed<'customer.list'>,
): Promise<Output<'customer.list'>> {
  const revision = await readRevision(ctx.db);
  const { filter, sort } = input;
  const view = await ctx.views.get(`customers ${JSON.stringify([filter, sort])}`, revision, async () => {
    let query = ctx.db
      .selectFrom('customer')
      .select('customer.id')
      .where('archived', '=', filter.archived ? 1 : 0);
    if (filter.search.trim() !== '') {
      query = query.where(sql<SqlBool>`search_fold LIKE ${containing(fold(filter.search))} ESCAPE '\\'`);
    }
    if (filter.incomplete) query = query.where(sql<SqlBool>`${incompleteCustomer}`);
    const column = {
      name: sql`name_fold`,
      code: sql`code_fold`,
      country: sql`coalesce(country, '')`,
      city: sql`city_fold`,
      invoices: sql`(SELECT count(*) FROM invoice WHERE invoice.customer_id = customer.id)`,
      updatedAt: sql`updated_at`,
    }[sort.by];
    const direction = sort.descending ? 'desc' : 'asc';
    const sorted = query.orderBy(column, direction);
    // Naming the column twice would cost a sort that the index spares.
    const rows = await (sort.by === 'name' ? sorted : sorted.orderBy('name_fold')).orderBy('customer.id').execute();
    return { ids: rows.map((row) => row.id), summary: null };
  });
  const ids = view.ids.slice(input.offset, input.offset + input.limit);
  const rows =
    ids.length === 0
      ? []
      : await ctx.db
          .selectFrom('customer')
          .selectAll()
          .select([
            sql<number>`(SELECT count(*) FROM pending_line WHERE customer_id = customer.id AND status = 'open')`.as(
              'open_lines',
            ),
            sql<number>`(SELECT count(*) FROM invoice WHERE customer_id = customer.id)`.as('invoices'),
            incompleteCustomer.as('incomplete'),
          ])
          .where('id', 'in', ids)
          .execute();
  const shown = inOrder(ids, rows).map(
    (row): CustomerRow => ({
      ...customerOf(row),
      openLines: row.open_lines,
      invoices: row.invoices,
      incomplete: row.incomplete === 1,
    }),
  );
  return { rows: shown, total: view.ids.length, revision };
}

export async function getCustomer(ctx: ReadContext, input: Parsed<'customer.get'>): Promise<Output<'customer.get'>> {
  const row = await findCustomer(ctx.db, input.id);
  if (!row) throw new EngineError('not_found', { what: 'customer' });
  return { ...customerOf(row), history: await readAudit(ctx.db, row.id, 50) };
}

export async function saveCustomer(ctx: WriteContext, input: Parsed<'customer.save'>): Promise<Customer> {
  const { customer } = input;
  const twin = await ctx.db
    .selectFrom('customer')
    .select(['id', 'name'])
    .where('code_fold', '=', fold(customer.code))
    .executeTakeFirst();
  if (twin && twin.id !== input.id) {
    throw new EngineError('code_taken', { code: customer.code, name: twin.name ?? '' }, { place: { field: 'code' } });
  }
  const id = input.id ?? ctx.newId();
  if (input.id === null) {
    await insertCustomer(ctx.trx, id, customer, ctx.now);
  } else if (!(await updateCustomer(ctx.trx, id, input.rowVersion ?? 0, customer, ctx.now))) {
    throw new EngineError((await findCustomer(ctx.db, id)) ? 'row_changed' : 'not_found', { what: 'customer' });
  }
  const action = input.id === null ? 'customer.created' : 'customer.changed';
  await writeAudit(ctx.trx, ctx.now, ctx.actor, { action, subject: id, params: { code: customer.code } });
  const saved = await findCustomer(ctx.db, id);
  if (!saved) throw new EngineError('not_found', { what: 'customer' });
  return customerOf(saved);
}
