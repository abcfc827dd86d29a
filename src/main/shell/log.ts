/**
 * The shell's log in the data folder: starts, ends and crashes, for whoever helps when something went wrong.
 * It holds no personal data: of the engine's last words only the shape of the error is kept, never its message.
 */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Past this size (bytes) the log is moved aside once, so that two of them are the most there can be. */
const MAX_SIZE = 1_000_000;

export interface Log {
  readonly path: string;
  /** One line: the time, what happened, facts. Never throws: a full disk must not end the program that reports it. */
  write(what: string, facts?: Record<string, string | number | boolean | null>): void;
}

export function openLog(dataFolder: string, now: () => Date = () => new Date()): Log {
  const folder = join(dataFolder, 'logs');
  const path = join(folder, 'shell.log');
  return {
    path,
    write(what, facts = {}) {
      try {
        mkdirSync(folder, { recursive: true });
        if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > MAX_SIZE) renameSync(path, `${path}.1`);
        appendFileSync(path, `${now().toISOString()} ${what} ${JSON.stringify(facts)}\n`);
      } catch (error) {
        process.stderr.write(`${what}: not logged, ${error instanceof Error ? error.message : String(error)}\n`);
      }
    },
  };
}

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
