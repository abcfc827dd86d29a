/** Small files written whole or not at all. */

import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { systemErrorCode } from '#shared/model/error.ts';

const RETRIES = 8;
/** Windows answers these while another program (an indexer, a virus scanner) has the file open for a moment. */
const PASSING = new Set(['EPERM', 'EBUSY', 'EACCES']);

/** Waits without yielding: used between retries of a rename, a few milliseconds. */
function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** Writes bytes to a temporary name beside `path`, syncs, renames. */
export function writeFileAtomically(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  const handle = openSync(temporary, 'w');
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    writeSync(handle, bytes);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  for (let attempt = 0; ; attempt += 1) {
    try {
      renameSync(temporary, path);
      return;
    } catch (thrown) {
      if (attempt >= RETRIES || !PASSING.has(systemErrorCode(thrown))) {
        rmSync(temporary, { force: true });
        throw thrown;
      }
      pause(10 * 2 ** attempt);
    }
  }
}
