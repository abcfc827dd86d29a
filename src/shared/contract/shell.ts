/** What the window may ask of the shell: dialogs, the desktop, preferences. No other channel exists. */
import { z } from 'zod';
import type { EngineErrorShape } from '../model/error.ts';
import { Language } from '../model/values.ts';
import type { EngineEvent, Name } from './index.ts';

export const Preferences = z.object({
  language: Language,
  theme: z.enum(['light', 'dark', 'system']),
});
export type Preferences = z.infer<typeof Preferences>;

const FileKind = z.enum(['company', 'spreadsheet', 'workbook', 'pdf', 'csv']);

/** Whether a downloaded update is installed at once, when the program ends, or not until somebody says so. */
export const InstallWhen = z.enum(['now', 'quit', 'never']);
export type InstallWhen = z.infer<typeof InstallWhen>;

/** A newer version, as its publisher describes it. */
export interface UpdateOffer {
  version: string;
  /** Plain text; null where the publisher wrote none in that language (nor in both). */
  notes: { fr: string | null; en: string | null };
  /** Bytes of the download, where the feed says so. */
  size: number | null;
}
export interface UpdateState {
  /** The version that runs. */
  version: string;
  /** Where newer versions are looked for; null: nowhere, and nothing is ever asked. */
  feed: string | null;
  /** Who said so: this program's settings, the package as it was built, or the computer's administrator. */
  feedFrom: 'settings' | 'package' | 'environment' | null;
  /** Looks by itself once a day. Off until somebody turns it on. */
  automatic: boolean;
  step:
    | { at: 'idle' }
    | { at: 'checking' }
    | { at: 'none'; checkedAt: string }
    | { at: 'available'; offer: UpdateOffer }
    | { at: 'downloading'; offer: UpdateOffer; done: number; total: number | null }
    /** Complete, and its checksum is the feed's. */
    | { at: 'ready'; offer: UpdateOffer; install: InstallWhen }
    | { at: 'installing' }
    | { at: 'failed'; error: EngineErrorShape };
}

/** How far somebody is in the short tour of this computer. */
export const TourState = z.object({ step: z.int().min(0).max(50), state: z.enum(['new', 'paused', 'done']) });
export type TourState = z.infer<typeof TourState>;

/** Folders in which the office keeps companies, and what lies in them. */
export interface OfficePlaces {
  folders: { path: string; exists: boolean }[];
  companies: { path: string; folder: string }[];
}

/** Named shell calls with their inputs; results are typed in {@link ShellResults}. */
export const shellCalls = {
  /** A file chosen in the system's dialog, or null. */
  'dialog.open': z.object({ kind: FileKind }),
  'dialog.save': z.object({ kind: FileKind, suggestedName: z.string().max(200) }),
  'dialog.folder': z.object({}),
  /** Opens a produced file or folder with the system's program. Only what the engine produced, opened or exported. */
  'desktop.open': z.object({ path: z.string().min(1) }),
  'desktop.reveal': z.object({ path: z.string().min(1) }),
  /** A hundred thousand rows of a list fit. */
  'clipboard.write': z.object({ text: z.string().max(100_000_000) }),
  'preferences.get': z.object({}),
  'preferences.set': Preferences,
  'recent.list': z.object({}),
  'recent.forget': z.object({ path: z.string() }),
  /** A pinned company stays on top of the list, and on it. */
  'recent.pin': z.object({ path: z.string(), pinned: z.boolean() }),
  'office.places': z.object({}),
  /** A folder chosen in the dialog before. */
  'office.addFolder': z.object({ path: z.string().min(1) }),
  'office.removeFolder': z.object({ path: z.string().min(1) }),
  'tour.get': z.object({}),
  'tour.set': TourState,
  'app.info': z.object({}),
  /** The window's answer to a menu's "quit" while a job runs. */
  'window.confirmClose': z.object({ close: z.boolean() }),
  /** Another window of the same company, at a place that the page wrote down (null: its first page). */
  'window.open': z.object({ place: z.string().max(2000).nullable() }),
  /** The text of a report for support, line by line, as it would be saved. Nothing is sent. */
  'report.prepare': z.object({}),
  /** Saves what is left of it where the person says. */
  'report.save': z.object({ text: z.string().max(500_000) }),
  'updates.state': z.object({}),
  'updates.configure': z.object({ feed: z.string().trim().max(500).nullable(), automatic: z.boolean() }),
  'updates.check': z.object({}),
  'updates.download': z.object({}),
  'updates.cancel': z.object({}),
  'updates.install': z.object({ when: InstallWhen }),
} as const;

export type ShellCall = keyof typeof shellCalls;

export interface ShellResults {
  'dialog.open': string | null;
  'dialog.save': string | null;
  'dialog.folder': string | null;
  'desktop.open': { opened: boolean };
  'desktop.reveal': { revealed: boolean };
  'clipboard.write': { written: true };
  'preferences.get': Preferences;
  'preferences.set': Preferences;
  'recent.list': { path: string; name: string; openedAt: string; exists: boolean; pinned: boolean }[];
  'recent.forget': { forgotten: boolean };
  'recent.pin': { pinned: boolean };
  'office.places': OfficePlaces;
  'office.addFolder': OfficePlaces;
  'office.removeFolder': OfficePlaces;
  'tour.get': TourState;
  'tour.set': TourState;
  'app.info': {
    version: string;
    platform: string;
    electron: string;
    documentsFolder: string;
    /** A company file given on the command line or double-clicked, not yet opened. */
    openPath: string | null;
    /** Where this window is to begin, as the page that asked for it wrote it down. */
    place: string | null;
  };
  'window.confirmClose': { closing: boolean };
  'window.open': { opened: boolean };
  'report.prepare': { lines: string[] };
  'report.save': { path: string | null };
  'updates.state': UpdateState;
  'updates.configure': UpdateState;
  'updates.check': UpdateState;
  'updates.download': UpdateState;
  'updates.cancel': UpdateState;
  'updates.install': UpdateState;
}

/** What a menu or the operating system asks the window to do. */
export const MenuCommand = z.enum([
  'company.new',
  'company.open',
  'company.close',
  'import.open',
  'run.new',
  'invoice.new',
  'export.workbook',
  'go.home',
  'go.runs',
  'go.invoices',
  'go.customers',
  'go.products',
  'go.lines',
  'go.back',
  'go.forward',
  'find',
  'settings',
  'help.keys',
  'help.tour',
  'office.board',
  'help.guide',
  'palette',
  'window.new',
  'updates',
  'report',
  'people.lock',
  'theme.toggle',
  'language.toggle',
]);
export type MenuCommand = z.infer<typeof MenuCommand>;

export type ShellEvent =
  | { event: 'menu'; command: MenuCommand }
  | { event: 'open-path'; path: string }
  | { event: 'engine'; status: 'ready' }
  /** The engine died. It is being started again; `reopened` tells whether the file is open again. */
  | { event: 'engine'; status: 'stopped'; reason: string }
  | { event: 'engine'; status: 'restarted'; reopened: boolean; error: EngineErrorShape | null }
  | { event: 'close-requested'; jobs: number; backUp: boolean }
  | { event: 'preferences'; preferences: Preferences }
  | { event: 'updates'; state: UpdateState };

export type WireReply<T> = { ok: true; result: T } | { ok: false; error: EngineErrorShape };

/** What the preload exposes as `window.liasse`, and all that it exposes. */
export interface LiasseBridge {
  /** `call`: a number of the page's own for a query that it may withdraw. */
  engine(name: Name, input: unknown, commandId: string | null, call?: number): Promise<WireReply<unknown>>;
  /** Nobody waits any more for the query of that number. */
  withdraw(call: number): void;
  shell<C extends ShellCall>(call: C, input: z.input<(typeof shellCalls)[C]>): Promise<WireReply<ShellResults[C]>>;
  onEngineEvent(listener: (event: EngineEvent) => void): () => void;
  onShellEvent(listener: (event: ShellEvent) => void): () => void;
  /** The path of a file dropped on the window (a File object carries none in a sandboxed page). */
  pathOf(file: unknown): string;
}

/** The custom protocol: `liasse://app/...` serves the page, `liasse://pdf/<token>` a PDF made by the engine. */
export const PROTOCOL = 'liasse';
