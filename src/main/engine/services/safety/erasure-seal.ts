/**
 * The seal of an erasure: one hash over what an erased document leaves behind (its invoice row, its taxes, its links), why and
 * when it was erased, and the seal before it. With the body gone nothing else proves the amounts of the row.
 */
import { z } from 'zod';
import { canonicalJson, sha256 } from '../../domain/invoice/canonical.ts';
import type { RetentionRule } from '../../domain/keeping/retention.ts';
import type { ReadDb } from '../../store/database.ts';

/** What the end of keeping was worked out from, as an erasure keeps it. */
export const AppliedRule = z.object({
  country: z.string(),
  years: z.int().min(1),
  from: z.enum(['fiscal_year_end', 'calendar_year_end']),
  source: z.string(),
  /** Month and day on which the fiscal year ended, `12-31`. */
  fiscalYearEnd: z.string().regex(/^\d\d-\d\d$/),
});
export type AppliedRule = z.infer<typeof AppliedRule>;

export const appliedRule = (rule: RetentionRule, fiscalYearEnd: string): AppliedRule => ({
  country: rule.country,
  years: rule.years,
  from: rule.from,
  source: rule.source,
  fiscalYearEnd,
});

export interface ErasureEntry {
  seq: number;
  document_id: number;
  at: string;
  actor: string;
  reason: string;
  keep_until: string;
  rule: string;
}

/**
 * The seal that this entry has, after the one before it (empty for the first), over the rows as they stand now; `emptied` is
 * what of the invoice's row is about to read otherwise.
 */
export async function sealOf(
  db: ReadDb,
  entry: ErasureEntry,
  previous: string,
  emptied: Readonly<Record<string, string>> = {},
): Promise<string> {
  const document = await db
    .selectFrom('document')
    .select(['id', 'format_version', 'kind', 'number', 'sha256', 'previous_hash', 'chain_hash', 'created_at'])
    .where('id', '=', entry.document_id)
    .executeTakeFirst();
  const invoice = await db
    .selectFrom('invoice')
    .selectAll()
    .where('document_id', '=', entry.document_id)
    .executeTakeFirst();
  const taxes = invoice
    ? await db
        .selectFrom('invoice_tax')
        .selectAll()
        .where('invoice_id', '=', invoice.id)
        .orderBy('category')
        .orderBy('rate')
        .execute()
    : [];
  const { seq, document_id, at, actor, reason, keep_until, rule } = entry;
  const left = invoice ? { ...invoice, ...emptied } : null;
  const said = [seq, document_id, at, actor, reason, keep_until, rule];
  return sha256(canonicalJson(['liasse-erasure-1', previous, said, document ?? null, left, taxes]));
}

/** How many documents were erased, and the last one's seal: what is noted outside the file. */
export interface ErasureHead {
  count: number;
  seal: string;
}

export async function erasureHead(db: ReadDb): Promise<ErasureHead> {
  const last = await db
    .selectFrom('document_erasure')
    .select(['seq', 'seal'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { count: last?.seq ?? 0, seal: last?.seal ?? '' };
}
