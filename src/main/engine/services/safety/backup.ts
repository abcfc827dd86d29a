/**
 * Makes a backup: a copy from one snapshot, opened again and verified before it gets its name; the delivered PDFs with it; then the
 * second place; then what is outdated goes. A copy that fails is reported and never takes the place of a good one.
 */
import { randomUUID } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { BackupNote, BackupReason } from '#shared/contract/safety.ts';
import { EngineError, type EngineErrorShape, toErrorShape } from '#shared/model/error.ts';
import {
  clearLeftovers,
  copyWhole,
  freeBackupPath,
  partOf,
  placeFailed,
  settle,
  syncFile,
} from '../../ports/backup-folder.ts';
import { backupNotes, changeBackupNotes } from '../../ports/backup-notes.ts';
import { failpoint } from '../../ports/failpoint.ts';
import { type KnownHead, readHead } from '../../ports/head-store.ts';
import { copyCompany, passesMark, readCompanyFile } from '../../store/company-copy.ts';
import { archivePath } from '../produce.ts';
import { verifyCompany } from '../verify.ts';
import { ViewCache } from '../views.ts';
import { bringOriginals } from './backup-originals.ts';
import { folderAt, type Place, placesOf } from './backup-place.ts';
import { rotate } from './backup-rotate.ts';
import { type CompanyFacts, companyFacts } from './company-facts.ts';
import type { KeeperContext } from './keeper-context.ts';

/** A copy that was read back. */
interface Verified {
  facts: CompanyFacts;
  ok: boolean;
  documents: number;
  originals: { sha256: string; bytes: number }[];
}

interface Put {
  path: string;
  verified: Verified;
  /** As in {@link BackupNote.copyOf}. */
  copyOf: string | null;
}

/** Every step is told as a share of this many. */
const STEPS = 100;

/**
 * Backs the company up to its places. Always answers with what happened and notes it on this computer; throws only when it was
 * cancelled: then nothing is noted, and what was whole at one place by then stays there.
 */
export async function makeBackup(
  ctx: KeeperContext,
  input: { path: string; company: Omit<CompanyFacts, 'content'>; reason: BackupReason },
): Promise<BackupNote> {
  const { path, company } = input;
  const owner = { id: company.id, name: company.name, path, since: company.since };
  const { settings, company: noted } = backupNotes(ctx.dataDir, owner);
  const errors: EngineErrorShape[] = [];
  const made: Put[] = [];
  const missing = new Set<string>();
  for (const place of placesOf(ctx.dataDir, settings)) {
    ctx.throwIfCancelled();
    try {
      const first = made[0];
      const put = first
        ? putAgain(ctx, { place, company, first })
        : await copyTo(ctx, { path, company, place, holder: noted.path });
      made.push(put);
      const { facts, ok, originals } = put.verified;
      const lacking = bringOriginals(ctx, originals, {
        folder: dirname(put.path),
        sourceOf: (sha256) => archivePath(path, sha256),
        told: (share) => ctx.report(80 + Math.floor(15 * share), STEPS),
      });
      for (const sha256 of lacking) missing.add(sha256);
      rotate(put.path, { zone: facts.zone, good: ok, originals: originals.map(({ sha256 }) => sha256) });
    } catch (thrown) {
      if (thrown instanceof EngineError && thrown.code === 'job_cancelled') throw thrown;
      errors.push(toErrorShape(placeFailed(thrown, place.path)));
    }
  }
  const first = made[0];
  const verified = first?.verified;
  const note: BackupNote = {
    at: ctx.now,
    reason: input.reason,
    outcome: verified === undefined ? 'failed' : verified.ok ? 'good' : 'suspect',
    paths: made.map((put) => put.path),
    bytes: first === undefined ? 0 : statSync(first.path).size,
    documents: verified?.documents ?? 0,
    originals: verified?.originals.length ?? 0,
    missingOriginals: missing.size,
    content: verified?.facts.content ?? '',
    copyOf: first === undefined ? (noted.path === path ? null : path) : first.copyOf,
    errors: errors.map(({ code, params, detail }) => ({ code, params, ...(detail === undefined ? {} : { detail }) })),
  };
  changeBackupNotes(ctx.dataDir, owner, (notes) => ({
    ...notes,
    // Where the company's own backup was made, there the company is.
    company: note.copyOf === null && first !== undefined ? { ...notes.company, path } : notes.company,
    log: [...notes.log, note],
  }));
  ctx.report(STEPS, STEPS);
  return note;
}

/**
 * Whether this is a copy, whose backups are kept apart: a file that lacks what this computer knows to have been issued, or one beside
 * the company's own file (`holder`) - unless that one has fallen behind it, for then this one is the company now.
 * `known` was read before the copy was made: the note of what was issued always comes after the commit.
 */
function copyOf(part: string, about: { path: string; holder: string; known: KnownHead }): string | null {
  const { path, holder, known } = about;
  if (known === 'unreadable') return path;
  const mark = known === null ? { ordinal: 0, hash: '' } : { ordinal: known.documents, hash: known.chainHash };
  if (passesMark(part, mark) !== true) return path;
  return holder === path || passesMark(holder, mark) === false ? null : path;
}

/** Copies, reads the copy back, and only then gives it its name. */
async function copyTo(
  ctx: KeeperContext,
  input: { path: string; company: { id: string; name: string }; place: Place; holder: string },
): Promise<Put> {
  const { path, company, place, holder } = input;
  const known = readHead(ctx.dataDir, company.id);
  const beside = holder === path ? null : path;
  const making = folderAt(place, { ...company, copyOf: beside });
  clearLeftovers(making);
  const part = partOf(freeBackupPath(making, ctx.now, false), randomUUID());
  try {
    ctx.report(2, STEPS);
    copyCompany(path, part);
    failpoint('backup.copied');
    syncFile(part);
    ctx.report(30, STEPS);
    ctx.throwIfCancelled();
    const verified = await readBack(ctx, part, company.id);
    const copy = copyOf(part, { path, holder, known });
    const kept = freeBackupPath(folderAt(place, { ...company, copyOf: copy }), ctx.now, !verified.ok);
    settle(part, kept);
    failpoint('backup.settled');
    ctx.report(80, STEPS);
    return { path: kept, verified, copyOf: copy };
  } finally {
    for (const end of ['', '-journal', '.scratch', '.scratch-wal', '.scratch-shm', '.scratch-journal']) {
      rmSync(part + end, { force: true });
    }
  }
}

/** The verified copy again at another place. */
function putAgain(
  ctx: KeeperContext,
  { place, company, first }: { place: Place; company: { id: string; name: string }; first: Put },
): Put {
  const folder = folderAt(place, { ...company, copyOf: first.copyOf });
  clearLeftovers(folder);
  const path = freeBackupPath(folder, ctx.now, !first.verified.ok);
  copyWhole(first.path, path, randomUUID());
  return { ...first, path };
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
