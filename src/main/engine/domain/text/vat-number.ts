/** VAT identification numbers: one written form, whose country, and whether the form is right. */
import { checkVAT, countries } from 'jsvat';

/** Prefixes that are not the ISO code of their country. */
const prefixes: ReadonlyMap<string, string> = new Map([['EL', 'GR']]);

/** Upper case without blanks, points, dashes, slashes and brackets: 'fr 40.303 265-045' → 'FR40303265045'. Empty becomes null. */
export function normaliseVatNumber(text: string | null): string | null {
  const plain = (text ?? '').toUpperCase().replaceAll(/[\s.\-/,_:()]/gu, '');
  return plain === '' ? null : plain;
}

/** The country of the prefix as an ISO code (EL → GR; XI stays), or null for a number written without one. */
export function vatCountry(number: string): string | null {
  const prefix = /^[A-Z]{2}/.exec(normaliseVatNumber(number) ?? '')?.[0];
  if (prefix === undefined) return null;
  return prefixes.get(prefix) ?? prefix;
}

export type VatNumberVerdict = 'valid' | 'invalid' | 'unknown_country';

/**
 * Whether form and check digits are right (offline: says nothing about whether the number is registered). XI numbers follow
 * the British form; a Swiss number may end in MWST, TVA or IVA, a Norwegian one in MVA.
 */
export function checkVatNumber(number: string): VatNumberVerdict {
  const normal = normaliseVatNumber(number) ?? '';
  const asked = normal.startsWith('XI') ? `GB${normal.slice(2)}` : normal;
  // jsvat also takes a country's numeric code for a prefix: only letters are one.
  if (vatCountry(asked) === null) return 'unknown_country';
  const result = checkVAT(asked, countries);
  if (!result.isSupportedCountry) return 'unknown_country';
  return result.isValid ? 'valid' : 'invalid';
}
