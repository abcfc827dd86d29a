/** The rows that an act is about, set down once: what it changes must not change what was chosen. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Trx } from './database.ts';

/** Ids of the choice. A table of the connection's own: never in the file. */
export const chosen = sql`(SELECT id FROM temp.chosen)`;

/** Sets down the ids that a query gives, in place of an earlier choice. How many there are. */
export async function choose(trx: Trx, ids: RawBuilder<unknown>): Promise<number> {
  await sql`CREATE TEMP TABLE IF NOT EXISTS chosen (id TEXT PRIMARY KEY) WITHOUT ROWID`.execute(trx);
  await sql`DELETE FROM temp.chosen`.execute(trx);
  await sql`INSERT INTO temp.chosen (id) ${ids}`.execute(trx);
  const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM temp.chosen`.execute(trx);
  return rows[0]?.n ?? 0;
}

/** Leaves out of the choice what `where` takes (it speaks of `temp.chosen`). How many were left out. */
export async function leaveOut(trx: Trx, where: RawBuilder<SqlBool>): Promise<number> {
  const result = await sql`DELETE FROM temp.chosen WHERE ${where}`.execute(trx);
  return Number(result.numAffectedRows ?? 0n);
}
