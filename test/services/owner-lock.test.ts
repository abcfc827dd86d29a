/** The lock beside the file: who may take it over, that only one does, and that who lost it learns so. */
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { acquireOwnerLock, type OwnerLock } from '#engine/ports/owner-lock.ts';
import { freshSessionFolder } from '#engine/ports/session-folder.ts';
import { EngineError } from '#shared/model/error.ts';
import { code, openTestCompany, startEngine, testFolder } from '../fixtures/engine/engine.ts';

const folder = testFolder();
afterAll(() => folder.remove());
const gone = spawnSync(process.execPath, ['--version']).pid;
const nobody = (): never => {
  throw new Error('was not to be lost');
};

function leave(path: string, owner: { pid: number; host?: string }, ageSeconds = 0): void {
  const at = Date.now() / 1000 - ageSeconds;
  const text = JSON.stringify({
    token: 't',
    user: 'anna',
    host: hostname(),
    since: '2024-01-01T00:00:00.000Z',
    ...owner,
  });
  writeFileSync(`${path}.lock`, text);
  utimesSync(`${path}.lock`, at, at);
}

function tryToTake(path: string): OwnerLock | string {
  try {
    return acquireOwnerLock(path, nobody);
  } catch (thrown) {
    if (thrown instanceof EngineError) return thrown.code;
    throw thrown;
  }
}

describe('a lock is taken over', () => {
  it.each<[string, { pid: number; host?: string }, number, boolean]>([
    ['its process lives and beats', { pid: process.ppid }, 0, false],
    ['its process lives but stopped beating', { pid: process.ppid }, 100, true],
    ['its process is gone', { pid: gone }, 0, true],
    ['our own id, of a process before us', { pid: process.pid }, 0, true],
    ['another computer that beats', { pid: gone, host: 'another' }, 30, false],
    ['another computer that stopped', { pid: gone, host: 'another' }, 100, true],
  ])('%s', (_what, owner, age, taken) => {
    const path = folder.in('judged.liasse');
    leave(path, owner, age);
    const lock = tryToTake(path);
    expect(typeof lock === 'string' ? lock : 'taken').toBe(taken ? 'taken' : 'company_in_use');
    if (typeof lock !== 'string') lock.release();
    expect(existsSync(`${path}.lock`)).toBe(!taken);
  });

  it('not from a session of this same process', () => {
    const path = folder.in('own.liasse');
    const lock = acquireOwnerLock(path, nobody);
    expect(tryToTake(path)).toBe('company_in_use');
    lock.release();
    const again = tryToTake(path);
    expect(again).not.toBe('company_in_use');
    if (typeof again !== 'string') again.release();
  });

  it('by one only of several that try at the same moment', { timeout: 60_000 }, async () => {
    const url = new URL('../../src/main/engine/ports/owner-lock.ts', import.meta.url);
    const paths = Array.from({ length: 12 }, (_, n) => folder.in(`race-${n}.liasse`));
    for (const path of paths) leave(path, { pid: gone });
    const script = `import { acquireOwnerLock } from ${JSON.stringify(url.href)};
      const [start, ...paths] = process.argv.slice(1);
      const won = [];
      for (const [n, path] of paths.entries()) {
        while (Date.now() < Number(start) + n * 50);
        try { acquireOwnerLock(path, () => undefined); won.push(path); } catch (thrown) { if (thrown.code !== 'company_in_use') throw thrown; }
      }
      process.stdout.write(JSON.stringify(won));
      process.exit(0);`;
    const start = String(Date.now() + 2_000);
    const racers = Array.from({ length: 2 }, async () => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script, start, ...paths]);
      let said = '';
      let complaint = '';
      child.stdout.on('data', (piece) => (said += piece));
      child.stderr.on('data', (piece) => (complaint += piece));
      await new Promise((resolve) => child.on('close', resolve));
      if (said === '') throw new Error(complaint);
      // Reason for the cast: the script above prints just that.
      return JSON.parse(said) as string[];
    });
    const winners = (await Promise.all(racers)).flat().sort();
    expect(winners).toEqual([...paths].sort());
    expect(readdirSync(folder.path).filter((name) => /\.lock\./.test(name))).toEqual([]);
  });
});

describe('an owner', () => {
  it('learns at its next beat that somebody else has the file', async () => {
    const path = folder.in('lost.liasse');
    let lost = 0;
    const lock = acquireOwnerLock(path, () => (lost += 1), 20);
    await pause(80);
    expect(lost).toBe(0);
    leave(path, { pid: process.ppid });
    await expect.poll(() => lost).toBe(1);
    lock.release();
    expect(readFileSync(`${path}.lock`, 'utf8')).toContain('anna');
  });

  it('puts its lock back where it was taken away', async () => {
    const path = folder.in('swept.liasse');
    const lock = acquireOwnerLock(path, nobody, 20);
    const mine = readFileSync(`${path}.lock`, 'utf8');
    rmSync(`${path}.lock`);
    await expect.poll(() => existsSync(`${path}.lock`) && readFileSync(`${path}.lock`, 'utf8')).toBe(mine);
    lock.release();
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it('is one whatever the file is called by', async () => {
    const path = folder.in('named.liasse');
    const link = folder.in('link.liasse');
    const first = await openTestCompany(path);
    symlinkSync(path, link);
    const second = startEngine();
    expect(await code(second.client.call('company.open', { path: link }))).toBe('company_in_use');
    await first.close();
    expect((await second.client.call('company.open', { path: link })).access).toBe('owner');
    expect(existsSync(`${path}.lock`)).toBe(true);
    await second.close();
  });
});

describe('an open company', () => {
  it('stays open when another one does not open', async () => {
    const path = folder.in('stays.liasse');
    const foreign = folder.in('foreign.liasse');
    writeFileSync(foreign, 'not a company');
    const engine = await openTestCompany(path);
    expect(await code(engine.client.call('company.open', { path: foreign }))).toBe('company_not_a_company_file');
    expect(await code(engine.client.call('company.open', { path: folder.in('none.liasse') }))).toBe(
      'company_not_found',
    );
    expect((await engine.client.call('company.current', {}))?.path).toBe(path);
    expect((await engine.client.call('company.get', {})).name).toBe('Harbour Goods Ltd');
    // The same file again, another way: the lock is given back and taken again.
    expect((await engine.client.call('company.open', { path, readOnly: true })).access).toBe('read-only');
    expect(existsSync(`${path}.lock`)).toBe(false);
    expect((await engine.client.call('company.open', { path })).access).toBe('owner');
    await engine.close();
  });
});

describe('folders of sessions that crashed', () => {
  it('are cleared away when they are old and their process is gone; nothing else is touched or in the way', () => {
    const before = process.env['TMPDIR'];
    const temporary = folder.in('tmp');
    mkdirSync(temporary);
    process.env['TMPDIR'] = temporary;
    try {
      const names = [`liasse-session-${gone}-old`, `liasse-session-${process.ppid}-old`, 'liasse-session-zzz', 'other'];
      for (const name of names) {
        mkdirSync(`${temporary}/${name}`);
        utimesSync(`${temporary}/${name}`, 1_000_000, 1_000_000);
      }
      mkdirSync(`${temporary}/liasse-session-${gone}-new`);
      symlinkSync('/nowhere', `${temporary}/liasse-session-${gone}-link`);
      const made = freshSessionFolder();
      expect(made).toContain(`liasse-session-${process.pid}-`);
      const left = readdirSync(temporary).filter((name) => !made.endsWith(name));
      expect(left.sort()).toEqual(
        [`liasse-session-${gone}-link`, `liasse-session-${gone}-new`, ...names.slice(1)].sort(),
      );
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
    }
  });
});
