/** Jobs in the file: begun, followed, ended; found again after a crash. */
import { EngineError, type EngineErrorShape } from '#shared/model/error.ts';
import { JobId } from '#shared/model/ids.ts';
import type { JobFailure, JobSnapshot, JobStatus } from '#shared/model/job.ts';
import type { ReadDb } from '../store/database.ts';
import { failuresOf, findJob, latestJobs, snapshotOf } from '../store/jobs.ts';
import type { ReadContext, WriteContext } from './context.ts';

const SHOWN_FAILURES = 100;
/** In a list of jobs, of each: so many failures, and a result of at most so many characters as JSON. */
const LISTED_FAILURES = 20;
const LISTED_RESULT = 8_000;

export interface BegunJob {
  jobId: JobId;
  /** The command id was used before: the job is there already and nothing was begun. */
  known: boolean;
}

/** Throws `command_conflict` for a command id that began another job, `job_running` while `busyWith` is in the way. */
export async function beginJob(
  ctx: WriteContext,
  job: { name: string; input: unknown; subject: string | null; commandId: string | null; busyWith: string | null },
): Promise<BegunJob> {
  const input = JSON.stringify(job.input);
  if (job.commandId !== null) {
    const twin = await ctx.db
      .selectFrom('job')
      .select(['id', 'name', 'input'])
      .where('command_id', '=', job.commandId)
      .executeTakeFirst();
    if (twin && (twin.name !== job.name || twin.input !== input)) throw new EngineError('command_conflict');
    if (twin) return { jobId: JobId.parse(twin.id), known: true };
  }
  if (job.busyWith !== null) throw new EngineError('job_running', { name: job.busyWith });
  const id = ctx.newId();
  await ctx.trx
    .insertInto('job')
    .values({
      id,
      name: job.name,
      input,
      status: 'running',
      phase: 'starting',
      seq: 1,
      done: 0,
      total: null,
      failed: 0,
      subject: job.subject,
      command_id: job.commandId,
      actor: ctx.actor,
      started_at: ctx.now,
      ended_at: null,
      error: null,
      result: null,
    })
    .execute();
  return { jobId: JobId.parse(id), known: false };
}

/** Takes up an interrupted, failed or cancelled job; null when it is not one of these. */
export async function reopenJob(
  ctx: WriteContext,
  input: { jobId: JobId },
): Promise<{ name: string; input: unknown; seq: number } | null> {
  const row = await findJob(ctx.db, input.jobId);
  if (!row || !['interrupted', 'failed', 'cancelled'].includes(row.status)) return null;
  await ctx.trx
    .updateTable('job')
    .set({ status: 'running', ended_at: null, error: null, seq: row.seq + 1 })
    .where('id', '=', row.id)
    .execute();
  return { name: row.name, input: JSON.parse(row.input), seq: row.seq + 1 };
}

export async function saveJobProgress(
  ctx: WriteContext,
  job: Pick<JobSnapshot, 'id' | 'status' | 'phase' | 'seq' | 'done' | 'total' | 'failed'>,
): Promise<null> {
  await ctx.trx
    .updateTable('job')
    .set({
      status: job.status,
      phase: job.phase,
      seq: job.seq,
      done: job.done,
      total: job.total,
      failed: job.failed,
    })
    .where('id', '=', job.id)
    .where('status', 'in', ['running', 'cancelling'])
    .execute();
  return null;
}

export interface JobEnd {
  jobId: JobId;
  status: Extract<JobStatus, 'done' | 'failed' | 'cancelled' | 'interrupted'>;
  seq: number;
  done: number;
  total: number | null;
  failed: number;
  result: unknown;
  error: EngineErrorShape | null;
}

/**
 * Writes how a job ended. A job whose work is one transaction calls this inside it, so that after a crash the work and the
 * word that it is done are there together or not at all; a second call changes nothing.
 */
export async function endJob(ctx: WriteContext, end: JobEnd): Promise<null> {
  await ctx.trx
    .updateTable('job')
    .set({
      status: end.status,
      seq: end.seq,
      done: end.done,
      total: end.total,
      failed: end.failed,
      result: end.result === null ? null : JSON.stringify(end.result),
      error: end.error === null ? null : JSON.stringify(end.error),
      ended_at: ctx.now,
    })
    .where('id', '=', end.jobId)
    .where('status', 'in', ['running', 'cancelling'])
    .execute();
  return null;
}

/** An interrupted job that nobody wants to take up is cancelled. False when it is not an interrupted one. */
export async function dismissJob(ctx: WriteContext, input: { jobId: JobId }): Promise<boolean> {
  const result = await ctx.trx
    .updateTable('job')
    .set((eb) => ({ status: 'cancelled' as const, seq: eb('seq', '+', 1), ended_at: ctx.now }))
    .where('id', '=', input.jobId)
    .where('status', '=', 'interrupted')
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
}

/** At opening: what was running when the process ended is interrupted. */
export async function interruptJobs(ctx: WriteContext): Promise<null> {
  await ctx.trx
    .updateTable('job')
    .set((eb) => ({ status: 'interrupted' as const, seq: eb('seq', '+', 1) }))
    .where('status', 'in', ['queued', 'running', 'cancelling'])
    .execute();
  return null;
}

export async function countInterrupted(db: ReadDb): Promise<number> {
  const row = await db
    .selectFrom('job')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('status', '=', 'interrupted')
    .executeTakeFirst();
  return row?.count ?? 0;
}

export async function listJobs(ctx: ReadContext): Promise<JobSnapshot[]> {
  const rows = await latestJobs(ctx.db, 50);
  return Promise.all(rows.map(async (row) => listedJob(await withFailures(ctx.db, row, LISTED_FAILURES))));
}

/** A job as a list shows it, so that fifty of them stay a small message; `job.get` has everything. */
export function listedJob(job: JobSnapshot): JobSnapshot {
  const large = job.result !== null && JSON.stringify(job.result).length > LISTED_RESULT;
  return { ...job, failures: job.failures.slice(0, LISTED_FAILURES), result: large ? null : job.result };
}

export async function getJob(ctx: ReadContext, input: { id: JobId }): Promise<JobSnapshot | null> {
  const row = await findJob(ctx.db, input.id);
  return row ? withFailures(ctx.db, row, SHOWN_FAILURES) : null;
}

async function withFailures(db: ReadDb, row: Parameters<typeof snapshotOf>[0], most: number): Promise<JobSnapshot> {
  const failures: JobFailure[] = row.failed === 0 ? [] : await failuresOf(db, row.id, most);
  return snapshotOf(row, failures);
}
