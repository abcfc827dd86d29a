/** What is open with a customer: lines that wait, drafts in review, what was issued. With those that were merged into it. */
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { OpenItems } from '#shared/contract/records.ts';
import { EngineError } from '#shared/model/error.ts';
import { DraftId, InvoiceId, PendingLineId, RunId } from '#shared/model/ids.ts';
import { daysBetween } from '../../domain/calendar.ts';
import { readCompany } from '../../store/company.ts';
import { findCustomer, mergedInto } from '../../store/customers.ts';
import type { ReadDb } from '../../store/database.ts';
import { type ReadContext, todayIn } from '../context.ts';
import { exactSum, sumOf } from '../views.ts';

const SHOWN = 200;
const LINES = ['open', 'held', 'drafted'] as const;
const DRAFTS = ['open', 'approved', 'held', 'excluded'] as const;

export async function customerOpenItems(
  ctx: ReadContext,
  input: Parsed<'customer.openItems'>,
): Promise<Output<'customer.openItems'>> {
  const { db } = ctx;
  if (!(await findCustomer(db, input.id))) throw new EngineError('not_found', { what: 'customer' });
  const ids = [input.id, ...(await mergedInto(db, input.id)).map(({ id }) => id)];
  const today = todayIn((await readCompany(db)).company.zone, ctx.now);
  return {
    lines: await linesOf(db, ids),
    drafts: await draftsOf(db, ids),
    invoices: await invoicesOf(db, ids, today),
    ...(await sumsOf(db, ids)),
  };
}

async function linesOf(db: ReadDb, ids: readonly string[]): Promise<OpenItems['lines']> {
  const rows = await db
    .selectFrom('pending_line')
    .select(['id', 'status', 'date', 'invoice_reference', 'description', 'currency', 'net'])
    .where('customer_id', 'in', ids)
    .where('status', 'in', LINES)
    .$narrowType<{ status: (typeof LINES)[number] }>()
    .orderBy('date', 'desc')
    .orderBy('ordinal')
    .limit(SHOWN)
    .execute();
  return rows.map(({ id, invoice_reference, ...row }) => ({
    id: PendingLineId.parse(id),
    ...row,
    invoiceReference: invoice_reference,
  }));
}

async function draftsOf(db: ReadDb, ids: readonly string[]): Promise<OpenItems['drafts']> {
  const rows = await db
    .selectFrom('draft')
    .innerJoin('bill_run', 'bill_run.id', 'draft.run_id')
    .select([
      'draft.id',
      'bill_run.id as run_id',
      'bill_run.name as run_name',
      'draft.status',
      'reference',
      'kind',
      'currency',
      'gross',
    ])
    .where('draft.customer_id', 'in', ids)
    .where('draft.status', 'in', DRAFTS)
    .$narrowType<{ status: (typeof DRAFTS)[number] }>()
    .orderBy('draft.id', 'desc')
    .limit(SHOWN)
    .execute();
  return rows.map(({ id, run_id, run_name, ...row }) => ({
    id: DraftId.parse(id),
    runId: RunId.parse(run_id),
    runName: run_name,
    ...row,
  }));
}

async function invoicesOf(db: ReadDb, ids: readonly string[], today: string): Promise<OpenItems['invoices']> {
  const rows = await db
    .selectFrom('invoice')
    .select((eb) => [
      'id',
      'number',
      'kind',
      'customer_name',
      'reference',
      'issue_date',
      'due_date',
      'currency',
      'gross',
      eb
        .selectFrom('invoice as credit')
        .select((inner) => sumOf(inner.ref('credit.gross')).as('sum'))
        .whereRef('credit.corrects_invoice_id', '=', 'invoice.id')
        .as('credited'),
    ])
    .where('customer_id', 'in', ids)
    .orderBy('document_id', 'desc')
    .limit(SHOWN)
    .execute();
  return rows.map((row) => ({
    id: InvoiceId.parse(row.id),
    number: row.number,
    kind: row.kind,
    customerName: row.customer_name,
    reference: row.reference,
    issueDate: row.issue_date,
    dueDate: row.due_date,
    currency: row.currency,
    gross: row.gross,
    // Credit notes are kept with their sign: what they took back is the opposite.
    credited: 0 - exactSum(row.credited),
    daysPastDue: row.due_date === null || row.kind === 'credit_note' ? null : daysBetween(row.due_date, today),
  }));
}

async function sumsOf(db: ReadDb, ids: readonly string[]): Promise<Pick<OpenItems, 'totals' | 'sums'>> {
  const lines = await db
    .selectFrom('pending_line')
    .select((eb) => ['currency', 'status', eb.fn.countAll<number>().as('count'), sumOf(eb.ref('net')).as('sum')])
    .where('customer_id', 'in', ids)
    .where('status', 'in', LINES)
    .groupBy(['currency', 'status'])
    .execute();
  const drafts = await db
    .selectFrom('draft')
    .select((eb) => ['currency', eb.fn.countAll<number>().as('count'), sumOf(eb.ref('gross')).as('sum')])
    .where('customer_id', 'in', ids)
    .where('status', 'in', DRAFTS)
    .groupBy('currency')
    .execute();
  const invoices = await db
    .selectFrom('invoice')
    .select((eb) => ['currency', eb.fn.countAll<number>().as('count'), sumOf(eb.ref('gross')).as('sum')])
    .where('customer_id', 'in', ids)
    .groupBy('currency')
    .execute();
  const by = new Map<string, OpenItems['sums'][number]>();
  const of = (currency: string) => {
    const none = () => ({ count: 0, net: 0 });
    const known = by.get(currency) ?? {
      currency,
      openLines: none(),
      heldLines: none(),
      drafts: { count: 0, gross: 0 },
      invoices: { count: 0, gross: 0 },
    };
    by.set(currency, known);
    return known;
  };
  for (const row of lines) {
    const sums = { count: row.count, net: exactSum(row.sum) };
    if (row.status === 'open') of(row.currency).openLines = sums;
    if (row.status === 'held') of(row.currency).heldLines = sums;
  }
  for (const row of drafts) of(row.currency).drafts = { count: row.count, gross: exactSum(row.sum) };
  for (const row of invoices) of(row.currency).invoices = { count: row.count, gross: exactSum(row.sum) };
  const total = (rows: readonly { count: number }[]) => rows.reduce((sum, row) => sum + row.count, 0);
  return {
    totals: { lines: total(lines), drafts: total(drafts), invoices: total(invoices) },
    sums: [...by.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1)),
  };
}
