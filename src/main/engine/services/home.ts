/** What needs a person today, the most urgent first, and what has been issued. */
import { sql } from 'kysely';
import type { HomePeriod, HomePoint, HomePointCode } from '#shared/contract/company.ts';
import type { Output } from '#shared/contract/index.ts';
import type { IsoDate } from '#shared/model/values.ts';
import { addDays, yearsBefore } from '../domain/calendar.ts';
import { fiscalYearStart, monthBefore } from '../domain/fiscal-year.ts';
import { backupNotes } from '../ports/backup-notes.ts';
import { readCompany } from '../store/company.ts';
import { incompleteCustomer } from '../store/customers.ts';
import type { ReadDb } from '../store/database.ts';
import { type ReadContext, todayIn } from './context.ts';
import { findRestoredCopy } from './head.ts';
import { countInterrupted } from './jobs.ts';
import { readDues } from './office/figures.ts';
import { coverOf } from './safety/backup-cover.ts';
import { companyFacts } from './safety/company-facts.ts';
import { exactSum, sumOf } from './views.ts';

/** A line that waits longer than a month was missed by its bill run. */
const OLD_LINE_DAYS = 31;
/** Rejected rows are news for so long. */
const REJECTED_DAYS = 14;

const order: readonly HomePointCode[] = [
  'restored_copy',
  'jobs_interrupted',
  'run_blocked',
  'lines_held',
  'import_rejected',
  'run_approved',
  'run_unfinished',
  'run_to_produce',
  'overdue',
  'lines_old',
  'lines_open',
  'backup_old',
  'customers_incomplete',
  'due_soon',
];
const blocking = new Set<HomePointCode>([
  'restored_copy',
  'jobs_interrupted',
  'run_blocked',
  'lines_held',
  'import_rejected',
]);
const later = new Set<HomePointCode>(['customers_incomplete', 'due_soon']);

function point(code: HomePointCode, count: number, more: Partial<HomePoint> = {}): HomePoint {
  const urgency = blocking.has(code) ? 'blocking' : later.has(code) ? 'later' : 'today';
  return { code, urgency, count, amounts: [], subject: null, params: {}, ...more };
}

export async function todayAtHome(ctx: ReadContext): Promise<Output<'home.today'>> {
  const { db } = ctx;
  const { company } = await readCompany(db);
  const today = todayIn(company.zone, ctx.now);
  const points = [
    ...(await filePoints(ctx)),
    ...(await runPoints(db)),
    ...(await linePoints(db, today)),
    ...(await importPoints(db, ctx.now)),
    ...(await invoicePoints(db, today)),
    ...(await customerPoints(db)),
  ];
  const monthStart = `${today.slice(0, 7)}-01`;
  const yearStart = fiscalYearStart(today, company.fiscalYearStart);
  const lastMonth = monthBefore(today);
  return {
    today,
    points: points.toSorted((a, b) => order.indexOf(a.code) - order.indexOf(b.code)),
    month: await issuedIn(db, monthStart, today),
    monthBefore: await issuedIn(db, `${lastMonth.slice(0, 7)}-01`, lastMonth),
    fiscalYear: await issuedIn(db, yearStart, today),
    yearBefore: await issuedIn(db, yearsBefore(yearStart, 1), yearsBefore(today, 1)),
    first: await firstSteps(db),
  };
}

async function filePoints(ctx: ReadContext): Promise<HomePoint[]> {
  const restored = await findRestoredCopy(ctx.db, ctx.dataDir);
  const interrupted = await countInterrupted(ctx.db);
  const unsaved = await daysUnsaved(ctx);
  return [
    ...(restored ? [point('restored_copy', restored.summary.missingNumbers.length)] : []),
    ...(interrupted > 0 ? [point('jobs_interrupted', interrupted)] : []),
    ...(unsaved > 0 ? [point('backup_old', unsaved)] : []),
  ];
}

/** Whole days since the last good backup where something changed since and a person wants to be told; else 0. */
async function daysUnsaved(ctx: ReadContext): Promise<number> {
  const facts = await companyFacts(ctx.db);
  const notes = backupNotes(ctx.dataDir, { ...facts, path: ctx.path });
  const { daysUnsaved: days } = coverOf({ dataDir: ctx.dataDir, notes, path: ctx.path }, { ...facts, now: ctx.now });
  return days > notes.settings.warnAfterDays ? days : 0;
}

type RunCode = 'run_blocked' | 'run_approved' | 'run_unfinished' | 'run_to_produce';

function runCode(status: string, drafts: { blocked: number; approved: number }): RunCode {
  if (status === 'producing') return 'run_to_produce';
  if (drafts.blocked > 0) return 'run_blocked';
  return drafts.approved > 0 ? 'run_approved' : 'run_unfinished';
}

/** One point a run that somebody began and did not end: blocked, ready to be issued, or under way. */
async function runPoints(db: ReadDb): Promise<HomePoint[]> {
  const runs = await db
    .selectFrom('bill_run')
    .select(['id', 'name', 'status'])
    .where('status', 'not in', ['closed', 'abandoned'])
    .orderBy('id', 'desc')
    .limit(20)
    .execute();
  const points: HomePoint[] = [];
  for (const run of runs) {
    const drafts = await db
      .selectFrom('draft')
      .select((eb) => [
        eb.fn.countAll<number>().as('drafts'),
        eb.fn.countAll<number>().filterWhere('status', '=', 'approved').as('approved'),
        eb.fn.countAll<number>().filterWhere('status', '=', 'open').filterWhere('level_rank', '=', 3).as('blocked'),
        eb.fn.countAll<number>().filterWhere('status', '=', 'finalised').as('issued'),
      ])
      .where('run_id', '=', run.id)
      .where('status', '<>', 'excluded')
      .executeTakeFirstOrThrow();
    const code = runCode(run.status, drafts);
    const count = code === 'run_blocked' ? drafts.blocked : code === 'run_approved' ? drafts.approved : drafts.drafts;
    points.push(
      point(code, count, {
        subject: run.id,
        params: { name: run.name, status: run.status, ...drafts },
        amounts: await draftAmounts(db, run.id, code),
      }),
    );
  }
  return points;
}

async function draftAmounts(db: ReadDb, runId: string, about: RunCode): Promise<HomePoint['amounts']> {
  let query = db
    .selectFrom('draft')
    .select((eb) => ['currency', sumOf(eb.ref('gross')).as('sum')])
    .where('run_id', '=', runId)
    .where('status', '<>', 'excluded');
  if (about === 'run_blocked') query = query.where('status', '=', 'open').where('level_rank', '=', 3);
  if (about === 'run_approved') query = query.where('status', '=', 'approved');
  const rows = await query.groupBy('currency').orderBy('currency').execute();
  return rows.map(({ currency, sum }) => ({ currency, minor: exactSum(sum) }));
}

async function linePoints(db: ReadDb, today: IsoDate): Promise<HomePoint[]> {
  const day = sql<string>`coalesce(date, substr(created_at, 1, 10))`;
  const open = await db
    .selectFrom('pending_line')
    .select((eb) => [
      'currency',
      eb.fn.countAll<number>().as('count'),
      eb.fn.countAll<number>().filterWhere(day, '<', addDays(today, -OLD_LINE_DAYS)).as('old'),
      sql<string>`min(${day})`.as('oldest'),
      sumOf(eb.ref('net')).as('sum'),
    ])
    .where('status', '=', 'open')
    .groupBy('currency')
    .orderBy('currency')
    .execute();
  const held = await db
    .selectFrom('pending_line')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('status', '=', 'held')
    .executeTakeFirstOrThrow();
  const count = open.reduce((sum, row) => sum + row.count, 0);
  const old = open.reduce((sum, row) => sum + row.old, 0);
  const amounts = open.map(({ currency, sum }) => ({ currency, minor: exactSum(sum) }));
  const oldest = open.map((row) => row.oldest).sort()[0] ?? '';
  return [
    ...(held.n > 0 ? [point('lines_held', held.n)] : []),
    // One point for the lines that wait: the old ones are told where there are any.
    ...(old > 0
      ? [point('lines_old', old, { amounts, params: { open: count, oldest } })]
      : count > 0
        ? [point('lines_open', count, { amounts })]
        : []),
  ];
}

async function importPoints(db: ReadDb, now: string): Promise<HomePoint[]> {
  const since = new Date(Date.parse(now) - REJECTED_DAYS * 86_400_000).toISOString();
  const rows = await db
    .selectFrom('import_batch')
    .select(['id', 'file_name', 'kind', 'rejected', 'rows', 'at'])
    .where('rejected', '>', 0)
    .where('at', '>=', since)
    .where('undone_at', 'is', null)
    .orderBy('at', 'desc')
    .limit(3)
    .execute();
  return rows.map((row) =>
    point('import_rejected', row.rejected, {
      subject: row.id,
      params: { file: row.file_name, kind: row.kind, rows: row.rows, at: row.at },
    }),
  );
}

async function invoicePoints(db: ReadDb, today: IsoDate): Promise<HomePoint[]> {
  const { overdue, due7 } = await readDues(db, today);
  return [
    ...(overdue.count > 0
      ? [point('overdue', overdue.count, { amounts: overdue.amounts, params: { oldest: overdue.oldest ?? '' } })]
      : []),
    ...(due7.count > 0 ? [point('due_soon', due7.count, { amounts: due7.amounts })] : []),
  ];
}

async function customerPoints(db: ReadDb): Promise<HomePoint[]> {
  const row = await db
    .selectFrom('customer')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('archived', '=', 0)
    .where('merged_into', 'is', null)
    .where(sql<boolean>`${incompleteCustomer}`)
    .executeTakeFirstOrThrow();
  return row.n > 0 ? [point('customers_incomplete', row.n)] : [];
}

async function issuedIn(db: ReadDb, from: IsoDate, to: IsoDate): Promise<HomePeriod> {
  const rows = await db
    .selectFrom('invoice')
    .select((eb) => [
      'currency',
      'kind',
      eb.fn.countAll<number>().as('count'),
      sumOf(eb.ref('net')).as('net'),
      sumOf(eb.ref('gross')).as('gross'),
    ])
    .where('issue_date', '>=', from)
    .where('issue_date', '<=', to)
    .groupBy(['currency', 'kind'])
    .orderBy('currency')
    .execute();
  const amounts = new Map<string, HomePeriod['amounts'][number]>();
  const period: HomePeriod = { from, to, invoices: 0, creditNotes: 0, amounts: [] };
  for (const row of rows) {
    if (row.kind === 'invoice') period.invoices += row.count;
    else period.creditNotes += row.count;
    const sums = amounts.get(row.currency) ?? { currency: row.currency, net: 0, gross: 0 };
    sums.net += exactSum(row.net);
    sums.gross += exactSum(row.gross);
    amounts.set(row.currency, sums);
  }
  return { ...period, amounts: [...amounts.values()] };
}

async function firstSteps(db: ReadDb): Promise<Output<'home.today'>['first']> {
  const there = async (table: 'customer' | 'pending_line' | 'bill_run' | 'invoice') =>
    (await db.selectFrom(table).select('id').limit(1).executeTakeFirst()) !== undefined;
  return {
    customers: await there('customer'),
    lines: await there('pending_line'),
    runs: await there('bill_run'),
    issued: await there('invoice'),
  };
}
