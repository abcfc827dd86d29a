/** All windows of the program. They share one engine and so one company; each has its own page, place and granted paths. */
import { screen, type WebFrameMain } from 'electron';
import type { EngineEvent } from '#shared/contract/index.ts';
import type { ShellEvent } from '#shared/contract/shell.ts';
import { AppWindow, type WindowOptions } from './app-window.ts';
import { placeFurther, placeWindow, type Screen } from './window-place.ts';

interface Options extends WindowOptions {
  /** Jobs that run, where closing the last window would stop them. */
  runningJobs: () => number;
  /** Whether a company is open that a backup before the last window closes would be of. */
  mayBackUp: () => boolean;
  onStay: () => void;
  onClosed: (window: AppWindow) => void;
}

export class Windows {
  readonly #options: Options;
  /** By the number of window that it is: the first one, the second one, ... A closed one's number is given again. */
  readonly #windows = new Map<number, AppWindow>();
  /** The one that had the cursor last. */
  #last: AppWindow | null = null;
  #title = 'Liasse';

  constructor(options: Options) {
    this.#options = options;
  }

  get all(): readonly AppWindow[] {
    return [...this.#windows.values()];
  }
  /** The window that the person works in, or worked in last. */
  get current(): AppWindow | null {
    return this.all.find((window) => window.browser.isFocused()) ?? this.#last ?? this.all.at(-1) ?? null;
  }

  /** The window that the person works in comes to the front; where there is none, one opens. */
  show(): AppWindow {
    const window = this.current;
    if (!window) return this.open(null);
    window.show();
    return window;
  }

  /** One more window, at a place in the page's own words. */
  open(place: string | null): AppWindow {
    let index = 0;
    while (this.#windows.has(index)) index += 1;
    const saved = this.#options.settings.windowState(index);
    const taken = this.all.map((window) => window.browser.getBounds());
    const window = new AppWindow(this.#options, {
      placement: taken.length === 0 ? placeWindow(saved, screens()) : placeFurther(saved, taken, screens()),
      title: this.#title,
      place,
      // The jobs run in the engine that all windows share: only the last one takes it away.
      jobsStopped: () => (this.#windows.size > 1 ? 0 : this.#options.runningJobs()),
      mayBackUp: () => this.#windows.size === 1 && this.#options.mayBackUp(),
      onStay: this.#options.onStay,
      onPlace: (state) => this.#options.settings.saveWindowState(index, state),
      onClosed: () => {
        this.#windows.delete(index);
        if (this.#last === window) this.#last = null;
        this.#options.onClosed(window);
      },
    });
    this.#windows.set(index, window);
    this.#last = window;
    window.browser.on('focus', () => {
      this.#last = window;
    });
    return window;
  }

  /** The window in whose page's main frame a message began, and in nothing inside or beside it. */
  of(frame: WebFrameMain | null): AppWindow | null {
    return this.all.find((window) => window.isSender(frame)) ?? null;
  }

  setCompany(name: string | null): void {
    this.#title = name === null ? 'Liasse' : `${name} – Liasse`;
    for (const window of this.all) window.browser.setTitle(this.#title);
  }

  send(event: ShellEvent): void {
    for (const window of this.all) window.send(event);
  }
  sendEngine(event: EngineEvent): void {
    for (const window of this.all) window.sendEngine(event);
  }
}

function screens(): [Screen, ...Screen[]] {
  const primary = screen.getPrimaryDisplay();
  return [primary, ...screen.getAllDisplays().filter((display) => display.id !== primary.id)];
}
