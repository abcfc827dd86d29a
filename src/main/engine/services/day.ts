/** Days of a time zone as instants. */
import type { IsoDate } from '#shared/model/values.ts';

const DAY = 86_400_000;

/** The instant (UTC, ISO 8601) at which the day that is `days` after `date` begins in a zone (IANA name). */
export function startOfDay(date: IsoDate, zone: string, days: number): string {
  const midnight = Date.parse(`${date}T00:00:00Z`) + days * DAY;
  // Twice: the offset at the first guess may be that of the other side of a change of the clocks.
  const first = midnight - offsetAt(midnight, zone);
  return new Date(midnight - offsetAt(first, zone)).toISOString();
}

/** Milliseconds by which clocks in the zone are ahead of UTC at an instant. */
function offsetAt(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(new Date(instant));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '00';
  const local = Date.parse(`${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:${of('second')}Z`);
  return local - Math.floor(instant / 1000) * 1000;
}
