/** Custom fields of customers and products. */
import { sql } from 'kysely';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { EngineError } from '#shared/model/error.ts';
import type { CustomField, RecordKind } from '#shared/model/fields.ts';
import { CustomFieldId } from '#shared/model/ids.ts';
import { customValue } from '../../domain/records/custom-value.ts';
import { fold } from '../../domain/text/fold.ts';
import { writeAudit } from '../../store/company.ts';
import type { ReadDb } from '../../store/database.ts';
import { type FieldRow, fieldsOf, optionsOf } from '../../store/extras.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { journaled } from '../undo/journal.ts';
import { assertNameFree, assertVersion, inWantedOrder } from './named.ts';

async function shown(db: ReadDb, rows: readonly FieldRow[]): Promise<CustomField[]> {
  const counts = await db
    .selectFrom('custom_value')
    .select((eb) => ['field_id', eb.fn.countAll<number>().as('used')])
    .groupBy('field_id')
    .execute();
  const used = new Map(counts.map((row) => [row.field_id, row.used]));
  return rows.map((row) => ({
    id: CustomFieldId.parse(row.id),
    record: row.record,
    name: row.name,
    kind: row.kind,
    options: optionsOf(row),
    archived: row.archived === 1,
    used: used.get(row.id) ?? 0,
    rowVersion: row.row_version,
  }));
}

const fieldsShown = async (db: ReadDb, record: RecordKind, archived: boolean) =>
  shown(
    db,
    (await fieldsOf(db, record)).filter((row) => archived || row.archived === 0),
  );

export const listFields = (ctx: ReadContext, input: Parsed<'field.list'>): Promise<Output<'field.list'>> =>
  fieldsShown(ctx.db, input.record, input.archived);

export async function saveField(ctx: WriteContext, input: Parsed<'field.save'>): Promise<Output<'field.save'>> {
  const rows = await fieldsOf(ctx.db, input.record);
  assertNameFree(rows, input.name, input.id);
  // Twice the same choice would be two ways to say one thing.
  const options = input.kind === 'choice' ? [...new Map(input.options.map((text) => [fold(text), text])).values()] : [];
  if (input.kind === 'choice' && options.length === 0) {
    throw new EngineError('field_without_options', { name: input.name }, { place: { field: 'options' } });
  }
  const id = input.id ?? CustomFieldId.parse(ctx.newId());
  const before = rows.find((row) => row.id === input.id);
  const action = input.id === null ? 'field.created' : 'field.changed';
  const act = { action, params: { name: input.name } };
  await journaled(ctx, act, async (journal) => {
    await journal.watch('custom_field', sql`row.id = ${id}`);
    const columns = {
      name: input.name,
      name_fold: fold(input.name),
      kind: input.kind,
      options: JSON.stringify(options),
    };
    if (input.id === null) {
      const position = 1 + Math.max(0, ...rows.map((row) => row.position));
      await ctx.trx
        .insertInto('custom_field')
        .values({ id, record: input.record, ...columns, position, row_version: 1 })
        .execute();
      return;
    }
    assertVersion(before, input.rowVersion, 'field');
    // Another name alone leaves a hundred thousand values as they are.
    if (before.kind !== input.kind || before.options !== columns.options) {
      await journal.watch('custom_value', sql`row.field_id = ${id}`);
      await rereadValues(ctx, { id, name: input.name, kind: input.kind, options });
    }
    await ctx.trx
      .updateTable('custom_field')
      .set({ ...columns, row_version: before.row_version + 1 })
      .where('id', '=', id)
      .execute();
  });
  await writeAudit(ctx.trx, ctx.now, ctx.actor, { ...act, subject: id });
  return fieldById(ctx.db, id);
}

/** What records hold is read as the field says it now; a value that it can no longer be refuses the change. */
async function rereadValues(
  ctx: WriteContext,
  field: { id: string; name: string; kind: FieldRow['kind']; options: string[] },
): Promise<void> {
  const held = await ctx.trx
    .selectFrom('custom_value')
    .select((eb) => ['value', eb.fn.countAll<number>().as('count')])
    .where('field_id', '=', field.id)
    .groupBy('value')
    .execute();
  for (const { value, count } of held) {
    const read = customValue(field, value);
    if (read === null) {
      const code = field.kind === 'choice' ? 'field_option_in_use' : 'field_kind_in_use';
      throw new EngineError(
        code,
        { name: field.name, value, count },
        { place: { field: field.kind === 'choice' ? 'options' : 'kind' } },
      );
    }
    await ctx.trx
      .updateTable('custom_value')
      .set({ value: read.value, value_fold: read.key })
      .where('field_id', '=', field.id)
      .where('value', '=', value)
      .execute();
  }
}

async function fieldById(db: ReadDb, id: string): Promise<CustomField> {
  const rows = await db.selectFrom('custom_field').selectAll().where('id', '=', id).execute();
  const [field] = await shown(db, rows);
  if (!field) throw new EngineError('not_found', { what: 'field' });
  return field;
}

export async function archiveField(
  ctx: WriteContext,
  input: Parsed<'field.archive'>,
): Promise<Output<'field.archive'>> {
  const field = await fieldById(ctx.db, input.id);
  if (field.archived === input.archived) return field;
  const act = { action: input.archived ? 'field.archived' : 'field.restored', params: { name: field.name } };
  await journaled(ctx, act, async (journal) => {
    await journal.watch('custom_field', sql`row.id = ${input.id}`);
    await ctx.trx
      .updateTable('custom_field')
      .set({ archived: input.archived ? 1 : 0, row_version: field.rowVersion + 1 })
      .where('id', '=', input.id)
      .execute();
  });
  await writeAudit(ctx.trx, ctx.now, ctx.actor, { ...act, subject: input.id });
  return fieldById(ctx.db, input.id);
}

export async function reorderFields(
  ctx: WriteContext,
  input: Parsed<'field.reorder'>,
): Promise<Output<'field.reorder'>> {
  const rows = inWantedOrder(await fieldsOf(ctx.db, input.record), input.ids);
  const act = {
    action: 'field.reordered',
    params: {
      names: rows
        .map(({ name }) => name)
        .join(', ')
        .slice(0, 200),
    },
  };
  await journaled(ctx, act, async (journal) => {
    await journal.watch('custom_field', sql`row.record = ${input.record}`, ['position']);
    for (const [at, row] of rows.entries()) {
      await ctx.trx
        .updateTable('custom_field')
        .set({ position: at + 1 })
        .where('id', '=', row.id)
        .execute();
    }
  });
  await writeAudit(ctx.trx, ctx.now, ctx.actor, { ...act, subject: null });
  return fieldsShown(ctx.db, input.record, false);
}
