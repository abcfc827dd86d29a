/** The fiscal year as a company counts it, by calendar dates. */
import type { IsoDate } from '#shared/model/values.ts';

/** The first day of the fiscal year that `date` lies in; `startMonth` 1 to 12. */
export function fiscalYearStart(date: IsoDate, startMonth: number): IsoDate {
  const year = Number(date.slice(0, 4)) - (Number(date.slice(5, 7)) < startMonth ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(startMonth).padStart(2, '0')}-01`;
}

/** The same day of the month before; its last day where it has fewer. */
export function monthBefore(date: IsoDate): IsoDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 2, Math.min(day, last))).toISOString().slice(0, 10);
}
