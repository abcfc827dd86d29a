/** A thread that reads companies for the office board, each from a copy of its own. */
import { rmSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { freshSessionFolder } from '../ports/session-folder.ts';
import { type Known, lookAt } from '../services/office/look.ts';
import { serveThread } from './thread-serve.ts';
import type { OfficeCall, OfficeThreadData } from './threads.ts';

// Reason for the cast: the office desk starts this thread with exactly this.
const data = workerData as OfficeThreadData;
let folder: string | null = null;
/** What this thread read before, by path. */
const known = new Map<string, Known>();

serveThread<OfficeCall>(async (call) => {
  if (call.type === 'close') {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
    folder = null;
    return null;
  }
  folder ??= freshSessionFolder();
  const { path } = call;
  const now = new Date().toISOString();
  const looked = await lookAt(path, { folder, now, dataDir: data.dataDir, known: known.get(path) ?? null });
  if (looked.known === null) known.delete(path);
  else known.set(path, looked.known);
  return looked.row;
});
