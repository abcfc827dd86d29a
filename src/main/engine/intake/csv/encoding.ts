/** Which characters the bytes of a text file stand for. */
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { z } from 'zod';
import { EngineError } from '#shared/model/error.ts';
import type { Encoding as EncodingSchema } from '#shared/model/imports.ts';

export type Encoding = z.infer<typeof EncodingSchema>;

/** By byte order mark, or by where the zero bytes of Latin letters stand in UTF-16. Null: an eight-bit encoding. */
export function encodingByMarks(head: Buffer): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const pairs = Math.min(head.length, 65_536) >> 1;
  if (pairs < 2) return null;
  let even = 0;
  let odd = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    if (head[pair * 2] === 0) even += 1;
    if (head[pair * 2 + 1] === 0) odd += 1;
  }
  if (odd > pairs * 0.4 && even < pairs * 0.02) return 'utf-16le';
  if (even > pairs * 0.4 && odd < pairs * 0.02) return 'utf-16be';
  return null;
}

/** Bytes that no text in an eight-bit encoding holds, NUL apart: more than a few in a hundred mean that it is no text. */
export function looksBinary(head: Buffer): boolean {
  let control = 0;
  for (const byte of head)
    if ((byte < 32 && byte !== 0 && byte !== 9 && byte !== 10 && byte !== 13) || byte === 127) control += 1;
  let zeros = 0;
  for (const byte of head) if (byte === 0) zeros += 1;
  return control > head.length * 0.02 || zeros > head.length * 0.3;
}

/** Follows a stream and says whether all of it was valid UTF-8. */
export class Utf8Watch {
  #decoder = new TextDecoder('utf-8', { fatal: true });
  #valid = true;

  take(chunk: Buffer): void {
    if (!this.#valid) return;
    try {
      this.#decoder.decode(chunk, { stream: true });
    } catch {
      // A fatal decoder throws for one reason only: bytes that are not UTF-8. That is the answer asked for.
      this.#valid = false;
    }
  }

  /** After the last chunk: a character cut in two at the end is invalid as well. */
  end(): boolean {
    this.take(Buffer.alloc(0));
    if (this.#valid) {
      try {
        this.#decoder.decode();
      } catch {
        this.#valid = false; // the file ends inside a character
      }
    }
    return this.#valid;
  }
}

const place = (file: string, row: number) => ({ place: { file, row } });

/**
 * Turns chunks of an encoding into UTF-8 chunks without a byte order mark.
 * Throws `file_nul_bytes` or `file_wrong_encoding`, with the line of the text, instead of letting replacement characters in.
 */
export async function* toUtf8(
  chunks: AsyncIterable<Buffer>,
  encoding: Encoding,
  file: string,
): AsyncGenerator<Buffer, void, void> {
  const decoder = encoding === 'utf-8' ? null : iconv.getDecoder(encoding, { stripBOM: false });
  const watch = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let first = true;
  for await (const raw of chunks) {
    let chunk = raw;
    if (decoder) chunk = Buffer.from(decoder.write(raw), 'utf8');
    else {
      try {
        watch.decode(raw, { stream: true });
      } catch (cause) {
        const at = line + firstInvalidLine(raw);
        throw new EngineError('file_wrong_encoding', { file, row: at, encoding }, { ...place(file, at), cause });
      }
    }
    if (first && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) chunk = chunk.subarray(3);
    first = first && chunk.length === 0;
    const nul = chunk.indexOf(0);
    if (nul >= 0) {
      const at = line + countLines(chunk.subarray(0, nul));
      throw new EngineError('file_nul_bytes', { file, row: at }, place(file, at));
    }
    line += countLines(chunk);
    if (chunk.length > 0) yield chunk;
  }
  const rest = decoder?.end();
  if (rest) yield Buffer.from(rest, 'utf8');
  if (!decoder) {
    try {
      watch.decode();
    } catch (cause) {
      throw new EngineError('file_wrong_encoding', { file, row: line, encoding }, { ...place(file, line), cause });
    }
  }
}

export function countLines(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count += 1;
  return count;
}

/** Lines before the first that is not UTF-8. A character cut by the chunk's end may hide it: then the last line. */
function firstInvalidLine(chunk: Buffer): number {
  let from = 0;
  let lines = 0;
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
    if (!isUtf8(chunk.subarray(from, at))) return lines;
    from = at + 1;
    lines += 1;
  }
  return lines;
}
