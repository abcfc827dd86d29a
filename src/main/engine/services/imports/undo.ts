/**
 * Taking a whole import back: its lines go, what it made goes unless it is used by now, what it changed reads as before unless it
 * was changed again. One transaction; a line that stands in a draft or an invoice refuses all of it.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Output } from '#shared/contract/index.ts';
import { EngineError } from '#shared/model/error.ts';
import { type ImportId, type JobId, RunId } from '#shared/model/ids.ts';
import type { ImportUndo, UndoneRecords } from '#shared/model/imports.ts';
import { chunksOf, insertRows } from '../../store/bulk.ts';
import { writeAudit } from '../../store/company.ts';
import type { ReadDb } from '../../store/database.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { endJob } from '../jobs.ts';
import type { Image, ImageRecord } from './images.ts';

/** Runs named in an answer. */
const NAMED_RUNS = 20;
/** Records taken back between two looks at whether somebody asked to stop. */
const CHUNK = 500;
const RECORDS = ['customer', 'product'] as const;

async function batchOf(db: ReadDb, importId: string) {
  const row = await db.selectFrom('import_batch').selectAll().where('id', '=', importId).executeTakeFirst();
  if (!row) throw new EngineError('not_found', { what: 'import' });
  if (row.undone_at !== null) {
    throw new EngineError('import_already_undone', {
      file: row.file_name,
      at: row.undone_at,
      actor: row.undone_by ?? '',
    });
  }
  return row;
}

/** A record that something else by now speaks of: lines (but those of this import), drafts, invoices, a series, a merged one. */
function used(record: ImageRecord, importId: string): RawBuilder<boolean> {
  const others = sql`(import_id IS NULL OR import_id <> ${importId})`;
  return record === 'customer'
    ? sql`(import_change.record_id IN (SELECT customer_id FROM pending_line WHERE customer_id IS NOT NULL AND ${others})
        OR import_change.record_id IN (SELECT customer_id FROM draft)
        OR import_change.record_id IN (SELECT customer_id FROM invoice)
        OR import_change.record_id IN (SELECT customer_id FROM series WHERE customer_id IS NOT NULL)
        OR import_change.record_id IN (SELECT merged_into FROM customer WHERE merged_into IS NOT NULL))`
    : sql`import_change.record_id IN (SELECT product_id FROM pending_line WHERE product_id IS NOT NULL AND ${others})`;
}

type Sort = 'removed' | 'kept' | 'restored' | 'changedSince' | 'gone';

/** What becomes of a change. `gone`: the record is no longer there, so there is nothing to do. */
const sortOf = (record: ImageRecord, importId: string): RawBuilder<Sort> => sql`CASE
  WHEN current.id IS NULL THEN 'gone'
  WHEN import_change.before IS NULL AND (current.row_version <> import_change.version OR ${used(record, importId)}) THEN 'kept'
  WHEN import_change.before IS NULL THEN 'removed'
  WHEN current.row_version <> import_change.version THEN 'changedSince'
  ELSE 'restored' END`;

/** What the import did to records of a kind, beside what they are now. */
function changesOf(db: ReadDb, importId: string, record: ImageRecord) {
  // Reason for the cast: of either table only `id` and `row_version` are read, which both have.
  const current = `${record} as current` as 'customer as current';
  return db
    .selectFrom('import_change')
    .leftJoin(current, 'current.id', 'import_change.record_id')
    .where('import_change.import_id', '=', importId)
    .where('import_change.record', '=', record);
}

async function countRecords(db: ReadDb, importId: string, record: ImageRecord): Promise<UndoneRecords> {
  const sort = sortOf(record, importId);
  const rows = await changesOf(db, importId, record)
    .select((eb) => [sort.as('sort'), eb.fn.countAll<number>().as('count')])
    .groupBy(sort)
    .execute();
  const count = (wanted: Sort): number => rows.find((row) => row.sort === wanted)?.count ?? 0;
  return {
    removed: count('removed'),
    kept: count('kept'),
    restored: count('restored'),
    changedSince: count('changedSince'),
  };
}

async function preview(db: ReadDb, importId: string): Promise<ImportUndo> {
  const batch = await batchOf(db, importId);
  const statuses = await db
    .selectFrom('pending_line')
    .select((eb) => ['status', eb.fn.countAll<number>().as('count')])
    .where('import_id', '=', importId)
    .groupBy('status')
    .execute();
  const inUse = new Set(['drafted', 'billed']);
  const sum = (wanted: boolean): number =>
    statuses.filter(({ status }) => inUse.has(status) === wanted).reduce((all, { count }) => all + count, 0);
  const runs = await db
    .selectFrom('pending_line')
    .innerJoin('draft', 'draft.id', 'pending_line.draft_id')
    .leftJoin('bill_run', 'bill_run.id', 'draft.run_id')
    .select((eb) => ['bill_run.id', 'bill_run.name', eb.fn.countAll<number>().as('count')])
    .where('pending_line.import_id', '=', importId)
    .where('pending_line.status', 'in', ['drafted', 'billed'])
    .groupBy(['bill_run.id', 'bill_run.name'])
    .orderBy('count', 'desc')
    .limit(NAMED_RUNS)
    .execute();
  return {
    kind: batch.kind,
    fileName: batch.file_name,
    at: batch.at,
    lines: sum(false),
    linesInUse: sum(true),
    runs: runs.map(({ id, name, count }) => ({
      id: id === null ? null : RunId.parse(id),
      name: name ?? '',
      lines: count,
    })),
    customers: await countRecords(db, importId, 'customer'),
    products: await countRecords(db, importId, 'product'),
    recorded: batch.source !== null,
  };
}

export const undoPreview = (
  ctx: ReadContext,
  { importId }: { importId: ImportId },
): Promise<Output<'import.undoPreview'>> => preview(ctx.db, importId);

/**
 * Takes the import back. Throws `import_lines_in_use` (how many, in which runs), `import_already_undone`, `not_found`. The job is
 * marked done in the same transaction.
 */
export async function undoImport(
  ctx: WriteContext,
  { importId, job }: { importId: ImportId; job: { id: JobId; seq: number } },
): Promise<Output<'import.undo'>> {
  const outcome = await preview(ctx.db, importId);
  if (outcome.linesInUse > 0) {
    const names = outcome.runs.map(({ name }) => name).filter((name) => name !== '');
    throw new EngineError('import_lines_in_use', {
      file: outcome.fileName,
      count: outcome.linesInUse,
      runs: names.join(', '),
    });
  }
  const total = outcome.lines + RECORDS.length;
  ctx.report(0, total);
  // Findings of a line go with it (ON DELETE CASCADE).
  await ctx.trx.deleteFrom('pending_line').where('import_id', '=', importId).execute();
  ctx.throwIfCancelled();
  ctx.report(outcome.lines, total);
  for (const [index, record] of RECORDS.entries()) {
    await takeBack(ctx, importId, record);
    ctx.throwIfCancelled();
    ctx.report(outcome.lines + index + 1, total);
  }
  await ctx.trx
    .updateTable('import_batch')
    .set({ undone_at: ctx.now, undone_by: ctx.actor })
    .where('id', '=', importId)
    .execute();
  await writeAudit(ctx.trx, ctx.now, ctx.actor, {
    action: 'import.taken_back',
    subject: importId,
    params: {
      file: outcome.fileName,
      kind: outcome.kind,
      lines: outcome.lines,
      removed: outcome.customers.removed + outcome.products.removed,
      restored: outcome.customers.restored + outcome.products.restored,
    },
  });
  await endJob(ctx, {
    jobId: job.id,
    status: 'done',
    seq: job.seq,
    done: total,
    total,
    failed: 0,
    result: outcome,
    error: null,
  });
  return outcome;
}

async function takeBack(ctx: WriteContext, importId: string, record: ImageRecord): Promise<void> {
  const sorted = (sort: Sort) =>
    changesOf(ctx.db, importId, record)
      .select(['import_change.record_id as id', 'import_change.before as before', 'current.row_version as version'])
      .where(sortOf(record, importId), '=', sort)
      .execute();
  // Both lists before anything changes: a restored row has another version.
  const removed = await sorted('removed');
  const restored = await sorted('restored');
  for (const part of chunksOf(removed, CHUNK)) {
    ctx.throwIfCancelled();
    const ids = part.map(({ id }) => id);
    await ctx.trx.deleteFrom('custom_value').where('record_id', 'in', ids).execute();
    await ctx.trx.deleteFrom('record_tag').where('record_id', 'in', ids).execute();
    await ctx.trx.deleteFrom(record).where('id', 'in', ids).execute();
  }
  for (const [at, { id, before, version }] of restored.entries()) {
    if (at % CHUNK === 0) ctx.throwIfCancelled();
    if (before === null || version === null) continue;
    // This engine wrote it with the import; `v` is 1.
    const image = JSON.parse(before) as Image;
    const { id: _id, row_version: _v, updated_at: _u, created_at: _c, ...columns } = image.row;
    // The columns of the row as it was; a column that came later keeps what it has.
    await ctx.trx
      .updateTable(record)
      .set({ ...columns, row_version: version + 1, updated_at: ctx.now })
      .where('id', '=', id)
      .execute();
    await restoreExtras(ctx, id, image);
  }
}

/** Custom values and tags as they were; those of a field or a tag that is gone by now stay gone. */
async function restoreExtras(ctx: WriteContext, id: string, image: Image): Promise<void> {
  await ctx.trx.deleteFrom('custom_value').where('record_id', '=', id).execute();
  await ctx.trx.deleteFrom('record_tag').where('record_id', '=', id).execute();
  if (image.custom.length > 0) {
    const ids = image.custom.map(({ field_id }) => field_id);
    const there = await ctx.trx.selectFrom('custom_field').select('id').where('id', 'in', ids).execute();
    const kept = image.custom.filter(({ field_id }) => there.some((field) => field.id === field_id));
    await insertRows(
      ctx.trx,
      'custom_value',
      kept.map((value) => ({ record_id: id, ...value })),
    );
  }
  if (image.tags.length > 0) {
    const there = await ctx.trx.selectFrom('tag').select('id').where('id', 'in', image.tags).execute();
    await insertRows(
      ctx.trx,
      'record_tag',
      there.map((tag) => ({ record_id: id, tag_id: tag.id })),
    );
  }
}
