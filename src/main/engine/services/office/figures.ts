/** What the office board shows of one company. */
import { type SqlBool, sql } from 'kysely';
import type { OfficeFigures, Tally } from '#shared/contract/office.ts';
import type { IsoDate } from '#shared/model/values.ts';
import { addDays } from '../../domain/calendar.ts';
import { backupNotes } from '../../ports/backup-notes.ts';
import { readCompany } from '../../store/company.ts';
import type { ReadDb } from '../../store/database.ts';
import { todayIn } from '../context.ts';
import { findRestoredCopy } from '../head.ts';
import { exactSum, sumOf } from '../views.ts';

/** What credit notes leave of an invoice. */
const rest = sql<number>`invoice.gross + (SELECT coalesce(sum(c.gross), 0) FROM invoice c WHERE c.corrects_invoice_id = invoice.id)`;

/** An invoice that credit notes have not taken off in full: they stand as negative amounts and name what they correct. */
const standing = sql<SqlBool>`invoice.kind = 'invoice' AND ${rest} > 0`;

const tallied = (rows: readonly { currency: string; count: number; sum: string }[]): Tally => ({
  count: rows.reduce((total, row) => total + row.count, 0),
  amounts: rows.map((row) => ({ currency: row.currency, minor: exactSum(row.sum) })),
});

/** Standing invoices by due date: from `from` on (null: from ever), up to and including `to`. */
export async function dueTally(db: ReadDb, from: IsoDate | null, to: IsoDate): Promise<Tally> {
  let query = db
    .selectFrom('invoice')
    .select((eb) => ['currency', eb.fn.countAll<number>().as('count'), sumOf(rest).as('sum')])
    .where('due_date', '<=', to)
    .where(standing);
  if (from !== null) query = query.where('due_date', '>=', from);
  return tallied(await query.groupBy('currency').orderBy('currency').execute());
}

/** Standing invoices whose due date is past. */
export async function overdueTally(db: ReadDb, today: IsoDate): Promise<OfficeFigures['overdue']> {
  const oldest = await db
    .selectFrom('invoice')
    .select((eb) => eb.fn.min('due_date').as('date'))
    .where('due_date', '<', today)
    .where(standing)
    .executeTakeFirst();
  return { ...(await dueTally(db, null, addDays(today, -1))), oldest: oldest?.date ?? null };
}

export async function openLinesTally(db: ReadDb): Promise<Tally> {
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
  return log.findLast((note) => note.outcome === 'good')?.at ?? null;
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
    due7: await dueTally(db, today, addDays(today, 7)),
    due30: await dueTally(db, today, addDays(today, 30)),
    overdue: await overdueTally(db, today),
    lastIssued: last ? { number: last.number, date: last.issue_date } : null,
    lastBackup: lastGood(dataDir, company),
    restoredCopy: (await findRestoredCopy(db, dataDir)) !== null,
  };
}
