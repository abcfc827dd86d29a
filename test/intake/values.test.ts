/** Numbers, dates, codes and words as people write them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '#engine/intake/problem.ts';
import { cleanText, parseCode } from '#engine/intake/values/code.ts';
import { parseCurrency } from '#engine/intake/values/currency.ts';
import { orderVote, parseDate } from '#engine/intake/values/date.ts';
import { markVote, parseAmount, plainDecimal } from '#engine/intake/values/number.ts';
import { parseCustomerKind, parseLanguage, parseSupply, parseTaxClass } from '#engine/intake/values/words.ts';
import { DecimalText } from '#shared/model/values.ts';

const amount = (text: string, mark: ',' | '.') => {
  const read = parseAmount(text, mark);
  return read instanceof Problem ? read.code : read.value;
};

describe('numbers', () => {
  it.each([
    ['1 250,00', ',', '1250'],
    ['1\u202f250,00', ',', '1250'],
    ['1\u00a0250\u00a0000,5', ',', '1250000.5'],
    ['1.250,00', ',', '1250'],
    ["1'250.00", '.', '1250'],
    ['1\u2019250.00', '.', '1250'],
    ['1,250.00', '.', '1250'],
    ['1,250', '.', '1250'],
    ['(12.50)', '.', '-12.5'],
    ['12,5-', ',', '-12.5'],
    ['\u221212,5', ',', '-12.5'],
    ['- 3', '.', '-3'],
    ['+3', '.', '3'],
    ['€ 3,20', ',', '3.2'],
    ['3,20 €', ',', '3.2'],
    ['-£3.20', '.', '-3.2'],
    ['(€ 3,20)', ',', '-3.2'],
    ['EUR 3,20', ',', '3.2'],
    ['1,5E+3', ',', '1500'],
    ['1.5e-3', '.', '0.0015'],
    ['.5', '.', '0.5'],
    ['5.', '.', '5'],
    ['0012.50', '.', '12.5'],
    ['-0', '.', '0'],
    ['-0,00', ',', '0'],
    ['999999999999999999', '.', '999999999999999999'],
  ] as const)('%s under %s is %s', (text, mark, value) => {
    expect(amount(text, mark)).toBe(value);
  });

  it.each([
    ['12.5', ',', 'number_mark'],
    ['1.250,00', '.', 'number_mark'],
    ['1,250,000', ',', 'number_mark'],
    ['1O0', '.', 'number_letters'],
    ['l2,50', ',', 'number_letters'],
    ['1,2,3', '.', 'number_unreadable'],
    ['--3', '.', 'number_unreadable'],
    ['(-3)', '.', 'number_unreadable'],
    ['twelve', '.', 'number_unreadable'],
    ['3 kg', '.', 'number_unreadable'],
    ['', '.', 'number_unreadable'],
    ['1e99', '.', 'number_too_large'],
    ['1234567890123456789', '.', 'number_too_large'],
    ['0x10', '.', 'number_unreadable'],
    ['Infinity', '.', 'number_unreadable'],
  ] as const)('%s under %s is refused: %s', (text, mark, code) => {
    expect(amount(text, mark)).toBe(code);
  });

  it('names the number that a letter hides', () => {
    expect(parseAmount('1O,5O', ',')).toMatchObject({
      code: 'number_letters',
      params: { suggestion: '10,50', value: '1O,5O' },
    });
  });

  it('does not take a monster apart', () => {
    expect(amount('('.repeat(500_000), '.')).toBe('number_unreadable');
    expect(markVote('('.repeat(500_000))).toBe(null);
    expect(parseDate('1'.repeat(500_000), 'dmy')).toMatchObject({ code: 'date_unreadable' });
  });

  it('rounds what is finer than the file keeps, half away from zero', () => {
    expect(plainDecimal('0.3333333333333')).toBe('0.333333333333');
    expect(plainDecimal('0.6666666666665')).toBe('0.666666666667');
    expect(plainDecimal('-0.6666666666665')).toBe('-0.666666666667');
    expect(plainDecimal('0.9999999999999')).toBe('1');
    expect(plainDecimal('5e-7')).toBe('0.0000005');
    expect(plainDecimal('1e-20')).toBe('0');
    expect(plainDecimal('1.5e+21')).toBe('1500000000000000000000');
  });

  it('reads back every decimal in every dress', () => {
    const dress = fc.record({
      minor: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
      scale: fc.integer({ min: 0, max: 6 }),
      mark: fc.constantFrom(',' as const, '.' as const),
      group: fc.constantFrom('', ' ', '\u00a0', '\u202f', "'", 'other'),
      negative: fc.constantFrom('-1', '(1)', '1-', '\u22121'),
      currency: fc.constantFrom('', '€ ', ' €', 'EUR ', ' GBP'),
    });
    fc.assert(
      fc.property(dress, ({ minor, scale, mark, group, negative, currency }) => {
        const digits = (minor < 0n ? -minor : minor).toString().padStart(scale + 1, '0');
        const whole = digits.slice(0, digits.length - scale);
        const fraction = digits.slice(digits.length - scale);
        const separator = group === 'other' ? (mark === ',' ? '.' : ',') : group;
        const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, separator);
        const bare = fraction === '' ? grouped : `${grouped}${mark}${fraction}`;
        const priced = currency.startsWith(' ') ? bare + currency : currency + bare;
        const written = minor < 0n ? negative.replace('1', priced.replaceAll('$', '$$$$')) : priced;
        const read = amount(written, mark);
        const exact = plainDecimal(`${minor < 0n ? '-' : ''}${whole}.${fraction || '0'}`);
        expect(read).toBe(exact);
        expect(DecimalText.safeParse(read).success).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('never answers with anything but a decimal or a problem', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 20, unit: fc.constantFrom(...'0123456789.,-+()eE €$OlI% \u202f') }),
        (text) => {
          for (const mark of [',', '.'] as const) {
            const read = parseAmount(text, mark);
            if (!(read instanceof Problem)) expect(read.value).toMatch(/^-?\d{1,18}(\.\d{1,12})?$/);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('votes for a mark only where one reading is possible', () => {
    expect(markVote('12,5')).toBe(',');
    expect(markVote('1.250,00')).toBe(',');
    expect(markVote('1.250.000')).toBe(',');
    expect(markVote('1,250,000')).toBe('.');
    expect(markVote('0,125')).toBe(',');
    expect(markVote('1.250')).toBe('either');
    expect(markVote('42')).toBe('either');
    expect(markVote('01.02.2026')).toBe(null);
    expect(markVote('abc')).toBe(null);
  });
});

describe('dates', () => {
  it.each([
    ['2010-12-01 08:26:00', 'dmy', '2010-12-01'],
    ['2026-09-30T23:59:59.000Z', 'mdy', '2026-09-30'],
    ['2026/9/3', 'dmy', '2026-09-03'],
    ['20260930', 'dmy', '2026-09-30'],
    ['03/04/2026', 'dmy', '2026-04-03'],
    ['03/04/2026', 'mdy', '2026-03-04'],
    ['3.4.26', 'dmy', '2026-04-03'],
    ['12/1/2010 8:26', 'mdy', '2010-12-01'],
    ['12/1/2010 8:26 PM', 'mdy', '2010-12-01'],
    ['31/12/99', 'dmy', '1999-12-31'],
    ['26-09-03', 'ymd', '2026-09-03'],
    ['1er mars 2026', 'mdy', '2026-03-01'],
    ['12 août 2026', 'dmy', '2026-08-12'],
    ['mardi 3 février 2026', 'dmy', '2026-02-03'],
    ['March 3rd, 2026', 'dmy', '2026-03-03'],
    ['3-Sep-26', 'dmy', '2026-09-03'],
    ['Tuesday, March 3, 2026', 'dmy', '2026-03-03'],
    ['29/02/2028', 'dmy', '2028-02-29'],
  ] as const)('%s as %s is %s', (text, order, iso) => {
    expect(parseDate(text, order)).toBe(iso);
  });

  it('says what is wrong and what would be right', () => {
    expect(parseDate('31/09/2026', 'dmy')).toMatchObject({
      code: 'date_missing_day',
      params: { suggestion: '2026-09-30' },
    });
    expect(parseDate('2026-02-29', 'dmy')).toMatchObject({
      code: 'date_missing_day',
      params: { suggestion: '2026-02-28' },
    });
    expect(parseDate('09/25/2026', 'dmy')).toMatchObject({
      code: 'date_other_order',
      params: { suggestion: '2026-09-25' },
    });
    expect(parseDate('46295', 'dmy')).toMatchObject({ code: 'date_is_number' });
    expect(parseDate('32/13/2026', 'dmy')).toMatchObject({ code: 'date_unreadable' });
    expect(parseDate('01/01/0026', 'dmy')).toMatchObject({ code: 'date_unreadable' });
    expect(parseDate('demain', 'dmy')).toMatchObject({ code: 'date_unreadable' });
  });

  it('reads back every day in every order, and refuses every day that is none', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1970, max: 2069 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (y, m, d) => {
          const date = new Date(Date.UTC(y, m - 1, d));
          const real = date.getUTCMonth() === m - 1;
          const iso = date.toISOString().slice(0, 10);
          for (const [text, order] of [
            [`${d}/${m}/${y}`, 'dmy'],
            [`${m}/${d}/${y}`, 'mdy'],
            [`${y}-${m}-${d}`, 'ymd'],
          ] as const) {
            const read = parseDate(text, order);
            if (real) expect(read).toBe(iso);
            else expect(read).toBeInstanceOf(Problem);
          }
        },
      ),
    );
  });

  it('votes for an order only where one fits', () => {
    expect(orderVote('25/09/2026')).toBe('dmy');
    expect(orderVote('09/25/2026')).toBe('mdy');
    expect(orderVote('03/04/2026')).toBe('either');
    expect(orderVote('2010-12-01 08:26:00')).toBe('ymd');
    expect(orderVote('hello')).toBe(null);
  });
});

describe('codes and words', () => {
  it('takes a code that went through a table program back to what it was', () => {
    expect(parseCode('17850.0')).toBe('17850');
    expect(parseCode(' 85123A ')).toBe('85123A');
    expect(parseCode('00123')).toBe('00123');
    expect(parseCode('1E5')).toBe('1E5');
    expect(parseCode('1.5')).toBe('1.5');
    expect(parseCode('1.23457E+12')).toMatchObject({ code: 'code_shortened' });
    expect(parseCode('1,23457E+12')).toMatchObject({ code: 'code_shortened' });
  });

  it('cleans without changing what a person wrote', () => {
    expect(cleanText(' a\r\nb\u0000\u200b ')).toBe('a\nb');
    expect(cleanText('Cafe\u0301')).toBe('Café');
    expect(cleanText('two  blanks')).toBe('two  blanks');
  });

  it('knows currencies by code, sign and name', () => {
    expect(parseCurrency('eur', 'EUR')).toBe('EUR');
    expect(parseCurrency('£', 'EUR')).toBe('GBP');
    expect(parseCurrency('$', 'CAD')).toBe('CAD');
    expect(parseCurrency('$', 'EUR')).toBe('USD');
    expect(parseCurrency('Livres sterling', 'EUR')).toBe('GBP');
    expect(parseCurrency('QQQ', 'EUR')).toBe(null);
  });

  it('knows the words of both languages', () => {
    expect(parseLanguage('Français')).toBe('fr');
    expect(parseLanguage('en-GB')).toBe('en');
    expect(parseSupply('Prestation de services')).toBe('services');
    expect(parseSupply('Marchandises')).toBe('goods');
    expect(parseTaxClass('Taux réduit')).toBe('reduced');
    expect(parseTaxClass('5,5 %')).toBe('reduced');
    expect(parseTaxClass('Exonéré')).toBe('exempt');
    expect(parseCustomerKind('Particulier')).toBe('consumer');
    expect(parseCustomerKind('B2B')).toBe('business');
    expect(parseTaxClass('xyz')).toBe(null);
  });
});
