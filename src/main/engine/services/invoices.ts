/** What has been issued, as lists and panels show it. State is derived here from entries, never stored. */
import { type SqlBool, sql } from 'kysely';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { InvoiceRow, InvoiceState } from '#shared/contract/invoices.ts';
import { FrozenDocument } from '#shared/model/document.ts';
import { EngineError } from '#shared/model/error.ts';
import { CustomerId, InvoiceId, RunId } from '#shared/model/ids.ts';
import type { IsoDate } from '#shared/model/values.ts';
import { daysBetween } from '../domain/calendar.ts';
import { fold } from '../domain/text/fold.ts';
import { readAudit, readCompany, readRevision } from '../store/company.ts';
import type { ReadDb } from '../store/database.ts';
import { findInvoice, type InvoiceRecord, readDocument } from '../store/documents.ts';
import { type ReadContext, todayIn } from './context.ts';
import { shownLines } from './runs/detail.ts';
import { containing, exactSum, inOrder, sumOf } from './views.ts';

/** What credit notes took off an invoice; negative, or 0. */
const credited = sql<number>`(SELECT coalesce(sum(c.gross), 0) FROM invoice c WHERE c.corrects_invoice_id = invoice.id)`;

function matching(db: ReadDb, filter: Parsed<'invoice.list'>['filter'], today: IsoDate) {
  let query = db.selectFrom('invoice');
  if (filter.runId !== null) query = query.where('run_id', '=', filter.runId);
  if (filter.customerId !== null) query = query.where('customer_id', '=', filter.customerId);
  if (filter.currency !== null) query = query.where('currency', '=', filter.currency);
  if (filter.from !== null) query = query.where('issue_date', '>=', filter.from);
  if (filter.to !== null) query = query.where('issue_date', '<=', filter.to);
  const fully = sql<SqlBool>`invoice.gross <> 0 AND invoice.gross + ${credited} <= 0`;
  const notFully = sql<SqlBool>`NOT (invoice.gross <> 0 AND invoice.gross + ${credited} <= 0)`;
  if (filter.state === 'credit_note') query = query.where('kind', '=', 'credit_note');
  if (filter.state === 'credited') query = query.where('kind', '=', 'invoice').where(fully);
  if (filter.state === 'overdue')
    query = query.where('kind', '=', 'invoice').where('due_date', '<', today).where(notFully);
  if (filter.state === 'not_due') {
    query = query
      .where('kind', '=', 'invoice')
      .where((eb) => eb.or([eb('due_date', 'is', null), eb('due_date', '>=', today)]))
      .where(notFully);
  }
  if (filter.search.trim() !== '') {
    query = query.where(sql<SqlBool>`search_fold LIKE ${containing(fold(filter.search))} ESCAPE '\\'`);
  }
  return query;
}

export async function listInvoices(ctx: ReadContext, input: Parsed<'invoice.list'>): Promise<Output<'invoice.list'>> {
  const revision = await readRevision(ctx.db);
  const today = await companyToday(ctx.db, ctx.now);
  const { filter, sort } = input;
  const view = await ctx.views.get(`invoices ${today} ${JSON.stringify([filter, sort])}`, revision, async () => {
    const column = {
      number: sql`document_id`,
      customer: sql`customer_fold`,
      issueDate: sql`issue_date`,
      dueDate: sql`coalesce(due_date, '9999')`,
      gross: sql`gross`,
      net: sql`net`,
    }[sort.by];
    const rows = await matching(ctx.db, filter, today)
      .select('id')
      .orderBy(column, sort.descending ? 'desc' : 'asc')
      .orderBy('document_id', 'desc')
      .execute();
    const sums = await matching(ctx.db, filter, today)
      .select((eb) => [
        'currency',
        eb.fn.countAll<number>().as('count'),
        sumOf(eb.ref('net')).as('net'),
        sumOf(eb.ref('gross')).as('gross'),
      ])
      .groupBy('currency')
      .orderBy('currency')
      .execute();
    return {
      ids: rows.map((row) => row.id),
      summary: sums.map((row) => ({ ...row, net: exactSum(row.net), gross: exactSum(row.gross) })),
    };
  });
  const ids = view.ids.slice(input.offset, input.offset + input.limit);
  return { rows: await invoiceRows(ctx.db, ids, ctx.now), total: view.ids.length, revision, sums: view.summary };
}

async function companyToday(db: ReadDb, now: string): Promise<IsoDate> {
  return todayIn((await readCompany(db)).company.zone, now);
}

/** Rows in the order of the ids, with their state on the company's today. */
export async function invoiceRows(db: ReadDb, ids: readonly string[], now: string): Promise<InvoiceRow[]> {
  if (ids.length === 0) return [];
  const today = await companyToday(db, now);
  const rows = await db
    .selectFrom('invoice')
    .selectAll()
    .select(credited.as('credited'))
    .where('id', 'in', [...ids])
    .execute();
  return inOrder(ids, rows).map((row) => invoiceRow(row, row.credited, today));
}

function stateOf(row: InvoiceRecord, taken: number, today: IsoDate): InvoiceState {
  if (row.kind === 'credit_note') return 'credit_note';
  if (row.gross !== 0 && row.gross + taken <= 0) return 'credited';
  return row.due_date !== null && row.due_date < today ? 'overdue' : 'not_due';
}

function invoiceRow(row: InvoiceRecord, taken: number, today: IsoDate): InvoiceRow {
  const state = stateOf(row, taken, today);
  return {
    id: InvoiceId.parse(row.id),
    number: row.number,
    kind: row.kind,
    state,
    customerId: CustomerId.parse(row.customer_id),
    customerCode: row.customer_code,
    customerName: row.customer_name,
    country: row.country,
    reference: row.reference,
    issueDate: row.issue_date,
    dueDate: row.due_date,
    daysLate: state === 'overdue' && row.due_date !== null ? daysBetween(row.due_date, today) : 0,
    currency: row.currency,
    net: row.net,
    tax: row.tax,
    gross: row.gross,
    runId: row.run_id === null ? null : RunId.parse(row.run_id),
  };
}

export async function getInvoice(ctx: ReadContext, input: Parsed<'invoice.get'>): Promise<Output<'invoice.get'>> {
  if (input.id === null && input.number === null) {
    throw new EngineError('bad_input', { field: 'number' }, { place: { field: 'number' } });
  }
  const record = await findInvoice(ctx.db, input.id === null ? { number: input.number ?? '' } : { id: input.id });
  const document = await readDocument(ctx.db, record.document_id);
  const [row] = await invoiceRows(ctx.db, [record.id], ctx.now);
  if (!row) throw new EngineError('not_found', { what: 'invoice' });
  const related = await ctx.db
    .selectFrom('invoice')
    .select(['id', 'number', 'corrects_invoice_id'])
    .where((eb) => eb.or([eb('corrects_invoice_id', '=', record.id), eb('id', '=', record.corrects_invoice_id ?? '')]))
    .orderBy('document_id')
    .execute();
  const brief = (item: { id: string; number: string }) => ({ id: InvoiceId.parse(item.id), number: item.number });
  const corrected = related.find((item) => item.id === record.corrects_invoice_id);
  const files = await ctx.db.selectFrom('archive_file').selectAll().where('invoice_id', '=', record.id).execute();
  const frozen = FrozenDocument.parse(JSON.parse(document.body.toString('utf8')));
  return {
    row,
    document: { ...frozen, lines: shownLines(frozen.lines, input.allLines) },
    linesTotal: frozen.lines.length,
    sha256: document.sha256,
    history: [
      ...(await readAudit(ctx.db, record.id, 50)),
      ...(record.run_id === null
        ? []
        : (await readAudit(ctx.db, record.run_id, 20)).filter((event) => event.action === 'run.finalised')),
    ].sort((a, b) => (a.at < b.at ? 1 : -1)),
    creditedBy: related.filter((item) => item.corrects_invoice_id === record.id).map(brief),
    corrects: corrected ? brief(corrected) : null,
    files: files.map((file) => ({ path: file.delivered_path, at: file.at, sha256: file.sha256 })),
  };
}
