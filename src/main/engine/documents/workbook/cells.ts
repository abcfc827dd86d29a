/** Cells of the workbook: real numbers and dates with formats, and texts that stay texts. */
import { minorToDecimal } from '#shared/format/money.ts';
import type { DecimalText, IsoDate } from '#shared/model/values.ts';

/** A cell as SheetJS takes it; null leaves it empty. */
export type Cell = { t: 'n'; v: number; z?: string } | { t: 's'; v: string } | null;

/** What Excel holds in one cell. */
const LONGEST_TEXT = 32_767;
/** XML 1.0 cannot hold these. */
const forbidden =
  /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** First characters by which a spreadsheet takes a text for a formula, full-width ones included (CWE-1236, OWASP). */
const startsFormula = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/**
 * A text that no spreadsheet takes for a formula: a string cell, and where its first character begins formulas an
 * apostrophe before it. The apostrophe is part of the text on purpose: it is still there when the sheet is saved as CSV
 * and opened again, where the type of the cell is lost.
 */
export function text(value: string | null): Cell {
  if (value === null || value === '') return null;
  // A lone carriage return ends the row in many a CSV, and what follows it begins a cell.
  const clean = value.replace(forbidden, '').replace(/\r\n?/g, '\n');
  const safe = startsFormula.test(clean) ? `'${clean}` : clean;
  return { t: 's', v: safe.length > LONGEST_TEXT ? `${safe.slice(0, LONGEST_TEXT - 1)}…` : safe };
}

const DAY = 86_400_000;
/** 1970-01-01 in Excel's count of days. */
const EPOCH = 25_569;

/** A date as the whole number of days that Excel counts: no time, hence no zone that could move it. */
export function date(value: IsoDate | null): Cell {
  if (value === null) return null;
  return { t: 'n', v: Date.parse(`${value}T00:00:00Z`) / DAY + EPOCH, z: 'dd/mm/yyyy' };
}

const numberFormat = (digits: number): string => (digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`);

/** An amount with as many decimals as its currency has. */
export function amount(minor: number | bigint, digits: number): Cell {
  return { t: 'n', v: Number(minorToDecimal(minor, digits)), z: numberFormat(digits) };
}

/** A decimal with its own number of decimals, at least `least`. */
export function decimal(value: DecimalText | null, least = 0): Cell {
  if (value === null) return null;
  const decimals = (value.split('.')[1] ?? '').replace(/0+$/, '').length;
  return { t: 'n', v: Number(value), z: numberFormat(Math.max(decimals, least)) };
}

export function count(value: number | null): Cell {
  return value === null ? null : { t: 'n', v: value };
}
