/** Documents without content: is each erasure one that was made here, after the time of keeping, over the row as it stands. */
import { keepUntil } from '../domain/keeping/retention.ts';
import type { ReadDb } from '../store/database.ts';
import { AppliedRule, sealOf } from './safety/erasure-seal.ts';

/** No zone is further ahead of UTC: an instant's date is never later than so. */
const FURTHEST_AHEAD_MS = 14 * 3_600_000;

export async function checkErasures(
  db: ReadDb,
  found: (code: string, params: Record<string, string | number>) => void,
): Promise<void> {
  const rows = await db
    .selectFrom('document_erasure')
    .leftJoin('document', 'document.id', 'document_erasure.document_id')
    .leftJoin('invoice', 'invoice.document_id', 'document.id')
    .selectAll('document_erasure')
    .select((eb) => [
      'document.number',
      'invoice.issue_date',
      eb.fn<number | null>('length', ['document.body']).as('bytes'),
    ])
    .orderBy('document_erasure.seq')
    .execute();
  let previous = '';
  for (const [index, row] of rows.entries()) {
    const { number, issue_date, bytes, seal, ...entry } = row;
    const name = number ?? '?';
    const again = await sealOf(db, entry, previous);
    if (entry.seq !== index + 1 || seal !== again || bytes !== 0) found('erasure_false', { number: name });
    previous = seal;
    if (issue_date !== null && !isDue(entry, issue_date)) found('erasure_early', { number: name });
  }
}

/** Whether the rule that it names gives the day that it names, and it was made after it. */
function isDue(entry: { at: string; keep_until: string; rule: string }, issueDate: string): boolean {
  const rule = readRule(entry.rule);
  if (rule === null) return false;
  const until = keepUntil({ ...rule, validFrom: '', validTo: null }, issueDate, rule.fiscalYearEnd);
  const latest = new Date(Date.parse(entry.at) + FURTHEST_AHEAD_MS).toISOString().slice(0, 10);
  return until === entry.keep_until && latest > until;
}

/** Null where the text is no rule of ours. */
function readRule(text: string): AppliedRule | null {
  try {
    return AppliedRule.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
