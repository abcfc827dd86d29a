/** The keeper thread: started for one act on whole company files (backup, restore, full export), and ended after it. */
import { workerData } from 'node:worker_threads';
import { loadResources } from '../services/resources.ts';
import { type KeeperOp, keeperOps } from '../services/safety/keeper-ops.ts';
import { serveThread } from './thread-serve.ts';
import type { KeeperCall, KeeperData } from './threads.ts';

// Reason for the cast: the dispatcher starts this thread with exactly this.
const data = workerData as KeeperData;
const resources = loadResources(data.resourcesDir);

serveThread<KeeperCall>((call, context) =>
  // Reason for the cast: payload and operation come as a pair from `KeeperOps`' own types.
  (keeperOps[call.op] as KeeperOp)(
    {
      resources,
      dataDir: data.dataDir,
      now: new Date().toISOString(),
      report: context.report,
      throwIfCancelled: context.throwIfCancelled,
    },
    call.payload,
  ),
);
