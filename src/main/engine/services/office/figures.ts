/** What the office board shows of one company. */
import { type RawBuilder, sql } from 'kysely';
import type { OfficeFigures, Tally } from '#shared/contract/office.ts';
import type { IsoDate } from '#shared/model/values.ts';
import { addDays } from '../../domain/calendar.ts';
import { backupNotes } from '../../ports/backup-notes.ts';
import { readCompany } from '../../store/company.ts';
import type { ReadDb } from '../../store/database.ts';
import { todayIn } from '../context.ts';
import { findRestoredCopy } from '../head.ts';
import { lastGoodOf } from '../safety/backup-cover.ts';
import { exactSum, sumOf } from '../views.ts';

const tallied = (rows: readonly { currency: string; count: number; sum: string }[]): Tally => ({
  count: rows.reduce((total, row) => total + row.count, 0),
  amounts: rows.map((row) => ({ currency: row.currency, minor: exactSum(row.sum) })),
});

/** Standing invoices: what credit notes leave of each (they stand as negative amounts and name what they correct) is more than nothing. */
export interface Dues {
  overdue: OfficeFigures['overdue'];
  due7: Tally;
  due30: Tally;
}

/** One pass over the invoices: past their due date, due within 7 days, due within 30 (those of 7 included). */
export async function readDues(db: ReadDb, today: IsoDate): Promise<Dues> {
  const [in7, in30] = [addDays(today, 7), addDays(today, 30)];
  const sumWhere = (condition: RawBuilder<unknown>) =>
    sql<string>`cast(coalesce(sum(CASE WHEN ${condition} THEN standing.rest END), 0) as text)`;
  const countWhere = (condition: RawBuilder<unknown>) => sql<number>`count(CASE WHEN ${condition} THEN 1 END)`;
  const past = sql`standing.due_date < ${today}`;
  const week = sql`standing.due_date BETWEEN ${today} AND ${in7}`;
  const month = sql`standing.due_date BETWEEN ${today} AND ${in30}`;
  const credited = db
    .selectFrom('invoice')
    .select((eb) => ['corrects_invoice_id', eb.fn.sum<number>('gross').as('gross')])
    .where('corrects_invoice_id', 'is not', null)
    .groupBy('corrects_invoice_id')
    .as('credited');
  const standing = db
    .selectFrom('invoice')
    .leftJoin(credited, 'credited.corrects_invoice_id', 'invoice.id')
    .select([
      'invoice.currency',
      'invoice.due_date',
      sql<number>`invoice.gross + coalesce(credited.gross, 0)`.as('rest'),
    ])
    .where('invoice.kind', '=', 'invoice')
    .where('invoice.due_date', '<=', in30)
    .as('standing');
  const rows = await db
    .selectFrom(standing)
    .select([
      'standing.currency',
      countWhere(past).as('pastCount'),
      sumWhere(past).as('pastSum'),
      sql<string | null>`min(CASE WHEN ${past} THEN standing.due_date END)`.as('oldest'),
      countWhere(week).as('weekCount'),
      sumWhere(week).as('weekSum'),
      countWhere(month).as('monthCount'),
      sumWhere(month).as('monthSum'),
    ])
    .where('standing.rest', '>', 0)
    .groupBy('standing.currency')
    .orderBy('standing.currency')
    .execute();
  const part = (count: 'pastCount' | 'weekCount' | 'monthCount', total: 'pastSum' | 'weekSum' | 'monthSum'): Tally =>
    tallied(
      rows
        .filter((row) => row[count] > 0)
        .map((row) => ({ currency: row.currency, count: row[count], sum: row[total] })),
    );
  const oldest = rows.flatMap((row) => row.oldest ?? []).sort()[0] ?? null;
  return {
    overdue: { ...part('pastCount', 'pastSum'), oldest },
    due7: part('weekCount', 'weekSum'),
    due30: part('monthCount', 'monthSum'),
  };
}

async function openLinesTally(db: ReadDb): Promise<Tally> {
  const rows = await db
    .selectFrom('pending_line')
    .select((eb) => ['currency', eb.fn.countAll<number>().as('count'), sumOf(eb.ref('net')).as('sum')])
    .where('status', '=', 'open')
    .groupBy('currency')
    .orderBy('currency')
    .execute();
  return tallied(rows);
}

async function counts(db: ReadDb) {
  return db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('customer')
        .select((e) => e.fn.countAll<number>().as('n'))
        .where('archived', '=', 0)
        .as('customers'),
      eb
        .selectFrom('pending_line')
        .select((e) => e.fn.countAll<number>().as('n'))
        .where('status', '=', 'held')
        .as('heldLines'),
      eb
        .selectFrom('bill_run')
        .select((e) => e.fn.countAll<number>().as('n'))
        .where('status', 'not in', ['closed', 'abandoned'])
        .as('runsInReview'),
      eb
        .selectFrom('draft')
        .select((e) => e.fn.countAll<number>().as('n'))
        .where('status', '=', 'open')
        .where('level_rank', '=', 3)
        .as('blockedDrafts'),
      eb
        .selectFrom('draft')
        .select((e) => e.fn.countAll<number>().as('n'))
        .where('status', '=', 'approved')
        .as('approvedDrafts'),
    ])
    .executeTakeFirstOrThrow();
}

function lastGood(dataDir: string, company: { id: string; name: string }): string | null {
  const { log } = backupNotes(dataDir, { id: company.id, name: company.name, path: '', since: '' });
  return lastGoodOf(log.filter(({ copyOf }) => copyOf === null))?.at ?? null;
}

export async function officeFigures(db: ReadDb, now: string, dataDir: string): Promise<OfficeFigures> {
  const { company } = await readCompany(db);
  const today = todayIn(company.zone, now);
  const counted = await counts(db);
  const last = await db
    .selectFrom('invoice')
    .select(['number', 'issue_date'])
    .orderBy('document_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return {
    companyId: company.id,
    name: company.name,
    country: company.country,
    currency: company.currency,
    today,
    customers: counted.customers ?? 0,
    openLines: await openLinesTally(db),
    heldLines: counted.heldLines ?? 0,
    runsInReview: counted.runsInReview ?? 0,
    blockedDrafts: counted.blockedDrafts ?? 0,
    approvedDrafts: counted.approvedDrafts ?? 0,
    ...(await readDues(db, today)),
    lastIssued: last ? { number: last.number, date: last.issue_date } : null,
    lastBackup: lastGood(dataDir, company),
    restoredCopy: (await findRestoredCopy(db, dataDir)) !== null,
  };
}
