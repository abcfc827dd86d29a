/** Wrong usage: a failure of the caller, told apart from all others by its exit code. */
import { EngineError } from '#shared/model/error.ts';

export class UsageError extends EngineError {}

/** The candidate that needs the fewest changes to become `typed` (Levenshtein); the first where several tie. */
export function nearest(typed: string, candidates: readonly string[]): string {
  let best = candidates[0] ?? '';
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    // A beginning that fits counts for more than its missing rest: `import` means `import lines`, not `demo`.
    const cost = candidate.startsWith(typed) ? 0.5 : distance(typed, candidate);
    if (cost < least) {
      best = candidate;
      least = cost;
    }
  }
  return best;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
