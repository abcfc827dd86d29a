/** The newest job of a kind that worked on a run, wherever it was started. */
import type { JobName, Output } from '#shared/contract/index.ts';
import type { RunId } from '#shared/model/ids.ts';
import { useJobs, type WatchedJob } from '../../api/jobs.ts';

export function useRunJob(name: JobName, run: RunId): WatchedJob | null {
  return useJobs((s) => {
    let newest: WatchedJob | null = null;
    for (const job of Object.values(s.jobs))
      if (job.name === name && job.subject === run && (newest === null || job.startedAt > newest.startedAt))
        newest = job;
    return newest;
  });
}

/** What a finished job gave back, or null. */
export const resultOf = <N extends JobName>(_name: N, job: WatchedJob | null): Output<N> | null =>
  // The contract says what a job of this name gives back; the name was asked for above.
  job?.status === 'done' ? (job.result as Output<N>) : null;
