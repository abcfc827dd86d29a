/** One change to many customers or products: set-wise, in one transaction, one line in the trail, one undo. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { BulkResult } from '#shared/contract/records.ts';
import { EngineError } from '#shared/model/error.ts';
import type { RecordKind } from '#shared/model/fields.ts';
import { choose, chosen, leaveOut } from '../../store/chosen.ts';
import { writeAudit } from '../../store/company.ts';
import { customerPatchColumns, customerSearchFold } from '../../store/customers.ts';
import { type TagRow, tagsNamed } from '../../store/extras.ts';
import { productPatchColumns } from '../../store/products.ts';
import type { WriteContext } from '../context.ts';
import { type Journal, journaled } from '../undo/journal.ts';
import { type ReadValue, readCustom } from './extras.ts';
import { type Condition, customersChosen, productsChosen } from './filters.ts';

type Changes = Parsed<'customer.bulkEdit'>['changes'] | Parsed<'product.bulkEdit'>['changes'];
/** A column and what it becomes, for every row alike or worked out of the row. */
type Columns = Readonly<Record<string, string | number | null>>;

export async function bulkEditCustomers(
  ctx: WriteContext,
  { selection, expected, changes }: Parsed<'customer.bulkEdit'>,
): Promise<Output<'customer.bulkEdit'>> {
  const asked = await chooseRecords(ctx, 'customer', await customersChosen(ctx.db, selection), expected, selection);
  const skipped = [
    ...asked.skipped,
    ...(await leftOut(ctx, 'customer_merged', sql`merged_into IS NOT NULL`)),
    ...(await leftOut(ctx, 'customer_erased', sql`erased_at IS NOT NULL`)),
  ];
  const set = customerPatchColumns(changes.set);
  const searched = 'city' in changes.set || 'email' in changes.set || 'vatNumber' in changes.set;
  const derived = searched ? { search_fold: customerSearchFold } : {};
  return edit(ctx, 'customer', changes, set, derived, asked.count, skipped);
}

export async function bulkEditProducts(
  ctx: WriteContext,
  { selection, expected, changes }: Parsed<'product.bulkEdit'>,
): Promise<Output<'product.bulkEdit'>> {
  const asked = await chooseRecords(ctx, 'product', await productsChosen(ctx.db, selection), expected, selection);
  return edit(ctx, 'product', changes, productPatchColumns(changes.set), {}, asked.count, asked.skipped);
}

/** Sets the choice down. Throws `selection_changed` where it is not as many as the person saw. */
async function chooseRecords(
  ctx: WriteContext,
  table: RecordKind,
  where: Condition,
  expected: number | null,
  selection: { ids: readonly string[] } | { all: unknown },
): Promise<{ count: number; skipped: BulkResult['skipped'] }> {
  const count = await choose(ctx.trx, sql`SELECT id FROM ${sql.table(table)} WHERE ${where}`);
  const named = 'ids' in selection ? new Set(selection.ids).size : count;
  if (expected !== null && expected !== named) throw new EngineError('selection_changed', { expected, count: named });
  return { count, skipped: named > count ? [{ reason: 'row_gone', count: named - count }] : [] };
}

async function leftOut(ctx: WriteContext, reason: string, where: RawBuilder<unknown>): Promise<BulkResult['skipped']> {
  const count = await leaveOut(ctx.trx, sql<SqlBool>`id IN (SELECT id FROM customer WHERE ${where})`);
  return count === 0 ? [] : [{ reason, count }];
}

async function edit(
  ctx: WriteContext,
  record: RecordKind,
  changes: Changes,
  set: Columns,
  derived: Readonly<Record<string, RawBuilder<unknown>>>,
  count: number,
  skipped: BulkResult['skipped'],
): Promise<BulkResult> {
  const columns = { ...set, ...(changes.archived === undefined ? {} : { archived: changes.archived ? 1 : 0 }) };
  const custom = await readCustom(ctx, record, changes.custom);
  const adding = await tagsNamed(ctx.trx, record, changes.addTags, ctx.newId);
  const action = `${record}.${onlyArchives(changes) ? (changes.archived ? 'bulk_archived' : 'bulk_restored') : 'bulk_changed'}`;
  const told = await toldOf(ctx, changes, custom);
  const left = skipped.reduce((sum, row) => sum + (row.reason === 'row_gone' ? 0 : row.count), 0);
  // How many change is known before the act is entered: an act has its count in its sentence.
  const same = await leaveOut(
    ctx.trx,
    sql<SqlBool>`id IN (
      SELECT record.id FROM ${sql.table(record)} AS record
      WHERE record.id IN ${chosen} AND NOT ${differs(columns, custom, adding, changes.removeTags)}
    )`,
  );
  const touched = count - left - same;
  const params = { count: touched, ...told };
  const { undoId } = await journaled(ctx, { action, params }, async (journal) => {
    if (touched === 0) return;
    await watch(journal, record, Object.keys(columns), Object.keys(derived), custom, adding, changes.removeTags);
    await writeCustom(ctx, custom);
    await writeTags(ctx, adding, changes.removeTags);
    await writeColumns(ctx, record, columns, derived);
  });
  if (touched > 0) await writeAudit(ctx.trx, ctx.now, ctx.actor, { action, subject: null, params });
  return { changed: touched, unchanged: same, skipped, undoId };
}

const onlyArchives = (changes: Changes): boolean =>
  changes.archived !== undefined &&
  Object.keys(changes.set).length +
    Object.keys(changes.custom).length +
    changes.addTags.length +
    changes.removeTags.length ===
    0;

/** The rows that would read otherwise afterwards. */
function differs(
  columns: Columns,
  custom: readonly ReadValue[],
  adding: readonly TagRow[],
  removing: readonly string[],
): RawBuilder<SqlBool> {
  const bears = (tag: string) => sql`EXISTS (SELECT 1 FROM record_tag WHERE record_id = record.id AND tag_id = ${tag})`;
  const conditions = [
    ...Object.entries(columns).map(([column, value]) => sql`${sql.ref(`record.${column}`)} IS NOT ${value}`),
    ...custom.map(
      ({ field, value }) =>
        sql`(SELECT value FROM custom_value WHERE record_id = record.id AND field_id = ${field.id}) IS NOT ${value?.value ?? null}`,
    ),
    ...adding.map((tag) => sql`NOT ${bears(tag.id)}`),
    ...removing.map((tag) => bears(tag)),
  ];
  return conditions.length === 0 ? sql<SqlBool>`0` : sql<SqlBool>`(${sql.join(conditions, sql` OR `)})`;
}

/** No more is kept than the act touches: of a hundred thousand rows, everything would be as much as the file itself. */
async function watch(
  journal: Journal,
  record: RecordKind,
  columns: readonly string[],
  derived: readonly string[],
  custom: readonly ReadValue[],
  adding: readonly TagRow[],
  removing: readonly string[],
): Promise<void> {
  await journal.watch(record, sql`row.id IN ${chosen}`, [...columns, ...derived, 'updated_at', 'row_version']);
  const fields = custom.map(({ field }) => field.id);
  if (fields.length > 0) {
    await journal.watch('custom_value', sql`row.record_id IN ${chosen} AND row.field_id IN (${sql.join(fields)})`);
  }
  const tags = [...adding.map(({ id }) => id), ...removing];
  if (tags.length > 0) {
    await journal.watch('record_tag', sql`row.record_id IN ${chosen} AND row.tag_id IN (${sql.join(tags)})`);
  }
}

async function writeColumns(
  ctx: WriteContext,
  record: RecordKind,
  columns: Columns,
  derived: Readonly<Record<string, RawBuilder<unknown>>>,
): Promise<void> {
  const set = [
    ...Object.entries(columns).map(([column, value]) => sql`${sql.ref(column)} = ${value}`),
    sql`updated_at = ${ctx.now}`,
    sql`row_version = row_version + 1`,
  ];
  await sql`UPDATE ${sql.table(record)} SET ${sql.join(set)} WHERE id IN ${chosen}`.execute(ctx.trx);
  // After the columns that it is worked out of.
  for (const [column, value] of Object.entries(derived)) {
    await sql`UPDATE ${sql.table(record)} SET ${sql.ref(column)} = ${value} WHERE id IN ${chosen}`.execute(ctx.trx);
  }
}

async function writeCustom(ctx: WriteContext, custom: readonly ReadValue[]): Promise<void> {
  for (const { field, value } of custom) {
    await sql`DELETE FROM custom_value WHERE field_id = ${field.id} AND record_id IN ${chosen}`.execute(ctx.trx);
    if (value === null) continue;
    await sql`
      INSERT INTO custom_value (record_id, field_id, value, value_fold)
      SELECT id, ${field.id}, ${value.value}, ${value.key} FROM temp.chosen
    `.execute(ctx.trx);
  }
}

async function writeTags(ctx: WriteContext, adding: readonly TagRow[], removing: readonly string[]): Promise<void> {
  for (const tag of removing) {
    await sql`DELETE FROM record_tag WHERE tag_id = ${tag} AND record_id IN ${chosen}`.execute(ctx.trx);
  }
  for (const { id } of adding) {
    await sql`INSERT OR IGNORE INTO record_tag (record_id, tag_id) SELECT id, ${id} FROM temp.chosen`.execute(ctx.trx);
  }
}

/** What was changed to what, for the trail. */
async function toldOf(
  ctx: WriteContext,
  changes: Changes,
  custom: readonly ReadValue[],
): Promise<{ changes: string } | Record<string, never>> {
  const removed =
    changes.removeTags.length === 0
      ? []
      : await ctx.db.selectFrom('tag').select('name').where('id', 'in', changes.removeTags).execute();
  const text = (value: unknown) => (Array.isArray(value) ? value.join(', ') : String(value ?? '')).slice(0, 80);
  const told = [
    ...Object.entries(changes.set).map(([field, value]) => [field, '', text(value)]),
    ...custom.map(({ field, value }) => [`custom:${field.name}`, '', text(value?.value)]),
    ...changes.addTags.map((name) => ['tags', '', name]),
    ...removed.map(({ name }) => ['tags', name, '']),
    ...(changes.archived === undefined ? [] : [['archived', '', String(changes.archived)]]),
  ];
  return told.length === 0 ? {} : { changes: JSON.stringify(told.slice(0, 30)) };
}
