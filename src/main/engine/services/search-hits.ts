/** What a search shows of the records that it found: read by id, in the order of finding. */
import type { SearchHit, SearchKind } from '#shared/contract/search.ts';
import { CustomerId, DraftId, ImportId, InvoiceId, PendingLineId, ProductId, RunId } from '#shared/model/ids.ts';
import type { ReadDb } from '../store/database.ts';
import { inOrder } from './views.ts';

type Reader = (db: ReadDb, ids: readonly string[]) => Promise<SearchHit[]>;

/** The hits of one kind. An id that is of no such record (any more) is left out. */
export async function hitsById(db: ReadDb, kind: SearchKind, ids: readonly string[]): Promise<SearchHit[]> {
  return ids.length === 0 ? [] : inOrder(ids, await readers[kind](db, ids));
}

const customers: Reader = async (db, ids) => {
  const rows = await db
    .selectFrom('customer')
    .select(['id', 'code', 'name', 'city', 'archived'])
    .where('id', 'in', [...ids])
    .where('merged_into', 'is', null)
    .execute();
  return rows.map((row) => ({
    kind: 'customer',
    id: CustomerId.parse(row.id),
    code: row.code,
    name: row.name,
    city: row.city,
    archived: row.archived === 1,
  }));
};

const invoices: Reader = async (db, ids) => {
  const rows = await db
    .selectFrom('invoice')
    .select(['id', 'number', 'kind', 'customer_name', 'reference', 'issue_date', 'currency', 'net', 'gross'])
    .where('id', 'in', [...ids])
    .execute();
  return rows.map((row) => ({
    kind: 'invoice',
    id: InvoiceId.parse(row.id),
    number: row.number,
    document: row.kind,
    customerName: row.customer_name,
    reference: row.reference,
    issueDate: row.issue_date,
    currency: row.currency,
    net: row.net,
    gross: row.gross,
  }));
};

const products: Reader = async (db, ids) => {
  const rows = await db
    .selectFrom('product')
    .select(['id', 'code', 'name', 'archived'])
    .where('id', 'in', [...ids])
    .execute();
  return rows.map((row) => ({
    kind: 'product',
    id: ProductId.parse(row.id),
    code: row.code,
    name: row.name,
    archived: row.archived === 1,
  }));
};

const runs: Reader = async (db, ids) => {
  const rows = await db
    .selectFrom('bill_run')
    .select(['id', 'name', 'status', 'issue_date'])
    .where('id', 'in', [...ids])
    .execute();
  return rows.map((row) => ({
    kind: 'run',
    id: RunId.parse(row.id),
    name: row.name,
    status: row.status,
    issueDate: row.issue_date,
  }));
};

const drafts: Reader = async (db, ids) => {
  const rows = await db
    .selectFrom('draft')
    .innerJoin('bill_run', 'bill_run.id', 'draft.run_id')
    .select(['draft.id', 'bill_run.id as run_id', 'bill_run.name as run_name'])
    .select(['customer_name', 'customer_code', 'reference', 'draft.status', 'currency', 'gross'])
    .where('draft.id', 'in', [...ids])
    .execute();
  return rows.map((row) => ({
    kind: 'draft',
    id: DraftId.parse(row.id),
    runId: RunId.parse(row.run_id),
    runName: row.run_name,
    customerName: row.customer_name,
    customerCode: row.customer_code,
    reference: row.reference,
    status: row.status,
    currency: row.currency,
    gross: row.gross,
  }));
};

const lines: Reader = async (db, ids) => {
  const rows = await db
    .selectFrom('pending_line')
    .select(['id', 'invoice_reference', 'customer_code', 'description', 'status', 'date'])
    .where('id', 'in', [...ids])
    .execute();
  return rows.map((row) => ({
    kind: 'line',
    id: PendingLineId.parse(row.id),
    reference: row.invoice_reference,
    customerCode: row.customer_code,
    description: row.description,
    status: row.status,
    date: row.date,
  }));
};

const imports: Reader = async (db, ids) => {
  const rows = await db
    .selectFrom('import_batch')
    .select(['id', 'file_name', 'kind', 'at', 'rows'])
    .where('id', 'in', [...ids])
    .execute();
  return rows.map((row) => ({
    kind: 'import',
    id: ImportId.parse(row.id),
    fileName: row.file_name,
    of: row.kind,
    at: row.at,
    rows: row.rows,
  }));
};

const readers: Record<SearchKind, Reader> = {
  customer: customers,
  invoice: invoices,
  product: products,
  run: runs,
  draft: drafts,
  line: lines,
  import: imports,
};
