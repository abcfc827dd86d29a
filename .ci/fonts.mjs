/**
 * Makes resources/fonts/paper-*.ttf, once and by hand, when the fonts or the characters change:
 *
 *   cd /tmp && npm pack @ibm/plex-sans@1.1.0 && tar xzf ibm-plex-sans-1.1.0.tgz
 *   node .ci/fonts.mjs /tmp/package
 *
 * IBM Plex Sans is under the SIL Open Font License 1.1; its text goes beside the files. A cut-down font is a modified
 * version: the licence allows it under the same licence and another name ("Plex" is reserved), hence "Liasse Paper".
 * Cut down to the scripts an office in Europe writes (Latin, Greek, Cyrillic), because the whole font costs time with
 * every document. Hinting goes too: paper has no pixels.
 */

import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { openSync } from 'fontkit';
import subsetFont from 'subset-font';

const packageFolder = process.argv[2];
if (packageFolder === undefined) {
  console.error('Usage: node .ci/fonts.mjs <unpacked @ibm/plex-sans package>');
  process.exit(2);
}

/** Unicode ranges, both ends included. */
const ranges = [
  [0x0020, 0x007e], // ASCII
  [0x00a0, 0x024f], // Latin-1, Extended-A, Extended-B
  [0x0259, 0x0259],
  [0x02b0, 0x02ff], // spacing modifiers
  [0x0370, 0x03ff], // Greek
  [0x0400, 0x052f], // Cyrillic
  [0x1e00, 0x1eff], // Latin Extended Additional (Vietnamese, Welsh)
  [0x2000, 0x206f], // punctuation
  [0x2070, 0x209f], // raised and lowered figures
  [0x20a0, 0x20cf], // currency
  [0x2100, 0x214f], // letterlike: №, ™, ℮
  [0x2150, 0x215f], // fractions
  [0x2190, 0x21ff], // arrows
  [0x2200, 0x22ff], // mathematics: −, ≤, ≈
  [0x25a0, 0x25ff], // shapes
  [0xfffd, 0xfffd], // stands where a character is that no font has
];
const characters = ranges
  .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)))
  .join('');

const FAMILY = 'Liasse Paper';
const COPYRIGHT = 'Copyright 2017 IBM Corp. with Reserved Font Name "Plex". Cut down and renamed.';
const LICENCE = 'SIL Open Font License, Version 1.1. http://scripts.sil.org/OFL';

/** A `name` table (OpenType, format 0) with English texts for Windows. */
function nameTable(face) {
  const records = [
    [0, COPYRIGHT],
    [1, `${FAMILY} ${face}`],
    [2, 'Regular'],
    [3, `${FAMILY} ${face} 1`],
    [4, `${FAMILY} ${face}`],
    [5, 'Version 1.0'],
    [6, `${FAMILY.replaceAll(' ', '')}-${face}`],
    [13, LICENCE],
  ].map(([id, text]) => ({ id, bytes: Buffer.from(text, 'utf16le').swap16() }));
  const head = Buffer.alloc(6 + 12 * records.length);
  head.writeUInt16BE(records.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  records.forEach(({ id, bytes }, i) => {
    [3, 1, 0x409, id, bytes.length, offset].forEach((value, field) => {
      head.writeUInt16BE(value, 6 + 12 * i + 2 * field);
    });
    offset += bytes.length;
  });
  return Buffer.concat([head, ...records.map(({ bytes }) => bytes)]);
}

const padded = (bytes) => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);

function checksum(bytes) {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 4) sum = (sum + bytes.readUInt32BE(i)) >>> 0;
  return sum;
}

/** Ranges [first, last] of the code points that every font has a glyph for. */
function commonRanges(fonts) {
  const [first, ...others] = fonts.map((font) => new Set(font.characterSet));
  const common = [...first].filter((point) => others.every((set) => set.has(point))).sort((a, b) => a - b);
  const ranges = [];
  for (const point of common) {
    const last = ranges.at(-1);
    if (last && last[1] === point - 1) last[1] = point;
    else ranges.push([point, point]);
  }
  return ranges;
}

/** The font (sfnt) with another `name` table, checksums recomputed as the OpenType specification says. */
function renamed(font, face) {
  const count = font.readUInt16BE(4);
  const tables = Array.from({ length: count }, (_, i) => {
    const at = 12 + 16 * i;
    const tag = font.toString('latin1', at, at + 4);
    const start = font.readUInt32BE(at + 8);
    const bytes = Buffer.from(font.subarray(start, start + font.readUInt32BE(at + 12)));
    if (tag === 'head') bytes.writeUInt32BE(0, 8);
    return { tag, bytes: tag === 'name' ? nameTable(face) : bytes };
  });
  const directory = Buffer.alloc(12 + 16 * count);
  font.copy(directory, 0, 0, 12);
  let offset = directory.length;
  tables.forEach(({ tag, bytes }, i) => {
    const at = 12 + 16 * i;
    directory.write(tag, at, 'latin1');
    directory.writeUInt32BE(checksum(padded(bytes)), at + 4);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(bytes.length, at + 12);
    offset += padded(bytes).length;
  });
  const whole = Buffer.concat([directory, ...tables.map(({ bytes }) => padded(bytes))]);
  const headIndex = tables.findIndex(({ tag }) => tag === 'head');
  const headStart = directory.readUInt32BE(12 + 16 * headIndex + 8);
  whole.writeUInt32BE((0xb1b0afba - checksum(whole)) >>> 0, headStart + 8);
  return whole;
}

const target = fileURLToPath(new URL('../resources/fonts/', import.meta.url));
await mkdir(target, { recursive: true });
for (const face of ['Regular', 'SemiBold']) {
  const whole = await readFile(join(packageFolder, 'fonts/complete/woff2', `IBMPlexSans-${face}.woff2`));
  const cut = await subsetFont(whole, characters, {
    targetFormat: 'truetype',
    noHinting: true,
    // Kerning stays. Ligatures and alternates go: a search in the PDF should find the letters.
    keepFeatures: ['kern', 'mark', 'mkmk', 'ccmp', 'locl'],
  });
  const font = renamed(cut, face);
  await writeFile(join(target, `paper-${face.toLowerCase()}.ttf`), font);
  console.log(face, font.length, 'bytes');
}
// What both faces can draw, as ranges of code points: the check before issuing asks this list, without loading a font.
const fonts = ['regular', 'semibold'].map((face) => openSync(join(target, `paper-${face}.ttf`)));
await writeFile(join(target, 'coverage.json'), `${JSON.stringify(commonRanges(fonts))}\n`);
const licence = join(target, 'OFL.txt');
await writeFile(licence, await readFile(join(packageFolder, 'LICENSE.txt')));
await chmod(licence, 0o644);
