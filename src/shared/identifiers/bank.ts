/** Bank accounts: IBAN (ISO 13616) and BIC (ISO 9362) by form and check digits, with ibantools. */
import { electronicFormatIBAN, friendlyFormatIBAN, isValidBIC, isValidIBAN } from 'ibantools';

/** `null`: nothing to say of an empty field. */
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
