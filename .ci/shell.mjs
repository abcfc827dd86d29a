/** What the scripts of this folder share: where the project is, headings, starting other programs. */
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const cacheFolder = join(root, '.cache');

/** A failure that a person can do something about: shown as its message alone, without a stack. */
export class Plain extends Error {}

/** Says on stderr what is going on; stdout is for results. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

export function heading(text) {
  say(`\n=== ${text} ===`);
}

/** The first file of that name on PATH that may be run, or undefined. */
export function which(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const file = join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not here; the next folder may have it.
    }
  }
  return undefined;
}

export const isRoot = process.getuid?.() === 0;

export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The script behind a tool of node_modules, to be run by this Node: no dependence on PATH or on `.cmd` wrappers. */
export function tool(...path) {
  return join(root, 'node_modules', ...path);
}

/** Runs a program in the project's root with our own terminal; resolves with its exit code (1 where a signal ended it). */
export function run(command, args, { env, stdout = 'inherit' } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', stdout, 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs a program of node_modules under this Node. */
export function runNode(script, args, options) {
  return run(process.execPath, [script, ...args], options);
}

/** Runs a program to its end and returns its output; throws with that output where it fails. */
export function capture(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, ...options });
  if (result.error) throw result.error;
  if (result.status !== 0) {
    const why = result.signal ? `was ended by ${result.signal}` : `ended with code ${result.status}`;
    throw new Error(`${[command, ...args].join(' ')} ${why}\n${result.stdout}${result.stderr}`);
  }
  return result.stdout;
}

/** Runs the main function of a script: a `Plain` failure shows its message, anything else its stack; both exit 1. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    say(error instanceof Plain ? `\n${error.message}` : `\n${error?.stack ?? error}`);
    process.exitCode = 1;
  }
}
