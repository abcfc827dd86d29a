/**
 * Makes a backup: a copy from one snapshot, opened again and verified before it gets its name; the delivered PDFs with it; then the
 * second place; then what is outdated goes. A copy that fails is reported and never takes the place of a good one.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BackupNote, BackupReason } from '#shared/contract/safety.ts';
import { EngineError, type EngineErrorShape, toErrorShape } from '#shared/model/error.ts';
import { outdated } from '../../domain/keeping/rotation.ts';
import {
  clearLeftovers,
  copyWhole,
  freeBackupPath,
  keepOriginal,
  keptOriginals,
  listBackups,
  originalPath,
  partOf,
  placeFailed,
  settle,
  syncFile,
} from '../../ports/backup-folder.ts';
import { backupNotes, changeBackupNotes } from '../../ports/backup-notes.ts';
import { failpoint } from '../../ports/failpoint.ts';
import { copyCompany, originalsNamedIn, readCompanyFile } from '../../store/company-copy.ts';
import { todayIn } from '../context.ts';
import { archivePath } from '../produce.ts';
import { verifyCompany } from '../verify.ts';
import { ViewCache } from '../views.ts';
import { folderAt, type Place, placesOf } from './backup-place.ts';
import { type CompanyFacts, companyFacts } from './company-facts.ts';
import type { KeeperContext } from './keeper-context.ts';

/** A copy that was read back. */
interface Verified {
  facts: CompanyFacts;
  ok: boolean;
  documents: number;
  originals: { sha256: string; bytes: number }[];
}

/** Every step is told as a share of this many. */
const STEPS = 100;

/**
 * Backs the company up to its places. Always answers with what happened and notes it on this computer; throws only when it was
 * cancelled (then nothing is noted and nothing stays).
 */
export async function makeBackup(
  ctx: KeeperContext,
  input: { path: string; company: Omit<CompanyFacts, 'content'>; reason: BackupReason },
): Promise<BackupNote> {
  const { path, company } = input;
  const owner = { id: company.id, name: company.name, path, since: company.since };
  const { settings } = backupNotes(ctx.dataDir, owner);
  const errors: EngineErrorShape[] = [];
  const paths: string[] = [];
  const made: { path: string; verified: Verified }[] = [];
  const missing = new Set<string>();
  for (const place of placesOf(ctx.dataDir, settings)) {
    ctx.throwIfCancelled();
    try {
      const first = made[0];
      const put = first ? putAgain(ctx, place, company, first) : await copyTo(ctx, { path, company, place });
      made.push(put);
      paths.push(put.path);
      for (const sha256 of bringOriginals(ctx, put, (hash) => archivePath(path, hash))) missing.add(sha256);
      if (put.verified.ok) rotate(put.path, put.verified);
    } catch (thrown) {
      if (thrown instanceof EngineError && thrown.code === 'job_cancelled') throw thrown;
      errors.push(toErrorShape(placeFailed(thrown, place.path)));
    }
  }
  const verified = made[0]?.verified;
  const first = paths[0];
  const note: BackupNote = {
    at: ctx.now,
    reason: input.reason,
    outcome: verified === undefined ? 'failed' : verified.ok ? 'good' : 'suspect',
    paths,
    bytes: first === undefined ? 0 : statSync(first).size,
    documents: verified?.documents ?? 0,
    originals: verified?.originals.length ?? 0,
    missingOriginals: missing.size,
    content: verified?.facts.content ?? '',
    errors: errors.map(({ code, params, detail }) => ({ code, params, ...(detail === undefined ? {} : { detail }) })),
  };
  changeBackupNotes(ctx.dataDir, owner, (notes) => ({ ...notes, log: [...notes.log, note] }));
  ctx.report(STEPS, STEPS);
  return note;
}

/** Copies, reads the copy back, and only then gives it its name. */
async function copyTo(
  ctx: KeeperContext,
  input: { path: string; company: { id: string; name: string }; place: Place },
): Promise<{ path: string; verified: Verified }> {
  const folder = folderAt(input.place, input.company);
  clearLeftovers(folder);
  const part = partOf(freeBackupPath(folder, ctx.now, false), randomUUID());
  try {
    ctx.report(2, STEPS);
    copyCompany(input.path, part);
    failpoint('backup.copied');
    syncFile(part);
    ctx.report(30, STEPS);
    ctx.throwIfCancelled();
    const verified = await readBack(ctx, part, input.company.id);
    const path = freeBackupPath(folder, ctx.now, !verified.ok);
    failpoint('backup.verified');
    settle(part, path);
    failpoint('backup.settled');
    ctx.report(80, STEPS);
    return { path, verified };
  } finally {
    rmSync(part, { force: true });
  }
}

/** The verified copy again at another place. */
function putAgain(
  ctx: KeeperContext,
  place: Place,
  company: { id: string; name: string },
  first: { path: string; verified: Verified },
): { path: string; verified: Verified } {
  const folder = folderAt(place, company);
  clearLeftovers(folder);
  const path = freeBackupPath(folder, ctx.now, !first.verified.ok);
  copyWhole(first.path, path, randomUUID());
  return { path, verified: first.verified };
}

/**
 * Opens the copy as any company file is opened (application id, version, quick_check) and runs `verify` on it.
 * Throws `backup_unreadable` when it cannot be read back, or is another company's.
 */
async function readBack(ctx: KeeperContext, part: string, companyId: string): Promise<Verified> {
  const bad = (cause: unknown) => new EngineError('backup_unreadable', { file: basename(part) }, { cause });
  try {
    return await readCompanyFile(part, `${part}.scratch`, async (db) => {
      const facts = await companyFacts(db);
      if (facts.id !== companyId) throw bad(new Error('another company'));
      const report = await verifyCompany(
        {
          ...ctx,
          db,
          views: new ViewCache(),
          path: part,
          report: (done, total) => ctx.report(30 + Math.floor((50 * done) / Math.max(1, total ?? done)), STEPS),
        },
        { head: false },
      );
      const originals = await db.selectFrom('archive_file').select(['sha256', 'bytes']).execute();
      // A gap left by a copy that a person accepted is the company's history, not a fault of its copies.
      const ok = report.problems.every((problem) => problem.code === 'number_gap');
      return { facts, ok, documents: report.documents, originals };
    });
  } catch (thrown) {
    if (thrown instanceof EngineError && ['job_cancelled', 'backup_unreadable'].includes(thrown.code)) throw thrown;
    throw bad(thrown);
  }
}

/** The delivered PDFs that the copy names, only what is new. Gives the hashes of those that the company itself lacks. */
function bringOriginals(
  ctx: KeeperContext,
  put: { path: string; verified: Verified },
  sourceOf: (sha256: string) => string,
): string[] {
  const folder = join(put.path, '..');
  const { originals } = put.verified;
  const lacking: string[] = [];
  for (const [at, { sha256, bytes }] of originals.entries()) {
    if (at % 100 === 0) ctx.throwIfCancelled();
    const source = sourceOf(sha256);
    const stat = statSync(source, { throwIfNoEntry: false });
    if (stat?.size === bytes) keepOriginal(source, folder, sha256, randomUUID());
    else if (!existsSync(originalPath(folder, sha256))) lacking.push(sha256);
    if (at % 100 === 99) ctx.report(80 + Math.floor((15 * at) / originals.length), STEPS);
  }
  failpoint('backup.originals');
  return lacking;
}

/**
 * After a good backup: what the rule no longer keeps goes, and of the doubtful ones all but the newest. Never a file that is not
 * ours, never the newest. Originals that no backup names any more (their document was erased) go as well.
 */
function rotate(path: string, verified: Verified): void {
  const folder = join(path, '..');
  const files = listBackups(folder).map((file) => ({ ...file, day: todayIn(verified.facts.zone, file.at) }));
  const good = files.filter((file) => !file.suspect);
  const doubtful = files.filter((file) => file.suspect).slice(1);
  for (const file of [...outdated(good), ...doubtful]) {
    // A clock set back may take the copy just made for an old one.
    if (file.path !== path) rmSync(file.path, { force: true });
  }
  sweepOriginals(folder, new Set(verified.originals.map(({ sha256 }) => sha256)));
}

/** Rare: only what the newest backup does not name is looked up in the others. */
function sweepOriginals(folder: string, named: ReadonlySet<string>): void {
  const unnamed = new Set(keptOriginals(folder).filter((sha256) => !named.has(sha256)));
  if (unnamed.size === 0) return;
  for (const file of listBackups(folder)) {
    const there = originalsNamedIn(file.path);
    if (there === null) return;
    for (const sha256 of there) unnamed.delete(sha256);
  }
  for (const sha256 of unnamed) rmSync(originalPath(folder, sha256), { force: true });
}
