/**
 * How one number is checked: form and check digits, offline. Whether it was ever given to somebody is another question.
 * Check digits come from stdnum (national numbers) and jsvat (VAT numbers); see ./vat.ts for why these two.
 */
import { checkVatNumber, normaliseVatNumber, vatCountry } from './vat.ts';

/** The part of a stdnum validator that is used. */
export interface Validator {
  validate(value: string): { isValid: boolean; compact?: string; error?: { name: string } };
  format(value: string): string;
}

export type Checked =
  /** `compact` is what is stored and compared, `written` what people read. */
  | { state: 'good'; compact: string; written: string }
  /** `key`: the form is right, the check digits are not. */
  | { state: 'bad'; fault: 'form' | 'key' };

export type Check = (value: string) => Checked;

const bad = (fault: 'form' | 'key'): Checked => ({ state: 'bad', fault });

/** Any of several numbers of a register: a SIREN or a SIRET. The fault is the one of the number that came nearest. */
export const byStdnum =
  (...validators: readonly Validator[]): Check =>
  (value) => {
    let nearest: Checked = bad('form');
    for (const validator of validators) {
      const { isValid, compact, error } = validator.validate(value);
      if (isValid && compact !== undefined) return { state: 'good', compact, written: validator.format(compact) };
      if (error?.name === 'InvalidChecksum') nearest = bad('key');
    }
    return nearest;
  };

/** Numbers whose check digits nobody publishes: the form alone. Blanks and points are no part of it. */
export const byForm =
  (pattern: RegExp): Check =>
  (value) => {
    const compact = value.toUpperCase().replaceAll(/[\s.]/gu, '');
    return pattern.test(compact) ? { state: 'good', compact, written: compact } : bad('form');
  };

/**
 * A VAT number as a business of this country writes it: with its prefix, with another country's (a foreign registration), or
 * without one, which is added. Countries whose numbers are not known here take anything: null.
 */
export function checkVat(prefix: string | null, value: string): Checked | null {
  const normal = normaliseVatNumber(value) ?? '';
  const own = vatCountry(normal) === null && prefix !== null ? `${prefix}${normal}` : normal;
  const verdict = checkVatNumber(own);
  if (verdict === 'valid') return { state: 'good', compact: own, written: own };
  if (verdict === 'unknown_country') return null;
  return bad(/^[A-Z]{2}[A-Z0-9]{8,12}$/.test(own) ? 'key' : 'form');
}

/** More than these are no help any more. */
const MANY = 3;

/** The numbers that two neighbouring digits, put the other way round, make right; none where there are too many to choose from. */
export function swappedDigits(value: string, check: (value: string) => Checked | null): string[] {
  const found = new Set<string>();
  const signs = [...value];
  for (let at = 0; at + 1 < signs.length; at += 1) {
    const [first, second] = [signs[at], signs[at + 1]];
    if (first === second || !/\d/.test(first ?? '') || !/\d/.test(second ?? '')) continue;
    const tried = check(
      signs
        .with(at, second ?? '')
        .with(at + 1, first ?? '')
        .join(''),
    );
    if (tried?.state === 'good') found.add(tried.written);
  }
  return found.size > MANY ? [] : [...found];
}
