/** What a pending line is worth before it stands on a document: for lists and sums of what waits. */
import type { DecimalText } from '#shared/model/values.ts';
import { lineNet } from '../money/line-net.ts';
import { sum } from '../money/money.ts';
import { discountOf } from './compose-line.ts';

/**
 * round(quantity x price) less the discount, each rounded once as on the document; minor units, signed. Null without a price.
 * Throws `amount_too_large`.
 */
export function pendingNet(
  line: { quantity: DecimalText; unitPrice: DecimalText | null; discountPercent: DecimalText | null },
  digits: number,
): number | null {
  if (line.unitPrice === null) return null;
  const before = lineNet(line.quantity, line.unitPrice, '1', digits);
  return sum([before, -(discountOf(line.discountPercent, before)?.amount ?? 0)]);
}
