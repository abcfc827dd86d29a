import { defineConfig } from '@playwright/test';

/**
 * The real window. `npm run test:e2e` builds the program, provides Electron and a screen, and says in LIASSE_ELECTRON which
 * executable to start and in LIASSE_ELECTRON_ARGS (a JSON array) which arguments this machine takes before the program's own.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  // One window at a time: the program allows one instance, and two of them share two cores badly.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  outputDir: '../../test-results/e2e',
  use: { trace: 'off' },
});
