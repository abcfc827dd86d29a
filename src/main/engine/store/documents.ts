/** Rows of `document` and `invoice`: what is issued, and what is known about it. */
import type { Insertable, Selectable } from 'kysely';
import { EngineError } from '#shared/model/error.ts';
import { chunksOf, insertRows } from './bulk.ts';
import type { ReadDb, Trx } from './database.ts';
import type { DocumentTable, InvoiceTable, InvoiceTaxTable } from './schema.ts';

export type DocumentRecord = Selectable<DocumentTable>;
export type InvoiceRecord = Selectable<InvoiceTable>;
export type NewDocument = Insertable<DocumentTable>;
export type NewInvoice = Insertable<InvoiceTable>;
export type NewInvoiceTax = Insertable<InvoiceTaxTable>;

/** The last link of the chain; ordinal 0 and an empty hash before the first document. */
export async function chainHead(db: ReadDb): Promise<{ ordinal: number; hash: string }> {
  const row = await db
    .selectFrom('document')
    .select(['id', 'chain_hash'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { ordinal: row.id, hash: row.chain_hash } : { ordinal: 0, hash: '' };
}

export async function insertIssued(
  trx: Trx,
  documents: readonly NewDocument[],
  invoices: readonly NewInvoice[],
  taxes: readonly NewInvoiceTax[],
): Promise<void> {
  await insertRows(trx, 'document', documents);
  await insertRows(trx, 'invoice', invoices);
  await insertRows(trx, 'invoice_tax', taxes);
}

export async function findInvoice(db: ReadDb, by: { id: string } | { number: string }): Promise<InvoiceRecord> {
  const query = db.selectFrom('invoice').selectAll();
  const row = await ('id' in by
    ? query.where('id', '=', by.id)
    : query.where('number', '=', by.number)
  ).executeTakeFirst();
  if (!row) throw new EngineError('not_found', { what: 'invoice', ...('number' in by ? { number: by.number } : {}) });
  return row;
}

export async function readDocument(db: ReadDb, ordinal: number): Promise<DocumentRecord> {
  const row = await db.selectFrom('document').selectAll().where('id', '=', ordinal).executeTakeFirst();
  if (!row) throw new EngineError('not_found', { what: 'document' });
  return row;
}

/** Issued documents that could be the same sale: by customer, with what comparing needs. */
export async function issuedTo(db: ReadDb, customerIds: readonly string[]) {
  const found = [];
  for (const part of chunksOf([...new Set(customerIds)], 500)) {
    found.push(
      ...(await db
        .selectFrom('invoice')
        .select([
          'id',
          'number',
          'kind',
          'customer_id',
          'reference_fold',
          'issue_date',
          'gross',
          'currency',
          'draft_id',
          'corrects_invoice_id',
        ])
        .where('customer_id', 'in', part)
        .execute()),
    );
  }
  return found;
}

export interface IssuedPageRow {
  invoice: InvoiceRecord;
  body: Buffer;
  sha256: string;
}

/** Issued documents in the order of the chain, after `after`, in pages. */
export async function issuedPage(
  db: ReadDb,
  after: number,
  limit: number,
  filter: { runId: string | null; from: string | null; to: string | null },
): Promise<IssuedPageRow[]> {
  let query = db
    .selectFrom('invoice')
    .innerJoin('document', 'document.id', 'invoice.document_id')
    .selectAll('invoice')
    .select(['document.body as body', 'document.sha256 as sha256'])
    .where('invoice.document_id', '>', after)
    .orderBy('invoice.document_id')
    .limit(limit);
  if (filter.runId !== null) query = query.where('invoice.run_id', '=', filter.runId);
  if (filter.from !== null) query = query.where('invoice.issue_date', '>=', filter.from);
  if (filter.to !== null) query = query.where('invoice.issue_date', '<=', filter.to);
  const rows = await query.execute();
  return rows.map(({ body, sha256, ...invoice }) => ({ invoice, body, sha256 }));
}
