/**
 * How a feature declares what may be asked of the engine. Three kinds and no others:
 * a query reads and may be cancelled; a command writes in one transaction and carries an id under which its result is
 * stored, so that asking again after an engine death is safe; a job is long, persisted, resumable and watched.
 * Input is parsed once at the door by its zod schema; the result's type rides along without a run-time schema.
 */
import type { z } from 'zod';

export interface QueryDef<I extends z.ZodType = z.ZodType, O = unknown> {
  readonly kind: 'query';
  readonly input: I;
  readonly output?: O;
}
export interface CommandDef<I extends z.ZodType = z.ZodType, O = unknown> {
  readonly kind: 'command';
  readonly input: I;
  readonly output?: O;
}
export interface JobDef<I extends z.ZodType = z.ZodType, O = unknown> {
  readonly kind: 'job';
  readonly input: I;
  readonly output?: O;
}
/** Handled by the dispatcher itself: opening and closing files, watching and cancelling jobs. */
export interface SessionDef<I extends z.ZodType = z.ZodType, O = unknown> {
  readonly kind: 'session';
  readonly input: I;
  readonly output?: O;
}

export const query = <I extends z.ZodType>(input: I) => ({
  returns: <O>(): QueryDef<I, O> => ({ kind: 'query', input }),
});
export const command = <I extends z.ZodType>(input: I) => ({
  returns: <O>(): CommandDef<I, O> => ({ kind: 'command', input }),
});
export const job = <I extends z.ZodType>(input: I) => ({
  returns: <O>(): JobDef<I, O> => ({ kind: 'job', input }),
});
export const session = <I extends z.ZodType>(input: I) => ({
  returns: <O>(): SessionDef<I, O> => ({ kind: 'session', input }),
});

/** What a caller passes (before defaults) and what the engine gives back. */
export type InputOf<D> = D extends { readonly input: infer I extends z.ZodType } ? z.input<I> : never;
export type ParsedOf<D> = D extends { readonly input: infer I extends z.ZodType } ? z.output<I> : never;
export type OutputOf<D> = D extends { readonly output?: infer O } ? Exclude<O, undefined> : never;
