/** VAT numbers (jsvat) and e-mail addresses by their form. Whether a number is registered is another question. */
import { checkVAT, countries } from 'jsvat';

/** `null`: nothing to say (empty, or a country whose form is not known here). */
export function vatNumberIsGood(value: string | null): boolean | null {
  if (value === null || value.trim() === '') return null;
  const result = checkVAT(value.replaceAll(/[\s.-]/g, ''), countries);
  return result.isSupportedCountry || result.isValidFormat ? result.isValid : null;
}

/** A part before and after one @, and a point in what follows it. */
export function emailIsGood(value: string | null): boolean | null {
  if (value === null || value.trim() === '') return null;
  return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(value.trim());
}
