/**
 * The arithmetic of an invoice after EN 16931: tax per (category, rate) on the sum of its lines, totals as sums of what is
 * printed. Everything is in minor units; the only rounding is the tax of each breakdown row, half away from zero.
 */

import type { AllowanceCharge, DocumentTotals, TaxBreakdownRow } from '#shared/model/document.ts';
import { EngineError } from '#shared/model/error.ts';
import type { DecimalText, TaxCategory } from '#shared/model/values.ts';
import { decimal, decimalOfInteger, multiply, normaliseDecimal, toInteger } from '../money/decimal.ts';
import { sum } from '../money/money.ts';
import { INVOICE_ROUNDING } from '../money/rounding.ts';

/** The tax of a line as the totals need it. */
export interface TotalsTax {
  category: TaxCategory;
  /** Percent. Category O has none: '0' stands for it. */
  rate: DecimalText;
  reasonCode?: string | null;
  /** BT-120, in the document's language. */
  reason?: string | null;
}

export interface TotalsInput {
  lines: readonly { net: number; tax: TotalsTax }[];
  /** At document level (BG-20, BG-21): each must name its tax (BR-32, BR-37). */
  allowancesCharges: readonly AllowanceCharge[];
  prepaid?: number;
  rounding?: number;
}

export interface Totals {
  taxes: TaxBreakdownRow[];
  totals: DocumentTotals;
}

/** S first, then the zero ones in the order in which the standard names them. */
const categoryOrder: readonly TaxCategory[] = ['S', 'L', 'M', 'Z', 'E', 'AE', 'K', 'G', 'O'];

/**
 * Breakdown and totals (BR-CO-10 to BR-CO-17; BR-S-08 and its sisters for the base of a row). Rows stand in a fixed order:
 * by category, then the higher rate first. Where lines of one (category, rate) give different reasons the first one counts
 * (BG-23 holds one). Throws `amount_too_large`; `document_without_lines` (BR-16); `allowance_without_tax` (BR-32, BR-37).
 */
export function computeTotals(input: TotalsInput): Totals {
  if (input.lines.length === 0) throw new EngineError('document_without_lines', {});
  const taxes = breakdown(input);
  const lines = sum(input.lines.map((line) => line.net)); // BR-CO-10
  const allowances = sum(amounts(input.allowancesCharges, 'allowance')); // BR-CO-11
  const charges = sum(amounts(input.allowancesCharges, 'charge')); // BR-CO-12
  const net = sum([lines, -allowances, charges]); // BR-CO-13
  const tax = sum(taxes.map((row) => row.tax)); // BR-CO-14
  const gross = sum([net, tax]); // BR-CO-15
  const prepaid = input.prepaid ?? 0;
  const rounding = input.rounding ?? 0;
  const payable = sum([gross, -prepaid, rounding]); // BR-CO-16
  return { taxes, totals: { lines, allowances, charges, net, tax, gross, prepaid, rounding, payable } };
}

/** base x rate / 100 in minor units, half away from zero (BR-CO-17). Throws `amount_too_large`. */
export function taxOf(base: number, rate: DecimalText): number {
  return toInteger(multiply(multiply(decimalOfInteger(base), decimal(rate)), decimal('0.01')), INVOICE_ROUNDING);
}

interface Group {
  category: TaxCategory;
  rate: DecimalText;
  parts: number[];
  reasonCode: string | null;
  reason: string | null;
}

function breakdown(input: TotalsInput): TaxBreakdownRow[] {
  const groups = new Map<string, Group>();
  const put = (tax: TotalsTax, amount: number): void => {
    const rate = normaliseDecimal(tax.rate);
    const key = `${tax.category} ${rate}`;
    const group = groups.get(key) ?? { category: tax.category, rate, parts: [], reasonCode: null, reason: null };
    group.parts.push(amount);
    group.reasonCode ??= tax.reasonCode ?? null;
    group.reason ??= tax.reason ?? null;
    groups.set(key, group);
  };
  for (const line of input.lines) put(line.tax, line.net);
  for (const entry of input.allowancesCharges) {
    if (entry.tax === null) throw new EngineError('allowance_without_tax', { reason: entry.reason });
    put(entry.tax, entry.kind === 'allowance' ? -entry.amount : entry.amount);
  }
  return [...groups.values()].sort(byCategoryThenRate).map((group) => {
    const base = sum(group.parts);
    return {
      category: group.category,
      rate: group.rate,
      base,
      tax: taxOf(base, group.rate),
      reasonCode: group.reasonCode,
      reason: group.reason,
    };
  });
}

function byCategoryThenRate(a: Group, b: Group): number {
  const byCategory = categoryOrder.indexOf(a.category) - categoryOrder.indexOf(b.category);
  return byCategory === 0 ? decimal(b.rate).cmp(decimal(a.rate)) : byCategory;
}

function amounts(entries: readonly AllowanceCharge[], kind: AllowanceCharge['kind']): number[] {
  return entries.filter((entry) => entry.kind === kind).map((entry) => entry.amount);
}
