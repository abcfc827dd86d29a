/** The process killed at every failpoint: the first, the middle and the last time it is passed. */
import { copyFileSync, existsSync, globSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { small } from './data.ts';
import { newPlace, type Place, runFlow } from './harness.ts';
import { assertRecovers, stops, type Undisturbed, undisturbed } from './scenario.ts';
import type { Stage } from './stages.ts';

const engine = fileURLToPath(new URL('../../src/main/engine', import.meta.url));
const PATIENCE = 240_000;

/**
 * Where each failpoint lies: the stage that the company is at before, and how often it is passed from there to the end. A
 * count that no longer holds fails the first test, so that "middle" and "last" stay what they say.
 */
const places: Record<string, { from: Stage | null; times: number }> = {
  'create.filled': { from: null, times: 1 },
  'import.batch': { from: 'created', times: 3 },
  'import.before-commit': { from: 'created', times: 2 },
  'import.after-commit': { from: 'created', times: 2 },
  'draft.collected': { from: 'imported', times: 1 },
  'draft.batch': { from: 'imported', times: 3 },
  'draft.finished': { from: 'imported', times: 1 },
  'finalise.item': { from: 'approved', times: small.billed },
  'finalise.before-commit': { from: 'approved', times: 1 },
  'finalise.after-commit': { from: 'approved', times: 1 },
  'produce.item': { from: 'finalised', times: small.billed },
  'produce.recorded': { from: 'finalised', times: 3 },
  'produce.merged': { from: 'finalised', times: 1 },
  'produce.finished': { from: 'finalised', times: 1 },
  // Two imports, drafting, finalising, producing, the verification at the end.
  'job.ending': { from: 'created', times: 6 },
};
const cases = Object.entries(places).flatMap(([name, { from, times }]) =>
  [...new Set([1, Math.ceil(times / 2), times])].map((nth) => ({ name, from, nth, times })),
);

let whole: Undisturbed;
let at: Map<Stage, Place>;
let passed: string[];

beforeAll(async () => {
  const traced = newPlace();
  const trace = join(traced.company, 'trace');
  whole = await undisturbed(small, trace);
  passed = readFileSync(trace, 'utf8').trimEnd().split('\n');
  traced.remove();
  at = await stops(small, ['created', 'imported', 'approved', 'finalised']);
}, PATIENCE);

afterAll(() => {
  for (const place of [whole?.place, ...(at?.values() ?? [])]) place?.remove();
});

describe('killed at a failpoint', () => {
  it('every failpoint of the sources is among the cases, passed as often as they say', () => {
    const named = globSync('**/*.ts', { cwd: engine }).flatMap((file) =>
      [...readFileSync(join(engine, file), 'utf8').matchAll(/\bfailpoint\('([^']+)'\)/g)].map((match) => match[1]),
    );
    expect(new Set(named)).toEqual(new Set(Object.keys(places)));
    for (const [name, { times }] of Object.entries(places)) {
      expect(
        passed.filter((one) => one === name),
        name,
      ).toHaveLength(times);
    }
  });

  it.concurrent.each(cases)(
    '$name, time $nth of $times: the rest comes to the same',
    async ({ name, from, nth }) => {
      const before = from === null ? undefined : at.get(from);
      const place = newPlace(before ?? at.get('created'));
      try {
        if (from === null) {
          // From nothing: the company's file and notes are taken out again, the files to import stay.
          rmSync(join(place.company, 'company.liasse'));
          rmSync(join(place.company, 'data'), { recursive: true, force: true });
        }
        const { killed } = await runFlow(place, { failpoint: `${name}:${nth}` });
        expect(killed).toBe(true);
        await assertRecovers(place, whole);
      } finally {
        place.remove();
      }
    },
    PATIENCE,
  );

  it(
    'between the commit and its note outside the file: the next opening makes up for it, and an older copy is still seen',
    async () => {
      const older = at.get('approved');
      const place = newPlace(older);
      const file = join(place.company, 'company.liasse');
      const notes = join(place.company, 'data', 'heads');
      try {
        const { killed } = await runFlow(place, { until: 'finalised', failpoint: 'finalise.after-commit:1' });
        expect(killed).toBe(true);
        expect(existsSync(notes)).toBe(false);
        const { said } = await runFlow(place, { until: 'finalised' });
        expect(said).toMatchObject({ restoredCopy: null, verified: { ok: true, documents: small.billed } });
        expect(readdirSync(notes)).toHaveLength(1);

        copyFileSync(join(older?.company ?? '', 'company.liasse'), file);
        const { said: restored } = await runFlow(place, { until: 'approved' });
        expect(restored?.restoredCopy).toMatchObject({ knownDocuments: small.billed, fileDocuments: 0 });
        await expect(runFlow(place, { until: 'finalised' })).rejects.toThrow('restored_copy');
      } finally {
        place.remove();
      }
    },
    PATIENCE,
  );
});
