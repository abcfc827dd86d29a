/** A country's rate for a class on a day. */
import type { CountryCode, DecimalText, IsoDate, TaxClass } from '#shared/model/values.ts';
import { holds, type RateRow, type TaxTables } from './tables.ts';

export interface RateFound {
  rate: DecimalText;
  row: RateRow;
  /** The class whose rate it is: the standard one where the country has no rate of the class asked for. */
  taxClass: TaxClass;
  /** The day lies before the table's history: the oldest rate known is given. */
  beforeHistory: boolean;
}

/**
 * The rate of a class on a day; the standard rate where the country has no such class on that day (rather too much tax, said
 * aloud, than too little); null where the table does not know the country.
 */
export function rateOn(
  country: CountryCode,
  taxClass: RateRow['taxClass'],
  day: IsoDate,
  tables: TaxTables,
): RateFound | null {
  const rows = tables.rates[country];
  if (!rows) return null;
  const hit = rows.find((row) => row.taxClass === taxClass && holds(row, day));
  if (hit) return { rate: hit.rate, row: hit, taxClass, beforeHistory: false };
  if (taxClass !== 'standard') return rateOn(country, 'standard', day, tables);
  const standard = rows
    .filter((row) => row.taxClass === 'standard')
    .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const oldest = standard[0];
  return oldest ? { rate: oldest.rate, row: oldest, taxClass: 'standard', beforeHistory: true } : null;
}
