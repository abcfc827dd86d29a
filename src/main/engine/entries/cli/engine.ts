/** The engine in this process: the same dispatcher and threads as behind the window. */
import type { EngineClient } from '#shared/contract/index.ts';
import { createClient } from '../client.ts';
import { createDispatcher } from '../dispatcher.ts';
import type { CliIo } from './io.ts';

export interface RunningEngine {
  client: EngineClient;
  /** Closes the company and ends the threads. */
  close(): Promise<void>;
}

export function startEngine(io: CliIo): RunningEngine {
  const dispatcher = createDispatcher({ threadUrl: io.threadUrl, resourcesDir: io.resourcesDir, actor: io.actor });
  return { client: createClient(dispatcher), close: () => dispatcher.close() };
}
