/** Lists of products: pages of a view, every row of a choice, how many a choice has, and one product in full. */
import { sql } from 'kysely';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { ProductRow } from '#shared/contract/records.ts';
import { EngineError } from '#shared/model/error.ts';
import { readAuditOf } from '../store/audit.ts';
import { readRevision } from '../store/company.ts';
import type { ReadDb } from '../store/database.ts';
import { extrasOf, idsIn } from '../store/extras.ts';
import { findProduct, productOf } from '../store/products.ts';
import type { ReadContext } from './context.ts';
import { type Condition, productConditions, productsChosen } from './records/filters.ts';
import { rowsFrom } from './records/pages.ts';
import { sortedProducts } from './records/sorting.ts';
import { inOrder, placeIn } from './views.ts';

async function idsOf(
  ctx: ReadContext,
  key: unknown,
  sort: Parsed<'product.list'>['sort'],
  where: () => Promise<Condition>,
) {
  const revision = await readRevision(ctx.db);
  const view = await ctx.views.get(`products ${JSON.stringify([key, sort])}`, revision, async () => {
    const rows = await sortedProducts(ctx.db, sort, await where()).execute();
    return { ids: rows.map((row) => row.id), summary: null };
  });
  return { ids: view.ids, revision };
}

/** Rows of these products, in this order. Those that are gone are left out. */
async function productRows(db: ReadDb, ids: readonly string[]): Promise<ProductRow[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('product')
    .selectAll()
    .where(sql<boolean>`product.id IN ${idsIn(ids)}`)
    .execute();
  const extras = await extrasOf(db, ids);
  return inOrder(ids, rows).map((row) => ({ ...productOf(row), ...(extras.get(row.id) ?? { tags: [], custom: {} }) }));
}

export async function listProducts(
  ctx: ReadContext,
  { filter, sort, offset, limit, find }: Parsed<'product.list'>,
): Promise<Output<'product.list'>> {
  const { ids, revision } = await idsOf(ctx, filter, sort, () => productConditions(ctx.db, filter));
  const rows = await productRows(ctx.db, ids.slice(offset, offset + limit));
  return { rows, total: ids.length, revision, ...placeIn(ids, find) };
}

export async function readProductRows(
  ctx: ReadContext,
  { selection, sort, from }: Parsed<'product.rows'>,
): Promise<Output<'product.rows'>> {
  const { ids, revision } = await idsOf(ctx, selection, sort, () => productsChosen(ctx.db, selection));
  return rowsFrom(ids, from, revision, (part) => productRows(ctx.db, part));
}

export async function countProducts(
  ctx: ReadContext,
  { selection }: Parsed<'product.count'>,
): Promise<Output<'product.count'>> {
  const row = await ctx.db
    .selectFrom('product')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(await productsChosen(ctx.db, selection))
    .executeTakeFirstOrThrow();
  return { count: row.count, revision: await readRevision(ctx.db) };
}

export async function getProduct(ctx: ReadContext, input: Parsed<'product.get'>): Promise<Output<'product.get'>> {
  const row = await findProduct(ctx.db, input.id);
  if (!row) throw new EngineError('not_found', { what: 'product' });
  const extras = (await extrasOf(ctx.db, [row.id])).get(row.id);
  return {
    ...productOf(row),
    ...(extras ?? { tags: [], custom: {} }),
    history: await readAuditOf(ctx.db, [row.id], 50),
  };
}
