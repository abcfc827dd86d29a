/** Where the engine may write what a person asked for: never over the company, what belongs to it, or the file being read. */
import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import { EngineError } from '#shared/model/error.ts';
import { archiveDir } from './produce.ts';

/** Beside the company file and part of it: SQLite's journal, the lock. */
const COMPANIONS = ['', '-wal', '-shm', '-journal', '.lock'];

/**
 * Throws `output_extension` when the name does not end as this kind of file does (`.pdf`), and `output_path_taken` when it is, by
 * whatever name, the company file, one of its companions or its archive, or one of `sources`, the files being read.
 */
export function assertOutputPath(
  companyPath: string,
  target: string,
  extension: '.pdf' | '.xlsx' | '.csv',
  sources: readonly string[] = [],
): void {
  if (extname(target).toLowerCase() !== extension) {
    throw new EngineError('output_extension', { name: basename(target), extension });
  }
  const taken = [...COMPANIONS.map((suffix) => companyPath + suffix), ...sources];
  if (taken.some((path) => isSameFile(path, target))) throw new EngineError('output_path_taken', { path: target });
  assertOutputFolder(companyPath, dirname(target));
}

/** Throws `output_path_taken` for a folder in the company's archive of originals. */
export function assertOutputFolder(companyPath: string, folder: string): void {
  const archive = truly(archiveDir(companyPath));
  const inside = truly(folder);
  if (inside === archive || inside.startsWith(archive + sep)) {
    throw new EngineError('output_path_taken', { path: folder });
  }
}

/** The same name once links are followed, or the same file under two names (a hard link, another case). */
function isSameFile(one: string, other: string): boolean {
  if (truly(one) === truly(other)) return true;
  const a = identityOf(one);
  return a !== null && a === identityOf(other);
}

function identityOf(path: string): string | null {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return ino === 0n ? null : `${dev}:${ino}`;
  } catch {
    // Not there, or in a folder that may not be looked into: writing says better what is wrong.
    return null;
  }
}

/** The path without links; of what is not there yet, its folder without links. */
function truly(path: string): string {
  const full = resolve(path);
  try {
    return realpathSync.native(full);
  } catch {
    const folder = dirname(full);
    return folder === full ? full : join(truly(folder), basename(full));
  }
}
