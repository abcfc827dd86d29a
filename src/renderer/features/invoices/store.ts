/** How the invoices' list was left, and what the next hand-made invoice begins with. Interface state only. */
import { z } from 'zod';
import { create } from 'zustand';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import { CustomerId, RunId } from '#shared/model/ids.ts';
import { CurrencyCode, IsoDate } from '#shared/model/values.ts';
import { keepStore } from '../../app/routes.ts';
import { onForget } from '../../app/session.ts';

export type InvoiceTab = 'any' | 'not_due' | 'overdue' | 'credited' | 'credit_note';

export interface InvoicesView {
  tab: InvoiceTab;
  search: string;
  run: { id: RunId; name: string } | null;
  customer: { id: CustomerId; name: string } | null;
  from: IsoDate | null;
  to: IsoDate | null;
  currency: CurrencyCode | null;
}

export const allInvoices: InvoicesView = {
  tab: 'any',
  search: '',
  run: null,
  customer: null,
  from: null,
  to: null,
  currency: null,
};

export const sortKeys = ['number', 'customer', 'issueDate', 'dueDate', 'gross', 'net'] as const;

/** A view as a saved one keeps it; all invoices where it is not readable. */
const KeptView: z.ZodType<InvoicesView> = z.object({
  tab: z.enum(['any', 'not_due', 'overdue', 'credited', 'credit_note']),
  search: z.string().max(200),
  run: z.object({ id: RunId, name: z.string() }).nullable(),
  customer: z.object({ id: CustomerId, name: z.string() }).nullable(),
  from: IsoDate.nullable(),
  to: IsoDate.nullable(),
  currency: CurrencyCode.nullable(),
});
export const readInvoicesView = (kept: unknown): InvoicesView => KeptView.safeParse(kept).data ?? allInvoices;

interface InvoicesState {
  view: InvoicesView;
  sort: { by: (typeof sortKeys)[number]; descending: boolean };
  /** The invoice that the next hand-made one credits. */
  crediting: InvoiceDetail | null;
}

const atFirst: InvoicesState = { view: allInvoices, sort: { by: 'number', descending: true }, crediting: null };
export const useInvoices = create<InvoicesState>(() => atFirst);
onForget(() => useInvoices.setState(atFirst));

/** The list opens on the documents of one customer. */
export const showInvoicesOfCustomer = (id: CustomerId, name: string): void =>
  useInvoices.setState({ view: { ...allInvoices, customer: { id, name } } });

keepStore(
  'invoices',
  () => ({ view: useInvoices.getState().view, sort: useInvoices.getState().sort }),
  (state) => useInvoices.setState(state),
);

/** The list opens on the documents of one run. */
export const showInvoicesOf = (id: RunId, name: string): void =>
  useInvoices.setState({ view: { ...allInvoices, run: { id, name } } });
