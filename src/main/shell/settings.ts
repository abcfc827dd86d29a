/** What the program remembers between two starts, beside company files: preferences, recent companies, the window's place. */
import { join } from 'node:path';
import { z } from 'zod';
import { Preferences } from '#shared/contract/shell.ts';
import { EngineError } from '#shared/model/error.ts';
import { readJson, writeJson } from './json-file.ts';
import type { Log } from './log.ts';
import { WindowState } from './window-place.ts';

const RecentCompany = z.object({ path: z.string().min(1), name: z.string(), openedAt: z.iso.datetime() });
export type RecentCompany = z.infer<typeof RecentCompany>;
const RECENT_KEPT = 12;

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
    this.#recent = [{ path, name, openedAt: at.toISOString() }, ...others].slice(0, RECENT_KEPT);
    this.#saveQuietly('recent.json', this.#recent);
  }

  /** Whether it was there. */
  forgetCompany(path: string): boolean {
    const before = this.#recent.length;
    this.#recent = this.#recent.filter((company) => company.path !== path);
    if (this.#recent.length === before) return false;
    this.#saveQuietly('recent.json', this.#recent);
    return true;
  }

  windowState(): WindowState | null {
    return this.#read('window.json', WindowState.nullable(), null);
  }
  saveWindowState(state: WindowState): void {
    this.#saveQuietly('window.json', state);
  }

  #read<S extends z.ZodType>(name: string, schema: S, fallback: z.output<S>): z.output<S> {
    return readJson(join(this.#folder, name), schema, fallback, () => this.#log.write('settings unreadable', { name }));
  }

  /** For what is a comfort only: a full disk costs the comfort, is logged, and disturbs nobody. */
  #saveQuietly(name: string, value: unknown): void {
    try {
      writeJson(join(this.#folder, name), value);
    } catch (error) {
      this.#log.write('settings not saved', { name, code: error instanceof Error ? error.name : null });
    }
  }
}
