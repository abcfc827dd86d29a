/** Rows of `series` and their counters. */
import type { Selectable } from 'kysely';
import { EngineError } from '#shared/model/error.ts';
import type { ReadDb, Trx } from './database.ts';
import type { SeriesTable } from './schema.ts';

export type SeriesRow = Selectable<SeriesTable>;

export async function allSeries(db: ReadDb): Promise<SeriesRow[]> {
  return db.selectFrom('series').selectAll().orderBy('archived').orderBy('created_at').orderBy('id').execute();
}

export async function findSeries(db: ReadDb, id: string): Promise<SeriesRow> {
  const row = await db.selectFrom('series').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new EngineError('not_found', { what: 'series' });
  return row;
}

/** The series asked for, provided that it may number this kind of document, for this customer (null: for any of them). */
export async function seriesFor(
  db: ReadDb,
  id: string,
  kind: 'invoice' | 'credit_note',
  customerId: string | null,
): Promise<SeriesRow> {
  const row = await findSeries(db, id);
  const others = row.customer_id !== null && row.customer_id !== customerId;
  if (row.archived === 1 || others || (row.kind !== kind && row.kind !== 'any')) {
    throw new EngineError('series_unfit', { name: row.name }, { place: { field: 'series' } });
  }
  return row;
}

/** The series for a kind of document: what is marked as the default, its own before one for any; else the oldest, likewise. */
export async function defaultSeries(db: ReadDb, kind: 'invoice' | 'credit_note'): Promise<SeriesRow> {
  const rows = await db
    .selectFrom('series')
    .selectAll()
    .where('kind', 'in', [kind, 'any'])
    .where('archived', '=', 0)
    .where('customer_id', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const marked = rows.filter((candidate) => candidate.is_default === 1);
  const own = (candidate: SeriesRow) => candidate.kind === kind;
  const row = marked.find(own) ?? marked[0] ?? rows.find(own) ?? rows[0];
  if (!row) throw new EngineError('no_series', { kind });
  return row;
}

/** Series that belong to one customer each, by customer. */
export async function customerSeries(db: ReadDb): Promise<Map<string, SeriesRow[]>> {
  const rows = await db
    .selectFrom('series')
    .selectAll()
    .where('customer_id', 'is not', null)
    .where('archived', '=', 0)
    .execute();
  const found = new Map<string, SeriesRow[]>();
  for (const row of rows) {
    if (row.customer_id === null) continue;
    found.set(row.customer_id, [...(found.get(row.customer_id) ?? []), row]);
  }
  return found;
}

/** Whether the series has counted at all: in any year. */
export async function hasCounted(db: ReadDb, seriesId: string): Promise<boolean> {
  const row = await db
    .selectFrom('series_counter')
    .select('series_id')
    .where('series_id', '=', seriesId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function readCounter(db: ReadDb, seriesId: string, key: string) {
  return db
    .selectFrom('series_counter')
    .select(['last_seq', 'last_number'])
    .where('series_id', '=', seriesId)
    .where('counter_key', '=', key)
    .executeTakeFirst();
}

export async function writeCounter(
  trx: Trx,
  seriesId: string,
  key: string,
  last: { seq: number; number: string; date: string },
): Promise<void> {
  await trx
    .insertInto('series_counter')
    .values({ series_id: seriesId, counter_key: key, last_seq: last.seq, last_number: last.number })
    .onConflict((conflict) =>
      conflict.columns(['series_id', 'counter_key']).doUpdateSet({ last_seq: last.seq, last_number: last.number }),
    )
    .execute();
  await trx.updateTable('series').set({ last_date: last.date }).where('id', '=', seriesId).execute();
}
