/** Billing periods as people say them: both days included, by month; half-open as the contract takes them. Pure. */
import { formatDate } from '#shared/format/date.ts';
import { fill } from '#shared/messages/catalogue.ts';
import { runsTexts } from '#shared/messages/ui/runs.ts';
import type { IsoDate, Language, Period } from '#shared/model/values.ts';

const DAY = 86_400_000;

/** A date some days later (or earlier). */
export const addDays = (date: IsoDate, days: number): IsoDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** The last day that is in a half-open period. */
export const lastDay = (period: Period): IsoDate => addDays(period.to, -1);

/** A period of which both days are meant. */
export const including = (from: IsoDate, last: IsoDate): Period => ({ from, to: addDays(last, 1) });

/** A calendar month; `month` from 1, any whole number: 13 is January of the next year, 0 December of the one before. */
export function monthPeriod(year: number, month: number): Period {
  const start = (m: number) => new Date(Date.UTC(year, m - 1, 1)).toISOString().slice(0, 10);
  return { from: start(month), to: start(month + 1) };
}

export const monthOf = (date: IsoDate): { year: number; month: number } => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
});

/** The month in which most of the dates lie; of two alike the first met. Null without dates. */
export function commonMonth(dates: readonly IsoDate[]): { year: number; month: number } | null {
  const counts = new Map<string, number>();
  let most: string | null = null;
  for (const date of dates) {
    const key = date.slice(0, 7);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (most === null || count > (counts.get(most) ?? 0)) most = key;
  }
  return most === null ? null : monthOf(`${most}-01`);
}

/** Months of the year in the language, as a picker shows them. */
export const monthNames = (language: Language): string[] =>
  Array.from({ length: 12 }, (_, i) => formatDate(`2026-${String(i + 1).padStart(2, '0')}-02`, language, 'long'))
    .map((text) => text.split(' ')[1] ?? '')
    .map((name) => name.charAt(0).toUpperCase() + name.slice(1));

/** `Octobre 2026`, `3e trimestre 2026`, `2026`, else its two days. */
export function suggestedName(period: Period, language: Language): string {
  const first = monthOf(period.from);
  const after = monthOf(period.to);
  const months = (after.year - first.year) * 12 + after.month - first.month;
  const whole = period.from.endsWith('-01') && period.to.endsWith('-01');
  if (whole && months === 1) return `${monthNames(language)[first.month - 1] ?? ''} ${first.year}`;
  if (whole && months === 12 && first.month === 1) return String(first.year);
  if (whole && months === 3 && first.month % 3 === 1) {
    const quarter = (first.month + 2) / 3;
    const params = { quarter, ordinal: quarter === 1 ? '1er' : `${quarter}e`, year: String(first.year) };
    return fill(runsTexts.quarter, language, params);
  }
  const from = formatDate(period.from, language, 'short');
  return fill(runsTexts.fromTo, language, { from, to: formatDate(lastDay(period), language, 'short') });
}
