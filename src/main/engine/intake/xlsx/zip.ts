/**
 * The zip archive of a workbook, opened with suspicion before any other reader sees it: what the archive declares is
 * checked against limits, then every part wanted is inflated under a cap, its size and checksum compared with what was
 * declared. The reader behind gets an archive written here, with those parts only, stored: nothing in it can lie.
 */
import { crc32, createInflateRaw } from 'node:zlib';
import { EngineError } from '#shared/model/error.ts';
import { MAX_RATIO, MAX_UNPACKED_BYTES, MAX_ZIP_ENTRIES, RATIO_FROM_BYTES } from '../limits.ts';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const NO_ROOM_16 = 0xffff;
const NO_ROOM_32 = 0xffffffff;
const CHUNK = 65_536;

export interface ZipEntry {
  name: string;
  method: number;
  encrypted: boolean;
  checksum: number;
  packed: number;
  unpacked: number;
  at: number;
}

const damaged = (file: string, cause?: unknown) =>
  new EngineError('workbook_damaged', { file }, { place: { file }, ...(cause === undefined ? {} : { cause }) });

/**
 * The central directory. Throws `workbook_damaged` where it is missing or cut, `workbook_unpacks_too_large` where what it declares
 * is beyond the limits (entries, unpacked size, ratio). Zip64 is read: some writers use it for the smallest file.
 */
export function readDirectory(zip: Buffer, file: string): ZipEntry[] {
  // The end record is 22 bytes plus a comment of at most 65,535.
  const from = Math.max(0, zip.length - 22 - 65_535);
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < from || end + 22 > zip.length || zip.readUInt32LE(end) !== END) throw damaged(file);
  const { count, start } = endRecord(zip, end, file);
  if (count > MAX_ZIP_ENTRIES) throw tooLarge(file);
  let at = start;
  const entries: ZipEntry[] = [];
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== ENTRY) throw damaged(file);
    const nameLength = zip.readUInt16LE(at + 28);
    const extraLength = zip.readUInt16LE(at + 30);
    const extra = at + 46 + nameLength;
    if (extra + extraLength > zip.length) throw damaged(file);
    const [unpacked = 0, packed = 0, local = 0] = widened(
      zip.subarray(extra, extra + extraLength),
      [zip.readUInt32LE(at + 24), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)],
      file,
    );
    const entry: ZipEntry = {
      name: zip
        .toString('utf8', at + 46, extra)
        .replaceAll('\\', '/')
        .replace(/^\//, ''),
      encrypted: (zip.readUInt16LE(at + 8) & 0x2041) !== 0,
      method: zip.readUInt16LE(at + 10),
      checksum: zip.readUInt32LE(at + 16),
      packed,
      unpacked,
      at: local,
    };
    at = extra + extraLength + zip.readUInt16LE(at + 32);
    total += entry.unpacked;
    const dense = entry.unpacked > RATIO_FROM_BYTES && entry.unpacked > entry.packed * MAX_RATIO;
    if (total > MAX_UNPACKED_BYTES || dense) throw tooLarge(file);
    entries.push(entry);
  }
  return entries;
}

/** How many entries, and where the first is; from the zip64 record where the old one has no room (APPNOTE 4.3.14 to 4.3.16). */
function endRecord(zip: Buffer, end: number, file: string): { count: number; start: number } {
  const count = zip.readUInt16LE(end + 10);
  const start = zip.readUInt32LE(end + 16);
  if (count !== NO_ROOM_16 && start !== NO_ROOM_32) return { count, start };
  const locator = end - 20;
  if (locator < 0 || zip.readUInt32LE(locator) !== LOCATOR_64) return { count, start };
  const record = Number(zip.readBigUInt64LE(locator + 8));
  if (record + 56 > zip.length || zip.readUInt32LE(record) !== END_64) throw damaged(file);
  return { count: Number(zip.readBigUInt64LE(record + 32)), start: Number(zip.readBigUInt64LE(record + 48)) };
}

/** Unpacked size, packed size and offset, those without room taken from the zip64 extra field in this order (APPNOTE 4.5.3). */
function widened(extra: Buffer, values: readonly number[], file: string): number[] {
  if (!values.includes(NO_ROOM_32)) return [...values];
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    return values.map((value) => {
      if (value !== NO_ROOM_32) return value;
      if (next + 8 > extra.length) throw damaged(file);
      next += 8;
      return Number(extra.readBigUInt64LE(next - 8));
    });
  }
  throw damaged(file);
}

function tooLarge(file: string): EngineError {
  const megabytes = MAX_UNPACKED_BYTES / 1_000_000;
  return new EngineError('workbook_unpacks_too_large', { file, megabytes }, { place: { file } });
}

/** One part, unpacked; never more bytes than it declared. Throws `workbook_damaged` or `workbook_encrypted`. */
export async function readEntry(zip: Buffer, entry: ZipEntry, file: string): Promise<Buffer> {
  if (entry.encrypted) throw new EngineError('file_password_protected', { file }, { place: { file } });
  if (entry.at + 30 > zip.length || zip.readUInt32LE(entry.at) !== LOCAL) throw damaged(file);
  const start = entry.at + 30 + zip.readUInt16LE(entry.at + 26) + zip.readUInt16LE(entry.at + 28);
  if (start + entry.packed > zip.length) throw damaged(file);
  const packed = zip.subarray(start, start + entry.packed);
  const content = entry.method === 0 ? packed : entry.method === 8 ? await inflate(packed, entry.unpacked, file) : null;
  if (content === null || content.length !== entry.unpacked || crc32(content) !== entry.checksum) throw damaged(file);
  return content;
}

/** Inflates at most `limit` bytes, in chunks, so that a lying archive costs no more memory than it declared. */
function inflate(packed: Buffer, limit: number, file: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const stream = createInflateRaw({ chunkSize: CHUNK });
    const parts: Buffer[] = [];
    let length = 0;
    stream.on('data', (part: Buffer) => {
      length += part.length;
      if (length > limit) stream.destroy(new Error('more data than the archive declares'));
      else parts.push(part);
    });
    stream.once('error', (cause) => reject(damaged(file, cause)));
    stream.once('end', () => resolve(Buffer.concat(parts, length)));
    stream.end(packed);
  });
}

/** A zip archive of the parts, stored without packing. */
export function storedZip(parts: readonly { name: string; content: Buffer }[]): Buffer {
  const out: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content } of parts) {
    const label = Buffer.from(name, 'utf8');
    const checksum = crc32(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(LOCAL, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt32LE(checksum, 14);
    local.writeUInt32LE(content.length, 18);
    local.writeUInt32LE(content.length, 22);
    local.writeUInt16LE(label.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(ENTRY, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt32LE(checksum, 16);
    entry.writeUInt32LE(content.length, 20);
    entry.writeUInt32LE(content.length, 24);
    entry.writeUInt16LE(label.length, 28);
    entry.writeUInt32LE(at, 42);
    out.push(local, label, content);
    directory.push(entry, label);
    at += local.length + label.length + content.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...out, ...directory, end]);
}
