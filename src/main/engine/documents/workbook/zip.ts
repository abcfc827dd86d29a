/**
 * The container of a workbook (zip, APPNOTE 6.3): reads what SheetJS wrote without compression, writes it compressed.
 * SheetJS no longer finds Node's zlib and would compress in JavaScript. No time stamp: the same content, the same bytes.
 */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  name: string;
  bytes: Buffer;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_LENGTH = 22;
/** 1 January 1980, the earliest date a zip knows. */
const NO_DATE = 0x21;

/** The parts of a zip whose parts are stored, in order. Throws on anything else: SheetJS wrote something unknown. */
export function storedParts(zip: Buffer): ZipPart[] {
  const end = zip.length - END_LENGTH;
  if (zip.readUInt32LE(end) !== END) throw new Error('not a plain zip');
  const parts: ZipPart[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (zip.readUInt32LE(at) !== CENTRAL || zip.readUInt16LE(at + 10) !== 0) throw new Error('not a stored part');
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    parts.push({ name, bytes: zip.subarray(start, start + zip.readUInt32LE(at + 20)) });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
}

/** A zip of the parts, deflated. Parts and whole under 4 GB. */
export function zipped(parts: readonly ZipPart[]): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of parts) {
    const packed = deflateRawSync(bytes);
    const encoded = Buffer.from(name, 'utf8');
    // Version 2.0, UTF-8 names, deflate; then sums and sizes, as both kinds of header have them.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt16LE(NO_DATE, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(encoded.length, 22);
    const signature = Buffer.alloc(4);
    signature.writeUInt32LE(LOCAL);
    pieces.push(signature, common, encoded, packed);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(CENTRAL);
    central.writeUInt16LE(20, 4);
    common.copy(central, 6);
    central.writeUInt32LE(offset, 42);
    directory.push(central, encoded);
    offset += 30 + encoded.length + packed.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(END_LENGTH);
  end.writeUInt32LE(END);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, index, end]);
}
