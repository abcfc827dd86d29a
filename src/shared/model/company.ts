/** The company whose invoices a file holds, and its series of numbers. */
import { z } from 'zod';
import { CustomerId, SeriesId } from './ids.ts';
import {
  Colour,
  CountryCode,
  CurrencyCode,
  type IsoDate,
  Language,
  PaperSize,
  SupplyKind,
  TaxClass,
} from './values.ts';

const short = z.string().trim().max(200);
const orNull = short.nullable();

/** What a person edits about the company. */
export const CompanyProfile = z.object({
  name: short.min(1),
  tradingName: orNull,
  addressLines: z.array(short).max(4),
  postcode: orNull,
  city: orNull,
  region: orNull,
  country: CountryCode,
  vatNumber: orNull,
  taxRegistration: orNull,
  registrationNumber: orNull,
  legalNote: z.string().trim().max(500).nullable(),
  email: orNull,
  phone: orNull,
  contactName: orNull,
  iban: orNull,
  bic: orNull,
  currency: CurrencyCode,
  language: Language,
  /** IANA time zone: today's date is a calendar date in it. */
  zone: short.min(1),
  paper: PaperSize,
  colour: Colour,
  /** PNG or JPEG as a data URL, or null. */
  logo: z.string().max(2_000_000).startsWith('data:image/').nullable(),
  paymentTermsDays: z.int().min(0).max(365),
  message: z.string().trim().max(1000).nullable(),
  /** What a line supplies when its product does not say. */
  defaultSupply: SupplyKind,
  /** The tax class of a line when its product does not say. */
  defaultTaxClass: TaxClass,
});
export type CompanyProfile = z.infer<typeof CompanyProfile>;

export type Company = CompanyProfile & { id: string; createdAt: string; rowVersion: number };

/** A series of numbers. Pattern fields: {prefix} {year} {month} {seq:5} {customer}. */
export const SeriesInput = z.object({
  id: SeriesId.nullable(),
  name: short.min(1),
  kind: z.enum(['invoice', 'credit_note', 'any']),
  prefix: z.string().trim().max(20),
  pattern: z.string().trim().min(1).max(60),
  reset: z.enum(['yearly', 'never']),
  /** The first number to give in the series' first counter: one more than another program's last number. Later years begin at 1. */
  startAt: z.int().min(1).max(999_999_999),
  /** A series of one customer, where the company wants one. */
  customerId: CustomerId.nullable(),
  isDefault: z.boolean(),
  archived: z.boolean(),
});
export type SeriesInput = z.infer<typeof SeriesInput>;

export type Series = Omit<SeriesInput, 'id'> & {
  id: SeriesId;
  /** What the next number would look like today. An example, never a promise; null where none can be made. */
  example: string | null;
  lastNumber: string | null;
  lastDate: z.infer<typeof IsoDate> | null;
};
