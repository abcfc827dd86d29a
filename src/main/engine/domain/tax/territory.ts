/** Where a place lies for VAT: which law's rates, and in or out of the Union's VAT area, on a day and for a kind of supply. */
import type { CountryCode, IsoDate, SupplyKind } from '#shared/model/values.ts';
import { holds, type TaxTables } from './tables.ts';

export interface Place {
  country: CountryCode;
  postcode: string | null;
  vatNumber: string | null;
}

export interface VatTerritory {
  /** Two places with one code are domestic to each other. */
  code: string;
  /** Whose rates hold; null where the country's VAT does not exist. */
  ratesOf: CountryCode | null;
  /** In the Union's VAT area, for this kind of supply, on this day. */
  inUnion: boolean;
  /** The country of which this is an overseas part outside its VAT area (RE of FR). */
  overseasOf: CountryCode | null;
}

/**
 * The VAT territory of a place. Dated: GB is in until 31 December 2020; a GB address with an XI number, or country XI, is in
 * for goods since. Postcodes of territories with a rule of their own (Canaries, Büsingen, Livigno...) count before the country.
 */
export function vatTerritory(place: Place, day: IsoDate, supply: SupplyKind, tables: TaxTables): VatTerritory {
  const country = northernIreland(place) && !holdsMember('GB', day, supply, tables) ? 'XI' : place.country;
  const digits = (place.postcode ?? '').replaceAll(/\D/g, '');
  const special = tables.territories.find(
    (row) =>
      holds(row, day) &&
      (row.code === country || (row.country === country && row.postcodes.some((start) => digits.startsWith(start)))),
  );
  if (!special) {
    return {
      code: country === 'XI' ? 'GB' : country,
      ratesOf: country === 'XI' ? 'GB' : country,
      inUnion: holdsMember(country, day, supply, tables),
      overseasOf: null,
    };
  }
  const parent = special.ratesOf;
  return {
    code: special.inArea && parent !== null ? parent : special.code,
    ratesOf: parent,
    inUnion: special.inArea && parent !== null && holdsMember(parent, day, supply, tables),
    overseasOf: special.overseasOf,
  };
}

/** Whether a country code (or XI) belongs to the Union's VAT area on a day. */
export function holdsMember(country: string, day: IsoDate, supply: SupplyKind, tables: TaxTables): boolean {
  return tables.euVatArea.some(
    (row) => row.country === country && (row.scope === 'all' || supply === 'goods') && holds(row, day),
  );
}

function northernIreland(place: Place): boolean {
  return place.country === 'XI' || (place.country === 'GB' && /^\s*XI/i.test(place.vatNumber ?? ''));
}
