/** Extracts a zip archive held in memory; Debian's base system has no `unzip`, and Node has the inflate that it takes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * Writes the files for which `target(name)` gives a path (relative to `folder`) and leaves the others.
 * Checks every file's CRC, restores its permission bits, refuses a path outside `folder`. Returns the number of files written.
 */
export function unzip(zip, folder, target) {
  let end = zip.length - 22;
  while (end >= 0 && zip.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) throw new Error('not a zip archive: no end record');
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  let written = 0;
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new Error(`damaged zip archive: entry ${index}`);
    const method = zip.readUInt16LE(at + 10);
    const checksum = zip.readUInt32LE(at + 16);
    const packed = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const mode = zip.readUInt32LE(at + 38) >>> 16;
    const local = zip.readUInt32LE(at + 42);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);

    const path = name.endsWith('/') ? undefined : target(name);
    if (path === undefined) continue;
    const file = join(folder, path);
    if (!file.startsWith(resolve(folder) + sep)) throw new Error(`zip entry outside its folder: ${name}`);
    if (zip.readUInt32LE(local) !== LOCAL) throw new Error(`damaged zip archive: ${name}`);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const stored = zip.subarray(start, start + packed);
    if (method !== 0 && method !== 8) throw new Error(`zip entry packed by method ${method}: ${name}`);
    const content = method === 0 ? stored : inflateRawSync(stored);
    if (crc32(content) !== checksum) throw new Error(`damaged zip entry: ${name}`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content, { mode: mode & 0o111 ? 0o755 : 0o644 });
    written += 1;
  }
  return written;
}
