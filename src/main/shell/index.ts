/** Electron's main side: reads what was asked, then either serves the command line or opens the window over its engine. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { app, dialog, Menu, nativeTheme, session } from 'electron';
import type { Name } from '#shared/contract/index.ts';
import type { MenuCommand, ShellCall, ShellEvent, WireReply } from '#shared/contract/shell.ts';
import { fill } from '#shared/messages/catalogue.ts';
import { questionTexts } from '#shared/messages/ui/menu.ts';
import { isCompanyFile, readArguments } from './arguments.ts';
import { shellHandlers } from './calls.ts';
import { serveCommandLine } from './command-line.ts';
import { queuedDialogs, systemDialogs } from './dialogs.ts';
import { EngineHost } from './engine-host.ts';
import { GrantedPaths } from './granted-paths.ts';
import { listen } from './ipc.ts';
import { KnownPaths } from './known-paths.ts';
import { learnFromAnswer, learnFromEvent } from './learning.ts';
import { type Log, openLog, withoutPersonalData } from './log.ts';
import { MainWindow } from './main-window.ts';
import { menuTemplate } from './menu.ts';
import { PAGE_ORIGIN } from './page-files.ts';
import { dataFolder, programFiles, resourcesFolder } from './paths.ts';
import { PdfTokens } from './pdf-tokens.ts';
import { registerScheme, serveScheme } from './protocol.ts';
import { lockSession, refuseByDefault } from './security.ts';
import { Settings } from './settings.ts';
import { startUtilityEngine } from './utility-engine.ts';

/** How long the engine may take to close the company when the program ends (milliseconds). */
const STOP_LIMIT = 5_000;

app.setName('Liasse');
const data = dataFolder(app.commandLine.getSwitchValue('user-data-dir'));
app.setPath('userData', data);
// Chromium's own files stay together in a folder of theirs, which it expects to be there.
const chromiumData = join(data, 'window');
mkdirSync(chromiumData, { recursive: true });
app.setPath('sessionData', chromiumData);
process.env['LIASSE_DATA'] = data; // The engine's rule for the same folder; it and the command line inherit it.

const asked = readArguments(process.argv.slice(1), process.cwd());
const files = programFiles(app.getAppPath());
const resources = resourcesFolder(app.isPackaged, app.getAppPath(), process.resourcesPath);
/** The live server's address, in development only: a packaged program listens to no environment variable. */
const developmentServer = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null);
/** Set by the tests of the real window: queued dialog answers, and the engine's process number in a file. */
const testing = process.env['LIASSE_TEST'] === '1';

if (asked.mode === 'command-line') {
  app.dock?.hide();
  app.disableHardwareAcceleration();
  serveCommandLine(files.commandLine, asked.args, { resourcesDir: resources, version: app.getVersion() }).then(
    (code) => app.exit(code),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      app.exit(1);
    },
  );
} else if (app.requestSingleInstanceLock()) {
  openProgram(asked.openPath);
} else {
  app.quit(); // The first instance has been told what to open.
}

function openProgram(openPath: string | null): void {
  const log = openLog(data);
  const settings = new Settings(data, app.getPreferredSystemLanguages()[0] ?? '', log);
  stopOnDefect(log, settings);
  app.setAppUserModelId('com.liasse.app');
  registerScheme();
  refuseByDefault(app, developmentServer);

  const known = new KnownPaths();
  const granted = new GrantedPaths();
  const pdfs = new PdfTokens();
  let pendingPath = openPath;
  if (openPath !== null) granted.grant(openPath, 'read');
  let quitting = false;

  const tell = (event: ShellEvent) => window.send(event);
  const notes = {
    known,
    pdfs,
    onOpened: (path: string, name: string) => {
      pendingPath = null;
      window.setCompany(name);
      settings.companyOpened(path, name, new Date());
      app.addRecentDocument(path);
      buildMenu();
    },
    onRenamed: (name: string) => window.setCompany(name),
    onClosed: () => window.setCompany(null),
  };
  const host = new EngineHost({
    spawn: () => startUtilityEngine(files.engine, data, !app.isPackaged),
    resourcesDir: resources,
    actor: actorName(),
    log,
    onEngineEvent: (event) => {
      learnFromEvent(event, notes);
      window.sendEngine(event);
    },
    onShellEvent: (event) => {
      if (testing) writeFileSync(join(data, 'engine.pid'), String(host.pid ?? ''));
      tell(event);
    },
  });
  const window = new MainWindow({
    preload: files.preload,
    icon: join(resources, 'icons', 'liasse.png'),
    developmentServer,
    settings,
    log,
    // On macOS a closed window leaves the program in the dock, with its jobs: only quitting asks.
    runningJobs: () => (process.platform === 'darwin' && !quitting ? 0 : host.runningJobs),
    onStay: () => {
      quitting = false;
    },
  });

  const offer = (path: string) => {
    granted.grant(path, 'read');
    pendingPath = path; // Also kept, for a page that is still loading; opening a company settles it.
    if (app.isReady()) window.show();
    tell({ event: 'open-path', path });
  };
  const onCommand = (command: MenuCommand) => {
    window.show();
    tell({ event: 'menu', command });
  };
  function buildMenu(): void {
    const language = settings.preferences.language;
    const { platform } = process;
    const development = developmentServer !== null;
    const template = menuTemplate({
      language,
      platform,
      development,
      recent: settings.recent,
      onCommand,
      onOpenPath: offer,
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }

  app.on('second-instance', (_event, argv, folder) => {
    const again = readArguments(argv.slice(1), folder);
    if (again.mode === 'window' && again.openPath !== null) offer(again.openPath);
    else window.show();
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (isCompanyFile(path)) offer(path);
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode }) =>
    log.write('process gone', { type, reason, exitCode }),
  );
  app.on('activate', () => window.show());
  app.on('before-quit', () => {
    quitting = true;
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
      setImmediate(() => app.quit());
    });
  });

  void app.whenReady().then(() => {
    const ours = session.defaultSession;
    const pageOrigin = developmentServer === null ? PAGE_ORIGIN : new URL(developmentServer).origin;
    lockSession(ours, developmentServer);
    serveScheme(ours, { pageFolder: files.page, pdfs, pageOrigin });
    nativeTheme.themeSource = settings.preferences.theme;
    app.setAboutPanelOptions({ applicationName: 'Liasse', applicationVersion: app.getVersion() });
    const queue = testing ? process.env['LIASSE_TEST_DIALOGS'] : undefined;
    const documentsFolder = app.getPath('documents');
    const handlers = shellHandlers({
      dialogs:
        queue === undefined
          ? systemDialogs({
              window: () => window.current,
              language: () => settings.preferences.language,
              documentsFolder,
            })
          : queuedDialogs(queue),
      settings,
      known,
      granted,
      pdfs,
      window,
      about: {
        version: app.getVersion(),
        platform: process.platform,
        electron: process.versions.electron,
        documentsFolder,
      },
      openPath: () => pendingPath,
      preferencesChanged: () => {
        nativeTheme.themeSource = settings.preferences.theme;
        buildMenu();
        tell({ event: 'preferences', preferences: settings.preferences });
      },
      recentChanged: buildMenu,
    });
    listen({
      isSender: (frame) => window.isSender(frame),
      engine: async (name: Name, input, commandId): Promise<WireReply<unknown>> => {
        granted.check(
          name,
          input,
          settings.recent.map(({ path }) => path),
        );
        const reply = await host.call(name, input, commandId);
        return reply.ok ? { ok: true, result: learnFromAnswer(name, input, reply.result, notes) } : reply;
      },
      // The input was parsed by this call's own schema, so the two belong together.
      shell: (call: ShellCall, input) => (handlers[call] as (input: unknown) => Promise<unknown>)(input),
      dropped: (path) => granted.grant(path, 'read'),
      log,
    });
    log.write('started', {
      version: app.getVersion(),
      electron: process.versions.electron,
      platform: process.platform,
    });
    buildMenu();
    host.start();
    window.show();
  });
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
