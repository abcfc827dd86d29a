/** Writing what the office adds to a record: tags and values of custom fields. */
import type { Extras } from '#shared/contract/records.ts';
import { EngineError } from '#shared/model/error.ts';
import type { CustomChanges, RecordKind } from '#shared/model/fields.ts';
import type { Change } from '../../domain/records/changes.ts';
import { customValue } from '../../domain/records/custom-value.ts';
import { extrasOf, type FieldRow, fieldsOf, optionsOf, tagsNamed } from '../../store/extras.ts';
import type { WriteContext } from '../context.ts';
import { fieldNamed } from './filters.ts';

export interface ReadValue {
  field: FieldRow;
  /** Null: taken away. */
  value: { value: string; key: string } | null;
}

/** Reads what was typed into custom fields. Throws `custom_value_invalid` or `field_unknown`, each with its field as the place. */
export async function readCustom(ctx: WriteContext, record: RecordKind, changes: CustomChanges): Promise<ReadValue[]> {
  if (Object.keys(changes).length === 0) return [];
  const fields = (await fieldsOf(ctx.db, record)).filter((field) => field.archived === 0);
  return Object.entries(changes).map(([id, typed]) => {
    const field = fieldNamed(fields, id);
    if (typed === null || typed === '') return { field, value: null };
    const value = customValue({ kind: field.kind, options: optionsOf(field) }, typed);
    if (value === null) {
      throw new EngineError(
        'custom_value_invalid',
        { field: field.name, value: typed },
        { place: { field: `custom.${id}` } },
      );
    }
    return { field, value };
  });
}

/** Writes them, and gives what changed. `tags`: all that the record bears afterwards; null leaves them. */
export async function writeExtras(
  ctx: WriteContext,
  record: RecordKind,
  id: string,
  { tags, custom }: { tags: readonly string[] | null; custom: CustomChanges },
): Promise<Change[]> {
  const before = await extrasFor(ctx, id);
  const values = await readCustom(ctx, record, custom);
  const changes: Change[] = [];
  for (const { field, value } of values) {
    const held = before.custom[field.id] ?? '';
    if (held === (value?.value ?? '')) continue;
    changes.push([`custom:${field.name}`, held, value?.value ?? '']);
    await ctx.trx.deleteFrom('custom_value').where('record_id', '=', id).where('field_id', '=', field.id).execute();
    if (value !== null) {
      await ctx.trx
        .insertInto('custom_value')
        .values({ record_id: id, field_id: field.id, value: value.value, value_fold: value.key })
        .execute();
    }
  }
  if (tags === null) return changes;
  const wanted = await tagsNamed(ctx.trx, record, tags, ctx.newId);
  await ctx.trx.deleteFrom('record_tag').where('record_id', '=', id).execute();
  for (const tag of wanted) await ctx.trx.insertInto('record_tag').values({ record_id: id, tag_id: tag.id }).execute();
  const names = (list: readonly { name: string }[]) =>
    list
      .map(({ name }) => name)
      .sort()
      .join(', ');
  if (names(before.tags) !== names(wanted)) changes.push(['tags', names(before.tags), names(wanted)]);
  return changes;
}

export async function extrasFor(ctx: WriteContext, id: string): Promise<Extras> {
  return (await extrasOf(ctx.db, [id])).get(id) ?? { tags: [], custom: {} };
}
