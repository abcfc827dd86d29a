/** Long work as its watchers see it. */
import type { EngineErrorShape } from './error.ts';
import type { JobId } from './ids.ts';

export type JobStatus = 'queued' | 'running' | 'cancelling' | 'done' | 'failed' | 'cancelled' | 'interrupted';

/** One thing in a job that failed by itself while the rest went on. */
export interface JobFailure {
  ordinal: number;
  /** What a person recognises it by: a number, a file, a row. */
  label: string;
  error: EngineErrorShape;
}

export interface JobSnapshot {
  id: JobId;
  /** The job's name in the contract. */
  name: string;
  status: JobStatus;
  /** Grows with every change; a watcher drops what is older than it has. */
  seq: number;
  /** What is being done now, a key of the job phase texts. */
  phase: string;
  done: number;
  /** Null while unknown. */
  total: number | null;
  failed: number;
  failures: JobFailure[];
  startedAt: string;
  endedAt: string | null;
  error: EngineErrorShape | null;
  /** What the job gives back, shaped by the contract; null until done. */
  result: unknown;
  /** What it works on (a run's id, a file name), for the list of jobs. */
  subject: string | null;
}
