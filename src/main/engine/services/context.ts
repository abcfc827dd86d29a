/** What a use case is given: a database face that fits its right, the clock's answers, and the bundled data. */
import type { IsoDate } from '#shared/model/values.ts';
import type { ReadDb, Trx } from '../store/database.ts';
import type { Resources } from './resources.ts';
import type { ViewCache } from './views.ts';

export interface ReadContext {
  db: ReadDb;
  resources: Resources;
  views: ViewCache;
  /** The instant of the call, UTC. */
  now: string;
  dataDir: string;
  /** The company file. */
  path: string;
  /** Tells watchers how far a long reading is. */
  report(done: number, total: number | null): void;
  /** Throws `job_cancelled` when somebody asked to stop. */
  throwIfCancelled(): void;
}

export interface WriteContext {
  /** Everything inside a use case goes through the one transaction that the writer opened. */
  trx: Trx;
  /** The same transaction as a reader. */
  db: ReadDb;
  resources: Resources;
  now: string;
  actor: string;
  dataDir: string;
  path: string;
  newId(): string;
  /** Tells watchers how far a long step is; reaches them although the transaction does not yield. */
  report(done: number, total: number | null): void;
  /** Throws `job_cancelled` when somebody asked to stop: the transaction rolls back. */
  throwIfCancelled(): void;
  /** Runs after the commit, outside the transaction: notes beside the file. What fails there does not fail the call. */
  afterCommit(action: (db: ReadDb) => Promise<void>): void;
}

/** The calendar date of an instant in a time zone (IANA name). */
export function todayIn(zone: string, now: string): IsoDate {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(new Date(now));
}
