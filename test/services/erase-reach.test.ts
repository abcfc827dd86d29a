/** How far an erasure reaches: into what a person was called before, not into what others are called, and past a kill. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CustomerId } from '#shared/model/ids.ts';
import { one, openTestCompany, raw, startEngine, type TestEngine, testFolder } from '../fixtures/engine/engine.ts';
import { manual, saveCustomer } from '../fixtures/engine/work.ts';

const folder = testFolder();
const path = folder.in('harbour.liasse');
let engine: TestEngine;
afterAll(async () => {
  await engine.close();
  folder.remove();
});
beforeAll(async () => {
  engine = await openTestCompany(path, { country: 'FR' });
});
const erase = (customerId: CustomerId, typed: string, documents = false) =>
  engine.job('erasure.run', { customerId, typed, reason: 'by letter', documents });

it('a command asked for again after the erasure issues nothing twice; a namesake keeps his history', {
  timeout: 60_000,
}, async () => {
  const same = { name: 'Martin', country: 'FR', email: 'compta@cabinet.example' } as const;
  const a = await saveCustomer(engine, { code: 'DUP-1', ...same });
  const b = await saveCustomer(engine, { code: 'DUP-2', ...same });
  const issue = (id: CustomerId, commandId: string) =>
    engine.client.call('invoice.create', { invoice: manual(id, { issueDate: '2012-01-05' }) }, { commandId });
  const mine = await issue(a.id, '01a203a4-9ee1-7499-b539-89ff976c1401');
  const his = await issue(b.id, '01a203a4-9ee1-7499-b539-89ff976c1402');
  const period = { from: '2024-03-01', to: '2024-04-01' };
  await engine.client.call('run.create', { name: 'Martin', period, issueDate: '2024-03-31' });
  const trail = () =>
    raw(path, (sqlite) =>
      sqlite.prepare("SELECT params FROM audit_event WHERE action = 'run.created' OR subject = ?").pluck().all(b.id),
    );
  const before = trail();
  await erase(a.id, 'DUP-1');
  expect(trail()).toEqual(before);
  expect(await issue(b.id, '01a203a4-9ee1-7499-b539-89ff976c1402')).toEqual(his);
  expect((await issue(a.id, '01a203a4-9ee1-7499-b539-89ff976c1401')).number).toBe(mine.number);
  expect(one(path, 'SELECT count(*) FROM invoice')).toBe(2);
});

it('values of before go as well, out of bulk acts and lists of codes too', { timeout: 60_000 }, async () => {
  const c = await saveCustomer(engine, { code: 'PHILO', name: 'Philomene Durand', country: 'FR' });
  const other = await saveCustomer(engine, { code: 'OTHER', name: 'Somebody else' });
  const bulk = (set: object) =>
    engine.client.call('customer.bulkEdit', { selection: { ids: [c.id] }, changes: { set } } as never);
  await bulk({ contactName: 'Aunt "Philomene"', email: 'aunt@philomene.example', phone: '+33 6 00 11 22 33' });
  await bulk({ contactName: null, email: null, phone: null });
  await engine.client.call('customer.notDuplicates', { ids: [c.id, other.id] });
  expect((await erase(c.id, 'PHILO')).leftovers).toEqual([]);
  await engine.client.call('company.close', {});
  for (const text of ['Philomene', 'philomene', '00 11 22 33', 'PHILO']) {
    expect(readFileSync(path).includes(text), text).toBe(false);
  }
  expect(readFileSync(path).includes('OTHER')).toBe(true);
  await engine.client.call('company.open', { path });
});

const archive = folder.in('harbour.archive');
const pdfs = () =>
  existsSync(archive)
    ? readdirSync(archive, { recursive: true })
        .map(String)
        .filter((name) => name.endsWith('.pdf'))
    : [];
const expired = async (code: string) => {
  const { id } = await saveCustomer(engine, { code, name: `Name of ${code}`, country: 'FR' });
  const invoice = await engine.client.call('invoice.create', { invoice: manual(id, { issueDate: '2012-05-10' }) });
  await engine.client.call('document.pdf', { of: { kind: 'invoice', id: invoice.id }, path: folder.in(`${code}.pdf`) });
  return id;
};

it('a PDF that cannot be deleted now is told, and goes at the next opening', { timeout: 60_000 }, async () => {
  const id = await expired('HELD');
  const [pdf = ''] = pdfs();
  const place = join(archive, pdf);
  renameSync(place, folder.in('aside.pdf'));
  mkdirSync(place);
  const result = await erase(id, 'HELD', true);
  expect(result.leftovers).toEqual([{ table: 'doomed_file', rows: 1 }]);
  rmSync(place, { recursive: true });
  renameSync(folder.in('aside.pdf'), place);
  await engine.client.call('company.close', {});
  await engine.client.call('company.open', { path });
  expect(pdfs()).toEqual([]);
});

it.each(['erasure.before-commit', 'erasure.committed', 'erasure.deleted'])(
  'killed at %s: all or nothing is erased, and no PDF outlives its document',
  { timeout: 120_000 },
  async (failpoint) => {
    const code = `K-${failpoint}`;
    await expired(code);
    await engine.close();
    const cli = fileURLToPath(new URL('../../src/main/engine/entries/liasse.mjs', import.meta.url));
    const words = ['erase', code, '--reason', 'by letter', '--documents', '--confirm', code, '--file', path];
    const died = spawnSync(process.execPath, [cli, ...words], {
      env: { ...process.env, LIASSE_FAILPOINT: failpoint },
      encoding: 'utf8',
    });
    expect(died.signal, died.stderr).toBe('SIGKILL');
    engine = startEngine();
    await engine.client.call('company.open', { path });
    const bodies = one(
      path,
      "SELECT count(*) FROM document WHERE number = (SELECT max(number) FROM document WHERE number LIKE '%2012-%') AND length(body) > 0",
    );
    expect(pdfs()).toHaveLength(Number(bodies));
    expect(bodies).toBe(failpoint === 'erasure.before-commit' ? 1 : 0);
    expect((await engine.job('company.verify', {})).problems).toEqual([]);
    for (const name of pdfs()) rmSync(join(archive, name));
  },
);
