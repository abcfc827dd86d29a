/**
 * Comes back to a backup. The copy is made whole beside its place first; the file that lies there is kept under another name; only
 * then does one renaming put the copy in its place. Killed at any moment, the place holds the one or the other, whole.
 */
import { randomUUID } from 'node:crypto';
import { constants, copyFileSync, existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RestoreResult } from '#shared/contract/safety.ts';
import { EngineError } from '#shared/model/error.ts';
import { archiveCopy, readOriginal } from '../../ports/archive.ts';
import { clearLeftovers, isFolder, partOf, placeFailed, settle, syncFile } from '../../ports/backup-folder.ts';
import { type BackupNotes, changeBackupNotes } from '../../ports/backup-notes.ts';
import { failpoint } from '../../ports/failpoint.ts';
import { copyCompany, foldJournal, originalsNamedIn, readCompanyFile } from '../../store/company-copy.ts';
import { archivePath } from '../produce.ts';
import { knownPathOf } from './backup-status.ts';
import { companyFacts } from './company-facts.ts';
import { originalSources, withScratch } from './inspect.ts';
import type { KeeperContext } from './keeper-context.ts';

const STEPS = 100;

export interface RestoreInput {
  file: string;
  target: string;
  /** What lies at `target` is kept aside; false: nothing may lie there. */
  replace: boolean;
}

/**
 * The caller holds the owner lock of `target`. Throws company_exists, company_folder_missing, disk_full, folder_not_writable, and what
 * opening the backup throws; until the last step nothing that was there has changed.
 */
export async function restoreCopy(ctx: KeeperContext, input: RestoreInput): Promise<RestoreResult> {
  const { file, target, replace } = input;
  if (!isFolder(dirname(target))) throw new EngineError('company_folder_missing', { folder: dirname(target) });
  if (!replace && existsSync(target)) throw new EngineError('company_exists', { file: target });
  clearLeftovers(dirname(target));
  const fresh = partOf(target, randomUUID());
  try {
    copyCompany(file, fresh);
    syncFile(fresh);
    failpoint('restore.copied');
    ctx.report(30, STEPS);
    const facts = await withScratch((scratch) => readCompanyFile(fresh, scratch, companyFacts));
    const brought = await bringOriginals(ctx, {
      sources: originalSources(file, knownPathOf(ctx.dataDir, facts.id)),
      target,
      hashes: originalsNamedIn(fresh) ?? [],
    });
    const keptAs = existsSync(target) ? keepAside(target, ctx.now) : null;
    failpoint('restore.aside');
    ctx.throwIfCancelled();
    // A journal left of the file that was there would be taken for the copy's own.
    for (const suffix of ['-wal', '-shm']) rmSync(target + suffix, { force: true });
    settle(fresh, target);
    failpoint('restore.settled');
    const { content: _, zone: _zone, ...owner } = facts;
    // A copy put beside the company does not move it.
    const moved = (notes: BackupNotes) => ({ ...notes, company: { ...notes.company, path: target } });
    changeBackupNotes(ctx.dataDir, { ...owner, path: target }, replace ? moved : (notes) => notes);
    ctx.report(STEPS, STEPS);
    return { path: target, companyId: facts.id, keptAs, ...brought };
  } catch (thrown) {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(fresh + suffix, { force: true });
    throw thrown instanceof EngineError ? thrown : placeFailed(thrown, dirname(target));
  }
}

/** Delivered PDFs go back into the archive from wherever one lies whole; what lies there whole is left alone. Only whole ones count. */
async function bringOriginals(
  ctx: KeeperContext,
  given: { sources: readonly ((sha256: string) => string)[]; target: string; hashes: readonly string[] },
): Promise<{ originals: number; missingOriginals: number }> {
  const { sources, target, hashes } = given;
  let originals = 0;
  for (const [at, sha256] of hashes.entries()) {
    ctx.throwIfCancelled();
    const place = archivePath(target, sha256);
    let whole = (await readOriginal(place, sha256)) !== null;
    for (const source of sources) {
      if (whole) break;
      const path = source(sha256);
      if (path === place || (await readOriginal(path, sha256)) === null) continue;
      await archiveCopy(path, place);
      whole = (await readOriginal(place, sha256)) !== null;
    }
    if (whole) originals += 1;
    if (at % 50 === 49) ctx.report(30 + Math.floor((60 * at) / hashes.length), STEPS);
  }
  return { originals, missingOriginals: hashes.length - originals };
}

/**
 * A copy of what lies at a place under a second name beside it: whole, or where it is too damaged for that, byte by byte with its
 * journal, which may still be of use to somebody. The place itself still holds it afterwards. Gives the second name.
 */
function keepAside(target: string, now: string): string {
  const stem = `${target.replace(/\.liasse$/i, '')}.before-restore-${now.slice(0, 19).replaceAll(':', '')}Z`;
  let aside = `${stem}.liasse`;
  for (let n = 2; existsSync(aside); n += 1) aside = `${stem}-${n}.liasse`;
  const part = partOf(aside, randomUUID());
  try {
    if (foldJournal(target) && copies(target, part)) {
      syncFile(part);
      settle(part, aside);
      return aside;
    }
    for (const suffix of ['-wal', '-shm', '']) {
      if (existsSync(target + suffix)) copyFileSync(target + suffix, aside + suffix, constants.COPYFILE_EXCL);
    }
    syncFile(aside);
    return aside;
  } finally {
    for (const suffix of ['', '-journal']) rmSync(part + suffix, { force: true });
  }
}

/** Whether SQLite could copy it whole; what it cannot copy because of its state is kept as it is. A full disk is neither. */
function copies(source: string, target: string): boolean {
  try {
    copyCompany(source, target);
    return true;
  } catch (thrown) {
    if (thrown instanceof EngineError && thrown.code !== 'disk_full') return false;
    throw thrown;
  }
}
