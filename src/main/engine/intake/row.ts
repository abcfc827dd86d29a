/** A row of a foreign table, the same for CSV and spreadsheets. */
import { plainDecimal } from './values/number.ts';

/**
 * A cell: plain text, or what a spreadsheet knows better than text.
 * - number: `text` is the exact decimal (at most 15 significant digits), `padded` the digits with the zeros its format
 *   shows ('00000' → '01234') or null, `percent` when its format shows a percentage
 * - date: ISO calendar date · boolean · error: '#N/A'... · formula: one whose value the file does not hold
 * - merged: the value of a merged area, seen again below or beside its first cell
 */
export type Cell =
  | string
  | { is: 'number'; text: string; padded: string | null; percent: boolean }
  | { is: 'date'; iso: string }
  | { is: 'boolean'; value: boolean }
  | { is: 'error'; text: string }
  | { is: 'formula' }
  | { is: 'merged'; of: Exclude<Cell, { is: 'merged' }> };

export interface SourceRow {
  /** 1-based, as a spreadsheet shows it. */
  row: number;
  /** 1-based line of the text; the row itself in a spreadsheet. */
  line: number;
  cells: Cell[];
}

/** The cell as a person sees it. */
export function shown(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  switch (cell.is) {
    case 'number':
      return cell.percent ? `${plainDecimal(`${cell.text}e2`)}%` : (cell.padded ?? cell.text);
    case 'date':
      return cell.iso;
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE';
    case 'error':
      return cell.text;
    case 'formula':
      return '=…';
    case 'merged':
      return shown(cell.of);
  }
}

/** True where nothing stands: an empty text, or blanks only. */
export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** The letter of a 0-based column: A, B, ... Z, AA. */
export function columnLetter(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
