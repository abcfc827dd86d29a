/**
 * Which backups stay: the newest of each of the last 7 days, the first of each of the last 8 weeks, the first of each of the
 * last 12 months. Days, weeks and months without a backup do not count, so that a holiday deletes nothing. Pure.
 */
import type { Instant, IsoDate } from '#shared/model/values.ts';

export interface Stamped {
  at: Instant;
  /** The calendar day of `at` where the company is. */
  day: IsoDate;
}

export interface RotationRule {
  daily: number;
  weekly: number;
  monthly: number;
}

export const ROTATION: RotationRule = { daily: 7, weekly: 8, monthly: 12 };

/** The Monday of a day's week (ISO 8601: a week begins on Monday). */
export function weekOf(day: IsoDate): IsoDate {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

/** Of each of the latest `count` groups, one member: the first or the last in time. `files` are in the order of time. */
function onePer<F extends Stamped>(
  files: readonly F[],
  count: number,
  groupOf: (day: IsoDate) => string,
  which: 'first' | 'last',
): F[] {
  const groups = new Map<string, F>();
  for (const file of files) {
    const group = groupOf(file.day);
    if (which === 'last' || !groups.has(group)) groups.set(group, file);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .slice(0, count)
    .map(([, file]) => file);
}

/** What may go, in the order of time. The newest never does. */
export function outdated<F extends Stamped>(files: readonly F[], rule: RotationRule = ROTATION): F[] {
  const inTime = [...files].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const kept = new Set<F>([
    ...inTime.slice(-1),
    ...onePer(inTime, rule.daily, (day) => day, 'last'),
    ...onePer(inTime, rule.weekly, weekOf, 'first'),
    ...onePer(inTime, rule.monthly, (day) => day.slice(0, 7), 'first'),
  ]);
  return inTime.filter((file) => !kept.has(file));
}
