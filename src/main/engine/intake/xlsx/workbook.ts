/** An XLSX workbook: its sheets, and the rows of one of them. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { read, type WorkBook, type WorkSheet } from 'xlsx';
import { EngineError } from '#shared/model/error.ts';
import type { Source } from '../file/source.ts';
import { readFailure } from '../file/source.ts';
import { MAX_WORKBOOK_BYTES, SHEET_COLUMNS, SHEET_ROWS } from '../limits.ts';
import type { Cell, SourceRow } from '../row.ts';
import { toCell } from './cells.ts';
import { readDirectory, readEntry, storedZip, type ZipEntry } from './zip.ts';

export interface Workbook {
  sha256: string;
  /** In the workbook's order, hidden ones included. */
  sheets: string[];
  /** The first sheet that is visible and holds something to read. */
  preferred: string;
  parts: { name: string; content: Buffer }[];
}

/** Parts that hold values. Pictures, charts, macros, printer settings and the like are never unpacked. */
const WANTED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(_rels\/workbook\.xml\.rels|workbook\.xml|sharedStrings\.xml|styles\.xml|theme\/theme1\.xml|worksheets\/[^/]+\.xml))$/i;

/**
 * Opens a workbook as far as its list of sheets. Throws `workbook_damaged`, `workbook_unpacks_too_large`, `file_password_protected`,
 * `other_spreadsheet` (OpenDocument, Numbers, xlsb) or `file_other_format`.
 */
export async function openWorkbook(source: Source): Promise<Workbook> {
  const file = source.name;
  if (source.bytes > MAX_WORKBOOK_BYTES) {
    throw new EngineError(
      'workbook_unpacks_too_large',
      { file, megabytes: MAX_WORKBOOK_BYTES / 1_000_000 },
      { place: { file } },
    );
  }
  const zip = await readFile(source.path).catch((thrown: unknown) => {
    throw readFailure(thrown, file);
  });
  const sha256 = createHash('sha256').update(zip).digest('hex');
  const directory = readDirectory(zip, file);
  refuseOtherZips(directory, file);
  const parts: Workbook['parts'] = [];
  for (const entry of directory) {
    if (!WANTED.test(entry.name)) continue;
    let content = await readEntry(zip, entry, file);
    if (/^xl\/worksheets\/[^/]+\.xml$/i.test(entry.name)) content = markFormulasWithoutValue(content);
    parts.push({ name: entry.name, content });
  }
  const types = parts.find((part) => part.name.toLowerCase() === '[content_types].xml');
  if (types) types.content = forgetOtherParts(types.content, parts);
  const book = parse(storedZip(parts), file, { bookSheets: true });
  const sheets = book.SheetNames;
  // `Hidden`: 0 visible, 1 hidden, 2 very hidden. With `bookSheets` the library gives names only.
  const hidden = hiddenSheets(parts);
  const preferred = sheets.find((name) => !hidden.has(name)) ?? sheets[0];
  if (preferred === undefined) throw new EngineError('workbook_damaged', { file }, { place: { file } });
  return { sha256, sheets, preferred, parts };
}

function refuseOtherZips(directory: readonly ZipEntry[], file: string): void {
  const names = new Set(directory.map((entry) => entry.name.toLowerCase()));
  if (names.has('xl/workbook.xml')) return;
  const place = { place: { file } };
  const other = (found: string) => new EngineError('other_spreadsheet', { file, found }, place);
  if (names.has('xl/workbook.bin')) throw other('Excel binaire / binary (.xlsb)');
  if (names.has('index/document.iwa') || names.has('index.zip')) throw other('Numbers');
  if (names.has('content.xml') && names.has('mimetype')) throw other('OpenDocument (.ods)');
  const found = names.has('word/document.xml') ? 'Word' : names.has('ppt/presentation.xml') ? 'PowerPoint' : 'ZIP';
  throw new EngineError('file_other_format', { file, found }, place);
}

/** The list of parts without those left behind: the library insists on every part that the list names. */
function forgetOtherParts(types: Buffer, parts: Workbook['parts']): Buffer {
  const kept = new Set(parts.map(({ name }) => `/${name}`.toLowerCase()));
  const list = types.toString('utf8').replaceAll(/<(?:\w+:)?Override\b[^<>]*>(?:\s*<\/(?:\w+:)?Override>)?/g, (tag) => {
    const name = /\bPartName\s*=\s*["']([^"']*)["']/.exec(tag)?.[1] ?? '';
    return kept.has(unescapeXml(name).toLowerCase()) ? tag : '';
  });
  return Buffer.from(list, 'utf8');
}

function hiddenSheets(parts: Workbook['parts']): Set<string> {
  const xml = parts.find((part) => part.name.toLowerCase() === 'xl/workbook.xml')?.content.toString('utf8') ?? '';
  const hidden = new Set<string>();
  for (const [tag] of xml.matchAll(/<(?:\w+:)?sheet\b[^<>]*>/g)) {
    const name = /\bname="([^"]*)"/.exec(tag)?.[1];
    if (name !== undefined && /\bstate="(hidden|veryHidden)"/.test(tag)) hidden.add(unescapeXml(name));
  }
  return hidden;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescapeXml = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => ENTITIES[name] ?? whole);

/**
 * The library takes a formula without a cached value for a zero (SheetJS 0.20.3, parse_ws_xml_data): an amount out of
 * nothing. Such cells are marked beforehand with the error that means "no value yet", which {@link toCell} knows.
 * A text formula whose cached value is the empty text has a value and stays.
 */
function markFormulasWithoutValue(xml: Buffer): Buffer {
  if (!xml.includes('<f') && !xml.includes(':f')) return xml;
  // latin1 keeps every byte as it is; only ASCII is looked at. No repetition reaches beyond the next "<" and no two of them
  // stand side by side: the time stays in proportion to the length, whatever the part holds.
  const cell =
    /<((?:\w+:)?)c\b([^<>]*)>\s*<\1f\b(?:[^<>]*\/>|[^<>]*>[^<]*<\/\1f>)\s*(?:(<\1v\b[^<>]*\/>|<\1v\b[^<>]*>\s*<\/\1v>)\s*)?<\/\1c>/g;
  const marked = xml.toString('latin1').replaceAll(cell, (whole, ns: string, attributes: string, empty?: string) => {
    if (/\st="str"/.test(attributes) && empty !== undefined) return whole;
    return `<${ns}c${attributes.replace(/\st="[^"]*"/, '')} t="e"><${ns}v>#GETTING_DATA</${ns}v></${ns}c>`;
  });
  return Buffer.from(marked, 'latin1');
}

function parse(
  zip: Buffer,
  file: string,
  options: { bookSheets?: boolean; sheets?: string; sheetRows?: number },
): WorkBook {
  try {
    return read(zip, {
      type: 'buffer',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      cellNF: true,
      cellDates: false,
      ...options,
    });
  } catch (cause) {
    // A RangeError is a limit of the machine (length of a text, depth of a call), not a fault of the file.
    const code = cause instanceof RangeError ? 'file_too_complex' : 'workbook_damaged';
    throw new EngineError(code, { file }, { place: { file }, cause });
  }
}

export interface Sheet {
  name: string;
  rows: SourceRow[];
  /** Rows that the sheet says it has, where only its beginning was read. */
  rowCount: number;
}

/**
 * Reads a sheet (its first `limit` rows, or all). Throws `sheet_not_found` or `workbook_damaged`.
 * A merged area gives its value to every cell in it, marked as merged.
 */
export function readSheet(book: Workbook, name: string, limit: number | null, file: string): Sheet {
  if (!book.sheets.includes(name)) {
    throw new EngineError('sheet_not_found', { file, sheet: name }, { place: { file, sheet: name } });
  }
  const options = limit === null ? { sheets: name } : { sheets: name, sheetRows: limit };
  const parsed = parse(storedZip(book.parts), file, options);
  const sheet: WorkSheet | undefined = parsed.Sheets[name];
  const date1904 = parsed.Workbook?.WBProps?.date1904 === true;
  const rows: SourceRow[] = [];
  const data = sheet?.['!data'] ?? [];
  if (data.length > SHEET_ROWS) throw new EngineError('workbook_damaged', { file }, { place: { file, sheet: name } });
  for (let index = 0; index < data.length; index += 1) {
    const cells: Cell[] = [];
    const given = data[index] ?? [];
    const width = Math.min(given.length, SHEET_COLUMNS);
    for (let column = 0; column < width; column += 1) cells.push(toCell(given[column], date1904));
    rows.push({ row: index + 1, line: index + 1, cells });
    // What was converted is not needed twice.
    delete data[index];
  }
  spreadMerges(sheet, rows);
  const full: unknown = sheet?.['!fullref'] ?? sheet?.['!ref'];
  const last = typeof full === 'string' ? Number(/(\d{1,7})$/.exec(full)?.[1] ?? rows.length) : rows.length;
  return { name, rows, rowCount: Math.max(last, rows.length) };
}

function spreadMerges(sheet: WorkSheet | undefined, rows: SourceRow[]): void {
  for (const area of sheet?.['!merges'] ?? []) {
    const first = rows[area.s.r]?.cells[area.s.c];
    if (first === undefined || first === '' || (typeof first !== 'string' && first.is === 'merged')) continue;
    for (let row = area.s.r; row <= Math.min(area.e.r, rows.length - 1); row += 1) {
      const cells = rows[row]?.cells;
      if (cells === undefined) continue;
      // Sideways only into the columns that the row has: a title merged over a whole sheet stays short.
      for (let column = area.s.c; column <= Math.min(area.e.c, cells.length - 1, SHEET_COLUMNS); column += 1) {
        if (row === area.s.r && column === area.s.c) continue;
        cells[column] = { is: 'merged', of: first };
      }
      if (area.s.c >= cells.length) {
        while (cells.length < area.s.c) cells.push('');
        cells.push({ is: 'merged', of: first });
      }
    }
  }
}
