/** The preload's bridge, typed. The only file of the page that touches `window.liasse`. */
import type { z } from 'zod';
import type { EngineEvent, Name } from '#shared/contract/index.ts';
import type {
  LiasseBridge,
  ShellCall,
  ShellEvent,
  ShellResults,
  shellCalls,
  WireReply,
} from '#shared/contract/shell.ts';
import { fromErrorShape } from '#shared/model/error.ts';

declare global {
  interface Window {
    liasse: LiasseBridge;
  }
}

function unwrap<T>(reply: WireReply<T>): T {
  if (reply.ok) return reply.result;
  throw fromErrorShape(reply.error);
}

/** One call to the engine, untyped: see client.ts for the typed one. Throws EngineError. */
export const engineCall = async (name: Name, input: unknown, commandId: string | null): Promise<unknown> =>
  unwrap(await window.liasse.engine(name, input, commandId));

/** Dialogs, the desktop, preferences. Throws EngineError. */
export const shell = async <C extends ShellCall>(
  call: C,
  input: z.input<(typeof shellCalls)[C]>,
): Promise<ShellResults[C]> => unwrap(await window.liasse.shell(call, input));

export const onEngineEvent = (listener: (event: EngineEvent) => void): (() => void) =>
  window.liasse.onEngineEvent(listener);
export const onShellEvent = (listener: (event: ShellEvent) => void): (() => void) =>
  window.liasse.onShellEvent(listener);

/** The path of a file that was dropped on the window, or null where it has none. */
export const pathOf = (file: File): string | null => window.liasse.pathOf(file) || null;
