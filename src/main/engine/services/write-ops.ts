/** Steps of jobs that write: each is one transaction of the writer. Not part of the contract; only conductors call them. */
import type { WriteContext } from './context.ts';
import { applyImport } from './imports/apply.ts';
import { finaliseRun } from './issuing/finalise.ts';
import { beginJob, dismissJob, endJob, interruptJobs, reopenJob, saveJobProgress } from './jobs.ts';
import { finishProducing, recordDelivered, recordProduced, startProducing } from './produce.ts';
import { collectLines, composeDrafts, finishDrafting } from './runs/draft.ts';

export const writeOps = {
  'job.begin': beginJob,
  'job.reopen': reopenJob,
  'job.progress': saveJobProgress,
  'job.end': endJob,
  'job.dismiss': dismissJob,
  'job.interrupt': interruptJobs,
  'import.apply': applyImport,
  'draft.collect': collectLines,
  'draft.compose': composeDrafts,
  'draft.finish': finishDrafting,
  'finalise.run': finaliseRun,
  'produce.start': startProducing,
  'produce.record': recordProduced,
  'produce.finish': finishProducing,
  'document.delivered': recordDelivered,
} as const;

export type WriteOps = typeof writeOps;
export type WritePayload<K extends keyof WriteOps> = Parameters<WriteOps[K]>[1];
export type WriteResult<K extends keyof WriteOps> = Awaited<ReturnType<WriteOps[K]>>;
export type WriteOp = (ctx: WriteContext, payload: unknown) => Promise<unknown>;
