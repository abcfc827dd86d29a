/** What the dispatcher asks of its two database threads. */
import type { CommandName } from '#shared/contract/index.ts';
import type { CompanyProfile } from '#shared/model/company.ts';
import type { ReaderQuery } from '../services/queries.ts';
import type { ReadOps } from '../services/read-ops.ts';
import type { WriteOps } from '../services/write-ops.ts';

export interface ThreadData {
  path: string;
  resourcesDir: string;
  dataDir: string;
  actor: string;
}

export type WriterCall =
  | { type: 'create'; profile: CompanyProfile }
  | { type: 'open' }
  | { type: 'command'; name: CommandName; input: unknown; commandId: string }
  | { type: 'op'; op: keyof WriteOps; payload: unknown }
  | { type: 'revision' }
  | { type: 'close' };

export type ReaderCall =
  | { type: 'query'; name: ReaderQuery; input: unknown }
  | { type: 'op'; op: keyof ReadOps; payload: unknown }
  | { type: 'close' };
