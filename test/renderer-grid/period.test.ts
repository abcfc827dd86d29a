import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  commonMonth,
  including,
  lastDay,
  monthNames,
  monthPeriod,
  suggestedName,
} from '../../src/renderer/features/runs/period.ts';

describe('billing periods', () => {
  it('of a month begin on its first day and end before the next', () => {
    expect(monthPeriod(2010, 12)).toEqual({ from: '2010-12-01', to: '2011-01-01' });
    expect(monthPeriod(2024, 2)).toEqual({ from: '2024-02-01', to: '2024-03-01' });
    expect(monthPeriod(2026, 0)).toEqual({ from: '2025-12-01', to: '2026-01-01' });
    expect(lastDay(monthPeriod(2024, 2))).toBe('2024-02-29');
  });
  it('with both days named give those days back', () => {
    fc.assert(
      fc.property(fc.nat(30_000), fc.nat(800), (start, length) => {
        const from = addDays('1990-01-01', start);
        const last = addDays(from, length);
        const period = including(from, last);
        expect(lastDay(period)).toBe(last);
        expect(period.to > last).toBe(true);
      }),
    );
  });
  it('get the name that people give them', () => {
    expect(suggestedName(monthPeriod(2026, 10), 'fr')).toBe('Octobre 2026');
    expect(suggestedName(monthPeriod(2026, 10), 'en')).toBe('October 2026');
    expect(suggestedName({ from: '2026-07-01', to: '2026-10-01' }, 'fr')).toBe('3e trimestre 2026');
    expect(suggestedName({ from: '2026-01-01', to: '2026-04-01' }, 'fr')).toBe('1er trimestre 2026');
    expect(suggestedName({ from: '2026-07-01', to: '2026-10-01' }, 'en')).toBe('Q3 2026');
    expect(suggestedName({ from: '2026-01-01', to: '2027-01-01' }, 'fr')).toBe('2026');
    expect(suggestedName({ from: '2026-01-15', to: '2026-02-15' }, 'fr')).toBe('Du 15/01/2026 au 14/02/2026');
  });
  it('are suggested where most dates lie', () => {
    expect(commonMonth(['2026-10-02', '2026-09-30', '2026-09-12'])).toEqual({ year: 2026, month: 9 });
    expect(commonMonth([])).toBeNull();
  });
  it('name every month once', () => {
    expect(monthNames('fr')).toHaveLength(12);
    expect(monthNames('fr')[7]).toBe('Août');
    expect(new Set(monthNames('en')).size).toBe(12);
  });
});
