/** Which backups stay, and how long documents are kept. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fiscalYearEnd, keepUntil, retentionRule, retentionTable } from '#engine/domain/keeping/retention.ts';
import { outdated, ROTATION, type Stamped, weekOf } from '#engine/domain/keeping/rotation.ts';

const rules = retentionTable(
  JSON.parse(readFileSync(new URL('../../resources/legal/retention.json', import.meta.url), 'utf8')),
);

const stamped = (at: Date): Stamped => ({ at: at.toISOString(), day: at.toISOString().slice(0, 10) });
const instants = fc
  .uniqueArray(fc.date({ min: new Date('2024-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }), {
    maxLength: 120,
    selector: (date) => date.getTime(),
  })
  .map((dates) => dates.map(stamped));

describe('rotation', () => {
  it('never deletes the newest, and nothing at all of seven days or fewer', () => {
    fc.assert(
      fc.property(instants, (files) => {
        const gone = new Set(outdated(files));
        const newest = [...files].sort((a, b) => (a.at < b.at ? 1 : -1))[0];
        if (newest) expect(gone.has(newest)).toBe(false);
        expect(files.length - gone.size).toBeLessThanOrEqual(ROTATION.daily + ROTATION.weekly + ROTATION.monthly + 1);
      }),
    );
  });

  it('keeps the newest of each of the latest seven days, the first of eight weeks and of twelve months', () => {
    fc.assert(
      fc.property(instants, (files) => {
        const gone = new Set(outdated(files));
        const inTime = [...files].sort((a, b) => (a.at < b.at ? -1 : 1));
        const latest = (groupOf: (file: Stamped) => string, count: number) =>
          [...new Set(inTime.map(groupOf))].sort().reverse().slice(0, count);
        for (const day of latest((file) => file.day, 7)) {
          const last = inTime.findLast((file) => file.day === day);
          if (last) expect(gone.has(last)).toBe(false);
        }
        for (const week of latest((file) => weekOf(file.day), 8)) {
          const first = inTime.find((file) => weekOf(file.day) === week);
          if (first) expect(gone.has(first)).toBe(false);
        }
        for (const month of latest((file) => file.day.slice(0, 7), 12)) {
          const first = inTime.find((file) => file.day.slice(0, 7) === month);
          if (first) expect(gone.has(first)).toBe(false);
        }
      }),
    );
  });

  it('done day after day keeps the same as done once: what a week or a month needs is not gone before', () => {
    fc.assert(
      fc.property(instants, (files) => {
        const inTime = [...files].sort((a, b) => (a.at < b.at ? -1 : 1));
        let kept: Stamped[] = [];
        for (const file of inTime) {
          kept.push(file);
          const gone = new Set(outdated(kept));
          kept = kept.filter((one) => !gone.has(one));
        }
        const gone = new Set(outdated(inTime));
        expect(kept).toEqual(inTime.filter((file) => !gone.has(file)));
      }),
      { numRuns: 40 },
    );
  });

  it('counts a week from Monday', () => {
    expect(weekOf('2026-11-22')).toBe('2026-11-16');
    expect(weekOf('2026-11-23')).toBe('2026-11-23');
  });
});

describe('retention', () => {
  it('ten years from the end of the fiscal year in France', () => {
    const rule = retentionRule(rules, 'FR', '2016-03-10');
    expect(keepUntil(rule, '2016-03-10', '12-31')).toBe('2026-12-31');
    expect(keepUntil(rule, '2016-03-31', '03-31')).toBe('2026-03-31');
    expect(keepUntil(rule, '2016-04-01', '03-31')).toBe('2027-03-31');
    expect(rule.source).toContain('L123-22');
  });

  it('the end of February is its last day', () => {
    expect(fiscalYearEnd('2024-02-29', '02-31')).toBe('2024-02-29');
    expect(fiscalYearEnd('2023-03-01', '02-31')).toBe('2024-02-29');
    expect(keepUntil(retentionRule(rules, 'FR', '2016-03-01'), '2016-03-01', '02-31')).toBe('2027-02-28');
  });

  it('follows the issue date where the law changed, and has a rule for every country', () => {
    expect(retentionRule(rules, 'DE', '2015-12-31').years).toBe(10);
    expect(retentionRule(rules, 'DE', '2016-01-01').years).toBe(8);
    expect(retentionRule(rules, 'JP', '2020-01-01').years).toBe(10);
  });

  it('never ends before the years are over', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 12 }),
        (date, month) => {
          const issued = date.toISOString().slice(0, 10);
          const until = keepUntil(retentionRule(rules, 'FR', issued), issued, `${String(month).padStart(2, '0')}-31`);
          expect(until >= `${Number(issued.slice(0, 4)) + 10}${issued.slice(4)}` || issued.endsWith('02-29')).toBe(
            true,
          );
          expect(Number(until.slice(0, 4)) - Number(issued.slice(0, 4))).toBeLessThanOrEqual(11);
        },
      ),
    );
  });
});
