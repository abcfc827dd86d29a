/** How a table writes its numbers and dates, by the votes of its values. */
import type { ReadOptions } from '#shared/model/imports.ts';
import { Problem } from './problem.ts';
import { type Cell, isBlank, type SourceRow } from './row.ts';
import { orderVote, parseDate } from './values/date.ts';
import { markVote } from './values/number.ts';

const isDate = (text: string) =>
  !(parseDate(text, 'dmy') instanceof Problem) || !(parseDate(text, 'mdy') instanceof Problem);
/** Rows by which a column is called a column of dates or of numbers. */
const PROBE = 500;

/**
 * Detects what is not asked for. A value votes only where it can be read in one way: '12,5', '1.250,00', '25/09/2026'.
 * Without votes: the comma for files cut by semicolons (as spreadsheets in comma countries write them), else the point;
 * day-month-year, said to be ambiguous where dates are there that both orders fit, or that contradict each other.
 */
export function detectManner(
  rows: readonly SourceRow[],
  width: number,
  delimiter: ReadOptions['delimiter'],
  asked: ReadOptions,
): { options: Pick<ReadOptions, 'decimalMark' | 'dateOrder'>; dateOrderAmbiguous: boolean } {
  const marks = { ',': 0, '.': 0 };
  const orders = { ymd: 0, dmy: 0, mdy: 0, either: 0 };
  for (let column = 0; column < width; column += 1) {
    const role = roleOf(rows, column);
    if (role === null) continue;
    for (const { cells } of rows) {
      const cell = cells[column];
      if (typeof cell !== 'string' || cell === '') continue;
      if (role === 'date') {
        const vote = orderVote(cell);
        if (vote !== null) orders[vote] += 1;
      } else {
        const vote = markVote(cell);
        if (vote === ',' || vote === '.') marks[vote] += 1;
      }
    }
  }
  const mark = marks[','] === marks['.'] ? (delimiter === ';' ? ',' : '.') : marks[','] > marks['.'] ? ',' : '.';
  const undecided = orders.dmy === 0 && orders.mdy === 0;
  const order = undecided
    ? orders.ymd > 0 && orders.either === 0
      ? 'ymd'
      : 'dmy'
    : orders.mdy > orders.dmy
      ? 'mdy'
      : 'dmy';
  const ambiguous = undecided ? orders.either > 0 : orders.dmy > 0 && orders.mdy > 0;
  return {
    options: { decimalMark: asked.decimalMark ?? mark, dateOrder: asked.dateOrder ?? order },
    dateOrderAmbiguous: asked.dateOrder === null && ambiguous,
  };
}

/** What most texts of a column's beginning are. */
function roleOf(rows: readonly SourceRow[], column: number): 'date' | 'number' | null {
  const texts = rows
    .slice(0, PROBE)
    .map(({ cells }) => cells[column])
    .filter((cell): cell is Extract<Cell, string> => typeof cell === 'string' && !isBlank(cell));
  if (texts.length === 0) return null;
  if (texts.filter(isDate).length * 2 > texts.length) return 'date';
  return texts.filter((text) => markVote(text) !== null).length * 2 > texts.length ? 'number' : null;
}
