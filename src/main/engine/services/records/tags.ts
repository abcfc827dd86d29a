/** Tags of customers and products. */
import { sql } from 'kysely';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { EngineError } from '#shared/model/error.ts';
import type { RecordKind, Tag } from '#shared/model/fields.ts';
import { TagId } from '#shared/model/ids.ts';
import { fold } from '../../domain/text/fold.ts';
import { writeAudit } from '../../store/company.ts';
import type { ReadDb } from '../../store/database.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { journaled } from '../undo/journal.ts';
import { assertNameFree } from './named.ts';
import { choicesNaming } from './uses.ts';

async function tagsOf(db: ReadDb, record: RecordKind): Promise<Tag[]> {
  const rows = await db
    .selectFrom('tag')
    .select((eb) => [
      'tag.id',
      'tag.name',
      eb
        .selectFrom('record_tag')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .whereRef('record_tag.tag_id', '=', 'tag.id')
        .as('count'),
    ])
    .where('record', '=', record)
    .orderBy('name_fold')
    .execute();
  return rows.map((row) => ({ id: TagId.parse(row.id), name: row.name, record, count: row.count ?? 0 }));
}

export const listTags = (ctx: ReadContext, { record }: Parsed<'tag.list'>): Promise<Output<'tag.list'>> =>
  tagsOf(ctx.db, record);

export async function saveTag(ctx: WriteContext, input: Parsed<'tag.save'>): Promise<Output<'tag.save'>> {
  const tags = await tagsOf(ctx.db, input.record);
  assertNameFree(tags, input.name, input.id);
  const before = tags.find((tag) => tag.id === input.id);
  if (input.id !== null && !before) throw new EngineError('not_found', { what: 'tag' });
  const id = input.id ?? TagId.parse(ctx.newId());
  const act = before
    ? { action: 'tag.renamed', params: { name: input.name, before: before.name } }
    : { action: 'tag.created', params: { name: input.name } };
  const columns = { name: input.name, name_fold: fold(input.name) };
  await journaled(ctx, act, async (journal) => {
    await journal.watch('tag', sql`row.id = ${id}`);
    if (before) await ctx.trx.updateTable('tag').set(columns).where('id', '=', id).execute();
    else
      await ctx.trx
        .insertInto('tag')
        .values({ id, record: input.record, ...columns })
        .execute();
  });
  await writeAudit(ctx.trx, ctx.now, ctx.actor, { ...act, subject: id });
  return { id, name: input.name, record: input.record, count: before?.count ?? 0 };
}

/** Throws `tag_in_use`, naming segments and views: without it they would choose nobody, and a bill run nothing. */
export async function removeTag(ctx: WriteContext, { id }: Parsed<'tag.remove'>): Promise<Output<'tag.remove'>> {
  const row = await ctx.db.selectFrom('tag').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new EngineError('not_found', { what: 'tag' });
  const names = await choicesNaming(ctx.db, id);
  if (names.length > 0) {
    throw new EngineError('tag_in_use', { name: row.name, names: names.slice(0, 10).join(', '), count: names.length });
  }
  const records = (await tagsOf(ctx.db, row.record)).find((tag) => tag.id === id)?.count ?? 0;
  const act = { action: 'tag.removed', params: { name: row.name, count: records } };
  await journaled(ctx, act, async (journal) => {
    await journal.watch('tag', sql`row.id = ${id}`);
    await journal.watch('record_tag', sql`row.tag_id = ${id}`);
    await ctx.trx.deleteFrom('tag').where('id', '=', id).execute();
  });
  await writeAudit(ctx.trx, ctx.now, ctx.actor, { ...act, subject: id });
  return { records };
}
