/**
 * Conducts `export.all`: the tables from one snapshot, then every paper, its original where there is one. Into a fresh folder that is
 * marked as unfinished until the last file stands; interrupted, it goes on there and makes only what is missing.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { FrozenDocument } from '#shared/model/document.ts';
import { EngineError, systemErrorCode, toErrorShape } from '#shared/model/error.ts';
import { csvForm } from '../../documents/export/csv.ts';
import { pdfFamily } from '../../documents/export/families.ts';
import { exportReadme } from '../../documents/export/readme.ts';
import { type ExportedFile, type ExportRow, writeTable } from '../../documents/export/table-file.ts';
import { createFileNamer, safeName } from '../../documents/file-name.ts';
import { fileHash, writeOutputFile } from '../../documents/output-file.ts';
import { readOriginal } from '../../ports/archive.ts';
import { placeFailed } from '../../ports/backup-folder.ts';
import { writeFileAtomically } from '../../ports/write-file.ts';
import { assertOutputFolder } from '../output-path.ts';
import { archivePath } from '../produce.ts';
import type { PaperItem } from '../safety/export-tables.ts';
import type { JobContext } from './context.ts';

const PAGE = 100;
/** Stands in the folder until the export is complete, with the job's id in it. */
const UNFINISHED = 'unfinished.txt';
/** Version of the files' form. */
const FORMAT = 1;

interface Paper {
  number: string;
  file: string;
  original: boolean;
  sha256: string;
}

export async function conductFullExport(job: JobContext, input: Parsed<'export.all'>): Promise<Output<'export.all'>> {
  assertOutputFolder(job.companyPath, input.folder);
  const company = await job.read('company.get', null);
  const at = new Date().toISOString();
  try {
    const folder = ownFolder(job, input.folder, `${company.name} ${at.slice(0, 10)}`);
    await job.phase('tables', null);
    const { files } = await job.keep('export.tables', { path: job.companyPath, folder });
    const { papers, erased } = await exportPdfs(job, folder);
    await job.phase('manifest', null);
    const form = csvForm(company.language);
    const list = await writeTable(folder, pdfFamily, form, rowsOf(papers), { json: false });
    const about = { company: company.name, language: company.language, at, program: String(FORMAT) };
    const texts: ExportedFile[] = [];
    for (const [name, language] of [
      ['LISEZMOI.txt', 'fr'],
      ['README.txt', 'en'],
    ] as const) {
      // Windows' editor reads UTF-8 for certain where it begins with a byte order mark.
      const bytes = Buffer.from(`\ufeff${exportReadme(about, language)}`, 'utf8');
      const written = await writeOutputFile(join(folder, name), bytes, true);
      texts.push({ path: name, bytes: written.bytes, sha256: written.sha256, rows: 0 });
    }
    const manifest = {
      format: 'liasse-export',
      version: FORMAT,
      company: { id: company.id, name: company.name },
      at,
      files: [...files, ...list, ...texts],
      papers,
    };
    writeFileAtomically(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
    await rm(join(folder, UNFINISHED), { force: true });
    const originals = papers.filter((paper) => paper.original).length;
    return {
      folder,
      files: manifest.files.length + papers.length + 1,
      invoices: papers.length + erased,
      originals,
      rendered: papers.length - originals,
      erased,
    };
  } catch (thrown) {
    if (thrown instanceof EngineError || systemErrorCode(thrown) === '') throw thrown;
    throw placeFailed(thrown, input.folder);
  }
}

/** The folder in which this very job was interrupted, or one in which nothing is yet. */
function ownFolder(job: JobContext, parent: string, name: string): string {
  const stem = safeName(name, 'export');
  if (!existsSync(parent)) throw new EngineError('backup_folder_missing', { folder: parent });
  const begun = readdirSync(parent)
    .filter((candidate) => candidate.startsWith(stem.slice(0, -11)))
    .map((candidate) => join(parent, candidate))
    .find((folder) => markOf(folder) === job.job.id);
  if (begun !== undefined) return begun;
  for (let n = 1; ; n += 1) {
    const folder = join(parent, n === 1 ? stem : `${stem} (${n})`);
    if (existsSync(folder)) continue;
    mkdirSync(join(folder, 'pdf'), { recursive: true });
    writeFileAtomically(join(folder, UNFINISHED), job.job.id);
    return folder;
  }
}

function markOf(folder: string): string | null {
  try {
    return readFileSync(join(folder, UNFINISHED), 'utf8');
  } catch (thrown) {
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'].includes(systemErrorCode(thrown))) return null;
    throw thrown;
  }
}

async function exportPdfs(job: JobContext, folder: string): Promise<{ papers: Paper[]; erased: number }> {
  const nameOf = createFileNamer();
  const logos = new Map<string, Uint8Array | null>();
  const papers: Paper[] = [];
  let erased = 0;
  let done = 0;
  await job.phase('papers', null);
  for (let after = 0; ; ) {
    const { items, total } = await job.read('export.papers', { after, limit: PAGE });
    const last = items.at(-1);
    if (!last) return { papers: papers.sort((a, b) => (a.file < b.file ? -1 : 1)), erased };
    after = last.documentId;
    // Names are given in the order of the chain, so that an export taken up again finds its own files.
    const named = items.map((item) => ({ item, file: nameOf(item.number, item.customer) }));
    await Promise.all(
      named.map(async ({ item, file }) => {
        try {
          if (item.body.length === 0) erased += 1;
          else papers.push(await exportPaper(job, item, folder, file, logos));
        } catch (thrown) {
          job.throwIfCancelled();
          job.fail({ ordinal: item.documentId, label: item.number, error: toErrorShape(thrown) });
        }
        done += 1;
        job.progress(done, total);
      }),
    );
    job.throwIfCancelled();
  }
}

async function exportPaper(
  job: JobContext,
  item: PaperItem,
  folder: string,
  file: string,
  logos: Map<string, Uint8Array | null>,
): Promise<Paper> {
  job.throwIfCancelled();
  const path = join(folder, 'pdf', file);
  const { number } = item;
  if (item.original !== null) {
    if ((await fileHash(path)) === item.original) return { number, file, original: true, sha256: item.original };
    const bytes = await readOriginal(archivePath(job.companyPath, item.original), item.original);
    if (bytes !== null) {
      const { sha256 } = await writeOutputFile(path, bytes, false);
      return { number, file, original: true, sha256 };
    }
  }
  // The same document always makes the same bytes, so a paper that stands there from before the interruption is not made again.
  const before = await fileHash(path);
  if (before !== null) return { number, file, original: false, sha256: before };
  const { logo } = FrozenDocument.shape.presentation.parse(
    JSON.parse(Buffer.from(item.body).toString('utf8')).presentation,
  );
  if (logo !== null && !logos.has(logo)) logos.set(logo, await job.read('document.logo', { sha256: logo }));
  const made = await job.workers().run(
    {
      task: 'pdf-to-file',
      document: item.body,
      folder: join(folder, 'pdf'),
      fileName: file,
      fsync: false,
      logo: logo === null ? null : (logos.get(logo) ?? null),
    },
    { signal: job.signal },
  );
  return { number, file, original: false, sha256: made.sha256 };
}

async function* rowsOf(papers: readonly Paper[]): AsyncGenerator<ExportRow[]> {
  yield papers.map((paper) => ({
    csv: { number: paper.number, file: paper.file, original: paper.original ? 1 : 0, sha256: paper.sha256 },
    json: paper,
  }));
}
