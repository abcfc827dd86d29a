/** The office board on real files: what it says of each state, and that no file is touched, whoever has it open. */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '#engine/store/company-file.ts';
import { openSqlite, prepareWriting } from '#engine/store/database.ts';
import { migrations } from '#engine/store/migrations/index.ts';
import type { OfficeRow } from '#shared/contract/office.ts';
import {
  code,
  openTestCompany,
  profile,
  raw,
  startEngine,
  type TestEngine,
  testFolder,
} from '../fixtures/engine/engine.ts';
import { manual, saveCustomer } from '../fixtures/engine/work.ts';

const folder = testFolder();
const good = folder.in('clients', 'good.liasse');
let desk: TestEngine;
const opened: TestEngine[] = [];

const look = (path: string): Promise<OfficeRow> => desk.client.call('office.look', { path });
const copyOf = (name: string): string => {
  const path = folder.in('clients', name);
  copyFileSync(good, path);
  return path;
};
/** Every file of a folder, by content. */
const content = (path: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(path).map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(path, name)))
        .digest('hex'),
    ]),
  );

beforeAll(async () => {
  desk = startEngine('desk');
  mkdirSync(folder.in('clients'));
  const engine = await openTestCompany(good, { zone: 'UTC' });
  const { id } = await saveCustomer(engine, { code: 'C1' });
  await saveCustomer(engine, { code: 'C2' });
  const issue = (issueDate: string, unitPrice: string, paymentTermsDays: number) =>
    engine.client.call('invoice.create', {
      invoice: manual(id, { issueDate, paymentTermsDays }, { unitPrice, quantity: '1', date: issueDate }),
    });
  const today = new Date();
  const day = (days: number) => new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  await issue(day(-60), '100', 30);
  const credited = await issue(day(-59), '70', 10);
  await issue(day(-3), '10', 6);
  await issue(day(-2), '20', 28);
  // The second is credited in full: nobody owes it.
  await engine.client.call('invoice.create', {
    invoice: {
      ...manual(
        id,
        { issueDate: day(0), corrects: credited.number },
        { unitPrice: '70', quantity: '-1', date: day(0) },
      ),
    },
    accept: [],
  });
  await engine.close();
});
afterEach(async () => {
  for (const engine of opened.splice(0)) await engine.close();
});
afterAll(async () => {
  await desk.close();
  folder.remove();
});

describe('a row', () => {
  it('says what is due and what is past, without what was credited in full', async () => {
    const row = await look(good);
    expect(row).toMatchObject({ path: good, state: 'ready', error: null, owner: null });
    expect(row.figures).toMatchObject({
      name: 'Harbour Goods Ltd',
      currency: 'GBP',
      customers: 2,
      openLines: { count: 0, amounts: [] },
      heldLines: 0,
      runsInReview: 0,
      blockedDrafts: 0,
      due7: { count: 1, amounts: [{ currency: 'GBP', minor: 1200 }] },
      due30: { count: 2, amounts: [{ currency: 'GBP', minor: 3600 }] },
      overdue: { count: 1, amounts: [{ currency: 'GBP', minor: 12_000 }] },
      restoredCopy: false,
      lastBackup: null,
    });
    expect(row.figures?.lastIssued?.number).toMatch(/^CN-/);
  });

  it('names what is wrong with a file that is gone, foreign, newer, damaged or closed to us', async () => {
    const error = async (path: string) => (await look(path)).error?.code;
    expect(await error(folder.in('clients', 'none.liasse'))).toBe('company_not_found');
    const foreign = folder.in('clients', 'foreign.liasse');
    writeFileSync(foreign, 'name;total\n');
    expect(await error(foreign)).toBe('company_not_a_company_file');
    const newer = copyOf('newer.liasse');
    raw(newer, (sqlite) => sqlite.pragma('user_version = 99'));
    expect(await error(newer)).toBe('company_newer');
    const cut = copyOf('cut.liasse');
    truncateSync(cut, 40_960);
    expect(await error(cut)).toBe('company_damaged');
    const scribbled = copyOf('scribbled.liasse');
    raw(scribbled, (sqlite) => sqlite.exec("UPDATE company SET profile = '{}'"));
    expect(await error(scribbled)).toBe('company_damaged');
    if (process.getuid?.() !== 0) {
      const closed = copyOf('closed.liasse');
      chmodSync(closed, 0);
      expect(await error(closed)).toBe('file_not_readable');
    }
  });

  it('reads an older file as it would be after its upgrade, and leaves it old', async () => {
    const path = folder.in('clients', 'older.liasse');
    const sqlite = openSqlite(path, { readOnly: false, mustExist: false });
    prepareWriting(sqlite);
    sqlite.pragma(`application_id = ${0x4c696173}`);
    migrate(sqlite, migrations, 1);
    const { bankAccounts: _a, fiscalYearStart: _f, logo: _l, ...rest } = profile({ name: 'Old & Sons' });
    sqlite
      .prepare('INSERT INTO company VALUES (1, ?, ?, ?, NULL, ?, 1)')
      .run('old', 'Old & Sons', JSON.stringify({ v: 1, ...rest, iban: null, bic: null }), '2020-01-01T00:00:00.000Z');
    sqlite.close();
    const before = content(folder.in('clients'));
    expect(await look(path)).toMatchObject({ state: 'older', figures: { name: 'Old & Sons', customers: 0 } });
    expect(content(folder.in('clients'))).toEqual(before);
  });
});

describe('no file is touched', () => {
  it('when nobody has it open', async () => {
    const before = content(folder.in('clients'));
    await look(copyOf('again.liasse'));
    const { 'again.liasse': again, ...others } = content(folder.in('clients'));
    expect(again).toBe(before['good.liasse']);
    expect(others).toEqual(before);
    expect(Object.keys(others).filter((name) => /-(wal|shm|journal)$/.test(name))).toEqual([]);
  });

  it('when another engine has it open and has just written: what it wrote is seen', async () => {
    const path = copyOf('owned.liasse');
    const owner = startEngine('owner');
    opened.push(owner);
    await owner.client.call('company.open', { path });
    await saveCustomer(owner, { code: 'C3' });
    expect(existsSync(`${path}-wal`)).toBe(true);
    const before = content(folder.in('clients'));
    const row = await look(path);
    expect(content(folder.in('clients'))).toEqual(before);
    expect(row).toMatchObject({ state: 'ready', owner: { here: false }, figures: { customers: 3 } });
    // The owner goes on, and what comes after is seen as well.
    await saveCustomer(owner, { code: 'C4' });
    expect((await look(path)).figures?.customers).toBe(4);
  });

  it('when a crash left its journal: the journal is read, and stays', async () => {
    const path = copyOf('owned-before-crash.liasse');
    const owner = startEngine('owner');
    opened.push(owner);
    await owner.client.call('company.open', { path });
    await saveCustomer(owner, { code: 'C9' });
    // As a killed program leaves it: the file, its journal, and no owner.
    const crashed = folder.in('clients', 'crashed.liasse');
    for (const suffix of ['', '-wal']) copyFileSync(path + suffix, crashed + suffix);
    const before = content(folder.in('clients'));
    expect(await look(crashed)).toMatchObject({ state: 'ready', owner: null, figures: { customers: 3 } });
    expect(content(folder.in('clients'))).toEqual(before);
  });
});

it('tells the company that this engine has open through its own connection', async () => {
  const path = copyOf('here.liasse');
  const engine = startEngine('here');
  opened.push(engine);
  await engine.client.call('company.open', { path });
  await saveCustomer(engine, { code: 'C5' });
  const row = await engine.client.call('office.look', { path });
  expect(row).toMatchObject({ state: 'ready', owner: { here: true }, figures: { customers: 3 } });
  // Others are looked at while it is open, many at once.
  const rows = await Promise.all(
    [good, good, folder.in('clients', 'none.liasse')].map((one) => engine.client.call('office.look', { path: one })),
  );
  expect(rows.map(({ state }) => state)).toEqual(['ready', 'ready', 'failed']);
});

describe('settings of another company', () => {
  const target = () => folder.in('clients', 'target.liasse');
  it('are previewed, taken in one transaction without counters, and are then the same', async () => {
    const engine = await openTestCompany(target(), { name: 'Target Ltd', colour: '#333333', vatNumber: null });
    opened.push(engine);
    const source = copyOf('source.liasse');
    raw(source, (sqlite) =>
      sqlite.exec(`
        UPDATE series SET pattern = '{prefix}{year}{month}-{seq:4}', prefix = 'H' WHERE kind = 'invoice';
        INSERT INTO tag VALUES ('0197a000-0000-7000-8000-000000000001', 'customer', 'Quarterly', 'quarterly');
        INSERT INTO custom_field (id, record, name, name_fold, kind, options, position, row_version)
          VALUES ('0197a000-0000-7000-8000-000000000002', 'customer', 'Region', 'region', 'choice', '["North"]', 1, 1);
        INSERT INTO segment VALUES ('0197a000-0000-7000-8000-000000000003', 'Quarterly ones', 'quarterly ones',
          '{"v":1,"tagIds":["0197a000-0000-7000-8000-000000000001"]}', 1);
        INSERT INTO saved_view VALUES ('0197a000-0000-7000-8000-000000000004', 'customers', 'By region',
          '{"v":1,"customer":"0197a000-0000-7000-8000-00000000dead"}', 1, '2026-01-01', 1);
        INSERT INTO column_map (kind, shape, map, at) VALUES ('lines', 'abc', '{"v":1}', '2026-01-01');
      `),
    );
    const before = content(folder.in('clients'))['source.liasse'];
    const preview = await engine.client.call('settings.copyPreview', { from: source });
    const changes = Object.fromEntries(preview.items.map((item) => [`${item.part} ${item.name}`.trim(), item.change]));
    expect(changes).toEqual({
      brand: 'replaces',
      message: 'same',
      terms: 'same',
      bankAccounts: 'same',
      'numbering Invoices': 'replaces',
      'numbering Credit notes': 'same',
      'customFields Region': 'new',
      'tags Quarterly': 'new',
      'columnMaps lines': 'new',
      'segments Quarterly ones': 'new',
      'views By region': 'left',
    });
    const parts = ['brand', 'numbering', 'customFields', 'tags', 'segments', 'columnMaps', 'views'] as const;
    await engine.client.call('settings.copy', { from: source, parts: [...parts] });
    expect(content(folder.in('clients'))['source.liasse']).toBe(before);
    const company = await engine.client.call('company.get', {});
    expect(company).toMatchObject({ name: 'Target Ltd', colour: '#1f4e79', vatNumber: null });
    const series = await engine.client.call('series.list', {});
    expect(series.find(({ kind }) => kind === 'invoice')).toMatchObject({
      prefix: 'H',
      pattern: '{prefix}{year}{month}-{seq:4}',
      lastNumber: null,
      startAt: 1,
    });
    // The segment names the tag as it is known here.
    const found = raw(target(), (sqlite) => ({
      tag: sqlite.prepare("SELECT id FROM tag WHERE name = 'Quarterly'").pluck().get(),
      filter: sqlite.prepare('SELECT filter FROM segment').pluck().get(),
      audit: sqlite.prepare("SELECT params FROM audit_event WHERE action = 'settings.copied'").pluck().get(),
    }));
    expect(found.filter).toContain(found.tag);
    expect(found.tag).not.toBe('0197a000-0000-7000-8000-000000000001');
    expect(JSON.parse(String(found.audit))).toMatchObject({ name: 'Harbour Goods Ltd', count: 6 });
    const again = await engine.client.call('settings.copyPreview', { from: source });
    expect(again.items.filter(({ change }) => change === 'new' || change === 'replaces')).toEqual([]);
  });

  it('are not taken from the company itself, nor from a file that is none', async () => {
    const path = folder.in('clients', 'self.liasse');
    const engine = await openTestCompany(path);
    opened.push(engine);
    const twin = folder.in('clients', 'twin.liasse');
    raw(path, (sqlite) => sqlite.exec(`VACUUM INTO '${twin}'`));
    expect(await code(engine.client.call('settings.copyPreview', { from: twin }))).toBe('company_same');
    expect(await code(engine.client.call('settings.copy', { from: folder.in('none'), parts: ['brand'] }))).toBe(
      'company_not_found',
    );
  });
});
