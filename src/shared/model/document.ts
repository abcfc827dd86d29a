/**
 * The frozen document, format 1: everything that a reader of the invoice needs and nothing that changes afterwards.
 * Canonical bytes of this object are hashed and chained; the PDF, the e-invoice and the workbook are made from it alone.
 * Names follow EN 16931 (business terms in the comments). Amounts are minor units of `currency`; quantities, prices and
 * rates are exact decimals. On a credit note (381) amounts are positive: the kind says which way the money goes.
 * A later format gets its own schema and its own reader; this one stays.
 */
import { z } from 'zod';
import {
  Colour,
  CountryCode,
  CurrencyCode,
  DecimalText,
  IsoDate,
  Language,
  Minor,
  PaperSize,
  SupplyKind,
  TaxCategory,
} from './values.ts';

const text = z.string();
const optionalText = z.string().nullable();

/** BG-4, BG-7, BG-13: a party as it stands on the paper. */
export const DocumentParty = z.object({
  name: text, // BT-27, BT-44
  tradingName: optionalText, // BT-28, BT-45
  addressLines: z.array(text), // BT-35.., BT-50.., without postcode and city
  postcode: optionalText,
  city: optionalText,
  region: optionalText,
  country: CountryCode.nullable(), // BT-40, BT-55
  vatNumber: optionalText, // BT-31, BT-48
  taxRegistration: optionalText, // BT-32
  registrationNumber: optionalText, // BT-30, BT-47 (SIREN, company number...)
  electronicAddress: optionalText, // BT-34, BT-49
  email: optionalText,
  phone: optionalText,
});
export type DocumentParty = z.infer<typeof DocumentParty>;

/** BG-20, BG-21, BG-27, BG-28: an allowance (reduces) or a charge (adds). `amount` is positive. */
export const AllowanceCharge = z.object({
  kind: z.enum(['allowance', 'charge']),
  reason: text,
  amount: Minor,
  tax: z.object({ category: TaxCategory, rate: DecimalText }).nullable(),
});
export type AllowanceCharge = z.infer<typeof AllowanceCharge>;

/** One tax that bears on a line. VAT has one; other systems may have several. */
const LineTax = z.object({
  category: TaxCategory, // BT-151
  rate: DecimalText, // BT-152, percent
  reasonCode: optionalText, // VATEX code
});

/** BG-25. net = round(quantity x unitPrice / baseQuantity) - allowances + charges (half away from zero, once). */
export const DocumentLine = z.object({
  position: z.int().min(1),
  productCode: optionalText, // BT-155
  description: text, // BT-153
  note: optionalText, // BT-127
  supply: SupplyKind,
  date: IsoDate.nullable(), // date of supply
  quantity: DecimalText, // BT-129
  unit: optionalText, // BT-130, as printed
  unitPrice: DecimalText, // BT-146, without tax
  baseQuantity: DecimalText, // BT-149, '1' as a rule
  allowancesCharges: z.array(AllowanceCharge),
  net: Minor, // BT-131
  taxes: z.array(LineTax).min(1),
});
export type DocumentLine = z.infer<typeof DocumentLine>;

/** BG-23: one row per (category, rate). tax = round(base x rate / 100), half away from zero. */
export const TaxBreakdownRow = z.object({
  category: TaxCategory,
  rate: DecimalText,
  base: Minor, // BT-116
  tax: Minor, // BT-117
  reasonCode: optionalText, // BT-121
  reason: optionalText, // BT-120, in the document's language
});
export type TaxBreakdownRow = z.infer<typeof TaxBreakdownRow>;

/** BG-22. */
export const DocumentTotals = z.object({
  lines: Minor, // BT-106
  allowances: Minor, // BT-107
  charges: Minor, // BT-108
  net: Minor, // BT-109 = lines - allowances + charges
  tax: Minor, // BT-110 = sum of the breakdown
  gross: Minor, // BT-112 = net + tax
  prepaid: Minor, // BT-113
  rounding: Minor, // BT-114
  payable: Minor, // BT-115 = gross - prepaid + rounding
});
export type DocumentTotals = z.infer<typeof DocumentTotals>;

export const DocumentKind = z.enum(['invoice', 'credit_note']);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** A document whose number is not given yet: what previews, checks and approval look at. */
export const DraftDocument = z.object({
  format: z.literal(1),
  kind: DocumentKind,
  typeCode: z.enum(['380', '381']), // BT-3
  issueDate: IsoDate, // BT-2
  taxPoint: IsoDate, // BT-7
  dueDate: IsoDate.nullable(), // BT-9
  currency: CurrencyCode, // BT-5
  minorDigits: z.int().min(0).max(4),
  language: Language,
  businessProcess: optionalText, // BT-23
  seller: DocumentParty,
  sellerLegalNote: optionalText, // foot of the page: legal form, capital, register
  sellerContact: z.object({ name: optionalText, email: optionalText, phone: optionalText }), // BG-6
  buyer: DocumentParty,
  customerCode: text,
  delivery: DocumentParty.nullable(), // BG-13
  references: z.object({
    source: optionalText, // the invoice reference of the imported lines
    order: optionalText, // BT-13
    buyer: optionalText, // BT-10
    contract: optionalText, // BT-12
    period: z.object({ from: IsoDate, to: IsoDate }).nullable(), // BG-14, both days included, as printed
    preceding: z.array(z.object({ number: text, issueDate: IsoDate.nullable() })), // BG-3
  }),
  lines: z.array(DocumentLine).min(1),
  allowancesCharges: z.array(AllowanceCharge),
  taxes: z.array(TaxBreakdownRow).min(1),
  totals: DocumentTotals,
  payment: z.object({
    terms: optionalText, // BT-20
    transfer: z.object({ iban: text, bic: optionalText, holder: text }).nullable(), // BG-17
    reference: optionalText, // BT-83; null: the number serves
  }),
  mentions: z.array(z.object({ code: text, text })), // BG-1, legal wording resolved for issue date and language
  message: optionalText, // the company's own words above the lines
  presentation: z.object({
    template: text,
    paper: PaperSize,
    colour: Colour,
    logo: optionalText, // sha256 of the picture kept in the company file
  }),
  taxTableVersion: text,
});
export type DraftDocument = z.infer<typeof DraftDocument>;

/** The document as issued: a draft plus its number (BT-1) and series. */
export const FrozenDocument = DraftDocument.extend({
  number: text,
  series: text,
});
export type FrozenDocument = z.infer<typeof FrozenDocument>;
