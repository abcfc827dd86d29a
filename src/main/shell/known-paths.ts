/**
 * What the page may hand to the desktop: files and folders that the engine reported or a person chose in a dialog, and of
 * these only documents. A page that was taken over can thus start no program.
 */
import { basename, extname, isAbsolute, relative, resolve } from 'node:path';
import type { JobName, Name, Output } from '#shared/contract/index.ts';
import type { JobSnapshot } from '#shared/model/job.ts';

/** What the system's own programs show without running it. Spreadsheets are ours: written without formulas or macros. */
const DOCUMENTS = new Set(['.pdf', '.xlsx', '.csv', '.tsv', '.txt', '.xml', '.json', '.zip', '.gz', '.eml', '.log']);

export interface Reported {
  files: string[];
  folders: string[];
}

/** Paths in what the engine answered, by the name that was asked; a job's are in its end, not in its start's answer. */
type Reporters = { [N in Exclude<Name, JobName>]?: (result: Output<N>) => Reported };

const files = (...paths: (string | null | undefined)[]): Reported => ({
  files: paths.filter((path): path is string => typeof path === 'string'),
  folders: [],
});
const folders = (...paths: (string | null)[]): Reported => ({
  files: [],
  folders: paths.filter((path): path is string => path !== null),
});

const opened = (result: Output<'company.open'>): Reported => files(result.path, result.migratedFrom?.backupPath);

const reporters: Reporters = {
  'company.create': opened,
  'company.open': opened,
  'company.createSample': opened,
  'company.current': (result) => (result ? opened(result) : files()),
  'document.pdf': (result) => files(result.path),
  'invoice.get': (result) => files(...result.files.map((file) => file.path)),
  'run.get': (result) => folders(result.folder),
  'run.list': (result) => folders(...result.rows.map((row) => row.folder)),
  'job.get': ofJob,
  'job.list': (result) => joined(result.map(ofJob)),
};

const jobReporters: { [N in JobName]?: (result: Output<N>) => Reported } = {
  'run.produce': (result) => ({ ...files(result.merged, result.workbook), folders: [result.folder] }),
  'export.workbook': (result) => files(result.path),
};

/** What a job left behind; its name arrives as text, its result is null until it ended well. */
function ofJob({ name, result }: Pick<JobSnapshot, 'name' | 'result'>): Reported {
  return report(jobReporters, name, result);
}
function joined(all: Reported[]): Reported {
  return { files: all.flatMap((one) => one.files), folders: all.flatMap((one) => one.folders) };
}

/** The paths in `result`, the engine's answer to `name`. */
export function reportedPaths(name: Name, result: unknown): Reported {
  return report(reporters, name, result);
}

function report(by: object, name: string, result: unknown): Reported {
  // The engine's results are typed by the contract and come from our own process: the name says the type.
  const reporter = (by as Record<string, ((result: unknown) => Reported) | undefined>)[name];
  return reporter && result !== null && result !== undefined ? reporter(result) : files();
}

export class KnownPaths {
  readonly #files = new Set<string>();
  readonly #folders = new Set<string>();
  readonly #foldersWithContent = new Set<string>();

  /** From the engine: the files, and the folders with everything in them. */
  addReported(reported: Reported): void {
    for (const path of reported.files) this.#files.add(resolve(path));
    for (const path of reported.folders) this.#foldersWithContent.add(resolve(path));
  }
  /** From a dialog: that file, or that folder itself but not what else lies in it. */
  addChosen(path: string, kind: 'file' | 'folder'): void {
    (kind === 'file' ? this.#files : this.#folders).add(resolve(path));
  }

  has(path: string): boolean {
    if (!isAbsolute(path)) return false;
    const asked = resolve(path);
    if (this.#files.has(asked) || this.#folders.has(asked)) return true;
    for (const folder of this.#foldersWithContent) {
      const below = relative(folder, asked);
      if (!below.startsWith('..') && !isAbsolute(below)) return true;
    }
    return false;
  }
}

/**
 * Whether a path (its links already followed) is something to look at and not something that runs: a folder that is no
 * bundle of macOS, or a file of a documents' type. A colon after the drive names an alternate stream on Windows.
 */
export function isDocument(path: string, kind: 'file' | 'folder'): boolean {
  const name = basename(path);
  if (name.includes(':')) return false;
  const extension = extname(name).toLowerCase();
  if (kind === 'file') return DOCUMENTS.has(extension);
  return !/^\.(app|bundle|framework|kext|prefpane|workflow|action|plugin|pkg|mpkg|terminal|command|scptd|service)$/.test(
    extension,
  );
}
