/** Rows of `product`. */
import type { Insertable, Selectable } from 'kysely';
import { ProductId } from '#shared/model/ids.ts';
import type { Product, ProductInput } from '#shared/model/product.ts';
import { TaxClass } from '#shared/model/values.ts';
import { fold } from '../domain/text/fold.ts';
import { chunksOf } from './bulk.ts';
import type { ReadDb, Trx } from './database.ts';
import type { ProductTable } from './schema.ts';

export type ProductRecordRow = Selectable<ProductTable>;

export function productOf(row: ProductRecordRow): Product {
  return {
    id: ProductId.parse(row.id),
    code: row.code,
    name: row.name,
    supply: row.supply,
    unit: row.unit,
    unitPrice: row.unit_price,
    currency: row.currency,
    taxClass: row.tax_class === null ? null : TaxClass.parse(row.tax_class),
    note: row.note,
    archived: row.archived === 1,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    rowVersion: row.row_version,
  };
}

function productColumns(input: ProductInput) {
  return {
    code: input.code,
    code_fold: fold(input.code),
    name: input.name,
    name_fold: fold(input.name),
    search_fold: fold(`${input.code} ${input.name}`),
    supply: input.supply,
    unit: input.unit,
    unit_price: input.unitPrice,
    currency: input.currency,
    tax_class: input.taxClass,
    note: input.note,
    archived: input.archived ? 1 : 0,
  } satisfies Partial<Insertable<ProductTable>>;
}

export const emptyProduct = (code: string): ProductInput => ({
  code,
  name: code,
  supply: null,
  unit: null,
  unitPrice: null,
  currency: null,
  taxClass: null,
  note: null,
  archived: false,
});

export async function findProduct(db: ReadDb, id: string): Promise<ProductRecordRow | undefined> {
  return db.selectFrom('product').selectAll().where('id', '=', id).executeTakeFirst();
}

/** By folded code. */
export async function productsByCode(db: ReadDb, folds: readonly string[]): Promise<Map<string, ProductRecordRow>> {
  const found = new Map<string, ProductRecordRow>();
  for (const part of chunksOf([...new Set(folds)], 500)) {
    const rows = await db.selectFrom('product').selectAll().where('code_fold', 'in', part).execute();
    for (const row of rows) found.set(row.code_fold, row);
  }
  return found;
}

export async function insertProduct(trx: Trx, id: string, input: ProductInput, now: string): Promise<void> {
  await trx
    .insertInto('product')
    .values({ id, ...productColumns(input), created_at: now, updated_at: now, row_version: 1 })
    .execute();
}

/** Writes all columns if the row still has the version that was read; false otherwise. */
export async function updateProduct(
  trx: Trx,
  id: string,
  rowVersion: number,
  input: ProductInput,
  now: string,
): Promise<boolean> {
  const result = await trx
    .updateTable('product')
    .set({ ...productColumns(input), updated_at: now, row_version: rowVersion + 1 })
    .where('id', '=', id)
    .where('row_version', '=', rowVersion)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
