/** Backups: verified, complete, rotated; a failed one is told and replaces nothing. */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '#engine/entries/client.ts';
import { createDispatcher } from '#engine/entries/dispatcher.ts';
import type { CustomerId } from '#shared/model/ids.ts';
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
const path = folder.in('harbour.liasse');
let engine: TestEngine;
let customerId: CustomerId;
afterAll(async () => {
  await engine.close();
  folder.remove();
});

beforeAll(async () => {
  engine = await openTestCompany(path);
  customerId = (await saveCustomer(engine, { code: 'C1' })).id;
  const invoice = await engine.client.call('invoice.create', { invoice: manual(customerId, {}) });
  await engine.client.call('document.pdf', { of: { kind: 'invoice', id: invoice.id }, path: folder.in('one.pdf') });
});

const status = () => engine.client.call('backup.status', {});
const make = () => engine.job('backup.make', {});
const change = () => saveCustomer(engine, { code: `N${Math.random()}` });

describe('a backup', { timeout: 60_000 }, () => {
  it('is a whole company in the program’s own folder, verified, with the delivered PDFs', async () => {
    expect(await status()).toMatchObject({ changed: true, lastGood: null, overdue: false, files: [] });
    const note = await make();
    expect(note).toMatchObject({ outcome: 'good', documents: 1, originals: 1, missingOriginals: 0, errors: [] });
    const [file = ''] = note.paths;
    expect(file.startsWith(folder.in('data', 'backups'))).toBe(true);
    expect(raw(file, (sqlite) => sqlite.pragma('quick_check(1)', { simple: true }))).toBe('ok');
    const sha = raw(file, (sqlite) => sqlite.prepare('SELECT sha256 FROM archive_file').pluck().get());
    expect(existsSync(join(dirname(file), 'originals', String(sha).slice(0, 2), `${sha}.pdf`))).toBe(true);
    expect(await status()).toMatchObject({ changed: false, daysUnsaved: 0, lastGood: { paths: [file] } });
  });

  it('leaves nothing of its own making in the company: nothing has changed by it', async () => {
    await make();
    expect((await status()).changed).toBe(false);
    const jobs = raw(path, (sqlite) =>
      sqlite.prepare("SELECT count(*) FROM job WHERE name = 'backup.make'").pluck().get(),
    );
    expect(jobs).toBe(0);
    await change();
    expect((await status()).changed).toBe(true);
  });

  it('is made while the writer writes, and holds one moment of it', async () => {
    const [note] = await Promise.all([make(), ...Array.from({ length: 20 }, () => change())]);
    expect(note.outcome).toBe('good');
  });

  it('keeps the older ones that the rule keeps, and only deletes its own', async () => {
    const own = dirname((await make()).paths[0] ?? '');
    const [good = ''] = readdirSync(own).filter((name) => name.endsWith('.liasse'));
    const foreign = ['2020-01-01T000000Z.liasse.txt', 'notes.liasse', 'holiday.jpg'];
    for (const name of foreign) writeFileSync(join(own, name), 'not ours');
    for (let day = 1; day <= 20; day += 1) {
      const name = `2025-06-${String(day).padStart(2, '0')}T120000Z.liasse`;
      writeFileSync(join(own, name), 'x');
    }
    await change();
    await make();
    const names = readdirSync(own);
    for (const name of foreign) expect(names).toContain(name);
    const old = names.filter((name) => name.startsWith('2025-06-') && name.endsWith('Z.liasse'));
    // The first of the month (and of its week), the first of two more weeks, the newest of six days beside today.
    expect(old).toEqual([
      '2025-06-01T120000Z.liasse',
      '2025-06-02T120000Z.liasse',
      '2025-06-09T120000Z.liasse',
      ...['15', '16', '17', '18', '19', '20'].map((day) => `2025-06-${day}T120000Z.liasse`),
    ]);
    expect(names).toContain(good);
    for (const name of old) rmSync(join(own, name));
  });

  it('goes to the second folder as well; one that is missing is told and is not fatal', async () => {
    const second = folder.in('stick');
    mkdirSync(second);
    await engine.client.call('backup.configure', { secondFolder: second });
    const note = await make();
    expect(note.paths).toHaveLength(2);
    expect(statSync(note.paths[1] ?? '').size).toBe(statSync(note.paths[0] ?? '').size);
    expect(readdirSync(join(dirname(note.paths[1] ?? ''), 'originals'))).toHaveLength(1);
    rmSync(second, { recursive: true });
    const without = await make();
    expect(without).toMatchObject({ outcome: 'good', errors: [{ code: 'backup_folder_missing' }] });
    expect(without.paths).toHaveLength(1);
    expect((await status()).second).toEqual({ path: second, reachable: false });
    expect(existsSync(second)).toBe(false);
    await engine.client.call('backup.configure', { secondFolder: null });
  });

  it('that cannot be made fails with the reason, is noted, and deletes nothing', async () => {
    const before = (await status()).files.length;
    const shut = folder.in('shut');
    mkdirSync(shut);
    await engine.client.call('backup.configure', { folder: join(shut, 'gone') });
    expect(await code(make())).toBe('backup_folder_missing');
    const after = await status();
    expect(after.last).toMatchObject({ outcome: 'failed', paths: [] });
    expect(after.first.reachable).toBe(false);
    expect(after.files).toHaveLength(before);
    if (process.getuid?.() !== 0) {
      chmodSync(shut, 0o500);
      await engine.client.call('backup.configure', { folder: shut });
      expect(await code(make())).toBe('folder_not_writable');
      chmodSync(shut, 0o700);
    }
    await engine.client.call('backup.configure', { folder: null });
  });

  it('of a company in which something was tampered with is kept aside as doubtful and replaces no good one', async () => {
    await change();
    const good = (await make()).paths[0] ?? '';
    await engine.close();
    raw(path, (sqlite) => sqlite.exec("INSERT INTO series_counter SELECT id, '2099', 1, 'X' FROM series LIMIT 1"));
    raw(path, (sqlite) => {
      const trigger = sqlite.prepare("SELECT sql FROM sqlite_schema WHERE name = 'invoice_is_frozen'").pluck().get();
      sqlite.exec('DROP TRIGGER invoice_is_frozen');
      sqlite.exec('UPDATE invoice SET gross = gross + 1');
      sqlite.exec(String(trigger));
    });
    engine = startEngine();
    await engine.client.call('company.open', { path });
    const note = await make();
    expect(note.outcome).toBe('suspect');
    expect(basename(note.paths[0] ?? '')).toContain('.suspect.');
    expect(existsSync(good)).toBe(true);
    expect((await status()).lastGood?.paths).toEqual([good]);
  });

  it('is made by itself while nobody works, once, and never during a job', async () => {
    await engine.close();
    const dispatcher = createDispatcher({
      threadUrl: (name) => new URL(`../../src/main/engine/entries/${name}.ts`, import.meta.url),
      resourcesDir: fileURLToPath(new URL('../../resources', import.meta.url)),
      actor: 'clock',
      backupClock: 100,
    });
    const client = createClient(dispatcher);
    const jobs: string[] = [];
    dispatcher.onEvent((event) => {
      if (event.event === 'job' && event.snapshot.status === 'running') jobs.push(event.snapshot.name);
    });
    await client.call('company.create', { path: folder.in('clocked.liasse'), profile: profile() });
    await expect
      .poll(async () => (await client.call('backup.status', {})).last?.reason, { timeout: 20_000 })
      .toBe('schedule');
    const made = (await client.call('backup.status', {})).log.length;
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await client.call('backup.status', {})).log).toHaveLength(made);
    expect(jobs).toContain('backup.make');
    await dispatcher.close();
    engine = startEngine();
    await engine.client.call('company.open', { path });
  });

  it('overdue is told once the last good one is older than wanted and something changed', async () => {
    const notes = join(
      folder.in('data', 'safety'),
      `${String(raw(path, (sqlite) => sqlite.prepare('SELECT company_id FROM company').pluck().get()))}.json`,
    );
    const kept = JSON.parse(readFileSync(notes, 'utf8'));
    for (const note of kept.log) note.at = '2026-01-01T00:00:00.000Z';
    writeFileSync(notes, JSON.stringify(kept));
    await change();
    expect(await status()).toMatchObject({ overdue: true, changed: true });
    expect((await status()).daysUnsaved).toBeGreaterThan(100);
  });
});
