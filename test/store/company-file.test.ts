/** The company file as a file: made whole, migrated after a copy, refused untouched when it is newer, damaged or foreign. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate, openCompanyFile } from '#engine/store/company-file.ts';
import { openSqlite, type Sqlite } from '#engine/store/database.ts';
import { migrations } from '#engine/store/migrations/index.ts';
import {
  code,
  failure,
  one,
  openTestCompany,
  profile,
  raw,
  startEngine,
  testFolder,
} from '../fixtures/engine/engine.ts';

/** 'Lias', as the header of every company file has it since the first. */
const APPLICATION_ID = 0x4c696173;
const CURRENT_VERSION = migrations.length;

const folder = testFolder();
const good = folder.in('good.liasse');
afterAll(() => folder.remove());

const hash = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
const versionOf = (sqlite: Sqlite): number => Number(sqlite.pragma('user_version', { simple: true }));
const copyOf = (name: string): string => {
  const path = folder.in(name);
  writeFileSync(path, readFileSync(good));
  return path;
};

beforeAll(async () => {
  const engine = await openTestCompany(good);
  await engine.close();
});

describe('migrations', () => {
  const steps = [
    'CREATE TABLE one (id INTEGER PRIMARY KEY) STRICT',
    'CREATE TABLE two (id INTEGER PRIMARY KEY) STRICT; INSERT INTO one VALUES (7)',
    'CREATE TABLE three (id INTEGER PRIMARY KEY) STRICT; INSERT INTO three SELECT id FROM one',
  ];
  const tables = (sqlite: Sqlite): unknown[] =>
    sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();

  it('run in order, once, up to the version asked for', () => {
    const sqlite = openSqlite(folder.in('steps.db'), { readOnly: false, mustExist: false });
    migrate(sqlite, steps, 2);
    expect([versionOf(sqlite), tables(sqlite)]).toEqual([2, ['one', 'two']]);
    migrate(sqlite, steps);
    expect([versionOf(sqlite), tables(sqlite)]).toEqual([3, ['one', 'three', 'two']]);
    migrate(sqlite, steps);
    migrate(sqlite, steps, 1);
    expect(versionOf(sqlite)).toBe(3);
    expect(sqlite.prepare('SELECT id FROM three').pluck().all()).toEqual([7]);
    sqlite.close();
  });

  it('leave the version before when one fails half way, and nothing of its work', () => {
    const sqlite = openSqlite(folder.in('failing.db'), { readOnly: false, mustExist: false });
    const failing = [
      ...steps.slice(0, 2),
      'CREATE TABLE half (id INTEGER); INSERT INTO nowhere VALUES (1)',
      steps[2] ?? '',
    ];
    expect(() => migrate(sqlite, failing)).toThrow(/nowhere/);
    expect([versionOf(sqlite), tables(sqlite)]).toEqual([2, ['one', 'two']]);
    sqlite.close();
  });

  it('know no step past the last', () => {
    const sqlite = openSqlite(folder.in('past.db'), { readOnly: false, mustExist: false });
    expect(() => migrate(sqlite, steps, 4)).toThrow(RangeError);
    expect(versionOf(sqlite)).toBe(3);
    sqlite.close();
  });

  it('carry a company file on with its rows in place', () => {
    const path = copyOf('older.liasse');
    raw(path, (sqlite) => {
      migrate(
        sqlite,
        [...migrations, 'ALTER TABLE company ADD COLUMN motto TEXT; UPDATE company SET motto = name'],
        CURRENT_VERSION + 1,
      );
      expect(versionOf(sqlite)).toBe(CURRENT_VERSION + 1);
      expect(sqlite.prepare('SELECT motto FROM company').pluck().get()).toBe(profile().name);
    });
    // And now it is newer than this program.
    expect(() => openCompanyFile(path, { readOnly: false })).toThrow('company_newer');
  });

  it('bring an older file up after a copy beside it, which stays as it was', () => {
    const path = folder.in('v0.liasse');
    raw(path, (sqlite) => {
      sqlite.pragma(`application_id = ${APPLICATION_ID}`);
      sqlite.exec("CREATE TABLE kept (word TEXT) STRICT; INSERT INTO kept VALUES ('before')");
    });
    writeFileSync(folder.in('v0.v0.backup.liasse'), 'an earlier copy');
    expect(() => openCompanyFile(path, { readOnly: true })).toThrow('company_needs_upgrade');
    const { sqlite, migratedFrom } = openCompanyFile(path, { readOnly: false });
    expect(migratedFrom).toEqual({ version: 0, backupPath: folder.in('v0.v0-1.backup.liasse') });
    expect(versionOf(sqlite)).toBe(CURRENT_VERSION);
    sqlite.close();
    expect(readFileSync(folder.in('v0.v0.backup.liasse'), 'utf8')).toBe('an earlier copy');
    raw(migratedFrom?.backupPath ?? '', (copy) => {
      expect([versionOf(copy), tables(copy)]).toEqual([0, ['kept']]);
      expect(copy.prepare('SELECT word FROM kept').pluck().get()).toBe('before');
    });
  });
});

describe('creating', () => {
  it('never overwrites, leaves no half file, and says which folder is missing', async () => {
    const before = hash(good);
    const engine = startEngine();
    const { client } = engine;
    const names = readdirSync(folder.path);
    expect(await code(client.call('company.create', { path: good, profile: profile() }))).toBe('company_exists');
    expect(hash(good)).toBe(before);
    const lost = await failure(
      client.call('company.create', { path: folder.in('no', 'x.liasse'), profile: profile() }),
    );
    expect([lost.code, lost.params]).toEqual(['company_folder_missing', { folder: folder.in('no') }]);
    const path = folder.in('bad.liasse');
    expect(await code(client.call('company.create', { path, profile: profile({ currency: 'XXQ' }) }))).toBe(
      'currency_unknown',
    );
    const zone = await failure(client.call('company.create', { path, profile: profile({ zone: 'Europe/Nowhere' }) }));
    expect([zone.code, zone.place]).toEqual(['zone_unknown', { field: 'zone' }]);
    const logo = profile({ logo: 'data:image/gif;base64,AAAA' });
    expect(await code(client.call('company.create', { path, profile: logo }))).toBe('logo_not_an_image');
    // A PNG by its first bytes only.
    const stump = profile({
      logo: `data:image/png;base64,${Buffer.from('89504e470d0a1a0a', 'hex').toString('base64')}`,
    });
    expect(await code(client.call('company.create', { path, profile: stump }))).toBe('logo_not_an_image');
    expect(readdirSync(folder.path)).toEqual(names);
    await engine.close();
  });

  it('marks the file, in WAL, with this version, and its first two series', () => {
    expect(one(good, 'PRAGMA application_id')).toBe(APPLICATION_ID);
    expect(one(good, 'PRAGMA user_version')).toBe(CURRENT_VERSION);
    expect(one(good, 'PRAGMA journal_mode')).toBe('wal');
    expect(
      raw(good, (sqlite) => sqlite.prepare('SELECT kind, prefix, is_default FROM series ORDER BY kind').raw().all()),
    ).toEqual([
      ['credit_note', 'CN-', 1],
      ['invoice', 'INV-', 1],
    ]);
    expect(existsSync(`${good}-wal`)).toBe(false);
  });
});

describe('opening refuses, and does not touch,', () => {
  const refused: [string, string, (path: string) => void][] = [
    [
      'a newer file',
      'company_newer',
      (path) => raw(path, (sqlite) => sqlite.pragma(`user_version = ${CURRENT_VERSION + 5}`)),
    ],
    [
      'a newer file that is a plain copy (no WAL)',
      'company_newer',
      (path) =>
        raw(path, (sqlite) => {
          sqlite.pragma(`user_version = ${CURRENT_VERSION + 5}`);
          sqlite.pragma('journal_mode = DELETE');
        }),
    ],
    [
      'bytes flipped in the middle',
      'company_damaged',
      (path) => {
        const bytes = readFileSync(path);
        for (let at = 4096; at < bytes.length; at += 4096) bytes.fill(0xa5, at, at + 64);
        writeFileSync(path, bytes);
      },
    ],
    ['a truncated file', 'company_damaged', (path) => truncateSync(path, 40_960)],
    ['a file cut off in its first page', 'company_damaged', (path) => truncateSync(path, 1000)],
    ['an empty file', 'company_not_a_company_file', (path) => truncateSync(path, 0)],
    ['a file cut off in its header', 'company_not_a_company_file', (path) => truncateSync(path, 60)],
    [
      'a picture',
      'company_not_a_company_file',
      (path) => writeFileSync(path, Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(5000, 7)])),
    ],
    [
      'another program’s database',
      'company_not_a_company_file',
      (path) => raw(path, (sqlite) => sqlite.pragma('application_id = 42')),
    ],
  ];
  it.each(refused)('%s: %s', async (name, expected, damage) => {
    const path = copyOf(`${name.replaceAll(/\W+/g, '-')}.liasse`);
    damage(path);
    const before = hash(path);
    const engine = startEngine();
    for (const readOnly of [false, true]) {
      const refusal = await failure(engine.client.call('company.open', { path, readOnly }));
      expect([refusal.code, refusal.params['file']]).toEqual([expected, path.slice(folder.path.length + 1)]);
    }
    await engine.close();
    expect(hash(path)).toBe(before);
    // A reader of a file in WAL leaves an empty journal behind; nothing else may lie there: no lock, no copy.
    const beside = readdirSync(folder.path).filter((file) => file.startsWith(path.slice(folder.path.length + 1)));
    expect(beside.filter((file) => !/-(wal|shm)$/.test(file))).toHaveLength(1);
  });

  it('a folder, and what is not there', async () => {
    const path = folder.in('folder.liasse');
    mkdirSync(path);
    const engine = startEngine();
    for (const readOnly of [false, true]) {
      expect(await code(engine.client.call('company.open', { path, readOnly }))).toBe('company_not_a_company_file');
      const nowhere = folder.in('nowhere.liasse');
      expect(await code(engine.client.call('company.open', { path: nowhere, readOnly }))).toBe('company_not_found');
      const deeper = folder.in('no', 'such', 'folder.liasse');
      expect(await code(engine.client.call('company.open', { path: deeper, readOnly }))).toBe('company_not_found');
    }
    await engine.close();
    expect(readdirSync(path)).toEqual([]);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });
});

describe('a file that the system keeps from us', () => {
  const root = process.getuid?.() === 0;
  /** Opens as somebody without rights: as ourselves, or where that is the superuser, whom nothing stops, as nobody. */
  function openAs(path: string, readOnly: boolean): string {
    const module = new URL('../../src/main/engine/store/company-file.ts', import.meta.url).href;
    const script = `import { openCompanyFile } from ${JSON.stringify(module)};
      try { openCompanyFile(process.argv[1], { readOnly: ${readOnly} }).sqlite.close(); console.log('opened'); }
      catch (thrown) { console.log(thrown.code); }`;
    const child = spawnSync(process.execPath, ['--input-type=module', '-e', script, path], {
      encoding: 'utf8',
      ...(root ? { uid: 65534, gid: 65534 } : {}),
    });
    if (child.stdout === '') throw new Error(child.stderr);
    return child.stdout.trim();
  }

  it.skipIf(process.platform === 'win32')('is not called damaged', () => {
    chmodSync(folder.path, 0o777);
    const path = copyOf('kept.liasse');
    const before = hash(path);
    chmodSync(path, 0o444);
    expect(openAs(path, false)).toBe('file_not_writable');
    expect(openAs(path, true)).toBe('opened');
    chmodSync(path, 0o000);
    for (const readOnly of [true, false]) expect(openAs(path, readOnly)).toBe('file_not_readable');
    chmodSync(path, 0o644);
    expect(hash(path)).toBe(before);
  });
});
