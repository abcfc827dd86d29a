/** The amount of a line before its allowances and charges. */
import type { DecimalText } from '#shared/model/values.ts';
import { decimal, divide, multiply, toInteger } from './decimal.ts';
import { INVOICE_ROUNDING } from './rounding.ts';

/**
 * round(quantity x unit price / base quantity) in minor units, half away from zero, once (EN 16931 BT-131, BT-149).
 * `digits` is the currency's number of decimals. Throws `division_by_zero`, `amount_too_large`, `decimal_invalid`.
 */
export function lineNet(
  quantity: DecimalText,
  unitPrice: DecimalText,
  baseQuantity: DecimalText,
  digits: number,
): number {
  const minor = multiply(multiply(decimal(quantity), decimal(unitPrice)), decimal(`1${'0'.repeat(digits)}`));
  const base = decimal(baseQuantity);
  return toInteger(base.eq(1) ? minor : divide(minor, base, 0, INVOICE_ROUNDING), INVOICE_ROUNDING);
}
