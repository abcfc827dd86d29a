/** The reader thread: a read-only connection of its own, so that it answers while the writer writes. */
import { workerData } from 'node:worker_threads';
import type { ReadContext } from '../services/context.ts';
import { queries } from '../services/queries.ts';
import { type ReadOp, readOps } from '../services/read-ops.ts';
import { loadResources } from '../services/resources.ts';
import { ViewCache } from '../services/views.ts';
import { openCompanyFile } from '../store/company-file.ts';
import { asReader, kyselyOn, type Sqlite, type WriteDb } from '../store/database.ts';
import { serveThread } from './thread-serve.ts';
import type { ReaderCall, ThreadData } from './threads.ts';

// Reason for the cast: the dispatcher starts this thread with exactly this.
const data = workerData as ThreadData;
let open: { sqlite: Sqlite; db: WriteDb } | null = null;
const resources = loadResources(data.resourcesDir);
const views = new ViewCache();

/** Opened by the first call, so that a file that cannot be read is that call's answer and not the thread's death. */
function database(): WriteDb {
  if (!open) {
    const { sqlite } = openCompanyFile(data.path, { readOnly: true });
    open = { sqlite, db: kyselyOn(sqlite) };
  }
  return open.db;
}

serveThread<ReaderCall>(async (call, context) => {
  if (call.type === 'close') {
    open?.sqlite.close();
    open = null;
    return null;
  }
  // One read transaction a call: what it reads hangs together, whatever the writer commits meanwhile.
  return database()
    .transaction()
    .execute(async (trx) => {
      const ctx: ReadContext = {
        db: asReader(trx),
        resources,
        views,
        now: new Date().toISOString(),
        dataDir: data.dataDir,
        path: data.path,
        report: context.report,
        throwIfCancelled: context.throwIfCancelled,
      };
      // Reason for the casts: the dispatcher parsed the input with this query's own schema; operations and payloads come
      // as a pair from `ReadOps`' own types.
      if (call.type === 'query') return queries[call.name](ctx, call.input as never);
      return (readOps[call.op] as ReadOp)(ctx, call.payload);
    });
});
