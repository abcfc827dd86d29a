/** Reading what the intake worker laid down, a piece at a time: memory stays flat whatever the file's size. */
import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import type { StagedRecord } from '#shared/model/imports.ts';

const READ_BYTES = 256 * 1024;

/** The staged records in batches of at most `size`, in file order. */
export function* stagedBatches(path: string, size: number): Generator<StagedRecord[]> {
  const handle = openSync(path, 'r');
  try {
    const decoder = new StringDecoder('utf8');
    const buffer = Buffer.alloc(READ_BYTES);
    let rest = '';
    let batch: StagedRecord[] = [];
    for (;;) {
      const read = readSync(handle, buffer, 0, READ_BYTES, null);
      rest += read === 0 ? decoder.end() : decoder.write(buffer.subarray(0, read));
      const lines = rest.split('\n');
      rest = read === 0 ? '' : (lines.pop() ?? '');
      for (const line of lines) {
        if (line === '') continue;
        // Reason for the cast: our own intake wrote this file in this session, one record a line.
        batch.push(JSON.parse(line) as StagedRecord);
        if (batch.length === size) {
          yield batch;
          batch = [];
        }
      }
      if (read === 0) break;
    }
    if (batch.length > 0) yield batch;
  } finally {
    closeSync(handle);
  }
}
