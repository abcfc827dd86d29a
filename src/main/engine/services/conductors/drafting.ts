/** Conducts `run.draft`: collect, compose in batches, hand over to review. Conducted again it makes the same drafts. */
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { JobContext } from './context.ts';

/** Drafts a transaction: a fraction of a second each, so that other commands come in between. */
const BATCH = 200;

export async function conductDrafting(job: JobContext, input: Parsed<'run.draft'>): Promise<Output<'run.draft'>> {
  const { runId } = input;
  await job.phase('collecting', null);
  const { drafts } = await job.write('draft.collect', { runId });
  await job.phase('drafting', drafts);
  let after = '';
  let done = 0;
  for (;;) {
    job.throwIfCancelled();
    const { last, count } = await job.write('draft.compose', { runId, after, limit: BATCH });
    if (last === null) break;
    after = last;
    done += count;
    job.progress(done, Math.max(done, drafts));
  }
  return job.write('draft.finish', { runId });
}
