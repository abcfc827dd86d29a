/** Identifiers with check digits: VAT numbers (jsvat), IBAN and BIC (ibantools). Only form and key; whether a number is registered is another question. */
import { electronicFormatIBAN, friendlyFormatIBAN, isValidBIC, isValidIBAN } from 'ibantools';
import { checkVAT, countries } from 'jsvat';

/** `null`: nothing to say (empty, or a country whose form is not known here). */
export function vatNumberIsGood(value: string | null): boolean | null {
  if (value === null || value.trim() === '') return null;
  const result = checkVAT(value.replaceAll(/[\s.-]/g, ''), countries);
  return result.isSupportedCountry || result.isValidFormat ? result.isValid : null;
}

export function ibanIsGood(value: string | null): boolean | null {
  if (value === null || value.trim() === '') return null;
  return isValidIBAN(electronicFormatIBAN(value) ?? '');
}

/** `FR76 3000 6000 0112 3456 7890 189`; what is no IBAN stays as it was typed. */
export const friendlyIban = (value: string | null): string | null =>
  value !== null && ibanIsGood(value) ? friendlyFormatIBAN(value) : value;

export function bicIsGood(value: string | null): boolean | null {
  if (value === null || value.trim() === '') return null;
  return isValidBIC(value.replaceAll(' ', '').toUpperCase());
}

/** A part before and after one @, and a point in what follows it. */
export function emailIsGood(value: string | null): boolean | null {
  if (value === null || value.trim() === '') return null;
  return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(value.trim());
}
