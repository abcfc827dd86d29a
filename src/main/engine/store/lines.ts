/** Rows of `pending_line`. */
import type { Insertable, Selectable } from 'kysely';
import { chunksOf, insertRows } from './bulk.ts';
import type { ReadDb, Trx } from './database.ts';
import type { PendingLineTable } from './schema.ts';

export type PendingLineRow = Selectable<PendingLineTable>;
export type NewPendingLine = Insertable<PendingLineTable>;

/** The imported file that a line came from. */
export interface SourceFile {
  importId: string;
  sha256: string;
  name: string;
  at: string;
}

/** Which of these source keys the company file holds already, and from which imported file each. */
export async function knownSourceKeys(db: ReadDb, keys: readonly string[]): Promise<Map<string, SourceFile>> {
  const known = new Map<string, SourceFile>();
  for (const part of chunksOf(keys, 500)) {
    const rows = await db
      .selectFrom('pending_line')
      .innerJoin('import_batch', 'import_batch.id', 'pending_line.import_id')
      .select(['source_key', 'import_batch.id', 'file_sha256', 'file_name', 'at'])
      .where('source_key', 'in', part)
      .execute();
    for (const row of rows) {
      if (row.source_key === null) continue;
      known.set(row.source_key, { importId: row.id, sha256: row.file_sha256, name: row.file_name, at: row.at });
    }
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
