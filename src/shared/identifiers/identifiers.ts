/** The numbers that identify a business, by country: which are asked, what they are called, whether one can be right. Pure. */
import { fill, type Text } from '../messages/catalogue.ts';
import { identifierTexts as texts } from '../messages/identifiers.ts';
import type { CountryCode } from '../model/values.ts';
import { type Checked, checkVat, swappedDigits } from './check.ts';
import { anywhere, type CountryNumbers, countries, type Kind, vatPrefixes } from './countries.ts';

/** The fields of a company or customer that hold them; a customer has no `taxRegistration`. */
export type IdentifierSlot = 'vatNumber' | 'registrationNumber' | 'taxRegistration';
export type IdentifierSide = 'company' | 'customer';

export interface Identifier {
  slot: IdentifierSlot;
  /** What the country calls it. */
  label: Text;
  /** A number of the right form; empty where anything is taken. */
  example: string;
  /** Whether {@link checkIdentifier} can say anything about it. */
  checked: boolean;
}

export type IdentifierVerdict =
  | { state: 'empty' }
  /** Nothing is known about numbers of this country: taken as typed. */
  | { state: 'unchecked' }
  /** `compact` is what to store, `written` what people read. */
  | { state: 'good'; compact: string; written: string }
  /** `key`: form right, check digits wrong. `suggestions`: the numbers, at most three, that two swapped digits would make right. */
  | { state: 'bad'; fault: 'form' | 'key'; example: string; suggestions: string[] };

const numbersOf = (country: CountryCode | null): CountryNumbers => countries[country ?? ''] ?? anywhere;

/**
 * The number behind a field. A customer has one registration number only: where the country's businesses are known by their tax
 * number alone (the United States), it stands there.
 */
function kindOf(country: CountryCode | null, slot: IdentifierSlot, side: IdentifierSide): Kind | null {
  const numbers = numbersOf(country);
  if (side === 'company') return numbers[slot];
  if (slot === 'taxRegistration') return null;
  if (slot === 'registrationNumber' && numbers.vatNumber === null) return numbers.taxRegistration;
  return numbers[slot];
}

const slots: readonly IdentifierSlot[] = ['registrationNumber', 'vatNumber', 'taxRegistration'];

/** The numbers to ask for, in the order in which people of the country know them. Unknown country (or null): the general ones. */
export function identifiersFor(country: CountryCode | null, side: IdentifierSide = 'company'): readonly Identifier[] {
  return slots.flatMap((slot) => {
    const kind = kindOf(country, slot, side);
    return kind === null ? [] : [{ slot, label: kind.label, example: kind.example, checked: kind.check !== null }];
  });
}

function checked(kind: Kind | null, country: CountryCode | null, value: string): Checked | null {
  // Another country's VAT number may stand where this one has none of its own.
  const check = kind === null ? 'vat' : kind.check;
  if (check === null) return null;
  return check === 'vat' ? checkVat(vatPrefixes[country ?? ''] ?? null, value) : check(value);
}

/** Whether a number can be right: form and check digits, offline. Says nothing about whether it was ever given to somebody. */
export function checkIdentifier(
  country: CountryCode | null,
  slot: IdentifierSlot,
  value: string | null,
  side: IdentifierSide = 'company',
): IdentifierVerdict {
  const typed = value?.trim() ?? '';
  if (typed === '') return { state: 'empty' };
  const kind = kindOf(country, slot, side);
  const check = (text: string) => checked(kind, country, text);
  const verdict = check(typed);
  if (verdict === null) return { state: 'unchecked' };
  if (verdict.state === 'good') return verdict;
  const suggestions = verdict.fault === 'key' ? swappedDigits(typed, check) : [];
  return { ...verdict, example: kind?.example ?? '', suggestions };
}

/** What is said under the field; undefined while there is nothing to mend. */
export function identifierFault(verdict: IdentifierVerdict): Text | undefined {
  if (verdict.state !== 'bad') return undefined;
  if (verdict.fault === 'key' || verdict.example === '') return texts.badKey;
  const params = { example: verdict.example };
  return { fr: fill(texts.badForm, 'fr', params), en: fill(texts.badForm, 'en', params) };
}
