/** Long work as the window follows it: snapshots by id, newest only, with the rate measured here. */
import { useCallback, useState } from 'react';
import { create } from 'zustand';
import type { Input, JobName, Output } from '#shared/contract/index.ts';
import { type EngineError, fromErrorShape } from '#shared/model/error.ts';
import type { JobId } from '#shared/model/ids.ts';
import type { JobSnapshot, JobStatus } from '#shared/model/job.ts';
import { onEngineEvent } from './bridge.ts';
import { engine } from './client.ts';
import { asEngineError } from './query.ts';

export interface WatchedJob extends JobSnapshot {
  /** Where the measured stretch of this phase began: for the rate. */
  measure: { phase: string; since: number; done: number };
  /** Seen by the window while it ran: only these stand in the strip when they end. */
  watched: boolean;
}

interface JobsState {
  jobs: Readonly<Record<string, WatchedJob>>;
  /** Ended jobs that the person has put away from the strip. */
  dismissed: ReadonlySet<string>;
  receive: (snapshot: JobSnapshot, now?: number) => void;
  dismiss: (id: JobId) => void;
  clear: () => void;
}

const LIVE = new Set<JobStatus>(['queued', 'running', 'cancelling']);
export const isLive = (job: Pick<JobSnapshot, 'status'>): boolean => LIVE.has(job.status);

/** The newer of what is known and what comes; an older or equal `seq` is dropped. */
export function takeSnapshot(known: WatchedJob | undefined, next: JobSnapshot, now: number): WatchedJob {
  if (known && next.seq <= known.seq) return known;
  const samePhase = known && known.measure.phase === next.phase && next.done >= known.measure.done;
  return {
    ...next,
    measure: samePhase ? known.measure : { phase: next.phase, since: now, done: next.done },
    watched: (known?.watched ?? false) || isLive(next),
  };
}

/** Items a second and seconds left; null until a second has been measured. */
export function pace(job: WatchedJob, now: number): { rate: number; left: number | null } | null {
  const seconds = (now - job.measure.since) / 1000;
  const done = job.done - job.measure.done;
  if (seconds < 1 || done <= 0) return null;
  const rate = done / seconds;
  return { rate, left: job.total === null ? null : Math.max(0, job.total - job.done) / rate };
}

export const useJobs = create<JobsState>((set) => ({
  jobs: {},
  dismissed: new Set(),
  receive: (snapshot, now = Date.now()) =>
    set((s) => {
      const known = s.jobs[snapshot.id];
      const job = takeSnapshot(known, snapshot, now);
      return job === known ? s : { jobs: { ...s.jobs, [snapshot.id]: job } };
    }),
  dismiss: (id) => set((s) => ({ dismissed: new Set([...s.dismissed, id]) })),
  clear: () => set({ jobs: {}, dismissed: new Set() }),
}));

export const startJobs = (): (() => void) =>
  onEngineEvent((event) => {
    if (event.event === 'job') useJobs.getState().receive(event.snapshot);
  });

/** Asks what ran before the window looked: after opening a file and after the engine came back. */
export async function loadJobs(): Promise<void> {
  for (const snapshot of await engine.call('job.list', {})) useJobs.getState().receive(snapshot);
}

export const cancelJob = async (id: JobId): Promise<void> => {
  await engine.call('job.cancel', { id });
};
export const resumeJob = async (id: JobId): Promise<void> => {
  await engine.call('job.resume', { id });
};

export interface JobHandle<N extends JobName> {
  /** The latest snapshot of the job started here, or null. */
  job: WatchedJob | null;
  /** From the press until the end. */
  running: boolean;
  /** Set when it is done. */
  result: Output<N> | null;
  /** Why it could not start, or why it failed. */
  error: EngineError | null;
  start: (input: Input<N>) => Promise<JobId | null>;
  cancel: () => Promise<void>;
  /** Forgets the job here; it goes on. */
  reset: () => void;
}

/** One job that a screen starts and follows. It also stands in the strip at the foot, on every screen. */
export function useJob<N extends JobName>(name: N): JobHandle<N> {
  const [id, setId] = useState<JobId | null>(null);
  const [starting, setStarting] = useState(false);
  const [refused, setRefused] = useState<EngineError | null>(null);
  const job = useJobs((s) => (id === null ? null : (s.jobs[id] ?? null)));

  const start = useCallback(
    async (input: Input<N>) => {
      setRefused(null);
      setId(null);
      setStarting(true);
      try {
        const { jobId } = await engine.start(name, input);
        setId(jobId);
        // A job may end before its first event is seen.
        useJobs.getState().receive(await engine.call('job.get', { id: jobId }));
        return jobId;
      } catch (error) {
        setRefused(asEngineError(error));
        return null;
      } finally {
        setStarting(false);
      }
    },
    [name],
  );
  const cancel = useCallback(async () => {
    if (id !== null) await cancelJob(id);
  }, [id]);
  const reset = useCallback(() => {
    setId(null);
    setRefused(null);
  }, []);

  return {
    job,
    running: starting || (id !== null && (job === null || isLive(job))),
    // The contract says what a job of this name gives back.
    result: job?.status === 'done' ? (job.result as Output<N>) : null,
    error: refused ?? (job?.status === 'failed' && job.error ? fromErrorShape(job.error) : null),
    start,
    cancel,
    reset,
  };
}
