/** The other end of the thread protocol: handles one call after the other. */
import { parentPort } from 'node:worker_threads';
import { EngineError, toErrorShape } from '#shared/model/error.ts';
import type { ThreadMessage, ThreadRequest } from './thread-protocol.ts';

export interface CallContext {
  report(done: number, total: number | null): void;
  throwIfCancelled(): void;
}

/** Answers the calls of the parent thread, strictly one at a time. */
export function serveThread<Call>(handle: (call: Call, context: CallContext) => Promise<unknown>): void {
  const port = parentPort;
  if (!port) throw new Error('this file runs as a worker thread');
  const send = (message: ThreadMessage): void => port.postMessage(message);
  let tail: Promise<void> = Promise.resolve();
  port.on('message', (request: ThreadRequest) => {
    tail = tail.then(() => answer(request));
  });
  async function answer(request: ThreadRequest): Promise<void> {
    const { id } = request;
    const flag = request.cancel === null ? null : new Int32Array(request.cancel);
    let reported = 0;
    const context: CallContext = {
      report(done, total) {
        const now = Date.now();
        if (now - reported < 100 && done !== total) return;
        reported = now;
        send({ id, progress: { done, total } });
      },
      throwIfCancelled() {
        if (flag && Atomics.load(flag, 0) === 1) throw new EngineError('job_cancelled');
      },
    };
    try {
      // Reason for the cast: both ends of the thread are built from one table of operations.
      send({ id, ok: true, result: await handle(request.call as Call, context) });
    } catch (thrown) {
      send({ id, ok: false, error: toErrorShape(thrown) });
    }
  }
}
