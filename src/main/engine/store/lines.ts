/** Rows of `pending_line`. */
import type { Insertable, Selectable } from 'kysely';
import { chunksOf, insertRows } from './bulk.ts';
import type { ReadDb, Trx } from './database.ts';
import type { PendingLineTable } from './schema.ts';

export type PendingLineRow = Selectable<PendingLineTable>;
export type NewPendingLine = Insertable<PendingLineTable>;

/** Which of these source keys the file holds already. */
export async function knownSourceKeys(db: ReadDb, keys: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>();
  for (const part of chunksOf(keys, 500)) {
    const rows = await db.selectFrom('pending_line').select('source_key').where('source_key', 'in', part).execute();
    for (const row of rows) if (row.source_key !== null) known.add(row.source_key);
  }
  return known;
}

export async function nextLineOrdinal(db: ReadDb): Promise<number> {
  const row = await db
    .selectFrom('pending_line')
    .select((eb) => eb.fn.coalesce(eb.fn.max('ordinal'), eb.val(0)).as('last'))
    .executeTakeFirst();
  return Number(row?.last ?? 0) + 1;
}

export async function insertLines(trx: Trx, rows: readonly NewPendingLine[]): Promise<void> {
  await insertRows(trx, 'pending_line', rows);
}

/** All lines of these drafts, in the order they came in. */
export async function linesOfDrafts(db: ReadDb, draftIds: readonly string[]): Promise<Map<string, PendingLineRow[]>> {
  const byDraft = new Map<string, PendingLineRow[]>();
  for (const part of chunksOf(draftIds, 500)) {
    const rows = await db
      .selectFrom('pending_line')
      .selectAll()
      .where('draft_id', 'in', part)
      .orderBy('draft_id')
      .orderBy('ordinal')
      .execute();
    for (const row of rows) {
      if (row.draft_id === null) continue;
      const list = byDraft.get(row.draft_id);
      if (list) list.push(row);
      else byDraft.set(row.draft_id, [row]);
    }
  }
  return byDraft;
}
