/** Backups that are really there: copies apart from the company's own, originals of their own, nothing said to be safe that is not. */
import { execFileSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CustomerId } from '#shared/model/ids.ts';
import { one, openTestCompany, raw, type TestEngine, type TestFolder, testFolder } from '../fixtures/engine/engine.ts';
import { manual, saveCustomer } from '../fixtures/engine/work.ts';

let folder: TestFolder;
let path: string;
let engine: TestEngine;
let customerId: CustomerId;

beforeEach(async () => {
  folder = testFolder();
  path = folder.in('harbour.liasse');
  engine = await openTestCompany(path);
  customerId = (await saveCustomer(engine, { code: 'C1' })).id;
}, 60_000);
afterEach(async () => {
  await engine.close();
  folder.remove();
});

const call: TestEngine['client']['call'] = (name, input) => engine.client.call(name, input);
const make = () => engine.job('backup.make', {});
const made = async () => (await make()).paths[0] ?? '';
const issue = () => call('invoice.create', { invoice: manual(customerId, {}) });
const status = () => call('backup.status', {});
const backupsIn = (dir: string) => readdirSync(dir).filter((name) => name.endsWith('.liasse'));
/** Gives a backup the name of another moment. */
const dated = (file: string, name: string) => {
  const to = join(dirname(file), name);
  renameSync(file, to);
  return to;
};
const pdfIn = (dir: string) =>
  join(
    dir,
    readdirSync(dir, { recursive: true })
      .map(String)
      .find((name) => name.endsWith('.pdf')) ?? '',
  );
const deliver = async () => {
  const { id } = await issue();
  await call('document.pdf', { of: { kind: 'invoice', id }, path: folder.in(`${id}.pdf`) });
};
const spoil = (file: string) => {
  const handle = openSync(file, 'r+');
  writeSync(handle, 'XXXX', 200);
  closeSync(handle);
};
const digest = (file: string) => execFileSync('sha256sum', [file]).toString().slice(0, 64);

describe('a copy of the company', { timeout: 120_000 }, () => {
  it('looked at beside it deletes none of its backups, and does not move it', async () => {
    const old = dated(await made(), '2025-11-02T080000Z.liasse');
    await issue();
    const before = await made();
    const look = folder.in('look.liasse');
    await call('restore.run', { file: old, target: look });
    await call('company.open', { path: look });
    const copied = await made();
    expect(dirname(copied)).not.toBe(dirname(before));
    expect(existsSync(before)).toBe(true);
    expect(one(before, 'SELECT count(*) FROM invoice')).toBe(1);
    expect(await status()).toMatchObject({ changed: false, lastGood: { paths: [copied], copyOf: look } });
    expect((await call('restore.preview', { file: old })).present?.path).toBe(path);
    await call('company.open', { path });
    // What was done in the copy says nothing of the company.
    expect(await status()).toMatchObject({ changed: false, lastGood: { paths: [before], copyOf: null } });
    const { files } = await status();
    expect(files.filter((file) => file.copy).map((file) => file.path)).toEqual([copied]);
    expect(files).toHaveLength(3);
  });

  it('that is worked on in earnest becomes the company; its older branch stays', async () => {
    await issue();
    const own = await made();
    const beside = folder.in('beside.liasse');
    await call('restore.run', { file: own, target: beside });
    await call('company.open', { path: beside });
    expect(dirname(await made())).not.toBe(dirname(own));
    await issue();
    const next = await made();
    expect(dirname(next)).toBe(dirname(own));
    expect((await call('restore.preview', { file: own })).present?.path).toBe(beside);
  });

  it('put in place is backed up apart until a person accepts it; then nothing of the lost branch is deleted', async () => {
    const old = dated(await made(), '2025-11-02T080000Z.liasse');
    await issue();
    const lost = await made();
    await call('restore.run', { file: old, target: null });
    await call('company.open', { path });
    expect(dirname(await made())).not.toBe(dirname(lost));
    await call('company.acceptRestoredCopy', { reason: 'the disk was lost' });
    await issue();
    const next = await made();
    expect(dirname(next)).toBe(dirname(lost));
    expect(existsSync(lost)).toBe(true);
    // On one branch it does: neither the first of its week nor the last of its day.
    const middle = await made();
    await issue();
    await make();
    expect(existsSync(middle)).toBe(false);
    expect(existsSync(next)).toBe(true);
    expect(existsSync(lost)).toBe(true);
  });
});

describe('originals', { timeout: 120_000 }, () => {
  it('are files of their own in a backup; a damaged one is told, and mended where one is whole', async () => {
    await deliver();
    const note = await make();
    const kept = pdfIn(join(dirname(note.paths[0] ?? ''), 'originals'));
    const archived = pdfIn(folder.in('harbour.archive'));
    const whole = digest(archived);
    expect(statSync(kept).ino).not.toBe(statSync(archived).ino);
    spoil(kept);
    expect(await make()).toMatchObject({ outcome: 'good', missingOriginals: 0 });
    expect(digest(kept)).toBe(whole);
    spoil(archived);
    expect(digest(kept)).toBe(whole);
    const { missingOriginals, paths } = await make();
    expect(missingOriginals).toBe(1);
    expect(digest(kept)).toBe(whole);
    expect(await call('restore.run', { file: paths[0] ?? '', target: folder.in('r.liasse') })).toMatchObject({
      originals: 1,
      missingOriginals: 0,
    });
    // A damaged one is never brought into a backup that lacks it.
    rmSync(kept);
    expect((await make()).missingOriginals).toBe(1);
    expect(existsSync(kept)).toBe(false);
  });

  it('come back from wherever one lies whole, and only whole ones count', async () => {
    await deliver();
    const { paths } = await make();
    const file = paths[0] ?? '';
    const archived = pdfIn(folder.in('harbour.archive'));
    spoil(pdfIn(join(dirname(file), 'originals')));
    const result = await call('restore.run', { file, target: folder.in('one.liasse') });
    expect(result).toMatchObject({ originals: 1, missingOriginals: 0 });
    expect(digest(pdfIn(folder.in('one.archive')))).toBe(digest(archived));
    spoil(archived);
    expect(await call('restore.run', { file, target: folder.in('two.liasse') })).toMatchObject({
      originals: 0,
      missingOriginals: 1,
    });
  });
});

describe('what is said to be safe', { timeout: 120_000 }, () => {
  it('lies there: a backup that is gone, cut short or missing at one place does not count', async () => {
    const second = folder.in('stick');
    await call('backup.configure', { secondFolder: second });
    expect(await make()).toMatchObject({ outcome: 'good', errors: [{ code: 'backup_folder_missing' }] });
    expect(await status()).toMatchObject({ changed: false });
    mkdirSync(second);
    expect(await status()).toMatchObject({ changed: true, due: true });
    const { paths } = await make();
    expect(paths).toHaveLength(2);
    expect(await status()).toMatchObject({ changed: false, due: false });
    const [first = ''] = paths;
    const bytes = readFileSync(first);
    writeFileSync(first, bytes.subarray(0, 100));
    expect((await status()).changed).toBe(true);
    writeFileSync(first, bytes);
    expect((await status()).changed).toBe(false);
    rmSync(second, { recursive: true });
    expect((await status()).changed).toBe(false);
    rmSync(folder.in('data', 'backups'), { recursive: true });
    expect(await status()).toMatchObject({ changed: true });
    await call('backup.configure', { secondFolder: null });
    expect(await status()).toMatchObject({ changed: true, files: [] });
    const long = JSON.parse(readFileSync(notesPath(), 'utf8'));
    long.company.since = '2026-01-01T00:00:00.000Z';
    for (const note of long.log) note.at = '2026-01-01T00:00:00.000Z';
    writeFileSync(notesPath(), JSON.stringify(long));
    expect((await call('home.today', {})).points.map((point) => point.code)).toContain('backup_old');
  });

  it('of doubtful backups one stays, and the same content is not tried for ever', async () => {
    await issue();
    raw(path, (sqlite) => sqlite.exec('UPDATE pending_line SET net = net + 1'));
    const first = await make();
    expect(first.outcome).toBe('suspect');
    for (let n = 0; n < 3; n += 1) await make();
    expect(backupsIn(dirname(first.paths[0] ?? ''))).toHaveLength(1);
    expect(await status()).toMatchObject({ changed: true, due: false });
    await saveCustomer(engine, { code: 'C2' });
    expect(await status()).toMatchObject({ changed: true, due: true });
  });
});

const notesPath = () =>
  join(
    folder.in('data', 'safety'),
    readdirSync(folder.in('data', 'safety')).find((name) => name.endsWith('.json')) ?? '',
  );
