/** A workbook of any format that is read, opened as far as its list of sheets. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { EngineError } from '#shared/model/error.ts';
import { readFailure, type Source } from '../file/source.ts';
import { MAX_WORKBOOK_BYTES } from '../limits.ts';
import { openOds } from '../ods/open.ts';
import { openXls } from '../xls/open.ts';
import { openXlsx } from '../xlsx/open.ts';
import { readDirectory, type ZipEntry } from '../xlsx/zip.ts';
import type { OpenedBook } from './library.ts';

export interface Workbook extends OpenedBook {
  sha256: string;
}

/**
 * Opens a workbook (`form`: what its first bytes are). Throws `workbook_damaged`, `workbook_unpacks_too_large`,
 * `file_password_protected`, `file_old_excel` (before Excel 95), `other_spreadsheet` (Numbers, xlsb), `file_other_format`.
 */
export async function openWorkbook(source: Source, form: 'zip' | 'ole'): Promise<Workbook> {
  const file = source.name;
  if (source.bytes > MAX_WORKBOOK_BYTES) {
    const megabytes = MAX_WORKBOOK_BYTES / 1_000_000;
    throw new EngineError('workbook_unpacks_too_large', { file, megabytes }, { place: { file } });
  }
  const bytes = await readFile(source.path).catch((thrown: unknown) => {
    throw readFailure(thrown, file);
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const book = form === 'ole' ? openXls(bytes, file) : await openZip(bytes, file);
  if (book.sheets.length === 0) throw new EngineError('workbook_damaged', { file }, { place: { file } });
  return { ...book, sha256 };
}

function openZip(zip: Buffer, file: string): Promise<OpenedBook> {
  const directory = readDirectory(zip, file);
  const names = new Set(directory.map((entry) => entry.name.toLowerCase()));
  if (names.has('xl/workbook.xml')) return openXlsx(zip, directory, file);
  if (names.has('content.xml') || names.has('encrypted-package')) return openOds(zip, directory, file);
  throw otherZip(directory, file);
}

function otherZip(directory: readonly ZipEntry[], file: string): EngineError {
  const names = new Set(directory.map((entry) => entry.name.toLowerCase()));
  const place = { place: { file } };
  const other = (found: string) => new EngineError('other_spreadsheet', { file, found }, place);
  if (names.has('xl/workbook.bin')) return other('Excel binaire / binary (.xlsb)');
  if (names.has('index/document.iwa') || names.has('index.zip')) return other('Numbers');
  const found = names.has('word/document.xml') ? 'Word' : names.has('ppt/presentation.xml') ? 'PowerPoint' : 'ZIP';
  return new EngineError('file_other_format', { file, found }, place);
}
