/** What an act of the keeper thread is given: it opens what it needs itself and holds nothing between two calls. */
import type { Resources } from '../resources.ts';

export interface KeeperContext {
  resources: Resources;
  dataDir: string;
  /** The instant of the call, UTC. */
  now: string;
  report(done: number, total: number | null): void;
  throwIfCancelled(): void;
}
