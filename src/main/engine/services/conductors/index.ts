/** Which conductor does which job, and how jobs share the file. */
import type { JobName, Output, Parsed } from '#shared/contract/index.ts';
import { assertOutputPath } from '../output-path.ts';
import type { JobContext } from './context.ts';
import { conductDrafting } from './drafting.ts';
import { conductFinalising } from './finalising.ts';
import { conductImport, conductRehearsal } from './importing.ts';
import { conductProducing, writeRunWorkbook } from './producing.ts';

export const conductors: { [N in JobName]: (job: JobContext, input: Parsed<N>) => Promise<Output<N>> } = {
  'company.verify': async (job) => {
    await job.phase('verifying', null);
    return job.read('company.verify', null);
  },
  'import.rehearse': conductRehearsal,
  'import.commit': conductImport,
  'run.draft': conductDrafting,
  'run.finalise': conductFinalising,
  'run.produce': conductProducing,
  'export.workbook': async (job, input) => {
    assertOutputPath(job.companyPath, input.path, '.xlsx');
    return writeRunWorkbook(job, input, input.path);
  },
};

/** Jobs that change the file: one at a time. The others may run beside them, and on a file opened for reading only. */
export const writingJobs: ReadonlySet<JobName> = new Set([
  'import.commit',
  'run.draft',
  'run.finalise',
  'run.produce',
] as const);
