/**
 * Comparing the file with what this computer remembers of it. A file that holds fewer documents than were issued here, or
 * other ones, is an older or a foreign copy: issuing from it could give a number a second time, so a person decides first.
 */
import type { CompanySummary } from '#shared/contract/company.ts';
import { type Head, readHead, writeHead } from '../ports/head-store.ts';
import { readMeta } from '../store/company.ts';
import type { ReadDb } from '../store/database.ts';
import { chainHead } from '../store/documents.ts';

/** The state of the file, as it would be remembered. */
async function headOf(db: ReadDb): Promise<Head> {
  const head = await chainHead(db);
  const counters = await db
    .selectFrom('series_counter')
    .innerJoin('series', 'series.id', 'series_counter.series_id')
    .selectAll('series_counter')
    .select(['last_date', 'name', 'kind', 'prefix', 'pattern', 'reset', 'start_at'])
    .execute();
  return {
    v: 1,
    documents: head.ordinal,
    chainHash: head.hash,
    series: Object.fromEntries(
      counters.map(({ series_id, name, kind, prefix, pattern, reset, start_at }) => [
        series_id,
        { name, kind, prefix, pattern, reset, startAt: start_at },
      ]),
    ),
    last: Object.fromEntries(
      counters.map((row) => [
        `${row.series_id}|${row.counter_key}`,
        { seq: row.last_seq, number: row.last_number, date: row.last_date ?? '' },
      ]),
    ),
  };
}

/**
 * Null when the file is at or ahead of what is known here; else what is missing from it. Where what was noted here cannot be
 * read, `known` is null: nobody can say what is missing, so a person decides as for an older copy.
 */
export async function findRestoredCopy(
  db: ReadDb,
  dataDir: string,
): Promise<{ known: Head | null; summary: NonNullable<CompanySummary['restoredCopy']> } | null> {
  const companyId = await readMeta(db, 'company_id');
  if (companyId === null) return null;
  const known = readHead(dataDir, companyId);
  if (known === 'unreadable') {
    const { ordinal } = await chainHead(db);
    return { known: null, summary: { knownDocuments: null, fileDocuments: ordinal, missingNumbers: [] } };
  }
  if (known === null || known.documents === 0) return null;
  const there = await db
    .selectFrom('document')
    .select('chain_hash')
    .where('id', '=', known.documents)
    .executeTakeFirst();
  if (there?.chain_hash === known.chainHash) return null;
  const current = await headOf(db);
  const missingNumbers = Object.entries(known.last)
    .filter(([key, last]) => (current.last[key]?.seq ?? 0) < last.seq)
    .map(([, last]) => last.number);
  return { known, summary: { knownDocuments: known.documents, fileDocuments: current.documents, missingNumbers } };
}

/**
 * At opening: a file that is ahead of what is remembered here (the process ended between a commit and its note, or the file
 * comes from another computer) is remembered as it is now. An older or a foreign copy leaves the note as it stands.
 */
export async function catchUpHead(db: ReadDb, dataDir: string): Promise<void> {
  const { ordinal } = await chainHead(db);
  if (ordinal > 0 && (await findRestoredCopy(db, dataDir)) === null) await rememberHead(db, dataDir);
}

/** Remembers the file's head on this computer, after a commit that issued something. */
export async function rememberHead(db: ReadDb, dataDir: string): Promise<void> {
  const companyId = await readMeta(db, 'company_id');
  if (companyId !== null) writeHead(dataDir, companyId, await headOf(db));
}
