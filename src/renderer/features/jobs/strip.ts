/** Which jobs stand at the foot of the window. Pure. */
import { isLive, type WatchedJob } from '../../api/jobs.ts';

/** What the strip shows, the most urgent first: running, then interrupted or failed, then just done. */
export function stripJobs(jobs: Readonly<Record<string, WatchedJob>>, dismissed: ReadonlySet<string>): WatchedJob[] {
  const rank = (job: WatchedJob): number => (isLive(job) ? 0 : job.status === 'done' && job.failed === 0 ? 2 : 1);
  return Object.values(jobs)
    .filter((job) => !dismissed.has(job.id) && (isLive(job) || job.status === 'interrupted' || job.watched))
    .sort((a, b) => rank(a) - rank(b) || b.startedAt.localeCompare(a.startedAt));
}
