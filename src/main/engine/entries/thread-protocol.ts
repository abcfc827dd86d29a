/**
 * Calls between the dispatcher and its threads: a request with an id, at most one reply, progress in between. One call at
 * a time is handled on the other side, in the order of asking.
 */
import { type ResourceLimits, Worker } from 'node:worker_threads';
import { EngineError, type EngineErrorShape, fromErrorShape } from '#shared/model/error.ts';

export interface ThreadRequest {
  id: number;
  /** What is asked, one of the thread's own kinds. */
  call: unknown;
  /** Int32 at 0: set to 1 when the asker wants it to stop. */
  cancel: SharedArrayBuffer | null;
}

export type ThreadMessage =
  | { id: number; progress: { done: number; total: number | null } }
  | { id: number; ok: true; result: unknown }
  | { id: number; ok: false; error: EngineErrorShape };

export interface CallOptions {
  cancel?: SharedArrayBuffer | null;
  onProgress?: (progress: { done: number; total: number | null }) => void;
}

export interface ThreadClient<Call> {
  /** The reply. Its type is what the asker knows the call to give; both ends are built from one table of operations. */
  call<R>(call: Call, options?: CallOptions): Promise<R>;
  /** Asks the thread to end and waits for it. */
  close(call: Call): Promise<void>;
  terminate(): Promise<void>;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
  onProgress: ((progress: { done: number; total: number | null }) => void) | undefined;
}

/**
 * A database thread makes much that is garbage at once; by default V8 lets its young generation grow for it and never shrinks
 * it again. Kept small, it saves about 100 MB of a large run, at no cost that could be measured.
 */
const LIMITS: ResourceLimits = { maxYoungGenerationSizeMb: 16 };

/** Starts a thread and talks to it. `onDeath` is told once if it ends without having been asked to. */
export function startThread<Call>(url: URL, data: unknown, onDeath: (error: EngineError) => void): ThreadClient<Call> {
  const worker = new Worker(url, {
    workerData: data,
    name: url.pathname.split('/').at(-1) ?? 'thread',
    resourceLimits: LIMITS,
  });
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  let closing = false;
  let dead: EngineError | null = null;
  const die = (cause: unknown): void => {
    if (dead) return;
    dead = new EngineError(closing ? 'engine_closing' : 'engine_stopped', {}, { cause });
    for (const call of waiting.values()) call.reject(dead);
    waiting.clear();
    if (!closing) onDeath(dead);
  };
  worker.on('message', (message: ThreadMessage) => {
    const call = waiting.get(message.id);
    if (!call) return;
    if ('progress' in message) {
      call.onProgress?.(message.progress);
      return;
    }
    waiting.delete(message.id);
    if (message.ok) call.resolve(message.result);
    else call.reject(fromErrorShape(message.error));
  });
  worker.on('error', die);
  worker.on('exit', (code) => die(new Error(`thread ended with code ${code}`)));
  const client: ThreadClient<Call> = {
    call<R>(call: Call, options: CallOptions = {}): Promise<R> {
      if (dead) return Promise.reject(dead);
      const id = nextId;
      nextId += 1;
      return new Promise<R>((resolve, reject) => {
        waiting.set(id, {
          // Reason for the cast: see the docstring of `call`.
          resolve: (value) => resolve(value as R),
          reject,
          onProgress: options.onProgress,
        });
        const request: ThreadRequest = { id, call, cancel: options.cancel ?? null };
        worker.postMessage(request);
      });
    },
    async close(call) {
      closing = true;
      try {
        // A thread that died has nothing left to close, and who closes has been told of its death.
        if (!dead) await client.call(call);
      } finally {
        await worker.terminate();
      }
    },
    async terminate() {
      closing = true;
      await worker.terminate();
    },
  };
  return client;
}
