/** One owner at a time, readers beside it, and an older copy of the file put back in place. */

import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import {
  code,
  failure,
  one,
  openTestCompany,
  startEngine,
  type TestEngine,
  testFolder,
} from '../fixtures/engine/engine.ts';
import { approveAll, draftedRun, importRows, line, manual, numbers, saveCustomer } from '../fixtures/engine/work.ts';

const folder = testFolder();
const open: TestEngine[] = [];
const opened = (engine: TestEngine): TestEngine => {
  open.push(engine);
  return engine;
};
afterEach(async () => {
  for (const engine of open.splice(0)) await engine.close();
});
afterAll(() => folder.remove());

describe('the lock beside the file', () => {
  it('keeps a second owner out and says who has it, where and since when', async () => {
    const path = folder.in('owned.liasse');
    const before = new Date().toISOString();
    const first = opened(await openTestCompany(path));
    const second = opened(startEngine());
    const refusal = await failure(second.client.call('company.open', { path }));
    expect(refusal.code).toBe('company_in_use');
    expect(refusal.params).toMatchObject({ user: userInfo().username, host: hostname() });
    const since = String(refusal.params['since']);
    expect(since >= before && since <= new Date().toISOString()).toBe(true);
    expect(await second.client.call('company.current', {})).toBeNull();
    await first.client.call('company.close', {});
    expect(existsSync(`${path}.lock`)).toBe(false);
    expect((await second.client.call('company.open', { path })).access).toBe('owner');
  });

  it('of a process that is gone is taken over; of a live one or of another computer it is not', async () => {
    const path = folder.in('dead.liasse');
    await (await openTestCompany(path)).close();
    const gone = spawnSync(process.execPath, ['--version']).pid;
    const lock = (owner: { pid: number; host: string }): void =>
      writeFileSync(
        `${path}.lock`,
        JSON.stringify({ token: 't', user: 'anna', since: '2024-01-01T00:00:00.000Z', ...owner }),
      );
    const engine = opened(startEngine());
    for (const owner of [
      { pid: process.ppid, host: hostname() },
      { pid: gone, host: 'another-computer' },
    ]) {
      lock(owner);
      const refusal = await failure(engine.client.call('company.open', { path }));
      expect([refusal.code, refusal.params]).toEqual([
        'company_in_use',
        { user: 'anna', host: owner.host, since: '2024-01-01T00:00:00.000Z' },
      ]);
    }
    lock({ pid: gone, host: hostname() });
    expect((await engine.client.call('company.open', { path })).access).toBe('owner');
    expect(readFileSync(`${path}.lock`, 'utf8')).toContain(`"pid":${process.pid}`);
  });

  it('lets others read, but not write', async () => {
    const path = folder.in('read.liasse');
    const owner = opened(await openTestCompany(path));
    await saveCustomer(owner, { code: 'C1' });
    const reader = opened(startEngine());
    expect(await reader.client.call('company.open', { path, readOnly: true })).toMatchObject({ access: 'read-only' });
    const customers = await reader.client.call('customer.list', {});
    expect(customers.total).toBe(1);
    await saveCustomer(owner, { code: 'C2' });
    expect((await reader.client.call('customer.list', {})).total).toBe(2);
    expect(await code(saveCustomer(reader, { code: 'C3' }))).toBe('company_read_only');
    expect(
      await code(reader.client.start('run.draft', { runId: '01890000-0000-7000-8000-000000000000' as never })),
    ).toBe('company_read_only');
    expect((await reader.job('company.verify', {})).ok).toBe(true);
    await reader.client.call('company.close', {});
    expect(existsSync(`${path}.lock`)).toBe(true);
    expect(one(path, 'SELECT count(*) FROM customer')).toBe(2);
  });

  it('stays with the owner when the same engine opens another file and comes back', async () => {
    const path = folder.in('one.liasse');
    const other = folder.in('other.liasse');
    const engine = opened(await openTestCompany(path));
    await (await openTestCompany(other)).close();
    await engine.client.call('company.open', { path: other });
    expect([existsSync(`${path}.lock`), existsSync(`${other}.lock`)]).toEqual([false, true]);
    expect((await engine.client.call('company.current', {}))?.path).toBe(other);
  });
});

describe('an older copy put back', () => {
  it('issues nothing until a person takes it, and then gives no number twice', async () => {
    const path = folder.in('restored.liasse');
    const copy = folder.in('restored.copy');
    let engine = await openTestCompany(path);
    const customer = await saveCustomer(engine, { code: 'C1' });
    const issue = (lineOver = {}) =>
      engine.client.call('invoice.create', { invoice: manual(customer.id, {}, lineOver) });
    expect((await issue()).number).toBe('INV-2024-00001');
    await importRows(engine, folder.in('lines.csv'), 'lines', [line('C1', 'R1', '12.50')]);
    const runId = await draftedRun(engine);
    await approveAll(engine, runId);
    await engine.close();
    copyFileSync(path, copy);

    engine = startEngine();
    await engine.client.call('company.open', { path });
    expect((await issue({ unitPrice: '60' })).number).toBe('INV-2024-00002');
    expect((await issue({ unitPrice: '70' })).number).toBe('INV-2024-00003');
    expect((await issue({ unitPrice: '-70' })).number).toBe('CN-2024-00001');
    const late = await engine.client.call('series.save', {
      id: null,
      name: 'Late',
      kind: 'invoice',
      prefix: 'LATE-',
      pattern: '{prefix}{year}-{seq:5}',
      reset: 'yearly',
      startAt: 1,
      customerId: null,
      isDefault: false,
      archived: false,
    });
    const fromLate = () =>
      engine.client.call('invoice.create', { invoice: { ...manual(customer.id), seriesId: late.id } });
    expect((await fromLate()).number).toBe('LATE-2024-00001');
    await engine.close();

    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
    copyFileSync(copy, path);
    engine = opened(startEngine());
    await engine.client.call('company.open', { path });
    const restoredCopy = { knownDocuments: 5, fileDocuments: 1 };
    const summary = await engine.client.call('company.summary', {});
    expect(summary.restoredCopy).toMatchObject(restoredCopy);
    expect(summary.restoredCopy?.missingNumbers.sort()).toEqual(['CN-2024-00001', 'INV-2024-00003', 'LATE-2024-00001']);
    const refusal = await failure(issue());
    expect([refusal.code, refusal.params['known'], refusal.params['documents']]).toEqual(['restored_copy', 5, 1]);
    expect(await code(engine.job('run.finalise', { runId }))).toBe('restored_copy');
    expect((await engine.job('company.verify', {})).problems).toEqual([
      { code: 'chain_head_differs', params: { documents: 5 } },
    ]);
    expect(await numbers(engine)).toEqual(['INV-2024-00001']);

    const reason = 'the disk broke, this is the backup of yesterday';
    await engine.client.call('company.acceptRestoredCopy', { reason });
    expect((await engine.client.call('company.summary', {})).restoredCopy).toBeNull();
    expect((await engine.job('run.finalise', { runId })).numbers[0]?.first).toBe('INV-2024-00004');
    expect((await issue({ unitPrice: '-80' })).number).toBe('CN-2024-00002');
    // The series that the copy lacks is there again and goes on where it was.
    expect((await fromLate()).number).toBe('LATE-2024-00002');
    const { recent } = await engine.client.call('company.summary', {});
    expect(recent.find((event) => event.action === 'company.restored_copy_accepted')).toMatchObject({
      actor: 'tester',
      params: { reason, known: 5, documents: 1 },
    });
  });

  it('is not seen in a file that is ahead, or on a computer that never saw the company', async () => {
    const path = folder.in('ahead.liasse');
    let engine = await openTestCompany(path);
    const customer = await saveCustomer(engine, { code: 'C1' });
    await engine.client.call('invoice.create', { invoice: manual(customer.id) });
    const heads = folder.in('data', 'heads');
    const companyId = (await engine.client.call('company.get', {})).id;
    const head = readFileSync(`${heads}/${companyId}.json`, 'utf8');
    await engine.client.call('invoice.create', { invoice: manual(customer.id, {}, { unitPrice: '7' }) });
    await engine.close();
    // The file came back from another computer with more in it.
    writeFileSync(`${heads}/${companyId}.json`, head);
    engine = opened(startEngine());
    await engine.client.call('company.open', { path });
    expect((await engine.client.call('company.summary', {})).restoredCopy).toBeNull();
    rmSync(`${heads}/${companyId}.json`);
    expect((await engine.client.call('company.summary', {})).restoredCopy).toBeNull();
    const third = await engine.client.call('invoice.create', { invoice: manual(customer.id, {}, { unitPrice: '8' }) });
    expect(third.number).toBe('INV-2024-00003');
    expect(JSON.parse(readFileSync(`${heads}/${companyId}.json`, 'utf8'))).toMatchObject({ documents: 3 });
  });
});
