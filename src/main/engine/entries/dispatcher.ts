/**
 * The engine's front desk: parses every request once, gives it to the thread that can answer, and never touches the database
 * itself, so that it answers at once whatever the writer is at.
 */
import type { z } from 'zod';
import type { OpenedCompany } from '#shared/contract/company.ts';
import {
  type CommandName,
  contract,
  type EngineEvent,
  type JobName,
  type Name,
  type Output,
  type Parsed,
  type Reply,
  type Request,
  type SessionName,
} from '#shared/contract/index.ts';
import { EngineError, toErrorShape } from '#shared/model/error.ts';
import { applicationDataDir } from '../ports/data-dir.ts';
import { inspect, previewRows } from '../services/conductors/importing.ts';
import { makePdf } from '../services/conductors/pdf.ts';
import { takePaste } from '../services/imports/paste.ts';
import type { ReaderQuery } from '../services/queries.ts';
import { backedUpCompanies, configureBackups } from '../services/safety/backup-status.ts';
import { uuidv7 } from '../store/ids.ts';
import { admit, admitToJob, mayDeliver, vouched } from './access.ts';
import { CompanySession, type ThreadName, truePath } from './company-session.ts';
import { Attempts, type SignedIn } from './identity.ts';
import { keep } from './keep.ts';
import { createOfficeDesk } from './office-desk.ts';
import { assertMayReplace, restorePlace, restoreTo } from './restoring.ts';
import { fillSample } from './sample.ts';

export interface DispatcherOptions {
  threadUrl: (name: ThreadName) => URL;
  resourcesDir: string;
  /** Who acts, for the audit trail. */
  actor: string;
  /** Works for whoever holds the file, for what signing in cannot mend (a forgotten secret). Only the command line says so. */
  holder?: boolean;
  /** Who was signed in when the engine before this one died. */
  signedIn?: SignedIn | null;
  /** Document threads at most. */
  workers?: number;
  /** How often it is looked whether the open company is due for a backup (milliseconds). Without it: never. */
  backupClock?: number;
  /** Told when a database thread died. Without it the next request fails with `engine_stopped`. */
  onFatal?: (error: EngineError) => void;
}

export interface Dispatcher {
  request(request: Request): Promise<Reply>;
  /** Drops a query that still waits, and stops one that is being answered where its use case looks out for that. */
  withdraw(id: number): void;
  onEvent(listener: (event: EngineEvent) => void): () => void;
  close(): Promise<void>;
}

const isName = (name: string): name is Name => Object.hasOwn(contract, name);

/** Queries on their way to the reader at once: it answers one at a time, and what waits here can still be withdrawn. */
const QUERIES_UNDER_WAY = 2;

export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const listeners = new Set<(event: EngineEvent) => void>();
  let session: CompanySession | null = null;
  /** Opening and closing happen one after the other. */
  let turn: Promise<unknown> = Promise.resolve();
  const withdrawn = new Set<number>();
  /** Queries at the reader, each with the flag that stops it between two statements. */
  const reading = new Map<number, SharedArrayBuffer>();
  const waiting: { id: number; go: () => void }[] = [];
  let underWay = 0;

  const emit = (event: EngineEvent): void => {
    for (const listener of listeners) listener(event);
  };
  /** Good for the first opening: whoever opens the file again signs in again. */
  let signedIn = options.signedIn ?? null;
  const sessionOptions = {
    ...options,
    workers: options.workers ?? null,
    backupClock: options.backupClock ?? null,
    attempts: new Attempts(),
    takeSignedIn: () => {
      const taken = signedIn;
      signedIn = null;
      return taken;
    },
    emit,
    onFatal: (error: EngineError) => options.onFatal?.(error),
  };
  const current = (): CompanySession => {
    if (!session) throw new EngineError('no_company_open');
    return session;
  };
  const inTurn = <R>(action: () => Promise<R>): Promise<R> => {
    const next = turn.then(action, action);
    turn = next.catch(() => undefined);
    return next;
  };

  async function enter(path: string, readOnly: boolean, takeOver = false): Promise<OpenedCompany> {
    const before = session?.opened;
    if (before?.path === truePath(path)) return reenter(before, readOnly);
    // The new one first: one that does not open leaves the old one as it is.
    const next = await CompanySession.open(sessionOptions, path, readOnly, takeOver);
    await leave().catch((thrown: unknown) => console.error('the company before was not closed in order:', thrown));
    return settle(next);
  }

  /** The same file again: its lock has to be given back first. When it does not open it is as it was before. */
  async function reenter(before: OpenedCompany, readOnly: boolean): Promise<OpenedCompany> {
    await leave();
    try {
      return settle(await CompanySession.open(sessionOptions, before.path, readOnly));
    } catch (thrown) {
      await CompanySession.open(sessionOptions, before.path, before.access === 'read-only').then(settle, (again) =>
        console.error('the company before could not be opened again:', again),
      );
      throw thrown;
    }
  }

  function settle(next: CompanySession): OpenedCompany {
    session = next;
    emit({ event: 'opened', path: next.opened.path });
    return next.opened;
  }

  async function leave(): Promise<boolean> {
    const open = session;
    if (!open) return false;
    session = null;
    await open.close();
    emit({ event: 'opened', path: null });
    return true;
  }

  const holder = options.holder ?? false;
  const office = createOfficeDesk(options.threadUrl('office'), { dataDir: applicationDataDir() });

  const sessionCalls: { [N in SessionName]: (input: Parsed<N>, own: boolean) => Promise<unknown> } = {
    'company.create': ({ path, profile, series }) =>
      inTurn(async () => {
        await CompanySession.create(sessionOptions, path, { profile, series });
        return enter(path, false);
      }),
    'company.open': ({ path, readOnly, takeOver }) => inTurn(() => enter(path, readOnly, takeOver)),
    'company.close': () => inTurn(async () => ({ closed: await leave() })),
    'company.current': async () => session?.opened ?? null,
    'company.createSample': ({ path }) =>
      inTurn(() =>
        fillSample(options.resourcesDir, {
          create: async (profile) => {
            await CompanySession.create(sessionOptions, path, { profile, series: null });
            return enter(path, false);
          },
          engine: () => current().engine,
          start: (name, input) => current().jobs.start(name, input, null),
          job: (id) => current().jobs.get(id),
        }),
      ),
    'people.state': async () => {
      // The owner of a file opened for reading only may have changed its users meanwhile.
      if (!current().mayWrite) await current().identity.refresh();
      return current().identity.state();
    },
    'people.signIn': ({ userId, secret }) => current().identity.signIn(userId, secret),
    'people.signOut': async () => current().identity.signOut(),
    'people.lock': async () => current().identity.lock(),
    'people.active': async () => current().identity.active(),
    'office.look': ({ path }) => office.look(truePath(path), session),
    'backup.configure': async (change) => {
      const { owner } = await current().engine.read('backup.due', null);
      return configureBackups(applicationDataDir(), owner, change);
    },
    'backup.list': async () => backedUpCompanies(applicationDataDir()),
    'restore.preview': ({ file }) => previewRestore(file),
    'restore.run': (input) => inTurn(() => restore(input)),
    'job.get': ({ id }) => current().jobs.get(id),
    'job.cancel': async ({ id }) => current().jobs.cancel(id),
    'job.resume': ({ id }, own) => current().jobs.resume(id, own),
  };

  async function previewRestore(file: string): Promise<Output<'restore.preview'>> {
    const preview = await keep(sessionOptions, 'restore.inspect', { file });
    const { present } = preview;
    if (present === null || !present.exists || truePath(present.path) !== session?.opened.path) return preview;
    // Of the company that is open it is known who is there: nobody signs besides.
    return { ...preview, present: { ...present, managers: [] } };
  }

  /** The company that is open where the copy goes is closed first; whoever asked opens it again. */
  async function restore(input: Parsed<'restore.run'>): Promise<unknown> {
    const place = await restorePlace(sessionOptions, input);
    if (session?.opened.path === place.target) {
      // Who may take an older copy for the company's truth may put one there.
      admit('company.acceptRestoredCopy', session.identity, { holder, own: false });
      const [busy] = session.jobs.names;
      if (busy !== undefined) throw new EngineError('job_running', { name: busy });
      await leave();
    } else if (place.replace) {
      await assertMayReplace(sessionOptions, place.target, { manager: input.manager, holder });
    }
    return restoreTo(sessionOptions, input.file, place);
  }

  /** A place in the queue to the reader; a query withdrawn meanwhile is not asked at all. */
  async function queued<R>(id: number, ask: () => Promise<R>): Promise<R> {
    if (underWay >= QUERIES_UNDER_WAY) await new Promise<void>((go) => waiting.push({ id, go }));
    if (withdrawn.delete(id)) {
      waiting.shift()?.go();
      throw new EngineError('withdrawn');
    }
    underWay += 1;
    try {
      return await ask();
    } finally {
      underWay -= 1;
      waiting.shift()?.go();
    }
  }

  async function query(id: number, name: Name, input: unknown): Promise<unknown> {
    const open = current();
    // Reasons for the casts: `input` was parsed by this very name's schema; the composite names are handled before.
    if (name === 'import.inspect') return inspect(open.engine, input as Parsed<'import.inspect'>);
    if (name === 'import.preview') return previewRows(open.engine, input as Parsed<'import.preview'>);
    if (name === 'import.paste') return takePaste(open.engine.temporaryDir, input as Parsed<'import.paste'>);
    if (name === 'document.pdf')
      return makePdf(open.engine, input as Parsed<'document.pdf'>, open.mayWrite && mayDeliver(open.identity));
    const cancel = new SharedArrayBuffer(4);
    const result = await queued(id, async () => {
      reading.set(id, cancel);
      try {
        return await open.query(name as ReaderQuery, input, cancel);
      } catch (thrown) {
        // The thread knows only that it was to stop; a query is no job.
        throw Atomics.load(new Int32Array(cancel), 0) === 1 ? new EngineError('withdrawn') : thrown;
      } finally {
        reading.delete(id);
      }
    });
    return name === 'job.list' ? open.jobs.merge(result as Parameters<typeof open.jobs.merge>[0]) : result;
  }

  async function command(open: CompanySession, name: CommandName, given: unknown, commandId: string): Promise<unknown> {
    const { identity } = open;
    const first = identity.mode === 'open';
    const { input, who } = await vouched(name, given, identity);
    const result = await open.command(name, input, commandId, who);
    if (name.startsWith('user.') || name === 'people.configure') {
      await identity.refresh();
      // Who makes the first user goes on working, as that user.
      if (first && name === 'user.save') identity.enterAs((result as Output<'user.save'>).id);
    }
    return result;
  }

  async function answer(request: Request): Promise<unknown> {
    if (!isName(request.name)) throw new EngineError('bad_input', { field: 'name' });
    const definition = contract[request.name];
    if (definition.kind !== 'session') current();
    const input = parse(definition.input, request.input);
    if (session) {
      const { identity, jobs } = session;
      const caller = { holder, own: request.own ?? false };
      admit(request.name, identity, caller);
      if (request.name === 'job.cancel' || request.name === 'job.resume') {
        const { id } = input as Parsed<'job.cancel'>;
        const job = await jobs.get(id).catch((thrown: unknown) => {
          // What nobody knows is neither cancelled nor resumed, and says so itself.
          if (thrown instanceof EngineError && thrown.code === 'not_found') return null;
          throw thrown;
        });
        if (job !== null) admitToJob(job.name, identity, caller);
      }
    }
    const commandId = request.commandId ?? uuidv7();
    // Reasons for the casts: kind and name belong together in the contract; the input was parsed by this name's schema.
    switch (definition.kind) {
      case 'session':
        return sessionCalls[request.name as SessionName](input as never, request.own ?? false);
      case 'query':
        return query(request.id, request.name, input);
      case 'command':
        return command(current(), request.name as CommandName, input, commandId);
      case 'job':
        return current().jobs.start(request.name as JobName, input as never, commandId);
    }
  }

  return {
    async request(request) {
      try {
        return { id: request.id, ok: true, result: await answer(request) };
      } catch (thrown) {
        return { id: request.id, ok: false, error: toErrorShape(thrown) };
      } finally {
        withdrawn.delete(request.id);
      }
    },
    withdraw(id) {
      if (waiting.some((query) => query.id === id)) withdrawn.add(id);
      const flag = reading.get(id);
      if (flag !== undefined) Atomics.store(new Int32Array(flag), 0, 1);
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () =>
      inTurn(async () => {
        await office.close();
        await leave();
      }),
  };
}

/** What a door sent, parsed; the error names the field at fault. */
function parse(schema: z.ZodType, input: unknown): unknown {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.map(String).join('.') ?? '';
  throw new EngineError('bad_input', { field, ...reasonOf(issue) }, { place: { field } });
}

/** Why a value was not taken: a kind that a door has words for with its limit, or zod's own message. */
function reasonOf(issue: z.core.$ZodIssue | undefined): { reason: string; limit?: number } {
  if (issue?.code === 'too_small') {
    const reason = issue.origin === 'string' ? 'too_short' : issue.origin === 'array' ? 'too_few' : 'too_small';
    return { reason, limit: Number(issue.minimum) };
  }
  if (issue?.code === 'too_big') {
    const reason = issue.origin === 'string' ? 'too_long' : issue.origin === 'array' ? 'too_many' : 'too_big';
    return { reason, limit: Number(issue.maximum) };
  }
  return { reason: issue?.code === 'invalid_format' ? 'format' : (issue?.message ?? '') };
}
