/**
 * Newer versions of the program: looked for at a feed that somebody named, downloaded when somebody says so, installed between two
 * uses. Nothing is asked of any network before a feed is named and a person (or the daily look they turned on) asks. What was
 * downloaded is used only where its SHA-512 is the feed's; on Windows and macOS the system's signature is checked besides.
 */
import type { UpdateInfo } from 'electron-updater';
import type { InstallWhen, UpdateOffer, UpdateState } from '#shared/contract/shell.ts';
import { EngineError, type EngineErrorShape } from '#shared/model/error.ts';
import type { Log } from './log.ts';
import type { Settings } from './settings.ts';
import { allowedFeed, updateFailure, updateNotes } from './update-words.ts';

/** The part of electron-updater that is used here. */
export interface Updater {
  autoDownload: boolean;
  autoInstallOnAppQuit: boolean;
  allowDowngrade: boolean;
  setFeed(feed: string): void;
  /** The update that is for this very computer (its place in a staged roll-out included), or null. */
  check(): Promise<UpdateInfo | null>;
  download(onProgress: (done: number, total: number) => void): { done: Promise<unknown>; cancel(): void };
  /** Runs the installer, which ends the program. `startAgain`: the new version opens afterwards. */
  install(startAgain: boolean): void;
}

interface Parts {
  version: string;
  settings: Settings;
  /** A feed that the package was built with, and one that the computer's administrator named. */
  feedOfPackage: string | null;
  feedOfEnvironment: string | null;
  updater: () => Promise<Updater>;
  runningJobs: () => number;
  /** Ends the program in order, installing on the way. */
  quitToInstall: () => void;
  onState: (state: UpdateState) => void;
  log: Log;
}

/** Between two looks of its own (milliseconds). */
const DAY = 24 * 60 * 60 * 1000;

export class Updates {
  readonly #parts: Parts;
  #step: UpdateState['step'] = { at: 'idle' };
  #updater: Updater | null = null;
  #cancel: (() => void) | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get state(): UpdateState {
    const { feed, from } = this.#feed();
    const { automatic } = this.#parts.settings.updates;
    return { version: this.#parts.version, feed, feedFrom: from, automatic, step: this.#step };
  }
  /** From here on nothing new may begin: the program is about to be replaced. */
  get installing(): boolean {
    return this.#step.at === 'installing';
  }
  /** Whether the downloaded version is to be put in place when the program ends. */
  get installsOnQuit(): boolean {
    return this.#step.at === 'installing' || (this.#step.at === 'ready' && this.#step.install === 'quit');
  }

  /** Throws `update_feed_refused`: anything but https, or http to this very computer. */
  configure(feed: string | null, automatic: boolean): UpdateState {
    const wanted = feed === '' ? null : feed;
    if (wanted !== null && allowedFeed(wanted) === null) throw new EngineError('update_feed_refused', {});
    const { updates } = this.#parts.settings;
    this.#parts.settings.saveUpdates({ ...updates, feed: wanted, automatic });
    // What was found at another feed is no longer offered; what is being put in place is.
    if (!['ready', 'installing', 'downloading'].includes(this.#step.at)) this.#step = { at: 'idle' };
    return this.#told();
  }

  /** The daily look, where somebody turned it on. */
  async checkIfDue(now: Date): Promise<void> {
    const { automatic, checkedAt } = this.#parts.settings.updates;
    const { feed } = this.#feed();
    const due = checkedAt === null || now.getTime() - Date.parse(checkedAt) >= DAY;
    if (automatic && due && feed !== null && this.#step.at === 'idle') await this.check();
  }

  /** Throws `update_off` where no feed is named. What fails later is a step, not an exception. */
  async check(): Promise<UpdateState> {
    const { feed } = this.#feed();
    if (feed === null) throw new EngineError('update_off', {});
    if (['checking', 'downloading', 'ready', 'installing'].includes(this.#step.at)) return this.state;
    this.#become({ at: 'checking' });
    try {
      const updater = await this.#ready(feed);
      const info = await updater.check();
      const checkedAt = new Date().toISOString();
      const { updates } = this.#parts.settings;
      this.#parts.settings.saveUpdates({ ...updates, checkedAt });
      this.#become(info === null ? { at: 'none', checkedAt } : { at: 'available', offer: offerOf(info) });
    } catch (thrown) {
      this.#fail(updateFailure(thrown));
    }
    return this.state;
  }

  /** Downloads what was found; the steps tell how it goes. */
  download(): UpdateState {
    const step = this.#step;
    const updater = this.#updater;
    if (step.at !== 'available' || updater === null) return this.state;
    const { offer } = step;
    this.#become({ at: 'downloading', offer, done: 0, total: offer.size });
    const { done, cancel } = updater.download((bytes, total) => {
      if (this.#step.at === 'downloading') this.#become({ at: 'downloading', offer, done: bytes, total });
    });
    this.#cancel = cancel;
    done.then(
      () => this.#become({ at: 'ready', offer, install: 'never' }),
      (thrown: unknown) => {
        const error = updateFailure(thrown);
        if (error.code === 'update_cancelled') this.#become({ at: 'available', offer });
        else this.#fail(error);
      },
    );
    return this.state;
  }

  cancel(): UpdateState {
    if (this.#step.at === 'downloading') this.#cancel?.();
    else if (this.#step.at === 'failed') this.#become({ at: 'idle' });
    return this.state;
  }

  /** Throws `update_job_running`: an update never ends a job. */
  install(when: InstallWhen): UpdateState {
    const step = this.#step;
    if (step.at !== 'ready') return this.state;
    if (when === 'now') {
      const jobs = this.#parts.runningJobs();
      if (jobs > 0) throw new EngineError('update_job_running', { count: jobs });
      this.#become({ at: 'installing' });
      // After the answer has gone out.
      setImmediate(this.#parts.quitToInstall);
    } else {
      this.#become({ ...step, install: when });
    }
    return this.state;
  }

  /** The last thing before the program ends, once the engine has. */
  installNow(startAgain: boolean): void {
    this.#parts.log.write('update installing');
    this.#updater?.install(startAgain);
  }

  #feed(): { feed: string | null; from: UpdateState['feedFrom'] } {
    const { settings, feedOfEnvironment, feedOfPackage } = this.#parts;
    const named = [
      ['environment', feedOfEnvironment],
      ['settings', settings.updates.feed],
      ['package', feedOfPackage],
    ] as const;
    for (const [from, feed] of named) {
      const allowed = feed === null ? null : allowedFeed(feed);
      if (allowed !== null) return { feed: allowed, from };
    }
    return { feed: null, from: null };
  }

  async #ready(feed: string): Promise<Updater> {
    this.#updater ??= await this.#parts.updater();
    const updater = this.#updater;
    updater.autoDownload = false;
    updater.autoInstallOnAppQuit = false;
    updater.allowDowngrade = false;
    updater.setFeed(feed);
    return updater;
  }

  #fail(error: EngineErrorShape): void {
    this.#parts.log.write('update failed', { code: error.code, step: this.#step.at });
    this.#become({ at: 'failed', error });
  }
  #become(step: UpdateState['step']): void {
    if (step.at !== this.#step.at) this.#parts.log.write('update', { step: step.at });
    this.#step = step;
    this.#told();
  }
  #told(): UpdateState {
    const { state } = this;
    this.#parts.onState(state);
    return state;
  }
}

function offerOf(info: UpdateInfo): UpdateOffer {
  const size = info.files.find((file) => file.size !== undefined)?.size ?? null;
  return { version: info.version, notes: updateNotes(info.releaseNotes ?? null), size };
}
