/** The explanation of a draft's amounts as steps that a door can show: keys of the explanation texts, values as text. */
import type { ExplanationStep } from '#shared/contract/runs.ts';
import type { Explanation } from '../../domain/invoice/compose-types.ts';
import { minorToText } from '../../domain/money/decimal.ts';

/** Steps in the order of the paper: each line, then each rate, then the tax point. Amounts in major units, as text. */
export function explanationSteps(explanation: Explanation): ExplanationStep[] {
  const text = (minor: number) => minorToText(minor, explanation.minorDigits);
  const { currency } = explanation;
  const steps: ExplanationStep[] = [];
  for (const line of explanation.lines) {
    const { position } = line;
    if (line.priceFrom !== 'line') steps.push({ step: `price_${line.priceFrom}`, params: { position } });
    if (line.priceSignMoved) steps.push({ step: 'price_sign_moved', params: { position } });
    steps.push({
      step: 'line_net',
      params: {
        position,
        quantity: line.quantity,
        price: line.unitPrice,
        exact: line.exact,
        amount: text(line.beforeDiscount),
        currency,
      },
    });
    if (line.discount) {
      steps.push({
        step: 'line_discount',
        params: {
          position,
          percent: line.discount.percent,
          amount: text(line.discount.amount),
          net: text(line.net),
          currency,
        },
      });
    }
    steps.push({
      step: 'line_tax',
      params: {
        position,
        case: line.tax.case,
        category: line.tax.category,
        rate: line.tax.rate,
        seller: line.tax.seller,
        buyer: line.tax.buyer ?? '?',
        date: line.tax.taxPoint,
        source: line.tax.source ?? '',
      },
    });
  }
  for (const rate of explanation.rates) {
    steps.push({
      step: 'rate_tax',
      params: {
        category: rate.category,
        rate: rate.rate,
        lines: rate.lines.length,
        base: text(rate.base),
        amount: text(rate.tax),
        currency,
      },
    });
  }
  steps.push({ step: `tax_point_${explanation.taxPoint.from}`, params: { date: explanation.taxPoint.date } });
  return steps;
}
