/** Copies of a company file: made by SQLite from one snapshot while others read and write, never by copying a live file. */
import { basename } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { EngineError } from '#shared/model/error.ts';
import { migrate, openCompanyFile } from './company-file.ts';
import { asReader, kyselyOn, openSqlite, type ReadDb, type Sqlite } from './database.ts';

/**
 * Writes a compact copy of `source` as it is at this moment to `target`, which must be free. Holds no lock that a writer waits for.
 * Throws what {@link openCompanyFile} throws for a source that is none of ours or damaged, `disk_full`, `backup_copy_failed`.
 */
export function copyCompany(source: string, target: string): void {
  const { sqlite } = openAnyVersion(source);
  try {
    sqlite.prepare('VACUUM INTO ?').run(target);
  } catch (cause) {
    if (cause instanceof BetterSqlite3.SqliteError && cause.code.startsWith('SQLITE_FULL')) {
      throw new EngineError('disk_full', { path: target }, { cause });
    }
    throw new EngineError('backup_copy_failed', { file: basename(source) }, { cause });
  } finally {
    sqlite.close();
  }
}

/** Opens for reading, of whatever earlier version: checked as for every opening. */
function openAnyVersion(path: string): { sqlite: Sqlite; older: boolean } {
  try {
    return { sqlite: openCompanyFile(path, { readOnly: true }).sqlite, older: false };
  } catch (thrown) {
    if (!(thrown instanceof EngineError) || thrown.code !== 'company_needs_upgrade') throw thrown;
    return { sqlite: openSqlite(path, { readOnly: true, mustExist: true }), older: true };
  }
}

/**
 * Reads a file in one transaction. One of an earlier version is read in a copy brought up to this version, made at `scratch` and
 * left there to be removed.
 */
export async function readCompanyFile<R>(
  path: string,
  scratch: string,
  use: (db: ReadDb, about: { older: boolean }) => Promise<R>,
): Promise<R> {
  const opened = openAnyVersion(path);
  let { sqlite } = opened;
  try {
    if (opened.older) {
      sqlite.prepare('VACUUM INTO ?').run(scratch);
      sqlite.close();
      sqlite = openSqlite(scratch, { readOnly: false, mustExist: true });
      migrate(sqlite);
    }
    return await kyselyOn(sqlite)
      .transaction()
      .execute((trx) => use(asReader(trx), { older: opened.older }));
  } finally {
    sqlite.close();
  }
}

/**
 * Folds a company's journal into its file, so that the file alone is the company. False when it cannot be opened (it is damaged):
 * then file and journal belong together as they are.
 */
export function foldJournal(path: string): boolean {
  try {
    const sqlite = openSqlite(path, { readOnly: false, mustExist: true });
    try {
      sqlite.pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      sqlite.close();
    }
    return true;
  } catch (thrown) {
    if (thrown instanceof BetterSqlite3.SqliteError) return false;
    throw thrown;
  }
}

/** Looks into a file of whatever version past its checks; `failed` says what a failure of SQLite means. */
function peek<R, F>(path: string, use: (sqlite: Sqlite) => R, failed: (code: string) => F): R | F {
  try {
    const sqlite = openSqlite(path, { readOnly: true, mustExist: true });
    try {
      return use(sqlite);
    } finally {
      sqlite.close();
    }
  } catch (thrown) {
    if (thrown instanceof BetterSqlite3.SqliteError) return failed(thrown.code);
    throw thrown;
  }
}

/** Hashes of the delivered PDFs that a copy names; null where it cannot be read, so that nobody concludes that it names none. */
export const originalsNamedIn = (path: string): string[] | null =>
  peek(
    path,
    (sqlite) =>
      sqlite
        .prepare<[], { sha256: string }>('SELECT sha256 FROM archive_file')
        .all()
        .map((row) => row.sha256),
    () => null,
  );

/** How far a chain of documents had come: the number of its last one (0: none yet) and the hash that chains it. */
interface ChainMark {
  ordinal: number;
  hash: string;
}

/** How far a copy's chain had come; `rotten`: it is no company any more; null where it could not be read now. */
export const chainMarkIn = (path: string): ChainMark | 'rotten' | null =>
  peek(
    path,
    (sqlite): ChainMark =>
      sqlite
        .prepare<[], ChainMark>('SELECT id AS ordinal, chain_hash AS hash FROM document ORDER BY id DESC LIMIT 1')
        .get() ?? { ordinal: 0, hash: '' },
    // A file of zeroes is an empty database: it lacks the table.
    (code) => (/^SQLITE_(NOTADB|CORRUPT|ERROR)/.test(code) ? 'rotten' : null),
  );

/** Whether a file's chain goes through this mark: it holds every document that was issued up to there. Null: it cannot be read. */
export const passesMark = (path: string, mark: ChainMark): boolean | null =>
  peek(
    path,
    (sqlite) =>
      mark.ordinal === 0 ||
      sqlite
        .prepare<[number], { hash: string }>('SELECT chain_hash AS hash FROM document WHERE id = ?')
        .get(mark.ordinal)?.hash === mark.hash,
    () => null,
  );
