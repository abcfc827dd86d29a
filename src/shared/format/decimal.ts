/** Exact decimals, written for a person. Works on the text itself: no float ever, nothing is rounded. */
import type { DecimalText, Language } from '../model/values.ts';
import { MINUS, narrowSpace, type Surface } from './surface.ts';

export interface DecimalFormat {
  /** At least so many digits after the mark; zeros are added. Default 0. */
  minDigits?: number;
  /** Zeros after the last significant digit beyond `minDigits` are left out. Default true. */
  trim?: boolean;
  surface?: Surface;
}

const decimalPattern = /^(-?)0*(\d+)(?:\.(\d*))?$/;

/** The parts of a decimal text: no leading zeros, sign apart. Throws a RangeError on what is no decimal text. */
export function decimalParts(text: string): { negative: boolean; whole: string; fraction: string } {
  const found = decimalPattern.exec(text);
  const whole = found?.[2];
  if (found === null || whole === undefined) throw new RangeError(`not a decimal: ${text}`);
  const fraction = found[3] ?? '';
  const zero = /^0*$/.test(whole) && /^0*$/.test(fraction);
  return { negative: found[1] === '-' && !zero, whole, fraction };
}

/** `1234567` → `1 234 567` or `1,234,567`. */
function grouped(whole: string, separator: string): string {
  return whole.replace(/\B(?=(?:\d{3})+$)/g, separator);
}

/** A decimal in the language: `12 480,5` in French, `12,480.5` in English, minus U+2212. Every digit is kept. */
export function formatDecimal(text: DecimalText, language: Language, format: DecimalFormat = {}): string {
  const { minDigits = 0, trim = true, surface = 'window' } = format;
  const { negative, whole, fraction } = decimalParts(text);
  const kept = (trim ? fraction.replace(/0+$/, '') : fraction).padEnd(minDigits, '0');
  const separator = language === 'fr' ? narrowSpace(surface) : ',';
  const mark = language === 'fr' ? ',' : '.';
  return `${negative ? MINUS : ''}${grouped(whole, separator)}${kept === '' ? '' : mark + kept}`;
}

/** A rate given in percent: `5,5 %` in French, `5.5%` in English. */
export function formatPercent(rate: DecimalText, language: Language, surface: Surface = 'window'): string {
  return `${formatDecimal(rate, language, { surface })}${language === 'fr' ? narrowSpace(surface) : ''}%`;
}
