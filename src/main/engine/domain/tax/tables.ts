/**
 * The dated data behind the tax rules, as resources/tax holds them. Periods are half-open: `validFrom` is the first day on
 * which a row holds, `validTo` the first on which it no longer does; null is open. Every row names its source.
 */

import { z } from 'zod';
import { CountryCode, DecimalText, IsoDate, TaxClass } from '#shared/model/values.ts';

const dated = { validFrom: IsoDate, validTo: IsoDate.nullable(), source: z.string().min(1) };

export const RateRow = z.object({ taxClass: TaxClass.exclude(['zero', 'exempt']), rate: DecimalText, ...dated });
export type RateRow = z.infer<typeof RateRow>;

/** resources/tax/rates.json: country (or territory with its own rates) → rows. */
export const RatesFile = z.object({
  version: z.string().min(1),
  countries: z.record(CountryCode, z.array(RateRow).min(1)),
});

/** Membership of the Union's VAT area; `goods`: for goods only (Northern Ireland since 2021). */
export const MembershipRow = z.object({ country: CountryCode, scope: z.enum(['all', 'goods']), ...dated });
export type MembershipRow = z.infer<typeof MembershipRow>;

/**
 * A place that the VAT rules treat otherwise than its country code says. Found by its own code, or by a country with
 * postcodes that begin so; the first row that fits counts. `ratesOf`: whose rates and law hold there (null: no VAT of the
 * country's at all); `inArea`: whether it belongs to that country's VAT area for trade with other members; `overseasOf`: the
 * country of which it is an overseas part; `market`: places of one market are domestic to each other, each at its own rates.
 */
export const TerritoryRow = z.object({
  code: CountryCode,
  name: z.string().min(1),
  country: CountryCode.nullable(),
  postcodes: z.array(z.string().regex(/^[A-Z0-9]+$/)),
  ratesOf: CountryCode.nullable(),
  inArea: z.boolean(),
  overseasOf: CountryCode.nullable(),
  market: z.string().min(1).optional(),
  ...dated,
});
export type TerritoryRow = z.infer<typeof TerritoryRow>;

/** resources/tax/areas.json. */
const AreasFile = z.object({
  version: z.string().min(1),
  /**
   * How many figures a country's postcodes have. One of another length says nothing about the place: 3500, which a spreadsheet
   * made of 03500 (Alicante), is not in the Canaries.
   */
  postcodeLengths: z.record(CountryCode, z.int().min(1)),
  euVatArea: z.array(MembershipRow),
  territories: z.array(TerritoryRow),
});

/** Everything {@link resolveTax} looks at. */
export interface TaxTables {
  /** Goes into each document (`taxTableVersion`). */
  version: string;
  postcodeLengths: z.infer<typeof AreasFile>['postcodeLengths'];
  rates: z.infer<typeof RatesFile>['countries'];
  euVatArea: readonly MembershipRow[];
  territories: readonly TerritoryRow[];
}

/** Validates the parsed files. Throws zod's error, naming the row, for a table that someone edited into nonsense. */
export function taxTables(ratesFile: unknown, areasFile: unknown): TaxTables {
  const rates = RatesFile.parse(ratesFile);
  const areas = AreasFile.parse(areasFile);
  return {
    version: `${rates.version}/${areas.version}`,
    rates: rates.countries,
    postcodeLengths: areas.postcodeLengths,
    euVatArea: areas.euVatArea,
    territories: areas.territories,
  };
}

/** Whether a dated row holds on a day. */
export function holds(row: { validFrom: IsoDate; validTo: IsoDate | null }, day: IsoDate): boolean {
  return row.validFrom <= day && (row.validTo === null || day < row.validTo);
}
