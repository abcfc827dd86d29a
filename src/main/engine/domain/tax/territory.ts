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
 * for goods since. Postcodes of territories with a rule of their own (Canaries, Büsingen, Livigno, Northern Ireland...) count
 * before the country, where they have the length of the country's postcodes.
 */
export function vatTerritory(place: Place, day: IsoDate, supply: SupplyKind, tables: TaxTables): VatTerritory {
  const country = place.country === 'GB' && /^\s*XI/i.test(place.vatNumber ?? '') ? 'XI' : place.country;
  const postcode = postcodeFits(place, tables) ? plainPostcode(place, tables) : '';
  const special = tables.territories.find(
    (row) =>
      holds(row, day) &&
      (row.code === country || (row.country === country && row.postcodes.some((start) => postcode.startsWith(start)))),
  );
  if (!special) {
    return {
      code: country,
      ratesOf: country,
      inUnion: holdsMember(country, day, supply, tables),
      overseasOf: null,
    };
  }
  const parent = special.ratesOf;
  return {
    code: special.market ?? (special.inArea && parent !== null ? parent : special.code),
    ratesOf: parent,
    // A place may belong to the Union by itself, for goods, when its country no longer does: Northern Ireland.
    inUnion:
      special.inArea &&
      parent !== null &&
      (holdsMember(parent, day, supply, tables) || holdsMember(special.code, day, supply, tables)),
    overseasOf: special.overseasOf,
  };
}

/** Whether a country code (or XI) belongs to the Union's VAT area on a day. */
export function holdsMember(country: string, day: IsoDate, supply: SupplyKind, tables: TaxTables): boolean {
  return tables.euVatArea.some(
    (row) => row.country === country && (row.scope === 'all' || supply === 'goods') && holds(row, day),
  );
}

/**
 * Whether a postcode has as many figures as those of its country; true where there is none, or where the country's length is
 * not in the tables. A postcode that does not fit tells no territory.
 */
export function postcodeFits(place: Pick<Place, 'country' | 'postcode'>, tables: TaxTables): boolean {
  const length = tables.postcodeLengths[place.country];
  if (length === undefined || (place.postcode ?? '').trim() === '') return true;
  return plainPostcode(place, tables).length === length;
}

/** Figures alone where the country's postcodes are figures (F-97 300 → 97300), else letters and figures. */
function plainPostcode({ country, postcode }: Pick<Place, 'country' | 'postcode'>, tables: TaxTables): string {
  const signs = tables.postcodeLengths[country] === undefined ? /[^A-Z0-9]/g : /\D/g;
  return (postcode ?? '').toUpperCase().replaceAll(signs, '');
}
