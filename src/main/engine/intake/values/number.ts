/** Exact decimals from what people write. No float is ever involved: digits in, digits out. */
import type { DecimalText } from '#shared/model/values.ts';
import { Problem } from '../problem.ts';

export type Mark = ',' | '.';

/** A number with the currency sign or code that stood beside it, if any. */
export interface Amount {
  value: DecimalText;
  currency: string | null;
}

/** Fraction digits that a decimal of the file keeps (values.ts); more are rounded here, half away from zero. */
const FRACTION = 12;
const WHOLE = 18;
/** No number is longer, dressed however; a longer text is not taken apart. */
const LONGEST = 80;

const PLAIN = /^-?\d{1,15}(?:\.\d{1,12})?$/;
const BLANKS = '[ \\u00a0\\u202f\\u2009\\u2007]';
const GROUP = `(?:${BLANKS}|['\\u2019])`;
const CURRENCY = /^(?:[€£¥₣₤]|[A-Z]{0,3}\$|[A-Z]{3}|zł|kr\.?|Fr\.?|Kč|Ft|lei)$/;

/**
 * Reads '1 250,00', '1.250,00', "1'250.00", '(12.50)', '12,5-', '€ 3,20', '1,5E+3' under the file's decimal mark.
 * A mark used against the file's own is a {@link Problem}, never a guess: '1.250' would be a thousand times too much or little.
 * Problems: number_letters (with the value it would be), number_mark, number_too_large, number_unreadable.
 */
export function parseAmount(raw: string, mark: Mark): Amount | Problem {
  if (mark === '.' && PLAIN.test(raw)) return { value: canonical(raw), currency: null };
  if (raw.length > LONGEST) return new Problem('number_unreadable', { value: raw });
  const { body, currency, negative } = undress(raw);
  if (body === null) return new Problem('number_unreadable', { value: raw });
  const digits = toDigits(body, mark);
  if (digits instanceof Problem) {
    return new Problem(digits.code, { ...digits.params, value: raw });
  }
  const value = plainDecimal(digits);
  if ((value.split('.')[0] ?? '').length > WHOLE) return new Problem('number_too_large', { value: raw });
  return { value: negative ? canonical(`-${value}`) : value, currency };
}

/** Takes off blanks, a currency sign or code, parentheses and signs; `body` is null where two signs contradict each other. */
function undress(raw: string): { body: string | null; currency: string | null; negative: boolean } {
  let text = raw.trim().replaceAll(/[\u2212\u2013]/g, '-');
  let currency: string | null = null;
  let signs = 0;
  let negative = false;
  for (let before = ''; before !== text; ) {
    before = text;
    const bracketed = /^\((.*)\)$/.exec(text);
    if (bracketed?.[1] !== undefined) {
      text = bracketed[1].trim();
      negative = true;
      signs += 1;
      continue;
    }
    const sign = /^([-+])(.+)$/.exec(text) ?? /^(.+?)([-+])$/.exec(text);
    if (sign?.[1] !== undefined && sign[2] !== undefined) {
      const leading = sign[1] === '-' || sign[1] === '+';
      negative ||= (leading ? sign[1] : sign[2]) === '-';
      text = (leading ? sign[2] : sign[1]).trim();
      signs += 1;
      continue;
    }
    const front = /^([^\d\s.,'\u2019()+-]+?\.?)\s*(?=[\d.,(+-])(.*)$/.exec(text);
    const back = /^(.*[\d.,)+-])\s*([^\d\s.,'\u2019()+-]+\.?)$/.exec(text);
    const unit = front?.[1] ?? back?.[2];
    const rest = front?.[2] ?? back?.[1];
    if (currency === null && unit !== undefined && rest !== undefined && CURRENCY.test(unit)) {
      currency = unit;
      text = rest.trim();
    }
  }
  return { body: signs > 1 ? null : text, currency, negative };
}

/** What a number looks like under a mark: plain, grouped in threes, and as the other mark would have it. */
function patterns(mark: Mark): { plain: RegExp; grouped: RegExp; flipped: RegExp; groups: RegExp } {
  const d = mark === ',' ? ',' : '\\.';
  const g = mark === ',' ? '\\.' : ',';
  return {
    plain: new RegExp(`^(?:\\d+(?:${d}\\d*)?|${d}\\d+)(?:[eE][+-]?\\d{1,2})?$`),
    grouped: new RegExp(`^\\d{1,3}(?:${g}\\d{3})+(?:${d}\\d*)?$|^\\d{1,3}(?:${GROUP}\\d{3})+(?:${d}\\d*)?$`),
    flipped: new RegExp(`^(?:\\d+(?:${g}\\d*)?|${g}\\d+)$|^\\d{1,3}(?:(?:${d}|${GROUP})\\d{3})+(?:${g}\\d*)?$`),
    groups: new RegExp(`${g}|${GROUP}`, 'g'),
  };
}
const PATTERNS = { ',': patterns(','), '.': patterns('.') } as const;

/** Plain digits with a point, or with an exponent; no sign. */
function toDigits(body: string, mark: Mark): string | Problem {
  const { plain, grouped, flipped, groups } = PATTERNS[mark];
  if (plain.test(body)) return body.replace(mark, '.');
  if (grouped.test(body)) return body.replaceAll(groups, '').replace(mark, '.');
  // The same reading under the other mark means that the mark is what disagrees.
  if (flipped.test(body)) return new Problem('number_mark', { mark });
  const mended = body.replaceAll(/[oO]/g, '0').replaceAll(/[lI]/g, '1');
  if (/\d/.test(body) && mended !== body && (plain.test(mended) || grouped.test(mended))) {
    return new Problem('number_letters', { suggestion: mended });
  }
  return new Problem('number_unreadable');
}

/** '0012.50' → '12.5', '-0' → '0': one text for one number, so that keys do not depend on how it was written. */
function canonical(text: string): DecimalText {
  const negative = text.startsWith('-');
  const [whole = '', fraction = ''] = (negative ? text.slice(1) : text).split('.');
  const head = whole.replace(/^0+(?=\d)/, '') || '0';
  const tail = fraction.replace(/0+$/, '');
  const value = tail === '' ? head : `${head}.${tail}`;
  return negative && value !== '0' ? `-${value}` : value;
}

/**
 * A decimal with or without exponent ('1.5e+21', '5e-7', '.5') written out, at most 12 digits after the point,
 * rounded half away from zero.
 */
export function plainDecimal(text: string): DecimalText {
  const negative = text.startsWith('-');
  const [mantissa = '', ...exponents] = (negative ? text.slice(1) : text).toLowerCase().split('e');
  // '1.5e-7e2' is 1.5e-7 a hundred times: exponents add up.
  const exponent = exponents.reduce((sum, part) => sum + Number(part), 0);
  const [whole = '', fraction = ''] = mantissa.split('.');
  let digits = whole + fraction;
  let point = whole.length + exponent;
  if (point < 0) {
    digits = '0'.repeat(-point) + digits;
    point = 0;
  }
  if (point > digits.length) digits = digits.padEnd(point, '0');
  const excess = digits.length - point - FRACTION;
  if (excess > 0) {
    const up = digits.charCodeAt(point + FRACTION) >= 53; // '5'
    const kept = digits.slice(0, point + FRACTION);
    digits = (BigInt(kept || '0') + (up ? 1n : 0n)).toString().padStart(kept.length, '0');
    point = digits.length - FRACTION;
  }
  return canonical(`${negative ? '-' : ''}${digits.slice(0, point) || '0'}.${digits.slice(point)}`);
}

/** A text that looks like a number under one of the two marks; votes for a mark where only one reading is possible. */
export function markVote(raw: string): Mark | 'either' | null {
  if (raw.length > LONGEST) return null;
  const { body } = undress(raw.endsWith('%') ? raw.slice(0, -1).trimEnd() : raw);
  if (body === null || !/\d/.test(body)) return null;
  if (/^\d+$/.test(body)) return 'either';
  const comma = !(toDigits(body, ',') instanceof Problem);
  const point = !(toDigits(body, '.') instanceof Problem);
  if (comma && point) {
    // '1.250' and '1,250' stay open, but no group begins with a zero or has more than three digits before it.
    const separators = /[.,]/.exec(body)?.[0];
    if (separators === undefined) return 'either';
    return /^(0|\d{4,})[.,]/.test(body) ? (separators === ',' ? ',' : '.') : 'either';
  }
  if (comma) return ',';
  return point ? '.' : null;
}
