/** Usual periods of the invoices' list, both days included. Pure. */
import type { IsoDate } from '#shared/model/values.ts';
import { lastDay, monthOf, monthPeriod } from '../runs/period.ts';

export type Preset = 'thisMonth' | 'lastMonth' | 'thisYear' | 'lastYear';

export function presetPeriod(preset: Preset, today: IsoDate): { from: IsoDate; to: IsoDate } {
  const { year, month } = monthOf(today);
  const monthly = (shift: number) => {
    const period = monthPeriod(year, month + shift);
    return { from: period.from, to: lastDay(period) };
  };
  const yearly = (y: number) => ({ from: `${y}-01-01`, to: `${y}-12-31` });
  return { thisMonth: monthly(0), lastMonth: monthly(-1), thisYear: yearly(year), lastYear: yearly(year - 1) }[preset];
}
