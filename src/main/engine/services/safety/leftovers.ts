/** Whether a person's name still stands somewhere in the file after an erasure, where nobody thought of it: for a person to look at. */
import { type SqlBool, sql } from 'kysely';
import type { ErasureResult } from '#shared/contract/safety.ts';
import type { Schema } from '../../store/schema.ts';
import type { ReadContext } from '../context.ts';

/** Tables in which a kept document's own words stand, and must. */
const KEPT: ReadonlySet<string> = new Set(['document', 'invoice', 'archive_file']);

/** Rows that hold one of the values in any column, table by table, outside what must keep them. */
export async function findLeftovers(
  { db }: ReadContext,
  input: { values: string[] },
): Promise<ErasureResult['leftovers']> {
  const leftovers: ErasureResult['leftovers'] = [];
  if (input.values.length === 0) return leftovers;
  const columns = await db
    .selectFrom(
      sql<{ table: keyof Schema; column: string }>`(
        SELECT entry.name AS "table", info.name AS "column"
        FROM sqlite_schema AS entry JOIN pragma_table_info(entry.name) AS info
        WHERE entry.type = 'table' AND entry.name NOT LIKE 'sqlite_%')`.as('found'),
    )
    .select(['found.table', 'found.column'])
    .execute();
  const byTable = new Map<keyof Schema, string[]>();
  for (const { table, column } of columns) {
    if (!KEPT.has(table)) byTable.set(table, [...(byTable.get(table) ?? []), column]);
  }
  for (const [table, names] of byTable) {
    const parts = names.flatMap((name) => input.values.map((value) => sql`instr(${sql.ref(name)}, ${value}) > 0`));
    const row = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where(sql<SqlBool>`(${sql.join(parts, sql` OR `)})`)
      .executeTakeFirstOrThrow();
    if (row.n > 0) leftovers.push({ table, rows: row.n });
  }
  return leftovers;
}
