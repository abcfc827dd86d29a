/** What the page may ask of the shell itself; each call by its name in the contract, its input already parsed. */
import { access } from 'node:fs/promises';
import { clipboard } from 'electron';
import type { z } from 'zod';
import type { ShellCall, ShellResults, shellCalls } from '#shared/contract/shell.ts';
import { fill } from '#shared/messages/catalogue.ts';
import { reportDialogTexts } from '#shared/messages/ui/report.ts';
import type { AppWindow } from './app-window.ts';
import { openOnDesktop, revealOnDesktop } from './desktop.ts';
import type { Dialogs } from './dialogs.ts';
import type { Grant } from './granted-paths.ts';
import type { OfficeBook } from './office-places.ts';
import type { PdfTokens } from './pdf-tokens.ts';
import type { Settings } from './settings.ts';
import type { Updates } from './updates.ts';

/** A recent file on a network drive that does not answer counts as absent after this time (milliseconds). */
const LOOK_LIMIT = 1_000;

type Handlers = { [C in ShellCall]: (input: z.output<(typeof shellCalls)[C]>) => Promise<ShellResults[C]> };

interface Parts {
  dialogs: Dialogs;
  settings: Settings;
  office: OfficeBook;
  pdfs: PdfTokens;
  /** The window whose page asks. */
  window: AppWindow;
  about: Omit<ShellResults['app.info'], 'openPath' | 'place'>;
  openPath: () => string | null;
  preferencesChanged: () => void;
  recentChanged: () => void;
  openWindow: (place: string | null) => void;
  report: () => Promise<string[]>;
  saveReport: (path: string, text: string) => Promise<void>;
  updates: Updates;
}

export function shellHandlers(parts: Parts): Handlers {
  const { dialogs, settings, office, pdfs, updates, window } = parts;
  const { known, granted } = window;
  const chosen = (path: string | null, what: Grant) => {
    if (path === null) return null;
    known.addChosen(path, what === 'folder' ? 'folder' : 'file');
    granted.grant(path, what);
    return path;
  };
  // Companies in a folder that a person added may be looked at and opened.
  const officePlaces = async () => {
    const places = await office.places();
    for (const { path } of places.companies) granted.grant(path, 'read');
    return places;
  };
  // The page knows a shown PDF by its address only.
  const place = (path: string) => pdfs.pathFor(path, window.id) ?? path;
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
    'recent.pin': async ({ path, pinned }) => {
      if (settings.pinCompany(path, pinned)) parts.recentChanged();
      return { pinned };
    },
    'office.places': () => officePlaces(),
    'office.addFolder': ({ path }) => {
      granted.checkFolder(path);
      office.addFolder(path);
      return officePlaces();
    },
    'office.removeFolder': ({ path }) => {
      office.removeFolder(path);
      return officePlaces();
    },
    'tour.get': async () => office.tour,
    'tour.set': async (tour) => {
      office.saveTour(tour);
      return office.tour;
    },
    'app.info': async () => {
      window.pageListens();
      return { ...parts.about, openPath: parts.openPath(), place: window.place };
    },
    'window.confirmClose': async ({ close }) => {
      // After the answer has gone out: closing destroys the page that waits for it.
      setImmediate(() => window.answerClose(close));
      return { closing: close };
    },
    'window.open': async ({ place: where }) => {
      parts.openWindow(where);
      return { opened: true };
    },
    'report.prepare': async () => ({ lines: await parts.report() }),
    'report.save': async ({ text }) => {
      const path = await dialogs.save('text', fill(reportDialogTexts.fileName, settings.preferences.language));
      if (path === null) return { path };
      known.addChosen(path, 'file');
      await parts.saveReport(path, text);
      return { path };
    },
    'updates.state': async () => updates.state,
    'updates.configure': async ({ feed, automatic }) => updates.configure(feed, automatic),
    'updates.check': () => updates.check(),
    'updates.download': async () => updates.download(),
    'updates.cancel': async () => updates.cancel(),
    'updates.install': async ({ when }) => updates.install(when),
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
