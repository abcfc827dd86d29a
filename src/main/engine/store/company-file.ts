/**
 * A `.liasse` file as a file: created whole or not at all, recognised by its application id, brought to this version by
 * migrations (each in one transaction, after a backup), refused with a reason when it is newer, damaged or foreign.
 */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { EngineError } from '#shared/model/error.ts';
import { openSqlite, prepareWriting, type Sqlite } from './database.ts';
import { migrations } from './migrations/index.ts';

/** 'Lias' in ASCII, in SQLite's header field for foreign programs to see. */
const APPLICATION_ID = 0x4c696173;

const CURRENT_VERSION = migrations.length;

const file = (path: string) => ({ file: basename(path) });

function pragmaNumber(sqlite: Sqlite, name: string): number {
  return Number(sqlite.pragma(name, { simple: true }));
}

/** Runs what is missing up to `target`, one transaction a step. Synchronous, so that nothing comes between. */
export function migrate(sqlite: Sqlite, steps: readonly string[] = migrations, target = steps.length): void {
  for (let version = pragmaNumber(sqlite, 'user_version'); version < target; version += 1) {
    const step = steps[version];
    if (step === undefined) throw new RangeError(`no migration ${version + 1}`);
    sqlite.transaction(() => {
      sqlite.exec(step);
      sqlite.pragma(`user_version = ${version + 1}`);
    })();
  }
}

/**
 * Makes a new file: built under a temporary name in the same folder, then renamed, so that a crash leaves no half file.
 * Never overwrites. `fill` writes the first rows, in the same transaction as nothing else.
 */
export async function createCompanyFile(path: string, fill: (sqlite: Sqlite) => Promise<void>): Promise<void> {
  if (!existsSync(dirname(path))) throw new EngineError('company_folder_missing', { folder: dirname(path) });
  if (existsSync(path)) throw new EngineError('company_exists', file(path));
  const temporary = `${path}.new-${process.pid}`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(temporary + suffix, { force: true });
  let sqlite: Sqlite;
  try {
    sqlite = openSqlite(temporary, { readOnly: false, mustExist: false });
  } catch (cause) {
    throw new EngineError('folder_not_writable', { folder: dirname(path) }, { cause });
  }
  try {
    prepareWriting(sqlite);
    sqlite.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(sqlite);
    await fill(sqlite);
    sqlite.pragma('wal_checkpoint(TRUNCATE)');
  } catch (thrown) {
    sqlite.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(temporary + suffix, { force: true });
    throw thrown;
  }
  sqlite.close();
  if (existsSync(path)) {
    rmSync(temporary, { force: true });
    throw new EngineError('company_exists', file(path));
  }
  renameSync(temporary, path);
}

/** Looks at the first bytes before SQLite does: a foreign file is refused without being touched. */
function assertCompanyFile(path: string): void {
  if (!existsSync(path)) throw new EngineError('company_not_found', { file: path });
  if (!statSync(path).isFile()) throw new EngineError('company_not_a_company_file', file(path));
  const header = Buffer.alloc(100);
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch (cause) {
    throw new EngineError('file_not_readable', file(path), { cause });
  }
  try {
    const read = readSync(handle, header, 0, 100, 0);
    const isSqlite = read === 100 && header.toString('latin1', 0, 16) === 'SQLite format 3\0';
    if (!isSqlite || header.readUInt32BE(68) !== APPLICATION_ID) {
      throw new EngineError('company_not_a_company_file', file(path));
    }
  } finally {
    closeSync(handle);
  }
}

export interface OpenedFile {
  sqlite: Sqlite;
  migratedFrom: { version: number; backupPath: string } | null;
}

/** Where the copy made before a migration lies: beside the file, never overwriting an earlier one. */
function backupPathFor(path: string, version: number): string {
  const stem = join(dirname(path), `${basename(path, '.liasse')}.v${version}`);
  for (let n = 0; ; n += 1) {
    const candidate = `${stem}${n === 0 ? '' : `-${n}`}.backup.liasse`;
    if (!existsSync(candidate)) return candidate;
  }
}

/** SQLite would open it all the same, for reading, and fail at the first commit. */
function assertWritable(path: string): void {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
  } catch (cause) {
    throw new EngineError('file_not_writable', file(path), { cause });
  }
}

/** What SQLite's failure says of the file: only what is none of the known outer reasons is damage. */
function openingFailed(path: string, cause: unknown, readOnly: boolean): EngineError {
  const code = cause instanceof BetterSqlite3.SqliteError ? cause.code : '';
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return new EngineError('file_locked', { name: basename(path) }, { cause });
  if (code.startsWith('SQLITE_FULL')) return new EngineError('disk_full', { path }, { cause });
  if (/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)/.test(code)) {
    return new EngineError(readOnly ? 'file_not_readable' : 'file_not_writable', file(path), { cause });
  }
  return new EngineError('company_damaged', file(path), { cause });
}

/**
 * Opens an existing file.
 * @throws EngineError company_not_found, company_not_a_company_file, company_newer, company_damaged, backup_failed,
 *   company_needs_upgrade (read-only opening of an older version), file_not_readable, file_not_writable, file_locked, disk_full
 */
export function openCompanyFile(path: string, options: { readOnly: boolean }): OpenedFile {
  assertCompanyFile(path);
  if (!options.readOnly) assertWritable(path);
  let sqlite: Sqlite;
  try {
    sqlite = openSqlite(path, { readOnly: options.readOnly, mustExist: true });
  } catch (cause) {
    throw openingFailed(path, cause, options.readOnly);
  }
  try {
    const version = pragmaNumber(sqlite, 'user_version');
    if (version > CURRENT_VERSION) throw new EngineError('company_newer', { ...file(path), version });
    const check = String(sqlite.pragma('quick_check(1)', { simple: true }));
    if (check !== 'ok') throw new EngineError('company_damaged', file(path), { cause: new Error(check) });
    if (!options.readOnly) prepareWriting(sqlite);
    if (version === CURRENT_VERSION) return { sqlite, migratedFrom: null };
    if (options.readOnly) throw new EngineError('company_needs_upgrade', file(path));
    const backupPath = backupPathFor(path, version);
    try {
      sqlite.prepare('VACUUM INTO ?').run(backupPath);
    } catch (cause) {
      throw new EngineError('backup_failed', { ...file(path), backup: backupPath }, { cause });
    }
    migrate(sqlite);
    return { sqlite, migratedFrom: { version, backupPath } };
  } catch (thrown) {
    sqlite.close();
    if (thrown instanceof EngineError) throw thrown;
    throw openingFailed(path, thrown, options.readOnly);
  }
}
