/** The contract's queries that the reader answers by itself. */
import type { Output, Parsed, QueryName } from '#shared/contract/index.ts';
import { listAudit } from './audit.ts';
import { companySummary, getCompany } from './companies.ts';
import type { ReadContext } from './context.ts';
import { countCustomers, getCustomer, listCustomers, readCustomerRows } from './customers.ts';
import { todayAtHome } from './home.ts';
import { listImports } from './imports/index.ts';
import { listMaps } from './imports/maps.ts';
import { undoPreview } from './imports/undo.ts';
import { getInvoice, listInvoices } from './invoices.ts';
import { previewInvoice } from './issuing/manual.ts';
import { listJobs } from './jobs.ts';
import { listLines } from './lines.ts';
import { previewCopy } from './office/copy-settings.ts';
import { listUsers } from './people/users.ts';
import { countProducts, getProduct, listProducts, readProductRows } from './products.ts';
import { listFields } from './records/fields.ts';
import { findDuplicates, previewMerge } from './records/merge-preview.ts';
import { customerOpenItems } from './records/open-items.ts';
import { countSegment, listSegments } from './records/segments.ts';
import { listTags } from './records/tags.ts';
import { listViews } from './records/views.ts';
import { getDraft } from './runs/detail.ts';
import { getRun, listDrafts, listRuns } from './runs/list.ts';
import { backupStatus } from './safety/backup-status.ts';
import { previewErasure } from './safety/erasure-preview.ts';
import { searchAll, searchNamed } from './search.ts';
import { listSeries } from './series.ts';
import { latestUndo, listUndo } from './undo/apply.ts';

/** These need more than the database: a worker, a foreign file. The dispatcher puts them together. */
export type CompositeQuery = 'import.inspect' | 'import.preview' | 'import.paste' | 'document.pdf';
export type ReaderQuery = Exclude<QueryName, CompositeQuery>;

export const queries: { [N in ReaderQuery]: (ctx: ReadContext, input: Parsed<N>) => Promise<Output<N>> } = {
  'user.list': listUsers,
  'company.get': getCompany,
  'company.summary': companySummary,
  'series.list': listSeries,
  'home.today': todayAtHome,
  'settings.copyPreview': previewCopy,
  'customer.list': listCustomers,
  'customer.get': getCustomer,
  'customer.rows': readCustomerRows,
  'customer.count': countCustomers,
  'customer.openItems': customerOpenItems,
  'customer.duplicates': findDuplicates,
  'customer.mergePreview': previewMerge,
  'product.list': listProducts,
  'product.get': getProduct,
  'product.rows': readProductRows,
  'product.count': countProducts,
  'field.list': listFields,
  'tag.list': listTags,
  'segment.list': listSegments,
  'segment.count': countSegment,
  'view.list': listViews,
  'undo.list': listUndo,
  'undo.latest': latestUndo,
  'audit.list': listAudit,
  'line.list': listLines,
  'import.list': listImports,
  'import.undoPreview': undoPreview,
  'columnMap.list': listMaps,
  'run.list': listRuns,
  'run.get': getRun,
  'run.drafts': listDrafts,
  'draft.get': getDraft,
  'invoice.list': listInvoices,
  'invoice.get': getInvoice,
  'invoice.preview': previewInvoice,
  'job.list': listJobs,
  'backup.status': backupStatus,
  'erasure.preview': previewErasure,
  'search.all': searchAll,
  'search.named': searchNamed,
};
