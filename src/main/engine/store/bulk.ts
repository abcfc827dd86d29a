/** Many rows in few statements: multi-row inserts in fixed sizes, so that the memoised statement is found again. */
import type { Insertable } from 'kysely';
import type { Trx } from './database.ts';
import type { Schema } from './schema.ts';

/** SQLite's limit is 32,766 variables a statement; the widest table has about 40 columns. */
const CHUNK = 50;

/** Inserts rows in order. All rows of a call have the same keys. */
export async function insertRows<T extends keyof Schema>(
  trx: Trx,
  table: T,
  rows: readonly Insertable<Schema[T]>[],
): Promise<void> {
  const full = Math.floor(rows.length / CHUNK) * CHUNK;
  for (let at = 0; at < full; at += CHUNK) {
    await trx
      .insertInto(table)
      .values(rows.slice(at, at + CHUNK))
      .execute();
  }
  for (const row of rows.slice(full)) await trx.insertInto(table).values(row).execute();
}

/** Cuts a list into parts of at most `size`. */
export function chunksOf<T>(items: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < items.length; at += size) parts.push(items.slice(at, at + size));
  return parts;
}
