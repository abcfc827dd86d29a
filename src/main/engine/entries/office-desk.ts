/** Companies looked at for the office board: a few at a time, in threads that go again when nobody asks any more. */
import type { OfficeRow } from '#shared/contract/office.ts';
import { EngineError } from '#shared/model/error.ts';
import type { Engine } from '../services/conductors/context.ts';
import { startThread, type ThreadClient } from './thread-protocol.ts';
import type { OfficeCall, OfficeThreadData } from './threads.ts';

/** At most so many files are read at once: each is a copy on disk. */
const THREADS = 2;
/** Milliseconds that idle threads stay, with what they remember: long enough for a refresh now and then. */
const IDLE_MS = 120_000;

/** As much of an open company as a row needs. */
export interface OpenHere {
  opened: { path: string; access: 'owner' | 'read-only' };
  engine: Pick<Engine, 'read'>;
}

export interface OfficeDesk {
  /** The company that this engine has open is asked itself: its file is not touched beside its own connections. */
  look(path: string, open: OpenHere | null): Promise<OfficeRow>;
  close(): Promise<void>;
}

export function createOfficeDesk(url: URL, data: OfficeThreadData): OfficeDesk {
  const threads = new Map<number, ThreadClient<OfficeCall>>();
  let underWay = 0;
  let idle: NodeJS.Timeout | null = null;
  let closed = false;

  /** The same path goes to the same thread, which knows what it read before. */
  const threadFor = (path: string): ThreadClient<OfficeCall> => {
    let sum = 0;
    for (const sign of path) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_003;
    const at = sum % THREADS;
    const there = threads.get(at);
    if (there) return there;
    const thread = startThread<OfficeCall>(url, data, () => threads.delete(at));
    threads.set(at, thread);
    return thread;
  };
  const leave = async () => {
    const all = [...threads.values()];
    threads.clear();
    await Promise.all(all.map((thread) => thread.close({ type: 'close' })));
  };

  return {
    async look(path, open) {
      if (closed) throw new EngineError('engine_closing');
      if (open?.opened.path === path) {
        const here = open.opened.access === 'owner';
        return { path, ...(await open.engine.read('office.figures', { here })) };
      }
      if (idle) clearTimeout(idle);
      underWay += 1;
      try {
        return await threadFor(path).call<OfficeRow>({ type: 'look', path });
      } finally {
        underWay -= 1;
        if (underWay === 0 && !closed) {
          idle = setTimeout(() => {
            leave().catch((thrown: unknown) => console.error('office threads:', thrown));
          }, IDLE_MS);
          idle.unref();
        }
      }
    },
    async close() {
      closed = true;
      if (idle) clearTimeout(idle);
      await leave();
    },
  };
}
