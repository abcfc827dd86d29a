/** Starts the built program with a data folder of its own and drives its real window over the developer protocol (CDP). */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const screens = join(root, 'test-results', 'screens');

export interface LaunchOptions {
  /** Kept from an earlier start, to see what is remembered; else a fresh one. */
  dataFolder?: string;
  /** The program's own arguments: a company file to open. */
  args?: string[];
  env?: Record<string, string>;
}

export interface Program {
  readonly page: Page;
  readonly dataFolder: string;
  readonly pid: number;
  /** Everything that the program wrote to stderr so far. */
  stderr(): string;
  /** A picture of the page in test-results/screens/<name>.png; its path. */
  screenshot(name: string): Promise<string>;
  /** The answers to the next system dialogs, in order: a path, or null for a dialog that was cancelled. */
  setDialogs(answers: (string | null)[]): void;
  /** Answers that no dialog has taken yet. */
  dialogsLeft(): number;
  enginePid(): number;
  /** Ends the engine's process as a crash would (SIGKILL). */
  killEngine(): void;
  /** Starts the program again with the same data folder, as a double-click on a file does; resolves when that one ended. */
  startAgain(args: string[]): Promise<void>;
  /** The exit code once the program has ended by itself; null where a signal ended it. */
  ended(): Promise<number | null>;
  /**
   * Asks the program to quit, as the system does when a session ends; a job that runs makes it ask the person first.
   * (`window.close()` in the page would not do: it closes past every question.) Once a start: Chromium hears one signal only.
   */
  requestQuit(): void;
  /** Asks to quit and waits for the end; after 15 s the program is killed and this throws. */
  close(): Promise<void>;
  /** Ends everything at once, whatever state it is in; removes a data folder that was made for this start. */
  kill(): Promise<void>;
}

/** The folder of the built application: the project, or what LIASSE_APPLICATION names; empty for a packaged executable. */
const application = process.env['LIASSE_APPLICATION'] ?? root;

/** The executable and the arguments that this machine needs before the program's own; see .ci/test.mjs. */
function electron(): { executable: string; runnerArguments: string[] } {
  const executable = process.env['LIASSE_ELECTRON'];
  if (executable !== undefined) {
    // Written by our own runner: a JSON array of texts.
    const runnerArguments = JSON.parse(process.env['LIASSE_ELECTRON_ARGS'] ?? '[]') as string[];
    return { executable, runnerArguments };
  }
  throw new Error('LIASSE_ELECTRON is not set: start window tests with `npm run test:e2e`.');
}

export async function launch(options: LaunchOptions = {}): Promise<Program> {
  const { executable, runnerArguments } = electron();
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'liasse-window-'));
  const queue = join(dataFolder, 'dialogs.json');
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(queue, '[]');
  rmSync(join(dataFolder, 'engine.pid'), { force: true }); // Of an earlier start.

  const env: NodeJS.ProcessEnv = {
    ...process.env,
    LIASSE_DATA: dataFolder,
    LIASSE_TEST: '1',
    LIASSE_TEST_DIALOGS: queue,
    ...options.env,
  };
  const command = (args: string[], port: string[]) => [
    ...runnerArguments,
    ...port,
    ...(application === '' ? [] : [application]),
    ...args,
  ];
  const child = spawn(executable, command(options.args ?? [], ['--remote-debugging-port=0']), {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString('utf8');
  });
  const exit = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => resolve(code));
  });

  let browser: Browser | undefined;
  const kill = async () => {
    await browser?.close().catch(() => undefined); // It may be gone already, which is what is wanted.
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await exit;
    if (options.dataFolder === undefined) {
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    }
  };
  let asked = false;
  const requestQuit = () => {
    if (process.platform === 'win32') {
      spawnSync('taskkill', ['/PID', String(child.pid)]); // Without /F: the windows are asked to close.
      return;
    }
    if (asked) throw new Error('A quit was asked for already; Chromium would not hear a second signal.');
    asked = true;
    child.kill('SIGTERM');
  };
  try {
    const address = await debuggerAddress(child, () => stderr);
    await engineStarted(dataFolder);
    browser = await connect(address);
    const page = await firstPage(browser);
    page.setDefaultTimeout(30_000); // An act that cannot be done says so before the whole test is over.
    await page.emulateMedia({ colorScheme: null }); // The program's own theme, not the driver's light one.
    return {
      page,
      dataFolder,
      pid: child.pid ?? 0,
      stderr: () => stderr,
      async screenshot(name) {
        const path = join(screens, `${name}.png`);
        mkdirSync(screens, { recursive: true });
        await page.screenshot({ path });
        return path;
      },
      setDialogs: (answers) => writeFileSync(queue, JSON.stringify(answers)),
      // Written by this helper and by the program's own dialog queue: an array.
      dialogsLeft: () => (JSON.parse(readFileSync(queue, 'utf8')) as unknown[]).length,
      enginePid: () => enginePid(dataFolder),
      killEngine: () => {
        process.kill(enginePid(dataFolder), 'SIGKILL');
      },
      async startAgain(args) {
        const second = spawn(executable, command(args, []), { env, stdio: 'ignore' });
        await new Promise((resolve) => second.once('exit', resolve));
      },
      ended: () => exit,
      requestQuit,
      async close() {
        requestQuit();
        if ((await inTime(exit, 15_000)) === 'late') {
          await kill();
          throw new Error(`The program did not end within 15 s of being asked to.\n${stderr}`);
        }
        await kill();
      },
      kill,
    };
  } catch (error) {
    await kill();
    throw new Error(`The window did not open.\n${stderr}`, { cause: error });
  }
}

function enginePid(dataFolder: string): number {
  const file = join(dataFolder, 'engine.pid');
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : Number.NaN;
  if (!Number.isInteger(pid) || pid <= 1) throw new Error('No engine runs.');
  return pid;
}

async function engineStarted(dataFolder: string): Promise<void> {
  for (let waited = 0; !existsSync(join(dataFolder, 'engine.pid')); waited += 50) {
    if (waited > 60_000) throw new Error('The engine did not start within 60 s.');
    await pause(50);
  }
}

/** Chromium says on stderr which port it took. */
async function debuggerAddress(child: ChildProcess, stderr: () => string): Promise<string> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    const address = /DevTools listening on (ws:\/\/\S+)/.exec(stderr())?.[1];
    if (address !== undefined) return address;
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('The program ended at once.');
    await pause(50);
  }
  throw new Error('The program opened no debugging port within 60 s.');
}

/**
 * Attaches once the page is there. Attaching while a window is still coming up can wait for ever for a process that is
 * replaced at that moment; a second try finds it settled.
 */
async function connect(address: string): Promise<Browser> {
  const list = new URL('/json/list', address.replace(/^ws/, 'http'));
  for (let waited = 0; ; waited += 50) {
    // What Chromium's own list of targets always has.
    const targets = (await (await fetch(list)).json()) as { type: string; url: string }[];
    if (targets.some(({ type, url }) => type === 'page' && ours.test(url))) break;
    if (waited > 60_000) throw new Error('No page of ours opened within 60 s.');
    await pause(50);
  }
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await chromium.connectOverCDP(address, { timeout: 10_000 });
    } catch (error) {
      if (attempt === 4) throw error;
    }
  }
}

const ours = /^(liasse:|http:\/\/localhost)/;

async function firstPage(browser: Browser): Promise<Page> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    const page = browser
      .contexts()
      .flatMap((context) => context.pages())
      .find((candidate) => ours.test(candidate.url()));
    if (page !== undefined) {
      await page.waitForLoadState('domcontentloaded');
      return page;
    }
    await pause(50);
  }
  throw new Error('No page of ours opened within 60 s.');
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

async function inTime<T>(promise: Promise<T>, limit: number): Promise<T | 'late'> {
  return Promise.race([promise, pause(limit).then(() => 'late' as const)]);
}
