/** Where the office keeps its clients' companies, and how far somebody is in the tour: comforts of this computer. */
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { type OfficePlaces, TourState } from '#shared/contract/shell.ts';
import { readJson, writeJson } from './json-file.ts';
import type { Log } from './log.ts';

const Stored = z.object({ folders: z.array(z.string().min(1)), tour: TourState });
type Stored = z.infer<typeof Stored>;

/** A folder of a network drive that does not answer counts as absent after this time (milliseconds). */
const LOOK_LIMIT = 2_000;
const FOLDERS_KEPT = 50;
const COMPANIES_SHOWN = 500;

/** Copies made before an upgrade lie beside their company and are none themselves. */
const isCompany = (name: string): boolean => name.endsWith('.liasse') && !name.endsWith('.backup.liasse');

export class OfficeBook {
  readonly #file: string;
  readonly #log: Log;
  #stored: Stored;

  constructor(folder: string, log: Log) {
    this.#file = join(folder, 'office.json');
    this.#log = log;
    this.#stored = readJson(this.#file, Stored, { folders: [], tour: { step: 0, state: 'new' } }, () =>
      log.write('settings unreadable', { name: 'office.json' }),
    );
  }

  get tour(): TourState {
    return this.#stored.tour;
  }
  saveTour(tour: TourState): void {
    this.#save({ ...this.#stored, tour });
  }

  addFolder(path: string): void {
    const folders = [...new Set([...this.#stored.folders, resolve(path)])].slice(-FOLDERS_KEPT);
    this.#save({ ...this.#stored, folders });
  }
  removeFolder(path: string): void {
    this.#save({ ...this.#stored, folders: this.#stored.folders.filter((folder) => folder !== path) });
  }

  /** The folders, and the companies in them and in the folders right below. */
  async places(): Promise<OfficePlaces> {
    const looked = await Promise.all(
      this.#stored.folders.map(async (path) => ({ path, found: await inTime(find(path)) })),
    );
    return {
      folders: looked.map(({ path, found }) => ({ path, exists: found !== null })),
      companies: looked
        .flatMap(({ path, found }) => (found ?? []).map((company) => ({ path: company, folder: path })))
        .slice(0, COMPANIES_SHOWN),
    };
  }

  #save(stored: Stored): void {
    this.#stored = stored;
    try {
      writeJson(this.#file, stored);
    } catch (error) {
      this.#log.write('settings not saved', { name: 'office.json', code: error instanceof Error ? error.name : null });
    }
  }
}

async function find(folder: string): Promise<string[] | null> {
  try {
    if (!(await stat(folder)).isDirectory()) return null;
    const entries = await readdir(folder, { withFileTypes: true });
    const below = await Promise.all(
      entries
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
        .map(async ({ name }) => {
          // A folder that may not be read holds nothing to show.
          const inside = await readdir(join(folder, name)).catch(() => []);
          return inside.filter(isCompany).map((file) => join(folder, name, file));
        }),
    );
    const here = entries
      .filter((entry) => entry.isFile() && isCompany(entry.name))
      .map(({ name }) => join(folder, name));
    return [...here, ...below.flat()].sort();
  } catch {
    return null; // Gone, or not to be read: the board says that the folder is not there.
  }
}

function inTime(looking: Promise<string[] | null>): Promise<string[] | null> {
  const late = new Promise<null>((done) => {
    setTimeout(() => done(null), LOOK_LIMIT);
  });
  return Promise.race([looking, late]);
}
