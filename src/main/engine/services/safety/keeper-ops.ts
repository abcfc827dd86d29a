/** What the keeper thread does: long reading and copying of whole company files, beside reader and writer. */
import { makeBackup } from './backup.ts';
import { exportTables } from './export-tables.ts';
import { inspectCopy, managersAt } from './inspect.ts';
import type { KeeperContext } from './keeper-context.ts';
import { restoreCopy } from './restore.ts';

export const keeperOps = {
  'backup.make': makeBackup,
  'restore.inspect': inspectCopy,
  'restore.managers': managersAt,
  'restore.run': restoreCopy,
  'export.tables': exportTables,
} as const;

export type KeeperOps = typeof keeperOps;
export type KeeperPayload<K extends keyof KeeperOps> = Parameters<KeeperOps[K]>[1];
export type KeeperResult<K extends keyof KeeperOps> = Awaited<ReturnType<KeeperOps[K]>>;
export type KeeperOp = (ctx: KeeperContext, payload: unknown) => Promise<unknown>;
