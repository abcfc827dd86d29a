/** The bytes of a file as a stream, hashed on the way, unpacked where they are gzip. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { EngineError, systemErrorCode } from '#shared/model/error.ts';
import { throwIfCancelled } from '../cancel.ts';
import { MAX_GUNZIPPED_BYTES } from '../limits.ts';
import { readFailure } from './source.ts';

export interface ByteStream {
  chunks: AsyncGenerator<Buffer, void, void>;
  /** Bytes taken from the disk so far (packed, where the file is packed). */
  taken: () => number;
  /** sha256 of the file as it stands on the disk; only after the last chunk. */
  sha256: () => string;
}

const CHUNK = 262_144;

/**
 * Streams a file. Throws `cancelled`, `file_damaged` for a gzip that is cut or wrong, `file_unpacks_too_large` beyond
 * the limit, and what {@link readFailure} names.
 */
export function readBytes(path: string, name: string, gzip: boolean, cancel: Int32Array | null): ByteStream {
  const hash = createHash('sha256');
  let taken = 0;
  let digest = '';

  async function* chunks(): AsyncGenerator<Buffer, void, void> {
    const file = createReadStream(path, { highWaterMark: CHUNK });
    file.on('data', (chunk) => {
      // Without an encoding a file stream gives buffers; the type allows for strings too.
      hash.update(chunk);
      taken += chunk.length;
    });
    // The callback takes the error so that it is not thrown a second time; the loop below throws it.
    const stream = gzip ? pipeline(file, createGunzip({ chunkSize: CHUNK }), () => undefined) : file;
    let given = 0;
    try {
      for await (const chunk of stream) {
        throwIfCancelled(cancel);
        const bytes: Buffer = chunk;
        given += bytes.length;
        if (gzip && given > MAX_GUNZIPPED_BYTES) {
          const megabytes = Math.round(MAX_GUNZIPPED_BYTES / 1_000_000);
          throw new EngineError('file_unpacks_too_large', { file: name, megabytes }, { place: { file: name } });
        }
        yield bytes;
      }
    } catch (thrown) {
      if (systemErrorCode(thrown).startsWith('Z_')) {
        throw new EngineError('file_damaged', { file: name }, { place: { file: name }, cause: thrown });
      }
      throw readFailure(thrown, name);
    } finally {
      file.destroy();
      stream.destroy();
    }
    digest = hash.digest('hex');
  }

  return { chunks: chunks(), taken: () => taken, sha256: () => digest };
}
