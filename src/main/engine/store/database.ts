/**
 * Kysely over one better-sqlite3 connection. `prepare` is memoised under the dialect: Kysely prepares at every call, and a
 * prepared statement kept is several times faster. Reader and writer are different types, so a read cannot call a write.
 */
import BetterSqlite3 from 'better-sqlite3';
import { Kysely, SqliteDialect, type Transaction } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import type { Schema } from './schema.ts';

export type Sqlite = BetterSqlite3.Database;
export type ReadDb = ReadonlyKysely<Schema>;
export type WriteDb = Kysely<Schema>;
export type Trx = Transaction<Schema>;

/** Statements kept by text. Bulk statements come in few sizes, so this stays small; the bound is a safety net. */
const MAX_STATEMENTS = 500;

/** Opens a connection with the pragmas every door relies on. Changes nothing in the file; see {@link prepareWriting}. */
export function openSqlite(path: string, options: { readOnly: boolean; mustExist: boolean }): Sqlite {
  const sqlite = new BetterSqlite3(path, { readonly: options.readOnly, fileMustExist: options.mustExist });
  sqlite.pragma('busy_timeout = 5000');
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma('trusted_schema = OFF');
  return sqlite;
}

/** Makes a connection ready to write. The journal mode stands in the file's header, so only in a file that is ours. */
export function prepareWriting(sqlite: Sqlite): void {
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
}

/** Kysely on an open connection. Closing stays with whoever opened it. */
export function kyselyOn(sqlite: Sqlite): WriteDb {
  const statements = new Map<string, BetterSqlite3.Statement>();
  const prepare = (text: string): BetterSqlite3.Statement => {
    const known = statements.get(text);
    if (known) return known;
    if (statements.size >= MAX_STATEMENTS) statements.clear();
    const made = sqlite.prepare(text);
    statements.set(text, made);
    return made;
  };
  return new Kysely<Schema>({
    dialect: new SqliteDialect({
      // The dialect's driver needs `prepare` and `close` only. Reason for the cast: better-sqlite3's Statement is
      // structurally wider than the dialect's SqliteStatement.
      database: { prepare: prepare as never, close: () => undefined },
    }),
  });
}

/** The read-only face of a connection or transaction. Reason for the cast: Kysely offers the type but no conversion. */
export const asReader = (db: WriteDb | Trx): ReadDb => db as never;
