/**
 * Conducts `run.produce`: every document of the run as a PDF, in workers, into a folder of its own; then all in one file and the
 * workbook. One failure is one failure. Interrupted, it goes on where it stopped: what was made and recorded stays.
 */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { EngineError, toErrorShape } from '#shared/model/error.ts';
import { createFileNamer, safeName } from '../../documents/file-name.ts';
import { type WrittenFile, writeOutputFile } from '../../documents/output-file.ts';
import { archiveCopy, readOriginal } from '../../ports/archive.ts';
import { failpoint } from '../../ports/failpoint.ts';
import { assertOutputFolder } from '../output-path.ts';
import { archivePath, type Produced, type ProduceItem } from '../produce.ts';
import type { JobContext } from './context.ts';

const PAGE = 100;
/** Items noted at once; their files are synced to the disk before. */
const RECORD = 50;

interface Made {
  path: string;
  title: string;
}

export async function conductProducing(job: JobContext, input: Parsed<'run.produce'>): Promise<Output<'run.produce'>> {
  const { runId } = input;
  assertOutputFolder(job.companyPath, input.folder);
  const company = await job.read('company.get', null);
  const run = await job.read('run.row', { runId });
  const started = await job.write('produce.start', {
    runId,
    jobId: job.job.id,
    folder: unfinishedFolder(input.folder, run) ?? freshFolder(input.folder, run.name),
  });
  const folder = makeFolder(started.folder);
  const logo = await job.read('run.logo', { runId });

  await job.phase('pdf', started.total);
  const made = await producePdfs(job, folder, logo);
  if (made.length === 0) throw new EngineError('produce_nothing', { failed: job.failed() });

  const stem = safeName(started.name, 'run');
  await job.phase('merging', made.length);
  const merged = join(folder, `${stem}.pdf`);
  await job
    .workers()
    .run(
      { task: 'merge', files: made, outPath: merged, title: `${company.name} · ${started.name}`, fsync: true },
      { signal: job.signal, onProgress: ({ done, total }) => job.progress(done, total) },
    );
  failpoint('produce.merged');

  const workbook = join(folder, `${stem}.xlsx`);
  await writeRunWorkbook(job, { runId, from: null, to: null }, workbook);
  job.progress(made.length, made.length);
  await job.write('produce.finish', { runId, folder, files: made.length, failed: job.failed() });
  return { folder, files: made.length, merged, workbook };
}

/**
 * The folder that an earlier attempt in this parent left unfinished, by a failure or because it was stopped: the work goes on
 * there, what is whole stays. Null for a run that is closed: it is produced once more, elsewhere.
 */
function unfinishedFolder(
  parent: string,
  { status, folder }: { status: string; folder: string | null },
): string | null {
  if (status !== 'producing' || folder === null || resolve(dirname(folder)) !== resolve(parent)) return null;
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? folder : null;
}

/** A folder that nothing is in yet, named after the run. */
function freshFolder(parent: string, name: string): string {
  const stem = join(parent, safeName(name, 'run'));
  for (let n = 1; ; n += 1) {
    const folder = n === 1 ? stem : `${stem} (${n})`;
    if (!existsSync(folder)) return folder;
  }
}

function makeFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    return folder;
  } catch (cause) {
    throw new EngineError('folder_not_writable', { folder }, { cause });
  }
}

/** All items in order, several at work at once; notes them in batches, after their bytes are on the disk. */
async function producePdfs(job: JobContext, folder: string, logo: Uint8Array | null): Promise<Made[]> {
  const nameOf = createFileNamer();
  const made = new Map<number, Made>();
  let waiting: Produced[] = [];
  let done = 0;
  const record = async (): Promise<void> => {
    const items = waiting;
    waiting = [];
    if (items.length === 0) return;
    const paths = items.flatMap((item) =>
      item.outcome.ok ? [item.outcome.path, archivePath(job.companyPath, item.outcome.sha256)] : [],
    );
    await job.workers().run({ task: 'sync', paths });
    await job.write('produce.record', { jobId: job.job.id, items });
  };
  for (let after = -1; ; ) {
    const page = await job.read('produce.items', { jobId: job.job.id, after, limit: PAGE });
    const last = page.at(-1);
    if (!last) break;
    after = last.ordinal;
    const named = page.map((item) => ({ item, fileName: nameOf(item.number, item.customer) }));
    await Promise.all(
      named.map(async ({ item, fileName }) => {
        const produced = await produceOne(job, item, folder, fileName, logo);
        if (produced.outcome.ok) made.set(item.ordinal, { path: produced.outcome.path, title: item.number });
        else
          job.fail({ ordinal: item.ordinal, label: `${item.number} ${item.customer}`, error: produced.outcome.error });
        done += 1;
        job.progress(done);
        waiting.push(produced);
        failpoint('produce.item');
        if (waiting.length >= RECORD) await record();
      }),
    );
    await record();
    job.throwIfCancelled();
  }
  return [...made].sort(([a], [b]) => a - b).map(([, file]) => file);
}

async function produceOne(
  job: JobContext,
  item: ProduceItem,
  folder: string,
  fileName: string,
  logo: Uint8Array | null,
): Promise<Produced> {
  const path = join(folder, fileName);
  try {
    const { sha256, bytes } =
      (await giveOriginal(job, item, path)) ?? (await render(job, item, folder, fileName, logo));
    return {
      ordinal: item.ordinal,
      invoiceId: item.invoiceId,
      outcome: { ok: true, fileName, path, sha256, bytes },
    };
  } catch (thrown) {
    job.throwIfCancelled();
    await rm(path, { force: true });
    return { ordinal: item.ordinal, invoiceId: item.invoiceId, outcome: { ok: false, error: toErrorShape(thrown) } };
  }
}

/** A document whose original is kept is given as it was given before, never rendered a second time. */
async function giveOriginal(job: JobContext, item: ProduceItem, path: string): Promise<WrittenFile | null> {
  if (item.original === null) return null;
  job.throwIfCancelled();
  const bytes = await readOriginal(archivePath(job.companyPath, item.original), item.original);
  return bytes === null ? null : writeOutputFile(path, bytes, false);
}

async function render(
  job: JobContext,
  item: ProduceItem,
  folder: string,
  fileName: string,
  logo: Uint8Array | null,
): Promise<{ sha256: string; bytes: number }> {
  const file = await job
    .workers()
    .run({ task: 'pdf-to-file', document: item.body, folder, fileName, fsync: false, logo }, { signal: job.signal });
  await archiveCopy(join(folder, fileName), archivePath(job.companyPath, file.sha256));
  return file;
}

/** The accountant's workbook of a selection of issued documents. */
export async function writeRunWorkbook(
  job: JobContext,
  selection: { runId: string | null; from: string | null; to: string | null },
  outPath: string,
): Promise<{ path: string; invoices: number; lines: number }> {
  const company = await job.read('company.get', null);
  const rowsPath = join(job.temporaryDir, `workbook-${job.job.id}.jsonl`);
  try {
    await job.phase('workbook', null);
    const { documents } = await job.read('documents.dump', { ...selection, path: rowsPath });
    if (documents === 0) throw new EngineError('export_empty');
    const written = await job.workers().run(
      {
        task: 'workbook',
        rowsPath,
        outPath,
        language: company.language,
        title: company.name,
        author: company.name,
        createdAt: new Date().toISOString(),
        fsync: true,
      },
      { signal: job.signal, onProgress: ({ done, total }) => job.progress(done, total) },
    );
    if (!written.balanced) throw new EngineError('workbook_unbalanced', { file: outPath });
    return { path: outPath, invoices: written.invoices, lines: written.lines };
  } finally {
    await rm(rowsPath, { force: true });
  }
}
