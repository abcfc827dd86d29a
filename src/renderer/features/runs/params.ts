/** Values inside findings and explanations, written for the reader: dates, decimals, amounts. Pure. */
import { formatDate } from '#shared/format/date.ts';
import { formatDecimal } from '#shared/format/decimal.ts';
import type { FindingParams } from '#shared/model/finding.ts';
import type { Language } from '#shared/model/values.ts';

/** Parameters that hold numbers; any other text that looks like a number may be a code and stays as it is. */
const numeric = new Set([
  'amount',
  'left',
  'quantity',
  'price',
  'exact',
  'net',
  'base',
  'percent',
  'rate',
  'tax',
  'discount',
]);
const decimal = /^-?\d{1,18}(\.\d{1,24})?$/;
const amountWithCurrency = /^(-?\d{1,18}(?:\.\d{1,12})?) ([A-Z]{3})$/;

export function readableParams(params: FindingParams, language: Language): FindingParams {
  const readable = (name: string, value: string | number): string | number => {
    if (typeof value === 'number') return value;
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value, language);
    if (!numeric.has(name)) return value;
    const amount = amountWithCurrency.exec(value);
    if (amount?.[1] !== undefined) return `${formatDecimal(amount[1], language, { trim: false })}\u00a0${amount[2]}`;
    return decimal.test(value) ? formatDecimal(value, language, { trim: false }) : value;
  };
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, readable(name, value)]));
}
