import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from '#engine/domain/money/allocate.ts';
import { isCurrency, minorDigits } from '#engine/domain/money/currency.ts';
import {
  decimal,
  decimalText,
  divide,
  minorToText,
  normaliseDecimal,
  textToMinor,
  toInteger,
} from '#engine/domain/money/decimal.ts';
import { lineNet } from '#engine/domain/money/line-net.ts';
import { add, amountText, money, subtract, sum } from '#engine/domain/money/money.ts';
import { MAX_MINOR } from '#shared/model/values.ts';
import { code } from './thrown.ts';

describe('decimals', () => {
  it('reads and writes one canonical form', () => {
    for (const [given, canonical] of [
      ['0', '0'],
      ['-0', '0'],
      ['-0.000', '0'],
      ['25.00', '25'],
      ['007.50', '7.5'],
      ['-1.10', '-1.1'],
      ['0.000000000001', '0.000000000001'],
      ['999999999999999999', '999999999999999999'],
    ] as const) {
      expect(normaliseDecimal(given)).toBe(canonical);
    }
  });

  it.each(['', ' 1', '1,5', '1e3', 'NaN', '.5', '5.', '+1', '1.0000000000001', '1234567890123456789', '0x10'])(
    'refuses %j',
    (text) => expect(code(() => decimal(text))).toBe('decimal_invalid'),
  );

  it('refuses to write more digits than a decimal holds', () => {
    expect(code(() => decimalText(decimal('999999999999999999').times(10)))).toBe('decimal_too_long');
  });

  it('rounds by the named mode, also below zero', () => {
    const rounded = (text: string) =>
      (['half_away_from_zero', 'half_even', 'towards_zero', 'away_from_zero'] as const).map((mode) =>
        toInteger(decimal(text), mode),
      );
    expect(rounded('2.5')).toEqual([3, 2, 2, 3]);
    expect(rounded('3.5')).toEqual([4, 4, 3, 4]);
    expect(rounded('-2.5')).toEqual([-3, -2, -2, -3]);
    expect(rounded('2.4999')).toEqual([2, 2, 2, 3]);
    expect(rounded('-0.4')).toEqual([0, 0, 0, -1]);
  });

  it('never gives minus zero', () => {
    expect(Object.is(toInteger(decimal('-0.2'), 'half_even'), 0)).toBe(true);
  });

  it('divides with one rounding: what lies just under a half stays under it', () => {
    // 1/3 of 1.4999... : rounding first to 20 places and then to 0 would round up.
    expect(divide(decimal('4.499999999999'), decimal('3'), 0, 'half_away_from_zero').toFixed()).toBe('1');
    expect(divide(decimal('4.5'), decimal('3'), 0, 'half_away_from_zero').toFixed()).toBe('2');
    expect(divide(decimal('1'), decimal('3'), 4, 'away_from_zero').toFixed()).toBe('0.3334');
    expect(code(() => divide(decimal('1'), decimal('0'), 2, 'half_even'))).toBe('division_by_zero');
  });

  it('holds the largest amount and refuses one more', () => {
    expect(toInteger(decimal(String(MAX_MINOR)), 'half_even')).toBe(MAX_MINOR);
    expect(code(() => toInteger(decimal('9007199254740992'), 'half_even'))).toBe('amount_too_large');
    expect(code(() => toInteger(decimal('-9007199254740991.5'), 'half_away_from_zero'))).toBe('amount_too_large');
  });

  it('goes from minor units to text and back', () => {
    expect(minorToText(12345, 2)).toBe('123.45');
    expect(minorToText(-5, 2)).toBe('-0.05');
    expect(minorToText(500, 0)).toBe('500');
    expect(minorToText(1500, 3)).toBe('1.500');
    expect(textToMinor('-0.05', 2)).toBe(-5);
    expect(code(() => textToMinor('0.005', 2))).toBe('amount_too_fine');
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 4 }), (amount, digits) => {
        expect(textToMinor(minorToText(amount, digits), digits)).toBe(amount);
      }),
    );
  });
});

describe('currencies', () => {
  it('takes the digits of ISO 4217, not those that shops print', () => {
    expect(['EUR', 'GBP', 'CHF', 'HUF', 'COP', 'RSD', 'IDR'].map(minorDigits)).toEqual([2, 2, 2, 2, 2, 2, 2]);
    expect(['JPY', 'KRW', 'ISK', 'XOF', 'XPF', 'CLP'].map(minorDigits)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(['TND', 'KWD', 'BHD', 'IQD'].map(minorDigits)).toEqual([3, 3, 3, 3]);
    expect(minorDigits('CLF')).toBe(4);
  });

  it.each(['ZZZ', 'eur', 'EURO', '', 'XXX', 'XAU'])('refuses %j', (text) => {
    expect(isCurrency(text)).toBe(false);
    expect(code(() => minorDigits(text))).toBe('currency_unknown');
  });
});

describe('money', () => {
  const euro = money(1050, 'EUR');
  const pound = money(200, 'GBP');

  it('adds and subtracts one currency', () => {
    expect(add(euro, money(-2000, 'EUR'))).toEqual({ amount: -950, currency: 'EUR' });
    expect(subtract(euro, euro)).toEqual({ amount: 0, currency: 'EUR' });
    expect(amountText(subtract(euro, money(1055, 'EUR')))).toBe('-0.05');
  });

  it('does not compile with two currencies, and throws when the compiler could not know', () => {
    // @ts-expect-error pounds cannot be added to euros
    expect(code(() => add(euro, pound))).toBe('currency_mismatch');
    // @ts-expect-error nor taken away
    expect(code(() => subtract(pound, euro))).toBe('currency_mismatch');
    const unknown: string = 'USD';
    expect(code(() => add(money(1, unknown), money(1, 'EUR' as string)))).toBe('currency_mismatch');
  });

  it('cannot be made by hand: an object that looks like it lacks the brand', () => {
    // @ts-expect-error only money() makes money
    expect(add(euro, { amount: 1, currency: 'EUR' }).amount).toBe(1051);
  });

  it('refuses fractions, unknown currencies and what is past 2^53 - 1', () => {
    expect(code(() => money(0.5, 'EUR'))).toBe('amount_not_whole');
    expect(code(() => money(1, 'ZZZ'))).toBe('currency_unknown');
    expect(code(() => money(MAX_MINOR + 1, 'EUR'))).toBe('amount_too_large');
    expect(code(() => add(money(MAX_MINOR, 'EUR'), money(1, 'EUR')))).toBe('amount_too_large');
  });
});

describe('sum', () => {
  it('stands at the edge', () => {
    expect(sum([])).toBe(0);
    expect(sum([MAX_MINOR, 1, -1])).toBe(MAX_MINOR);
    expect(sum([-MAX_MINOR, -5, 5])).toBe(-MAX_MINOR);
    expect(code(() => sum([MAX_MINOR, 1]))).toBe('amount_too_large');
    expect(code(() => sum([MAX_MINOR, MAX_MINOR, 3, -MAX_MINOR]))).toBe('amount_too_large');
    expect(code(() => sum([0.1]))).toBe('amount_too_large');
  });

  it('agrees with BigInt', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeInteger(), { maxLength: 20 }), (amounts) => {
        const exact = amounts.reduce((a, b) => a + BigInt(b), 0n);
        const fits = exact <= BigInt(MAX_MINOR) && exact >= -BigInt(MAX_MINOR);
        if (fits) expect(BigInt(sum(amounts))).toBe(exact);
        else expect(code(() => sum(amounts))).toBe('amount_too_large');
      }),
    );
  });
});

describe('allocate', () => {
  it('gives the units left over to the largest remainders, the earlier first', () => {
    expect(allocate(100, ['1', '1', '1'])).toEqual([34, 33, 33]);
    expect(allocate(-100, ['1', '1', '1'])).toEqual([-34, -33, -33]);
    expect(allocate(5, ['1', '2', '3'])).toEqual([1, 2, 2]);
    expect(allocate(1, ['0.001', '0.0011'])).toEqual([0, 1]);
    expect(allocate(10, ['0', '5'])).toEqual([0, 10]);
    expect(allocate(0, ['3', '4'])).toEqual([0, 0]);
    expect(allocate(MAX_MINOR, ['1', '1'])).toEqual([4_503_599_627_370_496, 4_503_599_627_370_495]);
  });

  it('refuses shares of nothing', () => {
    expect(code(() => allocate(1, []))).toBe('allocation_without_weights');
    expect(code(() => allocate(1, ['0', '0']))).toBe('allocation_without_weights');
    expect(code(() => allocate(1, ['-1', '3']))).toBe('allocation_without_weights');
  });

  it('always adds up, and no share is a unit away from its exact part', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.maxSafeInteger(), weights, (amount, numbers) => {
        fc.pre(numbers.some((n) => n > 0));
        const shares = allocate(amount, numbers.map(String));
        expect(sum(shares)).toBe(amount);
        const total = numbers.reduce((a, b) => a + BigInt(b), 0n);
        shares.forEach((share, index) => {
          const distance = BigInt(share) * total - BigInt(amount) * BigInt(numbers[index] ?? 0);
          expect(distance < total && distance > -total).toBe(true);
        });
      }),
    );
  });
});

describe('line net', () => {
  it.each([
    ['1', '0.005', '1', 2, 1],
    ['-1', '0.005', '1', 2, -1],
    ['1', '0.0049999', '1', 2, 0],
    ['3', '0.335', '1', 2, 101], // 1.005, which a float makes 1.00
    ['90', '1585', '365', 2, 39082],
    ['2', '1.5', '1', 0, 3],
    ['1', '0.5', '1', 0, 1],
    ['1', '1.0005', '1', 3, 1001],
    ['0', '12.5', '1', 2, 0],
    ['0.333', '3', '1', 2, 100],
  ] as const)('%s x %s / %s with %d digits is %d', (quantity, price, base, digits, net) => {
    expect(lineNet(quantity, price, base, digits)).toBe(net);
  });

  it('refuses a base of zero and what does not fit', () => {
    expect(code(() => lineNet('1', '1', '0', 2))).toBe('division_by_zero');
    expect(code(() => lineNet('999999999999', '999999999999', '1', 2))).toBe('amount_too_large');
  });

  it('agrees with integer arithmetic', () => {
    const parts = fc.tuple(
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.integer({ min: 0, max: 1e6 }),
      fc.integer({ min: 1, max: 5000 }),
    );
    fc.assert(
      fc.property(parts, ([quantity, price, base]) => {
        // quantity in thousandths, price in ten-thousandths: net in cents = q p / (10^7 b) x 100
        const net = lineNet(minorToText(quantity, 3), minorToText(price, 4), String(base), 2);
        const top = BigInt(quantity) * BigInt(price);
        const bottom = 100_000n * BigInt(base);
        const size = top < 0n ? -top : top;
        const expected = (2n * size + bottom) / (2n * bottom);
        expect(BigInt(net)).toBe(top < 0n ? -expected : expected);
      }),
    );
  });
});
