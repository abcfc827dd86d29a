/** Rows as a table of text that a spreadsheet takes from the clipboard. Pure. */
import type { DecimalText, IsoDate, Language } from '#shared/model/values.ts';

/** A cell: text as it is shown, or a number or a date that the spreadsheet shall take as such. Null stays empty. */
export type TableCell = string | { number: DecimalText } | { date: IsoDate } | null;

/** As formats write numbers: minus U+2212, groups by U+202F, U+00A0 or (English) commas. An ordinary space is none of them. */
const written: Record<Language, RegExp> = {
  fr: /^[+−-]?\d{1,3}([\u202f\u00a0]?\d{3})*(,\d+)?[\u202f\u00a0]?%?$/,
  en: /^[+−-]?\d{1,3}(,?\d{3})*(\.\d+)?%?$/,
};

/**
 * One cell of text: no tabs or line breaks. Numbers go out with plain characters and the decimal mark of the language, dates as
 * ISO 8601, which spreadsheets understand whatever country they are set to. Text that one would run as a formula starts
 * with an apostrophe.
 */
export function tableCell(cell: TableCell, language: Language): string {
  if (cell === null) return '';
  if (typeof cell === 'object') {
    if ('date' in cell) return cell.date;
    return language === 'fr' ? cell.number.replace('.', ',') : cell.number;
  }
  const flat = cell.replaceAll(/[\t\r\n]+/g, ' ');
  if (written[language].test(flat)) {
    const plain = flat.replaceAll('−', '-').replaceAll(/\s/g, '');
    return language === 'en' ? plain.replaceAll(',', '') : plain;
  }
  return /^\s*[=+\-@]/.test(flat) ? `'${flat}` : flat;
}

export const tableRow = (cells: readonly TableCell[], language: Language): string =>
  cells.map((cell) => tableCell(cell, language)).join('\t');

/** Heads and rows; lines end as spreadsheets write them to the clipboard. */
export const tableText = (
  heads: readonly string[],
  rows: readonly (readonly TableCell[])[],
  language: Language,
): string => [heads, ...rows].map((cells) => tableRow(cells, language)).join('\r\n');
