/** Use cases around the company itself: its page, its figures, the older copy put back. */
import type { CompanySummary } from '#shared/contract/company.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { Company } from '#shared/model/company.ts';
import { EngineError } from '#shared/model/error.ts';
import { isCurrency } from '../domain/money/currency.ts';
import { readAudit, readCompany, updateCompany, writeAudit } from '../store/company.ts';
import { writeCounter } from '../store/series.ts';
import { assertLogo, assertZone } from './company-files.ts';
import { type ReadContext, todayIn, type WriteContext } from './context.ts';
import { findRestoredCopy, rememberHead } from './head.ts';
import { exactSum, sumOf } from './views.ts';

export async function getCompany(ctx: ReadContext): Promise<Company> {
  return (await readCompany(ctx.db)).company;
}

export async function saveCompany(ctx: WriteContext, input: Parsed<'company.update'>): Promise<Company> {
  if (!isCurrency(input.profile.currency)) {
    throw new EngineError('currency_unknown', { currency: input.profile.currency }, { place: { field: 'currency' } });
  }
  assertZone(input.profile.zone);
  assertLogo(input.profile.logo);
  if (!(await updateCompany(ctx.trx, input.profile, input.rowVersion)))
    throw new EngineError('row_changed', { what: 'company' });
  const { company } = await readCompany(ctx.db);
  await writeAudit(ctx.trx, ctx.now, ctx.actor, { action: 'company.changed', subject: company.id });
  return company;
}

export async function companySummary(ctx: ReadContext): Promise<Output<'company.summary'>> {
  const { company } = await readCompany(ctx.db);
  const today = todayIn(company.zone, ctx.now);
  const restored = await findRestoredCopy(ctx.db, ctx.dataDir);
  return {
    company,
    counts: await counts(ctx),
    amounts: await amounts(ctx, `${today.slice(0, 7)}-01`, today),
    recent: await readAudit(ctx.db, null, 12),
    restoredCopy: restored?.summary ?? null,
    today,
  };
}

async function counts({ db }: ReadContext): Promise<CompanySummary['counts']> {
  const row = await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('customer')
        .select((e) => e.fn.countAll<number>().as('n'))
        .where('archived', '=', 0)
        .as('customers'),
      eb
        .selectFrom('product')
        .select((e) => e.fn.countAll<number>().as('n'))
        .where('archived', '=', 0)
        .as('products'),
      eb
        .selectFrom('pending_line')
        .select((e) => e.fn.countAll<number>().as('n'))
        .where('status', '=', 'open')
        .as('openLines'),
      eb
        .selectFrom('pending_line')
        .select((e) => e.fn.countAll<number>().as('n'))
        .where('status', '=', 'held')
        .as('heldLines'),
      eb
        .selectFrom('bill_run')
        .select((e) => e.fn.countAll<number>().as('n'))
        .where('status', 'in', ['collecting', 'drafting', 'reviewing', 'finalising', 'producing'])
        .as('runsInReview'),
      eb
        .selectFrom('invoice')
        .select((e) => e.fn.countAll<number>().as('n'))
        .as('invoices'),
    ])
    .executeTakeFirstOrThrow();
  return {
    customers: row.customers ?? 0,
    products: row.products ?? 0,
    openLines: row.openLines ?? 0,
    heldLines: row.heldLines ?? 0,
    runsInReview: row.runsInReview ?? 0,
    invoices: row.invoices ?? 0,
  };
}

async function amounts({ db }: ReadContext, from: string, to: string): Promise<CompanySummary['amounts']> {
  const lines = await db
    .selectFrom('pending_line')
    .select((eb) => ['currency', sumOf(eb.ref('net')).as('sum')])
    .where('status', '=', 'open')
    .groupBy('currency')
    .execute();
  const drafts = await db
    .selectFrom('draft')
    .select((eb) => ['currency', sumOf(eb.ref('gross')).as('sum')])
    .where('status', 'in', ['open', 'approved', 'held'])
    .groupBy('currency')
    .execute();
  const issued = await db
    .selectFrom('invoice')
    .select((eb) => ['currency', sumOf(eb.ref('gross')).as('sum')])
    .where('issue_date', '>=', from)
    .where('issue_date', '<=', to)
    .groupBy('currency')
    .execute();
  const by = new Map<string, CompanySummary['amounts'][number]>();
  const of = (currency: string) => {
    const known = by.get(currency) ?? { currency, openLines: 0, drafts: 0, issuedThisMonth: 0 };
    by.set(currency, known);
    return known;
  };
  for (const row of lines) of(row.currency).openLines = exactSum(row.sum);
  for (const row of drafts) of(row.currency).drafts = exactSum(row.sum);
  for (const row of issued) of(row.currency).issuedThisMonth = exactSum(row.sum);
  return [...by.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

/**
 * A person takes an older copy as the company's truth. Its counters are raised to the highest numbers known on this
 * computer, and a series that it lacks is made again, so that no number is given twice; what is missing in between is on record in the audit trail.
 */
export async function acceptRestoredCopy(
  ctx: WriteContext,
  input: Parsed<'company.acceptRestoredCopy'>,
): Promise<{ accepted: true }> {
  const found = await findRestoredCopy(ctx.db, ctx.dataDir);
  if (!found) return { accepted: true };
  for (const [id, series] of Object.entries(found.known?.series ?? {})) {
    // A series made after the copy: without it its numbers could be given again by a new one like it.
    await ctx.trx
      .insertInto('series')
      .values({
        id,
        name: series.name,
        kind: series.kind,
        prefix: series.prefix,
        pattern: series.pattern,
        reset: series.reset,
        start_at: series.startAt,
        customer_id: null,
        is_default: 0,
        archived: 0,
        last_date: null,
        created_at: ctx.now,
        row_version: 1,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }
  for (const [key, last] of Object.entries(found.known?.last ?? {})) {
    const [seriesId = '', counterKey = ''] = key.split('|');
    const current = await ctx.db
      .selectFrom('series_counter')
      .select('last_seq')
      .where('series_id', '=', seriesId)
      .where('counter_key', '=', counterKey)
      .executeTakeFirst();
    if ((current?.last_seq ?? 0) < last.seq) await writeCounter(ctx.trx, seriesId, counterKey, last);
  }
  await writeAudit(ctx.trx, ctx.now, ctx.actor, {
    action: 'company.restored_copy_accepted',
    subject: null,
    params: {
      reason: input.reason,
      known: found.summary.knownDocuments ?? '?',
      documents: found.summary.fileDocuments,
    },
  });
  ctx.afterCommit((db) => rememberHead(db, ctx.dataDir));
  return { accepted: true };
}
