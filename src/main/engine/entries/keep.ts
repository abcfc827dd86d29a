/** Asks the keeper: a thread of its own for each act, ended when the act is done, so that it neither waits for others nor they for it. */
import { applicationDataDir } from '../ports/data-dir.ts';
import type { KeeperOps, KeeperPayload, KeeperResult } from '../services/safety/keeper-ops.ts';
import { type CallOptions, startThread } from './thread-protocol.ts';
import type { KeeperCall, KeeperData } from './threads.ts';

export interface KeeperHost {
  threadUrl: (name: 'keeper') => URL;
  resourcesDir: string;
}

export async function keep<K extends keyof KeeperOps>(
  host: KeeperHost,
  op: K,
  payload: KeeperPayload<K>,
  options: CallOptions = {},
): Promise<KeeperResult<K>> {
  const data: KeeperData = { resourcesDir: host.resourcesDir, dataDir: applicationDataDir() };
  // Its death rejects the one call that it has.
  const thread = startThread<KeeperCall>(host.threadUrl('keeper'), data, () => undefined);
  try {
    return await thread.call<KeeperResult<K>>({ op, payload }, options);
  } finally {
    await thread.terminate();
  }
}
