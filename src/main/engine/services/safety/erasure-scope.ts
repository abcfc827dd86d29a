/** Whom an erasure is about, what the law keeps of him, and what stands in its way. */
import { type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import type { ErasurePreview } from '#shared/contract/safety.ts';
import { EngineError } from '#shared/model/error.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import type { IsoDate } from '#shared/model/values.ts';
import { keepUntil, type RetentionRule, retentionRule } from '../../domain/keeping/retention.ts';
import { readCompany } from '../../store/company.ts';
import type { ReadDb } from '../../store/database.ts';
import { type ReadContext, todayIn } from '../context.ts';
import { type AppliedRule, appliedRule } from './erasure-seal.ts';
import { formerValues, NAMING } from './former-values.ts';

const PAGE = 500;

export interface PersonScope {
  customer: { id: string; code: string; name: string | null; erasedAt: string | null };
  /** The record and those merged into it. */
  ids: string[];
  /** What names or named the person and no other customer, to be looked for elsewhere. */
  plain: string[];
}

export async function personScope(db: ReadDb, customerId: CustomerId): Promise<PersonScope> {
  const row = await db.selectFrom('customer').selectAll().where('id', '=', customerId).executeTakeFirst();
  if (!row) throw new EngineError('not_found', { what: 'customer' });
  if (row.merged_into !== null) throw new EngineError('erasure_merged', { code: row.code });
  const records = [row];
  for (let known = 0; known < records.length; ) {
    const level = records.slice(known).map((record) => record.id);
    known = records.length;
    records.push(...(await db.selectFrom('customer').selectAll().where('merged_into', 'in', level).execute()));
  }
  const ids = records.map((record) => record.id);
  const plain = await formerValues(db, ids);
  for (const record of records) {
    const { name, email, phone, contact_name, vat_number, registration_number, electronic_address } = record;
    for (const value of [name, email, phone, contact_name, vat_number, registration_number, electronic_address]) {
      if (value !== null && value.trim().length > 2) plain.add(value);
    }
    // A code made of digits only is a number like any other.
    if (/\p{L}/u.test(record.code) && record.code.length > 2) plain.add(record.code);
  }
  return {
    customer: { id: row.id, code: row.code, name: row.name, erasedAt: row.erased_at },
    ids,
    plain: await ownValues(db, ids, [...plain]),
  };
}

/** A name or a mailbox that another customer has as well says nothing of this one, and is part of the other's history. */
async function ownValues(db: ReadDb, ids: readonly string[], values: readonly string[]): Promise<string[]> {
  const own: string[] = [];
  for (const value of values) {
    // A code made of digits only is a number like any other.
    if (/^\d{1,6}$/.test(value)) continue;
    const columns = [...NAMING, 'code'].map((column) => sql`${sql.ref(column)} = ${value}`);
    const other = await db
      .selectFrom('customer')
      .select('id')
      .where('id', 'not in', [...ids])
      .where(sql<SqlBool>`(${sql.join(columns, sql` OR `)})`)
      .limit(1)
      .executeTakeFirst();
    if (!other) own.push(value);
  }
  return own;
}

export async function blockersOf(db: ReadDb, ids: readonly string[]): Promise<ErasurePreview['blockers']> {
  const lines = await db
    .selectFrom('pending_line')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('customer_id', 'in', [...ids])
    .where('status', 'in', ['open', 'drafted', 'held'])
    .executeTakeFirstOrThrow();
  const drafts = await db
    .selectFrom('draft')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('customer_id', 'in', [...ids])
    .where('status', '<>', 'finalised')
    .executeTakeFirstOrThrow();
  return { openLines: lines.n, drafts: drafts.n };
}

export interface KeptDocument {
  documentId: number;
  invoiceId: string;
  number: string;
  issueDate: IsoDate;
  keepUntil: IsoDate;
  /** What gave that day. */
  rule: AppliedRule;
  /** Its time is over. */
  expired: boolean;
}

export interface Keeping {
  documents: KeptDocument[];
  rule: ErasurePreview['rule'];
}

/**
 * Every document issued to these records that still has its content, with the last day of its keeping: the longest that any
 * country gives under whose law it was issued or is kept now, for any beginning of the fiscal year that the company ever had.
 * A seat that moves shortens no time that was running.
 */
export async function keepingOf(
  ctx: Pick<ReadContext, 'db' | 'resources' | 'now'>,
  ids: readonly string[],
): Promise<Keeping> {
  const { company } = await readCompany(ctx.db);
  const today = todayIn(company.zone, ctx.now);
  const yearEnds = (await fiscalYearStarts(ctx.db, company.fiscalYearStart)).map(yearEndOf);
  const rules = ctx.resources.retention;
  const documents: KeptDocument[] = [];
  for (let after = 0; ; ) {
    const page = await ctx.db
      .selectFrom('invoice')
      .innerJoin('document', 'document.id', 'invoice.document_id')
      .select(['invoice.id', 'invoice.document_id', 'invoice.number', 'invoice.issue_date'])
      .select(sql<string | null>`json_extract(CAST(document.body AS TEXT), '$.seller.country')`.as('seller'))
      .where('invoice.customer_id', 'in', [...ids])
      .where('invoice.document_id', '>', after)
      .where(sql<boolean>`length(document.body) > 0`)
      .orderBy('invoice.document_id')
      .limit(PAGE)
      .execute();
    const last = page.at(-1);
    if (!last) break;
    after = last.document_id;
    for (const row of page) {
      const countries = new Set([row.seller ?? company.country, company.country]);
      const applied = [...countries].map((country) => retentionRule(rules, country, row.issue_date));
      const { until, rule } = longest(applied, row.issue_date, yearEnds);
      documents.push({
        documentId: row.document_id,
        invoiceId: row.id,
        number: row.number,
        issueDate: row.issue_date,
        keepUntil: until,
        rule,
        expired: until < today,
      });
    }
  }
  // The rule that keeps longest is the one to show; without documents, the one that would hold today.
  const last = documents.toSorted((a, b) => (a.keepUntil < b.keepUntil ? -1 : 1)).at(-1);
  const shown =
    last?.rule ?? appliedRule(retentionRule(rules, company.country, today), yearEndOf(company.fiscalYearStart));
  const { country, years, source, fiscalYearEnd } = shown;
  return { documents, rule: { country, years, source, fiscalYearEnd } };
}

function longest(
  rules: readonly RetentionRule[],
  issueDate: IsoDate,
  yearEnds: readonly string[],
): { until: IsoDate; rule: AppliedRule } {
  const all = rules.flatMap((rule) =>
    yearEnds.map((end) => ({ until: keepUntil(rule, issueDate, end), rule: appliedRule(rule, end) })),
  );
  // The first of the longest: the seller's own country, the fiscal year as it is now.
  return all.reduce((best, one) => (one.until > best.until ? one : best));
}

const Changes = z.array(z.tuple([z.string(), z.string(), z.string()]));

/** The month in which the fiscal year begins now, and those in which it ever began, as the trail has them. */
async function fiscalYearStarts(db: ReadDb, now: number): Promise<number[]> {
  const rows = await db
    .selectFrom('audit_event')
    .select(sql<string>`json_extract(params, '$.changes')`.as('changes'))
    .where('action', 'like', 'company.%')
    .where(sql<SqlBool>`instr(params, 'fiscalYearStart') > 0`)
    .execute();
  const starts = new Set([now]);
  for (const { changes } of rows) {
    for (const [field, from, to] of Changes.parse(JSON.parse(changes))) {
      if (field !== 'fiscalYearStart') continue;
      for (const month of [Number(from), Number(to)]) if (month >= 1 && month <= 12) starts.add(month);
    }
  }
  return [...starts];
}

/** Month and day on which a fiscal year ends that begins with this month. */
function yearEndOf(firstMonth: number): string {
  const month = firstMonth === 1 ? 12 : firstMonth - 1;
  return `${String(month).padStart(2, '0')}-31`;
}
