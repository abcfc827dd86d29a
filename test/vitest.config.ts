import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Every test but those of the window (Playwright), the measurements and the long runs, which have commands of their own. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/{e2e,bench,soak}/**'],
    // A process each: native code, worker threads and the current folder stay apart.
    pool: 'forks',
    // Vitest would leave one of two cores idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Generous: a limit is here to end what hangs, never to measure speed.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
