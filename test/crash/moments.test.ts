/** The process killed at seeded random moments between its start and its end. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chance } from './chance.ts';
import { type Size, writeFiles } from './data.ts';
import { newPlace, runFlow } from './harness.ts';
import { assertNothingHalf, assertRecovers, type Undisturbed, undisturbed } from './scenario.ts';

const PATIENCE = 240_000;
const size: Size = { customers: 20, billed: 30, left: 10, linesEach: 2 };
const seeds = Array.from({ length: 20 }, (_, index) => {
  const seed = 1000 + index;
  const share = chance(seed)();
  return { seed, share, percent: Math.round(share * 100) };
});

let whole: Undisturbed;
/** Those that really came before the end. */
let kills = 0;

beforeAll(async () => {
  whole = await undisturbed(size);
}, PATIENCE);

afterAll(() => whole?.place.remove());

describe('killed at a random moment', () => {
  it.concurrent.each(seeds)(
    'seed $seed, $percent % into the run: the rest comes to the same',
    async ({ share }) => {
      const place = newPlace();
      try {
        writeFiles(place.company, size);
        const { killed } = await runFlow(place, { killAfter: share * whole.milliseconds });
        if (killed) kills += 1;
        assertNothingHalf(place, whole);
        await assertRecovers(place, whole);
      } finally {
        place.remove();
      }
    },
    PATIENCE,
  );

  it('the moments were within the run', () => {
    expect(kills).toBeGreaterThan(seeds.length / 2);
  });
});
