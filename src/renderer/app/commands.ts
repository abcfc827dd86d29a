/** What the menu, the keyboard and the screens all can ask for: one place does it. */

import { create } from 'zustand';
import type { MenuCommand } from '#shared/contract/shell.ts';
import type { EngineError } from '#shared/model/error.ts';
import { onShellEvent, shell } from '../api/bridge.ts';
import { engine } from '../api/client.ts';
import { asEngineError } from '../api/query.ts';
import { exportWorkbook } from '../features/jobs/exportWorkbook.ts';
import { setPreferences, useDark, usePreferences } from './preferences.ts';
import { go, type Route, useJourney } from './routes.ts';
import { closeCompany, enterOpened, useSession } from './session.ts';

interface Desk {
  /** The page for a new company stands over whatever is open. */
  creating: boolean;
  keysShown: boolean;
  /** The shell asks whether to close while jobs run. */
  closing: { jobs: number } | null;
  /** Why opening or closing a company failed. */
  failure: { path: string | null; error: EngineError } | null;
  opening: boolean;
}

export const useDesk = create<Desk>(() => ({
  creating: false,
  keysShown: false,
  closing: null,
  failure: null,
  opening: false,
}));

/** Opens a company file, saying why when it cannot be. */
export async function openCompany(path: string, readOnly = false): Promise<void> {
  useDesk.setState({ opening: true, failure: null });
  try {
    await enterOpened(engine.call('company.open', { path, readOnly }));
    useDesk.setState({ creating: false });
  } catch (thrown) {
    useDesk.setState({ failure: { path, error: asEngineError(thrown) } });
  } finally {
    useDesk.setState({ opening: false });
  }
}

/** Lets the person choose a company file, then opens it. */
export async function chooseCompany(): Promise<void> {
  const path = await shell('dialog.open', { kind: 'company' });
  if (path !== null) await openCompany(path);
}

async function leaveCompany(): Promise<void> {
  try {
    await closeCompany();
  } catch (thrown) {
    useDesk.setState({ failure: { path: null, error: asEngineError(thrown) } });
  }
}

/** Who is asked to put the cursor in the search of the list that is shown. */
const searchers = new Set<() => void>();
export function onFind(search: () => void): () => void {
  searchers.add(search);
  return () => searchers.delete(search);
}
export const find = (): void => {
  for (const search of searchers) search();
};

/** Ctrl 1 to 7, as the menu "Go" has them. */
export const numbered: readonly Route[] = [
  { screen: 'home' },
  { screen: 'runs' },
  { screen: 'invoices' },
  { screen: 'customers' },
  { screen: 'products' },
  { screen: 'lines' },
  { screen: 'import' },
];

const places: Partial<Record<MenuCommand, Route>> = {
  'import.open': { screen: 'import' },
  'run.new': { screen: 'runs', create: true },
  'invoice.new': { screen: 'invoice-new' },
  'go.home': { screen: 'home' },
  'go.runs': { screen: 'runs' },
  'go.invoices': { screen: 'invoices' },
  'go.customers': { screen: 'customers' },
  'go.products': { screen: 'products' },
  'go.lines': { screen: 'lines' },
  settings: { screen: 'settings' },
};

const acts: Partial<Record<MenuCommand, () => void>> = {
  'company.new': () => useDesk.setState({ creating: true, failure: null }),
  'company.open': () => void chooseCompany(),
  'company.close': () => void leaveCompany(),
  'export.workbook': () => void exportWorkbook(),
  'go.back': () => useJourney.getState().goBack(),
  'go.forward': () => useJourney.getState().goForward(),
  find,
  'help.keys': () => useDesk.setState({ keysShown: true }),
  'theme.toggle': () => void setPreferences({ theme: useDark.getState().dark ? 'light' : 'dark' }),
  'language.toggle': () => void setPreferences({ language: usePreferences.getState().language === 'fr' ? 'en' : 'fr' }),
};

/** Commands that make sense with no company open. */
const anytime = new Set<MenuCommand>(['company.new', 'company.open', 'help.keys', 'theme.toggle', 'language.toggle']);

export function perform(command: MenuCommand): void {
  if (!useSession.getState().company && !anytime.has(command)) return;
  const place = places[command];
  if (place) {
    useDesk.setState({ creating: false });
    go(place);
  } else acts[command]?.();
}

/** Listens to the menu and to the operating system. */
export function startCommands(): void {
  onShellEvent((event) => {
    if (event.event === 'menu') perform(event.command);
    if (event.event === 'open-path') void openCompany(event.path);
    if (event.event === 'close-requested') useDesk.setState({ closing: { jobs: event.jobs } });
  });
}

/** A file given on the command line or double-clicked before the window listened. */
export async function openGivenPath(): Promise<void> {
  const { openPath } = await shell('app.info', {});
  if (openPath !== null && !useSession.getState().company) await openCompany(openPath);
}
