/** The threads that make documents. A thread that dies fails the task it was on, and no other. */
import { availableParallelism } from 'node:os';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import { EngineError, fromErrorShape } from '#shared/model/error.ts';
import type {
  DocumentMessage,
  DocumentRequest,
  DocumentTask,
  DocumentTaskResult,
  DocumentThreadData,
} from '../documents/task.ts';

export interface WorkerPoolOptions {
  /** Threads at most. Default: the cores, four at most, one at least. */
  size?: number;
  /** Where the code of the thread is: `entries/worker.ts` under Node, a bundle in the application. */
  threadUrl: URL | string;
  /** The folder that holds `fonts/`. */
  resourcesDir: string;
  resourceLimits?: ResourceLimits;
  /** A thread that has done so many tasks and whose heap is larger than `recycleHeapBytes` is replaced. */
  recycleAfter?: number;
  recycleHeapBytes?: number;
}

export interface RunOptions {
  /** Aborting takes a waiting task out of the queue; a running one is asked to stop. Either rejects with `cancelled`. */
  signal?: AbortSignal;
  onProgress?: (progress: { done: number; total: number | null }) => void;
}

export interface WorkerPool {
  /** Rejects with the task's own error, `cancelled`, `document_thread_died`, or `engine_closing` after `close()`. */
  run<const T extends DocumentTask>(task: T, options?: RunOptions): Promise<DocumentTaskResult<T>>;
  /** Threads alive now. */
  readonly threads: number;
  /** Stops what runs, rejects what waits, ends the threads. */
  close(): Promise<void>;
}

/**
 * A small young generation costs about 8 % of time and saves 60 MB a thread. V8 keeps the pages of a thread that ended for the
 * next one, so the process is as large as its largest moment: 16 here and in the database threads keeps 2,000 invoices
 * (`npm run bench`) a good 100 MB below what 32 takes.
 */
const LIMITS: ResourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 };

interface Job {
  id: number;
  task: DocumentTask;
  cancel: SharedArrayBuffer;
  options: RunOptions;
  /** Takes the listener off the signal. */
  settle(): void;
  // The caller of `run` knows which result its task has; between here and there it is only passed on.
  resolve(result: unknown): void;
  reject(error: EngineError): void;
}

interface Thread {
  worker: Worker;
  job: Job | null;
  done: number;
  ended: Promise<void>;
}

/** The workbook is held in memory whole: it runs alone in a fresh thread, so that the sum stays bounded. */
const runsAlone = (task: DocumentTask): boolean => task.task === 'workbook';

export function createWorkerPool(options: WorkerPoolOptions): WorkerPool {
  const size = Math.max(1, options.size ?? Math.min(4, availableParallelism()));
  const recycleAfter = options.recycleAfter ?? 500;
  const recycleHeapBytes = options.recycleHeapBytes ?? 150_000_000;
  const threads = new Set<Thread>();
  const queue: Job[] = [];
  let nextId = 1;
  let closing = false;

  const end = async (thread: Thread): Promise<void> => {
    threads.delete(thread);
    await thread.worker.terminate();
    await thread.ended;
  };

  const start = (): Thread => {
    const workerData: DocumentThreadData = { resourcesDir: options.resourcesDir };
    const worker = new Worker(options.threadUrl, {
      workerData,
      name: 'documents',
      resourceLimits: options.resourceLimits ?? LIMITS,
    });
    const ended = new Promise<void>((resolve) => {
      worker.once('exit', () => resolve());
    });
    const thread: Thread = { worker, job: null, done: 0, ended };
    const die = (cause: Error): void => {
      threads.delete(thread);
      const { job } = thread;
      thread.job = null;
      if (job !== null) {
        job.settle();
        job.reject(new EngineError(closing ? 'engine_closing' : 'document_thread_died', {}, { cause }));
      }
      pump();
    };
    worker.on('error', die);
    worker.on('exit', (code) => die(new Error(`document thread ended with code ${code}`)));
    worker.on('message', (message: DocumentMessage) => answered(thread, message));
    threads.add(thread);
    return thread;
  };

  const answered = (thread: Thread, message: DocumentMessage): void => {
    const { job } = thread;
    if (job === null || job.id !== message.id) return;
    if ('progress' in message) {
      job.options.onProgress?.(message.progress);
      return;
    }
    thread.job = null;
    thread.done += 1;
    job.settle();
    if (message.ok) job.resolve(message.result);
    else job.reject(fromErrorShape(message.error));
    const worn = thread.done >= recycleAfter && message.heapBytes > recycleHeapBytes;
    if (worn || runsAlone(job.task)) void end(thread);
    pump();
  };

  const give = (thread: Thread, job: Job): void => {
    thread.job = job;
    const request: DocumentRequest = { ...job.task, id: job.id, cancel: job.cancel };
    thread.worker.postMessage(request);
  };

  /** Hands waiting tasks to idle threads, in the order of asking. */
  const pump = (): void => {
    while (!closing) {
      const [job] = queue;
      if (job === undefined) return;
      const all = [...threads];
      const idle = all.find((thread) => thread.job === null);
      if (runsAlone(job.task)) {
        if (all.some((thread) => thread.job !== null)) return;
        for (const thread of all) void end(thread);
      } else if (all.some((thread) => thread.job !== null && runsAlone(thread.job.task))) return;
      else if (idle === undefined && all.length >= size) return;
      queue.shift();
      give(runsAlone(job.task) ? start() : (idle ?? start()), job);
    }
  };

  return {
    run<const T extends DocumentTask>(task: T, runOptions: RunOptions = {}): Promise<DocumentTaskResult<T>> {
      const { signal } = runOptions;
      return new Promise<DocumentTaskResult<T>>((resolve, reject) => {
        if (closing) return reject(new EngineError('engine_closing'));
        if (signal?.aborted === true) return reject(new EngineError('cancelled'));
        const cancel = new SharedArrayBuffer(4);
        const stop = (): void => {
          Atomics.store(new Int32Array(cancel), 0, 1);
          const waiting = queue.indexOf(job);
          if (waiting < 0) return;
          queue.splice(waiting, 1);
          job.settle();
          reject(new EngineError('cancelled'));
        };
        const job: Job = {
          id: nextId,
          task,
          cancel,
          options: runOptions,
          settle: () => signal?.removeEventListener('abort', stop),
          // Reason for the cast: the thread answers a task of type T with T's result (run-task.ts).
          resolve: (result) => resolve(result as DocumentTaskResult<T>),
          reject,
        };
        nextId += 1;
        signal?.addEventListener('abort', stop, { once: true });
        queue.push(job);
        pump();
      });
    },
    get threads() {
      return threads.size;
    },
    async close() {
      closing = true;
      for (const job of queue.splice(0)) {
        job.settle();
        job.reject(new EngineError('engine_closing'));
      }
      for (const thread of threads) {
        if (thread.job !== null) Atomics.store(new Int32Array(thread.job.cancel), 0, 1);
      }
      await Promise.all([...threads].map(end));
    },
  };
}
