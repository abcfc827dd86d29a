/** What the menu, the keyboard and the screens all can ask for: one place does it. */

import { create } from 'zustand';
import type { MenuCommand } from '#shared/contract/shell.ts';
import type { EngineError } from '#shared/model/error.ts';
import { onShellEvent, shell } from '../api/bridge.ts';
import { engine } from '../api/client.ts';
import { asEngineError } from '../api/query.ts';
import { exportWorkbook } from '../features/jobs/exportWorkbook.ts';
import { isClosedToAll, lockNow } from '../features/people/state.ts';
import { startTour } from '../features/tour/tour.ts';
import { setPreferences, useDark, usePreferences } from './preferences.ts';
import { go, mayLoseUnsaved, placeFrom, type Route, useJourney } from './routes.ts';
import { closeCompany, enterOpened, useSession } from './session.ts';

interface Desk {
  /** The page for a new company stands over whatever is open. */
  creating: boolean;
  /** The office board stands in place of the start page. */
  office: boolean;
  keysShown: boolean;
  paletteShown: boolean;
  reportShown: boolean;
  /** Help on the present screen stands beside it. */
  helpShown: boolean;
  /** The shell asks whether to close while jobs run. */
  closing: { jobs: number } | null;
  /** Waits for the backup before the open company is left; called with whether to go on. */
  leaving: ((go: boolean) => void) | null;
  /** Why opening or closing a company failed. */
  failure: { path: string | null; error: EngineError } | null;
  opening: boolean;
}

export const useDesk = create<Desk>(() => ({
  creating: false,
  office: false,
  keysShown: false,
  paletteShown: false,
  reportShown: false,
  helpShown: false,
  closing: null,
  leaving: null,
  failure: null,
  opening: false,
}));

/** What is unsaved is asked about, then the open company is backed up where something changed. False: the person stays. */
async function mayLeave(): Promise<boolean> {
  // Under the cover of a lock nothing can be asked.
  if (!isClosedToAll() && !(await mayLoseUnsaved())) return false;
  if (useSession.getState().company?.access !== 'owner') return true;
  return new Promise((resolve) => {
    const leaving = (go: boolean) => {
      useDesk.setState({ leaving: null });
      resolve(go);
    };
    useDesk.setState({ leaving });
  });
}

/** Opens a company file, saying why when it cannot be. */
export async function openCompany(path: string, readOnly = false, takeOver = false): Promise<void> {
  const { creating } = useDesk.getState();
  if ((creating || useSession.getState().company?.path !== path) && !(await mayLeave())) return;
  useDesk.setState({ opening: true, failure: null });
  try {
    await enterOpened(engine.call('company.open', { path, readOnly, takeOver }));
    useDesk.setState({ creating: false, office: false });
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
  if (!(await mayLeave())) return;
  try {
    await closeCompany();
  } catch (thrown) {
    useDesk.setState({ failure: { path: null, error: asEngineError(thrown) } });
  }
}

/** The page of updates, which looks at once where there is a feed to look at. */
async function lookForUpdates(): Promise<void> {
  go({ screen: 'settings', page: 'updates' });
  const { feed } = await shell('updates.state', {});
  if (feed !== null) await shell('updates.check', {});
}

/** Who is asked to put the cursor in the search of the list that is shown. */
const searchers = new Set<() => void>();
export function onFind(search: () => void): () => void {
  searchers.add(search);
  return () => searchers.delete(search);
}
const find = (): void => {
  for (const search of searchers) search();
};

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

/** Goes on from the page for a new company, which asks about what was typed in it, or from wherever one is. */
function away(move: () => void): void {
  if (!useDesk.getState().creating) {
    move();
    return;
  }
  useJourney.getState().leave(() => {
    useDesk.setState({ creating: false });
    move();
  });
}

function createCompany(): void {
  if (useDesk.getState().creating) return;
  useJourney.getState().leave(() => useDesk.setState({ creating: true, failure: null }));
}

/** A step in the history: none while a dialog stands over the screen, nor from the page for a new company. */
function step(direction: 'goBack' | 'goForward'): void {
  if (!useDesk.getState().creating) useJourney.getState()[direction]();
}

const acts: Partial<Record<MenuCommand, () => void>> = {
  'company.new': createCompany,
  'company.open': () => void chooseCompany(),
  'company.close': () => void leaveCompany(),
  'office.board': () =>
    away(() => {
      // Beside an open company it is a screen like others; without one it stands for the start page.
      const open = Boolean(useSession.getState().company);
      useDesk.setState({ office: !open });
      if (open) go({ screen: 'office' });
    }),
  'export.workbook': () => void exportWorkbook(),
  'go.back': () => step('goBack'),
  'go.forward': () => step('goForward'),
  find,
  'help.keys': () => useDesk.setState({ keysShown: true }),
  'help.guide': () => useDesk.setState({ helpShown: true }),
  'help.tour': () => void startTour(),
  palette: () => useDesk.setState((s) => ({ paletteShown: !s.paletteShown })),
  report: () => useDesk.setState({ reportShown: true }),
  updates: () => away(() => void lookForUpdates()),
  'window.new': () => void shell('window.open', { place: null }),
  'people.lock': () => void lockNow().catch((error: unknown) => console.error('lock', error)),
  'theme.toggle': () => void setPreferences({ theme: useDark.getState().dark ? 'light' : 'dark' }),
  'language.toggle': () => void setPreferences({ language: usePreferences.getState().language === 'fr' ? 'en' : 'fr' }),
};

/** Commands that make sense with no company open. */
const anytime = new Set<MenuCommand>([
  'company.new',
  'company.open',
  'office.board',
  'help.keys',
  'help.guide',
  'palette',
  'report',
  'window.new',
  'theme.toggle',
  'language.toggle',
]);

/** Commands that make sense while nobody is there who may see the company. */
const shut = new Set<MenuCommand>(['company.new', 'company.open', 'company.close', 'theme.toggle', 'language.toggle']);

/** Commands that change nothing of what a dialog asks about. The menu's keys reach the program under any dialog. */
const overDialogs = new Set<MenuCommand>([
  'help.keys',
  'help.guide',
  'theme.toggle',
  'language.toggle',
  'people.lock',
  'window.new',
]);

/** A dialog waits for its answer. The palette is none: it closes as it acts. */
const isAsked = (): boolean =>
  document.querySelector('[role="dialog"][aria-modal="true"]:not([data-passing])') !== null;

/** Whether the command makes sense now. */
export const can = (command: MenuCommand): boolean =>
  isClosedToAll() ? shut.has(command) : anytime.has(command) || Boolean(useSession.getState().company);

/** Where a command leads, for those that only go somewhere. */
export const placeOfCommand = (command: MenuCommand): Route | null => places[command] ?? null;

export function perform(command: MenuCommand): void {
  if (!can(command) || (isAsked() && !overDialogs.has(command))) return;
  const place = places[command];
  if (place) away(() => go(place));
  else acts[command]?.();
}

/** The window is to close: what is unsaved in it first, then jobs or the backup. */
async function askToClose({ jobs, backUp }: { jobs: number; backUp: boolean }): Promise<void> {
  if (!isClosedToAll() && !(await mayLoseUnsaved())) void shell('window.confirmClose', { close: false });
  else if (jobs > 0 || backUp) useDesk.setState({ closing: { jobs } });
  else void shell('window.confirmClose', { close: true });
}

/** Listens to the menu and to the operating system. */
export function startCommands(): void {
  onShellEvent((event) => {
    if (event.event === 'menu') perform(event.command);
    if (event.event === 'open-path') void openCompany(event.path);
    if (event.event === 'close-requested') void askToClose(event);
  });
}

/** What this window was opened for: a place in the open company, or a file given to the program before the page listened. */
export async function openGiven(): Promise<void> {
  const { openPath, place } = await shell('app.info', {});
  const { company } = useSession.getState();
  const route = place === null ? null : placeFrom(place);
  if (route !== null && company) useJourney.getState().reset(route);
  if (openPath !== null && !company) await openCompany(openPath);
}
