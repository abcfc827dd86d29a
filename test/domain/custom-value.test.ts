/** Values of custom fields: their key sorts as they do. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesBetween, changesParam } from '#engine/domain/records/changes.ts';
import { customValue, sortableNumber } from '#engine/domain/records/custom-value.ts';

const decimal = fc
  .tuple(
    fc.boolean(),
    fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }),
    fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 12 }),
  )
  .map(([negative, whole, fraction]) => `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`);
/** In units of 10^-12. */
const scaled = (text: string): bigint => {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const value = BigInt(whole) * 10n ** 12n + BigInt(fraction.padEnd(12, '0'));
  return text.startsWith('-') ? -value : value;
};

describe('the key of a number', () => {
  it('sorts as the number does, and is one for one amount', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const [x, y] = [sortableNumber(a), sortableNumber(b)];
        const wanted = scaled(a) < scaled(b) ? -1 : scaled(a) > scaled(b) ? 1 : 0;
        expect(x < y ? -1 : x > y ? 1 : 0).toBe(wanted);
      }),
      { numRuns: 2000 },
    );
    const numbers = ['-10', '-9.5', '-9', '-0.1', '0', '0.05', '0.5', '1', '9', '9.01', '10', '100.5'];
    expect([...numbers].map(sortableNumber).sort()).toEqual(numbers.map(sortableNumber));
    expect(sortableNumber('-0')).toBe(sortableNumber('0.000'));
  });
});

describe('a value', () => {
  it('has one way of writing, or is none of its kind', () => {
    const choice = { kind: 'choice' as const, options: ['Été', 'Hiver'] };
    expect(customValue(choice, ' ete ')).toEqual({ value: 'Été', key: 'ete' });
    expect(customValue(choice, 'Automne')).toBeNull();
    expect(customValue({ kind: 'date', options: [] }, '2023-02-29')).toBeNull();
    expect(customValue({ kind: 'number', options: [] }, '1,5')).toBeNull();
    expect(customValue({ kind: 'yes_no', options: [] }, 'true')).toBeNull();
    expect(customValue({ kind: 'text', options: [] }, '  ')).toBeNull();
  });
});

describe('changes for the trail', () => {
  it('name what reads otherwise, short and without pictures', () => {
    const before = { a: 'x', b: ['p'], c: null, logo: null, d: 1 };
    const after = { a: 'y'.repeat(200), b: ['p', 'q'], c: null, logo: 'data:image/png;base64,AAAA', d: 1 };
    const changes = changesBetween(['a', 'b', 'c', 'logo', 'd'] as const, before, after);
    expect(changes).toEqual([
      ['a', 'x', `${'y'.repeat(79)}…`],
      ['b', 'p', 'p, q'],
      ['logo', '', ''],
    ]);
    expect(changesParam([])).toEqual({});
  });
});
