/** Whole invoices to the cent, against public cases and properties. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { computeTotals, type TotalsInput, taxOf } from '#engine/domain/invoice/totals.ts';
import { minorToText, normaliseDecimal, textToMinor } from '#engine/domain/money/decimal.ts';
import { lineNet } from '#engine/domain/money/line-net.ts';
import { type AllowanceCharge, DocumentTotals, TaxBreakdownRow } from '#shared/model/document.ts';
import { TaxCategory } from '#shared/model/values.ts';
import { code } from './thrown.ts';

const file = join(import.meta.dirname, '..', '..', '..', 'shared', 'vectors', 'en16931-totals.json');
const there = existsSync(file);
if (!there) console.warn(`skipped: ${file} is missing`);

const Amount = z.string();
const Entry = z.object({ kind: z.enum(['allowance', 'charge']), amount: Amount });
const Vectors = z.array(
  z.object({
    id: z.string(),
    input: z.object({
      lines: z.array(
        z.object({
          quantity: z.string(),
          price: z.string(),
          price_base_quantity: z.string().nullable(),
          allowances_charges: z.array(Entry),
          vat_category: TaxCategory,
          vat_rate: z.string().nullable(),
          net_amount: Amount,
        }),
      ),
      document_allowances_charges: z.array(
        Entry.extend({ vat_category: TaxCategory, vat_rate: z.string().nullable() }),
      ),
      prepaid: Amount.optional(),
      rounding: Amount.optional(),
    }),
    expected: z.object({
      sum_of_lines: Amount,
      allowances: Amount.optional(),
      charges: Amount.optional(),
      net_total: Amount,
      gross_total: Amount,
      prepaid: Amount.optional(),
      rounding: Amount.optional(),
      payable: Amount,
      vat_total: Amount,
      vat_breakdown: z.array(
        z.object({ category: TaxCategory, rate: z.string().nullable(), taxable: Amount, tax: Amount }),
      ),
    }),
  }),
);

const cents = (text: string | undefined): number => (text === undefined ? 0 : textToMinor(text, 2));
/** Category O has no rate; '0' stands for it. */
const rate = (text: string | null): string => normaliseDecimal(text ?? '0');

describe.skipIf(!there)('public invoices (en16931-totals.json): none is out of scope', () => {
  const vectors = there ? Vectors.parse(JSON.parse(readFileSync(file, 'utf8'))) : [];

  it('are all there', () => expect(vectors.length).toBe(41));

  it.each(vectors.map((vector) => [vector.id, vector] as const))('%s', (_id, { input, expected }) => {
    const nets = input.lines.map((line) => {
      const extra = line.allowances_charges.reduce(
        (total, entry) => total + (entry.kind === 'charge' ? cents(entry.amount) : -cents(entry.amount)),
        0,
      );
      return lineNet(line.quantity, line.price, line.price_base_quantity ?? '1', 2) + extra;
    });
    expect(nets).toEqual(input.lines.map((line) => cents(line.net_amount)));
    const { taxes, totals } = computeTotals({
      lines: input.lines.map((line) => ({
        net: cents(line.net_amount),
        tax: { category: line.vat_category, rate: line.vat_rate ?? '0' },
      })),
      allowancesCharges: input.document_allowances_charges.map(
        (entry): AllowanceCharge => ({
          kind: entry.kind,
          reason: '',
          amount: cents(entry.amount),
          tax: { category: entry.vat_category, rate: entry.vat_rate ?? '0' },
        }),
      ),
      prepaid: cents(input.prepaid),
      rounding: cents(input.rounding),
    });
    expect(totals).toEqual({
      lines: cents(expected.sum_of_lines),
      allowances: cents(expected.allowances),
      charges: cents(expected.charges),
      net: cents(expected.net_total),
      tax: cents(expected.vat_total),
      gross: cents(expected.gross_total),
      prepaid: cents(expected.prepaid),
      rounding: cents(expected.rounding),
      payable: cents(expected.payable),
    });
    const sorted = (rows: { category: string; rate: string; base: number; tax: number }[]) =>
      rows.map((row) => `${row.category} ${row.rate} ${row.base} ${row.tax}`).sort();
    expect(sorted(taxes)).toEqual(
      sorted(
        expected.vat_breakdown.map((row) => ({
          category: row.category,
          rate: rate(row.rate),
          base: cents(row.taxable),
          tax: cents(row.tax),
        })),
      ),
    );
  });
});

describe('totals', () => {
  const line = (net: number, category: TaxCategory = 'S', percent = '20') => ({
    net,
    tax: { category, rate: percent },
  });

  it('taxes the sum of the lines, not each line: two lines of 0.03 at 8.5 % bear 1 cent, not 0', () => {
    const { totals } = computeTotals({ lines: [line(3, 'S', '8.5'), line(3, 'S', '8.5')], allowancesCharges: [] });
    expect(totals.tax).toBe(1);
    expect(taxOf(3, '8.5')).toBe(0);
  });

  it('rounds half a cent away from zero, both ways', () => {
    expect([taxOf(250, '5'), taxOf(-250, '5'), taxOf(50, '1'), taxOf(49, '1'), taxOf(150, '19.6')]).toEqual([
      13, -13, 1, 0, 29,
    ]);
  });

  it('groups 20 and 20.00 as one rate, keeps categories of one rate apart, in a fixed order', () => {
    const { taxes } = computeTotals({
      lines: [
        line(100, 'E', '0'),
        line(100, 'S', '5.5'),
        line(100, 'S', '20.00'),
        line(50, 'S', '20'),
        line(7, 'Z', '0'),
      ],
      allowancesCharges: [],
    });
    expect(taxes.map((row) => [row.category, row.rate, row.base, row.tax])).toEqual([
      ['S', '20', 150, 30],
      ['S', '5.5', 100, 6],
      ['Z', '0', 7, 0],
      ['E', '0', 100, 0],
    ]);
  });

  it('keeps the first reason of a row', () => {
    const tax = { category: 'K' as const, rate: '0' };
    const { taxes } = computeTotals({
      lines: [
        { net: 1, tax },
        { net: 2, tax: { ...tax, reasonCode: 'VATEX-EU-IC', reason: 'Art. 138' } },
        { net: 0, tax: { ...tax, reasonCode: 'VATEX-EU-D', reason: 'other' } },
      ],
      allowancesCharges: [],
    });
    expect(taxes).toEqual([
      { category: 'K', rate: '0', base: 3, tax: 0, reasonCode: 'VATEX-EU-IC', reason: 'Art. 138' },
    ]);
  });

  it('refuses an empty document, an allowance without its tax, and what does not fit', () => {
    expect(code(() => computeTotals({ lines: [], allowancesCharges: [] }))).toBe('document_without_lines');
    const allowance: AllowanceCharge = { kind: 'allowance', reason: 'x', amount: 1, tax: null };
    expect(code(() => computeTotals({ lines: [line(1)], allowancesCharges: [allowance] }))).toBe(
      'allowance_without_tax',
    );
    expect(code(() => computeTotals({ lines: [line(9e15)], allowancesCharges: [] }))).toBe('amount_too_large');
  });

  const anyLine = fc.record({
    net: fc.integer({ min: -1e9, max: 1e9 }),
    tax: fc.record({
      category: fc.constantFrom<TaxCategory>('S', 'Z', 'E'),
      rate: fc.constantFrom('0', '2.1', '5.5', '8.5', '10', '17.5', '19.6', '20', '25.5'),
    }),
  });
  const anyEntry = fc.record({
    kind: fc.constantFrom('allowance' as const, 'charge' as const),
    reason: fc.constant('r'),
    amount: fc.nat(1e6),
    tax: fc.record({ category: fc.constant<TaxCategory>('S'), rate: fc.constantFrom('5.5', '20') }),
  });
  const anyInput: fc.Arbitrary<TotalsInput> = fc.record({
    lines: fc.array(anyLine, { minLength: 1, maxLength: 30 }),
    allowancesCharges: fc.array(anyEntry, { maxLength: 4 }),
    prepaid: fc.integer({ min: -1e6, max: 1e6 }),
    rounding: fc.integer({ min: -10, max: 10 }),
  });

  it('holds BR-CO-10 to BR-CO-17 for any document', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { taxes, totals } = computeTotals(input);
        const entries = (kind: string) =>
          input.allowancesCharges.filter((e) => e.kind === kind).reduce((a, e) => a + e.amount, 0);
        expect(totals.lines).toBe(input.lines.reduce((a, l) => a + l.net, 0));
        expect(totals.allowances).toBe(entries('allowance'));
        expect(totals.charges).toBe(entries('charge'));
        expect(totals.net).toBe(totals.lines - totals.allowances + totals.charges);
        expect(taxes.reduce((a, row) => a + row.base, 0)).toBe(totals.net);
        expect(totals.tax).toBe(taxes.reduce((a, row) => a + row.tax, 0));
        expect(totals.gross).toBe(totals.net + totals.tax);
        expect(totals.payable).toBe(totals.gross - totals.prepaid + totals.rounding);
        for (const row of taxes) {
          // round(base x rate / 100) by integers: rate in thousandths of a percent
          const top = BigInt(row.base) * BigInt(textToMinor(row.rate, 3));
          const size = top < 0n ? -top : top;
          const tax = (2n * size + 100_000n) / 200_000n;
          expect(BigInt(row.tax)).toBe(top < 0n ? -tax : tax);
          expect(TaxBreakdownRow.safeParse(row).success).toBe(true);
        }
        expect(DocumentTotals.safeParse(totals).success).toBe(true);
        expect(minorToText(totals.gross, 2)).toMatch(/^-?\d+\.\d\d$/);
      }),
    );
  });

  it('mirrors: all signs turned, every total turned', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 20 }), (lines) => {
        const there = computeTotals({ lines, allowancesCharges: [] }).totals;
        const back = computeTotals({ lines: lines.map((l) => ({ ...l, net: -l.net })), allowancesCharges: [] }).totals;
        expect([back.net + there.net, back.tax + there.tax, back.gross + there.gross]).toEqual([0, 0, 0]);
      }),
    );
  });

  it('does not depend on the order of the lines', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 20 }), (lines) => {
        const turned = computeTotals({ lines: lines.toReversed(), allowancesCharges: [] });
        expect(turned).toEqual(computeTotals({ lines, allowancesCharges: [] }));
      }),
    );
  });
});
