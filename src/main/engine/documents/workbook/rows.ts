/** What the accountant's workbook is made from: plain rows, taken from frozen documents. */
import type { DocumentKind, FrozenDocument } from '#shared/model/document.ts';
import type { CountryCode, CurrencyCode, DecimalText, IsoDate, Minor, TaxCategory } from '#shared/model/values.ts';

/** Amounts as on the paper: positive on a credit note. The workbook writes those as negative. */
export interface WorkbookInvoice {
  number: string;
  kind: DocumentKind;
  issueDate: IsoDate;
  taxPoint: IsoDate;
  dueDate: IsoDate | null;
  customerCode: string;
  customerName: string;
  country: CountryCode | null;
  vatNumber: string | null;
  reference: string | null;
  /** Numbers of the invoices that a credit note corrects. */
  corrects: string | null;
  currency: CurrencyCode;
  minorDigits: number;
  net: Minor;
  tax: Minor;
  gross: Minor;
  payable: Minor;
}

/** A line, or an allowance (negative) or charge of the whole document: then position, quantity and price are null. */
export interface WorkbookLine {
  number: string;
  kind: DocumentKind;
  issueDate: IsoDate;
  customerCode: string;
  position: number | null;
  date: IsoDate | null;
  productCode: string | null;
  description: string;
  quantity: DecimalText | null;
  unit: string | null;
  unitPrice: DecimalText | null;
  currency: CurrencyCode;
  minorDigits: number;
  taxCategory: TaxCategory | null;
  rate: DecimalText | null;
  net: Minor;
}

/** One row of one document's tax breakdown; the sheet sums them by currency, category and rate. */
export interface WorkbookTax {
  number: string;
  kind: DocumentKind;
  category: TaxCategory;
  rate: DecimalText;
  currency: CurrencyCode;
  minorDigits: number;
  base: Minor;
  tax: Minor;
}

export interface WorkbookCustomer {
  code: string;
  name: string;
  address: string | null;
  postcode: string | null;
  city: string | null;
  country: CountryCode | null;
  vatNumber: string | null;
  email: string | null;
}

export type WorkbookRow =
  | { t: 'invoice'; row: WorkbookInvoice }
  | { t: 'line'; row: WorkbookLine }
  | { t: 'tax'; row: WorkbookTax }
  | { t: 'customer'; row: WorkbookCustomer };

/** All rows that one document gives. Its customer is the buyer as printed. */
export function rowsOfDocument(document: FrozenDocument): WorkbookRow[] {
  const { number, kind, issueDate, customerCode, currency, minorDigits, buyer, references, totals } = document;
  const common = { number, kind, currency, minorDigits };
  const ofLine = { ...common, issueDate, customerCode };
  const invoice: WorkbookInvoice = {
    ...ofLine,
    taxPoint: document.taxPoint,
    dueDate: document.dueDate,
    customerName: buyer.name,
    country: buyer.country,
    vatNumber: buyer.vatNumber,
    reference: references.source ?? references.order ?? references.buyer,
    corrects: references.preceding.map((preceding) => preceding.number).join(', ') || null,
    net: totals.net,
    tax: totals.tax,
    gross: totals.gross,
    payable: totals.payable,
  };
  const lines = document.lines.map((line): WorkbookLine => {
    const [first] = line.taxes;
    return {
      ...ofLine,
      position: line.position,
      date: line.date,
      productCode: line.productCode,
      description: line.description,
      quantity: line.quantity,
      unit: line.unit,
      unitPrice: line.unitPrice,
      taxCategory: first?.category ?? null,
      rate: first?.rate ?? null,
      net: line.net,
    };
  });
  const adjustments = document.allowancesCharges.map(
    ({ kind: direction, reason, amount, tax }): WorkbookLine => ({
      ...ofLine,
      position: null,
      date: null,
      productCode: null,
      description: reason,
      quantity: null,
      unit: null,
      unitPrice: null,
      taxCategory: tax?.category ?? null,
      rate: tax?.rate ?? null,
      net: direction === 'allowance' ? -amount : amount,
    }),
  );
  const customer: WorkbookCustomer = {
    code: customerCode,
    name: buyer.name,
    address: buyer.addressLines.join(', ') || null,
    postcode: buyer.postcode,
    city: buyer.city,
    country: buyer.country,
    vatNumber: buyer.vatNumber,
    email: buyer.email,
  };
  return [
    { t: 'invoice', row: invoice },
    ...[...lines, ...adjustments].map((row): WorkbookRow => ({ t: 'line', row })),
    ...document.taxes.map(
      ({ category, rate, base, tax }): WorkbookRow => ({ t: 'tax', row: { ...common, category, rate, base, tax } }),
    ),
    { t: 'customer', row: customer },
  ];
}
