/** Conducts the imports: a disposable worker reads the foreign file into a staging file, then one thread takes it from there. */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { toErrorShape } from '#shared/model/error.ts';
import { shapeOf } from '../../intake/columns/guess.ts';
import type { StageResult } from '../../intake/stage.ts';
import type { StagedImport } from '../imports/apply.ts';
import type { PlannedRejection } from '../imports/plan.ts';
import { saveRejects } from '../imports/rejects.ts';
import { runIntake } from '../intake-host.ts';
import { assertOutputPath } from '../output-path.ts';
import type { Engine, JobContext } from './context.ts';

type Request = Parsed<'import.rehearse'>;

/** Reads the file into a staging file, hands it on, removes it. */
async function withStaged<R>(
  job: JobContext,
  request: Request,
  use: (staged: StagedImport, read: StageResult) => Promise<R>,
): Promise<R> {
  const { rejectsPath } = request;
  if (rejectsPath !== null) assertOutputPath(job.companyPath, rejectsPath, '.csv', [request.path]);
  const { currency } = await job.read('company.get', null);
  const stagedPath = join(job.temporaryDir, `${randomUUID()}.jsonl`);
  try {
    await job.phase('reading', null);
    const read = await runIntake(
      { threadUrl: (name) => job.intakeUrl(name) },
      {
        task: 'stage',
        path: request.path,
        kind: request.kind,
        options: request.options,
        map: request.map,
        outPath: stagedPath,
        companyDefaults: { currency },
      },
      { cancel: job.cancel, onProgress: (done, total) => job.progress(done, total) },
    );
    job.throwIfCancelled();
    return await use(
      {
        kind: request.kind,
        stagedPath,
        fileName: basename(request.path),
        sha256: read.sha256,
        records: read.records + read.rejected,
        repeated: read.repeated,
        createCustomers: request.createCustomers,
        createProducts: request.createProducts,
        takeRepeated: request.takeRepeated,
        columnOf: Object.fromEntries(request.map.map(({ column, field }) => [field, read.columns[column] ?? field])),
      },
      read,
    );
  } finally {
    await rm(stagedPath, { force: true });
  }
}

export function conductRehearsal(job: JobContext, request: Request): Promise<Output<'import.rehearse'>> {
  return withStaged(job, request, async (staged, read) => {
    await job.phase('comparing', staged.records);
    const { outcome, refused } = await job.read('import.rehearse', staged);
    if (request.rejectsPath !== null) await keepRejects(job, request, request.rejectsPath, staged, read, refused);
    return outcome;
  });
}

export function conductImport(job: JobContext, request: Request): Promise<Output<'import.commit'>> {
  return withStaged(job, request, async (staged, read) => {
    const saveMap = request.rememberMap ? { shape: shapeOf(read.columns), map: request.map } : null;
    await job.phase('importing', staged.records);
    const { outcome, refused } = await job.write('import.apply', {
      ...staged,
      saveMap,
      job: { id: job.job.id, seq: job.job.nextSeq() },
    });
    const { rejectsPath } = request;
    if (rejectsPath !== null) {
      // The rows are in the company file by now: a list that cannot be written is a failure of its own.
      await keepRejects(job, request, rejectsPath, staged, read, refused).catch((thrown: unknown) =>
        job.fail({ ordinal: 0, label: rejectsPath, error: toErrorShape(thrown) }),
      );
    }
    return outcome;
  });
}

async function keepRejects(
  job: JobContext,
  request: Request,
  path: string,
  staged: StagedImport,
  read: StageResult,
  refused: readonly PlannedRejection[],
): Promise<void> {
  const { language } = await job.read('company.get', null);
  await saveRejects(refused, request.map, staged.stagedPath, read, path, language);
}

/** `import.inspect`: what a worker sees in the file, with the map that was kept for files of its shape. */
export async function inspect(
  engine: Engine,
  input: Pick<Request, 'path' | 'kind'> & { options: Request['options'] | null },
): Promise<Output<'import.inspect'>> {
  const inspection = await runIntake(
    { threadUrl: (name) => engine.intakeUrl(name) },
    { task: 'inspect', path: input.path, kind: input.kind, options: input.options ?? detectAll },
  );
  return {
    ...inspection,
    savedMap: await engine.read('import.savedMap', { kind: input.kind, shape: inspection.shape }),
  };
}

const detectAll: Request['options'] = {
  encoding: null,
  delimiter: null,
  quote: null,
  decimalMark: null,
  dateOrder: null,
  sheet: null,
  headerRow: null,
};
