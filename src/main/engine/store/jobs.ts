/** Rows of `job` and `job_item`. */
import type { Insertable, Selectable } from 'kysely';
import { z } from 'zod';
import type { EngineErrorShape } from '#shared/model/error.ts';
import { JobId } from '#shared/model/ids.ts';
import type { JobFailure, JobSnapshot } from '#shared/model/job.ts';
import { insertRows } from './bulk.ts';
import type { ReadDb, Trx } from './database.ts';
import type { JobItemTable, JobTable } from './schema.ts';

export type JobRecord = Selectable<JobTable>;

const StoredError: z.ZodType<EngineErrorShape> = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  place: z
    .object({
      file: z.string().exactOptional(),
      sheet: z.string().exactOptional(),
      row: z.number().exactOptional(),
      column: z.string().exactOptional(),
      field: z.string().exactOptional(),
    })
    .exactOptional(),
  detail: z.string().exactOptional(),
});

const storedError = (text: string | null): EngineErrorShape | null =>
  text === null ? null : StoredError.parse(JSON.parse(text));

export function snapshotOf(row: JobRecord, failures: JobFailure[]): JobSnapshot {
  return {
    id: JobId.parse(row.id),
    name: row.name,
    status: row.status,
    seq: row.seq,
    phase: row.phase,
    done: row.done,
    total: row.total,
    failed: row.failed,
    failures,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    error: storedError(row.error),
    result: row.result === null ? null : JSON.parse(row.result),
    subject: row.subject,
  };
}

export async function findJob(db: ReadDb, id: string): Promise<JobRecord | undefined> {
  return db.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function latestJobs(db: ReadDb, limit: number): Promise<JobRecord[]> {
  return db.selectFrom('job').selectAll().orderBy('started_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

export async function failuresOf(db: ReadDb, jobId: string, limit: number): Promise<JobFailure[]> {
  const rows = await db
    .selectFrom('job_item')
    .selectAll()
    .where('job_id', '=', jobId)
    .where('status', '=', 'failed')
    .orderBy('ordinal')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ordinal: row.ordinal,
    label: row.label,
    error: storedError(row.error) ?? { code: 'internal', params: {} },
  }));
}

export async function insertJobItems(trx: Trx, rows: readonly Insertable<JobItemTable>[]): Promise<void> {
  await insertRows(trx, 'job_item', rows);
}
