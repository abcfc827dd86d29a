import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDecimal } from '#shared/format/decimal.ts';
import { tableCell, tableText } from '../../src/renderer/components/grid/table.ts';

describe('a table copied for a spreadsheet', () => {
  it('keeps one row a line and one cell a tab', () => {
    expect(tableText(['A', 'B'], [['one\ttwo', 'three\nfour']], 'fr')).toBe('A\tB\r\none two\tthree four');
  });
  it('writes shown numbers with characters that a spreadsheet reads', () => {
    expect(tableCell('−12\u202f480,50', 'fr')).toBe('-12480,50');
    expect(tableCell('5,5\u202f%', 'fr')).toBe('5,5%');
    expect(tableCell('−12,480.50', 'en')).toBe('-12480.50');
  });
  it('writes numbers and dates as such, with the decimal mark of the language and days that every country reads alike', () => {
    expect(tableCell({ number: '-1234.50' }, 'fr')).toBe('-1234,50');
    expect(tableCell({ number: '-1234.50' }, 'en')).toBe('-1234.50');
    expect(tableCell({ date: '2026-09-30' }, 'fr')).toBe('2026-09-30');
    expect(tableCell(null, 'fr')).toBe('');
  });
  it('gives back every number that a format wrote', () => {
    const digits = fc.integer({ min: -999_999_999, max: 999_999_999 });
    fc.assert(
      fc.property(
        digits,
        fc.integer({ min: 0, max: 99 }),
        fc.constantFrom('fr' as const, 'en' as const),
        (n, cents, l) => {
          const text = `${n}.${String(cents).padStart(2, '0')}`;
          const copied = tableCell(formatDecimal(text, l, { minDigits: 2 }), l);
          expect(Number(copied.replace(l === 'fr' ? ',' : ' ', '.'))).toBe(Number(text));
        },
      ),
    );
  });
  it('lets no text become a formula', () => {
    const hidden = [
      '"=1+1"',
      '" =1',
      '\u200b=1',
      '\ufeff"@x"',
      '\u00a0=1',
      '＝1',
      '−2+3',
      '+33-6',
      '+33612345678',
      '+33 6 =1',
    ];
    for (const text of ['=1+1', '@cmd', '-2+3+cmd', '+cmd|x', '  =1', '\t=1', ...hidden])
      expect(tableCell(text, 'fr').startsWith("'")).toBe(true);
    expect(tableCell('-2', 'fr')).toBe('-2');
  });
  it('lets no quotation mark swallow the cells behind it', () => {
    expect(tableText(['A', 'B'], [['"Le Port', 'x']], 'fr')).toBe('A\tB\r\n"""Le Port"\tx');
    expect(tableCell('"Le Port" SA', 'fr')).toBe('"""Le Port"" SA"');
    expect(tableCell('Bar "Le Port"', 'fr')).toBe('Bar "Le Port"');
  });
  it('leaves names, dates, codes and telephone numbers alone', () => {
    for (const text of ['Ateliers 2000', '30/09/2026', 'FA-2026-00012', '01 23 45 67 89', '+33 1 23 45 67 89', '00142'])
      expect(tableCell(text, 'fr')).toBe(text);
  });
});
