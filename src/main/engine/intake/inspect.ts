/** A first look at a foreign file: what it is, how it is written, what its columns mean. Changes nothing. */
import iconv from 'iconv-lite';
import { EngineError } from '#shared/model/error.ts';
import type { ImportKind, Inspection, ReadOptions } from '#shared/model/imports.ts';
import { guessMap, shapeOf } from './columns/guess.ts';
import { columnNames, findHeader } from './columns/header.ts';
import { detectDialect } from './csv/dialect.ts';
import { countLines, encodingByMarks, looksBinary, Utf8Watch } from './csv/encoding.ts';
import { detectManner } from './detect.ts';
import { readBytes } from './file/bytes.ts';
import { identify } from './file/source.ts';
import { DETECT_ROWS, SAMPLE_ROWS } from './limits.ts';
import { isBlank, type SourceRow, shown } from './row.ts';
import { type Opened, openTable, otherFormat, readRows } from './table.ts';
import { readSheet } from './xlsx/workbook.ts';

/** Rows of a workbook that inspection reads. */
const SHEET_LOOK = 2_000;
const HEAD = 262_144;

/**
 * Inspects a file for a kind of import. `options`: what a person has decided; null means detect. Every option of the answer
 * that applies to the format is set. `savedMap` is null: only the company file knows it.
 * Throws an {@link EngineError} that names the file for anything that cannot be read as a table.
 */
export async function inspectFile(
  path: string,
  kind: ImportKind,
  options: ReadOptions,
  cancel: Int32Array | null = null,
): Promise<Inspection> {
  return inspectOpened(await openTable(path), kind, options, cancel);
}

/** The same for a file already open. */
export async function inspectOpened(
  opened: Opened,
  kind: ImportKind,
  options: ReadOptions,
  cancel: Int32Array | null,
): Promise<Inspection> {
  const look = opened.format === 'csv' ? await lookAtText(opened, options, cancel) : lookAtSheet(opened, options);
  const file = opened.source.name;
  const place = { file, sheet: look.options.sheet };
  const rows = await look.rows();
  const headerRow = options.headerRow ?? findHeader(rows, kind);
  const header = rows.find(({ row }) => row === headerRow);
  if (headerRow === null || (header === undefined && rows.length === 0)) {
    throw new EngineError('file_no_rows', { file }, { place: { file } });
  }
  if (header === undefined || header.cells.every(isBlank)) {
    throw new EngineError('header_row_blank', { file, row: headerRow }, { place: { file, row: headerRow } });
  }
  const columns = columnNames(header, place);
  const under = rows.filter((row) => row.row > headerRow && !row.cells.every(isBlank));
  if (under.length === 0) throw new EngineError('file_no_rows', { file }, { place: { file, row: headerRow } });
  const manner = detectManner(under, columns.length, look.options.delimiter, options);
  const complete = rows.length < look.limit;
  return {
    fileName: file,
    sha256: look.sha256,
    bytes: opened.source.bytes,
    format: opened.format,
    options: { ...look.options, ...manner.options, headerRow },
    dateOrderAmbiguous: manner.dateOrderAmbiguous,
    sheets: look.sheets,
    columns,
    sample: under
      .slice(0, SAMPLE_ROWS)
      .map(({ row, cells }) => ({ row, cells: columns.map((_, at) => shown(cells[at])) })),
    rowEstimate: complete ? under.length : Math.max(under.length, look.lines - headerRow),
    guessedMap: guessMap(
      kind,
      columns,
      under.slice(0, 1000).map(({ cells }) => cells),
    ),
    shape: shapeOf(columns),
    savedMap: null,
  };
}

interface Look {
  options: ReadOptions;
  sha256: string;
  sheets: string[];
  /** Lines or rows that the whole file seems to have. */
  lines: number;
  limit: number;
  rows: () => Promise<SourceRow[]>;
}

/** One pass over all bytes (hash, validity, number of lines), then the rows of the beginning under what was detected. */
async function lookAtText(
  opened: Opened & { format: 'csv' },
  asked: ReadOptions,
  cancel: Int32Array | null,
): Promise<Look> {
  const file = opened.source.name;
  const bytes = readBytes(opened.source.path, file, opened.gzip, cancel);
  const watch = new Utf8Watch();
  const parts: Buffer[] = [];
  let headLength = 0;
  let lines = 0;
  let total = 0;
  let ended = false;
  for await (const chunk of bytes.chunks) {
    if (headLength < HEAD) {
      if (headLength === 0 && opened.gzip) refuseInside(chunk, file);
      parts.push(chunk);
      headLength += chunk.length;
    }
    watch.take(chunk);
    lines += countLines(chunk);
    if (chunk.length > 0) ended = chunk.at(-1) === 10;
    total += chunk.length;
  }
  const head = Buffer.concat(parts);
  if (total === 0) throw new EngineError('file_empty', { file }, { place: { file } });
  const marked = encodingByMarks(head);
  if (marked === null && asked.encoding === null && looksBinary(head)) {
    throw new EngineError('file_binary', { file }, { place: { file } });
  }
  const encoding = asked.encoding ?? marked ?? (watch.end() ? 'utf-8' : 'windows-1252');
  const decoded = iconv.decode(head, encoding);
  const dialect = detectDialect(decoded, total <= headLength, asked);
  const options: ReadOptions = { ...asked, encoding, ...dialect, sheet: null };
  return {
    options,
    sha256: bytes.sha256(),
    sheets: [],
    lines: ended ? lines : lines + 1,
    limit: DETECT_ROWS,
    rows: async () => {
      const rows: SourceRow[] = [];
      for await (const batch of readRows(opened, options, cancel).batches) {
        // One by one: a chunk of empty lines gives more rows than a call takes arguments.
        for (const row of batch) rows.push(row);
        if (rows.length >= DETECT_ROWS) break;
      }
      return rows;
    },
  };
}

/** A gzip may hold anything: what is in it gets the same look at its first bytes. */
function refuseInside(chunk: Buffer, file: string): void {
  const inside = identify(chunk);
  if (inside.form === 'other') throw otherFormat(file, `gzip + ${inside.found}`);
  if (inside.form !== 'text') throw otherFormat(file, `gzip + ${inside.form}`);
}

function lookAtSheet(opened: Opened & { format: 'xlsx' }, asked: ReadOptions): Look {
  const name = asked.sheet ?? opened.book.preferred;
  const sheet = readSheet(opened.book, name, SHEET_LOOK, opened.source.name);
  return {
    options: { ...asked, encoding: null, delimiter: null, quote: null, sheet: name },
    sha256: opened.book.sha256,
    sheets: opened.book.sheets,
    lines: sheet.rowCount,
    limit: SHEET_LOOK,
    rows: () => Promise.resolve(sheet.rows),
  };
}
