/**
 * Exact decimals for quantities, unit prices and rates: text outside, big.js inside, never a float.
 * Everything is exact except {@link divide} and {@link toInteger}, which round once, with a named mode.
 */

import Big from 'big.js';
import { EngineError } from '#shared/model/error.ts';
import { DecimalText, MAX_MINOR } from '#shared/model/values.ts';
import type { Rounding } from './rounding.ts';

/** An own constructor: the precision that big.js keeps on its constructor is nobody else's here. */
const Exact = Big();
Exact.NE = -1_000_000;
Exact.PE = 1_000_000;

export type Decimal = Big;

/** The numbers big.js gives to the modes. */
const modes = {
  towards_zero: 0,
  half_away_from_zero: 1,
  half_even: 2,
  away_from_zero: 3,
} as const satisfies Record<Rounding, number>;

/** Reads a decimal text. Throws `decimal_invalid` for anything that is not one (exponents, blanks, more than 18.12 digits). */
export function decimal(text: string): Decimal {
  if (!DecimalText.safeParse(text).success) throw new EngineError('decimal_invalid', { value: text.slice(0, 80) });
  return Exact(text);
}

/** A whole number, such as an amount in minor units, as a decimal. */
export function decimalOfInteger(value: number): Decimal {
  if (!Number.isSafeInteger(value)) throw new EngineError('decimal_invalid', { value: String(value) });
  return Exact(value);
}

/** Writes a decimal in its one canonical form: no exponent, no useless zeros, no minus zero. Throws `decimal_too_long`. */
export function decimalText(value: Decimal): DecimalText {
  const text = value.eq(0) ? '0' : value.toFixed();
  if (!DecimalText.safeParse(text).success) throw new EngineError('decimal_too_long', { value: text.slice(0, 80) });
  return text;
}

/** The canonical form of a decimal text: '25.00' and '25' are one rate. */
export function normaliseDecimal(text: string): DecimalText {
  return decimalText(decimal(text));
}

/** Exact product. */
export function multiply(a: Decimal, b: Decimal): Decimal {
  return a.times(b);
}

/** Quotient rounded once to `scale` decimals. Throws `division_by_zero`. */
export function divide(a: Decimal, b: Decimal, scale: number, rounding: Rounding): Decimal {
  if (b.eq(0)) throw new EngineError('division_by_zero', {});
  Exact.DP = scale;
  Exact.RM = modes[rounding];
  // Built anew so that the quotient uses this file's constructor whatever made `a`.
  return Exact(a).div(b);
}

/** Rounded once to a whole number, checked to be one that stays exact. Throws `amount_too_large`. */
export function toInteger(value: Decimal, rounding: Rounding): number {
  const rounded = value.round(0, modes[rounding]);
  if (rounded.abs().gt(MAX_MINOR)) throw new EngineError('amount_too_large', { value: rounded.toFixed() });
  return Number(rounded.toFixed()) + 0; // "+ 0" turns minus zero into zero
}

/** -1, 0 or 1. */
export function sign(value: Decimal): -1 | 0 | 1 {
  return value.eq(0) ? 0 : value.lt(0) ? -1 : 1;
}

/** An amount in minor units as the decimal a person reads: 12345 with 2 digits is '123.45'. Keeps trailing zeros. */
export function minorToText(amount: number, digits: number): DecimalText {
  const shifted = multiply(decimalOfInteger(amount), Exact(`1e-${digits}`));
  return shifted.toFixed(digits);
}

/** The opposite of {@link minorToText}; exact, or throws `amount_too_fine` where the text has more decimals than fit. */
export function textToMinor(text: string, digits: number): number {
  const shifted = multiply(decimal(text), Exact(`1e${digits}`));
  const whole = toInteger(shifted, 'towards_zero');
  if (!shifted.eq(whole)) throw new EngineError('amount_too_fine', { value: text, digits });
  return whole;
}
