/** Rows of a list beyond what is in sight, read in large pages: for choosing and copying over any length. */
import type { GridSource } from './types.ts';

/** As many rows as the engine gives in one page (shared/contract/list.ts). */
const LARGE_PAGE = 500;
/** A list that changes under the reading is begun again so many times. */
const ATTEMPTS = 3;

/** The list went on changing while it was read. */
export class ListChanged extends Error {}

export interface ReadOptions {
  signal: AbortSignal;
  /** Rows gone through so far, of how many. */
  onProgress?(done: number, total: number): void;
  /** Asked after each page: true ends the reading. */
  enough?(found: number): boolean;
}

/**
 * What `take` makes of the rows `from..to` (both included), in the order of the list; what it makes nothing of (null) is left
 * out. All pages belong to one state of the file: where it changes in between, the reading begins again.
 * Throws {@link ListChanged} when that happens too often, and what the engine throws.
 */
export async function readRows<R, T>(
  source: GridSource<R>,
  { from, to }: { from: number; to: number },
  take: (row: R) => T | null,
  { signal, onProgress, enough }: ReadOptions,
): Promise<T[]> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const found: T[] = [];
    let revision: number | null = null;
    let until = to;
    let offset = from;
    while (offset <= until) {
      signal.throwIfAborted();
      const page = await source.load({ offset, limit: Math.min(LARGE_PAGE, until - offset + 1) }, signal);
      signal.throwIfAborted();
      revision ??= page.revision;
      if (page.revision !== revision) break;
      until = Math.min(to, page.total - 1);
      for (const row of page.rows) {
        const taken = take(row);
        if (taken !== null) found.push(taken);
      }
      if (page.rows.length === 0 || enough?.(found.length) === true) return found;
      offset += page.rows.length;
      onProgress?.(Math.min(offset, until + 1) - from, until - from + 1);
    }
    if (offset > until) return found;
  }
  throw new ListChanged('the list changed while it was read');
}

/** What `take` makes of rows by their ids, in the order of the list; otherwise as {@link readRows}. */
export async function readChosen<R, T>(
  chosen: NonNullable<GridSource<R>['chosen']>,
  ids: readonly string[],
  take: (row: R) => T,
  { signal, onProgress }: Omit<ReadOptions, 'enough'>,
): Promise<T[]> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const found: T[] = [];
    let revision: number | null = null;
    let from: number | null = 0;
    while (from !== null) {
      const page: Awaited<ReturnType<typeof chosen>> = await chosen(ids, from, signal);
      signal.throwIfAborted();
      revision ??= page.revision;
      if (page.revision !== revision) break;
      for (const row of page.rows) found.push(take(row));
      from = page.next;
      onProgress?.(found.length, ids.length);
    }
    if (from === null) return found;
  }
  throw new ListChanged('the list changed while it was read');
}
