/** `verify`: is what was issued still what was issued, are the numbers whole, do lines, invoices and totals agree. */
import type { VerifyReport } from '#shared/contract/company.ts';
import { FrozenDocument } from '#shared/model/document.ts';
import { chainHash, sha256 } from '../domain/invoice/canonical.ts';
import { computeTotals } from '../domain/invoice/totals.ts';
import { sum } from '../domain/money/money.ts';
import { fold } from '../domain/text/fold.ts';
import { readHead } from '../ports/head-store.ts';
import { readMeta } from '../store/company.ts';
import type { ReadDb } from '../store/database.ts';
import { changedTriggers } from '../store/triggers.ts';
import type { ReadContext } from './context.ts';
import { signOf } from './runs/compose.ts';
import { checkNumbers, checkSeries } from './verify-numbers.ts';
import { exactSum, sumOf } from './views.ts';

const PAGE = 500;
/** Beyond this a list of faults helps nobody. */
const MOST_PROBLEMS = 200;

type Problem = VerifyReport['problems'][number];
type Found = (code: string, params: Problem['params']) => void;

export async function verifyCompany(ctx: ReadContext): Promise<VerifyReport> {
  const problems: Problem[] = [];
  const found: Found = (code, params) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ code, params });
  };
  const { db } = ctx;
  for (const name of await changedTriggers(db)) found('trigger_changed', { name });
  const { documents, lines } = await walkDocuments(ctx, found);
  await checkHead(ctx, found);
  await checkNumbers(db, found);
  await checkSeries(ctx, found);
  await checkBilledLines(db, found);
  const totals = await totalsOf(db);
  return { ok: problems.length === 0, documents, lines, totals, lineBalance: await lineBalance(db), problems };
}

/** The chain link by link; each body against its hash; each invoice row and its totals against its body. */
async function walkDocuments(ctx: ReadContext, found: Found): Promise<{ documents: number; lines: number }> {
  const { db } = ctx;
  const count = await db
    .selectFrom('document')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  let previous = '';
  let ordinal = 0;
  let lines = 0;
  for (;;) {
    ctx.throwIfCancelled();
    const page = await db
      .selectFrom('document')
      .leftJoin('invoice', 'invoice.document_id', 'document.id')
      .leftJoin('draft', 'draft.id', 'invoice.draft_id')
      .selectAll('document')
      .select([
        'invoice.id as invoice_id',
        'invoice.number as invoice_number',
        'invoice.net',
        'invoice.tax',
        'invoice.gross',
        'invoice.draft_id',
        'invoice.kind as invoice_kind',
        'invoice.currency',
        'invoice.issue_date',
        'invoice.tax_point',
        'invoice.due_date',
        'invoice.customer_code',
        'invoice.customer_name',
        'invoice.reference',
        'invoice.country',
        'invoice.number_fold',
        'invoice.customer_id',
        'invoice.created_at as invoice_created_at',
        'draft.customer_id as draft_customer_id',
        'draft.invoice_id as draft_invoice_id',
      ])
      .where('document.id', '>', ordinal)
      .orderBy('document.id')
      .limit(PAGE)
      .execute();
    if (page.length === 0) return { documents: ordinal, lines };
    const taxes = await taxesOf(
      db,
      page.flatMap((row) => row.invoice_id ?? []),
    );
    for (const row of page) {
      if (row.id !== ordinal + 1) found('document_missing', { ordinal: ordinal + 1 });
      ordinal = row.id;
      const link = chainHash(previous === '' ? null : previous, row.sha256, row.id, row.number);
      if (row.previous_hash !== previous || row.chain_hash !== link)
        found('document_chain_broken', { number: row.number });
      previous = row.chain_hash;
      if (row.invoice_id === null) found('invoice_row_missing', { number: row.number });
      if (sha256(row.body) !== row.sha256) {
        found('document_changed', { number: row.number });
        continue;
      }
      const document = readFrozen(row.body);
      if (document === null) {
        found('document_changed', { number: row.number });
        continue;
      }
      lines += document.lines.length;
      checkTotals(document, row.number, found);
      // What the chain's hashes do not cover of the row itself.
      if (row.kind !== document.kind || row.format_version !== document.format || row.number !== document.number) {
        found('document_changed', { number: row.number });
      }
      if (row.invoice_id === null) continue;
      const { invoice_kind: kind, invoice_number: number, ...rest } = row;
      const same = isSame(document, { ...rest, kind, number }, taxes.get(row.invoice_id) ?? []);
      if (!same) found('invoice_row_differs', { number: row.number });
    }
    ctx.report(ordinal, count.n);
  }
}

function checkTotals(document: FrozenDocument, number: string, found: Found): void {
  const again = computeTotals({
    lines: document.lines.map((line) => ({
      net: line.net,
      tax: {
        category: line.taxes[0]?.category ?? 'S',
        rate: line.taxes[0]?.rate ?? '0',
        reasonCode: line.taxes[0]?.reasonCode ?? null,
        reason: null,
      },
    })),
    allowancesCharges: document.allowancesCharges,
    prepaid: document.totals.prepaid,
    rounding: document.totals.rounding,
  });
  if (JSON.stringify(Object.entries(again.totals).sort()) !== JSON.stringify(Object.entries(document.totals).sort())) {
    found('document_totals_differ', { number });
  }
}

/** Null where the bytes are no document of ours: somebody wrote them along with their hash. */
function readFrozen(body: Buffer): FrozenDocument | null {
  try {
    return FrozenDocument.parse(JSON.parse(body.toString('utf8')));
  } catch {
    return null;
  }
}

interface KeptTax {
  category: string;
  rate: string;
  base: number;
  tax: number;
}

/** The breakdowns kept beside these invoices, for lists and sums. */
async function taxesOf(db: ReadDb, ids: readonly string[]): Promise<Map<string, KeptTax[]>> {
  const byInvoice = new Map<string, KeptTax[]>();
  const rows = await db
    .selectFrom('invoice_tax')
    .selectAll()
    .where('invoice_id', 'in', [...ids])
    .execute();
  for (const { invoice_id: id, ...row } of rows) byInvoice.set(id, [...(byInvoice.get(id) ?? []), row]);
  return byInvoice;
}

/** Whether what is kept beside a document for lists and sums is what stands in it. */
function isSame(
  document: FrozenDocument,
  row: {
    kind: string | null;
    number: string | null;
    net: number | null;
    tax: number | null;
    gross: number | null;
    currency: string | null;
    issue_date: string | null;
    tax_point: string | null;
    due_date: string | null;
    customer_code: string | null;
    customer_name: string | null;
    reference: string | null;
    country: string | null;
    number_fold: string | null;
    customer_id: string | null;
    draft_customer_id: string | null;
    draft_invoice_id: string | null;
    invoice_id: string | null;
    created_at: string;
    invoice_created_at: string | null;
  },
  taxes: readonly KeptTax[],
): boolean {
  const sign = signOf(document.kind);
  const { totals, references, buyer } = document;
  const listed = (rows: readonly KeptTax[], by: 1 | -1): string[] =>
    rows.map((tax) => JSON.stringify([tax.category, tax.rate, by * tax.base, by * tax.tax])).sort();
  const pairs: [unknown, unknown][] = [
    [row.kind, document.kind],
    [row.number, document.number],
    [row.net, sign * totals.net],
    [row.tax, sign * totals.tax],
    [row.gross, sign * totals.gross],
    [row.currency, document.currency],
    [row.issue_date, document.issueDate],
    [row.tax_point, document.taxPoint],
    [row.due_date, document.dueDate],
    [row.customer_code, document.customerCode],
    [row.customer_name, buyer.name],
    [row.reference, references.source],
    [row.country, buyer.country],
    [row.number_fold, fold(document.number)],
    // The document knows its customer by code; the draft it was made of, by identity.
    [row.customer_id, row.draft_customer_id],
    [row.invoice_id, row.draft_invoice_id],
    [row.invoice_created_at, row.created_at],
    [listed(taxes, 1).join(), listed(document.taxes, sign).join()],
  ];
  return pairs.every(([kept, said]) => kept === said);
}

/** The head of the chain kept outside the file. */
async function checkHead(ctx: ReadContext, found: Found): Promise<void> {
  const companyId = await readMeta(ctx.db, 'company_id');
  const head = companyId === null ? null : readHead(ctx.dataDir, companyId);
  if (head === 'unreadable') {
    found('chain_head_unreadable', {});
    return;
  }
  if (head === null || head.documents === 0) return;
  const row = await ctx.db
    .selectFrom('document')
    .select('chain_hash')
    .where('id', '=', head.documents)
    .executeTakeFirst();
  if (row?.chain_hash !== head.chainHash) found('chain_head_differs', { documents: head.documents });
}

/** Every billed line belongs to an issued document, and the lines' worth is the documents' lines, to the cent. */
async function checkBilledLines(db: ReadDb, found: Found): Promise<void> {
  const rows = await db
    .selectFrom('pending_line')
    .leftJoin('draft', 'draft.id', 'pending_line.draft_id')
    .leftJoin('invoice', 'invoice.id', 'draft.invoice_id')
    .select((eb) => [
      'pending_line.draft_id',
      'invoice.number',
      'invoice.net',
      'draft.line_count',
      eb.fn.countAll<number>().as('n'),
      eb.fn.countAll<number>().filterWhere('pending_line.net', 'is', null).as('unpriced'),
      sumOf(eb.ref('pending_line.net')).as('sum'),
    ])
    .where('pending_line.status', '=', 'billed')
    .groupBy('pending_line.draft_id')
    .execute();
  for (const row of rows) {
    const number = row.number ?? '?';
    if (row.number === null) found('line_billed_without_invoice', { count: row.n });
    else if (row.n !== row.line_count) found('invoice_lines_differ', { number });
    // Lines priced by their product have no amount of their own to compare.
    else if (row.unpriced === 0 && exactSum(row.sum) !== row.net) found('invoice_lines_differ', { number });
  }
  const bare = await db
    .selectFrom('invoice')
    .select('number')
    .where('draft_id', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('pending_line')
            .select('pending_line.id')
            .whereRef('pending_line.draft_id', '=', 'invoice.draft_id')
            .where('pending_line.status', '=', 'billed'),
        ),
      ),
    )
    .limit(MOST_PROBLEMS)
    .execute();
  for (const { number } of bare) found('invoice_lines_differ', { number });
}

async function totalsOf(db: ReadDb): Promise<VerifyReport['totals']> {
  const rows = await db
    .selectFrom('invoice')
    .select((eb) => [
      'currency',
      sumOf(eb.ref('net')).as('net'),
      sumOf(eb.ref('tax')).as('tax'),
      sumOf(eb.ref('gross')).as('gross'),
      eb.fn.countAll<number>().filterWhere('kind', '=', 'invoice').as('invoices'),
      eb.fn.countAll<number>().filterWhere('kind', '=', 'credit_note').as('creditNotes'),
    ])
    .groupBy('currency')
    .orderBy('currency')
    .execute();
  return rows.map((row) => ({
    ...row,
    net: exactSum(row.net),
    tax: exactSum(row.tax),
    gross: exactSum(row.gross),
  }));
}

async function lineBalance(db: ReadDb): Promise<VerifyReport['lineBalance']> {
  const rows = await db
    .selectFrom('pending_line')
    .select((eb) => ['currency', 'status', eb.fn.countAll<number>().as('n'), sumOf(eb.ref('net')).as('net')])
    .groupBy(['currency', 'status'])
    .orderBy('currency')
    .execute();
  const balance = new Map<string, VerifyReport['lineBalance'][number]>();
  const none = () => ({ count: 0, amount: 0 });
  for (const row of rows) {
    const entry = balance.get(row.currency) ?? {
      currency: row.currency,
      imported: none(),
      open: none(),
      inDrafts: none(),
      billed: none(),
      held: none(),
      excluded: none(),
    };
    balance.set(row.currency, entry);
    const amount = exactSum(row.net);
    const key = row.status === 'drafted' ? 'inDrafts' : row.status;
    for (const part of [entry[key], entry.imported]) {
      part.count += row.n;
      part.amount = sum([part.amount, amount]);
    }
  }
  return [...balance.values()];
}
