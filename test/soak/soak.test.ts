/**
 * Long runs (`npm run soak`), outside CI. Smaller or larger by the environment: SOAK_INVOICES (10000), SOAK_KILLS (200),
 * SOAK_OPENINGS (200), SOAK_SEED (1).
 */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runJob } from '#engine/entries/client.ts';
import { startEngine } from '../alive/engine.ts';
import { benchWhole } from '../bench/whole.ts';
import { chance } from '../crash/chance.ts';
import { profile, type Size, writeFiles } from '../crash/data.ts';
import { newPlace, runFlow } from '../crash/harness.ts';
import { assertNothingHalf, assertRecovers, undisturbed } from '../crash/scenario.ts';

const count = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise);
const INVOICES = count('SOAK_INVOICES', 10_000);
const KILLS = count('SOAK_KILLS', 200);
const OPENINGS = count('SOAK_OPENINGS', 200);
const SEED = count('SOAK_SEED', 1);
const WORKERS = 2;
const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);

describe('soak', () => {
  it(`${INVOICES} invoices in one run, twice in one process: the second run takes no more memory than the first`, async () => {
    const run = await benchWhole(INVOICES, 10, WORKERS, 2);
    for (const stage of run.stages) {
      console.info(`${stage.name}: ${stage.seconds.toFixed(1)} s, at most ${stage.peakRssMb} MB`);
    }
    const peak = (name: string): number => run.stages.find((stage) => stage.name === name)?.peakRssMb ?? 0;
    expect(peak('produce')).toBeGreaterThan(0);
    expect(peak('produce 2')).toBeLessThan(1.2 * peak('produce'));
  });

  it(`${KILLS} kills at random moments, several in the life of one company: nothing lost, doubled, half written`, async () => {
    const size: Size = { customers: 20, billed: 60, left: 20, linesEach: 3 };
    const whole = await undisturbed(size);
    const next = chance(SEED);
    let kills = 0;
    let companies = 0;
    try {
      while (kills < KILLS) {
        const place = newPlace();
        writeFiles(place.company, size);
        companies += 1;
        // Up to five kills before it is left in peace: a recovery may be killed as well.
        const wanted = 1 + Math.floor(next() * 5);
        const moments: number[] = [];
        for (let kill = 0; kill < wanted && kills < KILLS; kill += 1) {
          const moment = Math.round(next() * whole.milliseconds);
          moments.push(moment);
          const { killed } = await runFlow(place, { killAfter: moment });
          if (!killed) break;
          kills += 1;
          assertNothingHalf(place, whole);
        }
        try {
          await assertRecovers(place, whole);
        } catch (thrown) {
          // The place stays, to be looked at.
          throw new Error(`company ${companies}, kills after ${moments.join(', ')} ms: ${place.company}`, {
            cause: thrown,
          });
        }
        place.remove();
        if (companies % 10 === 0) console.info(`${kills} kills, ${companies} companies`);
      }
    } finally {
      whole.place.remove();
    }
    console.info(`${kills} kills in ${companies} companies, seed ${SEED}`);
  });

  describe('opening and closing', () => {
    const engine = startEngine(1);
    afterAll(() => engine.close());

    it(`${OPENINGS} times: nothing stays behind, memory does not grow`, async () => {
      const { client, folder } = engine;
      const path = join(folder, 'company.liasse');
      writeFiles(folder, { customers: 20, billed: 20, left: 0, linesEach: 2 });
      await client.call('company.create', { path, profile });
      const customers = { path: join(folder, 'customers.csv'), kind: 'customers' } as const;
      const { options, guessedMap } = await client.call('import.inspect', customers);
      await runJob(client, 'import.commit', { ...customers, options, map: guessedMap });
      mkdirSync(join(folder, 'out'), { recursive: true });
      const temporaries = () => readdirSync(tmpdir()).filter((name) => name.startsWith('liasse-')).length;
      await client.call('company.close', {});
      const before = temporaries();
      const memory: number[] = [];
      for (let time = 0; time < OPENINGS; time += 1) {
        await client.call('company.open', { path });
        expect((await client.call('company.summary', {})).counts.customers).toBe(20);
        await runJob(client, 'import.commit', { ...customers, options, map: guessedMap });
        await client.call('company.close', {});
        expect(existsSync(`${path}.lock`)).toBe(false);
        memory.push(process.memoryUsage.rss());
      }
      expect(temporaries()).toBeLessThanOrEqual(before);
      // After the first quarter the process has the size that it needs.
      const quarter = Math.floor(OPENINGS / 4);
      const settled = Math.max(...memory.slice(0, quarter + 1));
      const end = memory.at(-1) ?? 0;
      console.info(
        `memory after ${quarter + 1} openings ${megabytes(settled)} MB, after ${OPENINGS} ${megabytes(end)} MB`,
      );
      expect(end).toBeLessThan(1.25 * settled);
    });
  });
});
