/** What the page may ask of the shell itself; each call by its name in the contract, its input already parsed. */
import { access } from 'node:fs/promises';
import { clipboard } from 'electron';
import type { z } from 'zod';
import type { ShellCall, ShellResults, shellCalls } from '#shared/contract/shell.ts';
import { openOnDesktop, revealOnDesktop } from './desktop.ts';
import type { Dialogs } from './dialogs.ts';
import type { Grant, GrantedPaths } from './granted-paths.ts';
import type { KnownPaths } from './known-paths.ts';
import type { MainWindow } from './main-window.ts';
import type { PdfTokens } from './pdf-tokens.ts';
import type { Settings } from './settings.ts';

/** A recent file on a network drive that does not answer counts as absent after this time (milliseconds). */
const LOOK_LIMIT = 1_000;

type Handlers = { [C in ShellCall]: (input: z.output<(typeof shellCalls)[C]>) => Promise<ShellResults[C]> };

interface Parts {
  dialogs: Dialogs;
  settings: Settings;
  known: KnownPaths;
  granted: GrantedPaths;
  pdfs: PdfTokens;
  window: MainWindow;
  about: Omit<ShellResults['app.info'], 'openPath'>;
  openPath: () => string | null;
  preferencesChanged: () => void;
  recentChanged: () => void;
}

export function shellHandlers(parts: Parts): Handlers {
  const { dialogs, settings, known, granted, pdfs } = parts;
  const chosen = (path: string | null, what: Grant) => {
    if (path === null) return null;
    known.addChosen(path, what === 'folder' ? 'folder' : 'file');
    granted.grant(path, what);
    return path;
  };
  // The page knows a shown PDF by its address only.
  const place = (path: string) => pdfs.path(path) ?? path;
  return {
    'dialog.open': async ({ kind }) => chosen(await dialogs.open(kind), 'read'),
    'dialog.save': async ({ kind, suggestedName }) => chosen(await dialogs.save(kind, suggestedName), 'write'),
    'dialog.folder': async () => chosen(await dialogs.folder(), 'folder'),
    'desktop.open': ({ path }) => openOnDesktop(place(path), known),
    'desktop.reveal': ({ path }) => revealOnDesktop(place(path), known),
    'clipboard.write': async ({ text }) => {
      clipboard.writeText(text);
      return { written: true };
    },
    'preferences.get': async () => settings.preferences,
    'preferences.set': async (preferences) => {
      try {
        settings.savePreferences(preferences);
      } finally {
        parts.preferencesChanged(); // They hold for this session even where the disk refused them.
      }
      return settings.preferences;
    },
    'recent.list': () =>
      Promise.all(settings.recent.map(async (company) => ({ ...company, exists: await exists(company.path) }))),
    'recent.forget': async ({ path }) => {
      const forgotten = settings.forgetCompany(path);
      if (forgotten) parts.recentChanged();
      return { forgotten };
    },
    'app.info': async () => {
      parts.window.pageListens();
      return { ...parts.about, openPath: parts.openPath() };
    },
    'window.confirmClose': async ({ close }) => {
      // After the answer has gone out: closing destroys the page that waits for it.
      setImmediate(() => parts.window.answerClose(close));
      return { closing: close };
    },
  };
}

async function exists(path: string): Promise<boolean> {
  const found = access(path).then(
    () => true,
    () => false,
  );
  const late = new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), LOOK_LIMIT);
  });
  return Promise.race([found, late]);
}
