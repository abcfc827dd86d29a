/** One pending line as a line of a document. */

import { fill } from '#shared/messages/catalogue.ts';
import { composedTexts } from '#shared/messages/composed.ts';
import type { AllowanceCharge, DocumentLine } from '#shared/model/document.ts';
import type { DecimalText, Language } from '#shared/model/values.ts';
import {
  type Decimal,
  decimal,
  decimalOfInteger,
  decimalText,
  multiply,
  normaliseDecimal,
  sign,
  toInteger,
} from '../money/decimal.ts';
import { lineNet } from '../money/line-net.ts';
import { sum } from '../money/money.ts';
import { INVOICE_ROUNDING } from '../money/rounding.ts';
import { resolveTax, type TaxResolution } from '../tax/resolve.ts';
import type { ComposeInput, LineExplanation } from './compose-types.ts';
import type { PendingLineForBilling } from './pending-line.ts';

export interface ComposedLine {
  line: DocumentLine;
  explanation: LineExplanation;
  tax: TaxResolution;
}

const BASE_QUANTITY = '1';

/**
 * A line of the document. The unit price is never negative (BR-27): its sign moves to the quantity. The discount is rounded
 * once, by itself, and stands as the line's allowance; on a line whose amount is negative it stands as a charge, since it makes
 * the reduction smaller. `turned` -1 turns the quantity, for a credit note.
 * The line's tax follows its own date of supply, or the issue date where the invoice comes before the supply.
 */
export function composeLine(
  pending: PendingLineForBilling,
  position: number,
  turned: 1 | -1,
  digits: number,
  language: Language,
  input: ComposeInput,
): ComposedLine {
  const { price, from } = priceOf(pending, input);
  const moved = price !== null && sign(decimal(price)) < 0;
  const unitPrice = price === null ? '0' : positive(decimal(price));
  const turn = moved ? -turned : turned;
  const quantity = decimalText(multiply(decimal(pending.quantity), decimalOfInteger(turn)));
  const beforeDiscount = lineNet(quantity, unitPrice, BASE_QUANTITY, digits);
  const discount = discountOf(pending.discountPercent, beforeDiscount);
  const net = sum([beforeDiscount, -(discount?.amount ?? 0)]);
  const supply = pending.supply ?? pending.product?.supply ?? input.company.defaultSupply;
  const tax = resolveTax({
    seller: input.company,
    buyer: input.customer,
    supply,
    taxClass: pending.taxClass ?? pending.product?.taxClass ?? input.company.defaultTaxClass,
    taxPoint: taxPointOf(pending, input),
    tables: input.tax,
  });
  return {
    line: {
      position,
      productCode: pending.productCode,
      description: designation(pending, language),
      note: pending.note,
      supply,
      date: pending.date,
      quantity,
      unit: pending.unit ?? pending.product?.unit ?? null,
      unitPrice,
      baseQuantity: BASE_QUANTITY,
      allowancesCharges: discount === null ? [] : allowance(discount, language),
      net,
      taxes: [{ category: tax.category, rate: tax.rate, reasonCode: tax.reasonCode }],
    },
    explanation: {
      position,
      lineId: pending.id,
      given: { quantity: pending.quantity, unitPrice: price },
      turned,
      priceSignMoved: moved,
      priceFrom: from,
      quantity,
      unitPrice,
      baseQuantity: BASE_QUANTITY,
      exact: multiply(decimal(quantity), decimal(unitPrice)).toFixed(),
      rounding: INVOICE_ROUNDING,
      beforeDiscount,
      discount,
      net,
      tax: { ...tax.explanation, category: tax.category, rate: tax.rate },
    },
    tax,
  };
}

/**
 * The date that decides the line's rate: its date of supply (art. 63), but no later than the issue date, since an invoice
 * issued before the supply makes the tax chargeable (art. 66(a) of Directive 2006/112/EC). Without a date: the issue date.
 */
export function taxPointOf(
  pending: Pick<PendingLineForBilling, 'date'>,
  input: Pick<ComposeInput, 'issueDate'>,
): string {
  return pending.date !== null && pending.date < input.issueDate ? pending.date : input.issueDate;
}

/** The line's price, else the product's where it is in the document's currency, else none. */
function priceOf(
  pending: PendingLineForBilling,
  input: ComposeInput,
): { price: DecimalText | null; from: LineExplanation['priceFrom'] } {
  if (pending.unitPrice !== null) return { price: normaliseDecimal(pending.unitPrice), from: 'line' };
  const product = pending.product;
  if (product && product.unitPrice !== null && (product.currency ?? input.company.currency) === input.currency) {
    return { price: normaliseDecimal(product.unitPrice), from: 'product' };
  }
  return { price: null, from: 'missing' };
}

export function discountOf(percent: DecimalText | null, amount: number): LineExplanation['discount'] {
  if (percent === null || sign(decimal(percent)) === 0) return null;
  const exact = multiply(multiply(decimalOfInteger(amount), decimal(percent)), decimal('0.01'));
  return {
    percent: normaliseDecimal(percent),
    exact: exact.toFixed(),
    amount: toInteger(exact, INVOICE_ROUNDING),
  };
}

function allowance(discount: NonNullable<LineExplanation['discount']>, language: Language): AllowanceCharge[] {
  if (discount.amount === 0) return [];
  const surcharge = sign(decimal(discount.percent)) < 0;
  const percent = positive(decimal(discount.percent));
  return [
    {
      kind: discount.amount > 0 ? 'allowance' : 'charge',
      reason: fill(surcharge ? composedTexts.surcharge : composedTexts.discount, language, {
        percent: language === 'fr' ? percent.replace('.', ',') : percent,
      }),
      amount: Math.abs(discount.amount),
      tax: null,
    },
  ];
}

function designation(pending: PendingLineForBilling, language: Language): string {
  return (
    pending.description?.trim() ||
    pending.product?.name ||
    pending.productCode?.trim() ||
    fill(composedTexts.line_undescribed, language)
  );
}

function positive(value: Decimal): DecimalText {
  return decimalText(value.abs());
}
