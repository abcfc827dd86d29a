/** What a staged record is worth and means beside what the company file holds: the plan's arithmetic. Reads nothing. */
import { createHash } from 'node:crypto';
import type { CustomerInput } from '#shared/model/customer.ts';
import { EngineError } from '#shared/model/error.ts';
import type { CustomerRecord, LineRecord, ProductRecord } from '#shared/model/imports.ts';
import type { ProductInput } from '#shared/model/product.ts';
import type { CountryCode } from '#shared/model/values.ts';
import { pendingNet } from '../../domain/invoice/pending-net.ts';
import { isCurrency, minorDigits } from '../../domain/money/currency.ts';
import { isCountryCode } from '../../domain/text/country.ts';
import { fold } from '../../domain/text/fold.ts';
import type { GivenExtras } from './extras.ts';

/**
 * The key of a line that another file brought first and that was taken again: one of this very file, so that the file a second
 * time changes nothing.
 */
export const repeatedKey = (key: string, sha256: string): string =>
  createHash('sha256').update(`${key}/${sha256}`).digest('hex');

/** A country that the file names but nobody knows ("Narnia") is none: a check asks for it. */
export const countryOf = (record: LineRecord): CountryCode | null =>
  record.customerCountry !== null && isCountryCode(record.customerCountry) ? record.customerCountry : null;

export function worthOf(record: LineRecord, currency: string): number | null | EngineError {
  if (!isCurrency(currency)) return new EngineError('currency_unknown', { currency });
  try {
    return pendingNet(record, minorDigits(currency));
  } catch (thrown) {
    if (thrown instanceof EngineError) return thrown;
    throw thrown;
  }
}

export const noExtras: GivenExtras = { custom: {}, tags: [] };

/** Records that are there already and for which the file says something in custom fields or tags. */
export const idsWithExtras = (
  records: readonly { record: CustomerRecord | ProductRecord }[],
  known: ReadonlyMap<string, { id: string }>,
): string[] =>
  records.flatMap(({ record }) =>
    record.custom === undefined && record.tags === undefined ? [] : (known.get(fold(record.code))?.id ?? []),
  );

/** The fields that the file gives replace what was there; what it does not name stays. */
export function withValues<T extends CustomerInput | ProductInput>(
  before: T,
  record: CustomerRecord | ProductRecord,
): T {
  const { custom: _custom, tags: _tags, ...fields } = record;
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return { ...before, ...given };
}

export const same = (a: object, b: object): boolean => {
  const sorted = (value: object) => JSON.stringify(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)));
  return sorted(a) === sorted(b);
};
