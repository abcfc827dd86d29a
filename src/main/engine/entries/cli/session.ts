/** The engine as one command sees it: a company opened, questions asked, jobs watched to their end. */

import type { OpenedCompany } from '#shared/contract/company.ts';
import type { EngineClient, Input, JobName, Output } from '#shared/contract/index.ts';
import type { CompanyProfile } from '#shared/model/company.ts';
import { EngineError } from '#shared/model/error.ts';
import type { JobId } from '#shared/model/ids.ts';
import type { JobFailure, JobSnapshot } from '#shared/model/job.ts';

export interface SessionHooks {
  onProgress(snapshot: JobSnapshot): void;
  onOpened(opened: OpenedCompany): void;
  onResumed(snapshot: JobSnapshot): void;
}

export interface JobDone<R> {
  result: R;
  snapshot: JobSnapshot;
}

/** A job that ended without success, with what failed in it. */
export class JobError extends EngineError {
  readonly failures: readonly JobFailure[];

  constructor(snapshot: JobSnapshot) {
    const { code, params, place, detail } = snapshot.error ?? {
      code: snapshot.status === 'failed' ? 'internal' : 'job_cancelled',
      params: {},
    };
    super(code, params, { ...(place ? { place } : {}), ...(detail ? { cause: new Error(detail) } : {}) });
    this.failures = snapshot.failures;
  }
}

const isOver = (snapshot: JobSnapshot): boolean =>
  snapshot.status === 'done' ||
  snapshot.status === 'failed' ||
  snapshot.status === 'cancelled' ||
  snapshot.status === 'interrupted';

export class Session {
  readonly client: EngineClient;
  readonly #hooks: SessionHooks;
  #interrupted: JobSnapshot[] = [];
  #running: JobId | null = null;
  #company: OpenedCompany | null = null;

  constructor(client: EngineClient, hooks: SessionHooks) {
    this.client = client;
    this.#hooks = hooks;
  }

  /** Interrupted jobs that nobody has taken up yet. */
  get waiting(): number {
    return this.#interrupted.length;
  }

  get company(): OpenedCompany | null {
    return this.#company;
  }

  /** The client's own call; its type (names that are no jobs) comes with it. */
  get call(): EngineClient['call'] {
    return this.client.call.bind(this.client);
  }

  /** Opens a company. `read`: where another owner has it, read-only will do. */
  async open(path: string, access: 'read' | 'write'): Promise<OpenedCompany> {
    let opened: OpenedCompany;
    try {
      opened = await this.call('company.open', { path });
    } catch (error) {
      if (access !== 'read' || !(error instanceof EngineError) || error.code !== 'company_in_use') throw error;
      opened = await this.call('company.open', { path, readOnly: true });
    }
    return this.#entered(opened);
  }

  async create(path: string, profile: CompanyProfile): Promise<OpenedCompany> {
    return this.#entered(await this.call('company.create', { path, profile }));
  }

  async #entered(opened: OpenedCompany): Promise<OpenedCompany> {
    this.#company = opened;
    if (opened.interruptedJobs > 0) {
      const jobs = await this.call('job.list', {});
      this.#interrupted = jobs.filter((job) => job.status === 'interrupted');
    }
    this.#hooks.onOpened(opened);
    return opened;
  }

  /**
   * Runs a job to its end, with what failed by itself in the snapshot. With a `subject`, an interrupted job of the same name
   * about the same thing is taken up where it stopped instead of beginning anew. Throws the job's error.
   */
  async job<N extends JobName>(name: N, input: Input<N>, subject: string | null = null): Promise<JobDone<Output<N>>> {
    const stopped =
      subject === null ? undefined : this.#interrupted.find((job) => job.name === name && job.subject === subject);
    if (stopped !== undefined) {
      this.#hooks.onResumed(stopped);
      return this.resume(stopped.id);
    }
    return this.#watch(async () => (await this.client.start(name, input)).jobId);
  }

  /** Takes up an interrupted job. The type of its result is what the caller knows that job to give. */
  resume<R>(id: JobId): Promise<JobDone<R>> {
    return this.#watch(async () => {
      await this.call('job.resume', { id });
      this.#interrupted = this.#interrupted.filter((job) => job.id !== id);
      return id;
    });
  }

  /** Asks the running job to stop; false when none runs. */
  async cancel(): Promise<boolean> {
    if (this.#running === null) return false;
    const { cancelling } = await this.call('job.cancel', { id: this.#running });
    return cancelling;
  }

  async #watch<R>(begin: () => Promise<JobId>): Promise<JobDone<R>> {
    // Listening begins before the job does: a short one may be over before its id is known here.
    const early: JobSnapshot[] = [];
    let follow: (snapshot: JobSnapshot) => void = (snapshot) => early.push(snapshot);
    const stop = this.client.onEvent((event) => {
      if (event.event === 'job') follow(event.snapshot);
    });
    try {
      const id = await begin();
      this.#running = id;
      const end = await new Promise<JobSnapshot>((resolve, reject) => {
        let seq = -1;
        follow = (snapshot) => {
          if (snapshot.id !== id || snapshot.seq < seq) return;
          seq = snapshot.seq;
          this.#hooks.onProgress(snapshot);
          if (isOver(snapshot)) resolve(snapshot);
        };
        for (const snapshot of early) follow(snapshot);
        this.call('job.get', { id }).then(follow, reject);
      });
      // The last event may be shorter than the job's record: its failures are read from there.
      const snapshot = end.failed > end.failures.length ? await this.call('job.get', { id }) : end;
      if (snapshot.status !== 'done') throw new JobError(snapshot);
      // Reason for the cast: a job's result has the type that the contract gives to its name; see `resume`.
      return { result: snapshot.result as R, snapshot };
    } finally {
      this.#running = null;
      stop();
    }
  }
}
