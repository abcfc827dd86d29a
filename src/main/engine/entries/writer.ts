/** The writer thread: owns the one writable connection and every transaction. */
import { createHash } from 'node:crypto';
import { workerData } from 'node:worker_threads';
import type { CommandName } from '#shared/contract/index.ts';
import { EngineError } from '#shared/model/error.ts';
import { commands } from '../services/commands.ts';
import { newCompany, openForWriting } from '../services/company-files.ts';
import type { WriteContext } from '../services/context.ts';
import { catchUpHead } from '../services/head.ts';
import { loadResources } from '../services/resources.ts';
import { type WriteOp, writeOps } from '../services/write-ops.ts';
import { bumpRevision, readRevision, storedResult, storeResult } from '../store/company.ts';
import { asReader, kyselyOn, type Sqlite, type Trx, type WriteDb } from '../store/database.ts';
import { uuidv7 } from '../store/ids.ts';
import { type CallContext, serveThread } from './thread-serve.ts';
import type { ThreadData, WriterCall } from './threads.ts';

// Reason for the cast: the dispatcher starts this thread with exactly this.
const data = workerData as ThreadData;
const resources = loadResources(data.resourcesDir);
type AfterCommit = Parameters<WriteContext['afterCommit']>[0];

let open: { sqlite: Sqlite; db: WriteDb } | null = null;
/** The latest note that could not be made. Each says what stands in the file when it is written, so it covers those before. */
let owed: AfterCommit | null = null;

/**
 * What is noted beside the file after a commit. A note that fails is no failure of what was committed (who is told of one does it
 * again, and issues twice): it goes to the log and is made up at the next commit or opening.
 */
async function noteBeside(db: WriteDb, actions: readonly AfterCommit[]): Promise<void> {
  const due = owed === null ? actions : [owed, ...actions];
  owed = null;
  for (const action of due) {
    try {
      await action(asReader(db));
    } catch (thrown) {
      console.error('not noted beside the company file:', thrown);
      owed = action;
    }
  }
}

/** One transaction around one use case; the revision grows with it; what it left for afterwards runs then. */
async function inTransaction<R>(call: CallContext, use: (ctx: WriteContext) => Promise<R>): Promise<R> {
  if (!open) throw new EngineError('no_company_open');
  const { db } = open;
  const after: AfterCommit[] = [];
  const now = new Date().toISOString();
  const result = await db.transaction().execute(async (trx) => {
    const value = await use(contextIn(trx, now, call, after));
    await bumpRevision(trx);
    return value;
  });
  await noteBeside(db, after);
  return result;
}

function contextIn(trx: Trx, now: string, call: CallContext, after: AfterCommit[]): WriteContext {
  return {
    trx,
    db: asReader(trx),
    resources,
    now,
    actor: data.actor,
    dataDir: data.dataDir,
    path: data.path,
    newId: () => uuidv7(),
    report: call.report,
    throwIfCancelled: call.throwIfCancelled,
    afterCommit: (action) => after.push(action),
  };
}

/** A command whose result is stored is not run again: its result is given again. */
async function runCommand(name: CommandName, input: unknown, commandId: string, call: CallContext): Promise<unknown> {
  const inputSha256 = createHash('sha256').update(JSON.stringify(input)).digest('hex');
  return inTransaction(call, async (ctx) => {
    const stored = await storedResult(ctx.db, commandId);
    if (stored) {
      if (stored.name !== name || stored.input_sha256 !== inputSha256) throw new EngineError('command_conflict');
      return JSON.parse(stored.result);
    }
    // Reason for the cast: the dispatcher parsed the input with this command's own schema.
    const result: unknown = await commands[name](ctx, input as never);
    await storeResult(ctx.trx, { commandId, name, inputSha256, result, at: ctx.now });
    return result;
  });
}

serveThread<WriterCall>(async (call, context) => {
  switch (call.type) {
    case 'create':
      return newCompany(data.path, call.profile, data.actor);
    case 'open': {
      const opened = openForWriting(data.path);
      open = { sqlite: opened.sqlite, db: kyselyOn(opened.sqlite) };
      await noteBeside(open.db, [(db) => catchUpHead(db, data.dataDir)]);
      return { migratedFrom: opened.migratedFrom };
    }
    case 'command':
      return runCommand(call.name, call.input, call.commandId, context);
    case 'op': {
      // Reason for the cast: payload and operation come as a pair from `WriteOps`' own types.
      const op: WriteOp = writeOps[call.op] as WriteOp;
      return inTransaction(context, (ctx) => op(ctx, call.payload));
    }
    case 'revision':
      return open ? readRevision(asReader(open.db)) : 0;
    case 'close':
      if (open) {
        open.sqlite.pragma('wal_checkpoint(TRUNCATE)');
        open.sqlite.close();
        open = null;
      }
      return null;
  }
});
