/**
 * Cells of an exported CSV (RFC 4180, UTF-8 with a byte order mark): what a person's spreadsheet reads without asking. A text that
 * a spreadsheet would take for a formula gets an apostrophe before it, as OWASP's "CSV Injection" advises.
 */
import type { Language } from '#shared/model/values.ts';

/** `decimal`: a decimal text with a point; its mark follows the language. Everything but `text` is our own and never a formula. */
export type CellKind = 'text' | 'whole' | 'decimal' | 'date' | 'instant' | 'flag';
export type Cell = string | number | null;

export interface CsvForm {
  delimiter: ';' | ',';
  decimal: ',' | '.';
}

/** French spreadsheets expect semicolons and decimal commas. */
export const csvForm = (language: Language): CsvForm =>
  language === 'fr' ? { delimiter: ';', decimal: ',' } : { delimiter: ',', decimal: '.' };

export const BYTE_ORDER_MARK = '\ufeff';

/** What spreadsheets begin a formula with; a tab or a line break before it is skipped by some. */
const FORMULA = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

export function csvCell(value: Cell, kind: CellKind, form: CsvForm): string {
  if (value === null) return '';
  const text = String(value);
  if (kind === 'decimal') return form.decimal === ',' ? quoted(text.replace('.', ','), form) : text;
  if (kind !== 'text') return quoted(text, form);
  return quoted(FORMULA.test(text) ? `'${text}` : text, form);
}

function quoted(text: string, { delimiter }: CsvForm): string {
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export const csvLine = (cells: readonly string[], { delimiter }: CsvForm): string => `${cells.join(delimiter)}\r\n`;
