import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate, formatPeriod } from '#shared/format/date.ts';
import { formatDecimal, formatPercent } from '#shared/format/decimal.ts';
import { parseDateInput, parseDecimalInput } from '#shared/format/input.ts';
import { currencySign, decimalToMinor, formatMoney, minorToDecimal } from '#shared/format/money.ts';
import { MAX_MINOR } from '#shared/model/values.ts';

describe('amounts', () => {
  it('are written as each language writes them', () => {
    expect(formatMoney(1248050, 'EUR', 2, 'fr')).toBe('12\u202f480,50\u00a0€');
    expect(formatMoney(1248050, 'EUR', 2, 'en')).toBe('€12,480.50');
    expect(formatMoney(-1248050, 'EUR', 2, 'fr')).toBe('\u221212\u202f480,50\u00a0€');
    expect(formatMoney(-1248050, 'GBP', 2, 'en')).toBe('\u2212£12,480.50');
    expect(formatMoney(1248050, 'CHF', 2, 'en')).toBe('CHF\u00a012,480.50');
    expect(formatMoney(1248050, 'EUR', 2, 'fr', { surface: 'paper' })).toBe('12\u00a0480,50\u00a0€');
    expect(formatMoney(38489, 'JPY', 0, 'en')).toBe('¥38,489');
    expect(formatMoney(-5, 'TND', 3, 'fr', { symbol: false })).toBe('\u22120,005');
    expect(formatMoney(0, 'EUR', 2, 'en', { symbol: false })).toBe('0.00');
    expect(currencySign('EUR')).toBe('€');
    expect(currencySign('CAD')).toBe('CAD');
  });

  it('keep every digit of the largest amount', () => {
    expect(formatMoney(MAX_MINOR, 'EUR', 2, 'en')).toBe('€90,071,992,547,409.91');
  });

  it('survive the way to decimal text and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -MAX_MINOR, max: MAX_MINOR }), fc.integer({ min: 0, max: 4 }), (minor, digits) => {
        expect(decimalToMinor(minorToDecimal(minor, digits), digits)).toBe(minor);
      }),
    );
  });

  it('are not rounded on the quiet', () => {
    expect(decimalToMinor('12.345', 2)).toBeNull();
    expect(decimalToMinor('12.340', 2)).toBe(1234);
    expect(decimalToMinor('99999999999999999', 2)).toBeNull();
  });
});

describe('decimals', () => {
  it('keep their digits', () => {
    expect(formatDecimal('1234567.500', 'fr')).toBe('1\u202f234\u202f567,5');
    expect(formatDecimal('1234567.500', 'en', { minDigits: 2 })).toBe('1,234,567.50');
    expect(formatDecimal('0.000000000001', 'en')).toBe('0.000000000001');
    expect(formatDecimal('-0.00', 'en')).toBe('0');
    expect(formatPercent('5.50', 'fr')).toBe('5,5\u202f%');
    expect(formatPercent('20', 'en')).toBe('20%');
  });

  it('read back what they wrote', () => {
    const decimal = fc
      .tuple(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), fc.integer({ min: 0, max: 9 }))
      .map(([value, digits]) => minorToDecimal(value, digits));
    fc.assert(
      fc.property(decimal, fc.constantFrom('fr' as const, 'en' as const), (text, language) => {
        const back = parseDecimalInput(formatDecimal(text, language, { trim: false }), language);
        expect(back).not.toBeNull();
        expect(formatDecimal(back ?? '', language)).toBe(formatDecimal(text, language));
      }),
    );
  });
});

describe('typed numbers', () => {
  it.each([
    ['12 480,50', 'fr', '12480.50'],
    ['12\u202f480,50 €', 'fr', '12480.50'],
    ['12.480,50', 'fr', '12480.50'],
    ['12.5', 'fr', '12.5'],
    ['\u22125', 'fr', '-5'],
    ['5-', 'en', '-5'],
    ['12,480.50', 'en', '12480.50'],
    ['£1,000', 'en', '1000'],
    ["1'000.5", 'en', '1000.5'],
    ['007', 'en', '7'],
    [',5', 'fr', '0.5'],
    ['-0', 'fr', '0'],
    ['12,5', 'en', null],
    ['1,2,3', 'fr', null],
    ['1.2.3', 'en', null],
    ['--5', 'en', null],
    ['abc', 'fr', null],
    ['', 'fr', null],
    ['.', 'en', null],
    ['1e5', 'en', null],
  ] as const)('%s (%s) is %s', (typed, language, expected) => {
    expect(parseDecimalInput(typed, language)).toBe(expected);
  });
});

describe('dates', () => {
  it('are written short and long', () => {
    expect(formatDate('2026-09-30', 'fr')).toBe('30/09/2026');
    expect(formatDate('2026-09-30', 'fr', 'long')).toBe('30 septembre 2026');
    expect(formatDate('2026-08-01', 'fr', 'long')).toBe('1er août 2026');
    expect(formatDate('2026-09-30', 'en', 'long')).toBe('30 September 2026');
  });

  it('say in a period only what differs', () => {
    expect(formatPeriod({ from: '2026-10-01', to: '2026-10-31' }, 'fr')).toBe('1er au 31 octobre 2026');
    expect(formatPeriod({ from: '2026-09-15', to: '2026-10-14' }, 'en')).toBe('15 September to 14 October 2026');
    expect(formatPeriod({ from: '2025-12-15', to: '2026-01-14' }, 'fr')).toBe('15 décembre 2025 au 14 janvier 2026');
    expect(formatPeriod({ from: '2026-10-05', to: '2026-10-05' }, 'en')).toBe('5 October 2026');
  });

  it.each([
    ['30/9/2026', '2026-09-30'],
    ['30.09.26', '2026-09-30'],
    ['2026-09-30', '2026-09-30'],
    ['30/9', '2024-09-30'],
    ['29/2/2026', null],
    ['31/13/2026', null],
    ['9', null],
  ])('typed %s is %s', (typed, expected) => {
    expect(parseDateInput(typed, '2024-02-29')).toBe(expected);
  });
});
