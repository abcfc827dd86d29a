/** The one window: its place, its look before the first paint, its title, and how it closes while jobs run. */
import { BrowserWindow, dialog, nativeTheme, screen, type WebFrameMain } from 'electron';
import { channels } from '#shared/contract/channels.ts';
import type { EngineEvent } from '#shared/contract/index.ts';
import type { ShellEvent } from '#shared/contract/shell.ts';
import { fill } from '#shared/messages/catalogue.ts';
import { questionTexts } from '#shared/messages/ui/menu.ts';
import type { Log } from './log.ts';
import { isOurPage, PAGE_URL } from './page-files.ts';
import type { Settings } from './settings.ts';
import { placeWindow, type Screen } from './window-place.ts';

/** `--canvas` of the interface's tokens, so that the first frame has the page's colour. */
const CANVAS = { light: '#f8fafb', dark: '#0f1316' };
/** A page that crashes again within this time (milliseconds) is not loaded a third time by itself. */
const CRASH_WINDOW = 60_000;

interface Options {
  preload: string;
  icon: string;
  developmentServer: string | null;
  settings: Settings;
  log: Log;
  runningJobs: () => number;
  /** The person stays: a quit that was under way is off. */
  onStay: () => void;
}

export class MainWindow {
  readonly #options: Options;
  #window: BrowserWindow | null = null;
  #title = 'Liasse';
  #mayClose = false;
  #lastCrash = 0;
  /** Whether the page has asked for its start information, so that it hears events. */
  #listening = false;

  constructor(options: Options) {
    this.#options = options;
    nativeTheme.on('updated', () => this.#window?.setBackgroundColor(canvas()));
  }

  get current(): BrowserWindow | null {
    return this.#window;
  }
  get listening(): boolean {
    return this.#window !== null && this.#listening;
  }
  pageListens(): void {
    this.#listening = true;
  }

  /** Opens the window, or brings the open one to the front. */
  show(): void {
    if (this.#window) {
      if (this.#window.isMinimized()) this.#window.restore();
      this.#window.show();
      this.#window.focus();
      return;
    }
    const { settings, developmentServer } = this.#options;
    const { maximized, ...place } = placeWindow(settings.windowState(), screens());
    const window = new BrowserWindow({
      ...place,
      show: false,
      title: this.#title,
      icon: this.#options.icon,
      backgroundColor: canvas(),
      webPreferences: {
        preload: this.#options.preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        webviewTag: false,
        spellcheck: false,
        navigateOnDragDrop: false,
        devTools: developmentServer !== null,
      },
    });
    this.#window = window;
    this.#mayClose = false;
    if (maximized) window.maximize();
    window.once('ready-to-show', () => window.show());
    // The title names the company; the page's own title does not come through.
    window.on('page-title-updated', (event) => event.preventDefault());
    window.webContents.on('did-start-navigation', (details) => {
      if (details.isMainFrame && !details.isSameDocument) this.#listening = false;
    });
    window.webContents.on('render-process-gone', (_event, details) => this.#pageCrashed(window, details.reason));
    window.on('unresponsive', () => this.#options.log.write('window unresponsive'));
    window.on('close', (event) => this.#closing(window, event));
    window.on('closed', () => {
      this.#window = null;
      this.#listening = false;
    });
    void window.loadURL(developmentServer ?? PAGE_URL).catch((error: unknown) => {
      this.#options.log.write('page not loaded', { code: error instanceof Error ? error.name : null });
    });
  }

  /** Whether a message comes from our page's main frame in our window, and from nothing inside or beside it. */
  isSender(frame: WebFrameMain | null): boolean {
    const contents = this.#window?.webContents;
    return (
      frame !== null &&
      contents !== undefined &&
      !contents.isDestroyed() &&
      frame === contents.mainFrame &&
      isOurPage(frame.url, this.#options.developmentServer)
    );
  }

  setCompany(name: string | null): void {
    this.#title = name === null ? 'Liasse' : `${name} – Liasse`;
    this.#window?.setTitle(this.#title);
  }

  send(event: ShellEvent): void {
    this.#window?.webContents.send(channels.shellEvent, event);
  }
  sendEngine(event: EngineEvent): void {
    this.#window?.webContents.send(channels.engineEvent, event);
  }

  /** The person's answer to `close-requested`. */
  answerClose(close: boolean): void {
    if (close) {
      this.#mayClose = true;
      this.#window?.close();
    } else {
      this.#options.onStay();
    }
  }

  #closing(window: BrowserWindow, event: { preventDefault: () => void }): void {
    this.#remember(window);
    const jobs = this.#options.runningJobs();
    if (this.#mayClose || jobs === 0) return;
    event.preventDefault();
    if (this.listening && !window.webContents.isCrashed()) {
      this.send({ event: 'close-requested', jobs });
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

  #remember(window: BrowserWindow): void {
    const bounds = window.getNormalBounds();
    this.#options.settings.saveWindowState({
      ...bounds,
      maximized: window.isMaximized(),
      displayId: screen.getDisplayMatching(window.getBounds()).id,
    });
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

function screens(): [Screen, ...Screen[]] {
  const primary = screen.getPrimaryDisplay();
  return [primary, ...screen.getAllDisplays().filter((display) => display.id !== primary.id)];
}
