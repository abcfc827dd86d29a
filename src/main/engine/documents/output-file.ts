/**
 * Files of a run: written under a temporary name in the same folder, renamed when whole. What is there under the final
 * name is complete, whenever the machine stopped; what is there with the right hash is left alone, so a run resumes.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EngineError, systemErrorCode } from '#shared/model/error.ts';

const RETRIES = 8;
/** Windows answers these while another program (an indexer, a virus scanner) has the file open for a moment. */
const PASSING = new Set(['EPERM', 'EBUSY', 'EACCES']);

export interface WrittenFile {
  path: string;
  sha256: string;
  bytes: number;
  /** False when a file with these very bytes was there already. */
  written: boolean;
}

/** The temporary name of a file that is being written. Always the same, so that a resumed run overwrites a leftover. */
export const partPath = (path: string): string => join(dirname(path), `~${basename(path)}.part`);

/** `document_write_failed`, with the place a person knows. */
export function writeFailed(path: string, cause: unknown): EngineError {
  return new EngineError('document_write_failed', { name: basename(path), folder: dirname(path) }, { cause });
}

async function renameWithPatience(from: string, to: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await rename(from, to);
      return;
    } catch (thrown) {
      if (attempt >= RETRIES || !PASSING.has(systemErrorCode(thrown))) throw thrown;
      await pause(10 * 2 ** attempt);
    }
  }
}

/** SHA-256 of a file in hex, or null when there is none. Read in pieces. */
export async function fileHash(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path)) hash.update(piece);
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'ENOENT') return null;
    throw thrown;
  }
  return hash.digest('hex');
}

async function hasBytes(path: string, sha256: string, size: number): Promise<boolean> {
  const known = await stat(path).catch((thrown: unknown) => {
    if (systemErrorCode(thrown) === 'ENOENT') return null;
    throw thrown;
  });
  return known?.isFile() === true && known.size === size && (await fileHash(path)) === sha256;
}

/**
 * Writes a file whole or not at all. `fsync` waits until the disk has it; a batch does better to pass false and call
 * {@link syncFiles} once. Fails with `document_write_failed`.
 */
export async function writeOutputFile(path: string, bytes: Uint8Array, fsync: boolean): Promise<WrittenFile> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  try {
    if (await hasBytes(path, sha256, bytes.length)) return { path, sha256, bytes: bytes.length, written: false };
    await writeInto(path, fsync, async (handle) => {
      await handle.writeFile(bytes);
    });
  } catch (cause) {
    throw writeFailed(path, cause);
  }
  return { path, sha256, bytes: bytes.length, written: true };
}

/** Opens the temporary file, lets `write` fill it, renames it. Whatever fails, no temporary file stays. */
export async function writeInto(
  path: string,
  fsync: boolean,
  write: (handle: FileHandle) => Promise<void>,
): Promise<void> {
  const part = partPath(path);
  const handle = await open(part, 'w');
  try {
    try {
      await write(handle);
      if (fsync) await handle.sync();
    } finally {
      await handle.close();
    }
    await renameWithPatience(part, path);
  } catch (thrown) {
    await rm(part, { force: true });
    throw thrown;
  }
}

/** Makes a batch of written files and their folders' entries durable. A folder that cannot be synced (Windows) is left. */
export async function syncFiles(paths: readonly string[]): Promise<void> {
  const folders = new Set<string>();
  for (const path of paths) {
    folders.add(dirname(path));
    try {
      const handle = await open(path, 'r+');
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
    } catch (cause) {
      throw writeFailed(path, cause);
    }
  }
  for (const folder of folders) await syncFolder(folder);
}

async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle;
  try {
    handle = await open(folder, 'r');
  } catch (thrown) {
    if (['EISDIR', 'EPERM', 'EACCES'].includes(systemErrorCode(thrown))) return;
    throw writeFailed(folder, thrown);
  }
  try {
    await handle.sync();
  } catch (thrown) {
    // Network file systems and Windows refuse to sync a folder; the files themselves are synced.
    if (!['EPERM', 'EINVAL', 'EBADF', 'EACCES', 'ENOTSUP'].includes(systemErrorCode(thrown)))
      throw writeFailed(folder, thrown);
  } finally {
    await handle.close();
  }
}
