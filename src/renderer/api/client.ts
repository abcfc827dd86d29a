/**
 * The typed side of the engine for the page. Where the engine dies under a call, the shell asks the new engine again with the
 * same command id, so nothing is done twice and nothing here has to try again.
 */
import type {
  CommandName,
  EngineClient,
  Input,
  JobName,
  Output,
  QueryName,
  SessionName,
} from '#shared/contract/index.ts';
import type { JobId } from '#shared/model/ids.ts';
import { engineCall, onEngineEvent } from './bridge.ts';
import { uuidv7 } from './uuid.ts';

export const engine: EngineClient = {
  call: async <N extends QueryName | CommandName | SessionName>(
    name: N,
    input: Input<N>,
    options: Parameters<EngineClient['call']>[2] = {},
  ) =>
    // The engine answers what the contract says of this name; it is the same code base on the other side.
    (await engineCall(name, input, options.commandId ?? uuidv7())) as Output<N>,
  start: async <N extends JobName>(name: N, input: Input<N>, options: { commandId?: string } = {}) =>
    // A job answers with its id at once (contract/index.ts).
    (await engineCall(name, input, options.commandId ?? uuidv7())) as { jobId: JobId },
  onEvent: onEngineEvent,
};
