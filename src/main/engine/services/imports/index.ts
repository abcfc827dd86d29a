/** Use cases around imports that need no file: their list, the column maps kept. */
import type { Output, Parsed } from '#shared/contract/index.ts';
import { ImportId } from '#shared/model/ids.ts';
import { ColumnMap, type ImportKind } from '#shared/model/imports.ts';
import type { ReadContext, WriteContext } from '../context.ts';

export async function listImports(ctx: ReadContext): Promise<Output<'import.list'>> {
  const rows = await ctx.db.selectFrom('import_batch').selectAll().orderBy('id', 'desc').limit(200).execute();
  return rows.map((row) => ({
    id: ImportId.parse(row.id),
    kind: row.kind,
    fileName: row.file_name,
    at: row.at,
    actor: row.actor,
    rows: row.rows,
    created: row.created,
    updated: row.updated,
    left: row.left_alone,
    rejected: row.rejected,
  }));
}

export async function savedMap(
  ctx: ReadContext,
  input: { kind: ImportKind; shape: string },
): Promise<ColumnMap | null> {
  const row = await ctx.db
    .selectFrom('column_map')
    .select('map')
    .where('kind', '=', input.kind)
    .where('shape', '=', input.shape)
    .executeTakeFirst();
  return row ? ColumnMap.parse(JSON.parse(row.map)) : null;
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
