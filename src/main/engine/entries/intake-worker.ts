/** A thread for one foreign file: does one task with it, says how it went, and is thrown away. */
import { parentPort, workerData } from 'node:worker_threads';
import { toErrorShape } from '#shared/model/error.ts';
import { inspectFile } from '../intake/inspect.ts';
import { previewFile } from '../intake/preview.ts';
import { writeRejects } from '../intake/rejects.ts';
import { stageFile } from '../intake/stage.ts';
import type { IntakeMessage, IntakeResults, IntakeWorkerData } from '../intake/task.ts';

const say = (message: IntakeMessage): void => parentPort?.postMessage(message);

// The host that starts this thread gives it exactly this (services/intake-host.ts); nobody else does.
const data = workerData as IntakeWorkerData;

function work(): Promise<IntakeResults[keyof IntakeResults]> {
  switch (data.task) {
    case 'inspect':
      return inspectFile(data.path, data.kind, data.options, data.cancel, data.custom);
    case 'preview':
      return previewFile(data, data.cancel);
    case 'rejects':
      return writeRejects(data, data.cancel);
    case 'stage':
      return stageFile(data, {
        cancel: data.cancel,
        onProgress: (done, total) => say({ type: 'progress', done, total }),
      });
  }
}

/** A function, not top-level await: the application's bundle is CommonJS. */
async function run(): Promise<void> {
  try {
    say({ type: 'done', result: await work() });
  } catch (thrown) {
    say({ type: 'error', error: toErrorShape(thrown) });
  }
}

void run();
