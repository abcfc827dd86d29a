/** Customers, products, and the lines that wait to be billed. */
import { z } from 'zod';
import { type Customer, CustomerInput } from '../model/customer.ts';
import { CustomerId, type DraftId, type ImportId, type PendingLineId, ProductId, RunId } from '../model/ids.ts';
import { type Product, ProductInput } from '../model/product.ts';
import type { CurrencyCode, DecimalText, Instant, IsoDate, Minor } from '../model/values.ts';
import { command, query } from './define.ts';
import { type Listed, Page, selection, sortBy } from './list.ts';

const CustomerFilter = z.object({
  search: z.string().max(200).default(''),
  archived: z.boolean().default(false),
  /** Only those in which something mandatory is missing. */
  incomplete: z.boolean().default(false),
});
const ProductFilter = z.object({
  search: z.string().max(200).default(''),
  archived: z.boolean().default(false),
});

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

export type CustomerRow = Customer & { openLines: number; invoices: number; incomplete: boolean };
export interface AuditEntry {
  at: Instant;
  actor: string;
  action: string;
  params: Record<string, string | number>;
}

export const recordsContract = {
  'customer.list': query(
    z.object({
      filter: CustomerFilter.default(CustomerFilter.parse({})),
      sort: sortBy(['name', 'code', 'country', 'city', 'invoices', 'updatedAt']).default({
        by: 'name',
        descending: false,
      }),
      ...Page,
    }),
  ).returns<Listed<CustomerRow>>(),
  'customer.get': query(z.object({ id: CustomerId })).returns<Customer & { history: AuditEntry[] }>(),
  'customer.save': command(
    z.object({ id: CustomerId.nullable(), rowVersion: z.int().nullable(), customer: CustomerInput }),
  ).returns<Customer>(),

  'product.list': query(
    z.object({
      filter: ProductFilter.default(ProductFilter.parse({})),
      sort: sortBy(['name', 'code', 'unitPrice', 'updatedAt']).default({ by: 'name', descending: false }),
      ...Page,
    }),
  ).returns<Listed<Product>>(),
  'product.get': query(z.object({ id: ProductId })).returns<Product & { history: AuditEntry[] }>(),
  'product.save': command(
    z.object({ id: ProductId.nullable(), rowVersion: z.int().nullable(), product: ProductInput }),
  ).returns<Product>(),

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
