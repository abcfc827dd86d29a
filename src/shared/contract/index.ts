/** The one contract that all doors speak: the window, the command line, later other programs. */
import type { EngineErrorShape } from '../model/error.ts';
import type { JobId } from '../model/ids.ts';
import type { JobSnapshot } from '../model/job.ts';
import { companyContract } from './company.ts';
import type { InputOf, OutputOf, ParsedOf } from './define.ts';
import { importsContract } from './imports.ts';
import { invoicesContract } from './invoices.ts';
import { jobsContract } from './jobs.ts';
import { recordsContract } from './records.ts';
import { runsContract } from './runs.ts';

export const contract = {
  ...companyContract,
  ...recordsContract,
  ...importsContract,
  ...runsContract,
  ...invoicesContract,
  ...jobsContract,
} as const;

export type Contract = typeof contract;
export type Name = keyof Contract;
type NamesOf<K> = { [N in Name]: Contract[N]['kind'] extends K ? N : never }[Name];
export type QueryName = NamesOf<'query'>;
export type CommandName = NamesOf<'command'>;
export type JobName = NamesOf<'job'>;
export type SessionName = NamesOf<'session'>;
export type Input<N extends Name> = InputOf<Contract[N]>;
/** The input after parsing, with every default set: what handlers receive. */
export type Parsed<N extends Name> = ParsedOf<Contract[N]>;
export type Output<N extends Name> = OutputOf<Contract[N]>;

/** What a door sends to the dispatcher. `id` pairs the reply; `commandId` makes a retry safe. */
export interface Request {
  id: number;
  name: Name;
  input: unknown;
  /** For commands and for starting a job: a UUIDv7, the same on every retry. */
  commandId?: string;
}
export type Reply = { id: number; ok: true; result: unknown } | { id: number; ok: false; error: EngineErrorShape };
/** What the engine says unasked. */
export type EngineEvent =
  | { event: 'changed'; revision: number }
  | { event: 'job'; snapshot: JobSnapshot }
  | { event: 'opened'; path: string | null };

/** The part of an AbortSignal that the contract needs (the type itself belongs to the DOM and to Node). */
export interface Abort {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
}

/** A door's side of the engine: one typed call for every kind. A job answers with its id at once. */
export interface EngineClient {
  call<N extends QueryName | CommandName | SessionName>(
    name: N,
    input: Input<N>,
    options?: { commandId?: string; signal?: Abort },
  ): Promise<Output<N>>;
  start<N extends JobName>(name: N, input: Input<N>, options?: { commandId?: string }): Promise<{ jobId: JobId }>;
  onEvent(listener: (event: EngineEvent) => void): () => void;
}
