/** One cell of a spreadsheet as the value a person sees, exact where numbers are concerned. */
import { type CellObject, SSF } from 'xlsx';
import type { Cell } from '../row.ts';
import { plainDecimal } from '../values/number.ts';

/** ECMA-376 part 1, 18.18.11: the error values, by the code that the library gives. */
const ERRORS: Record<number, string> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};
/** "#GETTING_DATA": also the mark of a formula without a cached value. */
const NO_VALUE_YET = 43;

/**
 * A double as the decimal that the sheet shows at full width: 15 significant digits, as spreadsheets themselves keep them,
 * so that 0.1+0.2 is 0.3. Written without exponent.
 */
export function decimalOfDouble(value: number): string {
  // Most cells hold a small whole number, which is its own text.
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return value === 0 ? '0' : String(value);
  return plainDecimal(String(Number(value.toPrecision(15))));
}

export function toCell(cell: CellObject | undefined, date1904: boolean): Cell {
  if (cell === undefined || cell.t === 'z') return '';
  const value = cell.v;
  if (cell.t === 'e') {
    if (value === NO_VALUE_YET) return { is: 'formula' };
    return { is: 'error', text: typeof value === 'number' ? (ERRORS[value] ?? '#ERROR') : '#ERROR' };
  }
  if (typeof value === 'boolean') return { is: 'boolean', value };
  if (typeof value === 'string') return value;
  if (typeof value !== 'number' || !Number.isFinite(value)) return '';
  const format = typeof cell.z === 'string' ? cell.z : 'General';
  if (format !== 'General' && SSF.is_date(format) === true) {
    const iso = dateOfSerial(value, date1904);
    if (iso !== null) return { is: 'date', iso };
  }
  const text = decimalOfDouble(value);
  return {
    is: 'number',
    text,
    padded: /^0{2,}$/.test(format) && /^\d+$/.test(text) ? text.padStart(format.length, '0') : null,
    percent: format.includes('%'),
  };
}

/** The calendar date of a serial number, its time of day left out; null where it is none (a bare time, before 1900). */
function dateOfSerial(serial: number, date1904: boolean): string | null {
  // The type of SSF is `any`; this is its documented answer.
  const code: { y: number; m: number; d: number } | null = SSF.parse_date_code(serial, { date1904 });
  if (code === null || code.y < 1900 || code.m < 1 || code.d < 1) return null;
  // The 29 February 1900 that Excel keeps for Lotus's sake does not exist.
  if (code.y === 1900 && code.m === 2 && code.d === 29) return null;
  return `${String(code.y).padStart(4, '0')}-${String(code.m).padStart(2, '0')}-${String(code.d).padStart(2, '0')}`;
}
