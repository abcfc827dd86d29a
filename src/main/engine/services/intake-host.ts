/** Reads foreign files in disposable threads with a heap of their own: what such a file does wrong ends with the thread. */
import { open, rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import { EngineError, fromErrorShape, systemErrorCode } from '#shared/model/error.ts';
import {
  type IntakeMessage,
  type IntakeResult,
  type IntakeTask,
  type IntakeWorkerData,
  partPath,
} from '../intake/task.ts';

export interface IntakeHost {
  /** Where the code of the thread is: a source file under Node, a bundle in the application. */
  threadUrl: (name: 'intake-worker') => URL | string;
}

export interface IntakeControl {
  /** A view on shared memory; 1 in its first place asks to stop. */
  cancel?: Int32Array | null;
  onProgress?: (done: number, total: number | null) => void;
  /** For tests: milliseconds without a word from the thread before it is given up. */
  patience?: number;
  /** For tests: the heap of the thread in megabytes. */
  heapMb?: number;
}

/** An inspection answers within this; a workbook of the largest size allowed takes a third of it on a slow machine. */
const INSPECT_MS = 30_000;
/** The hash of a large CSV needs its time: this many bytes more are read in a second on a slow disk. */
const INSPECT_BYTES_A_SECOND = 20_000_000;
/** Staging reports at least this often, but for a workbook, which is parsed in one go before the first row. */
const STAGE_SILENCE_MS = 120_000;
/** A thread asked to stop that does not is stopped after this. */
const CANCEL_GRACE_MS = 1_000;
const CANCEL_LOOK_MS = 100;

const XLSX_HEAP_MB = 512;
const CSV_HEAP_MB = 256;

/**
 * Runs one task in a fresh thread and ends the thread, whatever happens. Rejects with the thread's error;
 * `file_too_complex` where the thread ran out of memory or ended without a word, `file_too_slow` where it went silent, `cancelled`.
 * What a stopped thread had begun to write is removed.
 */
export async function runIntake<const T extends IntakeTask>(
  host: IntakeHost,
  task: T,
  control: IntakeControl = {},
): Promise<IntakeResult<T>> {
  const cancel = control.cancel ?? null;
  const { bytes, zip } = await peek(task.path);
  const file = basename(task.path);
  const place = { place: { file } };
  const silence =
    control.patience ??
    (task.task === 'stage' ? STAGE_SILENCE_MS : INSPECT_MS + (zip ? 0 : (bytes / INSPECT_BYTES_A_SECOND) * 1000));
  const workerData: IntakeWorkerData = { ...task, cancel };
  const worker = new Worker(host.threadUrl('intake-worker'), {
    workerData,
    resourceLimits: {
      maxOldGenerationSizeMb: control.heapMb ?? (zip ? XLSX_HEAP_MB : CSV_HEAP_MB),
      maxYoungGenerationSizeMb: 32,
    },
    // What the thread prints is not this process's business to interleave.
    stdout: false,
    stderr: false,
  });
  let watch: NodeJS.Timeout | undefined;
  let finished = false;
  try {
    // The worker answers with the result of its own task; IntakeResult names it.
    return (await new Promise<unknown>((resolve, reject) => {
      let heard = Date.now();
      let asked: number | null = null;
      watch = setInterval(() => {
        if (cancel !== null && Atomics.load(cancel, 0) !== 0) {
          asked ??= Date.now();
          if (Date.now() - asked > CANCEL_GRACE_MS) reject(new EngineError('cancelled'));
        }
        if (Date.now() - heard > silence) {
          reject(new EngineError('file_too_slow', { file, seconds: Math.round(silence / 1000) }, place));
        }
      }, CANCEL_LOOK_MS);
      worker.on('message', (message: IntakeMessage) => {
        heard = Date.now();
        if (message.type === 'progress') control.onProgress?.(message.done, message.total);
        else if (message.type === 'error') reject(fromErrorShape(message.error));
        else {
          finished = true;
          resolve(message.result);
        }
      });
      worker.once('error', (cause) => {
        // Anything but a full heap is a fault of ours: the thread itself reports what the file does wrong.
        const code = systemErrorCode(cause) === 'ERR_WORKER_OUT_OF_MEMORY' ? 'file_too_complex' : 'internal';
        reject(new EngineError(code, { file }, { ...place, cause }));
      });
      worker.once('exit', (code) =>
        reject(
          new EngineError('file_too_complex', { file }, { ...place, cause: new Error(`thread ended with ${code}`) }),
        ),
      );
    })) as IntakeResult<T>;
  } finally {
    clearInterval(watch);
    await worker.terminate();
    if (task.task === 'stage' && !finished) await rm(partPath(task.outPath), { force: true });
  }
}

/** Size and kind of a file, for the limits only: what is wrong with it, the thread will say. */
async function peek(path: string): Promise<{ bytes: number; zip: boolean }> {
  try {
    // Opening a pipe or a device could wait for ever.
    if (!(await stat(path)).isFile()) return { bytes: 0, zip: false };
    const handle = await open(path, 'r');
    try {
      const start = Buffer.alloc(2);
      await handle.read(start, 0, 2, 0);
      return { bytes: (await handle.stat()).size, zip: start.toString('latin1') === 'PK' };
    } finally {
      await handle.close();
    }
  } catch (thrown) {
    if (systemErrorCode(thrown) === '') throw thrown;
    return { bytes: 0, zip: false };
  }
}
