/** The company's page in the file: an older one is read in today's shape, a new company begins with the series it was given. */
import { afterAll, afterEach, expect, it } from 'vitest';
import type { FirstSeries } from '#shared/model/company.ts';
import {
  code,
  openTestCompany,
  profile,
  raw,
  startEngine,
  type TestEngine,
  testFolder,
} from '../fixtures/engine/engine.ts';

const folder = testFolder();
let engine: TestEngine;
afterEach(() => engine.close());
afterAll(() => folder.remove());

it('reads a page of the first version: its one account in the company currency, the year from January', async () => {
  const path = folder.in('old.liasse');
  engine = await openTestCompany(path);
  await engine.close();
  const { bankAccounts: _accounts, fiscalYearStart: _month, logo: _logo, ...rest } = profile();
  const old = { v: 1, ...rest, iban: 'GB33BUKB20201555555555', bic: 'BUKBGB22' };
  const store = (value: object) =>
    raw(path, (sqlite) => sqlite.prepare('UPDATE company SET profile = ?').run(JSON.stringify(value)));
  store(old);
  engine = startEngine();
  await engine.client.call('company.open', { path });
  const account = { label: '', iban: 'GB33BUKB20201555555555', bic: 'BUKBGB22', currency: 'GBP' };
  const { id: _id, createdAt: _at, rowVersion, ...read } = await engine.client.call('company.get', {});
  expect(read).toMatchObject({ bankAccounts: [account], fiscalYearStart: 1 });
  // Saved once, it is of today's version.
  const two = [account, { ...account, label: 'Euros', currency: 'EUR' }];
  await engine.client.call('company.update', {
    profile: { ...read, bankAccounts: two, fiscalYearStart: 4 },
    rowVersion,
  });
  expect(await engine.client.call('company.get', {})).toMatchObject({ bankAccounts: two, fiscalYearStart: 4 });
  await engine.close();
  store({ ...old, iban: null });
  engine = startEngine();
  await engine.client.call('company.open', { path });
  expect((await engine.client.call('company.get', {})).bankAccounts).toEqual([]);
});

const series = (over: Partial<FirstSeries> = {}): FirstSeries => ({
  name: 'Ventes',
  kind: 'invoice',
  prefix: 'V',
  pattern: '{prefix}{year}{month}-{seq:4}',
  reset: 'yearly',
  startAt: 118,
  ...over,
});

it('begins with the series that were chosen, and refuses what could not number', async () => {
  engine = startEngine();
  const create = (name: string, chosen: FirstSeries[]) =>
    engine.client.call('company.create', { path: folder.in(name), profile: profile(), series: chosen });
  expect(await code(create('one.liasse', [series()]))).toBe('no_series');
  expect(await code(create('bad.liasse', [series({ kind: 'any', pattern: '{prefix}{seq}' })]))).toBe(
    'number_pattern_needs_year',
  );
  await create('good.liasse', [series(), series({ name: 'Avoirs', kind: 'credit_note', prefix: 'A', startAt: 1 })]);
  const made = await engine.client.call('series.list', {});
  expect(made.map(({ name, kind, startAt, isDefault }) => [name, kind, startAt, isDefault])).toEqual([
    ['Ventes', 'invoice', 118, true],
    ['Avoirs', 'credit_note', 1, true],
  ]);
  expect(made[0]?.example).toMatch(/^V\d{6}-0118$/);
});
