/** Conducts `run.finalise`: the work is one transaction of the writer, which also notes that the job is done. */
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { JobContext } from './context.ts';

export async function conductFinalising(
  job: JobContext,
  input: Parsed<'run.finalise'>,
): Promise<Output<'run.finalise'>> {
  await job.phase('finalising', null);
  return job.write('finalise.run', { runId: input.runId, job: { id: job.job.id, seq: job.job.nextSeq() } });
}
