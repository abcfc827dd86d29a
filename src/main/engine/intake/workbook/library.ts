/** The one call into the library that reads workbooks, with its failures in our words. */
import { read, type WorkBook } from 'xlsx';
import { EngineError } from '#shared/model/error.ts';

export interface LoadOptions {
  /** Only this sheet; the others stay unread. */
  sheets?: string;
  /** Only so many rows of a sheet. */
  sheetRows?: number;
  /** The names of the sheets and nothing else. */
  bookSheets?: boolean;
}

/** A workbook whose sheets are known. */
export interface OpenedBook {
  format: 'xlsx' | 'xls' | 'ods';
  /** In the workbook's order, hidden ones included. */
  sheets: string[];
  /** The first sheet that is visible. */
  preferred: string;
  load(options: LoadOptions): WorkBook;
}

/**
 * Throws `file_password_protected`, `file_too_complex` (a limit of the machine: length of a text, depth of a call) or
 * `workbook_damaged`.
 */
export function parseWorkbook(bytes: Buffer, file: string, options: LoadOptions): WorkBook {
  try {
    return read(bytes, {
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
    const place = { place: { file }, cause };
    if (cause instanceof RangeError) throw new EngineError('file_too_complex', { file }, place);
    const said = cause instanceof Error ? cause.message : String(cause);
    const code = /password|encrypt/i.test(said) ? 'file_password_protected' : 'workbook_damaged';
    throw new EngineError(code, { file }, place);
  }
}
