/** Bill runs as lists and desks show them. */
import { type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { DraftFilter, DraftRow, RunDetail, RunRow } from '#shared/contract/runs.ts';
import { CustomerId, DraftId, RunId, SeriesId } from '#shared/model/ids.ts';
import { TaxCategory } from '#shared/model/values.ts';
import { builtinChecks } from '../../domain/checks/builtin.ts';
import { sum } from '../../domain/money/money.ts';
import { fold } from '../../domain/text/fold.ts';
import { readRevision } from '../../store/company.ts';
import type { ReadDb } from '../../store/database.ts';
import { type DraftRecord, findRun, levelOfRank, type RunRecord } from '../../store/runs.ts';
import type { ReadContext } from '../context.ts';
import { containing, exactSum, inOrder, sumOf } from '../views.ts';

/** What a draft's row keeps of its worst finding, for the grid. */
const FirstFinding = z.object({
  v: z.literal(1),
  check: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
/** What a draft's row keeps of its tax breakdown, signed. */
const DraftTaxes = z.object({
  v: z.literal(1),
  rows: z.array(z.object({ category: TaxCategory, rate: z.string(), base: z.number(), tax: z.number() })),
});

export async function listRuns(ctx: ReadContext, input: Parsed<'run.list'>): Promise<Output<'run.list'>> {
  const revision = await readRevision(ctx.db);
  const total = await ctx.db
    .selectFrom('bill_run')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  const rows = await ctx.db
    .selectFrom('bill_run')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(input.limit)
    .offset(input.offset)
    .execute();
  const shown: RunRow[] = [];
  for (const row of rows) shown.push(await runRow(ctx.db, row));
  return { rows: shown, total: total.n, revision };
}

export async function runRow(db: ReadDb, row: RunRecord): Promise<RunRow> {
  const counts = await db
    .selectFrom('draft')
    .select((eb) => [
      eb.fn.countAll<number>().as('drafts'),
      eb.fn.countAll<number>().filterWhere('status', '=', 'approved').as('approved'),
      eb.fn.countAll<number>().filterWhere('status', '=', 'open').filterWhere('level_rank', '=', 3).as('blocked'),
      eb.fn.countAll<number>().filterWhere('status', '=', 'finalised').as('invoices'),
    ])
    .where('run_id', '=', row.id)
    .executeTakeFirstOrThrow();
  const amounts = await db
    .selectFrom('draft')
    .select((eb) => [
      'currency',
      sumOf(eb.ref('net')).as('net'),
      sumOf(eb.ref('tax')).as('tax'),
      sumOf(eb.ref('gross')).as('gross'),
    ])
    .where('run_id', '=', row.id)
    .where('status', '<>', 'excluded')
    .groupBy('currency')
    .orderBy('currency')
    .execute();
  return {
    id: RunId.parse(row.id),
    name: row.name,
    status: row.status,
    period: { from: row.period_from, to: row.period_to },
    issueDate: row.issue_date,
    createdAt: row.created_at,
    ...counts,
    amounts: amounts.map((amount) => ({
      currency: amount.currency,
      net: exactSum(amount.net),
      tax: exactSum(amount.tax),
      gross: exactSum(amount.gross),
    })),
    folder: row.folder,
  };
}

export async function getRunRow(ctx: ReadContext, input: { runId: RunId }): Promise<RunRow> {
  return runRow(ctx.db, await findRun(ctx.db, input.runId));
}

export async function getRun(ctx: ReadContext, input: Parsed<'run.get'>): Promise<RunDetail> {
  const { db } = ctx;
  const row = await findRun(db, input.id);
  return {
    ...(await runRow(db, row)),
    seriesId: SeriesId.parse(row.series_id),
    creditSeriesId: SeriesId.parse(row.credit_series_id),
    counts: await draftCounts(db, row.id),
    ...(await approvedSums(db, row.id)),
    findings: await findingCounts(db, row.id),
    heldLines: await heldLines(db, row.id),
    changedSinceApproval: await changedCount(db, row.id),
  };
}

async function draftCounts(db: ReadDb, runId: string): Promise<RunDetail['counts']> {
  const rows = await db
    .selectFrom('draft')
    .select((eb) => ['status', 'level_rank', eb.fn.countAll<number>().as('n')])
    .where('run_id', '=', runId)
    .groupBy(['status', 'level_rank'])
    .execute();
  const counts = { open: 0, approved: 0, held: 0, excluded: 0, finalised: 0, clean: 0, look: 0, blocked: 0, note: 0 };
  for (const row of rows) {
    counts[row.status] += row.n;
    if (row.status === 'excluded') continue;
    const level = levelOfRank(row.level_rank);
    if (level === 'error') counts.blocked += row.n;
    else if (level === 'warning') counts.look += row.n;
    else counts.clean += row.n;
    if (level === 'note') counts.note += row.n;
  }
  return counts;
}

/** Sums of what is approved or issued, from the drafts' own breakdowns: exact, by currency and rate. */
async function approvedSums(db: ReadDb, runId: string): Promise<Pick<RunDetail, 'approvedTaxes' | 'approvedTotals'>> {
  const rows = await db
    .selectFrom('draft')
    .select(['currency', 'net', 'tax', 'gross', 'taxes'])
    .where('run_id', '=', runId)
    .where('status', 'in', ['approved', 'finalised'])
    .execute();
  const totals = new Map<string, RunDetail['approvedTotals'][number]>();
  const taxes = new Map<string, RunDetail['approvedTaxes'][number]>();
  for (const row of rows) {
    const total = totals.get(row.currency) ?? { currency: row.currency, net: 0, tax: 0, gross: 0, count: 0 };
    totals.set(row.currency, total);
    total.net = sum([total.net, row.net]);
    total.tax = sum([total.tax, row.tax]);
    total.gross = sum([total.gross, row.gross]);
    total.count += 1;
    for (const tax of DraftTaxes.parse(JSON.parse(row.taxes)).rows) {
      const key = `${row.currency} ${tax.category} ${tax.rate}`;
      const known = taxes.get(key) ?? {
        currency: row.currency,
        category: tax.category,
        rate: tax.rate,
        base: 0,
        tax: 0,
      };
      taxes.set(key, known);
      known.base = sum([known.base, tax.base]);
      known.tax = sum([known.tax, tax.tax]);
    }
  }
  const order = (a: { currency: string }, b: { currency: string }) => (a.currency < b.currency ? -1 : 1);
  return {
    approvedTaxes: [...taxes.values()].sort((a, b) => order(a, b) || Number(b.rate) - Number(a.rate)),
    approvedTotals: [...totals.values()].sort(order),
  };
}

async function findingCounts(db: ReadDb, runId: string): Promise<RunDetail['findings']> {
  const rows = await db
    .selectFrom('finding')
    .leftJoin('draft', 'draft.id', 'finding.draft_id')
    .select((eb) => [
      'finding.check_id',
      'finding.level',
      eb.fn.count<number>(sql`coalesce(finding.draft_id, finding.line_id)`).distinct().as('drafts'),
      sql<number>`count(DISTINCT CASE WHEN EXISTS (SELECT 1 FROM acceptance a WHERE a.run_id = finding.run_id
        AND a.check_id = finding.check_id AND a.draft_id IN ('', finding.draft_id)) THEN finding.draft_id END)`.as(
        'accepted',
      ),
    ])
    .where('finding.run_id', '=', runId)
    .where((eb) => eb.or([eb('draft.status', 'is', null), eb('draft.status', '<>', 'excluded')]))
    .groupBy(['finding.check_id', 'finding.level'])
    .execute();
  return rows
    .map((row) => ({
      check: row.check_id,
      level: row.level,
      drafts: row.drafts,
      accepted: row.accepted,
      acceptable: builtinChecks.acceptable(row.check_id),
    }))
    .sort((a, b) => b.drafts - a.drafts);
}

async function heldLines(db: ReadDb, runId: string): Promise<RunDetail['heldLines']> {
  const rows = await db
    .selectFrom('pending_line')
    .select((eb) => ['currency', eb.fn.countAll<number>().as('n'), sumOf(eb.ref('net')).as('net')])
    .where('status', '=', 'held')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('finding')
        .select('line_id')
        .where('run_id', '=', runId)
        .where('line_id', 'is not', null)
        .$narrowType<{ line_id: string }>(),
    )
    .groupBy('currency')
    .execute();
  return {
    count: rows.reduce((count, row) => count + row.n, 0),
    amounts: rows.map((row) => ({ currency: row.currency, net: exactSum(row.net) })),
  };
}

async function changedCount(db: ReadDb, runId: string): Promise<number> {
  const row = await db
    .selectFrom('draft')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('run_id', '=', runId)
    .where('changed_since_approval', '=', 1)
    .executeTakeFirstOrThrow();
  return row.n;
}

/** The drafts that a filter shows. One place, so that the grid and a decision over "all that it shows" agree. */
export function matchingDrafts(db: ReadDb, runId: string, filter: DraftFilter) {
  let query = db.selectFrom('draft').where('run_id', '=', runId);
  if (filter.status.length > 0) query = query.where('status', 'in', filter.status);
  if (filter.level === 'clean') query = query.where('level_rank', '<=', 1);
  if (filter.level === 'look') query = query.where('level_rank', '=', 2);
  if (filter.level === 'blocked') query = query.where('level_rank', '=', 3);
  if (filter.kind !== 'any') query = query.where('kind', '=', filter.kind);
  if (filter.currency !== null) query = query.where('currency', '=', filter.currency);
  if (filter.minGross !== null) query = query.where(sql<SqlBool>`abs(gross) >= ${filter.minGross}`);
  if (filter.maxGross !== null) query = query.where(sql<SqlBool>`abs(gross) <= ${filter.maxGross}`);
  if (filter.check !== null) {
    const check = filter.check;
    query = query.where('id', 'in', (eb) =>
      eb
        .selectFrom('finding')
        .select('draft_id')
        .where('run_id', '=', runId)
        .where('check_id', '=', check)
        .where('draft_id', 'is not', null)
        .$narrowType<{ draft_id: string }>(),
    );
  }
  if (filter.search.trim() !== '') {
    query = query.where(sql<SqlBool>`search_fold LIKE ${containing(fold(filter.search))} ESCAPE '\\'`);
  }
  return query;
}

export async function listDrafts(ctx: ReadContext, input: Parsed<'run.drafts'>): Promise<Output<'run.drafts'>> {
  const revision = await readRevision(ctx.db);
  const { runId, filter, sort } = input;
  const view = await ctx.views.get(`drafts ${JSON.stringify([runId, filter, sort])}`, revision, async () => {
    const column = {
      customer: sql`customer_fold`,
      reference: sql`reference_fold`,
      net: sql`net`,
      gross: sql`gross`,
      level: sql`level_rank`,
      status: sql`status`,
      country: sql`coalesce(country, '')`,
      lines: sql`line_count`,
    }[sort.by];
    const rows = await matchingDrafts(ctx.db, runId, filter)
      .select('id')
      .orderBy(column, sort.descending ? 'desc' : 'asc')
      .orderBy('customer_fold')
      .orderBy('reference_fold')
      .orderBy('id')
      .execute();
    const sums = await matchingDrafts(ctx.db, runId, filter)
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
  return { rows: await draftRows(ctx.db, ids), total: view.ids.length, revision, sums: view.summary };
}

/** Rows for the grid, in the order of the ids; the number stands once issued. */
export async function draftRows(db: ReadDb, ids: readonly string[]): Promise<DraftRow[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('draft')
    .leftJoin('invoice', 'invoice.draft_id', 'draft.id')
    .selectAll('draft')
    .select('invoice.number as number')
    .where('draft.id', 'in', [...ids])
    .execute();
  return inOrder(ids, rows).map((row) => draftRow(row, row.number));
}

function draftRow(row: DraftRecord, number: string | null): DraftRow {
  const first = row.first_finding === null ? null : FirstFinding.parse(JSON.parse(row.first_finding));
  return {
    id: DraftId.parse(row.id),
    customerId: CustomerId.parse(row.customer_id),
    customerCode: row.customer_code,
    customerName: row.customer_name,
    country: row.country,
    reference: row.reference,
    kind: row.kind,
    status: row.status,
    currency: row.currency,
    lines: row.line_count,
    net: row.net,
    tax: row.tax,
    gross: row.gross,
    level: levelOfRank(row.level_rank),
    finding: first === null ? null : { check: first.check, params: first.params },
    findings: row.finding_count,
    changedSinceApproval: row.changed_since_approval === 1,
    number,
  };
}
