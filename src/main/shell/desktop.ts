/** Hands a produced file or folder to the system's own programs: only what is known, present, and a document. */
import { realpath, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { shell } from 'electron';
import { EngineError } from '#shared/model/error.ts';
import { isDocument, type KnownPaths } from './known-paths.ts';

/** The real path behind `path`. Throws `path_not_allowed` or `path_missing`. */
async function allowed(path: string, known: KnownPaths, mustBeDocument: boolean): Promise<string> {
  const name = basename(path);
  if (!known.has(path)) throw new EngineError('path_not_allowed', { name });
  let real: string;
  let isFolder: boolean;
  try {
    real = await realpath(path); // A link placed there later must not lead to a program.
    isFolder = (await stat(real)).isDirectory();
  } catch (cause) {
    throw new EngineError('path_missing', { name }, { cause });
  }
  if (mustBeDocument && !isDocument(real, isFolder ? 'folder' : 'file'))
    throw new EngineError('path_not_allowed', { name });
  return real;
}

/** Opens with the program that the system has for it. Also throws `desktop_refused`. */
export async function openOnDesktop(path: string, known: KnownPaths): Promise<{ opened: boolean }> {
  const real = await allowed(path, known, true);
  const problem = await shell.openPath(real);
  if (problem !== '') throw new EngineError('desktop_refused', { name: basename(path) }, { cause: new Error(problem) });
  return { opened: true };
}

/** Shows it selected in its folder; nothing is opened, so a company file may be shown too. */
export async function revealOnDesktop(path: string, known: KnownPaths): Promise<{ revealed: boolean }> {
  shell.showItemInFolder(await allowed(path, known, false));
  return { revealed: true };
}
