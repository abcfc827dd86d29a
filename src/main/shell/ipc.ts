/** The two channels on which the page may ask: who asks is checked, what is asked is parsed, every failure has a shape. */
import { ipcMain, type WebFrameMain } from 'electron';
import { z } from 'zod';
import { channels } from '#shared/contract/channels.ts';
import { contract, type Name } from '#shared/contract/index.ts';
import { type ShellCall, shellCalls, type WireReply } from '#shared/contract/shell.ts';
import { EngineError, toErrorShape } from '#shared/model/error.ts';
import { CommandId } from '#shared/model/ids.ts';
import type { Log } from './log.ts';

const names = Object.keys(contract) as [Name, ...Name[]]; // Object.keys loses the keys' type; the contract is not empty.
const calls = Object.keys(shellCalls) as [ShellCall, ...ShellCall[]]; // Same.

/** The envelope; the engine parses what is in it at its own door. Commands and jobs carry their id. */
const EngineCall = z
  .tuple([z.enum(names), z.unknown(), CommandId.nullable()])
  .refine(([name, , id]) => !['command', 'job'].includes(contract[name].kind) || id !== null);
const ShellEnvelope = z.tuple([z.enum(calls), z.unknown()]);

interface Parts {
  isSender: (frame: WebFrameMain | null) => boolean;
  engine: (name: Name, input: unknown, commandId: string | null) => Promise<WireReply<unknown>>;
  /** Takes the input as the call's schema gives it. */
  shell: (call: ShellCall, input: unknown) => Promise<unknown>;
  /** The path of a file that was dropped on the window. */
  dropped: (path: string) => void;
  log: Log;
}

export function listen({ isSender, engine, shell, dropped, log }: Parts): void {
  const guarded = (channel: string, answer: (args: unknown[]) => Promise<WireReply<unknown>>) => {
    ipcMain.handle(channel, async (event, ...args: unknown[]) => {
      if (!isSender(event.senderFrame)) {
        log.write('call from a stranger refused', { channel });
        return refused('sender');
      }
      try {
        return await answer(args);
      } catch (error) {
        if (!(error instanceof EngineError))
          log.write('call failed', { channel, error: String(error).split(':')[0] ?? '' });
        return { ok: false, error: toErrorShape(error) };
      }
    });
  };
  ipcMain.on(channels.dropped, (event, path: unknown) => {
    if (isSender(event.senderFrame) && typeof path === 'string') dropped(path);
  });
  guarded(channels.engine, async (args) => {
    const parsed = EngineCall.safeParse(args);
    return parsed.success ? engine(...parsed.data) : refused(z.prettifyError(parsed.error));
  });
  guarded(channels.shell, async (args) => {
    const envelope = ShellEnvelope.safeParse(args);
    if (!envelope.success) return refused(z.prettifyError(envelope.error));
    const [call, raw] = envelope.data;
    const input = shellCalls[call].safeParse(raw);
    return input.success ? { ok: true, result: await shell(call, input.data) } : refused(z.prettifyError(input.error));
  });
}

function refused(detail: string): WireReply<never> {
  return { ok: false, error: { code: 'call_refused', params: {}, detail } };
}
