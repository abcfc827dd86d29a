/** The bundled sample company, made with the same calls that a person would make. */
import type { OpenedCompany } from '#shared/contract/company.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { CompanyProfile } from '#shared/model/company.ts';
import { fromErrorShape } from '#shared/model/error.ts';
import type { JobId } from '#shared/model/ids.ts';
import type { JobSnapshot } from '#shared/model/job.ts';
import type { Engine } from '../services/conductors/context.ts';
import { inspect } from '../services/conductors/importing.ts';
import { loadSample } from '../services/sample-company.ts';

export interface SampleTools {
  create(profile: CompanyProfile): Promise<OpenedCompany>;
  engine(): Engine;
  start(name: 'import.commit', input: Parsed<'import.commit'>): Promise<{ jobId: JobId }>;
  job(id: JobId): Promise<JobSnapshot>;
}

const POLL_MS = 20;

/** Creates the file and imports customers, products and lines into it. Throws the error of an import that failed. */
export async function fillSample(resourcesDir: string, tools: SampleTools): Promise<OpenedCompany> {
  const sample = loadSample(resourcesDir);
  const opened = await tools.create(sample.profile);
  for (const { kind, path } of sample.files) {
    const inspection = await inspect(tools.engine(), { path, kind, options: null });
    const { jobId } = await tools.start('import.commit', {
      path,
      kind,
      options: inspection.options,
      map: inspection.guessedMap,
      createCustomers: false,
      createProducts: false,
      takeRepeated: false,
      rememberMap: false,
      rejectsPath: null,
    });
    await ended(tools, jobId);
  }
  return opened;
}

async function ended(tools: SampleTools, jobId: JobId): Promise<void> {
  for (;;) {
    const job = await tools.job(jobId);
    if (job.status === 'done') return;
    if (job.error) throw fromErrorShape(job.error);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
