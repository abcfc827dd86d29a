/** Which conductor does which job, and how jobs share the file. */
import type { JobName, Output, Parsed } from '#shared/contract/index.ts';
import { assertOutputPath } from '../output-path.ts';
import type { JobContext } from './context.ts';
import { conductDrafting } from './drafting.ts';
import { conductFullExport } from './exporting.ts';
import { conductFinalising } from './finalising.ts';
import { conductImport, conductImportUndo, conductRehearsal, conductRejects } from './importing.ts';
import { conductProducing, writeRunWorkbook } from './producing.ts';
import { conductBackup, conductErasure } from './safety.ts';

export const conductors: { [N in JobName]: (job: JobContext, input: Parsed<N>) => Promise<Output<N>> } = {
  'company.verify': async (job) => {
    await job.phase('verifying', null);
    return job.read('company.verify', null);
  },
  'import.rehearse': conductRehearsal,
  'import.commit': conductImport,
  'import.rejects': conductRejects,
  'import.undo': conductImportUndo,
  'run.draft': conductDrafting,
  'run.finalise': conductFinalising,
  'run.produce': conductProducing,
  'export.workbook': async (job, input) => {
    assertOutputPath(job.companyPath, input.path, '.xlsx');
    return writeRunWorkbook(job, input, input.path);
  },
  'backup.make': conductBackup,
  'export.all': conductFullExport,
  'erasure.run': conductErasure,
};

/** Jobs that change the file: one at a time. The others may run beside them, and on a file opened for reading only. */
export const writingJobs: ReadonlySet<JobName> = new Set([
  'import.commit',
  'import.undo',
  'run.draft',
  'run.finalise',
  'run.produce',
  'erasure.run',
] as const);

/** Jobs that are not noted in the file: a copy of it would carry its own making, unfinished, and making one would change it. */
export const unnotedJobs: ReadonlySet<JobName> = new Set(['backup.make'] as const);
