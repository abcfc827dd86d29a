/** Days of a zone as instants, over changes of the clocks too. */
import { describe, expect, it } from 'vitest';
import { startOfDay } from '#engine/services/day.ts';

describe('a day begins', () => {
  it.each([
    ['2026-01-15', 'Europe/Paris', 0, '2026-01-14T23:00:00.000Z'],
    ['2026-01-15', 'Europe/Paris', 1, '2026-01-15T23:00:00.000Z'],
    // Clocks go forward in the night to the 29th, back in the night to the 25th of October: days of 23 and of 25 hours.
    ['2026-03-29', 'Europe/Paris', 0, '2026-03-28T23:00:00.000Z'],
    ['2026-03-29', 'Europe/Paris', 1, '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Paris', 0, '2026-10-24T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Paris', 1, '2026-10-25T23:00:00.000Z'],
    ['2026-02-28', 'Europe/London', 1, '2026-03-01T00:00:00.000Z'],
    ['2026-07-01', 'America/New_York', 0, '2026-07-01T04:00:00.000Z'],
    ['2026-07-01', 'Asia/Kathmandu', 0, '2026-06-30T18:15:00.000Z'],
    ['2026-07-01', 'Pacific/Auckland', 0, '2026-06-30T12:00:00.000Z'],
  ])('%s in %s, and %i days on', (date, zone, days, instant) => {
    expect(startOfDay(date, zone, days)).toBe(instant);
  });
});
