/** The rows of one sheet, whichever format the workbook has. */
import type { WorkSheet } from 'xlsx';
import { EngineError } from '#shared/model/error.ts';
import { SHEET_COLUMNS, SHEET_ROWS } from '../limits.ts';
import type { Cell, SourceRow } from '../row.ts';
import { toCell } from '../xlsx/cells.ts';
import type { Workbook } from './open.ts';

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
  const parsed = book.load(limit === null ? { sheets: name } : { sheets: name, sheetRows: limit });
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
