/**
 * What a conductor has in hand: it runs beside the dispatcher, holds no database, and drives writer, reader and workers
 * step by step. Every step is idempotent or recorded, so that an interrupted job is simply conducted again.
 */
import type { JobId } from '#shared/model/ids.ts';
import type { JobFailure } from '#shared/model/job.ts';
import type { ReadOps, ReadPayload, ReadResult } from '../read-ops.ts';
import type { WorkerPool } from '../worker-pool.ts';
import type { WriteOps, WritePayload, WriteResult } from '../write-ops.ts';

/** Reaches into a running step: shared memory that asks it to stop, and where it tells how far it is. */
export interface StepOptions {
  cancel: SharedArrayBuffer;
  onProgress: (progress: { done: number; total: number | null }) => void;
}

export interface Engine {
  write<K extends keyof WriteOps>(op: K, payload: WritePayload<K>, options?: StepOptions): Promise<WriteResult<K>>;
  read<K extends keyof ReadOps>(op: K, payload: ReadPayload<K>, options?: StepOptions): Promise<ReadResult<K>>;
  workers(): WorkerPool;
  intakeUrl(name: 'intake-worker'): URL;
  /** A folder of this session's own, removed when the company is closed. */
  temporaryDir: string;
  companyPath: string;
}

export interface JobContext extends Engine {
  job: { id: JobId /** Past what any watcher has seen. */; nextSeq(): number };
  /** Says what is being done and how far it is; total null while unknown. */
  phase(name: string, total: number | null): Promise<void>;
  progress(done: number, total?: number | null): void;
  fail(failure: JobFailure): void;
  failed(): number;
  throwIfCancelled(): void;
  cancel: Int32Array<SharedArrayBuffer>;
  signal: AbortSignal;
}
