/** While the writer is deep in a transaction: the dispatcher answers at once, the reader answers, cancel works. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runJob } from '#engine/entries/client.ts';
import type { RunId } from '#shared/model/ids.ts';
import { BILLED, issueDate, period, profile, type Size, writeFiles } from '../crash/data.ts';
import { type Delay, delayDuring } from './delay.ts';
import { startEngine, type TestEngine, watched } from './engine.ts';

const PATIENCE = 240_000;
/** 60,000 rows; 1,000 documents to issue. */
const size: Size = { customers: 300, billed: 1000, left: 500, linesEach: 40 };
const lines = (size.billed + size.left) * size.linesEach;

let engine: TestEngine;
let runId: RunId;

beforeAll(async () => {
  engine = startEngine();
  await engine.client.call('company.create', { path: join(engine.folder, 'company.liasse'), profile });
  writeFiles(engine.folder, size);
  await runJob(engine.client, 'import.commit', await request('customers', 'customers.csv'));
}, PATIENCE);

afterAll(() => engine.close());

async function request(kind: 'customers' | 'lines', name: string) {
  const path = join(engine.folder, name);
  const { options, guessedMap } = await engine.client.call('import.inspect', { path, kind });
  return { path, kind, options, map: guessedMap };
}

const openLines = async () => (await engine.client.call('line.list', { limit: 1 })).total;
const issued = async () => (await engine.client.call('invoice.list', { limit: 1 })).total;

/** Asks something again and again until the job has ended; what it answered in between, and how long each answer took. */
async function askWhile(
  ended: Promise<unknown>,
  ask: () => Promise<number>,
): Promise<{ answers: number[]; slowest: number }> {
  let over = false;
  const end = ended.then(
    () => {
      over = true;
    },
    () => {
      over = true;
    },
  );
  const answers: number[] = [];
  let slowest = 0;
  while (!over) {
    const asked = performance.now();
    const answer = await ask();
    // An answer that came after the end may be of after the commit.
    if (over) break;
    slowest = Math.max(slowest, performance.now() - asked);
    answers.push(answer);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await end;
  return { answers, slowest };
}

/** A window that answers later than this is one that hangs; how late it is as a rule is measured and printed, not judged. */
const HANGS_MS = 5_000;

/** The front desk never stood still while the writer worked; where the machine itself stood still, an idle thread tells. */
function expectPrompt(what: string, own: Delay, idle: Delay): void {
  const show = ({ p99, max }: Delay) => `p99 ${p99.toFixed(1)} ms, longest ${max.toFixed(1)} ms`;
  console.info(`${what}: dispatcher ${show(own)}; an idle thread beside it ${show(idle)}`);
  expect(own.max).toBeLessThan(HANGS_MS + 3 * idle.max);
}

/** Nothing until the commit, everything after it (which comes a moment before the job's own word that it is done). */
function expectAllOrNothing(answers: readonly number[], all: number): void {
  const before = answers.filter((answer) => answer === 0).length;
  expect(answers).toEqual(answers.map((_, index) => (index < before ? 0 : all)));
  expect(before).toBeGreaterThan(answers.length / 2);
}

describe('while the writer works', () => {
  it(
    'an import of 60,000 rows: prompt dispatcher, the reader shows the state before, then all of it',
    async () => {
      const job = await request('lines', 'lines.csv');
      const { result, own, idle } = await delayDuring(async () => {
        const { jobId } = await engine.client.start('import.commit', job);
        await watched(engine.client, jobId, ({ phase, done }) => phase === 'importing' && done > 0);
        const ended = watched(engine.client, jobId, ({ status }) => status === 'done');
        const asked = await askWhile(ended, openLines);
        return { ...asked, snapshot: await ended };
      });
      console.info(
        `${result.answers.length} answers of the reader mid-transaction, slowest ${result.slowest.toFixed(0)} ms`,
      );
      // The last one may have been read between the commit and the job's own word that it is done.
      expect(result.answers.length).toBeGreaterThan(5);
      expectAllOrNothing(result.answers, size.billed);
      expect(result.snapshot.result).toMatchObject({ create: lines, reject: 0 });
      expect(await openLines()).toBe(lines);
      expectPrompt('import', own, idle);
    },
    PATIENCE,
  );

  it(
    'an import that is cancelled stops within a moment and leaves nothing',
    async () => {
      writeFileSync(join(engine.folder, 'more.csv'), moreRows());
      const { jobId } = await engine.client.start('import.commit', await request('lines', 'more.csv'));
      await watched(engine.client, jobId, ({ phase, done }) => phase === 'importing' && done >= 2000);
      const asked = performance.now();
      expect(await engine.client.call('job.cancel', { id: jobId })).toEqual({ cancelling: true });
      const cancelled = await watched(engine.client, jobId, ({ status }) => status === 'cancelled');
      const took = performance.now() - asked;
      console.info(`an import cancelled after ${cancelled.done} rows: over in ${took.toFixed(0)} ms`);
      expect(cancelled.error?.code).toBe('job_cancelled');
      // Stopped in the middle of it, not at its end.
      expect(cancelled.done).toBeLessThan(60_000);
      expect(await openLines()).toBe(lines);
      expect((await engine.client.call('import.list', {})).map((batch) => batch.fileName)).not.toContain('more.csv');
    },
    PATIENCE,
  );

  it(
    'finalising that is cancelled gives no number; the same again gives all, the dispatcher prompt throughout',
    async () => {
      const { client } = engine;
      ({ id: runId } = await client.call('run.create', { name: 'Septembre', period, issueDate }));
      await runJob(client, 'run.draft', { runId });
      const selection = { all: { search: BILLED }, except: [] };
      expect(await client.call('run.decide', { runId, selection, decision: 'approve' })).toMatchObject({
        changed: size.billed,
      });

      const first = await client.start('run.finalise', { runId });
      // Past the recheck: numbers are being given.
      await watched(client, first.jobId, ({ done }) => done >= size.billed + 200);
      const asked = performance.now();
      await client.call('job.cancel', { id: first.jobId });
      const cancelled = await watched(client, first.jobId, ({ status }) => status === 'cancelled');
      const took = performance.now() - asked;
      console.info(`finalising cancelled after ${cancelled.done} steps: over in ${took.toFixed(0)} ms`);
      // Rechecked and numbered are two steps for each: some were left undone.
      expect(cancelled.done).toBeLessThan(2 * size.billed);
      expect(await issued()).toBe(0);
      const run = await client.call('run.get', { id: runId });
      expect(run).toMatchObject({ status: 'reviewing', approved: size.billed, invoices: 0 });

      const { result, own, idle } = await delayDuring(async () => {
        const { jobId } = await client.start('run.finalise', { runId });
        await watched(client, jobId, ({ done }) => done > 0);
        const ended = watched(client, jobId, ({ status }) => status === 'done');
        const asked = await askWhile(ended, issued);
        return { ...asked, snapshot: await ended };
      });
      expect(result.answers.length).toBeGreaterThan(5);
      expectAllOrNothing(result.answers, size.billed);
      expect(result.snapshot.result).toMatchObject({
        issued: size.billed,
        numbers: [
          expect.objectContaining({ first: 'FA-2026-00001', last: 'FA-2026-00900' }),
          expect.objectContaining({ first: 'AV-2026-00001', last: 'AV-2026-00100' }),
        ],
        setAside: 0,
      });
      expect(await issued()).toBe(size.billed);
      expectPrompt('finalising', own, idle);
    },
    PATIENCE,
  );
});

/** Other lines of the same size. */
function moreRows(): string {
  const rows = ['Référence facture;Date;Code client;Désignation;Quantité;Prix unitaire HT'];
  for (let n = 0; n < 60_000; n += 1) rows.push(`Autre ${n % 900};02/09/2026;C0001;Encore ${n};1;${n % 90},50`);
  return `${rows.join('\r\n')}\r\n`;
}
