/** Jobs at the edges: a company closed under them, an interrupted one given up, an end that cannot be noted. */
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { JobId } from '#shared/model/ids.ts';
import { code, openTestCompany, raw, startEngine, type TestEngine, testFolder } from '../fixtures/engine/engine.ts';
import { importRequest, line, saveCustomer, writeCsv } from '../fixtures/engine/work.ts';

const folder = testFolder();
let engine: TestEngine;
afterEach(() => engine.close());
afterAll(() => folder.remove());

const ROWS = 3_000;

/** A company with an import under way. */
async function importing(name: string): Promise<{ path: string; jobId: JobId }> {
  const path = folder.in(`${name}.liasse`);
  engine = await openTestCompany(path);
  await saveCustomer(engine, { code: 'C1' });
  const csv = folder.in(`${name}.csv`);
  writeCsv(
    csv,
    Array.from({ length: ROWS }, (_, n) => line('C1', `R${n}`, '1')),
  );
  const { jobId } = await engine.client.start('import.commit', await importRequest(engine, csv, 'lines'));
  return { path, jobId };
}

async function reopen(path: string): Promise<number> {
  await engine.close();
  engine = startEngine();
  return (await engine.client.call('company.open', { path })).interruptedJobs;
}

const statusOf = async (id: JobId): Promise<string> => (await engine.client.call('job.get', { id })).status;
const lines = async (): Promise<number> => (await engine.client.call('line.list', {})).total;

describe('a job under which the company is closed', () => {
  it('is interrupted, and goes on when it is taken up', async () => {
    const { path, jobId } = await importing('closed');
    expect(await reopen(path)).toBe(1);
    expect([await statusOf(jobId), await lines()]).toEqual(['interrupted', 0]);
    // Left alone it still waits at the next opening.
    expect(await reopen(path)).toBe(1);
    expect(await engine.client.call('job.resume', { id: jobId })).toEqual({ resumed: true });
    await expect.poll(() => statusOf(jobId), { timeout: 20_000 }).toBe('done');
    expect(await lines()).toBe(ROWS);
    expect(await reopen(path)).toBe(0);
  });

  it('stays cancelled when a person cancelled it before', async () => {
    const { path, jobId } = await importing('cancelled');
    expect(await engine.client.call('job.cancel', { id: jobId })).toEqual({ cancelling: true });
    expect(await reopen(path)).toBe(0);
    expect(await statusOf(jobId)).toBe('cancelled');
  });

  it('can be given up', async () => {
    const { path, jobId } = await importing('given-up');
    await reopen(path);
    const told: string[] = [];
    engine.client.onEvent((event) => void (event.event === 'job' && told.push(event.snapshot.status)));
    expect(await engine.client.call('job.cancel', { id: jobId })).toEqual({ cancelling: true });
    expect([await statusOf(jobId), told]).toEqual(['cancelled', ['cancelled']]);
    expect(await engine.client.call('job.cancel', { id: jobId })).toEqual({ cancelling: false });
    expect(await reopen(path)).toBe(0);
  });
});

describe('a job whose end cannot be noted', () => {
  it('has ended all the same: its watchers are told, the next job may start, the company closes', async () => {
    const path = folder.in('unnoted.liasse');
    engine = await openTestCompany(path);
    raw(path, (sqlite) =>
      sqlite.exec(
        "CREATE TRIGGER no_end BEFORE UPDATE OF status ON job WHEN NEW.status = 'failed' BEGIN SELECT RAISE(ABORT, 'no'); END",
      ),
    );
    const nothing = { runId: '01890000-0000-7000-8000-000000000000' as never };
    for (let n = 0; n < 2; n += 1) expect(await code(engine.job('run.finalise', nothing))).not.toBe('job_running');
    const statuses = (await engine.client.call('job.list', {})).map((job) => job.status);
    expect(statuses).toEqual(['failed', 'failed']);
    await engine.client.call('company.close', {});
    expect((await engine.client.call('company.open', { path })).interruptedJobs).toBe(2);
  });
});
