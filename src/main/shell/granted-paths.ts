/**
 * Which paths the page may name to the engine: those that a person chose in a dialog, dropped on the window, opened before, or
 * gave to the program at its start. A page that was taken over can thus neither read nor overwrite other files.
 */
import { isAbsolute, resolve } from 'node:path';
import type { Input, Name } from '#shared/contract/index.ts';
import { EngineError } from '#shared/model/error.ts';

/** What a path was chosen for. A file chosen to be read is not one to be written over. */
export type Grant = 'read' | 'write' | 'folder';

type PathFields = { [N in Name]?: readonly (readonly [field: keyof Input<N> & string, what: Grant])[] };

/** Every field of the contract that names a file or a folder of this computer. */
const pathFields: PathFields = {
  'company.create': [['path', 'write']],
  'company.createSample': [['path', 'write']],
  'company.open': [['path', 'read']],
  'import.inspect': [['path', 'read']],
  'import.rehearse': [
    ['path', 'read'],
    ['rejectsPath', 'write'],
  ],
  'import.commit': [
    ['path', 'read'],
    ['rejectsPath', 'write'],
  ],
  'run.produce': [['folder', 'folder']],
  'document.pdf': [['path', 'write']],
  'export.workbook': [['path', 'write']],
};

export class GrantedPaths {
  readonly #granted: Record<Grant, Set<string>> = { read: new Set(), write: new Set(), folder: new Set() };

  /** What was chosen to be written may be read as well: a new company is opened again. */
  grant(path: string, what: Grant): void {
    if (!isAbsolute(path)) return;
    this.#granted[what].add(resolve(path));
    if (what === 'write') this.#granted.read.add(resolve(path));
  }

  /**
   * Throws `path_not_chosen` for the first path in a call's input that nobody chose. What is no text is left to the engine's own
   * door; `recent` are the companies opened before.
   */
  check(name: Name, input: unknown, recent: readonly string[]): void {
    const fields = pathFields[name];
    if (fields === undefined || typeof input !== 'object' || input === null) return;
    const given = new Map<string, unknown>(Object.entries(input));
    for (const [field, what] of fields) {
      const path = given.get(field);
      if (typeof path !== 'string') continue;
      const reopened = name === 'company.open' && recent.includes(path);
      if (!reopened && !(isAbsolute(path) && this.#granted[what].has(resolve(path)))) {
        throw new EngineError('path_not_chosen', { path }, { place: { field } });
      }
    }
  }
}
