import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assertNotBefore,
  counterKey,
  formatNumber,
  MAX_NUMBER_LENGTH,
  parsePattern,
  validatePattern,
} from '#engine/domain/invoice/numbering.ts';
import { code } from './thrown.ts';

const parts = { prefix: 'F', issueDate: '2026-03-09', seq: 42, customerCode: 'C7' };
const format = (source: string, more: Partial<typeof parts> = {}) =>
  formatNumber(parsePattern(source), { ...parts, ...more });
const validate = (source: string, reset: 'yearly' | 'never' = 'never', prefix = 'F') =>
  code(() => validatePattern(source, { reset, prefix }));

describe('numbers', () => {
  it.each([
    ['{prefix}{year}-{seq:5}', 'F2026-00042'],
    ['{prefix}-{year:2}{month}-{seq}', 'F-2603-42'],
    ['{year:4}/{seq:1}', '2026/42'],
    ['{customer}-{seq:10}', 'C7-0000000042'],
    ['INV_{seq:3}+', 'INV_042+'],
  ])('%s gives %s', (source, number) => expect(format(source)).toBe(number));

  it('grows past its width and never cuts', () => {
    expect(format('{seq:3}', { seq: 999 })).toBe('999');
    expect(format('{seq:3}', { seq: 1000 })).toBe('1000');
  });

  it('holds 35 characters and refuses 36', () => {
    const prefix = 'P'.repeat(MAX_NUMBER_LENGTH - 5);
    expect(format('{prefix}{seq:5}', { prefix })).toHaveLength(35);
    expect(code(() => format('{prefix}{seq:5}', { prefix: `${prefix}P` }))).toBe('number_too_long');
    expect(code(() => format('{prefix}{seq:5}', { prefix, seq: 100_000 }))).toBe('number_too_long');
  });

  it('refuses characters of the customer that a number may not have', () => {
    expect(code(() => format('{customer}-{seq}', { customerCode: 'É 1' }))).toBe('number_characters');
  });
});

describe('patterns', () => {
  it.each([
    ['{seq', 'number_pattern_characters'],
    ['{}{seq}', 'number_pattern_unknown_field'],
    ['{SEQ}', 'number_pattern_unknown_field'],
    ['{seq}{day}', 'number_pattern_unknown_field'],
    ['{year:3}{seq}', 'number_pattern_unknown_field'],
    ['{month:2}{seq}', 'number_pattern_unknown_field'],
    ['{seq:0}', 'number_pattern_too_wide'],
    ['{seq:11}', 'number_pattern_too_wide'],
    ['{prefix}', 'number_pattern_needs_seq'],
    ['', 'number_pattern_needs_seq'],
    ['{seq}-{seq:5}', 'number_pattern_needs_seq'],
    ['N° {seq}', 'number_pattern_characters'],
    ['A.{seq}', 'number_pattern_characters'],
    ['{seq}}', 'number_pattern_characters'],
  ])('%j is refused: %s', (source, error) => expect(validate(source)).toBe(error));

  it('wants the year where the counter restarts with it', () => {
    expect(validate('{prefix}{seq:5}', 'yearly')).toBe('number_pattern_needs_year');
    expect(validate('{month}{seq:5}', 'yearly')).toBe('number_pattern_needs_year');
    expect(validate('{year:2}{seq:5}', 'yearly')).toBe('nothing');
    expect(validate('{prefix}{seq:5}', 'never')).toBe('nothing');
  });

  it('wants something that is no figure between customer and counter', () => {
    expect(validate('{customer}{seq}')).toBe('number_pattern_needs_separator');
    expect(validate('{seq}{customer}')).toBe('number_pattern_needs_separator');
    expect(validate('{customer}0{seq}')).toBe('number_pattern_needs_separator');
    expect(validate('{customer}{year}{seq}')).toBe('number_pattern_needs_separator');
    expect(validate('{customer}{prefix}{seq}', 'never', '7')).toBe('number_pattern_needs_separator');
    expect(validate('{customer}{prefix}{seq}', 'never', '')).toBe('number_pattern_needs_separator');
    expect(validate('{customer}-{seq}')).toBe('nothing');
    expect(validate('{seq}/{year}{customer}')).toBe('nothing');
    expect(validate('{customer}{prefix}{seq}', 'never', 'F')).toBe('nothing');
  });

  it('refuses a prefix that a number may not have, and one that leaves no room', () => {
    expect(validate('{prefix}{seq}', 'never', 'N°')).toBe('number_pattern_characters');
    expect(validate('{prefix}{seq}', 'never', 'P'.repeat(30))).toBe('number_too_long');
    expect(validate('{prefix}{seq}', 'never', 'P'.repeat(29))).toBe('nothing');
  });

  it('gives no number twice in a series, whatever the customers are called', () => {
    const sources = [
      '{prefix}{year}-{seq:5}',
      '{year:2}{month}{seq:3}',
      '{customer}-{seq}',
      '{seq}-{customer}{year:2}',
      '{seq}{year}',
    ];
    const given = fc.record({
      year: fc.integer({ min: 2020, max: 2031 }),
      month: fc.integer({ min: 1, max: 12 }),
      seq: fc.integer({ min: 1, max: 120_000 }),
      customerCode: fc.stringMatching(/^[A-Z0-9-]{1,6}$/),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...sources),
        fc.constantFrom('yearly' as const, 'never' as const),
        given,
        given,
        (source, reset, a, b) => {
          fc.pre(reset === 'never' || source.includes('{year'));
          const pattern = validatePattern(source, { reset, prefix: 'F' });
          const one = (g: typeof a) => {
            const issueDate = `${g.year}-${String(g.month).padStart(2, '0')}-15`;
            return {
              slot: `${counterKey(reset, issueDate)} ${g.seq}`,
              number: formatNumber(pattern, { prefix: 'F', issueDate, seq: g.seq, customerCode: g.customerCode }),
            };
          };
          const [first, second] = [one(a), one(b)];
          // One slot of one counter is one number given: two slots never print alike.
          if (first.slot !== second.slot) expect(first.number).not.toBe(second.number);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('counters', () => {
  it('restart with the year of issue, or never', () => {
    expect(counterKey('yearly', '2026-12-31')).toBe('2026');
    expect(counterKey('yearly', '2027-01-01')).toBe('2027');
    expect(counterKey('never', '2027-01-01')).toBe(counterKey('never', '2026-12-31'));
  });

  it('never go back before the last date', () => {
    expect(code(() => assertNotBefore('2026-03-10', '2026-03-09'))).toBe('number_date_before_last');
    expect(code(() => assertNotBefore('2026-03-10', '2026-03-10'))).toBe('nothing');
    expect(code(() => assertNotBefore(null, '1999-01-01'))).toBe('nothing');
  });
});
