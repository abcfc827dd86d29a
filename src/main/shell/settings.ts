/** What the program remembers between two starts, beside company files: preferences, recent companies, the window's place. */
import { join } from 'node:path';
import { z } from 'zod';
import { Preferences } from '#shared/contract/shell.ts';
import { EngineError } from '#shared/model/error.ts';
import { readJson, writeJson } from './json-file.ts';
import type { Log } from './log.ts';
import { WindowState } from './window-place.ts';

const RecentCompany = z.object({
  path: z.string().min(1),
  name: z.string(),
  openedAt: z.iso.datetime(),
  pinned: z.boolean().default(false),
});
export type RecentCompany = z.infer<typeof RecentCompany>;
/** Besides those that are pinned: an office has many clients. */
const RECENT_KEPT = 60;
/** Places of windows that are remembered. */
const WINDOWS_KEPT = 8;

const UpdateSettings = z.object({
  feed: z.string().nullable(),
  automatic: z.boolean(),
  checkedAt: z.iso.datetime().nullable(),
});
export type UpdateSettings = z.infer<typeof UpdateSettings>;

/** Preferences, recent companies and window state in the data folder; each file by itself, so that one damaged loses one. */
export class Settings {
  readonly #folder: string;
  readonly #log: Log;
  #preferences: Preferences;
  #recent: RecentCompany[];

  constructor(folder: string, systemLanguage: string, log: Log) {
    this.#folder = folder;
    this.#log = log;
    this.#preferences = this.#read('preferences.json', Preferences, {
      language: /^fr\b/i.test(systemLanguage) ? 'fr' : 'en',
      theme: 'system',
    });
    this.#recent = this.#read('recent.json', z.array(RecentCompany), []);
  }

  get preferences(): Preferences {
    return this.#preferences;
  }

  /** Holds at once; throws `settings_not_saved` where the disk refuses, and still holds until the program ends. */
  savePreferences(preferences: Preferences): void {
    this.#preferences = preferences;
    try {
      writeJson(join(this.#folder, 'preferences.json'), preferences);
    } catch (cause) {
      throw new EngineError('settings_not_saved', { folder: this.#folder }, { cause });
    }
  }

  /** Newest first. */
  get recent(): readonly RecentCompany[] {
    return this.#recent;
  }

  companyOpened(path: string, name: string, at: Date): void {
    const others = this.#recent.filter((company) => company.path !== path);
    const pinned = this.#recent.some((company) => company.path === path && company.pinned);
    const all = [{ path, name, openedAt: at.toISOString(), pinned }, ...others];
    const kept = new Set(all.filter((company) => !company.pinned).slice(0, RECENT_KEPT));
    this.#recent = all.filter((company) => company.pinned || kept.has(company));
    this.#saveQuietly('recent.json', this.#recent);
  }

  /** Whether it was there. */
  pinCompany(path: string, pinned: boolean): boolean {
    if (!this.#recent.some((company) => company.path === path)) return false;
    this.#recent = this.#recent.map((company) => (company.path === path ? { ...company, pinned } : company));
    this.#saveQuietly('recent.json', this.#recent);
    return true;
  }

  /** Whether it was there. */
  forgetCompany(path: string): boolean {
    const before = this.#recent.length;
    this.#recent = this.#recent.filter((company) => company.path !== path);
    if (this.#recent.length === before) return false;
    this.#saveQuietly('recent.json', this.#recent);
    return true;
  }

  /** Where the first window stood, the second one, ... An older version kept one place only. */
  windowState(index: number): WindowState | null {
    return this.#windowStates()[index] ?? null;
  }
  saveWindowState(index: number, state: WindowState): void {
    if (index >= WINDOWS_KEPT) return;
    const states = this.#windowStates();
    while (states.length < index) states.push(null);
    states[index] = state;
    this.#saveQuietly('window.json', states);
  }
  #windowStates(): (WindowState | null)[] {
    const one = WindowState.nullable().transform((state) => [state]);
    return this.#read('window.json', z.union([z.array(WindowState.nullable()), one]), []);
  }

  /** Where updates come from, as somebody set it; nobody has at first. */
  get updates(): UpdateSettings {
    return this.#read('updates.json', UpdateSettings, { feed: null, automatic: false, checkedAt: null });
  }
  /** Throws `settings_not_saved`. */
  saveUpdates(updates: UpdateSettings): void {
    try {
      writeJson(join(this.#folder, 'updates.json'), updates);
    } catch (cause) {
      throw new EngineError('settings_not_saved', { folder: this.#folder }, { cause });
    }
  }

  #read<S extends z.ZodType>(name: string, schema: S, fallback: z.output<S>): z.output<S> {
    return readJson(join(this.#folder, name), schema, fallback, () =>
      this.#log.write('settings unreadable', { file: name }),
    );
  }

  /** For what is a comfort only: a full disk costs the comfort, is logged, and disturbs nobody. */
  #saveQuietly(name: string, value: unknown): void {
    try {
      writeJson(join(this.#folder, name), value);
    } catch (error) {
      this.#log.write('settings not saved', { file: name, error: error instanceof Error ? error.name : null });
    }
  }
}
