/** How the invoices' list was left, and what the next hand-made invoice begins with. Interface state only. */
import { create } from 'zustand';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import type { CustomerId, RunId } from '#shared/model/ids.ts';
import type { CurrencyCode, IsoDate } from '#shared/model/values.ts';

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

interface InvoicesState {
  view: InvoicesView;
  sort: { by: 'number' | 'customer' | 'issueDate' | 'dueDate' | 'gross' | 'net'; descending: boolean };
  /** The invoice that the next hand-made one credits. */
  crediting: InvoiceDetail | null;
}

export const useInvoices = create<InvoicesState>(() => ({
  view: allInvoices,
  sort: { by: 'number', descending: true },
  crediting: null,
}));

/** The list opens on the documents of one run. */
export const showInvoicesOf = (id: RunId, name: string): void =>
  useInvoices.setState({ view: { ...allInvoices, run: { id, name } } });
