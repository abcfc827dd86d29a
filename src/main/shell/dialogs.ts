/** The system's dialogs for choosing files and folders, in the user's language, with the right file types. */
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { z } from 'zod';
import { fill } from '#shared/messages/catalogue.ts';
import { dialogTexts } from '#shared/messages/ui/menu.ts';
import type { Language } from '#shared/model/values.ts';
import { fileName } from './file-name.ts';
import { writeJson } from './json-file.ts';

/** The first extension is the one that saving adds. `gz` covers `.csv.gz`: a filter sees the last part only. */
const EXTENSIONS = {
  company: ['liasse'],
  spreadsheet: ['csv', 'tsv', 'txt', 'xlsx', 'gz'],
  workbook: ['xlsx'],
  pdf: ['pdf'],
  csv: ['csv'],
} as const;
export type FileKind = keyof typeof EXTENSIONS;

export interface Dialogs {
  open(kind: FileKind): Promise<string | null>;
  save(kind: FileKind, suggestedName: string): Promise<string | null>;
  folder(): Promise<string | null>;
}

interface Surroundings {
  window: () => BrowserWindow | null;
  language: () => Language;
  documentsFolder: string;
}

export function systemDialogs({ window, language, documentsFolder }: Surroundings): Dialogs {
  let lastFolder = documentsFolder;
  const filters = (kind: FileKind) => [
    { name: fill(dialogTexts[kind], language()), extensions: [...EXTENSIONS[kind]] },
  ];
  // A dialog belongs to its window where there is one; electron's overloads want the two cases apart.
  const openDialog = async (options: Electron.OpenDialogOptions) => {
    const parent = window();
    const answer = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
    const path = answer.canceled ? undefined : answer.filePaths[0];
    if (path === undefined) return null;
    lastFolder = options.properties?.includes('openDirectory') ? path : join(path, '..');
    return path;
  };
  return {
    open: (kind) => openDialog({ properties: ['openFile'], filters: filters(kind), defaultPath: lastFolder }),
    folder: () =>
      openDialog({
        properties: ['openDirectory', 'createDirectory'],
        title: fill(dialogTexts.chooseFolder, language()),
        defaultPath: lastFolder,
      }),
    async save(kind, suggestedName) {
      const extension = EXTENSIONS[kind][0];
      const options: Electron.SaveDialogOptions = {
        filters: filters(kind),
        defaultPath: join(lastFolder, withExtension(fileName(suggestedName), extension)),
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      };
      const parent = window();
      const answer = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
      if (answer.canceled || !answer.filePath) return null;
      lastFolder = join(answer.filePath, '..');
      return withExtension(answer.filePath, extension); // GTK adds none.
    },
  };
}

function withExtension(path: string, extension: string): string {
  return extname(path).toLowerCase() === `.${extension}` ? path : `${path}.${extension}`;
}

/**
 * For tests of the real window: answers queued in a JSON file (an array of paths or nulls), taken from its front.
 * Throws where no answer is left, so that a test cannot pass through a dialog it did not expect.
 */
export function queuedDialogs(queueFile: string): Dialogs {
  const next = (what: string) => {
    const [answer, ...rest] = z.array(z.string().nullable()).parse(JSON.parse(readFileSync(queueFile, 'utf8')));
    if (answer === undefined) throw new Error(`No answer is queued for the dialog "${what}".`);
    writeJson(queueFile, rest);
    return Promise.resolve(answer);
  };
  return {
    open: async (kind) => await next(`open ${kind}`),
    save: async (kind) => await next(`save ${kind}`),
    folder: async () => await next('folder'),
  };
}
