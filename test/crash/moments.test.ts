/**
 * The process killed at seeded random moments of its work. A moment is a number of traced events and a few milliseconds more, so
 * that it lies within the work on a fast machine as on a slow one.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chance } from './chance.ts';
import { type Size, writeFiles } from './data.ts';
import { newPlace, runFlow, traced } from './harness.ts';
import { assertNothingHalf, assertRecovers, type Undisturbed, undisturbed } from './scenario.ts';

const PATIENCE = 240_000;
/** Longest wait after an event: longer than most steps between two of them, shorter than what comes after the last. */
const LATER_MS = 15;
const size: Size = { customers: 20, billed: 30, left: 10, linesEach: 2 };
const seeds = Array.from({ length: 20 }, (_, index) => {
  const seed = 1000 + index;
  const next = chance(seed);
  const share = next();
  return { seed, share, later: next() * LATER_MS, percent: Math.round(share * 100) };
});

let whole: Undisturbed;
/** Events that an undisturbed run passes. */
let events = 0;
/** Those that really came before the end. */
let kills = 0;

beforeAll(async () => {
  const place = newPlace();
  const trace = join(place.company, 'trace');
  whole = await undisturbed(size, trace);
  events = traced(trace).length;
  place.remove();
}, PATIENCE);

afterAll(() => whole?.place.remove());

describe('killed at a random moment', () => {
  it.concurrent.each(seeds)(
    'seed $seed, $percent % into the run: the rest comes to the same',
    async ({ share, later }) => {
      const place = newPlace();
      try {
        writeFiles(place.company, size);
        const trace = join(place.company, 'trace');
        const { killed } = await runFlow(place, { trace, killAt: { events: Math.floor(share * events), later } });
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
    expect(events).toBeGreaterThan(size.billed);
    expect(kills).toBeGreaterThan(seeds.length / 2);
  });
});
