import { describe, expect, it } from 'vitest';
import { tableCell, tableText } from '../../src/renderer/components/grid/table.ts';

describe('a table copied for a spreadsheet', () => {
  it('keeps one row a line and one cell a tab', () => {
    expect(tableText(['A', 'B'], [['one\ttwo', 'three\nfour']])).toBe('A\tB\r\none two\tthree four');
  });
  it('writes numbers with characters that a spreadsheet reads', () => {
    expect(tableCell('−12\u202f480,50')).toBe('-12480,50');
    expect(tableCell('5,5\u202f%')).toBe('5,5%');
  });
  it('lets no text become a formula', () => {
    expect(tableCell('=1+1')).toBe("'=1+1");
    expect(tableCell('@cmd')).toBe("'@cmd");
    expect(tableCell('-2+3+cmd')).toBe("'-2+3+cmd");
    expect(tableCell('-2')).toBe('-2');
  });
  it('leaves names and dates alone', () => {
    expect(tableCell('Ateliers 2000')).toBe('Ateliers 2000');
    expect(tableCell('30/09/2026')).toBe('30/09/2026');
    expect(tableCell('FA-2026-00012')).toBe('FA-2026-00012');
  });
});
