/** Saved views of the lists. */
import { type Selectable, sql } from 'kysely';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { type ListName, ListName as ListNames, type SavedView, ViewSpec } from '#shared/contract/views.ts';
import { EngineError } from '#shared/model/error.ts';
import { ViewId } from '#shared/model/ids.ts';
import { writeAudit } from '../../store/company.ts';
import type { ReadDb } from '../../store/database.ts';
import type { SavedViewTable } from '../../store/schema-office.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { journaled } from '../undo/journal.ts';
import { assertNameFree, assertVersion, inWantedOrder } from './named.ts';

const viewOf = (row: Selectable<SavedViewTable>): SavedView => ({
  id: ViewId.parse(row.id),
  list: ListNames.parse(row.list),
  name: row.name,
  spec: ViewSpec.parse(JSON.parse(row.spec)),
  createdAt: row.created_at,
  rowVersion: row.row_version,
});

const rowsOf = (db: ReadDb, list: ListName) =>
  db.selectFrom('saved_view').selectAll().where('list', '=', list).orderBy('position').orderBy('id').execute();

export async function listViews(ctx: ReadContext, { list }: Parsed<'view.list'>): Promise<Output<'view.list'>> {
  return (await rowsOf(ctx.db, list)).map(viewOf);
}

export async function saveView(ctx: WriteContext, input: Parsed<'view.save'>): Promise<Output<'view.save'>> {
  const rows = await rowsOf(ctx.db, input.list);
  assertNameFree(rows, input.name, input.id);
  const id = input.id ?? ViewId.parse(ctx.newId());
  const before = rows.find((candidate) => candidate.id === input.id);
  if (input.id !== null) assertVersion(before, input.rowVersion, 'view');
  const act = { action: before ? 'view.changed' : 'view.created', params: { name: input.name } };
  const columns = { name: input.name, spec: JSON.stringify(input.spec) };
  await journaled(ctx, act, async (journal) => {
    await journal.watch('saved_view', sql`row.id = ${id}`);
    if (before) {
      await ctx.trx
        .updateTable('saved_view')
        .set({ ...columns, row_version: before.row_version + 1 })
        .where('id', '=', id)
        .execute();
      return;
    }
    const position = 1 + Math.max(0, ...rows.map((row) => row.position));
    await ctx.trx
      .insertInto('saved_view')
      .values({ id, list: input.list, ...columns, position, created_at: ctx.now, row_version: 1 })
      .execute();
  });
  await writeAudit(ctx.trx, ctx.now, ctx.actor, { ...act, subject: null });
  return viewOf(await ctx.db.selectFrom('saved_view').selectAll().where('id', '=', id).executeTakeFirstOrThrow());
}

export async function removeView(ctx: WriteContext, { id }: Parsed<'view.remove'>): Promise<Output<'view.remove'>> {
  const row = await ctx.db.selectFrom('saved_view').select(['name', 'list']).where('id', '=', id).executeTakeFirst();
  if (!row) throw new EngineError('not_found', { what: 'view' });
  const act = { action: 'view.removed', params: { name: row.name } };
  await journaled(ctx, act, async (journal) => {
    await journal.watch('saved_view', sql`row.id = ${id}`);
    await ctx.trx.deleteFrom('saved_view').where('id', '=', id).execute();
  });
  await writeAudit(ctx.trx, ctx.now, ctx.actor, { ...act, subject: null });
  return { removed: true };
}

export async function reorderViews(ctx: WriteContext, input: Parsed<'view.reorder'>): Promise<Output<'view.reorder'>> {
  const rows = inWantedOrder(await rowsOf(ctx.db, input.list), input.ids);
  const act = {
    action: 'view.reordered',
    params: {
      names: rows
        .map(({ name }) => name)
        .join(', ')
        .slice(0, 200),
    },
  };
  await journaled(ctx, act, async (journal) => {
    await journal.watch('saved_view', sql`row.list = ${input.list}`, ['position']);
    for (const [at, row] of rows.entries()) {
      await ctx.trx
        .updateTable('saved_view')
        .set({ position: at + 1 })
        .where('id', '=', row.id)
        .execute();
    }
  });
  await writeAudit(ctx.trx, ctx.now, ctx.actor, { ...act, subject: null });
  return (await rowsOf(ctx.db, input.list)).map(viewOf);
}
