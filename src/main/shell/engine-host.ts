/**
 * Owns the engine's process: pairs replies with calls, and when the process dies starts it again, reopens the company and
 * asks again for what was under way. Asking again is safe by the contract: queries change nothing, a command's result is
 * stored under its id in its own transaction. Knows nothing of electron.
 */
import {
  type Contract,
  contract,
  type EngineEvent,
  type Input,
  type Name,
  type Output,
  type Reply,
  type SessionName,
} from '#shared/contract/index.ts';
import type { ShellEvent, WireReply } from '#shared/contract/shell.ts';
import type { EngineErrorShape } from '#shared/model/error.ts';
import type { JobId } from '#shared/model/ids.ts';
import type { JobSnapshot } from '#shared/model/job.ts';
import { type EngineProcess, parseFromEngine } from './engine-process.ts';
import { type Log, withoutPersonalData } from './log.ts';
import { type RestartPolicy, restartPolicy } from './restart-policy.ts';

type Kind = Contract[Name]['kind'];
/** How often a call is sent again after it saw the engine die: one that kills it must not do so for ever. */
const RESENDS: Record<Kind, number> = { query: 2, command: 2, job: 2, session: 1 };
/** An engine that does not come up is as good as dead (milliseconds). */
const START_LIMIT = 30_000;

interface Call {
  readonly name: Name;
  readonly input: unknown;
  readonly commandId: string | null;
  readonly settle: (reply: WireReply<unknown>) => void;
  readonly answer: Promise<WireReply<unknown>>;
  /** The host's own calls while it recovers: sent at once, never again. */
  readonly own: boolean;
  sent: boolean;
  resends: number;
}

function failure(code: string, params: EngineErrorShape['params'] = {}) {
  return { ok: false as const, error: { code, params } };
}

interface Options {
  spawn: () => EngineProcess;
  resourcesDir: string;
  /** Who acts, for the audit trail: the user's name in the system. */
  actor: string;
  log: Log;
  onEngineEvent: (event: EngineEvent) => void;
  onShellEvent: (event: Extract<ShellEvent, { event: 'engine' }>) => void;
  policy?: RestartPolicy;
}

type State = 'starting' | 'recovering' | 'ready' | 'fallen' | 'down' | 'stopping' | 'stopped';

export class EngineHost {
  readonly #options: Options;
  readonly #policy: RestartPolicy;
  readonly #calls = new Map<number, Call>();
  readonly #jobs = new Map<JobId, JobSnapshot['status']>();
  /** Jobs whose end was seen, for a start whose answer comes after its job's last event. */
  readonly #finished = new Set<JobId>();
  #state: State = 'stopped';
  #process: EngineProcess | null = null;
  #company: { path: string; readOnly: boolean } | null = null;
  #nextId = 1;
  #timer: NodeJS.Timeout | undefined;
  #whenStopped: (() => void) | null = null;

  constructor(options: Options) {
    this.#options = options;
    this.#policy = options.policy ?? restartPolicy();
  }

  /** Starts the engine; calls may be made at once and wait for it. */
  start(): void {
    if (this.#state === 'stopped') this.#launch();
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** Jobs queued or running, those included that an engine being restarted will take up again. */
  get runningJobs(): number {
    return this.#jobs.size;
  }

  /**
   * Asks the engine. Always answers, with an error of the catalogue where it cannot: `engine_stopped` (died again at each
   * try), `engine_keeps_stopping` (given up), `engine_stopping` (the program is closing).
   */
  call(name: Name, input: unknown, commandId: string | null): Promise<WireReply<unknown>> {
    if (this.#state === 'down') return Promise.resolve(this.#gaveUp());
    if (this.#state === 'stopping' || this.#state === 'stopped') return Promise.resolve(failure('engine_stopping'));
    return this.#enqueue(name, input, commandId, false);
  }

  /** Lets the engine close the company and end; kills it after `limitMs`. */
  async stop(limitMs: number): Promise<void> {
    clearTimeout(this.#timer);
    const process = this.#process;
    if (!process || this.#state === 'stopped') {
      this.#state = 'stopped';
      this.#settleAll(failure('engine_stopping'));
      return;
    }
    this.#state = 'stopping';
    this.#settleAll(failure('engine_stopping'), (call) => !call.sent);
    const stopped = new Promise<void>((resolve) => {
      this.#whenStopped = resolve;
    });
    process.send({ type: 'shutdown' });
    this.#timer = setTimeout(() => {
      this.#options.log.write('engine did not close in time', { limitMs });
      process.kill();
    }, limitMs);
    await stopped;
  }

  #launch(): void {
    const restarted = this.#state === 'fallen';
    this.#state = 'starting';
    const process = this.#options.spawn();
    this.#process = process;
    process.onMessage((message) => {
      if (process === this.#process) this.#receive(message, restarted);
    });
    process.onExit((code, lastWords) => {
      if (process === this.#process) this.#fell(code, lastWords);
    });
    process.send({ type: 'init', resourcesDir: this.#options.resourcesDir, actor: this.#options.actor });
    this.#timer = setTimeout(() => process.kill(), START_LIMIT);
  }

  #receive(raw: unknown, restarted: boolean): void {
    const message = parseFromEngine(raw);
    if (message === null) {
      this.#options.log.write('engine said something unknown');
      return;
    }
    if (message.type === 'reply') this.#answered(message.reply);
    else if (message.type === 'event') this.#happened(message.event);
    else if (this.#state === 'starting') {
      clearTimeout(this.#timer);
      this.#options.log.write('engine ready', { restarted });
      if (restarted) {
        this.#state = 'recovering';
        void this.#recover();
      } else {
        this.#becomeReady({ event: 'engine', status: 'ready' });
      }
    }
  }

  #becomeReady(event: Extract<ShellEvent, { event: 'engine' }>): void {
    this.#state = 'ready';
    this.#options.onShellEvent(event);
    for (const [id, call] of this.#calls) if (!call.sent) this.#send(id, call);
  }

  #enqueue(name: Name, input: unknown, commandId: string | null, own: boolean): Promise<WireReply<unknown>> {
    let settle: Call['settle'] = () => undefined;
    const answer = new Promise<WireReply<unknown>>((resolve) => {
      settle = resolve;
    });
    const id = this.#nextId++;
    const call: Call = { name, input, commandId, settle, answer, own, sent: false, resends: 0 };
    this.#calls.set(id, call);
    if (own || this.#state === 'ready') this.#send(id, call);
    return answer;
  }

  #send(id: number, call: Call): void {
    call.sent = true;
    const { name, input, commandId } = call;
    const request = { id, name, input, ...(commandId === null ? {} : { commandId }) };
    this.#process?.send({ type: 'request', request });
  }

  #answered(reply: Reply): void {
    const call = this.#calls.get(reply.id);
    if (!call) return; // Answered for a call that was given up meanwhile.
    this.#calls.delete(reply.id);
    if (reply.ok) {
      this.#learn(call, reply.result);
      call.settle({ ok: true, result: reply.result });
    } else {
      call.settle({ ok: false, error: reply.error });
    }
  }

  /** What a restart will need: which file is open, and which jobs run. */
  #learn(call: Call, result: unknown): void {
    // The name says the result's type; it comes from the engine of this same program.
    if (call.name === 'company.open' || call.name === 'company.create' || call.name === 'company.createSample') {
      const company = result as Output<'company.open'>;
      this.#company = { path: company.path, readOnly: company.access === 'read-only' };
    } else if (call.name === 'company.close') {
      this.#company = null;
      this.#jobs.clear();
    } else if (contract[call.name].kind === 'job') {
      const { jobId } = result as { jobId: JobId };
      if (!this.#jobs.has(jobId) && !this.#finished.has(jobId)) this.#jobs.set(jobId, 'queued');
    }
  }

  #happened(event: EngineEvent): void {
    if (event.event === 'job') this.#watch(event.snapshot);
    if (event.event === 'opened' && event.path === null && this.#state === 'ready') this.#company = null;
    this.#options.onEngineEvent(event);
  }

  #watch(snapshot: JobSnapshot): void {
    if (['queued', 'running', 'cancelling'].includes(snapshot.status)) this.#jobs.set(snapshot.id, snapshot.status);
    else {
      this.#jobs.delete(snapshot.id);
      if (snapshot.status !== 'interrupted') this.#finished.add(snapshot.id);
    }
  }

  #fell(code: number, lastWords: string): void {
    clearTimeout(this.#timer);
    this.#process = null;
    if (this.#state === 'stopping') {
      this.#state = 'stopped';
      this.#settleAll(failure('engine_stopping'));
      this.#whenStopped?.();
      return;
    }
    const reason = `code ${code < 0 || code > 255 ? `0x${(code >>> 0).toString(16)}` : code}`;
    this.#options.log.write('engine stopped', {
      code,
      during: this.#state,
      calls: [...this.#calls.values()]
        .filter((call) => call.sent)
        .map((call) => call.name)
        .join(' '),
      jobs: this.#jobs.size,
      trace: withoutPersonalData(lastWords),
    });
    this.#state = 'fallen';
    this.#giveUpHopelessCalls();
    this.#options.onShellEvent({ event: 'engine', status: 'stopped', reason });
    const delay = this.#policy.next(Date.now());
    if (delay === null) {
      this.#state = 'down';
      this.#jobs.clear();
      const gaveUp = this.#gaveUp();
      this.#settleAll(gaveUp);
      this.#options.log.write('engine given up');
      this.#options.onShellEvent({ event: 'engine', status: 'restarted', reopened: false, error: gaveUp.error });
    } else {
      this.#timer = setTimeout(() => this.#launch(), delay);
    }
  }

  /** After a death: own calls end, others that were sent wait to be sent again, unless they saw it die too often. */
  #giveUpHopelessCalls(): void {
    for (const [id, call] of this.#calls) {
      if (!call.sent) continue;
      call.sent = false;
      if (call.own || call.resends >= RESENDS[contract[call.name].kind]) {
        this.#calls.delete(id);
        call.settle(failure('engine_stopped'));
      } else {
        call.resends += 1;
      }
    }
  }

  /** Reopens what was open, sends again what was under way, resumes the jobs that ran. */
  async #recover(): Promise<void> {
    const process = this.#process;
    const died = () => this.#process !== process || this.#state === 'stopping';
    const company = this.#company;
    let error: EngineErrorShape | null = null;
    if (company) {
      const reply = await this.#own('company.open', company);
      if (died()) return; // The next start recovers, or nothing more does.
      if (!reply.ok) {
        error = reply.error;
        this.#company = null;
        this.#jobs.clear();
        const answer = { ok: false as const, error: reply.error };
        this.#settleAll(answer, (call) => contract[call.name].kind !== 'session');
      } else if (reply.result.access === 'read-only' && !company.readOnly) {
        error = { code: 'reopened_read_only', params: {} };
      }
    }
    const starts = [...this.#calls.values()].filter((call) => contract[call.name].kind === 'job');
    const reopened = company !== null && this.#company !== null;
    this.#becomeReady({ event: 'engine', status: 'restarted', reopened, error });
    if (!reopened) return;
    // A job whose start was under way may stand in the file already, interrupted: its start's answer names it.
    await Promise.all(starts.map((call) => call.answer));
    if (!died()) await this.#resumeJobs();
  }

  async #resumeJobs(): Promise<void> {
    const list = await this.#own('job.list', {});
    if (!list.ok) {
      this.#options.log.write('jobs not listed after a restart', { code: list.error.code });
      return;
    }
    for (const snapshot of list.result) {
      const before = this.#jobs.get(snapshot.id);
      if (before === undefined) continue; // Interrupted in an earlier session: a person decides.
      // A job that was being cancelled is not taken up against the person's wish.
      const resumed = snapshot.status === 'interrupted' && before !== 'cancelling' && (await this.#resume(snapshot));
      if (this.#state !== 'ready') return; // Died again: the next recovery resumes what is still known.
      if (resumed) continue; // Its own events tell how it goes on.
      this.#watch(snapshot);
      this.#options.onEngineEvent({ event: 'job', snapshot });
    }
  }

  async #resume({ id, name }: JobSnapshot): Promise<boolean> {
    const reply = await this.#own('job.resume', { id });
    if (reply.ok && reply.result.resumed) return true;
    this.#options.log.write('job not resumed', { job: name, code: reply.ok ? null : reply.error.code });
    return false;
  }

  async #own<N extends SessionName | 'job.list'>(name: N, input: Input<N>): Promise<WireReply<Output<N>>> {
    // The name says the result's type, as for every reply of our own engine.
    return (await this.#enqueue(name, input, null, true)) as WireReply<Output<N>>;
  }

  #settleAll(reply: WireReply<unknown>, which: (call: Call) => boolean = () => true): void {
    for (const [id, call] of this.#calls) {
      if (!which(call)) continue;
      this.#calls.delete(id);
      call.settle(reply);
    }
  }

  #gaveUp() {
    return failure('engine_keeps_stopping', { log: this.#options.log.path });
  }
}
