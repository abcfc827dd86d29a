/** The file as the disk gives it: is it there, may it be read, what is it really, whatever its name says. */
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { EngineError, systemErrorCode } from '#shared/model/error.ts';

export interface Source {
  path: string;
  name: string;
  bytes: number;
  /** The first 256 kB at most. */
  head: Buffer;
}

const HEAD = 262_144;

/** A failed read as an error that names the file: missing, no right, held by another program, anything else. */
export function readFailure(thrown: unknown, file: string): EngineError {
  if (thrown instanceof EngineError) return thrown;
  const options = { place: { file }, cause: thrown };
  switch (systemErrorCode(thrown)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new EngineError('file_missing', { file }, options);
    case 'EISDIR':
      return new EngineError('file_is_folder', { file }, options);
    case 'EACCES':
    case 'EPERM':
      return new EngineError('file_no_access', { file }, options);
    case 'EBUSY':
      return new EngineError('file_locked', { name: file }, options);
    default:
      return new EngineError('file_read_failed', { file }, options);
  }
}

/** Opens a file and reads its beginning. Throws file_missing, file_is_folder, file_no_access, file_locked, file_empty. */
export async function openSource(path: string): Promise<Source> {
  const name = basename(path);
  try {
    const info = await stat(path);
    if (info.isDirectory()) throw new EngineError('file_is_folder', { file: name }, { place: { file: name } });
    if (!info.isFile()) throw new EngineError('file_read_failed', { file: name }, { place: { file: name } });
    if (info.size === 0) throw new EngineError('file_empty', { file: name }, { place: { file: name } });
    const handle = await open(path, 'r');
    try {
      const head = Buffer.alloc(Math.min(HEAD, info.size));
      const { bytesRead } = await handle.read(head, 0, head.length, 0);
      return { path, name, bytes: info.size, head: head.subarray(0, bytesRead) };
    } finally {
      await handle.close();
    }
  } catch (thrown) {
    throw readFailure(thrown, name);
  }
}

export type Form =
  | { form: 'text' }
  | { form: 'gzip' }
  | { form: 'zip' }
  | { form: 'ole' }
  | { form: 'other'; found: string };

/** First bytes of what people rename to .csv. The names are the formats' own, the same in every language. */
const MAGIC: readonly (readonly [string, readonly number[]])[] = [
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['TIFF', [0x49, 0x49, 0x2a, 0x00]],
  ['TIFF', [0x4d, 0x4d, 0x00, 0x2a]],
  ['RAR', [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['SQLite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['HEIC / MP4', [0x00, 0x00, 0x00, 0x18, 0x66, 0x74, 0x79, 0x70]],
];

const starts = (head: Buffer, bytes: readonly number[]): boolean => bytes.every((byte, index) => head[index] === byte);

/** What the bytes are, by their beginning. The file's name is not asked. */
export function identify(head: Buffer): Form {
  if (starts(head, [0x50, 0x4b, 0x03, 0x04]) || starts(head, [0x50, 0x4b, 0x05, 0x06])) return { form: 'zip' };
  if (starts(head, [0x1f, 0x8b])) return { form: 'gzip' };
  if (starts(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return { form: 'ole' };
  for (const [found, bytes] of MAGIC) if (starts(head, bytes)) return { form: 'other', found };
  const text = head
    .subarray(0, 1024)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase();
  // Many programs write an HTML table or SpreadsheetML 2003 and call it .xls.
  if (text.startsWith('<!doctype html') || text.startsWith('<html') || text.startsWith('<table')) {
    return { form: 'other', found: 'HTML' };
  }
  if (text.startsWith('<?xml')) return { form: 'other', found: 'XML' };
  return { form: 'text' };
}
