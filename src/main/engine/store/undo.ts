/** Rows of `undo_entry` and `undo_change`: set-wise, whatever the number of rows. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import { UNDO_DAYS, UNDO_ENTRIES, type UndoEntry } from '#shared/contract/undo.ts';
import { UndoId } from '#shared/model/ids.ts';
import { AuditParams } from './audit.ts';
import type { ReadDb, Trx } from './database.ts';

/** Tables whose rows may be put back, parents first, and the columns that tell a row. Nothing issued, no counter. */
export const UNDO_TABLES = {
  company: ['id'],
  custom_field: ['id'],
  tag: ['id'],
  segment: ['id'],
  saved_view: ['id'],
  setting: ['key'],
  customer: ['id'],
  product: ['id'],
  custom_value: ['record_id', 'field_id'],
  record_tag: ['record_id', 'tag_id'],
  series: ['id'],
  import_batch: ['id'],
  bill_run: ['id'],
  draft: ['id'],
  pending_line: ['id'],
  finding: ['id'],
  acceptance: ['run_id', 'draft_id', 'check_id'],
} as const satisfies Record<string, readonly string[]>;
export type UndoTable = keyof typeof UNDO_TABLES;
// Reason for the cast: Object.keys forgets them.
export const undoTables = Object.keys(UNDO_TABLES) as UndoTable[];

/** A set of rows of an entry: their table, and the columns kept of them. */
export interface UndoScope {
  table: UndoTable;
  columns: string[];
}
const Scopes = z.array(
  z.object({ table: z.custom<UndoTable>((name) => undoTables.some((t) => t === name)), columns: z.array(z.string()) }),
);

/** Every column of a table, as the file has it now. */
export async function columnsOf(db: Trx, table: UndoTable): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`SELECT name FROM pragma_table_info(${table})`.execute(db);
  return rows.map((row) => row.name);
}

const col = (column: string) => sql.ref(`row.${column}`);
/** The row's key as it stands in `row_key`. */
export const keyOf = (table: UndoTable): RawBuilder<unknown> => {
  const key: readonly string[] = UNDO_TABLES[table];
  const [first = ''] = key;
  return key.length === 1 ? col(first) : sql`json_array(${sql.join(key.map(col))})`;
};
/** The scope's columns of a row, as they stand in `before` and `after`. */
export const imageOf = (columns: readonly string[]) => sql`json_array(${sql.join(columns.map(col))})`;
/** A row's key columns against a `row_key`: through the table's own key, so that the index serves. */
export const keyMatches = (table: UndoTable, key: RawBuilder<unknown>): RawBuilder<SqlBool> => {
  const columns: readonly string[] = UNDO_TABLES[table];
  const [first = ''] = columns;
  if (columns.length === 1) return sql<SqlBool>`${col(first)} = ${key}`;
  return sql<SqlBool>`(${sql.join(
    columns.map((column, at) => sql`${col(column)} = json_extract(${key}, ${sql.lit(`$[${at}]`)})`),
    sql` AND `,
  )})`;
};

export interface NewUndoEntry {
  id: string;
  at: string;
  actor: string;
  action: string;
  params: Record<string, string | number>;
  undoes: string | null;
}

export async function insertUndoEntry(trx: Trx, entry: NewUndoEntry): Promise<number> {
  const row = await trx
    .insertInto('undo_entry')
    .values({ ...entry, params: JSON.stringify(entry.params), scopes: '[]', rows: 0, undone_by: null })
    .returning('seq')
    .executeTakeFirstOrThrow();
  return row.seq;
}

/** Notes the rows of a scope as they are now. What an earlier scope of the same table has is left to it. */
export async function captureBefore(
  trx: Trx,
  entry: number,
  at: number,
  scopes: readonly UndoScope[],
  where: RawBuilder<SqlBool>,
) {
  const scope = scopes[at];
  if (!scope) return;
  await sql`
    INSERT INTO undo_change (entry, scope, row_key, before, after)
    SELECT ${entry}, ${at}, ${keyOf(scope.table)}, ${imageOf(scope.columns)}, NULL
    FROM ${sql.table(scope.table)} AS row WHERE (${where}) AND ${notIn(entry, at, scopes)}
  `.execute(trx);
}

/** Notes what stands there after the act, rows that it made among them; rows that read as before are forgotten. */
export async function captureAfter(
  trx: Trx,
  entry: number,
  at: number,
  scopes: readonly UndoScope[],
  where: RawBuilder<SqlBool>,
) {
  const scope = scopes[at];
  if (!scope) return;
  await sql`
    UPDATE undo_change SET after = (
      SELECT ${imageOf(scope.columns)} FROM ${sql.table(scope.table)} AS row WHERE ${keyMatches(scope.table, sql`undo_change.row_key`)}
    ) WHERE entry = ${entry} AND scope = ${at}
  `.execute(trx);
  await sql`
    INSERT INTO undo_change (entry, scope, row_key, before, after)
    SELECT ${entry}, ${at}, ${keyOf(scope.table)}, NULL, ${imageOf(scope.columns)}
    FROM ${sql.table(scope.table)} AS row WHERE (${where}) AND ${notIn(entry, at + 1, scopes, scope.table)}
  `.execute(trx);
  await sql`DELETE FROM undo_change WHERE entry = ${entry} AND scope = ${at} AND before IS after`.execute(trx);
}

/** The row is in no scope of the same table before `end`. */
function notIn(
  entry: number,
  end: number,
  scopes: readonly UndoScope[],
  table = scopes[end]?.table,
): RawBuilder<SqlBool> {
  const earlier = scopes.flatMap((scope, at) => (at < end && scope.table === table ? [at] : []));
  if (earlier.length === 0 || table === undefined) return sql<SqlBool>`1`;
  return sql<SqlBool>`NOT EXISTS (
    SELECT 1 FROM undo_change AS seen WHERE seen.entry = ${entry} AND seen.scope IN (${sql.join(earlier)})
    AND seen.row_key = ${keyOf(table)}
  )`;
}

/** Closes an entry; one that touched nothing is taken away. How many rows it has. */
export async function finishUndoEntry(
  trx: Trx,
  entry: number,
  scopes: readonly UndoScope[],
  params: NewUndoEntry['params'],
): Promise<number> {
  const { rows } = await trx
    .selectFrom('undo_change')
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .where('entry', '=', entry)
    .executeTakeFirstOrThrow();
  if (rows === 0) await trx.deleteFrom('undo_entry').where('seq', '=', entry).execute();
  else
    await trx
      .updateTable('undo_entry')
      .set({ scopes: JSON.stringify(scopes), params: JSON.stringify(params), rows })
      .where('seq', '=', entry)
      .execute();
  return rows;
}

/** Rows of the journal that are kept beside the newest act: a file must not become mostly journal. */
const KEPT_ROWS = 1_000_000;

/** Forgets what is too old, too far back, or more than the file should carry. The newest entry always stays. */
export async function pruneUndo(trx: Trx, now: string): Promise<void> {
  const oldest = new Date(Date.parse(now) - UNDO_DAYS * 86_400_000).toISOString();
  const kept = await trx.selectFrom('undo_entry').select(['seq', 'rows', 'at']).orderBy('seq', 'desc').execute();
  let rows = 0;
  const gone = kept.filter((entry, at) => {
    rows += entry.rows;
    return at > 0 && (at >= UNDO_ENTRIES || entry.at < oldest || rows > KEPT_ROWS);
  });
  const last = gone[0];
  // All that is older goes with it: nobody can take an act back and leave a hole in what it rested on.
  if (last) await trx.deleteFrom('undo_entry').where('seq', '<=', last.seq).execute();
}

export interface StoredUndo {
  seq: number;
  entry: UndoEntry;
  scopes: UndoScope[];
}

/** Newest first. */
export async function undoEntries(db: ReadDb, limit: number, actor: string | null): Promise<StoredUndo[]> {
  let query = db.selectFrom('undo_entry').selectAll().orderBy('seq', 'desc').limit(limit);
  if (actor !== null) query = query.where('actor', '=', actor);
  return (await query.execute()).map(stored);
}

export async function findUndo(db: ReadDb, id: string): Promise<StoredUndo | null> {
  const row = await db.selectFrom('undo_entry').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? stored(row) : null;
}

function stored(row: {
  seq: number;
  id: string;
  at: string;
  actor: string;
  action: string;
  params: string;
  scopes: string;
  rows: number;
  undone_by: string | null;
  undoes: string | null;
}): StoredUndo {
  const id = (text: string | null) => (text === null ? null : UndoId.parse(text));
  return {
    seq: row.seq,
    entry: {
      id: UndoId.parse(row.id),
      at: row.at,
      actor: row.actor,
      action: row.action,
      params: AuditParams.parse(JSON.parse(row.params)),
      rows: row.rows,
      undoneBy: id(row.undone_by),
      undoes: id(row.undoes),
    },
    scopes: Scopes.parse(JSON.parse(row.scopes)),
  };
}
