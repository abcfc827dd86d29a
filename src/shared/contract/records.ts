/** Customers, products, and the lines that wait to be billed. */
import { z } from 'zod';
import { type Customer, CustomerInput } from '../model/customer.ts';
import { CustomChanges, type CustomValues, TagName, type TagRef } from '../model/fields.ts';
import {
  CustomerId,
  type DraftId,
  type ImportId,
  type InvoiceId,
  type PendingLineId,
  ProductId,
  RunId,
  TagId,
  type UndoId,
} from '../model/ids.ts';
import { type Product, ProductInput } from '../model/product.ts';
import type { CurrencyCode, DecimalText, Instant, IsoDate, Minor } from '../model/values.ts';
import type { AuditEntry } from './audit.ts';
import { command, query } from './define.ts';
import { type Listed, Page, selection, sortBy } from './list.ts';
import { CustomerPatch } from './merging.ts';
import { CustomerFilter, CustomerSelection, ProductFilter, ProductSelection, recordSort } from './record-filters.ts';

export type { AuditEntry } from './audit.ts';

export const LineStatus = z.enum(['open', 'drafted', 'billed', 'held', 'excluded']);
export type LineStatus = z.infer<typeof LineStatus>;

export const LineFilter = z.object({
  search: z.string().max(200).default(''),
  status: z.array(LineStatus).default(['open', 'held']),
  customerId: CustomerId.nullable().default(null),
  runId: RunId.nullable().default(null),
});

export interface PendingLine {
  id: PendingLineId;
  importId: ImportId | null;
  /** Where it came from: file, sheet and row; null when typed by hand. */
  source: { file: string; sheet: string | null; row: number } | null;
  status: LineStatus;
  /** Why it is held, a check id; null otherwise. */
  heldFor: string | null;
  draftId: DraftId | null;
  customerId: CustomerId | null;
  customerCode: string | null;
  customerName: string | null;
  invoiceReference: string | null;
  date: IsoDate | null;
  productCode: string | null;
  description: string | null;
  quantity: DecimalText;
  unit: string | null;
  unitPrice: DecimalText | null;
  discountPercent: DecimalText | null;
  currency: CurrencyCode;
  /** quantity x price less discount, rounded; null while the price is missing. */
  net: Minor | null;
}

/** What the office added to a record. */
export interface Extras {
  tags: TagRef[];
  custom: CustomValues;
}

export type CustomerRow = Customer &
  Extras & {
    openLines: number;
    /** With those of the customers that were merged into it. */
    invoices: number;
    incomplete: boolean;
    /** Archived, as it was merged into this one. */
    mergedInto: CustomerId | null;
  };
export type ProductRow = Product & Extras;

const customerColumns = [
  'name',
  'code',
  'kind',
  'country',
  'city',
  'postcode',
  'email',
  'vatNumber',
  'language',
  'currency',
  'paymentTermsDays',
  'openLines',
  'invoices',
  'createdAt',
  'updatedAt',
] as const;
const productColumns = [
  'name',
  'code',
  'supply',
  'unit',
  'unitPrice',
  'currency',
  'taxClass',
  'createdAt',
  'updatedAt',
] as const;
export const CustomerSort = recordSort(customerColumns);
export type CustomerSort = z.output<typeof CustomerSort>;
export const ProductSort = recordSort(productColumns);
export type ProductSort = z.output<typeof ProductSort>;
const byName = { by: 'name', descending: false } as const;

/** Rows for copying or writing out: as many as fit one reply (about half a megabyte), and where to read on. */
export interface RowsPage<R> {
  rows: R[];
  total: number;
  /** `from` of the next call; null at the end. */
  next: number | null;
  revision: number;
}
const from = z.int().min(0).default(0);

export interface BulkResult {
  changed: number;
  /** They read so already. */
  unchanged: number;
  /** Codes of the error catalogue: `customer_merged`, `customer_erased`, `row_gone`. */
  skipped: { reason: string; count: number }[];
  /** To take all of it back in one step; null where nothing changed. */
  undoId: UndoId | null;
}
/** What every bulk edit may do beside the fields themselves. */
const bulkExtras = {
  custom: CustomChanges.default({}),
  addTags: z.array(TagName).max(20).default([]),
  removeTags: z.array(TagId).max(50).default([]),
  archived: z.boolean().optional(),
};
/** How many rows the person saw chosen. Throws `selection_changed` where it is another number by now. */
const expected = z.int().min(0).nullable().default(null);

/** What a form adds to a record. `tags`: all that it bears afterwards; null leaves them. */
const formExtras = { tags: z.array(TagName).max(50).nullable().default(null), custom: CustomChanges.default({}) };

/** A name of its own on what was issued stays: `customerName` is the wording of the invoice. */
export interface OpenItems {
  lines: {
    id: PendingLineId;
    status: 'open' | 'held' | 'drafted';
    date: IsoDate | null;
    invoiceReference: string | null;
    description: string | null;
    currency: CurrencyCode;
    net: Minor | null;
  }[];
  drafts: {
    id: DraftId;
    runId: RunId;
    runName: string;
    status: 'open' | 'approved' | 'held' | 'excluded';
    reference: string | null;
    kind: 'invoice' | 'credit_note';
    currency: CurrencyCode;
    gross: Minor;
  }[];
  invoices: {
    id: InvoiceId;
    number: string;
    kind: 'invoice' | 'credit_note';
    customerName: string;
    reference: string | null;
    issueDate: IsoDate;
    dueDate: IsoDate | null;
    currency: CurrencyCode;
    gross: Minor;
    /** Taken back by credit notes that name it. */
    credited: Minor;
    /** Days since it fell due; 0 or less: not yet. Null without a due date and for a credit note. */
    daysPastDue: number | null;
  }[];
  /** How many there are of each; the lists hold the newest 200. */
  totals: { lines: number; drafts: number; invoices: number };
  sums: {
    currency: CurrencyCode;
    openLines: { count: number; net: Minor };
    heldLines: { count: number; net: Minor };
    drafts: { count: number; gross: Minor };
    invoices: { count: number; gross: Minor };
  }[];
}

export type CustomerDetail = Customer &
  Extras & {
    history: AuditEntry[];
    /** Where it was merged into another. */
    mergedInto: { id: CustomerId; code: string; name: string | null } | null;
    /** Those merged into it. */
    merged: { id: CustomerId; code: string; name: string | null }[];
    /** When the personal data went; null while it stands. */
    erasedAt: Instant | null;
  };
export type ProductDetail = Product & Extras & { history: AuditEntry[] };

export const recordsContract = {
  'customer.list': query(
    z.object({ filter: CustomerFilter.default(CustomerFilter.parse({})), sort: CustomerSort.default(byName), ...Page }),
  ).returns<Listed<CustomerRow>>(),
  /** Every row of a choice, in pages: copy to a spreadsheet, write to a file. */
  'customer.rows': query(z.object({ selection: CustomerSelection, sort: CustomerSort.default(byName), from })).returns<
    RowsPage<CustomerRow>
  >(),
  'customer.count': query(z.object({ selection: CustomerSelection })).returns<{ count: number; revision: number }>(),
  'customer.get': query(z.object({ id: CustomerId })).returns<CustomerDetail>(),
  'customer.openItems': query(z.object({ id: CustomerId })).returns<OpenItems>(),
  /** Throws `code_taken`, `row_changed`, `not_found`, `customer_merged`, `custom_value_invalid` (place: `custom.<id>`). */
  'customer.save': command(
    z.object({ id: CustomerId.nullable(), rowVersion: z.int().nullable(), customer: CustomerInput, ...formExtras }),
  ).returns<Customer & Extras>(),
  /** All in one step, one line in the trail, one undo. */
  'customer.bulkEdit': command(
    z.object({
      selection: CustomerSelection,
      expected,
      changes: z.object({ set: CustomerPatch.omit({ name: true }).default({}), ...bulkExtras }),
    }),
  ).returns<BulkResult>(),

  'product.list': query(
    z.object({ filter: ProductFilter.default(ProductFilter.parse({})), sort: ProductSort.default(byName), ...Page }),
  ).returns<Listed<ProductRow>>(),
  'product.rows': query(z.object({ selection: ProductSelection, sort: ProductSort.default(byName), from })).returns<
    RowsPage<ProductRow>
  >(),
  'product.count': query(z.object({ selection: ProductSelection })).returns<{ count: number; revision: number }>(),
  'product.get': query(z.object({ id: ProductId })).returns<ProductDetail>(),
  'product.save': command(
    z.object({ id: ProductId.nullable(), rowVersion: z.int().nullable(), product: ProductInput, ...formExtras }),
  ).returns<Product & Extras>(),
  'product.bulkEdit': command(
    z.object({
      selection: ProductSelection,
      expected,
      changes: z.object({
        set: ProductInput.omit({ code: true, name: true, archived: true }).partial().default({}),
        ...bulkExtras,
      }),
    }),
  ).returns<BulkResult>(),

  'line.list': query(
    z.object({
      filter: LineFilter.default(LineFilter.parse({})),
      sort: sortBy(['date', 'customer', 'reference', 'net', 'product']).default({ by: 'date', descending: true }),
      ...Page,
    }),
  ).returns<Listed<PendingLine> & { sums: { currency: CurrencyCode; count: number; net: Minor }[] }>(),
  /** Gives held lines their customer (they become open), holds, excludes or reopens lines that are in no draft. */
  'line.decide': command(
    z.object({
      selection: selection(LineFilter),
      decision: z.enum(['assign', 'hold', 'exclude', 'reopen']),
      customerId: CustomerId.nullable().default(null),
    }),
  ).returns<{ changed: number; skipped: number }>(),
};

export type PendingLineSelection = z.infer<ReturnType<typeof selection<typeof LineFilter>>>;
