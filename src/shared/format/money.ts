/** Amounts in minor units, written for a person or as decimal text. Integer arithmetic on text: nothing is rounded. */
import type { CurrencyCode, DecimalText, Language } from '../model/values.ts';
import { MAX_MINOR } from '../model/values.ts';
import { decimalParts, formatDecimal } from './decimal.ts';
import { MINUS, NO_BREAK_SPACE, type Surface } from './surface.ts';

/**
 * Signs that stand for one currency only in an office of Europe. All others are written with their code: `$` on a
 * Canadian invoice or `kr` on a Danish one would not say which.
 */
const symbols: Record<string, string> = { EUR: '€', GBP: '£', USD: '$', JPY: '¥' };

/** `-1250` with 2 digits → `-12.50`: minor units as exact decimal text. */
export function minorToDecimal(minor: number | bigint, digits: number): DecimalText {
  const text = minor.toString();
  const negative = text.startsWith('-');
  const figures = (negative ? text.slice(1) : text).padStart(digits + 1, '0');
  const cut = figures.length - digits;
  return `${negative ? '-' : ''}${figures.slice(0, cut)}${digits === 0 ? '' : `.${figures.slice(cut)}`}`;
}

/**
 * `12.5` with 2 digits → 1250. Null when the text has more significant decimals than the currency, or the amount does
 * not fit the file: the caller rounds by a named rule, this function never does.
 */
export function decimalToMinor(text: DecimalText, digits: number): number | null {
  const { negative, whole, fraction } = decimalParts(text);
  const significant = fraction.replace(/0+$/, '');
  if (significant.length > digits) return null;
  const minor = Number(BigInt(whole + significant.padEnd(digits, '0')));
  if (minor > MAX_MINOR) return null;
  return negative ? -minor : minor;
}

export interface MoneyFormat {
  /** False leaves the currency out, where a column head names it. Default true. */
  symbol?: boolean;
  surface?: Surface;
}

/** `12 480,50 €` in French, `€12,480.50` in English, `CHF 12,480.50` where no sign is plain enough. */
export function formatMoney(
  minor: number | bigint,
  currency: CurrencyCode,
  digits: number,
  language: Language,
  format: MoneyFormat = {},
): string {
  const { symbol = true, surface = 'window' } = format;
  const decimal = { minDigits: digits, trim: false, surface };
  if (!symbol) return formatDecimal(minorToDecimal(minor, digits), language, decimal);
  const sign = symbols[currency];
  if (language === 'fr') {
    return `${formatDecimal(minorToDecimal(minor, digits), language, decimal)}${NO_BREAK_SPACE}${sign ?? currency}`;
  }
  const amount = minorToDecimal(minor, digits);
  const negative = amount.startsWith('-');
  const figures = formatDecimal(negative ? amount.slice(1) : amount, language, decimal);
  return `${negative ? MINUS : ''}${sign ?? currency + NO_BREAK_SPACE}${figures}`;
}

/** The currency as a column head names it: its sign, or its code. */
export function currencySign(currency: CurrencyCode): string {
  return symbols[currency] ?? currency;
}
