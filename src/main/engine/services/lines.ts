/** Use cases around pending lines outside a run. */
import { type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { LineFilter, PendingLine } from '#shared/contract/records.ts';
import { EngineError } from '#shared/model/error.ts';
import { CustomerId, DraftId, ImportId, PendingLineId } from '#shared/model/ids.ts';
import { fold } from '../domain/text/fold.ts';
import { chunksOf } from '../store/bulk.ts';
import { readRevision, writeAudit } from '../store/company.ts';
import { findCustomer } from '../store/customers.ts';
import type { ReadDb } from '../store/database.ts';
import type { ReadContext, WriteContext } from './context.ts';
import { containing, exactSum, inOrder, sumOf } from './views.ts';

type Filter = z.output<typeof LineFilter>;

/** The lines that a filter shows. One place, so that a list and a decision over "all that it shows" agree. */
function matching(db: ReadDb, filter: Filter) {
  let query = db.selectFrom('pending_line').leftJoin('customer', 'customer.id', 'pending_line.customer_id');
  if (filter.status.length > 0) query = query.where('pending_line.status', 'in', filter.status);
  if (filter.customerId !== null) query = query.where('pending_line.customer_id', '=', filter.customerId);
  if (filter.runId !== null) {
    const runId = filter.runId;
    query = query.where((eb) =>
      eb.or([
        eb('pending_line.draft_id', 'in', eb.selectFrom('draft').select('id').where('run_id', '=', runId)),
        eb(
          'pending_line.id',
          'in',
          eb.selectFrom('finding').select('line_id').where('run_id', '=', runId).$narrowType<{ line_id: string }>(),
        ),
      ]),
    );
  }
  if (filter.search.trim() !== '') {
    const pattern = containing(fold(filter.search));
    query = query.where(
      sql<SqlBool>`(pending_line.search_fold LIKE ${pattern} ESCAPE '\\' OR customer.name_fold LIKE ${pattern} ESCAPE '\\')`,
    );
  }
  return query;
}

export async function listLines(ctx: ReadContext, input: Parsed<'line.list'>): Promise<Output<'line.list'>> {
  const revision = await readRevision(ctx.db);
  const { filter, sort } = input;
  const view = await ctx.views.get(`lines ${JSON.stringify([filter, sort])}`, revision, async () => {
    const column = {
      date: sql`coalesce(pending_line.date, '')`,
      customer: sql`coalesce(customer.name_fold, '')`,
      reference: sql`pending_line.reference_fold`,
      net: sql`coalesce(pending_line.net, 0)`,
      product: sql`coalesce(pending_line.product_code, '')`,
    }[sort.by];
    const rows = await matching(ctx.db, filter)
      .select('pending_line.id')
      .orderBy(column, sort.descending ? 'desc' : 'asc')
      .orderBy('pending_line.ordinal')
      .execute();
    const sums = await matching(ctx.db, filter)
      .select((eb) => [
        'pending_line.currency',
        eb.fn.countAll<number>().as('count'),
        sumOf(eb.ref('pending_line.net')).as('net'),
      ])
      .groupBy('pending_line.currency')
      .orderBy('pending_line.currency')
      .execute();
    return {
      ids: rows.map((row) => row.id),
      summary: sums.map((row) => ({ currency: row.currency, count: row.count, net: exactSum(row.net) })),
    };
  });
  const ids = view.ids.slice(input.offset, input.offset + input.limit);
  const rows =
    ids.length === 0
      ? []
      : await ctx.db
          .selectFrom('pending_line')
          .leftJoin('customer', 'customer.id', 'pending_line.customer_id')
          .leftJoin('import_batch', 'import_batch.id', 'pending_line.import_id')
          .selectAll('pending_line')
          .select(['customer.name as customer_name', 'import_batch.file_name as file_name'])
          .where('pending_line.id', 'in', ids)
          .execute();
  const shown = inOrder(ids, rows).map(
    (row): PendingLine => ({
      id: PendingLineId.parse(row.id),
      importId: row.import_id === null ? null : ImportId.parse(row.import_id),
      source:
        row.file_name === null || row.source_row === null
          ? null
          : { file: row.file_name, sheet: row.source_sheet, row: row.source_row },
      status: row.status,
      heldFor: row.held_for,
      draftId: row.draft_id === null ? null : DraftId.parse(row.draft_id),
      customerId: row.customer_id === null ? null : CustomerId.parse(row.customer_id),
      customerCode: row.customer_code,
      customerName: row.customer_name,
      invoiceReference: row.invoice_reference,
      date: row.date,
      productCode: row.product_code,
      description: row.description,
      quantity: row.quantity,
      unit: row.unit,
      unitPrice: row.unit_price,
      discountPercent: row.discount_percent,
      currency: row.currency,
      net: row.net,
    }),
  );
  return { rows: shown, total: view.ids.length, revision, sums: view.summary };
}

/** Lines in a draft or billed are never touched here: they are counted as skipped. */
export async function decideLines(ctx: WriteContext, input: Parsed<'line.decide'>): Promise<Output<'line.decide'>> {
  const ids = 'ids' in input.selection ? input.selection.ids : await idsOf(ctx.db, input.selection);
  const customer = input.customerId === null ? null : await findCustomer(ctx.db, input.customerId);
  if (input.decision === 'assign' && !customer)
    throw new EngineError('customer_unknown', { code: input.customerId ?? '' }, { place: { field: 'customer' } });
  let changed = 0;
  for (const part of chunksOf(ids, 500)) {
    const base = ctx.trx
      .updateTable('pending_line')
      .where('id', 'in', part)
      .where('status', 'in', ['open', 'held', 'excluded']);
    const query =
      input.decision === 'assign'
        ? base.set({
            status: 'open',
            held_for: null,
            customer_id: customer?.id ?? null,
            customer_code: customer?.code ?? null,
          })
        : input.decision === 'hold'
          ? base.set({ status: 'held', held_for: 'by_hand' })
          : input.decision === 'exclude'
            ? base.set({ status: 'excluded', held_for: null })
            : // Without a customer a line stays held: there is nobody to bill.
              base.where('customer_id', 'is not', null).set({ status: 'open', held_for: null });
    changed += Number((await query.executeTakeFirst()).numUpdatedRows);
    // A line that still has nobody to bill keeps its finding: it stays in sight.
    await ctx.trx
      .deleteFrom('finding')
      .where('line_id', 'in', (eb) =>
        eb
          .selectFrom('pending_line')
          .select('pending_line.id')
          .where('pending_line.id', 'in', part)
          .where((line) => line.or([line('status', '<>', 'held'), line('customer_id', 'is not', null)])),
      )
      .where('draft_id', 'is', null)
      .execute();
  }
  await writeAudit(ctx.trx, ctx.now, ctx.actor, {
    action: `lines.${input.decision}`,
    subject: null,
    params: { count: changed, ...(customer ? { code: customer.code } : {}) },
  });
  return { changed, skipped: ids.length - changed };
}

async function idsOf(db: ReadDb, selection: { all: Filter; except: string[] }): Promise<string[]> {
  const rows = await matching(db, selection.all).select('pending_line.id').execute();
  const except = new Set(selection.except);
  return rows.map((row) => row.id).filter((id) => !except.has(id));
}
