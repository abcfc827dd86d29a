/** Periods as people type them, turned into the half-open ones of the contract. */
import { IsoDate, type Period } from '#shared/model/values.ts';
import { UsageError } from './usage.ts';

const DAY = 86_400_000;
const shift = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
export const dayBefore = (date: string): string => shift(date, -1);
const dayAfter = (date: string): string => shift(date, 1);

const firstOf = (year: number, month: number): string =>
  `${String(month > 12 ? year + 1 : year).padStart(4, '0')}-${String(month > 12 ? month - 12 : month).padStart(2, '0')}-01`;

/**
 * `2026-09`, `2026-Q3` or `2026-T3`, `2026`, `2026-09-15` or `2026-09-01..2026-09-15` (both days included).
 * Throws a UsageError on anything else, and where the last day comes before the first.
 */
export function parsePeriod(typed: string): Period {
  const bad = (): UsageError =>
    new UsageError('cli_bad_value', {
      option: '--period',
      value: typed,
      expected: '2026-09, 2026-Q3, 2026, 2026-09-01..2026-09-15',
    });
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(typed);
  if (month)
    return { from: firstOf(Number(month[1]), Number(month[2])), to: firstOf(Number(month[1]), Number(month[2]) + 1) };
  const quarter = /^(\d{4})-[QT]([1-4])$/i.exec(typed);
  if (quarter) {
    const start = Number(quarter[2]) * 3 - 2;
    return { from: firstOf(Number(quarter[1]), start), to: firstOf(Number(quarter[1]), start + 3) };
  }
  if (/^\d{4}$/.test(typed)) return { from: firstOf(Number(typed), 1), to: firstOf(Number(typed) + 1, 1) };
  const [from = '', last = from, more] = typed.split('..');
  if (more !== undefined || !IsoDate.safeParse(from).success || !IsoDate.safeParse(last).success || last < from)
    throw bad();
  return { from, to: dayAfter(last) };
}

/** What a run is called when nobody names it: the period as it would be typed. */
export function periodName(period: Period): string {
  const { from, to } = period;
  if (from.endsWith('-01') && to === firstOf(Number(from.slice(0, 4)), Number(from.slice(5, 7)) + 1))
    return from.slice(0, 7);
  if (from.endsWith('-01-01') && to === firstOf(Number(from.slice(0, 4)) + 1, 1)) return from.slice(0, 4);
  return dayBefore(to) === from ? from : `${from}..${dayBefore(to)}`;
}
