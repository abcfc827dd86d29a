/** Before-images: what an import is about to change, kept with it so that the whole of it can be taken back. */
import { chunksOf, insertRows } from '../../store/bulk.ts';
import type { ReadDb } from '../../store/database.ts';
import type { WriteContext } from '../context.ts';

export type ImageRecord = 'customer' | 'product';

/** A record as it was: its row, its custom values, its tags. */
export interface Image {
  v: 1;
  row: Record<string, string | number | null>;
  custom: { field_id: string; value: string; value_fold: string }[];
  tags: string[];
}

export interface Changed {
  id: string;
  /** The row as it was read in this transaction; null: the import makes it. */
  before: object | null;
  /** Its row version after the import. */
  version: number;
}

/** Keeps what these records are before they are written. */
export async function keepImages(
  ctx: WriteContext,
  importId: string,
  record: ImageRecord,
  changed: readonly Changed[],
): Promise<void> {
  const known = changed.filter(({ before }) => before !== null).map(({ id }) => id);
  const { custom, tags } = await extrasRows(ctx.db, known);
  const rows = changed.map(({ id, before, version }) => ({
    import_id: importId,
    record,
    record_id: id,
    version,
    before:
      before === null
        ? null
        : // A row of these tables holds texts, numbers and nulls only.
          JSON.stringify({ v: 1, row: before as Image['row'], custom: custom.get(id) ?? [], tags: tags.get(id) ?? [] }),
  }));
  await insertRows(ctx.trx, 'import_change', rows);
}

async function extrasRows(
  db: ReadDb,
  ids: readonly string[],
): Promise<{ custom: Map<string, Image['custom']>; tags: Map<string, string[]> }> {
  const custom = new Map<string, Image['custom']>();
  const tags = new Map<string, string[]>();
  for (const part of chunksOf(ids, 500)) {
    for (const { record_id, ...value } of await db
      .selectFrom('custom_value')
      .selectAll()
      .where('record_id', 'in', part)
      .execute()) {
      custom.set(record_id, [...(custom.get(record_id) ?? []), value]);
    }
    for (const { record_id, tag_id } of await db
      .selectFrom('record_tag')
      .selectAll()
      .where('record_id', 'in', part)
      .execute()) {
      tags.set(record_id, [...(tags.get(record_id) ?? []), tag_id]);
    }
  }
  return { custom, tags };
}
