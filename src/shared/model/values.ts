/** The small values every feature shares: dates, decimals, amounts, codes. Parsed once at the door, trusted inside. */
import { z } from 'zod';

/** Largest amount the file holds, in minor units: 2^53 - 1, so that a JavaScript number is always exact. */
export const MAX_MINOR = 9_007_199_254_740_991;

/** A calendar date `YYYY-MM-DD` in the company's zone; checked to exist. */
export const IsoDate = z.iso.date();
export type IsoDate = z.infer<typeof IsoDate>;

/** A date that a new document may bear. Beyond, a due date could leave the calendar; a year like 0206 is a slip of the hand. */
export const IssueDate = IsoDate.refine((date) => date >= '2000-01-01' && date <= '2199-12-31');

/** An instant in UTC, ISO 8601. */
export type Instant = string;

/** An exact decimal as text: optional minus, digits, optional point and digits. Never a float. */
export const DecimalText = z.string().regex(/^-?\d{1,18}(\.\d{1,12})?$/);
export type DecimalText = z.infer<typeof DecimalText>;

/** An amount in minor units of the currency that stands beside it. */
export const Minor = z.int().min(-MAX_MINOR).max(MAX_MINOR);
export type Minor = z.infer<typeof Minor>;

/** ISO 4217 alphabetic code. */
export const CurrencyCode = z.string().regex(/^[A-Z]{3}$/);
export type CurrencyCode = z.infer<typeof CurrencyCode>;

/** ISO 3166-1 alpha-2 code (XI for Northern Ireland goods, as the VAT rules write it). */
export const CountryCode = z.string().regex(/^[A-Z]{2}$/);
export type CountryCode = z.infer<typeof CountryCode>;

export const Language = z.enum(['fr', 'en']);
export type Language = z.infer<typeof Language>;

export const PaperSize = z.enum(['A4', 'LETTER']);
export type PaperSize = z.infer<typeof PaperSize>;

/** A colour `#rrggbb`. */
export const Colour = z.string().regex(/^#[0-9a-f]{6}$/i);

/** What is supplied: decides the place of supply and the legal mention. */
export const SupplyKind = z.enum(['goods', 'services']);
export type SupplyKind = z.infer<typeof SupplyKind>;

/** EN 16931 BT-118 / BT-151 (subset of UNCL 5305). */
export const TaxCategory = z.enum(['S', 'Z', 'E', 'AE', 'K', 'G', 'O', 'L', 'M']);
export type TaxCategory = z.infer<typeof TaxCategory>;

/** Which of a country's rates a product takes; resolved to a rate by the dated tables. */
export const TaxClass = z.enum(['standard', 'reduced', 'second_reduced', 'super_reduced', 'zero', 'exempt']);
export type TaxClass = z.infer<typeof TaxClass>;

/** A half-open period of calendar dates: `from` is in it, `to` is not. */
export const Period = z.object({ from: IsoDate, to: IsoDate });
export type Period = z.infer<typeof Period>;
