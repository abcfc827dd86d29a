/** Steps of jobs that write: each is one transaction of the writer. Not part of the contract; only conductors call them. */
import type { WriteContext } from './context.ts';
import { applyImport } from './imports/apply.ts';
import { completeRejects } from './imports/rejects.ts';
import { undoImport } from './imports/undo.ts';
import { finaliseRun } from './issuing/finalise.ts';
import { beginJob, dismissJob, endJob, interruptJobs, pinJobFile, reopenJob, saveJobProgress } from './jobs.ts';
import { finishProducing, recordDelivered, recordProduced, startProducing } from './produce.ts';
import { collectLines, composeDrafts, finishDrafting } from './runs/draft.ts';
import { deleteDoomed } from './safety/doomed-files.ts';
import { applyErasure } from './safety/erasure-apply.ts';

export const writeOps = {
  'job.begin': beginJob,
  'job.reopen': reopenJob,
  'job.pin': pinJobFile,
  'job.progress': saveJobProgress,
  'job.end': endJob,
  'job.dismiss': dismissJob,
  'job.interrupt': interruptJobs,
  'import.apply': applyImport,
  'import.completeRejects': completeRejects,
  'import.undo': undoImport,
  'draft.collect': collectLines,
  'draft.compose': composeDrafts,
  'draft.finish': finishDrafting,
  'finalise.run': finaliseRun,
  'produce.start': startProducing,
  'produce.record': recordProduced,
  'produce.finish': finishProducing,
  'document.delivered': recordDelivered,
  'erasure.apply': applyErasure,
  'erasure.deleteFiles': deleteDoomed,
} as const;

export type WriteOps = typeof writeOps;
export type WritePayload<K extends keyof WriteOps> = Parameters<WriteOps[K]>[1];
export type WriteResult<K extends keyof WriteOps> = Awaited<ReturnType<WriteOps[K]>>;
export type WriteOp = (ctx: WriteContext, payload: unknown) => Promise<unknown>;
