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

/** Named shell calls with their inputs; results are typed in {@link ShellResults}. */
export const shellCalls = {
  /** A file chosen in the system's dialog, or null. */
  'dialog.open': z.object({ kind: FileKind }),
  'dialog.save': z.object({ kind: FileKind, suggestedName: z.string().max(200) }),
  'dialog.folder': z.object({}),
  /** Opens a produced file or folder with the system's program. Only what the engine produced, opened or exported. */
  'desktop.open': z.object({ path: z.string().min(1) }),
  'desktop.reveal': z.object({ path: z.string().min(1) }),
  'clipboard.write': z.object({ text: z.string().max(5_000_000) }),
  'preferences.get': z.object({}),
  'preferences.set': Preferences,
  'recent.list': z.object({}),
  'recent.forget': z.object({ path: z.string() }),
  'app.info': z.object({}),
  /** The window's answer to a menu's "quit" while a job runs. */
  'window.confirmClose': z.object({ close: z.boolean() }),
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
  'recent.list': { path: string; name: string; openedAt: string; exists: boolean }[];
  'recent.forget': { forgotten: boolean };
  'app.info': {
    version: string;
    platform: string;
    electron: string;
    documentsFolder: string;
    /** A company file given on the command line or double-clicked, not yet opened. */
    openPath: string | null;
  };
  'window.confirmClose': { closing: boolean };
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
  | { event: 'close-requested'; jobs: number }
  | { event: 'preferences'; preferences: Preferences };

export type WireReply<T> = { ok: true; result: T } | { ok: false; error: EngineErrorShape };

/** What the preload exposes as `window.liasse`, and all that it exposes. */
export interface LiasseBridge {
  engine(name: Name, input: unknown, commandId: string | null): Promise<WireReply<unknown>>;
  shell<C extends ShellCall>(call: C, input: z.input<(typeof shellCalls)[C]>): Promise<WireReply<ShellResults[C]>>;
  onEngineEvent(listener: (event: EngineEvent) => void): () => void;
  onShellEvent(listener: (event: ShellEvent) => void): () => void;
  /** The path of a file dropped on the window (a File object carries none in a sandboxed page). */
  pathOf(file: unknown): string;
}

/** The custom protocol: `liasse://app/...` serves the page, `liasse://pdf/<token>` a PDF made by the engine. */
export const PROTOCOL = 'liasse';
