/** Conducts the imports: a disposable worker reads the foreign file into a staging file, then one thread takes it from there. */
import { randomUUID } from 'node:crypto';
import { appendFile, rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { EngineError, toErrorShape } from '#shared/model/error.ts';
import type { ReadOptions } from '#shared/model/imports.ts';
import { fileHash } from '../../documents/output-file.ts';
import { shapeOf } from '../../intake/columns/guess.ts';
import { addedColumns } from '../../intake/columns/header.ts';
import type { RejectsTask } from '../../intake/rejects.ts';
import type { StageResult } from '../../intake/stage.ts';
import { failpoint } from '../../ports/failpoint.ts';
import type { StagedImport } from '../imports/apply.ts';
import { pastedFile } from '../imports/paste.ts';
import type { PlannedRejection } from '../imports/plan.ts';
import { partial } from '../imports/rejects.ts';
import { runIntake } from '../intake-host.ts';
import { assertOutputPath } from '../output-path.ts';
import type { Engine, JobContext } from './context.ts';

type Request = Parsed<'import.rehearse'>;

const hostOf = (engine: Engine) => ({ threadUrl: (name: 'intake-worker') => engine.intakeUrl(name) });

/** Reads the file into a staging file, hands it on, removes it. */
async function withStaged<R>(
  job: JobContext,
  request: Request,
  use: (staged: StagedImport, read: StageResult, path: string) => Promise<R>,
): Promise<R> {
  const { rejectsPath, kind, map, constants } = request;
  const path = pastedFile(job.temporaryDir, request.path) ?? request.path;
  if (rejectsPath !== null) assertRejectsPath(job, rejectsPath, path);
  const { currency } = await job.read('company.get', null);
  const custom = await job.read('import.fields', { kind });
  const stagedPath = join(job.temporaryDir, `${randomUUID()}.jsonl`);
  try {
    await job.phase('reading', null);
    const read = await runIntake(
      hostOf(job),
      {
        task: 'stage',
        path,
        kind,
        options: request.options,
        map,
        constants,
        custom,
        outPath: stagedPath,
        companyDefaults: { currency },
      },
      { cancel: job.cancel, onProgress: (done, total) => job.progress(done, total) },
    );
    job.throwIfCancelled();
    const staged: StagedImport = {
      kind,
      stagedPath,
      fileName: basename(path),
      sha256: read.sha256,
      records: read.records + read.rejected,
      repeated: read.repeated,
      createCustomers: request.createCustomers,
      createProducts: request.createProducts,
      takeRepeated: request.takeRepeated,
      columnOf: Object.fromEntries(map.map(({ column, field }) => [field, read.columns[column] ?? field])),
      // What a file of rejected rows had added is not added twice.
      source: { columns: ownColumns(read.columns), options: read.options, map, constants },
    };
    return await use(staged, read, path);
  } finally {
    await rm(stagedPath, { force: true });
  }
}

const ownColumns = (columns: readonly string[]): string[] =>
  columns.slice(0, addedColumns(columns)[0] ?? columns.length);

/** The two formats that rejected rows are written in. */
const formatOf = (path: string): 'csv' | 'xlsx' => (extname(path).toLowerCase() === '.xlsx' ? 'xlsx' : 'csv');

function assertRejectsPath(job: JobContext, target: string, source: string | null): void {
  assertOutputPath(job.companyPath, target, `.${formatOf(target)}`, source === null ? [] : [source]);
}

export function conductRehearsal(job: JobContext, request: Request): Promise<Output<'import.rehearse'>> {
  return withStaged(job, request, async (staged, read, path) => {
    await job.phase('comparing', staged.records);
    const { outcome, refused } = await job.read('import.rehearse', staged);
    if (request.rejectsPath !== null) {
      await appendRefused(staged, refused);
      await writeOut(job, staged, read, path, { outPath: request.rejectsPath, format: formatOf(request.rejectsPath) });
    }
    return outcome;
  });
}

export async function conductImport(job: JobContext, request: Request): Promise<Output<'import.commit'>> {
  const file = pastedFile(job.temporaryDir, request.path) ?? request.path;
  const pin = (sha256: string) => job.write('job.pin', { jobId: job.job.id, file: basename(file), sha256 });
  // Before it is read, so that a job stopped while reading is not taken up with another file in its place.
  // What cannot be read: reading says better why.
  const before = await fileHash(file).catch(() => null);
  if (before !== null) await pin(before);
  return withStaged(job, request, async (staged, read, path) => {
    await pin(read.sha256);
    const saveMap = request.rememberMap ? { shape: shapeOf(staged.source.columns) } : null;
    await job.phase('importing', staged.records);
    const { outcome, refused } = await job.write('import.apply', {
      ...staged,
      saveMap,
      job: { id: job.job.id, seq: job.job.nextSeq() },
    });
    failpoint('import.rejects');
    // The rows are in the company file by now, the rejected ones as well: what fails from here on can be asked for again.
    await keepRejects(job, request, { staged, read, path, refused, importId: outcome.importId }).catch(
      (thrown: unknown) =>
        job.fail({ ordinal: 0, label: request.rejectsPath ?? staged.fileName, error: toErrorShape(thrown) }),
    );
    return outcome;
  });
}

interface Imported {
  staged: StagedImport;
  read: StageResult;
  path: string;
  refused: readonly PlannedRejection[];
  importId: string;
}

/** Gives the kept rejections their whole rows where only the file has them, and writes them out where that was asked. */
async function keepRejects(
  job: JobContext,
  request: Request,
  { staged, read, path, refused, importId }: Imported,
): Promise<void> {
  await appendRefused(staged, refused);
  if (refused.length > 0) {
    const whole = `${staged.stagedPath}.whole`;
    try {
      await writeOut(job, staged, read, path, { outPath: whole, format: 'jsonl' });
      await job.write('import.completeRejects', { importId, path: whole });
    } finally {
      await rm(whole, { force: true });
    }
  }
  const { rejectsPath } = request;
  if (rejectsPath !== null) {
    await writeOut(job, staged, read, path, { outPath: rejectsPath, format: formatOf(rejectsPath) });
  }
}

async function appendRefused(staged: StagedImport, refused: readonly PlannedRejection[]): Promise<void> {
  if (refused.length === 0) return;
  const lines = refused.map((one) => `${JSON.stringify(partial(one, staged.source))}\n`);
  await appendFile(staged.stagedPath, lines.join(''));
}

async function writeOut(
  job: JobContext,
  staged: StagedImport,
  read: StageResult,
  path: string,
  to: Pick<RejectsTask, 'outPath' | 'format'>,
): Promise<void> {
  const { language } = await job.read('company.get', null);
  await runIntake(
    hostOf(job),
    {
      task: 'rejects',
      path: staged.stagedPath,
      source: { path, sha256: read.sha256 },
      columns: staged.source.columns,
      options: read.options,
      language,
      ...to,
    },
    { cancel: job.cancel },
  );
}

/** `import.rejects`: the rejected rows of a past import, from the company file. Throws `import_rejects_gone`. */
export async function conductRejects(
  job: JobContext,
  { importId, path }: Parsed<'import.rejects'>,
): Promise<Output<'import.rejects'>> {
  assertRejectsPath(job, path, null);
  await job.phase('writing', null);
  const dump = join(job.temporaryDir, `${randomUUID()}.jsonl`);
  try {
    const found = await job.read('import.dumpRejects', { importId, path: dump });
    if (found === null || found.rows === 0) throw new EngineError('import_rejects_gone');
    const { language } = await job.read('company.get', null);
    const rows = await runIntake(
      hostOf(job),
      {
        task: 'rejects',
        path: dump,
        source: null,
        columns: found.source.columns,
        options: found.source.options,
        language,
        outPath: path,
        format: formatOf(path),
      },
      { cancel: job.cancel },
    );
    return { rows };
  } finally {
    await rm(dump, { force: true });
  }
}

export async function conductImportUndo(
  job: JobContext,
  { importId }: Parsed<'import.undo'>,
): Promise<Output<'import.undo'>> {
  await job.phase('undoing', null);
  return job.write('import.undo', { importId, job: { id: job.job.id, seq: job.job.nextSeq() } });
}

/** `import.inspect`: what a worker sees in the file, with the map that was kept for files of its shape. */
export async function inspect(
  engine: Engine,
  input: Pick<Request, 'path' | 'kind'> & { options: ReadOptions | null },
): Promise<Output<'import.inspect'>> {
  const { kind } = input;
  const custom = await engine.read('import.fields', { kind });
  const inspection = await runIntake(hostOf(engine), {
    task: 'inspect',
    path: pastedFile(engine.temporaryDir, input.path) ?? input.path,
    kind,
    options: input.options ?? detectAll,
    custom,
  });
  const saved = await engine.read('import.savedMap', { kind, shape: inspection.shape });
  return { ...inspection, saved, savedMap: saved?.map ?? null };
}

/** `import.preview`: what of the first rows would not be taken. */
export async function previewRows(engine: Engine, input: Parsed<'import.preview'>): Promise<Output<'import.preview'>> {
  const { currency } = await engine.read('company.get', null);
  const rejections = await runIntake(hostOf(engine), {
    task: 'preview',
    ...input,
    path: pastedFile(engine.temporaryDir, input.path) ?? input.path,
    custom: await engine.read('import.fields', { kind: input.kind }),
    companyDefaults: { currency },
  });
  return { rejections };
}

const detectAll: ReadOptions = {
  encoding: null,
  delimiter: null,
  quote: null,
  decimalMark: null,
  dateOrder: null,
  sheet: null,
  headerRow: null,
};
