/** What composing a document takes and gives. */
import type { CompanyProfile } from '#shared/model/company.ts';
import type { CustomerInput } from '#shared/model/customer.ts';
import type { DocumentKind, DraftDocument } from '#shared/model/document.ts';
import type { PendingLineId } from '#shared/model/ids.ts';
import type { CurrencyCode, DecimalText, IsoDate, Language, PaperSize, TaxCategory } from '#shared/model/values.ts';
import type { MentionTables } from '../legal/tables.ts';
import type { Rounding } from '../money/rounding.ts';
import type { TaxExplanation, TaxNote } from '../tax/resolve.ts';
import type { TaxTables } from '../tax/tables.ts';
import type { PendingLineForBilling } from './pending-line.ts';

/** A customer as far as it stands on a document; also one typed into a single invoice. */
export type CustomerForBilling = Omit<CustomerInput, 'note' | 'archived' | 'currency' | 'paymentTermsDays'>;

export interface ComposeInput {
  company: CompanyProfile;
  /** sha256 of the logo kept in the company file, or null. */
  logo: string | null;
  customer: CustomerForBilling;
  /** In the order in which they stand on the document. */
  lines: readonly PendingLineForBilling[];
  /** The invoice reference of the imported lines. */
  source: string | null;
  issueDate: IsoDate;
  paymentTermsDays: number;
  currency: CurrencyCode;
  /** Null: the customer's, else the company's. */
  language: Language | null;
  /** Invoices that this document corrects or follows, where known. */
  precedingInvoices: readonly { number: string; issueDate: IsoDate | null }[];
  tax: TaxTables;
  legal: MentionTables;
  template: string;
  /** Null: the company's. */
  paper: PaperSize | null;
  /** Null: the company's. */
  message: string | null;
}

/** How one line came to its amount. Exact values are plain decimals of any length. */
export interface LineExplanation {
  position: number;
  lineId: PendingLineId | null;
  /** As the line was given, before signs were turned. */
  given: { quantity: DecimalText; unitPrice: DecimalText | null };
  /** -1 on a credit note: quantities are turned so that amounts are positive. */
  turned: 1 | -1;
  /** The price was negative: its sign went to the quantity (BR-27). */
  priceSignMoved: boolean;
  priceFrom: 'line' | 'product' | 'missing';
  quantity: DecimalText;
  unitPrice: DecimalText;
  baseQuantity: DecimalText;
  /** quantity x unit price / base quantity, exact, in major units. */
  exact: string;
  rounding: Rounding;
  /** Rounded, minor units. */
  beforeDiscount: number;
  /** Percent of `beforeDiscount`, exact in minor units, then rounded; null without a discount. */
  discount: { percent: DecimalText; exact: string; amount: number } | null;
  net: number;
  tax: TaxExplanation & { category: TaxCategory; rate: DecimalText };
}

/** How the tax of one (category, rate) came about: round(base x rate / 100). */
export interface RateExplanation {
  category: TaxCategory;
  rate: DecimalText;
  /** Positions of its lines and their nets. */
  lines: { position: number; net: number }[];
  base: number;
  /** base x rate / 100, exact, in minor units. */
  exact: string;
  rounding: Rounding;
  tax: number;
}

export interface Explanation {
  currency: CurrencyCode;
  minorDigits: number;
  kind: DocumentKind;
  lines: LineExplanation[];
  rates: RateExplanation[];
  taxPoint: { date: IsoDate; from: 'latest_line_date' | 'issue_date' };
}

export interface Composed {
  document: DraftDocument;
  explanation: Explanation;
  /** What the tax rules assumed, and for which positions. */
  taxNotes: { note: TaxNote; positions: number[] }[];
}
