import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../vitest.config.ts';

/** Long runs (`npm run soak`): more seeds, larger files, hours where wanted. One file at a time, no limit a test. */
export default mergeConfig(
  { ...base, test: { ...base.test, include: [], exclude: [] } },
  defineConfig({
    test: { include: ['test/soak/**/*.test.ts'], fileParallelism: false, testTimeout: 0, passWithNoTests: true },
  }),
);
