/**
 * What a Linux machine lacks for a window without a screen, or for compiling: installed where that is allowed (root on
 * Debian and Ubuntu), otherwise named by the exact command. Development and tests only.
 */
import { spawnSync } from 'node:child_process';
import { isRoot, Plain, say, which } from './shell.mjs';

const SCREEN = { Xvfb: 'xvfb', xauth: 'xauth', 'xvfb-run': 'xvfb' };
const COMPILER = { 'g++': 'g++', make: 'make', python3: 'python3' };
const LIBRARIES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libatk-bridge2.0-0'];

/** Packages of the tools among `tools` (program → package) that are not on PATH. */
function missingTools(tools) {
  return [...new Set(Object.entries(tools).flatMap(([program, name]) => (which(program) ? [] : [name])))];
}

/** Names of shared libraries that the program wants and the machine does not have. */
function missingLibraries(executable) {
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' });
  return [...(stdout ?? '').matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1]);
}

/** Debian 13 and Ubuntu 24.04 renamed some libraries in the 64-bit time transition; the old name is no longer installable. */
function currentName(name) {
  const renamed = `${name}t64`;
  const known = spawnSync('apt-cache', ['show', renamed], { stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' });
  return known.status === 0 && known.stdout.trim() !== '' ? renamed : name;
}

function install(packages, reason) {
  const apt = which('apt-get');
  if (!apt) {
    throw new Plain(`${reason}. This is not Debian or Ubuntu: install what they call ${packages.join(', ')}.`);
  }
  if (!isRoot) {
    throw new Plain(
      `${reason}. Run this once, then try again:\n\n    sudo apt-get update && sudo apt-get install -y ${packages.map(currentName).join(' ')}\n`,
    );
  }
  say(`${reason}: installing ${packages.join(' ')}`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt_ = (...args) =>
    spawnSync(apt, args, { stdio: ['ignore', 'ignore', 'inherit'], env: environment }).status === 0;
  if (!apt_('-qq', 'update')) say('apt-get update failed; trying with the package lists that are there.');
  const names = packages.map(currentName);
  if (!apt_('-qq', 'install', '-y', '--no-install-recommends', ...names)) {
    throw new Plain(`apt-get could not install ${names.join(' ')}.`);
  }
}

/**
 * Makes sure that Electron's window can be shown: its libraries, and a virtual screen where there is none.
 * Does nothing on other systems than Linux. Throws `Plain` with what to do where it may not install.
 */
export function ensureWindow(executable) {
  if (process.platform !== 'linux') return;
  const tools = missingTools(SCREEN);
  const libraries = missingLibraries(executable);
  if (tools.length === 0 && libraries.length === 0) return;
  const lacking = [...tools, ...libraries].join(', ');
  install([...tools, ...(libraries.length > 0 ? LIBRARIES : [])], `The window tests lack ${lacking}`);
  const still = [...missingTools(SCREEN), ...missingLibraries(executable)];
  if (still.length > 0) throw new Plain(`Still lacking after that: ${still.join(', ')}.`);
}

/** Makes sure that a C++ module can be compiled. */
export function ensureCompiler() {
  const packages = missingTools(COMPILER);
  if (packages.length > 0) install(packages, `Compiling better-sqlite3 for this Electron takes ${packages.join(', ')}`);
}
