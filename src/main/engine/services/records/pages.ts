/** Long choices given out in replies of bearable size. */
import type { RowsPage } from '#shared/contract/records.ts';

/** Characters of JSON a reply may hold before it is cut. */
const REPLY_CHARACTERS = 500_000;
/** Rows read at once. */
const CHUNK = 500;

/** Rows from `from` on, until the reply is full. */
export async function rowsFrom<R>(
  ids: readonly string[],
  from: number,
  revision: number,
  read: (ids: readonly string[]) => Promise<R[]>,
): Promise<RowsPage<R>> {
  const rows: R[] = [];
  let size = 0;
  let at = from;
  while (at < ids.length) {
    for (const row of await read(ids.slice(at, at + CHUNK))) {
      size += JSON.stringify(row).length;
      // One row always goes, however long.
      if (size > REPLY_CHARACTERS && rows.length > 0) return { rows, total: ids.length, next: at, revision };
      rows.push(row);
      at += 1;
    }
  }
  return { rows, total: ids.length, next: null, revision };
}
