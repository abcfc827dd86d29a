/** The channels on which a page may ask: who asks is checked, what is asked is parsed, every failure has a shape. */
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
  .tuple([z.enum(names), z.unknown(), CommandId.nullable(), z.int().min(0).nullable().default(null)])
  .refine(([name, , id]) => !['command', 'job'].includes(contract[name].kind) || id !== null);
const ShellEnvelope = z.tuple([z.enum(calls), z.unknown()]);

interface Parts<W extends { readonly id: number }> {
  /** The window whose page's main frame this is; null for anything else. */
  windowOf: (frame: WebFrameMain | null) => W | null;
  engine: (
    window: W,
    name: Name,
    input: unknown,
    commandId: string | null,
  ) => { answer: Promise<WireReply<unknown>>; withdraw(): void };
  /** Takes the input as the call's schema gives it. */
  shell: (window: W, call: ShellCall, input: unknown) => Promise<unknown>;
  /** The path of a file that was dropped on the window. */
  dropped: (window: W, path: string) => void;
  log: Log;
}

export function listen<W extends { readonly id: number }>({ windowOf, engine, shell, dropped, log }: Parts<W>): void {
  /** Queries under way that may be withdrawn, by window and the page's own number. */
  const underWay = new Map<string, () => void>();
  const guarded = (channel: string, answer: (window: W, args: unknown[]) => Promise<WireReply<unknown>>) => {
    ipcMain.handle(channel, async (event, ...args: unknown[]) => {
      const window = windowOf(event.senderFrame);
      if (window === null) {
        log.write('call from a stranger refused', { channel });
        return refused('sender');
      }
      try {
        return await answer(window, args);
      } catch (error) {
        if (!(error instanceof EngineError))
          log.write('call failed', { channel, error: String(error).split(':')[0] ?? '' });
        return { ok: false, error: toErrorShape(error) };
      }
    });
  };
  ipcMain.on(channels.dropped, (event, path: unknown) => {
    const window = windowOf(event.senderFrame);
    if (window !== null && typeof path === 'string') dropped(window, path);
  });
  ipcMain.on(channels.withdraw, (event, call: unknown) => {
    const window = windowOf(event.senderFrame);
    if (window !== null && typeof call === 'number') underWay.get(`${window.id} ${call}`)?.();
  });
  guarded(channels.engine, async (window, args) => {
    const parsed = EngineCall.safeParse(args);
    if (!parsed.success) return refused(z.prettifyError(parsed.error));
    const [name, input, commandId, number] = parsed.data;
    const { answer, withdraw } = engine(window, name, input, commandId);
    if (number === null) return answer;
    const key = `${window.id} ${number}`;
    underWay.set(key, withdraw);
    return answer.finally(() => underWay.delete(key));
  });
  guarded(channels.shell, async (window, args) => {
    const envelope = ShellEnvelope.safeParse(args);
    if (!envelope.success) return refused(z.prettifyError(envelope.error));
    const [call, raw] = envelope.data;
    const input = shellCalls[call].safeParse(raw);
    return input.success
      ? { ok: true, result: await shell(window, call, input.data) }
      : refused(z.prettifyError(input.error));
  });
}

function refused(detail: string): WireReply<never> {
  return { ok: false, error: { code: 'call_refused', params: {}, detail } };
}
