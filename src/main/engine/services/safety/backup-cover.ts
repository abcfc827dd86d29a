/** What is covered by the backups that are really there: a note of one says nothing when its file is gone. */
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { BackupNote } from '#shared/contract/safety.ts';
import { isFolder } from '../../ports/backup-folder.ts';
import type { BackupNotes } from '../../ports/backup-notes.ts';
import { isReachable, placesOf } from './backup-place.ts';

const DAY_MS = 86_400_000;

interface Cover {
  /** The attempts to back up this very file, not those of copies that lay elsewhere. */
  log: BackupNote[];
  /** The last good one whose file is still there, or lies at a place that cannot be looked at now (a disk that is not plugged in). */
  lastGood: BackupNote | null;
  /** Something stands in the file that is not in a good backup at every place that can be reached. */
  changed: boolean;
  /** A backup is worth making: not where the last one was of this very content and found it doubtful. */
  due: boolean;
  /** Whole days since the last good one (since the company was made, where there is none), while something is unsaved; else 0. */
  daysUnsaved: number;
}

/** Of the company file at `path`, whose content is `content` now. */
export function coverOf(
  where: { dataDir: string; notes: BackupNotes; path: string },
  state: { content: string; since: string; now: string },
): Cover {
  const { dataDir, notes, path } = where;
  const log = ownLog(notes, path);
  const lastGood = lastGoodOf(log);
  const covered =
    lastGood?.content === state.content &&
    lastGood.paths.some((file) => stands(file, lastGood.bytes)) &&
    placesOf(dataDir, notes.settings)
      .filter(isReachable)
      .every((place) => lastGood.paths.some((file) => isAt(file, place.path) && stands(file, lastGood.bytes)));
  const last = log.at(-1);
  const doubted =
    last?.outcome === 'suspect' &&
    last.content === state.content &&
    last.paths.some((file, at) => at === 0 && stands(file, last.bytes));
  const since = Date.parse(state.now) - Date.parse(lastGood?.at ?? state.since);
  return {
    log,
    lastGood,
    changed: !covered,
    due: !covered && !doubted,
    daysUnsaved: covered ? 0 : Math.max(0, Math.floor(since / DAY_MS)),
  };
}

const ownLog = (notes: BackupNotes, path: string): BackupNote[] =>
  notes.log.filter(({ copyOf }) => copyOf === path || (copyOf === null && notes.company.path === path));

/** The last good one that one can believe in. */
export const lastGoodOf = (log: readonly BackupNote[]): BackupNote | null =>
  log.findLast(
    (note) =>
      note.outcome === 'good' && note.paths.some((file) => stands(file, note.bytes) || !isFolder(placeOf(file))),
  ) ?? null;

/** A backup lies in the company's folder in its place. */
const placeOf = (file: string): string => dirname(dirname(file));
const isAt = (file: string, place: string): boolean => resolve(placeOf(file)) === resolve(place);
const stands = (file: string, bytes: number): boolean => statSync(file, { throwIfNoEntry: false })?.size === bytes;
