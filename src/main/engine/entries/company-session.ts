/** One open company: its lock, its two database threads, its workers, its jobs, its temporary folder. */
import { realpathSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { OpenedCompany } from '#shared/contract/company.ts';
import type { CommandName, EngineEvent } from '#shared/contract/index.ts';
import type { Company } from '#shared/model/company.ts';
import { EngineError } from '#shared/model/error.ts';
import { applicationDataDir } from '../ports/data-dir.ts';
import { locationOf } from '../ports/location.ts';
import { acquireOwnerLock, type OwnerLock } from '../ports/owner-lock.ts';
import { freshSessionFolder } from '../ports/session-folder.ts';
import type { Engine } from '../services/conductors/context.ts';
import type { ReaderQuery } from '../services/queries.ts';
import { createWorkerPool, type WorkerPool } from '../services/worker-pool.ts';
import { JobRunner } from './job-runner.ts';
import { startThread, type ThreadClient } from './thread-protocol.ts';
import type { ReaderCall, ThreadData, WriterCall } from './threads.ts';

export type ThreadName = 'writer' | 'reader' | 'worker' | 'intake-worker';

export interface SessionOptions {
  threadUrl: (name: ThreadName) => URL;
  resourcesDir: string;
  actor: string;
  /** Document threads at most; the pool's own default when not said. */
  workers: number | null;
  emit: (event: EngineEvent) => void;
  /** A database thread died, or the file has another owner: nothing can be answered any more. */
  onFatal: (error: EngineError) => void;
}

export class CompanySession {
  readonly opened: OpenedCompany;
  readonly jobs: JobRunner;
  readonly engine: Engine;
  private readonly options: SessionOptions;
  private readonly lock: OwnerLock | null;
  private readonly writer: ThreadClient<WriterCall> | null;
  private readonly reader: ThreadClient<ReaderCall>;
  private pool: WorkerPool | null = null;
  private revision = 0;

  private constructor(
    options: SessionOptions,
    parts: {
      opened: OpenedCompany;
      lock: OwnerLock | null;
      writer: ThreadClient<WriterCall> | null;
      reader: ThreadClient<ReaderCall>;
    },
  ) {
    this.options = options;
    this.opened = parts.opened;
    this.lock = parts.lock;
    this.writer = parts.writer;
    this.reader = parts.reader;
    this.engine = this.engineOf(parts.opened.path);
    this.jobs = new JobRunner({
      engine: this.engine,
      mayWrite: parts.writer !== null,
      emit: options.emit,
      // A session that is closing has nobody left to tell.
      changed: () => void this.tellRevision().catch(() => undefined),
    });
  }

  /** Makes the file, in a writer of its own that ends again. */
  static async create(
    options: SessionOptions,
    path: string,
    profile: Extract<WriterCall, { type: 'create' }>['profile'],
  ): Promise<void> {
    const writer = startThread<WriterCall>(options.threadUrl('writer'), dataFor(options, path), () => undefined);
    try {
      await writer.call({ type: 'create', profile });
    } finally {
      await writer.terminate();
    }
  }

  /**
   * Opens a file as its owner, or for reading only.
   * Throws company_in_use, company_not_found, company_damaged, company_newer, path_is_network...
   */
  static async open(options: SessionOptions, given: string, readOnly: boolean): Promise<CompanySession> {
    const path = truePath(given);
    const location = locationOf(path);
    const warnings: OpenedCompany['warnings'] = [];
    if (location === 'network' && !readOnly) warnings.push({ code: 'path_is_network', params: { file: path } });
    if (location === 'synced') warnings.push({ code: 'path_is_synced', params: { file: path } });
    const asOwner = !readOnly && location !== 'network';
    const data = dataFor(options, path);
    let lock: OwnerLock | null = null;
    let writer: ThreadClient<WriterCall> | null = null;
    let reader: ThreadClient<ReaderCall> | null = null;
    try {
      let migratedFrom: OpenedCompany['migratedFrom'] = null;
      if (asOwner) {
        lock = acquireOwnerLock(path, () => {
          // Whatever is not committed by now is not: the other owner writes.
          void writer?.terminate();
          options.onFatal(new EngineError('company_lock_lost', { file: path }));
        });
        writer = startThread<WriterCall>(options.threadUrl('writer'), data, options.onFatal);
        migratedFrom = (await writer.call<{ migratedFrom: OpenedCompany['migratedFrom'] }>({ type: 'open' }))
          .migratedFrom;
        await writer.call({ type: 'op', op: 'job.interrupt', payload: null });
      }
      reader = startThread<ReaderCall>(options.threadUrl('reader'), data, options.onFatal);
      const company = await reader.call<Company>({ type: 'op', op: 'company.get', payload: null });
      const interruptedJobs = await reader.call<number>({ type: 'op', op: 'job.interrupted', payload: null });
      const opened: OpenedCompany = {
        path,
        companyId: company.id,
        name: company.name,
        access: asOwner ? 'owner' : 'read-only',
        warnings,
        interruptedJobs,
        migratedFrom,
      };
      return new CompanySession(options, { opened, lock, writer, reader });
    } catch (thrown) {
      await takeAll([() => writer?.terminate(), () => reader?.terminate(), () => lock?.release()]);
      throw thrown;
    }
  }

  query(name: ReaderQuery, input: unknown): Promise<unknown> {
    return this.reader.call({ type: 'query', name, input });
  }

  async command(name: CommandName, input: unknown, commandId: string): Promise<unknown> {
    if (!this.writer) throw new EngineError('company_read_only');
    const result = await this.writer.call({ type: 'command', name, input, commandId });
    await this.tellRevision();
    return result;
  }

  get mayWrite(): boolean {
    return this.writer !== null;
  }

  /** Jobs stop between items, the journal is folded into the file, the lock is given back. */
  async close(): Promise<void> {
    await takeAll([
      () => this.jobs.stop(),
      () => this.pool?.close(),
      () => this.reader.close({ type: 'close' }),
      () => this.writer?.close({ type: 'close' }),
      () => this.lock?.release(),
      () => rmSync(this.engine.temporaryDir, { recursive: true, force: true }),
    ]);
  }

  private async tellRevision(): Promise<void> {
    if (!this.writer) return;
    const revision = await this.writer.call<number>({ type: 'revision' });
    if (revision === this.revision) return;
    this.revision = revision;
    this.options.emit({ event: 'changed', revision });
  }

  private engineOf(path: string): Engine {
    const { options } = this;
    return {
      write: (op, payload, step) =>
        this.writer
          ? this.writer.call({ type: 'op', op, payload }, step)
          : Promise.reject(new EngineError('company_read_only')),
      read: (op, payload, step) => this.reader.call({ type: 'op', op, payload }, step),
      workers: () => {
        this.pool ??= createWorkerPool({
          threadUrl: options.threadUrl('worker'),
          resourcesDir: options.resourcesDir,
          ...(options.workers === null ? {} : { size: options.workers }),
        });
        return this.pool;
      },
      intakeUrl: (name) => options.threadUrl(name),
      temporaryDir: freshSessionFolder(),
      companyPath: path,
    };
  }
}

/** The path without symbolic links, so that a file has one lock whatever it is called by. A file that is not there keeps the given name. */
export function truePath(given: string): string {
  const path = resolve(given);
  try {
    return realpathSync(path);
  } catch {
    // Opening says better what is wrong with it.
    return path;
  }
}

/** Takes every step although one before it failed; the first failure is thrown at the end. */
async function takeAll(steps: readonly (() => unknown)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const step of steps) {
    try {
      await step();
    } catch (thrown) {
      failures.push(thrown);
    }
  }
  if (failures.length > 0) throw failures[0];
}

const dataFor = (options: SessionOptions, path: string): ThreadData => ({
  path: resolve(path),
  resourcesDir: options.resourcesDir,
  dataDir: applicationDataDir(),
  actor: options.actor,
});
