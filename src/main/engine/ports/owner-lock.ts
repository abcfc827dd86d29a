/**
 * One owner at a time: a lock file beside the company file says who has it and since when, with a heartbeat.
 * Not SQLite's exclusive locking, which would shut out our own reader. A lock is taken over when its process is gone
 * (same computer) or its heartbeat has stopped for long. Who wakes up after that finds somebody else's lock at the next beat, and stops.
 */
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { hostname, uptime, userInfo } from 'node:os';
import { dirname } from 'node:path';
import { z } from 'zod';
import { EngineError, systemErrorCode } from '#shared/model/error.ts';
import { processLives } from './process.ts';

const HEARTBEAT_MS = 5_000;
/** Another computer's clock and a slow network share: generous. */
const STALE_MS = 90_000;
const ATTEMPTS = 5;

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

function ownerIn(text: string): Owner | null {
  try {
    return Owner.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    // Not JSON: half written, or no lock of ours.
    return null;
  }
}

/** What a lock file said when it was looked at: its text and the last beat. */
interface Seen {
  text: string;
  beat: number;
  owner: Owner | null;
}

function look(path: string): Seen | null {
  try {
    const beat = statSync(path).mtimeMs;
    const text = readFileSync(path, 'utf8');
    return { text, beat, owner: ownerIn(text) };
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'ENOENT') return null;
    throw thrown;
  }
}

/** Tokens of the locks that this very process holds. */
const held = new Set<string>();

function isStale({ owner, beat }: Seen): boolean {
  const age = Date.now() - beat;
  // A lock file that cannot be read may be one being written this very moment.
  if (!owner) return age > HEARTBEAT_MS;
  if (held.has(owner.token)) return false;
  if (age > STALE_MS) return true;
  if (owner.host !== hostname()) return false;
  // Process ids are given again: ours to a lock of a process before us, another's after a restart of the computer.
  return owner.pid === process.pid || age > uptime() * 1000 || !processLives(owner.pid);
}

/** Writes the lock where there is none; false where there is one. */
function tryCreate(lock: string, me: Owner): boolean {
  let handle: number;
  try {
    handle = openSync(lock, 'wx');
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'EEXIST') return false;
    throw thrown;
  }
  try {
    writeSync(handle, JSON.stringify(me));
  } finally {
    closeSync(handle);
  }
  return true;
}

/**
 * Takes a stale lock away. Two that judged the same file stale must not both do so, the later one taking the earlier one's new
 * lock: it is renamed to a name of its own, which only one of them can, and put back if it is no longer the file that was judged.
 */
function takeAway(lock: string, judged: Seen): void {
  const aside = `${lock}.${randomUUID()}`;
  try {
    renameSync(lock, aside);
  } catch (thrown) {
    // Somebody else was first, or is at it this moment (what Windows answers then).
    if (['ENOENT', 'EPERM', 'EBUSY'].includes(systemErrorCode(thrown))) return;
    throw thrown;
  }
  try {
    const taken = look(aside);
    if (taken !== null && (taken.text !== judged.text || taken.beat !== judged.beat)) {
      copyFileSync(aside, lock, constants.COPYFILE_EXCL);
    }
  } catch (thrown) {
    // A third one has the place: who is put out by it learns so at its next beat.
    if (systemErrorCode(thrown) !== 'EEXIST') throw thrown;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** Beats once; false when the lock is somebody else's by now. One that was taken away is put back where the place is free. */
function beatOnce(lock: string, me: Owner): boolean {
  const seen = look(lock);
  if (seen === null) return tryCreate(lock, me) || look(lock)?.owner?.token === me.token;
  if (seen.owner?.token !== me.token) return false;
  const now = new Date();
  utimesSync(lock, now, now);
  return true;
}

/**
 * Takes the lock beside `path`. `onLost` is told once when somebody else has it instead (this computer slept for longer than a
 * lock stays): from then on nothing may be written.
 * @throws EngineError company_in_use {user, host, since}; company_not_found where there is no such folder; folder_not_writable when no lock can be written there.
 */
export function acquireOwnerLock(path: string, onLost: () => void, beatEvery = HEARTBEAT_MS): OwnerLock {
  const lock = lockPath(path);
  const me: Owner = {
    token: randomUUID(),
    user: userName(),
    host: hostname(),
    pid: process.pid,
    since: new Date().toISOString(),
  };
  try {
    for (let attempt = 0; !tryCreate(lock, me); attempt += 1) {
      const seen = look(lock);
      if (attempt > ATTEMPTS || (seen !== null && !isStale(seen))) {
        throw new EngineError('company_in_use', {
          user: seen?.owner?.user ?? '?',
          host: seen?.owner?.host ?? '?',
          since: seen?.owner?.since ?? '',
        });
      }
      if (seen !== null) takeAway(lock, seen);
    }
  } catch (thrown) {
    if (thrown instanceof EngineError) throw thrown;
    const code = systemErrorCode(thrown);
    // No folder, so no file either: better said than that nothing can be written there.
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new EngineError('company_not_found', { file: path });
    throw new EngineError('folder_not_writable', { folder: dirname(path) }, { cause: thrown });
  }
  held.add(me.token);
  const beat = setInterval(() => {
    let mine = true;
    try {
      mine = beatOnce(lock, me);
    } catch {
      // A heartbeat missed (a share that went away for a moment) is made up by the next one.
    }
    if (mine) return;
    clearInterval(beat);
    held.delete(me.token);
    onLost();
  }, beatEvery);
  beat.unref();
  return {
    release() {
      clearInterval(beat);
      held.delete(me.token);
      if (look(lock)?.owner?.token === me.token) rmSync(lock, { force: true });
    },
  };
}
