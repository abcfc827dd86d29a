/** The typed side of the engine for the page. A command keeps its id when it is asked again after the engine died. */
import type {
  CommandName,
  EngineClient,
  Input,
  JobName,
  Output,
  QueryName,
  SessionName,
} from '#shared/contract/index.ts';
import { EngineError } from '#shared/model/error.ts';
import type { JobId } from '#shared/model/ids.ts';
import { engineCall, onEngineEvent, onShellEvent } from './bridge.ts';
import { uuidv7 } from './uuid.ts';

const RESTART_PATIENCE = 20_000;

/** What the shell answers to calls that were in flight when the engine died. */
const isEngineGone = (error: unknown): boolean => error instanceof EngineError && error.code === 'engine_stopped';

/** Resolves when the engine runs again, with whether the company is open again; false as well after the patience. */
function engineBack(): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (again: boolean) => {
      clearTimeout(timer);
      stop();
      resolve(again);
    };
    const timer = setTimeout(() => end(false), RESTART_PATIENCE);
    const stop = onShellEvent((event) => {
      if (event.event === 'engine' && event.status === 'restarted') end(event.reopened);
    });
  });
}

/** Asks; where the engine died meanwhile, waits for the new one and asks once more with the same id. */
async function ask(name: Parameters<typeof engineCall>[0], input: unknown, commandId: string | null): Promise<unknown> {
  try {
    return await engineCall(name, input, commandId);
  } catch (error) {
    if (!isEngineGone(error) || !(await engineBack())) throw error;
    return engineCall(name, input, commandId);
  }
}

export const engine: EngineClient = {
  call: async <N extends QueryName | CommandName | SessionName>(
    name: N,
    input: Input<N>,
    options: Parameters<EngineClient['call']>[2] = {},
  ) =>
    // The engine answers what the contract says of this name; it is the same code base on the other side.
    (await ask(name, input, options.commandId ?? uuidv7())) as Output<N>,
  start: async <N extends JobName>(name: N, input: Input<N>, options: { commandId?: string } = {}) =>
    // A job answers with its id at once (contract/index.ts).
    (await ask(name, input, options.commandId ?? uuidv7())) as { jobId: JobId },
  onEvent: onEngineEvent,
};
