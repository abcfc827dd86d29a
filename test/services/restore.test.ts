/** Coming back to a backup: what it holds is shown first, what lay there is kept, no number is given twice, no kill leaves half. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
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

// Opens and copies files: seconds on a machine that does other things as well.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const folder = testFolder();
const path = folder.in('harbour.liasse');
let engine: TestEngine;
let customerId: CustomerId;
let backup = '';
afterAll(async () => {
  await engine.close();
  folder.remove();
});

const issue = async () => {
  const invoice = await engine.client.call('invoice.create', { invoice: manual(customerId, {}) });
  await engine.client.call('document.pdf', {
    of: { kind: 'invoice', id: invoice.id },
    path: folder.in(`${invoice.number}.pdf`),
  });
  return invoice;
};
/** The numbers that the accepted copy lacks are missing for good. */
const faults = async () =>
  (await engine.job('company.verify', {})).problems
    .map((problem) => problem.code)
    .filter((code) => code !== 'number_gap');
const open = (file = path) => engine.client.call('company.open', { path: file });

beforeAll(async () => {
  engine = await openTestCompany(path);
  customerId = (await saveCustomer(engine, { code: 'C1' })).id;
  await issue();
  backup = (await engine.job('backup.make', {})).paths[0] ?? '';
  await issue();
  await issue();
});

describe('a preview', () => {
  it('says what the copy holds, what it lacks, and compares it with the file in place', async () => {
    const preview = await engine.client.call('restore.preview', { file: backup });
    expect(preview).toMatchObject({
      name: 'Harbour Goods Ltd',
      olderVersion: false,
      counts: { customers: 1, invoices: 1 },
      verify: { ok: true, documents: 1, erased: 0, problems: [] },
      originals: { named: 1, found: 1 },
      highWater: { knownDocuments: 3, fileDocuments: 1 },
      present: { path, exists: true, counts: { invoices: 3 }, error: null },
    });
    expect(preview.series[0]?.lastNumber).toContain('00001');
    expect(preview.highWater?.missingNumbers).toHaveLength(1);
    expect(preview.recent[0]?.action).toBe('invoice.pdf_saved');
  });

  it('of a file that is none of ours is refused', async () => {
    const foreign = folder.in('foreign.liasse');
    writeFileSync(foreign, 'a letter');
    expect(await code(engine.client.call('restore.preview', { file: foreign }))).toBe('company_not_a_company_file');
    expect(await code(engine.client.call('restore.preview', { file: folder.in('gone.liasse') }))).toBe(
      'company_not_found',
    );
  });
});

describe('a restore', { timeout: 60_000 }, () => {
  it('beside never overwrites', async () => {
    const target = folder.in('beside.liasse');
    const result = await engine.client.call('restore.run', { file: backup, target });
    expect(result).toMatchObject({ path: target, keptAs: null, originals: 1, missingOriginals: 0 });
    expect(await code(engine.client.call('restore.run', { file: backup, target }))).toBe('company_exists');
    // The file that was open still is.
    expect((await engine.client.call('company.current', {}))?.path).toBe(path);
    await open(target);
    expect((await engine.client.call('company.summary', {})).restoredCopy).toMatchObject({ knownDocuments: 3 });
    await open();
  });

  it('is refused where somebody has the file open', async () => {
    // The copy restored beside is where the company was last seen.
    await open();
    const other = startEngine('other');
    await engine.client.call('backup.configure', {});
    expect(await code(other.client.call('restore.run', { file: backup, target: null }))).toBe('company_in_use');
    await other.close();
    expect(existsSync(path)).toBe(true);
  });

  it('in place keeps what lay there, and blocks issuing until a person decides; no number comes twice', async () => {
    const result = await engine.client.call('restore.run', { file: backup, target: null });
    expect(result.path).toBe(path);
    const kept = result.keptAs ?? '';
    expect(raw(kept, (sqlite) => sqlite.prepare('SELECT count(*) FROM invoice').pluck().get())).toBe(3);
    expect(await engine.client.call('company.current', {})).toBeNull();
    await open();
    expect((await engine.client.call('company.summary', {})).counts.invoices).toBe(1);
    expect(await code(issue())).toBe('restored_copy');
    await engine.client.call('company.acceptRestoredCopy', { reason: 'the disk was lost' });
    expect((await issue()).number).toContain('00004');
    expect(await engine.client.call('backup.status', {})).toMatchObject({ changed: true });
  });

  it('works when the file is gone, and brings the delivered PDFs back', async () => {
    const latest = (await engine.job('backup.make', {})).paths[0] ?? '';
    const before = await engine.client.call('company.summary', {});
    await engine.client.call('company.close', {});
    rmSync(path);
    rmSync(folder.in('harbour.archive'), { recursive: true });
    const [company] = await engine.client.call('backup.list', {});
    expect(company).toMatchObject({ name: 'Harbour Goods Ltd', path, exists: false });
    expect(company?.files[0]?.path).toBe(latest);
    expect((await engine.client.call('restore.preview', { file: latest })).present).toMatchObject({ exists: false });
    const result = await engine.client.call('restore.run', { file: latest, target: null });
    expect(result).toMatchObject({ path, keptAs: null, missingOriginals: 0 });
    expect(result.originals).toBe(2);
    await open();
    const after = await engine.client.call('company.summary', {});
    expect(after.counts).toEqual(before.counts);
    expect(after.restoredCopy).toBeNull();
    expect(await faults()).toEqual([]);
  });

  it('works over a damaged file, which is kept as it is', async () => {
    const latest = (await engine.client.call('backup.status', {})).files[0]?.path ?? '';
    await engine.client.call('company.close', {});
    const bytes = readFileSync(path);
    bytes.fill(7, 4096, 20_000);
    writeFileSync(path, bytes);
    expect(await code(open())).toBe('company_damaged');
    const preview = await engine.client.call('restore.preview', { file: latest });
    expect(preview.present).toMatchObject({ exists: true, counts: null, error: { code: 'company_damaged' } });
    const result = await engine.client.call('restore.run', { file: latest, target: null });
    expect(readFileSync(result.keptAs ?? '').equals(bytes)).toBe(true);
    await open();
    expect(await faults()).toEqual([]);
  });
});

describe('killed', { timeout: 60_000 }, () => {
  const cli = fileURLToPath(new URL('../../src/main/engine/entries/liasse.mjs', import.meta.url));
  const liasse = (failpoint: string, ...args: string[]) =>
    spawnSync(process.execPath, [cli, ...args], {
      env: { ...process.env, LIASSE_FAILPOINT: failpoint },
      encoding: 'utf8',
    });

  it.each(['backup.copied', 'backup.settled'])('at %s, the company and its backups are whole', async (failpoint) => {
    await engine.client.call('company.close', {});
    const died = liasse(failpoint, 'backup', '--file', path);
    expect(died.signal).toBe('SIGKILL');
    await open();
    for (const file of (await engine.client.call('backup.status', {})).files.slice(0, 2)) {
      const { verify } = await engine.client.call('restore.preview', { file: file.path });
      expect(verify.problems.filter((problem) => problem.code !== 'number_gap')).toEqual([]);
    }
    await saveCustomer(engine, { code: `K-${failpoint}` });
    expect((await engine.job('backup.make', {})).outcome).toBe('good');
  });

  it.each(['restore.copied', 'restore.aside', 'restore.settled'])(
    'at %s, the place holds the one file or the other, whole',
    async (failpoint) => {
      const wanted = (await engine.client.call('backup.status', {})).files.at(-1)?.path ?? '';
      await engine.client.call('company.close', {});
      const died = liasse(failpoint, 'restore', wanted, '--replace');
      expect(died.signal).toBe('SIGKILL');
      await open();
      expect((await faults()).filter((code) => code !== 'chain_head_differs')).toEqual([]);
      expect(await engine.job('backup.make', {})).toMatchObject({ outcome: 'good' });
      for (const name of readdirSync(folder.path).filter((name) => name.includes('.before-restore-'))) {
        if (name.endsWith('.liasse')) renameSync(folder.in(name), folder.in(`looked-at-${Math.random()}`));
      }
    },
  );
});

describe('a company with users', () => {
  const own = testFolder();
  const target = own.in('guarded.liasse');
  let guarded: TestEngine;
  afterAll(async () => {
    await guarded.close();
    own.remove();
  });

  it('is put back in place only with one who manages it, whether it is open or not', { timeout: 120_000 }, async () => {
    guarded = await openTestCompany(target);
    const call: TestEngine['client']['call'] = (name, input) => guarded.client.call(name, input);
    await saveCustomer(guarded, { code: 'C1' });
    const file = (await guarded.job('backup.make', {})).paths[0] ?? '';
    const user = (name: string, secret: string | null, given: ('prepare' | 'manage')[]) =>
      call('user.save', {
        id: null,
        rowVersion: null,
        name,
        roles: given,
        secret: secret === null ? { kind: 'none' } : { kind: 'new', secret },
      });
    const boss = await user('Boss', 'boss-secret', ['manage']);
    const rita = await user('Rita', null, []);
    await call('people.signIn', { userId: rita.id });
    expect(await code(call('restore.run', { file, target: null }))).toBe('not_allowed');
    await call('company.close', {});
    const before = readFileSync(target);
    const signing = (manager: { userId: typeof boss.id; secret: string | null } | null) =>
      call('restore.run', { file, target: null, manager });
    expect(await code(signing(null))).toBe('manager_needed');
    expect(await code(signing({ userId: rita.id, secret: null }))).toBe('manager_may_not');
    expect(await code(signing({ userId: boss.id, secret: 'wrong-secret' }))).toBe('sign_in_failed');
    // Another company that is open gives no right to this one.
    await call('company.create', { path: own.in('other.liasse'), profile: profile() });
    expect(await code(signing(null))).toBe('manager_needed');
    expect(readFileSync(target).equals(before)).toBe(true);
    expect((await call('restore.preview', { file })).present?.managers).toEqual([
      { id: boss.id, name: 'Boss', hasSecret: true },
    ]);
    expect((await signing({ userId: boss.id, secret: 'boss-secret' })).path).toBe(target);
  });
});
