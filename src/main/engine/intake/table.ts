/** A file as a table: opened by what it is, read as rows in batches, whichever format it has. */
import { EngineError } from '#shared/model/error.ts';
import type { ReadOptions } from '#shared/model/imports.ts';
import { throwIfCancelled } from './cancel.ts';
import { toUtf8 } from './csv/encoding.ts';
import { readRecords } from './csv/records.ts';
import { readBytes } from './file/bytes.ts';
import { refuseCompound } from './file/compound.ts';
import { identify, openSource, type Source } from './file/source.ts';
import type { SourceRow } from './row.ts';
import { openWorkbook, readSheet, type Workbook } from './xlsx/workbook.ts';

export type Opened =
  | { format: 'csv'; source: Source; gzip: boolean }
  | { format: 'xlsx'; source: Source; book: Workbook };

/** Opens a file by its bytes, not by its name. Throws an error for everything that is neither CSV nor XLSX. */
export async function openTable(path: string): Promise<Opened> {
  const source = await openSource(path);
  const form = identify(source.head);
  switch (form.form) {
    case 'text':
      return { format: 'csv', source, gzip: false };
    case 'gzip':
      return { format: 'csv', source, gzip: true };
    case 'zip':
      return { format: 'xlsx', source, book: await openWorkbook(source) };
    case 'ole':
      return await refuseCompound(source);
    case 'other':
      throw otherFormat(source.name, form.found);
  }
}

export const otherFormat = (file: string, found: string): EngineError =>
  new EngineError('file_other_format', { file, found }, { place: { file } });

/** Options of which nothing is left to detect. */
export type FullOptions = ReadOptions & { decimalMark: ',' | '.'; dateOrder: 'ymd' | 'dmy' | 'mdy'; headerRow: number };

export function isFull(options: ReadOptions, format: 'csv' | 'xlsx'): options is FullOptions {
  if (options.decimalMark === null || options.dateOrder === null || options.headerRow === null) return false;
  return format === 'xlsx'
    ? options.sheet !== null
    : options.encoding !== null && options.delimiter !== null && options.quote !== null;
}

export interface TableRows {
  batches: AsyncGenerator<SourceRow[], void, void>;
  /** Share of the file read, 0 to 1; 0 while nothing is known, as inside a gzip, where bytes read say little about rows. */
  share: () => number;
  /** sha256 of the file; after the last batch. */
  sha256: () => string;
}

const BATCH = 1000;

/** Streams the rows of an opened file. `limit`: only so many rows are wanted, which spares the rest of a sheet. */
export function readRows(
  opened: Opened,
  options: Pick<ReadOptions, 'encoding' | 'delimiter' | 'quote' | 'sheet'>,
  cancel: Int32Array | null,
  limit: number | null = null,
): TableRows {
  const file = opened.source.name;
  if (opened.format === 'csv') {
    const bytes = readBytes(opened.source.path, file, opened.gzip, cancel);
    const dialect = { delimiter: options.delimiter ?? ',', quote: options.quote ?? '"' };
    return {
      batches: readRecords(toUtf8(bytes.chunks, options.encoding ?? 'utf-8', file), dialect, file),
      share: () => (opened.gzip ? 0 : Math.min(1, bytes.taken() / opened.source.bytes)),
      sha256: bytes.sha256,
    };
  }
  let share = 0;
  async function* batches(): AsyncGenerator<SourceRow[], void, void> {
    if (opened.format !== 'xlsx') return;
    throwIfCancelled(cancel);
    const { rows } = readSheet(opened.book, options.sheet ?? opened.book.preferred, limit, file);
    for (let from = 0; from < rows.length; from += BATCH) {
      throwIfCancelled(cancel);
      share = Math.min(1, (from + BATCH) / rows.length);
      yield rows.slice(from, from + BATCH);
    }
  }
  return { batches: batches(), share: () => share, sha256: () => opened.book.sha256 };
}
