/** The contract's queries that the reader answers by itself. */
import type { Output, Parsed, QueryName } from '#shared/contract/index.ts';
import { companySummary, getCompany } from './companies.ts';
import type { ReadContext } from './context.ts';
import { getCustomer, listCustomers } from './customers.ts';
import { listImports } from './imports/index.ts';
import { getInvoice, listInvoices } from './invoices.ts';
import { previewInvoice } from './issuing/manual.ts';
import { listJobs } from './jobs.ts';
import { listLines } from './lines.ts';
import { getProduct, listProducts } from './products.ts';
import { getDraft } from './runs/detail.ts';
import { getRun, listDrafts, listRuns } from './runs/list.ts';
import { listSeries } from './series.ts';

/** These need more than the database: a worker, a foreign file. The dispatcher puts them together. */
export type CompositeQuery = 'import.inspect' | 'document.pdf';
export type ReaderQuery = Exclude<QueryName, CompositeQuery>;

export const queries: { [N in ReaderQuery]: (ctx: ReadContext, input: Parsed<N>) => Promise<Output<N>> } = {
  'company.get': getCompany,
  'company.summary': companySummary,
  'series.list': listSeries,
  'customer.list': listCustomers,
  'customer.get': getCustomer,
  'product.list': listProducts,
  'product.get': getProduct,
  'line.list': listLines,
  'import.list': listImports,
  'run.list': listRuns,
  'run.get': getRun,
  'run.drafts': listDrafts,
  'draft.get': getDraft,
  'invoice.list': listInvoices,
  'invoice.get': getInvoice,
  'invoice.preview': previewInvoice,
  'job.list': listJobs,
};
