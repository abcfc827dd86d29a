/**
 * One owner at a time: a lock file beside the company file says who has it and since when, with a heartbeat.
 * Not SQLite's exclusive locking, which would shut out our own reader. A lock is taken over when its process is gone
 * (same computer) or its heartbeat has stopped for longer than any pause a sleeping laptop's owner would mind.
 */
import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readFileSync, rmSync, statSync, utimesSync, writeSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { z } from 'zod';
import { EngineError } from '#shared/model/error.ts';

const HEARTBEAT_MS = 5_000;
/** Another computer's clock and a slow network share: generous. */
const STALE_MS = 90_000;

const Owner = z.object({ token: z.string(), user: z.string(), host: z.string(), pid: z.int(), since: z.string() });
type Owner = z.infer<typeof Owner>;

export interface OwnerLock {
  release(): void;
}

const lockPath = (path: string) => `${path}.lock`;

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container without a passwd entry has no name to give.
    return 'unknown';
  }
}

function readOwner(path: string): Owner | null {
  try {
    const parsed = Owner.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null;
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return null;
    throw thrown;
  }
}

function processLives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    // EPERM: it lives but belongs to somebody else.
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}

function isStale(path: string, owner: Owner | null): boolean {
  let age: number;
  try {
    age = Date.now() - statSync(path).mtimeMs;
  } catch {
    // Gone in the meantime: free.
    return true;
  }
  // A lock file that cannot be read may be one being written this very moment.
  if (!owner) return age > HEARTBEAT_MS;
  if (owner.host === hostname()) return owner.pid === process.pid ? false : !processLives(owner.pid);
  return age > STALE_MS;
}

/**
 * Takes the lock beside `path`.
 * @throws EngineError company_in_use {user, host, since}; company_not_found where there is no such folder; folder_not_writable when no lock can be written there.
 */
export function acquireOwnerLock(path: string): OwnerLock {
  const lock = lockPath(path);
  const me: Owner = {
    token: randomUUID(),
    user: userName(),
    host: hostname(),
    pid: process.pid,
    since: new Date().toISOString(),
  };
  for (let attempt = 0; ; attempt += 1) {
    try {
      const handle = openSync(lock, 'wx');
      writeSync(handle, JSON.stringify(me));
      closeSync(handle);
      break;
    } catch (thrown) {
      const code = thrown instanceof Error && 'code' in thrown ? thrown.code : '';
      // No folder, so no file either: better said than that nothing can be written there.
      if (code === 'ENOENT' || code === 'ENOTDIR') throw new EngineError('company_not_found', { file: path });
      if (code !== 'EEXIST') throw new EngineError('folder_not_writable', { folder: path }, { cause: thrown });
      const owner = readOwner(lock);
      if (attempt > 2 || !isStale(lock, owner)) {
        throw new EngineError('company_in_use', {
          user: owner?.user ?? '?',
          host: owner?.host ?? '?',
          since: owner?.since ?? '',
        });
      }
      rmSync(lock, { force: true });
    }
  }
  const beat = setInterval(() => {
    const now = new Date();
    try {
      utimesSync(lock, now, now);
    } catch {
      // A heartbeat missed (a share that went away for a moment) is made up by the next one.
    }
  }, HEARTBEAT_MS);
  beat.unref();
  return {
    release() {
      clearInterval(beat);
      if (readOwner(lock)?.token === me.token) rmSync(lock, { force: true });
    },
  };
}
