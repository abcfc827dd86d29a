/** Calendar dates from what people write. A time of day is left out: the date counts as it stands, in no zone. */
import type { IsoDate } from '#shared/model/values.ts';
import { Problem } from '../problem.ts';

export type Order = 'ymd' | 'dmy' | 'mdy';

/** French and English month names and their usual short forms, folded. */
const MONTHS: Record<string, number> = Object.fromEntries(
  [
    ['janvier', 'janv', 'january', 'jan'],
    ['fevrier', 'fevr', 'fev', 'february', 'feb'],
    ['mars', 'march', 'mar'],
    ['avril', 'avr', 'april', 'apr'],
    ['mai', 'may'],
    ['juin', 'june', 'jun'],
    ['juillet', 'juil', 'july', 'jul'],
    ['aout', 'aou', 'august', 'aug'],
    ['septembre', 'sept', 'september', 'sep'],
    ['octobre', 'october', 'oct'],
    ['novembre', 'november', 'nov'],
    ['decembre', 'december', 'dec'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1])),
);

const TIME =
  /(?:T|\s+(?:at\s+|à\s+)?)\d{1,2}[:hH]\d{0,2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[aApP]\.?[mM]\.?)?\s*(?:Z|[+-]\d{2}:?\d{2}|UTC|GMT)?$/;
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const TRIPLE = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/;
const SHORT_YMD = /^(\d{2})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const DAY_MONTH = /^(?:[a-z]{2,9}\.?,?\s+)?(\d{1,2})(?:er|st|nd|rd|th)?[\s-]*([a-z]{3,9})\.?,?[\s-]*(\d{4}|\d{2})$/;
const MONTH_DAY = /^(?:[a-z]{2,9}\.?,\s+)?([a-z]{3,9})\.?[\s-]*(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{4}|\d{2})$/;

/** No date is longer, with its day of the week and its time. */
const LONGEST = 80;

const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const iso = (year: number, month: number, day: number): IsoDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** Two digits mean 1970 to 2069. */
const century = (text: string): number =>
  text.length === 4 ? Number(text) : Number(text) + (Number(text) < 70 ? 2000 : 1900);

/**
 * Reads a date. `order` decides where day and month are both numbers; a date that begins with four digits is year, month, day.
 * Problems: date_missing_day (31/09/2026; `suggestion` is the last day of that month), date_other_order (09/25/2026 under
 * day-month-year; `suggestion` is the date under the other), date_is_number (a bare serial number), date_unreadable.
 */
export function parseDate(raw: string, order: Order): IsoDate | Problem {
  const params = { value: raw.trim() };
  if (params.value.length > LONGEST) return new Problem('date_unreadable', params);
  const text = params.value.replace(TIME, '').trim();
  const ymd = ISO.exec(text) ?? COMPACT.exec(text) ?? (order === 'ymd' ? SHORT_YMD.exec(text) : null);
  if (ymd) return check(century(ymd[1] ?? ''), Number(ymd[2]), Number(ymd[3]), params);
  const triple = TRIPLE.exec(text);
  if (triple) {
    const [first, second, year] = [Number(triple[1]), Number(triple[2]), century(triple[3] ?? '')];
    const [day, month] = order === 'mdy' ? [second, first] : [first, second];
    if (month > 12 && day >= 1 && day <= 12) {
      const other = check(year, day, month, params);
      if (!(other instanceof Problem)) return new Problem('date_other_order', { ...params, suggestion: other });
    }
    return check(year, month, day, params);
  }
  const folded = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const named = DAY_MONTH.exec(folded);
  if (named) {
    const month = MONTHS[named[2] ?? ''];
    if (month !== undefined) return check(century(named[3] ?? ''), month, Number(named[1]), params);
  }
  const american = MONTH_DAY.exec(folded);
  if (american) {
    const month = MONTHS[american[1] ?? ''];
    if (month !== undefined) return check(century(american[3] ?? ''), month, Number(american[2]), params);
  }
  return new Problem(/^\d{5}(?:[.,]\d+)?$/.test(text) ? 'date_is_number' : 'date_unreadable', params);
}

function check(year: number, month: number, day: number, params: { value: string }): IsoDate | Problem {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31) {
    return new Problem('date_unreadable', params);
  }
  const last = daysInMonth(year, month);
  if (day > last) return new Problem('date_missing_day', { ...params, suggestion: iso(year, month, last) });
  return iso(year, month, day);
}

/** What one text says about the order of dates in its file; null where it is no date or says nothing. */
export function orderVote(raw: string): Order | 'either' | null {
  if (raw.length > LONGEST) return null;
  const text = raw.trim().replace(TIME, '').trim();
  if (ISO.test(text)) return 'ymd';
  const triple = TRIPLE.exec(text);
  if (!triple) return null;
  const [first, second] = [Number(triple[1]), Number(triple[2])];
  if (first === 0 || second === 0 || first > 31 || second > 31)
    return SHORT_YMD.test(text) && first > 31 ? 'ymd' : null;
  if (first > 12 && second > 12) return null;
  if (first > 12) return 'dmy';
  if (second > 12) return 'mdy';
  return first === second ? null : 'either';
}
