/** The temporary folder of a session: one of its own, and what crashed sessions left behind is cleared away. */
import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processLives } from './process.ts';

const NAMED = /^liasse-session-(\d+)-/;
const ABANDONED_MS = 2 * 86_400_000;

/** A folder that nobody else uses, named after this process. */
export function freshSessionFolder(): string {
  for (const name of readdirSync(tmpdir())) {
    const owner = NAMED.exec(name)?.[1];
    if (owner !== undefined && !processLives(Number(owner))) clearAbandoned(join(tmpdir(), name));
  }
  return mkdtempSync(join(tmpdir(), `liasse-session-${process.pid}-`));
}

/** Another user's folder cannot be cleared away, and one that goes meanwhile need not: neither is in anybody's way. */
function clearAbandoned(path: string): void {
  try {
    if (Date.now() - lstatSync(path).mtimeMs > ABANDONED_MS) rmSync(path, { recursive: true, force: true });
  } catch (thrown) {
    console.error('an abandoned session folder stays:', thrown);
  }
}
