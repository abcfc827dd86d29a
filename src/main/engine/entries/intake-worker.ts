/** A thread for one foreign file: inspects or stages it, says how it went, and is thrown away. */
import { parentPort, workerData } from 'node:worker_threads';
import { toErrorShape } from '#shared/model/error.ts';
import { inspectFile } from '../intake/inspect.ts';
import { stageFile } from '../intake/stage.ts';
import type { IntakeMessage, IntakeWorkerData } from '../intake/task.ts';

const say = (message: IntakeMessage): void => parentPort?.postMessage(message);

// The host that starts this thread gives it exactly this (services/intake-host.ts); nobody else does.
const data = workerData as IntakeWorkerData;

/** A function, not top-level await: the application's bundle is CommonJS. */
async function run(): Promise<void> {
  try {
    if (data.task === 'inspect') {
      say({ type: 'done', result: await inspectFile(data.path, data.kind, data.options, data.cancel) });
    } else {
      const onProgress = (done: number, total: number | null) => say({ type: 'progress', done, total });
      say({ type: 'done', result: await stageFile(data, { cancel: data.cancel, onProgress }) });
    }
  } catch (thrown) {
    say({ type: 'error', error: toErrorShape(thrown) });
  }
}

void run();
