/** Use cases around products. */
import { type SqlBool, sql } from 'kysely';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { EngineError } from '#shared/model/error.ts';
import type { Product } from '#shared/model/product.ts';
import { fold } from '../domain/text/fold.ts';
import { readAudit, readRevision, writeAudit } from '../store/company.ts';
import { findProduct, insertProduct, productOf, updateProduct } from '../store/products.ts';
import type { ReadContext, WriteContext } from './context.ts';
import { containing, inOrder } from './views.ts';

export async function listProducts(ctx: ReadContext, input: Parsed<'product.list'>): Promise<Output<'product.list'>> {
  const revision = await readRevision(ctx.db);
  const { filter, sort } = input;
  const view = await ctx.views.get(`products ${JSON.stringify([filter, sort])}`, revision, async () => {
    let query = ctx.db
      .selectFrom('product')
      .select('id')
      .where('archived', '=', filter.archived ? 1 : 0);
    if (filter.search.trim() !== '') {
      query = query.where(sql<SqlBool>`search_fold LIKE ${containing(fold(filter.search))} ESCAPE '\\'`);
    }
    // A price is decimal text: ordering for the eye may go through a float, amounts never do.
    const column = {
      name: sql`name_fold`,
      code: sql`code_fold`,
      unitPrice: sql`cast(coalesce(unit_price, '0') AS REAL)`,
      updatedAt: sql`updated_at`,
    }[sort.by];
    const rows = await query
      .orderBy(column, sort.descending ? 'desc' : 'asc')
      .orderBy('name_fold')
      .orderBy('id')
      .execute();
    return { ids: rows.map((row) => row.id), summary: null };
  });
  const ids = view.ids.slice(input.offset, input.offset + input.limit);
  const rows = ids.length === 0 ? [] : await ctx.db.selectFrom('product').selectAll().where('id', 'in', ids).execute();
  return { rows: inOrder(ids, rows).map(productOf), total: view.ids.length, revision };
}

export async function getProduct(ctx: ReadContext, input: Parsed<'product.get'>): Promise<Output<'product.get'>> {
  const row = await findProduct(ctx.db, input.id);
  if (!row) throw new EngineError('not_found', { what: 'product' });
  return { ...productOf(row), history: await readAudit(ctx.db, row.id, 50) };
}

export async function saveProduct(ctx: WriteContext, input: Parsed<'product.save'>): Promise<Product> {
  const { product } = input;
  const twin = await ctx.db
    .selectFrom('product')
    .select(['id', 'name'])
    .where('code_fold', '=', fold(product.code))
    .executeTakeFirst();
  if (twin && twin.id !== input.id) {
    throw new EngineError('code_taken', { code: product.code, name: twin.name }, { place: { field: 'code' } });
  }
  const id = input.id ?? ctx.newId();
  if (input.id === null) {
    await insertProduct(ctx.trx, id, product, ctx.now);
  } else if (!(await updateProduct(ctx.trx, id, input.rowVersion ?? 0, product, ctx.now))) {
    throw new EngineError((await findProduct(ctx.db, id)) ? 'row_changed' : 'not_found', { what: 'product' });
  }
  const action = input.id === null ? 'product.created' : 'product.changed';
  await writeAudit(ctx.trx, ctx.now, ctx.actor, { action, subject: id, params: { code: product.code } });
  const saved = await findProduct(ctx.db, id);
  if (!saved) throw new EngineError('not_found', { what: 'product' });
  return productOf(saved);
}
