/** One window: its look before the first paint, its title, what its page may name and read, and how it closes while jobs run. */
import { BrowserWindow, dialog, nativeTheme, screen, type WebFrameMain } from 'electron';
import { channels } from '#shared/contract/channels.ts';
import type { EngineEvent } from '#shared/contract/index.ts';
import type { ShellEvent } from '#shared/contract/shell.ts';
import { fill } from '#shared/messages/catalogue.ts';
import { questionTexts } from '#shared/messages/ui/menu.ts';
import { GrantedPaths } from './granted-paths.ts';
import { KnownPaths } from './known-paths.ts';
import type { Log } from './log.ts';
import { isOurPage, PAGE_URL } from './page-files.ts';
import type { Settings } from './settings.ts';
import type { Placement, WindowState } from './window-place.ts';

/** `--canvas` of the interface's tokens, so that the first frame has the page's colour. */
const CANVAS = { light: '#f8fafb', dark: '#0f1316' };
/** A page that crashes again within this time (milliseconds) is not loaded a third time by itself. */
const CRASH_WINDOW = 60_000;

export interface WindowOptions {
  preload: string;
  icon: string;
  developmentServer: string | null;
  settings: Settings;
  log: Log;
}

interface Opened {
  /** Where it stands, and which number of window it is. */
  placement: Placement;
  title: string;
  /** Where its page is to begin, in the page's own words; null: at its first page. */
  place: string | null;
  /** Jobs that closing this very window would stop. */
  jobsStopped: () => number;
  /** Closing this very window may be preceded by a backup, which its page makes. */
  mayBackUp: () => boolean;
  /** The person stays: a quit that was under way is off. */
  onStay: () => void;
  /** Where it stood, when it closes. */
  onPlace: (state: WindowState) => void;
  onClosed: () => void;
}

export class AppWindow {
  readonly id: number;
  /** Where its page was asked to begin. */
  readonly place: string | null;
  /** What a person chose in this very window; another window's page may not name it. */
  readonly granted = new GrantedPaths();
  readonly known = new KnownPaths();
  readonly browser: BrowserWindow;
  readonly #options: WindowOptions;
  readonly #opened: Opened;
  #mayClose = false;
  #lastCrash = 0;
  /** The page was asked about what is unsaved in it, and to back up before it closes. */
  #asked = false;
  /** Whether the page has asked for its start information, so that it hears events. */
  #listening = false;
  /** Asked on behalf of the whole program: what happens when the person agrees. */
  #agreed: (() => void) | null = null;

  constructor(options: WindowOptions, opened: Opened) {
    this.#options = options;
    this.#opened = opened;
    this.place = opened.place;
    const { maximized, ...place } = opened.placement;
    const window = new BrowserWindow({
      ...place,
      show: false,
      title: opened.title,
      icon: options.icon,
      backgroundColor: canvas(),
      webPreferences: {
        preload: options.preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        webviewTag: false,
        spellcheck: false,
        navigateOnDragDrop: false,
        devTools: options.developmentServer !== null,
      },
    });
    this.browser = window;
    this.id = window.id;
    const recolour = () => window.setBackgroundColor(canvas());
    nativeTheme.on('updated', recolour);
    if (maximized) window.maximize();
    window.once('ready-to-show', () => window.show());
    // The title names the company; the page's own title does not come through.
    window.on('page-title-updated', (event) => event.preventDefault());
    window.webContents.on('did-start-navigation', (details) => {
      if (details.isMainFrame && !details.isSameDocument) this.#listening = false;
    });
    window.webContents.on('render-process-gone', (_event, details) => this.#pageCrashed(window, details.reason));
    window.on('unresponsive', () => options.log.write('window unresponsive'));
    window.on('close', (event) => this.#closing(window, event));
    window.on('closed', () => {
      nativeTheme.off('updated', recolour);
      this.#listening = false;
      opened.onClosed();
    });
    void window.loadURL(options.developmentServer ?? PAGE_URL).catch((error: unknown) => {
      options.log.write('page not loaded', { error: error instanceof Error ? error.name : null });
    });
  }

  get listening(): boolean {
    return !this.browser.isDestroyed() && this.#listening;
  }
  pageListens(): void {
    this.#listening = true;
  }

  show(): void {
    if (this.browser.isMinimized()) this.browser.restore();
    this.browser.show();
    this.browser.focus();
  }

  /** Whether a message comes from our page's main frame in our window, and from nothing inside or beside it. */
  isSender(frame: WebFrameMain | null): boolean {
    if (this.browser.isDestroyed()) return false;
    const contents = this.browser.webContents;
    return (
      frame !== null &&
      !contents.isDestroyed() &&
      frame === contents.mainFrame &&
      isOurPage(frame.url, this.#options.developmentServer)
    );
  }

  send(event: ShellEvent): void {
    if (!this.browser.isDestroyed()) this.browser.webContents.send(channels.shellEvent, event);
  }
  sendEngine(event: EngineEvent): void {
    if (!this.browser.isDestroyed()) this.browser.webContents.send(channels.engineEvent, event);
  }

  /** The person's answer to `close-requested`. */
  answerClose(close: boolean): void {
    const agreed = this.#agreed;
    this.#agreed = null;
    this.#asked = false;
    if (!close) this.#opened.onStay();
    else if (agreed) agreed();
    else {
      this.#mayClose = true;
      this.browser.close();
    }
  }

  /** Asks whether the whole program may end while jobs run. */
  askToQuit(jobs: number, agreed: () => void): void {
    this.#agreed = agreed;
    this.show();
    this.#ask(this.browser, jobs);
  }

  #closing(window: BrowserWindow, event: { preventDefault: () => void }): void {
    this.#opened.onPlace({
      ...window.getNormalBounds(),
      maximized: window.isMaximized(),
      displayId: screen.getDisplayMatching(window.getBounds()).id,
    });
    const jobs = this.#opened.jobsStopped();
    if (this.#mayClose) return;
    if (jobs === 0) {
      // A page that does not answer, and a person who asks again, do not wait.
      if (this.#asked || !this.listening || window.webContents.isCrashed()) return;
      this.#asked = true;
    }
    event.preventDefault();
    this.#ask(window, jobs);
  }

  #ask(window: BrowserWindow, jobs: number): void {
    if (this.listening && !window.webContents.isCrashed()) {
      this.send({ event: 'close-requested', jobs, backUp: this.#opened.mayBackUp() });
      return;
    }
    // There is no page that could ask: the system does.
    const language = this.#options.settings.preferences.language;
    void dialog
      .showMessageBox(window, {
        type: 'question',
        message: fill(questionTexts.closeWhileWorking, language, { count: jobs }),
        detail: fill(questionTexts.closeWhileWorkingDetail, language),
        buttons: [fill(questionTexts.stay, language), fill(questionTexts.closeAnyway, language)],
        defaultId: 0,
        cancelId: 0,
      })
      .then(({ response }) => this.answerClose(response === 1));
  }

  #pageCrashed(window: BrowserWindow, reason: string): void {
    this.#listening = false;
    this.#options.log.write('page gone', { reason });
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const again = Date.now() - this.#lastCrash > CRASH_WINDOW;
    this.#lastCrash = Date.now();
    if (again) window.webContents.reload();
  }
}

function canvas(): string {
  return nativeTheme.shouldUseDarkColors ? CANVAS.dark : CANVAS.light;
}
