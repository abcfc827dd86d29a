/** Rows of `customer`. */
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Customer, CustomerInput } from '#shared/model/customer.ts';
import { CustomerId } from '#shared/model/ids.ts';
import { Language } from '#shared/model/values.ts';
import { fold } from '../domain/text/fold.ts';
import { chunksOf } from './bulk.ts';
import type { ReadDb, Trx } from './database.ts';
import type { CustomerTable } from './schema.ts';

export type CustomerRecordRow = Selectable<CustomerTable>;

/** What the database holds, as the model says it. The id was checked when it was written. */
export function customerOf(row: CustomerRecordRow): Customer {
  return {
    id: CustomerId.parse(row.id),
    code: row.code,
    name: row.name,
    kind: row.kind,
    addressLines: row.address_lines === '' ? [] : row.address_lines.split('\n'),
    postcode: row.postcode,
    city: row.city,
    region: row.region,
    country: row.country,
    vatNumber: row.vat_number,
    registrationNumber: row.registration_number,
    electronicAddress: row.electronic_address,
    email: row.email,
    phone: row.phone,
    contactName: row.contact_name,
    language: row.language === null ? null : Language.parse(row.language),
    currency: row.currency,
    paymentTermsDays: row.payment_terms_days,
    orderReference: row.order_reference,
    note: row.note,
    archived: row.archived === 1,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    rowVersion: row.row_version,
  };
}

/** Columns of an input, with the folded keys for search and order. */
function customerColumns(input: CustomerInput) {
  return {
    code: input.code,
    code_fold: fold(input.code),
    name: input.name,
    name_fold: fold(input.name ?? input.code),
    search_fold: fold([input.code, input.name, input.city, input.email, input.vatNumber].filter(Boolean).join(' ')),
    kind: input.kind,
    address_lines: input.addressLines.filter((line) => line !== '').join('\n'),
    postcode: input.postcode,
    city: input.city,
    city_fold: fold(input.city ?? ''),
    region: input.region,
    country: input.country,
    vat_number: input.vatNumber,
    registration_number: input.registrationNumber,
    electronic_address: input.electronicAddress,
    email: input.email,
    phone: input.phone,
    contact_name: input.contactName,
    language: input.language,
    currency: input.currency,
    payment_terms_days: input.paymentTermsDays,
    order_reference: input.orderReference,
    note: input.note,
    archived: input.archived ? 1 : 0,
  } satisfies Partial<Insertable<CustomerTable>>;
}

export const emptyCustomer = (code: string): CustomerInput => ({
  code,
  name: null,
  kind: 'unknown',
  addressLines: [],
  postcode: null,
  city: null,
  region: null,
  country: null,
  vatNumber: null,
  registrationNumber: null,
  electronicAddress: null,
  email: null,
  phone: null,
  contactName: null,
  language: null,
  currency: null,
  paymentTermsDays: null,
  orderReference: null,
  note: null,
  archived: false,
});

export async function findCustomer(db: ReadDb, id: string): Promise<CustomerRecordRow | undefined> {
  return db.selectFrom('customer').selectAll().where('id', '=', id).executeTakeFirst();
}

/** By folded code. */
export async function customersByCode(db: ReadDb, folds: readonly string[]): Promise<Map<string, CustomerRecordRow>> {
  const found = new Map<string, CustomerRecordRow>();
  for (const part of chunksOf([...new Set(folds)], 500)) {
    const rows = await db.selectFrom('customer').selectAll().where('code_fold', 'in', part).execute();
    for (const row of rows) found.set(row.code_fold, row);
  }
  return found;
}

export async function customersById(db: ReadDb, ids: readonly string[]): Promise<Map<string, CustomerRecordRow>> {
  const found = new Map<string, CustomerRecordRow>();
  for (const part of chunksOf([...new Set(ids)], 500)) {
    const rows = await db.selectFrom('customer').selectAll().where('id', 'in', part).execute();
    for (const row of rows) found.set(row.id, row);
  }
  return found;
}

export async function insertCustomer(trx: Trx, id: string, input: CustomerInput, now: string): Promise<void> {
  await trx
    .insertInto('customer')
    .values({ id, ...customerColumns(input), created_at: now, updated_at: now, row_version: 1 })
    .execute();
}

/** Writes all columns if the row still has the version that was read; false otherwise. */
export async function updateCustomer(
  trx: Trx,
  id: string,
  rowVersion: number,
  input: CustomerInput,
  now: string,
): Promise<boolean> {
  const result = await trx
    .updateTable('customer')
    .set({ ...customerColumns(input), updated_at: now, row_version: rowVersion + 1 })
    .where('id', '=', id)
    .where('row_version', '=', rowVersion)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Something mandatory for an invoice is missing. One expression for the list's filter and its column. */
export const incompleteCustomer = sql<number>`(name IS NULL OR country IS NULL OR address_lines = '' OR city IS NULL)`;
