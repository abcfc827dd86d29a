/** When a fallen engine is started again: soon, then later, then not any more. */

const WINDOW_MS = 60_000;
const DELAYS_MS = [200, 1_000, 4_000];

export interface RestartPolicy {
  /** Milliseconds to wait before the next start, or null: it fell too often within a minute. */
  next(nowMs: number): number | null;
}

/** At most three restarts in any minute, each after a longer pause than the one before. */
export function restartPolicy(): RestartPolicy {
  let restarts: number[] = [];
  return {
    next(nowMs) {
      restarts = restarts.filter((at) => nowMs - at < WINDOW_MS);
      const delay = DELAYS_MS[restarts.length];
      if (delay === undefined) return null;
      restarts.push(nowMs);
      return delay;
    },
  };
}
