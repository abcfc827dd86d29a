/** Arithmetic on calendar dates, without clock or zone. */
import type { IsoDate } from '#shared/model/values.ts';

const DAY = 86_400_000;

/** The date so many days later (earlier where negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** Days from one date to another: 1 from the 1st to the 2nd. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** The same day of an earlier year; 29 February becomes 28. */
export function yearsBefore(date: IsoDate, years: number): IsoDate {
  const day = `${String(Number(date.slice(0, 4)) - years).padStart(4, '0')}${date.slice(4)}`;
  return day.endsWith('-02-29') && new Date(day).toISOString().slice(0, 10) !== day ? `${day.slice(0, 8)}28` : day;
}
