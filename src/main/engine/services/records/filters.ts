/** What a filter shows, as SQL. One place, so that a list, a count, a segment and an act on "all that it shows" agree. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import {
  type CustomCondition,
  type CustomerFilter,
  type CustomerSelection,
  type ProductFilter,
  type ProductSelection,
  SegmentFilter,
} from '#shared/contract/record-filters.ts';
import { EngineError } from '#shared/model/error.ts';
import type { RecordKind } from '#shared/model/fields.ts';
import { customValue } from '../../domain/records/custom-value.ts';
import { fold } from '../../domain/text/fold.ts';
import { incompleteCustomer } from '../../store/customers.ts';
import type { ReadDb } from '../../store/database.ts';
import { type FieldRow, fieldsOf, idsIn, optionsOf } from '../../store/extras.ts';
import { containing } from '../views.ts';

/** A condition on the columns of the record's table. */
export type Condition = RawBuilder<SqlBool>;

const like = (column: RawBuilder<unknown>, text: string) =>
  sql<SqlBool>`${column} LIKE ${containing(fold(text))} ESCAPE '\\'`;
const allOf = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql<SqlBool>`1` : sql<SqlBool>`(${sql.join(conditions, sql` AND `)})`;

/** The field, or `field_unknown`: a view may name one that is gone. */
export function fieldNamed(fields: readonly FieldRow[], id: string): FieldRow {
  const field = fields.find((candidate) => candidate.id === id);
  if (!field) throw new EngineError('field_unknown', {}, { place: { field: `custom.${id}` } });
  return field;
}

/** By field and key the index finds the records. A record without a value is in no comparison. */
function customCondition(id: RawBuilder<unknown>, field: FieldRow, { op, value }: CustomCondition): Condition {
  const having = (rest: RawBuilder<unknown>) =>
    sql<SqlBool>`${id} IN (SELECT record_id FROM custom_value WHERE field_id = ${field.id} ${rest})`;
  if (op === 'notEmpty') return having(sql``);
  if (op === 'empty') return sql<SqlBool>`NOT ${having(sql``)}`;
  if (op === 'contains') return having(sql`AND ${like(sql`value_fold`, value)}`);
  const key = customValue({ kind: field.kind, options: optionsOf(field) }, value)?.key;
  if (key === undefined) {
    throw new EngineError(
      'custom_value_invalid',
      { field: field.name, value, kind: field.kind },
      { place: { field: `custom.${field.id}` } },
    );
  }
  return having(
    op === 'is'
      ? sql`AND value_fold = ${key}`
      : op === 'atLeast'
        ? sql`AND value_fold >= ${key}`
        : sql`AND value_fold <= ${key}`,
  );
}

interface Common {
  search: string;
  tagIds: readonly string[];
  tagMode: 'any' | 'all';
  custom: readonly CustomCondition[];
  updatedSince: string | null;
}

async function commonConditions(db: ReadDb, record: RecordKind, filter: Common): Promise<Condition[]> {
  const id = sql.ref(`${record}.id`);
  const conditions: Condition[] = [];
  const bearing = (tags: readonly string[]) =>
    sql<SqlBool>`${id} IN (SELECT record_id FROM record_tag WHERE tag_id IN ${idsIn(tags)})`;
  if (filter.tagIds.length > 0) {
    await assertTags(db, record, filter.tagIds);
    conditions.push(
      ...(filter.tagMode === 'any' ? [bearing(filter.tagIds)] : filter.tagIds.map((tag) => bearing([tag]))),
    );
  }
  if (filter.custom.length > 0) {
    const fields = await fieldsOf(db, record);
    conditions.push(...filter.custom.map((one) => customCondition(id, fieldNamed(fields, one.fieldId), one)));
  }
  if (filter.updatedSince !== null)
    conditions.push(sql<SqlBool>`${sql.ref(`${record}.updated_at`)} >= ${filter.updatedSince}`);
  return conditions;
}

/** Throws `tag_unknown`: a tag that is gone would choose nobody, and a bill run by it would leave lines out in silence. */
async function assertTags(db: ReadDb, record: RecordKind, ids: readonly string[]): Promise<void> {
  const rows = await db.selectFrom('tag').select('id').where('record', '=', record).where('id', 'in', ids).execute();
  const there = new Set(rows.map(({ id }) => id));
  if (ids.some((id) => !there.has(id))) throw new EngineError('tag_unknown', {}, { place: { field: 'tagIds' } });
}

const oneOf = (column: string, values: readonly string[]): Condition[] =>
  values.length === 0 ? [] : [sql<SqlBool>`${sql.ref(column)} IN (${sql.join(values)})`];
const inState = (record: RecordKind, state: string): Condition[] =>
  state === 'all' ? [] : [sql<SqlBool>`${sql.ref(`${record}.archived`)} = ${state === 'archived' ? 1 : 0}`];

export async function customerConditions(
  db: ReadDb,
  filter: Omit<CustomerFilter, 'segmentId'> & Partial<Pick<CustomerFilter, 'segmentId'>>,
): Promise<Condition> {
  const conditions = [...inState('customer', filter.state), ...(await commonConditions(db, 'customer', filter))];
  if (filter.state === 'incomplete') conditions.push(sql<SqlBool>`${incompleteCustomer}`);
  if (filter.search.trim() !== '') {
    // What named a customer that was merged still finds it.
    const merged = sql`SELECT merged_into FROM customer WHERE merged_into IS NOT NULL AND ${like(sql`search_fold`, filter.search)}`;
    conditions.push(
      sql<SqlBool>`(${like(sql.ref('customer.search_fold'), filter.search)} OR customer.id IN (${merged}))`,
    );
  }
  conditions.push(
    ...oneOf('customer.kind', filter.kinds),
    ...oneOf('customer.country', filter.countries),
    ...oneOf('customer.currency', filter.currencies),
  );
  if (filter.hasOpenLines !== null) {
    const waiting = sql<SqlBool>`EXISTS (SELECT 1 FROM pending_line WHERE customer_id = customer.id AND status = 'open')`;
    conditions.push(filter.hasOpenLines ? waiting : sql<SqlBool>`NOT ${waiting}`);
  }
  if (filter.segmentId) conditions.push(await customerConditions(db, await segmentFilter(db, filter.segmentId)));
  return allOf(conditions);
}

/** The filter that a segment keeps. */
export async function segmentFilter(db: ReadDb, id: string): Promise<SegmentFilter> {
  const row = await db.selectFrom('segment').select('filter').where('id', '=', id).executeTakeFirst();
  if (!row) throw new EngineError('not_found', { what: 'segment' });
  return readSegmentFilter(row.filter);
}
export const readSegmentFilter = (json: string): SegmentFilter => SegmentFilter.parse(JSON.parse(json));

export async function productConditions(db: ReadDb, filter: ProductFilter): Promise<Condition> {
  const conditions = [...inState('product', filter.state), ...(await commonConditions(db, 'product', filter))];
  if (filter.search.trim() !== '') conditions.push(like(sql.ref('product.search_fold'), filter.search));
  conditions.push(...oneOf('product.currency', filter.currencies), ...oneOf('product.supply', filter.supplies));
  return allOf(conditions);
}

/** A choice of records: some by id, or all that a filter shows but some. */
export async function customersChosen(db: ReadDb, selection: CustomerSelection): Promise<Condition> {
  return 'ids' in selection
    ? sql<SqlBool>`customer.id IN ${idsIn(selection.ids)}`
    : allOf([await customerConditions(db, selection.all), ...butFor('customer', selection.except)]);
}

export async function productsChosen(db: ReadDb, selection: ProductSelection): Promise<Condition> {
  return 'ids' in selection
    ? sql<SqlBool>`product.id IN ${idsIn(selection.ids)}`
    : allOf([await productConditions(db, selection.all), ...butFor('product', selection.except)]);
}

const butFor = (record: RecordKind, ids: readonly string[]): Condition[] =>
  ids.length === 0 ? [] : [sql<SqlBool>`${sql.ref(`${record}.id`)} NOT IN ${idsIn(ids)}`];
