/** Saving one customer or product from a form. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { CustomerInput } from '#shared/model/customer.ts';
import { EngineError } from '#shared/model/error.ts';
import { ProductInput } from '#shared/model/product.ts';
import { type Change, changesBetween, changesParam } from '../../domain/records/changes.ts';
import { fold } from '../../domain/text/fold.ts';
import { writeAudit } from '../../store/company.ts';
import {
  type CustomerRecordRow,
  customerOf,
  emptyCustomer,
  findCustomer,
  insertCustomer,
  updateCustomer,
} from '../../store/customers.ts';
import { emptyProduct, findProduct, insertProduct, productOf, updateProduct } from '../../store/products.ts';
import type { WriteContext } from '../context.ts';
import { type Journal, journaled } from '../undo/journal.ts';
import { extrasFor, writeExtras } from './extras.ts';

const customerFields = CustomerInput.keyof().options;
const productFields = ProductInput.keyof().options;

/** What was merged or erased is not edited: what it says is kept as it is. */
function assertEditable(row: CustomerRecordRow): void {
  if (row.merged_into !== null) throw new EngineError('customer_merged', { code: row.code });
  if (row.erased_at !== null) throw new EngineError('customer_erased', { code: row.code });
}

/** A record with all that hangs on it. */
export async function watchRecord(
  journal: Journal,
  table: 'customer' | 'product',
  ids: RawBuilder<unknown>,
): Promise<void> {
  const of = (column: string): RawBuilder<SqlBool> => sql<SqlBool>`${sql.ref(`row.${column}`)} IN ${ids}`;
  await journal.watch(table, of('id'));
  await journal.watch('custom_value', of('record_id'));
  await journal.watch('record_tag', of('record_id'));
}

export async function saveCustomer(
  ctx: WriteContext,
  input: Parsed<'customer.save'>,
): Promise<Output<'customer.save'>> {
  const { customer } = input;
  await assertCodeFree(ctx, 'customer', customer.code, input.id);
  const before = input.id === null ? undefined : await findCustomer(ctx.db, input.id);
  if (input.id !== null && !before) throw new EngineError('not_found', { what: 'customer' });
  if (before) assertEditable(before);
  const id = input.id ?? ctx.newId();
  const action = before ? 'customer.changed' : 'customer.created';
  const { result: changes } = await journaled(ctx, { action, params: { code: customer.code } }, async (journal) => {
    await watchRecord(journal, 'customer', sql`(${id})`);
    if (!before) await insertCustomer(ctx.trx, id, customer, ctx.now);
    else if (!(await updateCustomer(ctx.trx, id, input.rowVersion ?? 0, customer, ctx.now))) {
      throw new EngineError('row_changed', { what: 'customer' });
    }
    const extras = await writeExtras(ctx, 'customer', id, input);
    return [
      ...changesBetween(customerFields, before ? customerOf(before) : emptyCustomer(customer.code), customer),
      ...extras,
    ];
  });
  await audit(ctx, action, id, customer.code, before ? changes : []);
  const saved = await findCustomer(ctx.db, id);
  if (!saved) throw new EngineError('not_found', { what: 'customer' });
  return { ...customerOf(saved), ...(await extrasFor(ctx, id)) };
}

export async function saveProduct(ctx: WriteContext, input: Parsed<'product.save'>): Promise<Output<'product.save'>> {
  const { product } = input;
  await assertCodeFree(ctx, 'product', product.code, input.id);
  const before = input.id === null ? undefined : await findProduct(ctx.db, input.id);
  if (input.id !== null && !before) throw new EngineError('not_found', { what: 'product' });
  const id = input.id ?? ctx.newId();
  const action = before ? 'product.changed' : 'product.created';
  const { result: changes } = await journaled(ctx, { action, params: { code: product.code } }, async (journal) => {
    await watchRecord(journal, 'product', sql`(${id})`);
    if (!before) await insertProduct(ctx.trx, id, product, ctx.now);
    else if (!(await updateProduct(ctx.trx, id, input.rowVersion ?? 0, product, ctx.now))) {
      throw new EngineError('row_changed', { what: 'product' });
    }
    const extras = await writeExtras(ctx, 'product', id, input);
    return [
      ...changesBetween(productFields, before ? productOf(before) : emptyProduct(product.code), product),
      ...extras,
    ];
  });
  await audit(ctx, action, id, product.code, before ? changes : []);
  const saved = await findProduct(ctx.db, id);
  if (!saved) throw new EngineError('not_found', { what: 'product' });
  return { ...productOf(saved), ...(await extrasFor(ctx, id)) };
}

const audit = (ctx: WriteContext, action: string, subject: string, code: string, changes: readonly Change[]) =>
  writeAudit(ctx.trx, ctx.now, ctx.actor, { action, subject, params: { code, ...changesParam(changes) } });

async function assertCodeFree(ctx: WriteContext, table: 'customer' | 'product', code: string, own: string | null) {
  const twin = await ctx.db
    .selectFrom(table)
    .select(['id', 'name'])
    .where('code_fold', '=', fold(code))
    .executeTakeFirst();
  if (twin && twin.id !== own) {
    throw new EngineError('code_taken', { code, name: twin.name ?? '' }, { place: { field: 'code' } });
  }
}
