/** What updates say and allow, without a network: the real one is tried in the window tests. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UpdateState } from '#shared/contract/shell.ts';
import { openLog } from '../../src/main/shell/log.ts';
import { magnitude, reportLines } from '../../src/main/shell/report.ts';
import { Settings } from '../../src/main/shell/settings.ts';
import { allowedFeed, updateFailure, updateNotes } from '../../src/main/shell/update-words.ts';
import { type Updater, Updates } from '../../src/main/shell/updates.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liasse-updates-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the address of updates', () => {
  it.each<[string, string | null]>([
    ['https://example.com/liasse', 'https://example.com/liasse/'],
    ['http://127.0.0.1:8123/', 'http://127.0.0.1:8123/'],
    ['http://localhost/x', 'http://localhost/x/'],
    ['http://example.com/', null],
    ['https://anna:secret@example.com/', null],
    ['file:///tmp/feed', null],
    ['example.com', null],
    ['', null],
  ])('%j → %j', (text, allowed) => expect(allowedFeed(text)).toBe(allowed));
});

describe('release notes', () => {
  it('are told apart by language', () => {
    const notes = updateNotes('# Français\n\n* Plus **rapide**\n\n# English\n- Faster\n');
    expect(notes).toEqual({ fr: '- Plus rapide', en: '- Faster' });
    expect(updateNotes('## English\nFaster')).toEqual({ fr: 'Faster', en: 'Faster' });
  });
  it('are shown to everybody where they name no language, never as HTML', () => {
    const notes = updateNotes('<p>Faster<script>alert(1)</script></p><ul><li>One</li><li>Two</li></ul>');
    expect(notes.fr).toBe(notes.en);
    expect(notes.fr).not.toMatch(/[<>]/);
    expect(notes.fr).toMatch(/- One\n- Two/);
    expect([updateNotes(null), updateNotes('  ')]).toEqual([
      { fr: null, en: null },
      { fr: null, en: null },
    ]);
  });
});

describe('a failure of an update', () => {
  it.each<[string, Error & { code?: string; statusCode?: number }]>([
    ['update_damaged', Object.assign(new Error('sha512 checksum mismatch'), { code: 'ERR_CHECKSUM_MISMATCH' })],
    ['update_unreachable', new Error('net::ERR_CONNECTION_REFUSED')],
    ['update_unreachable', Object.assign(new Error('500 Internal Server Error'), { statusCode: 500 })],
    [
      'update_feed_empty',
      Object.assign(new Error('Cannot find channel'), { code: 'ERR_UPDATER_CHANNEL_FILE_NOT_FOUND' }),
    ],
    ['update_feed_invalid', Object.assign(new Error('Cannot parse'), { code: 'ERR_UPDATER_INVALID_UPDATE_INFO' })],
    ['update_not_stored', new Error('ENOSPC: no space left on device')],
    ['update_failed', new Error('anything else about /home/claire')],
  ])('is told as %s', (code, error) => expect(updateFailure(error)).toEqual({ code, params: {} }));
});

describe('updates', () => {
  const settings = () => new Settings(folder, 'fr', openLog(folder));
  const make = (over: Partial<ConstructorParameters<typeof Updates>[0]> = {}) => {
    const heard: UpdateState[] = [];
    let asked = 0;
    const updates = new Updates({
      version: '1.0.0',
      settings: settings(),
      feedOfPackage: null,
      feedOfEnvironment: null,
      updater: () => {
        asked += 1;
        return Promise.reject(new Error('net::ERR_NAME_NOT_RESOLVED'));
      },
      runningJobs: () => 0,
      quitToInstall: () => undefined,
      onState: (state) => heard.push(state),
      log: openLog(folder),
      ...over,
    });
    return { updates, heard, asked: () => asked };
  };
  it('ask nothing of any network until a feed is named and somebody asks', async () => {
    const { updates, asked } = make();
    await expect(updates.check()).rejects.toThrow('update_off');
    await updates.checkIfDue(new Date());
    updates.configure('https://example.com/', false);
    await updates.checkIfDue(new Date());
    expect([asked(), updates.state.feedFrom, updates.state.step.at]).toEqual([0, 'settings', 'idle']);
    expect(() => updates.configure('http://example.com/', false)).toThrow('update_feed_refused');
    expect(updates.state.feed).toBe('https://example.com/');
  });
  it('look once a day where somebody turned that on, and say why it failed', async () => {
    const { updates, asked, heard } = make({ feedOfPackage: 'https://package.example/' });
    updates.configure(null, true);
    await updates.checkIfDue(new Date());
    expect([asked(), updates.state.feedFrom]).toEqual([1, 'package']);
    expect(heard.map(({ step }) => step.at)).toEqual(['idle', 'checking', 'failed']);
    expect(updates.state.step).toMatchObject({ error: { code: 'update_unreachable' } });
  });
  it('never end a job, and let none begin once they are being installed', async () => {
    let jobs = 1;
    let quits = 0;
    const installed: boolean[] = [];
    // The library's part only; the real one is tried out in the window tests.
    const updater: Updater = {
      autoDownload: true,
      autoInstallOnAppQuit: true,
      allowDowngrade: true,
      setFeed: () => undefined,
      check: async () => ({
        version: '2.0.0',
        files: [{ url: 'x', sha512: 'x', size: 9 }],
        releaseDate: '',
        path: 'x',
        sha512: 'x',
      }),
      download: () => ({ done: Promise.resolve(), cancel: () => undefined }),
      install: (startAgain) => installed.push(startAgain),
    };
    const { updates } = make({
      feedOfPackage: 'https://package.example/',
      updater: async () => updater,
      runningJobs: () => jobs,
      quitToInstall: () => {
        quits += 1;
      },
    });
    await updates.check();
    expect([updater.autoDownload, updater.autoInstallOnAppQuit, updater.allowDowngrade]).toEqual([false, false, false]);
    updates.download();
    await expect.poll(() => updates.state.step).toMatchObject({ at: 'ready', install: 'never' });
    expect(() => updates.install('now')).toThrow('update_job_running');
    expect([updates.installing, updates.installsOnQuit, updates.state.step.at]).toEqual([false, false, 'ready']);
    updates.install('quit');
    expect([updates.installing, updates.installsOnQuit]).toEqual([false, true]);
    updates.install('never');
    expect(updates.installsOnQuit).toBe(false);
    jobs = 0;
    updates.install('now');
    expect([updates.installing, updates.installsOnQuit]).toEqual([true, true]);
    await expect.poll(() => quits).toBe(1);
    updates.installNow(true);
    expect(installed).toEqual([true]);
  });
  it('take the administrator’s feed before all others', () => {
    const { updates } = make({
      feedOfEnvironment: 'https://admin.example/',
      feedOfPackage: 'https://package.example/',
    });
    updates.configure('https://own.example/', false);
    expect([updates.state.feed, updates.state.feedFrom]).toEqual(['https://admin.example/', 'environment']);
  });
});

describe('the report', () => {
  it('has orders of magnitude, the code of the last failure, and no name', () => {
    expect([0, 1, 9, 10, 4217, 100_000].map(magnitude)).toEqual([
      '0',
      '1–9',
      '1–9',
      '10–99',
      '1000–9999',
      '100000–999999',
    ]);
    const log = openLog(folder);
    log.write('opened', { company: 'Dupont SARL' });
    const lines = reportLines({
      preferences: { language: 'fr', theme: 'dark' },
      about: { version: '1.0.0', electron: '33', chrome: '130', node: '20', platform: 'linux', locale: 'fr' },
      updates: { configured: true, automatic: false },
      windows: 2,
      jobs: 0,
      companies: 3,
      counts: null,
      failure: { at: '2026-01-01T00:00:00.000Z', call: 'customer.save', code: 'code_taken' },
      log,
      now: new Date(0),
    });
    const text = lines.join('\n');
    expect(text).toMatch(/call: customer\.save\ncode: code_taken/);
    expect(text).toMatch(/theme: dark/);
    expect(text).not.toMatch(/Dupont/);
  });
});
