/** Undo: the journal of what was done, and putting it back. Nothing issued is ever in it. */
import { z } from 'zod';
import { UndoId } from '../model/ids.ts';
import type { Instant } from '../model/values.ts';
import { command, query } from './define.ts';

export interface UndoEntry {
  id: UndoId;
  at: Instant;
  actor: string;
  /** As in the audit trail: the same sentence says it. */
  action: string;
  params: Record<string, string | number>;
  /** Rows that the act touched. */
  rows: number;
  /** The entry that took this one back; null while it stands. */
  undoneBy: UndoId | null;
  /** The entry that this one takes back: it is an undo (or, where that was one itself, a redo). */
  undoes: UndoId | null;
}

/** At most this many entries are kept, and none older than these days. */
export const UNDO_ENTRIES = 200;
export const UNDO_DAYS = 30;

export const undoContract = {
  /** Newest first. */
  'undo.list': query(z.object({ limit: z.int().min(1).max(UNDO_ENTRIES).default(50) })).returns<UndoEntry[]>(),
  /** What Ctrl Z and Ctrl Y would take: of who is signed in, always; in a company without users of this name, or of anybody. */
  'undo.latest': query(z.object({ actor: z.string().max(200).nullable().default(null) })).returns<{
    undo: UndoEntry | null;
    redo: UndoEntry | null;
  }>(),
  /**
   * Puts the rows back as they were before the act; an entry itself, so that it can be taken back in turn. All or nothing: throws
   * `undo_gone`, `undo_done`, `undo_of_another`, `undo_changed_since` (naming what reads otherwise by now), `undo_lines_drafted` (of a
   * merged code), `undo_not_possible` (what it would
   * bring back can no longer stand: the run was finalised, say).
   */
  'undo.apply': command(z.object({ entryId: UndoId })).returns<{ entry: UndoEntry; rows: number }>(),
};
