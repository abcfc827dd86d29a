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
  type Parsed,
  type Reply,
  type Request,
  type SessionName,
} from '#shared/contract/index.ts';
import { EngineError, toErrorShape } from '#shared/model/error.ts';
import { inspect } from '../services/conductors/importing.ts';
import { makePdf } from '../services/conductors/pdf.ts';
import type { ReaderQuery } from '../services/queries.ts';
import { uuidv7 } from '../store/ids.ts';
import { CompanySession, type ThreadName, truePath } from './company-session.ts';
import { fillSample } from './sample.ts';

export interface DispatcherOptions {
  threadUrl: (name: ThreadName) => URL;
  resourcesDir: string;
  /** Who acts, for the audit trail. */
  actor: string;
  /** Document threads at most. */
  workers?: number;
  /** Told when a database thread died. Without it the next request fails with `engine_stopped`. */
  onFatal?: (error: EngineError) => void;
}

export interface Dispatcher {
  request(request: Request): Promise<Reply>;
  /** Drops a query that still waits. */
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
  const waiting: { id: number; go: () => void }[] = [];
  let underWay = 0;

  const emit = (event: EngineEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const sessionOptions = {
    ...options,
    workers: options.workers ?? null,
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

  async function enter(path: string, readOnly: boolean): Promise<OpenedCompany> {
    const before = session?.opened;
    if (before?.path === truePath(path)) return reenter(before, readOnly);
    // The new one first: one that does not open leaves the old one as it is.
    const next = await CompanySession.open(sessionOptions, path, readOnly);
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

  const sessionCalls: { [N in SessionName]: (input: Parsed<N>) => Promise<unknown> } = {
    'company.create': ({ path, profile }) =>
      inTurn(async () => {
        await CompanySession.create(sessionOptions, path, profile);
        return enter(path, false);
      }),
    'company.open': ({ path, readOnly }) => inTurn(() => enter(path, readOnly)),
    'company.close': () => inTurn(async () => ({ closed: await leave() })),
    'company.current': async () => session?.opened ?? null,
    'company.createSample': ({ path }) =>
      inTurn(() =>
        fillSample(options.resourcesDir, {
          create: async (profile) => {
            await CompanySession.create(sessionOptions, path, profile);
            return enter(path, false);
          },
          engine: () => current().engine,
          start: (name, input) => current().jobs.start(name, input, null),
          job: (id) => current().jobs.get(id),
        }),
      ),
    'job.get': ({ id }) => current().jobs.get(id),
    'job.cancel': async ({ id }) => current().jobs.cancel(id),
    'job.resume': ({ id }) => current().jobs.resume(id),
  };

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
    if (name === 'document.pdf') return makePdf(open.engine, input as Parsed<'document.pdf'>, open.mayWrite);
    const result = await queued(id, () => open.query(name as ReaderQuery, input));
    return name === 'job.list' ? open.jobs.merge(result as Parameters<typeof open.jobs.merge>[0]) : result;
  }

  async function answer(request: Request): Promise<unknown> {
    if (!isName(request.name)) throw new EngineError('bad_input', { field: 'name' });
    const definition = contract[request.name];
    const input = parse(definition.input, request.input);
    const commandId = request.commandId ?? uuidv7();
    // Reasons for the casts: kind and name belong together in the contract; the input was parsed by this name's schema.
    switch (definition.kind) {
      case 'session':
        return sessionCalls[request.name as SessionName](input as never);
      case 'query':
        return query(request.id, request.name, input);
      case 'command':
        return current().command(request.name as CommandName, input, commandId);
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
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => inTurn(async () => void (await leave())),
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
