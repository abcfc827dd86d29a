/** Column maps that are kept: one for each shape of file, with a name or without. */
import type { Output, Parsed } from '#shared/contract/index.ts';
import { EngineError } from '#shared/model/error.ts';
import { ColumnConstants, ColumnMap, ImportKind, type SavedMap } from '#shared/model/imports.ts';
import { fold } from '../../domain/text/fold.ts';
import type { ReadDb, Trx } from '../../store/database.ts';
import type { ReadContext, WriteContext } from '../context.ts';

/** How a map stands in its row. Older rows hold the bare list. */
interface Stored {
  v: 2;
  columns: readonly string[];
  map: ColumnMap;
  constants: ColumnConstants;
}

function savedMapOf(row: { kind: string; shape: string; name: string; map: string; at: string }): SavedMap {
  const parsed: unknown = JSON.parse(row.map);
  const base = { kind: ImportKind.parse(row.kind), shape: row.shape, name: row.name, at: row.at };
  if (Array.isArray(parsed)) return { ...base, columns: [], map: ColumnMap.parse(parsed), constants: [] };
  // This engine wrote it; `v` is 2.
  const stored = parsed as Stored;
  return {
    ...base,
    columns: [...stored.columns],
    map: ColumnMap.parse(stored.map),
    constants: ColumnConstants.parse(stored.constants),
  };
}

const rowOf = (db: ReadDb, { kind, shape }: { kind: ImportKind; shape: string }) =>
  db.selectFrom('column_map').selectAll().where('kind', '=', kind).where('shape', '=', shape).executeTakeFirst();

export async function savedMap(ctx: ReadContext, key: { kind: ImportKind; shape: string }): Promise<SavedMap | null> {
  const row = await rowOf(ctx.db, key);
  return row ? savedMapOf(row) : null;
}

export async function listMaps(ctx: ReadContext, input: Parsed<'columnMap.list'>): Promise<Output<'columnMap.list'>> {
  const rows = await ctx.db.selectFrom('column_map').selectAll().where('kind', '=', input.kind).execute();
  const named = rows.filter(({ name }) => name !== '').sort((a, b) => fold(a.name).localeCompare(fold(b.name)));
  const rest = rows.filter(({ name }) => name === '').sort((a, b) => b.at.localeCompare(a.at));
  return [...named, ...rest].map(savedMapOf);
}

async function assertFree(db: ReadDb, kind: ImportKind, shape: string, name: string): Promise<void> {
  const rows = await db
    .selectFrom('column_map')
    .select(['name', 'shape'])
    .where('kind', '=', kind)
    .where('shape', '<>', shape)
    .execute();
  if (rows.some((row) => fold(row.name) === fold(name))) {
    throw new EngineError('name_taken', { name }, { place: { field: 'name' } });
  }
}

/** Keeps a map for its shape; null leaves the name that stands there. */
export async function keepMap(
  trx: Trx,
  now: string,
  { kind, shape, name, ...rest }: Omit<SavedMap, 'at' | 'name'> & { name: string | null },
): Promise<void> {
  const map = JSON.stringify({ v: 2, ...rest } satisfies Stored);
  await trx
    .insertInto('column_map')
    .values({ kind, shape, map, at: now, name: name ?? '' })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'shape']).doUpdateSet({ map, at: now, ...(name === null ? {} : { name }) }),
    )
    .execute();
}

export async function saveMap(ctx: WriteContext, input: Parsed<'columnMap.save'>): Promise<Output<'columnMap.save'>> {
  await assertFree(ctx.db, input.kind, input.shape, input.name);
  await keepMap(ctx.trx, ctx.now, input);
  return { ...input, at: ctx.now };
}

export async function renameMap(
  ctx: WriteContext,
  { kind, shape, name }: Parsed<'columnMap.rename'>,
): Promise<Output<'columnMap.rename'>> {
  const row = await rowOf(ctx.db, { kind, shape });
  if (!row) throw new EngineError('not_found', { what: 'columnMap' });
  await assertFree(ctx.db, kind, shape, name);
  await ctx.trx.updateTable('column_map').set({ name }).where('kind', '=', kind).where('shape', '=', shape).execute();
  return savedMapOf({ ...row, name });
}

export async function forgetMap(
  ctx: WriteContext,
  input: Parsed<'columnMap.forget'>,
): Promise<Output<'columnMap.forget'>> {
  const result = await ctx.trx
    .deleteFrom('column_map')
    .where('kind', '=', input.kind)
    .where('shape', '=', input.shape)
    .executeTakeFirst();
  return { forgotten: result.numDeletedRows > 0n };
}
