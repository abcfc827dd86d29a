/** Watching, cancelling and resuming long work. */
import { z } from 'zod';
import { JobId } from '../model/ids.ts';
import type { JobSnapshot } from '../model/job.ts';
import { query, session } from './define.ts';

export const jobsContract = {
  /** The latest 50, newest first: at most 20 failures of each, and no large result. `job.get` has all of one. */
  'job.list': query(z.object({})).returns<JobSnapshot[]>(),
  'job.get': session(z.object({ id: JobId })).returns<JobSnapshot>(),
  /** Stops a running job, or gives up an interrupted one. */
  'job.cancel': session(z.object({ id: JobId })).returns<{ cancelling: boolean }>(),
  /** Takes up an interrupted job where it stopped. */
  'job.resume': session(z.object({ id: JobId })).returns<{ resumed: boolean }>(),
};
