/** The program with windows: puts engine, windows, menu, updates and log together, from start to end. */
import { readFileSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { app, dialog, Menu, nativeTheme, powerMonitor, session } from 'electron';
import { z } from 'zod';
import { contract, type Name, type Output } from '#shared/contract/index.ts';
import type { MenuCommand, ShellCall, WireReply } from '#shared/contract/shell.ts';
import { fill } from '#shared/messages/catalogue.ts';
import { questionTexts } from '#shared/messages/ui/menu.ts';
import type { AppWindow } from './app-window.ts';
import { isCompanyFile, readArguments } from './arguments.ts';
import { shellHandlers } from './calls.ts';
import { queuedDialogs, systemDialogs } from './dialogs.ts';
import { EngineHost } from './engine-host.ts';
import { listen } from './ipc.ts';
import { learnFromAnswer, learnFromEvent } from './learning.ts';
import { fileMark, type Log, openLog, withoutPersonalData } from './log.ts';
import { menuTemplate } from './menu.ts';
import { OfficeBook } from './office-places.ts';
import { PAGE_ORIGIN } from './page-files.ts';
import type { programFiles } from './paths.ts';
import { PdfTokens } from './pdf-tokens.ts';
import { registerScheme, serveScheme } from './protocol.ts';
import { type LastFailure, reportLines } from './report.ts';
import { lockSession, refuseByDefault } from './security.ts';
import { Settings } from './settings.ts';
import { realUpdater } from './update-source.ts';
import { Updates } from './updates.ts';
import { startUtilityEngine } from './utility-engine.ts';
import { Windows } from './windows.ts';

/** How long the engine may take to close the company when the program ends (milliseconds). */
const STOP_LIMIT = 5_000;
/** Recent companies in the menu. */
const RECENT_SHOWN = 12;
/** How often it is seen whether the daily look for updates is due (milliseconds). */
const UPDATE_PULSE = 60 * 60 * 1000;

/** The live server's address, in development only: a packaged program listens to no environment variable for its page. */
const developmentServer = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null);
/** Set by the tests of the real window: queued dialog answers, and the engine's process number in a file. */
const testing = process.env['LIASSE_TEST'] === '1';

interface Start {
  /** This user's data folder. */
  data: string;
  files: ReturnType<typeof programFiles>;
  resources: string;
  /** A company file given on the command line. */
  openPath: string | null;
}

export function openProgram({ data, files, resources, openPath }: Start): void {
  const log = openLog(data);
  const settings = new Settings(data, app.getPreferredSystemLanguages()[0] ?? '', log);
  stopOnDefect(log, settings);
  app.setAppUserModelId('com.liasse.app');
  registerScheme();
  refuseByDefault(app, developmentServer);

  const office = new OfficeBook(data, log);
  const pdfs = new PdfTokens();
  let pendingPath = openPath;
  let quitting = false;
  /** The person agreed that the jobs stop. */
  let quitAgreed = false;
  let lastFailure: LastFailure | null = null;

  const opened = {
    onOpened: (path: string, name: string) => {
      pendingPath = null;
      log.write('company opened', { company: fileMark(path) });
      windows.setCompany(name);
      settings.companyOpened(path, name, new Date());
      app.addRecentDocument(path);
      buildMenu();
    },
    onRenamed: (name: string) => windows.setCompany(name),
    onClosed: () => windows.setCompany(null),
  };
  const notesOf = (window: AppWindow) => ({
    ...opened,
    known: window.known,
    addressOf: (path: string) => pdfs.address(path, window.id),
    onTold: (path: string) => window.granted.grant(path, 'read'),
  });
  const host = new EngineHost({
    spawn: () => startUtilityEngine(files.engine, data, !app.isPackaged),
    resourcesDir: resources,
    actor: actorName(),
    log,
    onEngineEvent: (event) => {
      for (const window of windows.all) learnFromEvent(event, notesOf(window));
      windows.sendEngine(event);
    },
    onShellEvent: (event) => {
      if (testing) writeFileSync(join(data, 'engine.pid'), String(host.pid ?? ''));
      windows.send(event);
    },
  });
  const stay = () => {
    quitting = false;
    quitAgreed = false;
  };
  const windows = new Windows({
    preload: files.preload,
    icon: join(resources, 'icons', 'liasse.png'),
    developmentServer,
    settings,
    log,
    // On macOS a closed window leaves the program in the dock, with its jobs: only quitting asks.
    runningJobs: () => (quitAgreed || (process.platform === 'darwin' && !quitting) ? 0 : host.runningJobs),
    mayBackUp: () => host.ownsCompany && (process.platform !== 'darwin' || quitting),
    onStay: stay,
    onClosed: (window) => pdfs.forget(window.id),
  });
  const updates = new Updates({
    version: app.getVersion(),
    settings,
    feedOfPackage: feedOfPackage(app.getAppPath()),
    feedOfEnvironment: process.env['LIASSE_UPDATE_FEED'] ?? null,
    updater: () => realUpdater({ dataFolder: data, packaged: app.isPackaged, resources: process.resourcesPath }),
    runningJobs: () => host.runningJobs,
    quitToInstall: () => app.quit(),
    onState: (state) => windows.send({ event: 'updates', state }),
    log,
  });

  const offer = (path: string) => {
    pendingPath = path; // Also kept, for a page that is still loading; opening a company settles it.
    if (!app.isReady()) return;
    const window = windows.show();
    window.granted.grant(path, 'read');
    window.send({ event: 'open-path', path });
  };
  const onCommand = (command: MenuCommand) => {
    if (command === 'window.new') windows.open(null);
    else windows.show().send({ event: 'menu', command });
  };
  function buildMenu(): void {
    const template = menuTemplate({
      language: settings.preferences.language,
      platform: process.platform,
      development: developmentServer !== null,
      recent: settings.recent.slice(0, RECENT_SHOWN),
      onCommand,
      onOpenPath: offer,
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }
  const engine = (window: AppWindow, name: Name, input: unknown, commandId: string | null) => {
    if (updates.installing && contract[name].kind === 'job') {
      const refused: WireReply<unknown> = { ok: false, error: { code: 'update_installing', params: {} } };
      return { answer: Promise.resolve(refused), withdraw: () => undefined };
    }
    const recent = settings.recent.map(({ path }) => path);
    window.granted.check(name, input, recent);
    const { answer, withdraw } = host.ask(name, input, commandId);
    const learned = answer.then((reply): WireReply<unknown> => {
      if (reply.ok) return { ok: true, result: learnFromAnswer(name, input, reply.result, notesOf(window)) };
      if (reply.error.code !== 'withdrawn') {
        lastFailure = { at: new Date().toISOString(), call: name, code: reply.error.code };
        log.write('call refused by the engine', { call: name, code: reply.error.code });
      }
      return reply;
    });
    return { answer: learned, withdraw };
  };
  const report = async (): Promise<string[]> => {
    const summary = await host.call('company.summary', {}, null);
    const { chrome = '', node, electron = '' } = process.versions;
    return reportLines({
      preferences: settings.preferences,
      about: { version: app.getVersion(), electron, chrome, node, platform: process.platform, locale: app.getLocale() },
      updates: { configured: updates.state.feed !== null, automatic: updates.state.automatic },
      windows: windows.all.length,
      jobs: host.runningJobs,
      companies: settings.recent.length,
      // The name says the result's type; it comes from the engine of this same program.
      counts: summary.ok ? (summary.result as Output<'company.summary'>).counts : null,
      failure: lastFailure,
      log,
      now: new Date(),
    });
  };

  app.on('second-instance', (_event, argv, folder) => {
    const again = readArguments(argv.slice(1), folder);
    if (again.mode === 'window' && again.openPath !== null) offer(again.openPath);
    else windows.show();
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (isCompanyFile(path)) offer(path);
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode }) =>
    log.write('process gone', { type, reason, exitCode }),
  );
  app.on('activate', () => windows.show());
  app.on('before-quit', (event) => {
    quitting = true;
    const window = windows.current;
    // With several windows the question comes before any of them closes; a single one asks as it closes.
    if (quitAgreed || host.runningJobs === 0 || windows.all.length < 2 || window === null) return;
    event.preventDefault();
    window.askToQuit(host.runningJobs, () => {
      quitAgreed = true;
      app.quit();
    });
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' || quitting) app.quit();
  });
  let stopped = false;
  app.on('will-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void host.stop(STOP_LIMIT).then(() => {
      stopped = true;
      // Not from within this event: with no engine left to wait for, the quit that we held up is still being undone.
      setImmediate(() => {
        if (updates.installsOnQuit) updates.installNow(updates.installing);
        app.quit();
      });
    });
  });

  void app.whenReady().then(() => {
    // Whoever leaves the computer leaves the company locked. One without users, or none, takes no notice.
    const lock = () => void host.call('people.lock', {}, null);
    powerMonitor.on('lock-screen', lock);
    powerMonitor.on('suspend', lock);
    const ours = session.defaultSession;
    const pageOrigin = developmentServer === null ? PAGE_ORIGIN : new URL(developmentServer).origin;
    lockSession(ours, developmentServer);
    serveScheme(ours, { pageFolder: files.page, pdfs, pageOrigin });
    nativeTheme.themeSource = settings.preferences.theme;
    app.setAboutPanelOptions({ applicationName: 'Liasse', applicationVersion: app.getVersion() });
    const queue = testing ? process.env['LIASSE_TEST_DIALOGS'] : undefined;
    const documentsFolder = app.getPath('documents');
    const language = () => settings.preferences.language;
    const handlersOf = (window: AppWindow) =>
      shellHandlers({
        dialogs:
          queue === undefined
            ? systemDialogs({ window: () => window.browser, language, documentsFolder })
            : queuedDialogs(queue),
        settings,
        office,
        pdfs,
        window,
        about: {
          version: app.getVersion(),
          platform: process.platform,
          electron: process.versions.electron,
          documentsFolder,
        },
        openPath: () => {
          if (pendingPath !== null) window.granted.grant(pendingPath, 'read');
          return pendingPath;
        },
        preferencesChanged: () => {
          nativeTheme.themeSource = settings.preferences.theme;
          buildMenu();
          windows.send({ event: 'preferences', preferences: settings.preferences });
        },
        recentChanged: buildMenu,
        openWindow: (place) => windows.open(place),
        report,
        saveReport: (path, text) => writeFile(path, text, 'utf8'),
        updates,
      });
    const handlers = new WeakMap<AppWindow, ReturnType<typeof handlersOf>>();
    listen<AppWindow>({
      windowOf: (frame) => windows.of(frame),
      engine,
      shell: (window, call: ShellCall, input) => {
        const own = handlers.get(window) ?? handlersOf(window);
        handlers.set(window, own);
        // The input was parsed by this call's own schema, so the two belong together.
        return (own[call] as (input: unknown) => Promise<unknown>)(input);
      },
      dropped: (window, path) => window.granted.grant(path, 'read'),
      log,
    });
    log.write('started', {
      version: app.getVersion(),
      electron: process.versions.electron,
      platform: process.platform,
      arch: process.arch,
    });
    buildMenu();
    host.start();
    windows.show();
    const pulse = () => void updates.checkIfDue(new Date());
    setTimeout(pulse, 30_000).unref();
    setInterval(pulse, UPDATE_PULSE).unref();
  });
}

const Package = z.object({ liasse: z.object({ updateFeed: z.string().nullish() }).optional() });

/** The feed that the package was built for; see .ci/package.mjs. */
function feedOfPackage(appPath: string): string | null {
  const about = Package.safeParse(JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8')));
  return about.data?.liasse?.updateFeed ?? null;
}

/** Who works here, for the audit trail; a user without an account entry, as in some containers, has no name. */
function actorName(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env['USER'] ?? process.env['USERNAME'] ?? '';
  }
}

/** A defect of the shell itself: it is logged, said, and the program ends; what is on disk is safe by the engine's promises. */
function stopOnDefect(log: Log, settings: Settings): void {
  const stop = (thrown: unknown) => {
    const text = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    log.write('stopped by a defect', { trace: withoutPersonalData(text) });
    process.stderr.write(`${text}\n`);
    const language = settings.preferences.language;
    if (!testing) {
      dialog.showErrorBox(
        fill(questionTexts.stopped, language),
        fill(questionTexts.stoppedDetail, language, { log: log.path }),
      );
    }
    app.exit(1);
  };
  process.on('uncaughtException', stop);
  process.on('unhandledRejection', stop);
}
