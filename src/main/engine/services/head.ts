/**
 * Comparing the file with what this computer remembers of it. A file that holds fewer documents than were issued here, or
 * other ones, is an older or a foreign copy: issuing from it could give a number a second time, so a person decides first.
 */
import type { CompanySummary } from '#shared/contract/company.ts';
import { type Head, readHead, writeHead } from '../ports/head-store.ts';
import { readMeta } from '../store/company.ts';
import type { ReadDb } from '../store/database.ts';
import { chainHead } from '../store/documents.ts';
import { type ErasureHead, erasureHead } from './safety/erasure-seal.ts';

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
  if (ordinal === 0 || (await findRestoredCopy(db, dataDir)) !== null) return;
  const known = await knownHead(db, dataDir);
  await rememberHead(db, dataDir, known !== null && known.documents < ordinal ? 'as they stand' : 'as noted');
}

/**
 * Remembers the file's head on this computer, after a commit that issued something. Erasures are taken over as they stand only
 * where this computer made them or the file comes from elsewhere: one that somebody wrote into the file is not to become known
 * by the next invoice.
 */
export async function rememberHead(
  db: ReadDb,
  dataDir: string,
  erasures: 'as noted' | 'as they stand' = 'as noted',
): Promise<void> {
  const companyId = await readMeta(db, 'company_id');
  if (companyId === null) return;
  const known = await knownHead(db, dataDir);
  const there = await erasureHead(db);
  const kept = erasures === 'as they stand' || isExpected(known, there) ? there : known?.erasures;
  writeHead(dataDir, companyId, { ...(await headOf(db)), ...(kept === undefined ? {} : { erasures: kept }) });
}

/** Before an erasure is committed: what the file will then hold, so that a kill before the note leaves no doubt. */
export async function announceErasures(db: ReadDb, dataDir: string): Promise<void> {
  const companyId = await readMeta(db, 'company_id');
  const known = await knownHead(db, dataDir);
  if (companyId !== null && known !== null) writeHead(dataDir, companyId, { ...known, erasing: await erasureHead(db) });
}

/** Whether the erasures of the file are those that this computer knows of. */
export async function areErasuresKnown(db: ReadDb, known: Head): Promise<boolean> {
  return isExpected(known, await erasureHead(db));
}

function isExpected(known: Head | null, there: ErasureHead): boolean {
  if (known === null || known.erasures === undefined) return true;
  return [known.erasures, known.erasing].some((one) => one?.count === there.count && one.seal === there.seal);
}

async function knownHead(db: ReadDb, dataDir: string): Promise<Head | null> {
  const companyId = await readMeta(db, 'company_id');
  const known = companyId === null ? null : readHead(dataDir, companyId);
  return known === 'unreadable' ? null : known;
}
