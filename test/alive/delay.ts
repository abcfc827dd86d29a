/**
 * How late this thread's event loop runs, beside a thread of the same process that does nothing: what the two have in common
 * is the machine's, the rest is ours.
 */
import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';

export interface Delay {
  /** Milliseconds. */
  p99: number;
  max: number;
}

const RESOLUTION_MS = 1;

const idle = `
  const { parentPort } = require('node:worker_threads');
  const { monitorEventLoopDelay } = require('node:perf_hooks');
  const delay = monitorEventLoopDelay({ resolution: ${RESOLUTION_MS} });
  delay.enable();
  parentPort.on('message', () => {
    delay.disable();
    parentPort.postMessage({ p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 });
    parentPort.close();
  });
  parentPort.postMessage('ready');
`;

/** Measures while `work` runs. */
export async function delayDuring<R>(work: () => Promise<R>): Promise<{ result: R; own: Delay; idle: Delay }> {
  const other = new Worker(idle, { eval: true });
  await once(other, 'message');
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const result = await work();
  delay.disable();
  const own = { p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 };
  other.postMessage('stop');
  const [measured] = await once(other, 'message');
  return { result, own, idle: measured };
}
