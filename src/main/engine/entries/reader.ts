/** The reader thread: a read-only connection of its own, so that it answers while the writer writes. */
import { workerData } from 'node:worker_threads';
import type { ReadContext } from '../services/context.ts';
import { queries } from '../services/queries.ts';
import { type ReadOp, readOps } from '../services/read-ops.ts';
import { loadResources } from '../services/resources.ts';
import { ViewCache } from '../services/views.ts';
import { openCompanyFile } from '../store/company-file.ts';
import { asReader, kyselyOn } from '../store/database.ts';
import { serveThread } from './thread-serve.ts';
import type { ReaderCall, ThreadData } from './threads.ts';

// Reason for the cast: the dispatcher starts this thread with exactly this.
const data = workerData as ThreadData;
const { sqlite } = openCompanyFile(data.path, { readOnly: true });
const db = kyselyOn(sqlite);
const resources = loadResources(data.resourcesDir);
const views = new ViewCache();

serveThread<ReaderCall>(async (call, context) => {
  if (call.type === 'close') {
    sqlite.close();
    return null;
  }
  // One read transaction a call: what it reads hangs together, whatever the writer commits meanwhile.
  return db.transaction().execute(async (trx) => {
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
