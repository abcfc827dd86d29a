/** The engine as the host sees it: a process that takes messages, says some, and may end. The protocol of its entry. */
import { z } from 'zod';
import type { EngineEvent, Reply, Request } from '#shared/contract/index.ts';

export type ToEngine =
  | { type: 'init'; resourcesDir: string; actor: string }
  | { type: 'request'; request: Request }
  | { type: 'shutdown' };

export type FromEngine = { type: 'ready' } | { type: 'reply'; reply: Reply } | { type: 'event'; event: EngineEvent };

/** Envelopes only: what is in them is typed by the contract and comes from our own code. */
const Envelope = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('reply'), reply: z.looseObject({ id: z.int(), ok: z.boolean() }) }),
  z.object({ type: z.literal('event'), event: z.looseObject({ event: z.enum(['changed', 'job', 'opened']) }) }),
]);

/** The message, or null where it is none of the protocol's. */
export function parseFromEngine(message: unknown): FromEngine | null {
  // The envelope is checked; its content is the contract's and was written by the engine of this same program.
  return Envelope.safeParse(message).success ? (message as FromEngine) : null;
}

export interface EngineProcess {
  readonly pid: number | undefined;
  send(message: ToEngine): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Once: the exit code, and what it wrote to stderr last (for the log, which drops what is personal). */
  onExit(listener: (code: number, lastWords: string) => void): void;
  kill(): void;
}
