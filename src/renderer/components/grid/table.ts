/** Rows as a table of text that a spreadsheet takes from the clipboard. Pure. */
import type { DecimalText, IsoDate, Language } from '#shared/model/values.ts';

/** A cell: text as it is shown, or a number or a date that the spreadsheet shall take as such. Null stays empty. */
export type TableCell = string | { number: DecimalText } | { date: IsoDate } | null;

/** As formats write numbers: minus U+2212, groups by U+202F, U+00A0 or (English) commas. An ordinary space is none of them. */
const written: Record<Language, RegExp> = {
  fr: /^[−-]?\d{1,3}([\u202f\u00a0]?\d{3})*(,\d+)?[\u202f\u00a0]?%?$/,
  en: /^[−-]?\d{1,3}(,?\d{3})*(\.\d+)?%?$/,
};

/** What a spreadsheet may pass over before it looks at a cell: blanks, signs that have no width, a mark of the byte order. */
const passedOver = '\\s\\u00ad\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufeff';
/** Begins a formula, behind quotation marks too, which are taken off; the wide forms are read like the narrow ones. */
const formula = new RegExp(`^[${passedOver}"]*[=+\\-−@＝＋－＠]`);
const quoted = new RegExp(`^[${passedOver}]*"`);
/**
 * A telephone number in groups: digits and blanks behind one plus. There is nothing in it to reckon with, at worst a number
 * comes of it, so that it needs no apostrophe. Without blanks the plus would be lost; with other marks it might be reckoned.
 */
const telephone = /^\+\d+( \d+)+$/;

/**
 * One cell of text: no tabs or line breaks. Numbers go out with plain characters and the decimal mark of the language, dates as
 * ISO 8601, which spreadsheets understand whatever country they are set to. Text that one would run as a formula starts
 * with an apostrophe; text that begins with a quotation mark is quoted, for an open one would swallow the cells behind it.
 */
export function tableCell(cell: TableCell, language: Language): string {
  if (cell === null) return '';
  if (typeof cell === 'object') {
    if ('date' in cell) return cell.date;
    return language === 'fr' ? cell.number.replace('.', ',') : cell.number;
  }
  const flat = cell.replaceAll(/[\t\r\n\v\f\u0085\u2028\u2029]+/g, ' ');
  if (written[language].test(flat)) {
    const plain = flat.replaceAll('−', '-').replaceAll(/\s/g, '');
    return language === 'en' ? plain.replaceAll(',', '') : plain;
  }
  if (formula.test(flat) && !telephone.test(flat)) return `'${flat}`;
  return quoted.test(flat) ? `"${flat.replaceAll('"', '""')}"` : flat;
}

export const tableRow = (cells: readonly TableCell[], language: Language): string =>
  cells.map((cell) => tableCell(cell, language)).join('\t');

/** Heads and rows; lines end as spreadsheets write them to the clipboard. */
export const tableText = (
  heads: readonly string[],
  rows: readonly (readonly TableCell[])[],
  language: Language,
): string => [heads, ...rows].map((cells) => tableRow(cells, language)).join('\r\n');
