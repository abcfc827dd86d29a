/** What goes after a backup: only what the rule no longer keeps, and only what the newest one holds as well. */
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { outdated } from '../../domain/keeping/rotation.ts';
import { keptOriginals, listBackups, originalPath } from '../../ports/backup-folder.ts';
import { chainMarkIn, originalsNamedIn, passesMark } from '../../store/company-copy.ts';
import { todayIn } from '../context.ts';

/**
 * What the rule no longer keeps goes, where `good` says that the newest is a good one; and of the doubtful ones all but the newest.
 * Never a file that is not ours, never the newest, never one with a document in it that the newest does not hold: the rule counts
 * along one chain only, so an older copy or another branch of the company pushes nothing out.
 * Originals that no backup names any more (their document was erased) go as well.
 */
export function rotate(newest: string, about: { zone: string; good: boolean; originals: readonly string[] }): void {
  const folder = dirname(newest);
  const files = listBackups(folder).map((file) => ({ ...file, day: todayIn(about.zone, file.at) }));
  const good = files.filter((file) => !file.suspect);
  const doubtful = files.filter((file) => file.suspect);
  const late = about.good && outdated(good).length > 0 ? outdated(good.filter(({ path }) => isHeld(path, newest))) : [];
  // Two within a second may be named the wrong way round: the one just made is the newest whatever its name says.
  const latest = doubtful.find(({ path }) => path === newest) ?? doubtful[0];
  const doubted = doubtful.filter((file) => file !== latest && isHeld(file.path, newest));
  for (const file of [...late, ...doubted]) {
    // A clock set back may take the copy just made for an old one.
    if (file.path !== newest) rmSync(file.path, { force: true });
  }
  if (about.good) sweepOriginals(folder, new Set(about.originals));
}

/** Whether the newest holds every document of another. One that is no company any more holds none; unknown is no. */
function isHeld(path: string, newest: string): boolean {
  if (path === newest) return true;
  const mark = chainMarkIn(path);
  return mark === 'rotten' || (mark !== null && passesMark(newest, mark) === true);
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
