/** The jobs of an open company: started, watched, cancelled, resumed, and noted in the file. */
import { setMaxListeners } from 'node:events';
import { contract, type EngineEvent, type JobName, type Parsed } from '#shared/contract/index.ts';
import { EngineError, type EngineErrorShape, toErrorShape } from '#shared/model/error.ts';
import { JobId } from '#shared/model/ids.ts';
import type { JobFailure, JobSnapshot } from '#shared/model/job.ts';
import { failpoint } from '../ports/failpoint.ts';
import type { Engine, JobContext } from '../services/conductors/context.ts';
import { conductors, writingJobs } from '../services/conductors/index.ts';
import { listedJob } from '../services/jobs.ts';
import { uuidv7 } from '../store/ids.ts';

/** Watchers hear of progress at most so often, the file of it even less. */
const TELL_MS = 150;
const NOTE_MS = 2_000;
const KEPT_FAILURES = 100;

interface Running {
  snapshot: JobSnapshot;
  cancel: Int32Array<SharedArrayBuffer>;
  abort: AbortController;
  /** Stopped because the company is being closed: it can be taken up again, unlike one that a person cancelled. */
  interrupted: boolean;
  ended: Promise<void>;
}

export interface JobRunnerOptions {
  engine: Engine;
  /** False for a file opened for reading only: jobs are then not noted in it. */
  mayWrite: boolean;
  emit: (event: EngineEvent) => void;
  /** After a step that wrote. */
  changed: () => void;
}

/** Every document that waits for a thread listens to its job's signal: more than Node takes for a leak. */
function patientController(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}

const isJobName = (name: string): name is JobName => name in contract && Object.hasOwn(conductors, name);

/** What a job works on, for the list of jobs: a run's id or a file. */
function subjectOf(name: JobName, input: unknown): string | null {
  if (typeof input !== 'object' || input === null) return null;
  if ('runId' in input && typeof input.runId === 'string' && name !== 'export.workbook') return input.runId;
  if ('path' in input && typeof input.path === 'string') return input.path;
  return null;
}

export class JobRunner {
  private readonly options: JobRunnerOptions;
  private readonly running = new Map<string, Running>();
  /** Jobs that ended in this session, for who asks after the last event. */
  private readonly ended = new Map<string, JobSnapshot>();
  /** The writing job that is being begun at this moment. */
  private beginning: JobName | null = null;
  private stopping = false;

  constructor(options: JobRunnerOptions) {
    this.options = options;
  }

  get count(): number {
    return this.running.size;
  }

  /** Starts a job, or finds the one that the same command id started before. */
  async start<N extends JobName>(name: N, input: Parsed<N>, commandId: string | null): Promise<{ jobId: JobId }> {
    const subject = subjectOf(name, input);
    if (!this.options.mayWrite) {
      if (writingJobs.has(name)) throw new EngineError('company_read_only');
      const jobId = JobId.parse(uuidv7());
      this.launch(jobId, name, input, subject, 1);
      return { jobId };
    }
    return this.inRoom(name, async (busyWith) => {
      const begun = await this.options.engine.write('job.begin', { name, input, subject, commandId, busyWith });
      if (!begun.known) this.launch(begun.jobId, name, input, subject, 1);
      return { jobId: begun.jobId };
    });
  }

  async resume(jobId: JobId): Promise<{ resumed: boolean }> {
    if (this.running.has(jobId)) return { resumed: true };
    const stored = await this.options.engine.read('job.get', { id: jobId });
    if (!stored || !isJobName(stored.name)) return { resumed: false };
    const { name } = stored;
    return this.inRoom(name, async (busyWith) => {
      if (busyWith !== null) throw new EngineError('job_running', { name: busyWith });
      const reopened = await this.options.engine.write('job.reopen', { jobId });
      if (!reopened) return { resumed: false };
      const input = contract[name].input.parse(reopened.input);
      this.ended.delete(jobId);
      // Reason for the cast: parsed by this job's own schema on the line before.
      this.launch(jobId, name, input as never, subjectOf(name, input), reopened.seq);
      return { resumed: true };
    });
  }

  /** Asks a running job to stop. One that was interrupted is cancelled at once: nobody is offered to take it up any more. */
  async cancel(jobId: JobId): Promise<{ cancelling: boolean }> {
    const job = this.running.get(jobId);
    if (job) {
      this.halt(job);
      return { cancelling: true };
    }
    if (!this.options.mayWrite) return { cancelling: false };
    const dismissed = await this.options.engine.write('job.dismiss', { jobId });
    if (dismissed) {
      this.options.changed();
      this.options.emit({ event: 'job', snapshot: await this.get(jobId) });
    }
    return { cancelling: dismissed };
  }

  /** The live snapshot, else the last of this session, else what the file says. */
  async get(jobId: JobId): Promise<JobSnapshot> {
    const live = this.running.get(jobId)?.snapshot ?? this.ended.get(jobId);
    if (live) return structuredClone(live);
    const stored = await this.options.engine.read('job.get', { id: jobId });
    if (!stored) throw new EngineError('not_found', { what: 'job' });
    return stored;
  }

  /** Live snapshots in place of the rows that the file has of them. */
  merge(stored: readonly JobSnapshot[]): JobSnapshot[] {
    const known = new Set(stored.map((job) => job.id));
    const unlisted = [...this.running.values()].map((job) => job.snapshot).filter((job) => !known.has(job.id));
    // An end that could not be noted is known here all the same.
    const latest = (job: JobSnapshot): JobSnapshot => {
      const live = this.running.get(job.id)?.snapshot ?? this.ended.get(job.id);
      return live && live.seq >= job.seq ? live : job;
    };
    return [...unlisted, ...stored.map(latest)].map(listedJob);
  }

  /** Asks every job to stop and waits until they have. They are noted as interrupted, to be taken up at the next opening. */
  async stop(): Promise<void> {
    this.stopping = true;
    const jobs = [...this.running.values()];
    for (const job of jobs) {
      if (Atomics.load(job.cancel, 0) === 1) continue;
      job.interrupted = true;
      this.halt(job);
    }
    await Promise.all(jobs.map((job) => job.ended));
  }

  private halt(job: Running): void {
    Atomics.store(job.cancel, 0, 1);
    job.abort.abort();
    job.snapshot.status = 'cancelling';
    this.tell(job);
  }

  /** Tells `use` which other writing job is in the way; holds the place while `use` begins one, so that no two slip in. */
  private async inRoom<R>(name: JobName, use: (busyWith: string | null) => Promise<R>): Promise<R> {
    if (!writingJobs.has(name)) return use(null);
    const names = [...this.running.values()].map((job) => job.snapshot.name);
    const busyWith = this.beginning ?? names.find((other) => isJobName(other) && writingJobs.has(other)) ?? null;
    if (busyWith !== null) return use(busyWith);
    this.beginning = name;
    try {
      return await use(null);
    } finally {
      this.beginning = null;
    }
  }

  private launch<N extends JobName>(id: JobId, name: N, input: Parsed<N>, subject: string | null, seq: number): void {
    // Begun while the company was closing: the next opening finds it interrupted.
    if (this.stopping) throw new EngineError('engine_closing');
    const snapshot: JobSnapshot = {
      id,
      name,
      status: 'running',
      seq,
      phase: 'starting',
      done: 0,
      total: null,
      failed: 0,
      failures: [],
      startedAt: new Date().toISOString(),
      endedAt: null,
      error: null,
      result: null,
      subject,
    };
    const job: Running = {
      snapshot,
      cancel: new Int32Array(new SharedArrayBuffer(4)),
      abort: patientController(),
      interrupted: false,
      ended: Promise.resolve(),
    };
    this.running.set(id, job);
    this.tell(job);
    job.ended = this.conduct(job, name, input);
  }

  private async conduct<N extends JobName>(job: Running, name: N, input: Parsed<N>): Promise<void> {
    let result: unknown = null;
    let error: EngineErrorShape | null = null;
    try {
      result = await conductors[name](this.contextOf(job), input);
    } catch (thrown) {
      error = toErrorShape(thrown);
    }
    const { snapshot } = job;
    const stopped =
      error !== null &&
      (error.code === 'job_cancelled' || (error.code === 'cancelled' && Atomics.load(job.cancel, 0) === 1));
    const interrupted = stopped && job.interrupted;
    // Told to nobody before it is over in every respect: who hears of an end may start the next job at once.
    const end: JobSnapshot = {
      ...snapshot,
      status: error === null ? 'done' : interrupted ? 'interrupted' : stopped ? 'cancelled' : 'failed',
      result,
      error: stopped ? { code: interrupted ? 'engine_closing' : 'job_cancelled', params: {} } : error,
      endedAt: new Date().toISOString(),
      seq: snapshot.seq + 1,
    };
    await this.noteEnd(end);
    end.seq = Math.max(end.seq, snapshot.seq + 1);
    // A straggler's progress finds the end there and cannot tell of a running job any more.
    Object.assign(snapshot, end);
    this.running.delete(end.id);
    this.ended.set(end.id, snapshot);
    this.tell(job);
  }

  /**
   * A file that cannot be written any more (the writer died, the session ends, the disk is full) leaves the job running in it,
   * so that the next opening finds it interrupted. The job has ended all the same, and its watchers are told.
   */
  private async noteEnd(snapshot: JobSnapshot): Promise<void> {
    if (!this.options.mayWrite) return;
    const { status } = snapshot;
    if (status === 'queued' || status === 'running' || status === 'cancelling') return;
    failpoint('job.ending');
    try {
      await this.options.engine.write('job.end', { ...snapshot, status, jobId: snapshot.id });
    } catch (thrown) {
      console.error('the end of a job was not noted:', thrown);
    }
  }

  private contextOf(job: Running): JobContext {
    const { engine } = this.options;
    const { snapshot, cancel, abort } = job;
    let told = 0;
    let noted = Date.now();
    const note = async (): Promise<void> => {
      noted = Date.now();
      if (this.options.mayWrite) await engine.write('job.progress', snapshot);
    };
    // The step's own failure goes to its conductor; a note that fails says no more than that.
    const wrote = (): void => {
      this.options.changed();
      if (Date.now() - noted > NOTE_MS) note().catch(() => undefined);
    };
    const stirred = (): void => {
      snapshot.seq += 1;
      const now = Date.now();
      if (now - told >= TELL_MS) {
        told = now;
        this.tell(job);
      }
    };
    const progress = (done: number, total?: number | null): void => {
      snapshot.done = done;
      if (total !== undefined) snapshot.total = total;
      stirred();
    };
    const calls = {
      cancel: cancel.buffer,
      onProgress: ({ done, total }: { done: number; total: number | null }) => progress(done, total),
    };
    const throwIfCancelled = (): void => {
      if (Atomics.load(cancel, 0) === 1) throw new EngineError('job_cancelled');
    };
    return {
      ...engine,
      write: (op, payload) => {
        const step = engine.write(op, payload, calls);
        step.then(wrote, wrote);
        return step;
      },
      read: (op, payload) => engine.read(op, payload, calls),
      job: { id: snapshot.id, nextSeq: () => snapshot.seq + 1 },
      async phase(name, total) {
        throwIfCancelled();
        snapshot.phase = name;
        snapshot.done = 0;
        snapshot.total = total;
        told = 0;
        stirred();
        await note();
      },
      progress,
      fail(failure: JobFailure) {
        snapshot.failed += 1;
        if (snapshot.failures.length < KEPT_FAILURES) snapshot.failures.push(failure);
        stirred();
      },
      failed: () => snapshot.failed,
      throwIfCancelled,
      cancel,
      signal: abort.signal,
    };
  }

  private tell(job: Running): void {
    this.options.emit({ event: 'job', snapshot: structuredClone(job.snapshot) });
  }
}
