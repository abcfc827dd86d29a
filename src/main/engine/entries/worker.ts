/** The document thread: makes PDFs, merges them, writes the workbook. Answers every request once. */
import { getHeapStatistics } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import { toErrorShape } from '#shared/model/error.ts';
import { runDocumentTask } from '../documents/run-task.ts';
import type { DocumentMessage, DocumentRequest, DocumentThreadData } from '../documents/task.ts';

const port = parentPort;
if (port === null) throw new Error('worker.ts runs as a thread');
const { resourcesDir }: DocumentThreadData = workerData;

/** Progress is told at most so often. */
const PROGRESS_MS = 100;

async function answer(request: DocumentRequest): Promise<DocumentMessage> {
  const { id, cancel, ...task } = request;
  let told = 0;
  try {
    const result = await runDocumentTask(task, {
      resourcesDir,
      cancel: cancel === null ? null : new Int32Array(cancel),
      onProgress(done, total) {
        const now = performance.now();
        if (now - told < PROGRESS_MS && done !== total) return;
        told = now;
        port?.postMessage({ id, progress: { done, total } } satisfies DocumentMessage);
      },
    });
    return { id, ok: true, result, heapBytes: getHeapStatistics().used_heap_size };
  } catch (thrown) {
    return { id, ok: false, error: toErrorShape(thrown), heapBytes: getHeapStatistics().used_heap_size };
  }
}

// One at a time, in the order of asking: the pool sends the next task when it has the answer.
port.on('message', async (request: DocumentRequest) => {
  port.postMessage(await answer(request));
});
