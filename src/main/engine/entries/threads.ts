/** What the dispatcher asks of its two database threads. */
import type { CommandName } from '#shared/contract/index.ts';
import type { CompanyProfile, FirstSeries } from '#shared/model/company.ts';
import type { Who } from '../services/context.ts';
import type { ReaderQuery } from '../services/queries.ts';
import type { ReadOps } from '../services/read-ops.ts';
import type { KeeperOps } from '../services/safety/keeper-ops.ts';
import type { WriteOps } from '../services/write-ops.ts';

export interface ThreadData {
  path: string;
  resourcesDir: string;
  dataDir: string;
  actor: string;
}

export type WriterCall =
  | { type: 'create'; profile: CompanyProfile; series: FirstSeries[] | null }
  | { type: 'open' }
  | { type: 'command'; name: CommandName; input: unknown; commandId: string; who: Who & { actor: string } }
  | { type: 'op'; op: keyof WriteOps; payload: unknown; actor: string }
  | { type: 'revision' }
  /** Rewrites the file without what was deleted, and its journal with it. */
  | { type: 'compact' }
  | { type: 'close' };

export type OfficeThreadData = Pick<ThreadData, 'dataDir'>;
export type OfficeCall = { type: 'look'; path: string } | { type: 'close' };

export type ReaderCall =
  | { type: 'query'; name: ReaderQuery; input: unknown }
  | { type: 'op'; op: keyof ReadOps; payload: unknown }
  | { type: 'close' };

export type KeeperData = Pick<ThreadData, 'resourcesDir' | 'dataDir'>;
export interface KeeperCall {
  op: keyof KeeperOps;
  payload: unknown;
}
