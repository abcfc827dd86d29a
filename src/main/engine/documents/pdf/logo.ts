/**
 * The logo as every document of a run embeds it. A PNG with transparency is laid on white once: pdfkit would unpack it,
 * part colour from transparency and pack both again for every document, which costs more than all the text.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { EngineError } from '#shared/model/error.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const GREY_ALPHA = 4;
const RGBA = 6;
/** Larger pictures are no logos; unpacking them would take the memory of the thread. */
const MOST_PIXELS = 16_000_000;

const urls = new WeakMap<Uint8Array, string>();

/** The picture as a data URL, made once for the same bytes object. Fails with `document_logo_unreadable`. */
export function logoUrl(logo: Uint8Array): string {
  const known = urls.get(logo);
  if (known !== undefined) return known;
  const bytes = Buffer.from(logo.buffer, logo.byteOffset, logo.byteLength);
  const url = bytes.subarray(0, 8).equals(SIGNATURE)
    ? `data:image/png;base64,${opaque(bytes).toString('base64')}`
    : bytes[0] === 0xff && bytes[1] === 0xd8
      ? `data:image/jpeg;base64,${bytes.toString('base64')}`
      : null;
  if (url === null) throw new EngineError('document_logo_unreadable');
  urls.set(logo, url);
  return url;
}

/**
 * Looks at a logo as closely as printing will, so that none is kept that no document could show: a PNG is unpacked, a JPEG
 * read up to its frame. Fails with `document_logo_unreadable`.
 */
export function assertLogoReadable(logo: Uint8Array): void {
  const bytes = Buffer.from(logo.buffer, logo.byteOffset, logo.byteLength);
  try {
    if (bytes.subarray(0, 8).equals(SIGNATURE)) assertPng(bytes);
    else assertJpeg(bytes);
  } catch (cause) {
    throw new EngineError('document_logo_unreadable', {}, { cause });
  }
}

/** Channels by colour type: PNG (ISO 15948), table 11.1. */
const CHANNELS: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [2, 3],
  [3, 1],
  [4, 2],
  [6, 4],
]);

function assertPng(png: Buffer): void {
  const { header, data } = chunks(png);
  const { width, height, depth, colour, interlace } = header;
  const channels = CHANNELS.get(colour);
  if (channels === undefined || width * height === 0) throw new Error('no PNG header');
  if (width * height > MOST_PIXELS) throw new Error('too many pixels');
  const rows = height * (1 + Math.ceil((width * depth * channels) / 8));
  // The passes of an interlaced picture have rows of their own: somewhat more bytes.
  const pixels = inflateSync(data, { maxOutputLength: interlace === 0 ? rows : 2 * rows + 64 });
  if (pixels.length < rows) throw new Error('pixels missing');
  opaque(png);
}

/** JPEG (ISO 10918-1), B.1: segments up to the frame header, SOF0 to SOF15 but DHT, JPG and DAC. */
function assertJpeg(jpeg: Buffer): void {
  if (jpeg.readUInt16BE(0) !== 0xffd8) throw new Error('neither PNG nor JPEG');
  for (let at = 2; ; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const marker = jpeg.readUInt16BE(at);
    if (marker < 0xff01) throw new Error('no segment');
    if (marker < 0xffc0 || marker > 0xffcf || [0xffc4, 0xffc8, 0xffcc].includes(marker)) continue;
    const [height, width, channels] = [jpeg.readUInt16BE(at + 5), jpeg.readUInt16BE(at + 7), jpeg.readUInt8(at + 9)];
    if (height * width === 0 || ![1, 3, 4].includes(channels)) throw new Error('no JPEG frame');
    return;
  }
}

interface Header {
  width: number;
  height: number;
  depth: number;
  colour: number;
  interlace: number;
}

/** A PNG of 8 bits with transparency, laid on white; any other PNG as it is. */
export function opaque(png: Buffer): Buffer {
  try {
    const { header, data } = chunks(png);
    const { width, height, depth, colour, interlace } = header;
    const plain = depth === 8 && interlace === 0 && (colour === RGBA || colour === GREY_ALPHA);
    if (width * height > MOST_PIXELS) throw new Error('too many pixels');
    if (!plain) return png;
    const channels = colour === RGBA ? 4 : 2;
    const pixels = unfiltered(
      inflateSync(data, { maxOutputLength: height * (1 + width * channels) }),
      width * channels,
      height,
      channels,
    );
    return rgbPng(width, height, onWhite(pixels, width, height, channels));
  } catch (cause) {
    throw new EngineError('document_logo_unreadable', {}, { cause });
  }
}

function chunks(png: Buffer): { header: Header; data: Buffer } {
  const data: Buffer[] = [];
  for (let at = SIGNATURE.length; ; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    if (type === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length));
    if (type === 'IEND') break;
    at += 12 + length;
  }
  const header = {
    width: png.readUInt32BE(16),
    height: png.readUInt32BE(20),
    depth: png.readUInt8(24),
    colour: png.readUInt8(25),
    interlace: png.readUInt8(28),
  };
  return { header, data: Buffer.concat(data) };
}

/** PNG (ISO 15948), clause 9: each row says how its bytes differ from those to the left (a), above (b), above left (c). */
function unfiltered(raw: Buffer, stride: number, height: number, step: number): Buffer {
  if (raw.length !== height * (stride + 1)) throw new Error('pixels missing');
  const out = Buffer.alloc(height * stride);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const a = x >= step ? (out[at - step] ?? 0) : 0;
      const b = y > 0 ? (out[at - stride] ?? 0) : 0;
      const c = x >= step && y > 0 ? (out[at - stride - step] ?? 0) : 0;
      out[at] = (raw[y * (stride + 1) + 1 + x] ?? 0) + predicted(filter, a, b, c);
    }
  }
  return out;
}

function predicted(filter: number, a: number, b: number, c: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return a;
  if (filter === 2) return b;
  if (filter === 3) return (a + b) >> 1;
  if (filter !== 4) throw new Error('unknown filter');
  const [toA, toB, toC] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  if (toA <= toB && toA <= toC) return a;
  return toB <= toC ? b : c;
}

/** Rows of RGB, each with the filter byte 0 before it. */
function onWhite(pixels: Buffer, width: number, height: number, channels: number): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = (y * width + x) * channels;
      const to = y * (1 + width * 3) + 1 + x * 3;
      const alpha = pixels[from + channels - 1] ?? 255;
      for (let part = 0; part < 3; part += 1) {
        const value = pixels[channels === 4 ? from + part : from] ?? 0;
        rows[to + part] = Math.round((value * alpha + 255 * (255 - alpha)) / 255);
      }
    }
  }
  return rows;
}

function rgbPng(width: number, height: number, rows: Buffer): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
