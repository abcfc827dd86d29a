/**
 * The shell's log in the data folder: starts, ends, crashes and failures, for whoever helps when something went wrong.
 * It holds no personal data, by its own door and not by its callers' care: a fact is a number, a yes or no, or one of a few named
 * texts that look like a code; everything else is left out. Paths and names never come in; a file is known by its mark.
 */
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Past this size (bytes) a log is moved aside; so many are kept beside the present one. */
const MAX_SIZE = 500_000;
const KEPT = 4;

/** The texts that a fact may be: their names, and that they read as a code, a version, a channel or code places. */
const TEXTS: Readonly<Record<string, RegExp>> = {
  arch: /^[a-z0-9]{1,12}$/,
  call: /^[a-zA-Z]+\.[a-zA-Z]+$/,
  calls: /^[a-zA-Z. ]{0,400}$/,
  channel: /^liasse:[a-z-]+$/,
  code: /^[a-z0-9_]{1,60}$/,
  company: /^[0-9a-f]{8}$/,
  during: /^[a-z]{1,20}$/,
  electron: /^[\w.-]{1,20}$/,
  error: /^[A-Z]\w{0,40}$/,
  file: /^(preferences|recent|window|updates|office)\.json$/,
  name: /^(preferences|recent|window|updates|office)\.json$/,
  job: /^[a-zA-Z]+\.[a-zA-Z]+$/,
  platform: /^[a-z0-9]{1,12}$/,
  reason: /^[a-z-]{1,40}$/,
  step: /^[a-z]{1,20}$/,
  system: /^[\w.#~+-]{1,60}$/,
  trace: /^[\w.@:<>[\] -]{0,2000}$/,
  type: /^[\w -]{1,40}$/,
  version: /^[\w.+-]{1,40}$/,
};

export interface Log {
  readonly path: string;
  /** One line: the time, what happened, facts. Never throws: a full disk must not end the program that reports it. */
  write(what: string, facts?: Record<string, string | number | boolean | null>): void;
  /** The latest lines, oldest first. */
  last(lines: number): string[];
}

export function openLog(dataFolder: string, now: () => Date = () => new Date()): Log {
  const folder = join(dataFolder, 'logs');
  const path = join(folder, 'shell.log');
  const older = (n: number): string => `${path}.${n}`;
  const rotate = (): void => {
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) <= MAX_SIZE) return;
    for (let n = KEPT - 1; n >= 1; n -= 1) {
      if (statSync(older(n), { throwIfNoEntry: false })) renameSync(older(n), older(n + 1));
    }
    renameSync(path, older(1));
  };
  const linesOf = (file: string): string[] => {
    try {
      return readFileSync(file, 'utf8')
        .trimEnd()
        .split('\n')
        .filter((line) => line !== '');
    } catch {
      return []; // Not there yet, or not readable: a report without it is better than none.
    }
  };
  return {
    path,
    write(what, facts = {}) {
      try {
        mkdirSync(folder, { recursive: true });
        rotate();
        appendFileSync(path, `${now().toISOString()} ${what} ${JSON.stringify(impersonal(facts))}\n`);
      } catch (error) {
        process.stderr.write(`${what}: not logged, ${error instanceof Error ? error.message : String(error)}\n`);
      }
    },
    last: (lines) => [...linesOf(older(1)), ...linesOf(path)].slice(-lines),
  };
}

/** The facts that may be kept. What does not fit is left out, and it is seen that something was. */
function impersonal(facts: Record<string, string | number | boolean | null>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      typeof value !== 'string' || TEXTS[name]?.test(value) === true ? value : '(left out)',
    ]),
  );
}

/** What a file is called in the log: always the same eight letters, and nothing of its name. */
export const fileMark = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 8);

/**
 * What may be kept of a stack or of an engine's stderr: the error's class and the code places, without folders.
 * Messages are dropped because they may carry a customer's name or a path with the user's name.
 */
export function withoutPersonalData(text: string): string {
  const kept: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const frame = /^\s+at (?:(?:async )?([\w.<>[\] ]+) )?\(?(?:.*[\\/])?([\w.-]+:\d+:\d+)\)?$/.exec(line);
    const named = /^(?:Uncaught )?([A-Z]\w*(?:Error|Exception))\b/.exec(line.trim());
    if (frame) kept.push(`${frame[1] ?? ''}@${frame[2]}`);
    else if (named?.[1]) kept.push(named[1]);
  }
  return kept.slice(-20).join(' ');
}
