/**
 * Reading a company file without touching it. SQLite itself, even read-only, may make `-wal` and `-shm` beside a file, writes its
 * marks into an owner's `-shm`, and joins the owner's locks. So the bytes are copied, with the owner's journal, into a folder of
 * our own, and SQLite sees the copy alone. Where the file system can, the copy shares its blocks with the original.
 */
import { type BigIntStats, constants, copyFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EngineError, systemErrorCode } from '#shared/model/error.ts';

/** A file is not copied in the middle of being written for long: a checkpoint takes milliseconds. */
const ATTEMPTS = 6;
const PAUSE_MS = 60;

function statOf(path: string): BigIntStats | null {
  try {
    return statSync(path, { bigint: true });
  } catch (thrown) {
    if (['ENOENT', 'ENOTDIR'].includes(systemErrorCode(thrown))) return null;
    throw thrown;
  }
}

const text = (stat: BigIntStats | null): string => (stat === null ? '-' : `${stat.ino}.${stat.mtimeNs}.${stat.size}`);

/** Changes whenever the company's content does. Throws company_not_found. */
export function stampOf(path: string): { stamp: string; bytes: number } {
  const file = statOf(path);
  if (file === null) throw new EngineError('company_not_found', { file: path });
  const journal = statOf(`${path}-wal`);
  return { stamp: `${text(file)} ${text(journal)}`, bytes: Number(file.size) };
}

/**
 * Copies the file and its journal into `folder` and gives the copy's path. The two fit together when the file itself did not change
 * meanwhile: what is added to the journal is whole or is ignored by SQLite. Throws company_not_found, file_locked (it is being
 * written all the time), file_not_readable, disk_full.
 */
export function copyCompany(path: string, folder: string): string {
  const copy = join(folder, 'copy.liasse');
  for (let attempt = 1; ; attempt += 1) {
    removeCopy(folder);
    const before = statOf(path);
    if (before === null) throw new EngineError('company_not_found', { file: path });
    copyBytes(path, copy, path);
    if ((statOf(`${path}-wal`)?.size ?? 0n) > 0n) copyBytes(`${path}-wal`, `${copy}-wal`, path);
    if (text(statOf(path)) === text(before)) return copy;
    if (attempt === ATTEMPTS) throw new EngineError('file_locked', { name: path });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS * attempt);
  }
}

export function removeCopy(folder: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(folder, `copy.liasse${suffix}`), { force: true });
}

function copyBytes(from: string, to: string, file: string): void {
  try {
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
  } catch (cause) {
    const code = systemErrorCode(cause);
    // The owner closed it between looking and copying: its journal is in the file by now.
    if (code === 'ENOENT' && from !== file) return;
    if (code === 'ENOENT') throw new EngineError('company_not_found', { file });
    if (code === 'ENOSPC') throw new EngineError('disk_full', { path: to }, { cause });
    throw new EngineError(
      code === 'EBUSY' ? 'file_locked' : 'file_not_readable',
      code === 'EBUSY' ? { name: file } : { file },
      { cause },
    );
  }
}
