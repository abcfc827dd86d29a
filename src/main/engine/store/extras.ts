/** Custom fields, tags, and what records hold of them. */
import { type Selectable, sql } from 'kysely';
import type { Extras } from '#shared/contract/records.ts';
import type { RecordKind } from '#shared/model/fields.ts';
import { TagId } from '#shared/model/ids.ts';
import { fold } from '../domain/text/fold.ts';
import { chunksOf } from './bulk.ts';
import type { ReadDb, Trx } from './database.ts';
import type { CustomFieldTable, TagTable } from './schema-office.ts';

export type FieldRow = Selectable<CustomFieldTable>;
export type TagRow = Selectable<TagTable>;

/** Fields of a kind of record, in their order. */
export async function fieldsOf(db: ReadDb, record: RecordKind): Promise<FieldRow[]> {
  return db
    .selectFrom('custom_field')
    .selectAll()
    .where('record', '=', record)
    .orderBy('archived')
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export const optionsOf = (row: FieldRow): string[] => {
  const parsed: unknown = JSON.parse(row.options);
  return Array.isArray(parsed) ? parsed.filter((item) => typeof item === 'string') : [];
};

/** Tags and custom values of these records; every id has an entry. */
export async function extrasOf(db: ReadDb, ids: readonly string[]): Promise<Map<string, Extras>> {
  const found = new Map<string, Extras>(ids.map((id) => [id, { tags: [], custom: {} }]));
  for (const part of chunksOf(ids, 500)) {
    const tags = await db
      .selectFrom('record_tag')
      .innerJoin('tag', 'tag.id', 'record_tag.tag_id')
      .select(['record_id', 'tag.id', 'tag.name'])
      .where('record_id', 'in', part)
      .execute();
    for (const row of tags) found.get(row.record_id)?.tags.push({ id: TagId.parse(row.id), name: row.name });
    const values = await db
      .selectFrom('custom_value')
      .innerJoin('custom_field', 'custom_field.id', 'custom_value.field_id')
      .select(['record_id', 'field_id', 'value'])
      .where('record_id', 'in', part)
      .where('custom_field.archived', '=', 0)
      .execute();
    for (const row of values) {
      const extras = found.get(row.record_id);
      if (extras) extras.custom[row.field_id] = row.value;
    }
  }
  for (const { tags } of found.values()) {
    if (tags.length > 1) tags.sort((a, b) => (fold(a.name) < fold(b.name) ? -1 : 1));
  }
  return found;
}

/** The tags of these names, made where they are missing. Names that fold alike are one tag. */
export async function tagsNamed(
  trx: Trx,
  record: RecordKind,
  names: readonly string[],
  newId: () => string,
): Promise<TagRow[]> {
  const rows: TagRow[] = [];
  for (const [key, name] of new Map(names.map((name) => [fold(name), name]))) {
    const known = await trx
      .selectFrom('tag')
      .selectAll()
      .where('record', '=', record)
      .where('name_fold', '=', key)
      .executeTakeFirst();
    const row = known ?? { id: newId(), record, name, name_fold: key };
    if (!known) await trx.insertInto('tag').values(row).execute();
    rows.push(row);
  }
  return rows;
}

/** The choice's ids as a set that SQL reads. A list of any length is one parameter. */
export const idsIn = (ids: readonly string[]) => sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
