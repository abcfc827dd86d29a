/** What has been issued, a single invoice by hand, and what is exported. */
import { z } from 'zod';
import type { DraftDocument, FrozenDocument } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import { CustomerId, DraftId, InvoiceId, type RunId, SeriesId } from '../model/ids.ts';
import {
  CurrencyCode,
  DecimalText,
  type Instant,
  IsoDate,
  IssueDate,
  Language,
  type Minor,
  SupplyKind,
  TaxClass,
} from '../model/values.ts';
import { command, job, query } from './define.ts';
import { type Listed, Page, sortBy } from './list.ts';
import type { AuditEntry } from './records.ts';
import type { ExplanationStep } from './runs.ts';

/** Derived from entries, never stored: later issues add what payments, delivery and disputes say. */
export type InvoiceState = 'not_due' | 'overdue' | 'credited' | 'credit_note';

const InvoiceFilter = z.object({
  search: z.string().max(200).default(''),
  state: z.enum(['any', 'not_due', 'overdue', 'credited', 'credit_note']).default('any'),
  runId: z.uuid().nullable().default(null),
  customerId: CustomerId.nullable().default(null),
  from: IsoDate.nullable().default(null),
  to: IsoDate.nullable().default(null),
  currency: z.string().nullable().default(null),
});

export interface InvoiceRow {
  id: InvoiceId;
  number: string;
  kind: 'invoice' | 'credit_note';
  state: InvoiceState;
  customerId: CustomerId;
  customerCode: string;
  customerName: string;
  country: string | null;
  reference: string | null;
  issueDate: IsoDate;
  dueDate: IsoDate | null;
  daysLate: number;
  currency: CurrencyCode;
  /** Signed: a credit note is negative. */
  net: Minor;
  tax: Minor;
  gross: Minor;
  runId: RunId | null;
}

export interface InvoiceDetail {
  row: InvoiceRow;
  /** With its first 300 lines, unless all were asked for. */
  document: FrozenDocument;
  /** How many lines the document has. */
  linesTotal: number;
  sha256: string;
  history: AuditEntry[];
  creditedBy: { id: InvoiceId; number: string }[];
  corrects: { id: InvoiceId; number: string } | null;
  /** PDFs that were produced: the originals. */
  files: { path: string; at: Instant; sha256: string }[];
}

export const ManualLine = z.object({
  productCode: z.string().trim().max(60).nullable(),
  description: z.string().trim().max(500),
  quantity: DecimalText,
  unit: z.string().trim().max(30).nullable(),
  unitPrice: DecimalText,
  /** A surcharge below zero; never more than the line itself. */
  discountPercent: DecimalText.refine((percent) => Math.abs(Number(percent)) <= 100).nullable(),
  taxClass: TaxClass.nullable(),
  supply: SupplyKind.nullable(),
  date: IsoDate.nullable(),
});

export const ManualInvoice = z.object({
  customerId: CustomerId,
  currency: CurrencyCode,
  issueDate: IssueDate,
  language: Language.nullable().default(null),
  paymentTermsDays: z.int().min(0).max(365).nullable().default(null),
  orderReference: z.string().trim().max(200).nullable().default(null),
  message: z.string().trim().max(1000).nullable().default(null),
  seriesId: SeriesId.nullable().default(null),
  /** Number of the invoice that this one credits; makes a credit note when the sum is negative. */
  corrects: z.string().trim().max(60).nullable().default(null),
  lines: z.array(ManualLine).min(1).max(500),
});
export type ManualInvoice = z.infer<typeof ManualInvoice>;

export const invoicesContract = {
  'invoice.list': query(
    z.object({
      filter: InvoiceFilter.default(InvoiceFilter.parse({})),
      sort: sortBy(['number', 'customer', 'issueDate', 'dueDate', 'gross', 'net']).default({
        by: 'number',
        descending: true,
      }),
      ...Page,
    }),
  ).returns<Listed<InvoiceRow> & { sums: { currency: CurrencyCode; net: Minor; gross: Minor; count: number }[] }>(),
  /** By id or by printed number. */
  'invoice.get': query(
    z.object({
      id: InvoiceId.nullable().default(null),
      number: z.string().nullable().default(null),
      allLines: z.boolean().default(false),
    }),
  ).returns<InvoiceDetail>(),
  /** What the invoice would be: same code as issuing it. */
  'invoice.preview': query(ManualInvoice).returns<{
    document: DraftDocument;
    findings: Finding[];
    explanation: ExplanationStep[];
    /** Over everything on the document: what `invoice.create` is given to issue this very one. */
    fingerprint: string;
  }>(),
  /**
   * Issues at once. Refuses while an error finding stands that is not accepted here, and when the document is no longer the
   * one whose fingerprint is given (somebody changed the customer, a product, the company).
   */
  'invoice.create': command(
    z.object({
      invoice: ManualInvoice,
      accept: z.array(z.string()).default([]),
      reason: z.string().trim().max(500).default(''),
      fingerprint: z.string().nullable().default(null),
    }),
  ).returns<InvoiceRow>(),
  /**
   * Renders (or finds the original) and answers where the bytes lie: under the engine's temporary folder for a preview,
   * or at `path` when one is given.
   */
  'document.pdf': query(
    z.object({
      of: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('draft'), id: DraftId }),
        z.object({ kind: z.literal('invoice'), id: InvoiceId }),
        z.object({ kind: z.literal('manual'), invoice: ManualInvoice }),
      ]),
      path: z.string().nullable().default(null),
    }),
  ).returns<{
    path: string;
    pages: number | null;
    sha256: string;
    original: boolean;
    missingGlyphs: string[];
    /** The logo could not be read, and is left out. */
    logoUnreadable: boolean;
  }>(),
  /** The accountant's workbook of a period's issued documents. */
  'export.workbook': job(
    z.object({
      path: z.string().min(1),
      from: IsoDate.nullable().default(null),
      to: IsoDate.nullable().default(null),
      runId: z.uuid().nullable().default(null),
    }),
  ).returns<{ path: string; invoices: number; lines: number }>(),
};
