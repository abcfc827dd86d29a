/** Users, signing in, roles and the lock: what the engine lets in, whatever a page asks. */
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient } from '#engine/entries/client.ts';
import { createDispatcher } from '#engine/entries/dispatcher.ts';
import { access, allows } from '#shared/contract/access.ts';
import { contract, type Name } from '#shared/contract/index.ts';
import type { UserId } from '#shared/model/ids.ts';
import { type Role, roles } from '#shared/model/people.ts';
import { code, failure, one, openTestCompany, raw, type TestEngine, testFolder } from '../fixtures/engine/engine.ts';
import { customerInput } from '../fixtures/engine/work.ts';

// Each opens files, derives secrets and runs jobs: seconds on a machine that does other things as well.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const folder = testFolder();
let engine: TestEngine;
let path = '';
let files = 0;
beforeEach(async () => {
  files += 1;
  path = folder.in(`people-${files}.liasse`);
  engine = await openTestCompany(path);
});
afterEach(() => engine.close());
afterAll(() => folder.remove());

const call: TestEngine['client']['call'] = (name, input, options) => engine.client.call(name, input, options);
const add = async (name: string, given: Role[], secret: string | null = null) =>
  call('user.save', {
    id: null,
    rowVersion: null,
    name,
    roles: given,
    secret: secret === null ? { kind: 'none' } : { kind: 'new', secret },
  });
const signIn = (userId: UserId, secret: string | null = null) => call('people.signIn', { userId, secret });
const customer = () =>
  call('customer.save', { id: null, rowVersion: null, customer: customerInput({ code: `K${Math.random()}` }) });

describe('a company without users', () => {
  it('works as ever: everybody may do everything under the system’s name, and a lock locks nothing', async () => {
    expect(await call('people.state', {})).toMatchObject({ mode: 'open', users: [], me: null });
    await customer();
    expect((await call('people.lock', {})).mode).toBe('open');
    await customer();
    expect(one(path, `SELECT DISTINCT actor FROM audit_event`)).toBe('tester');
  });
});

describe('the first user', () => {
  it('manages whatever roles are given, and goes on working as that user', async () => {
    const anna = await add('Anna', ['prepare']);
    expect(anna.roles).toEqual(['prepare', 'manage']);
    expect(await call('people.state', {})).toMatchObject({ mode: 'signed_in', me: { name: 'Anna' } });
    await customer();
    expect(one(path, `SELECT actor FROM audit_event ORDER BY id DESC LIMIT 1`)).toBe('Anna');
  });

  it('makes everybody sign in from the next opening on', async () => {
    const anna = await add('Anna', []);
    await call('company.open', { path });
    expect((await call('people.state', {})).mode).toBe('signed_out');
    expect(await code(call('customer.list', {}))).toBe('not_signed_in');
    await signIn(anna.id);
    expect((await call('customer.list', {})).total).toBe(0);
  });
});

describe('secrets', () => {
  it('are asked for, compared, and stand nowhere as typed', async () => {
    const secret = 'Grüße-7319-été';
    const anna = await add('Anna', ['prepare'], secret);
    const other = await add('Bruno', [], 'another-secret-88');
    await call('user.changeSecret', { current: secret, secret: `${secret}-new` });
    expect(await code(call('user.changeSecret', { current: secret, secret: null }))).toBe('sign_in_failed');
    await call('people.signOut', {});
    expect(await code(signIn(anna.id, secret))).toBe('sign_in_failed');
    expect((await signIn(anna.id, `${secret}-new`.normalize('NFD'))).me?.name).toBe('Anna');
    const said = JSON.stringify([await call('user.list', {}), await call('people.state', {})]);
    for (const typed of [secret, 'another-secret-88', 'scrypt', '"hash"']) expect(said).not.toContain(typed);
    const kept = raw(path, (sqlite) =>
      JSON.stringify([
        sqlite.prepare('SELECT * FROM app_user').all(),
        sqlite.prepare('SELECT * FROM command_result').all(),
        sqlite.prepare('SELECT * FROM audit_event').all(),
      ]),
    );
    for (const typed of [secret, `${secret}-new`, 'another-secret-88']) expect(kept).not.toContain(typed);
    // Everybody's own salt: the same secret twice is not the same text twice.
    const stored = (id: string) => one(path, 'SELECT secret FROM app_user WHERE id = ?', id);
    expect(stored(anna.id)).toMatch(/"n":32768,"r":8,"p":1/);
    expect(stored(anna.id)).not.toBe(stored(other.id));
  });

  it('are not in the hash by which a retry is known either', async () => {
    const commandId = '01890000-0000-7000-8000-000000000001';
    const input = { id: null, rowVersion: null, name: 'Anna', roles: [] };
    const made = await call('user.save', { ...input, secret: { kind: 'new', secret: 'first-one' } }, { commandId });
    // Another secret under the same command id is the same command: its hash does not know the secret.
    const again = await call('user.save', { ...input, secret: { kind: 'new', secret: 'other-one' } }, { commandId });
    expect(again).toEqual(made);
    await call('people.signOut', {});
    expect((await signIn(made.id, 'first-one')).mode).toBe('signed_in');
  });

  it('have at least four characters', async () => {
    expect(await code(add('Anna', [], '123'))).toBe('bad_input');
  });

  it('are guessed ever more slowly, also side by side and over a new opening', async () => {
    const anna = await add('Anna', [], 'right-one');
    await call('people.signOut', {});
    const tries = await Promise.all([1, 2, 3, 4, 5, 6].map(() => code(signIn(anna.id, 'wrong'))));
    expect(tries.filter((one) => one === 'sign_in_failed')).toHaveLength(3);
    expect(tries.filter((one) => one === 'sign_in_wait')).toHaveLength(3);
    await call('company.open', { path });
    // The right one has to wait as well.
    const waiting = await failure(signIn(anna.id, 'right-one'));
    expect(waiting.code).toBe('sign_in_wait');
    await new Promise((go) => setTimeout(go, Number(waiting.params['seconds']) * 1000));
    expect((await signIn(anna.id, 'right-one')).mode).toBe('signed_in');
  });

  it('that are forgotten are given anew by a manager, or taken away by who holds the file, on record', async () => {
    const anna = await add('Anna', [], 'anna-one');
    const bruno = await add('Bruno', [], 'bruno-one');
    await call('user.save', {
      id: bruno.id,
      rowVersion: bruno.rowVersion,
      name: 'Bruno',
      roles: [],
      secret: { kind: 'new', secret: 'bruno-two' },
    });
    await signIn(bruno.id, 'bruno-two');
    expect(await code(call('user.reset', { name: 'Anna' }))).toBe('not_allowed');
    await engine.close();
    const dispatcher = createDispatcher({
      threadUrl: (name) => new URL(`../../src/main/engine/entries/${name}.ts`, import.meta.url),
      resourcesDir: new URL('../../resources', import.meta.url).pathname,
      actor: 'holder',
      holder: true,
    });
    const holder = createClient(dispatcher);
    await holder.call('company.open', { path });
    expect(await code(holder.call('user.list', {}))).toBe('not_signed_in');
    expect((await holder.call('user.reset', { name: 'anna' })).hasSecret).toBe(false);
    expect((await holder.call('people.signIn', { userId: anna.id })).me?.name).toBe('Anna');
    await dispatcher.close();
    expect(one(path, `SELECT actor FROM audit_event WHERE action = 'user.reset'`)).toBe('holder');
  });
});

describe('managing', () => {
  it('never loses its last manager', async () => {
    const anna = await add('Anna', []);
    const bruno = await add('Bruno', ['approve']);
    const save = (user: typeof anna, given: Role[]) =>
      call('user.save', {
        id: user.id,
        rowVersion: user.rowVersion,
        name: user.name,
        roles: given,
        secret: { kind: 'keep' },
      });
    expect(await code(save(anna, ['approve']))).toBe('last_manager');
    expect(await code(call('user.archive', { id: anna.id, rowVersion: anna.rowVersion, archived: true }))).toBe(
      'last_manager',
    );
    const second = await save(bruno, ['manage']);
    expect((await save(anna, ['approve'])).roles).toEqual(['approve']);
    // Demoted, Anna may no more, at once.
    expect(await code(call('user.archive', { id: bruno.id, rowVersion: second.rowVersion, archived: true }))).toBe(
      'not_allowed',
    );
    await signIn(bruno.id);
    expect(await code(call('user.archive', { id: bruno.id, rowVersion: second.rowVersion, archived: true }))).toBe(
      'last_manager',
    );
  });

  it('keeps a name that stands in the history, and gives it to nobody else', async () => {
    const anna = await add('Anna', []);
    const bruno = await add('Bruno', []);
    const rename = (user: typeof anna, name: string) =>
      call('user.save', {
        id: user.id,
        rowVersion: user.rowVersion,
        name,
        roles: ['manage'],
        secret: { kind: 'keep' },
      });
    expect(await code(rename(anna, 'Annette'))).toBe('user_name_stays');
    const renamed = await rename(bruno, 'Brunhilde');
    expect(renamed.name).toBe('Brunhilde');
    expect(await code(add('  ANNA ', []))).toBe('user_name_taken');
    const removed = await call('user.archive', { id: renamed.id, rowVersion: renamed.rowVersion, archived: true });
    expect(await code(add('brunhilde', []))).toBe('user_name_taken');
    expect(await code(signIn(renamed.id))).toBe('user_unknown');
    const back = await call('user.archive', { id: renamed.id, rowVersion: removed.rowVersion, archived: false });
    expect(back.archived).toBe(false);
  });

  it('signs out who is removed', async () => {
    const anna = await add('Anna', []);
    const bruno = await add('Bruno', ['manage']);
    await signIn(bruno.id);
    const before = (await call('user.list', {})).find((user) => user.id === bruno.id);
    await call('user.archive', { id: bruno.id, rowVersion: before?.rowVersion ?? 0, archived: true });
    expect((await call('people.state', {})).mode).toBe('signed_out');
    await signIn(anna.id);
  });
});

describe('roles', () => {
  it.each(roles)('%s alone opens exactly what the table says', async (role) => {
    await add('Anna', ['manage']);
    const bruno = await add('Bruno', [role]);
    await signIn(bruno.id);
    // Inputs that no handler takes far: what counts is whether the door lets them through to parsing's far side.
    for (const name of Object.keys(contract) as Name[]) {
      const entry = access[name];
      if (entry === 'anyone' || contract[name].kind === 'session' || name === 'import.inspect') continue;
      const sample = contract[name].input.safeParse({});
      if (!sample.success) continue;
      const refused = await code(
        contract[name].kind === 'job'
          ? engine.client.start(name as 'company.verify', {}).then(() => Promise.reject(new Error('fine')))
          : call(name as 'company.get', {}).then(() => Promise.reject(new Error('fine'))),
      ).catch(() => 'let in');
      expect([name, refused === 'not_allowed']).toEqual([name, !allows(entry, [role])]);
    }
  });

  it('is told the own latest act, never another’s, and saves no view that others see', async () => {
    await add('Anna', ['manage', 'prepare']);
    const bruno = await add('Bruno', ['prepare']);
    const reader = await add('Rita', []);
    await customer();
    expect((await call('undo.latest', {})).undo?.actor).toBe('Anna');
    await signIn(bruno.id);
    for (const input of [{}, { actor: 'Anna' }]) expect((await call('undo.latest', input)).undo).toBeNull();
    await signIn(reader.id);
    expect(await code(call('view.save', { list: 'customers', name: 'Mine', spec: { v: 1 } }))).toBe('not_allowed');
  });

  it('say who may, and a reader only reads', async () => {
    await add('Anna', ['manage', 'prepare']);
    const bruno = await add('Bruno', []);
    await signIn(bruno.id);
    expect((await call('customer.list', {})).total).toBe(0);
    expect(await failure(customer())).toMatchObject({ code: 'not_allowed', params: { who: 'Anna' } });
    expect(await code(call('people.configure', { fourEyes: true, lockSeconds: 0 }))).toBe('not_allowed');
  });
});

describe('the lock', () => {
  it('answers nothing but who may unlock it and how jobs go, and opens for anybody who signs in', async () => {
    const anna = await add('Anna', [...roles], 'anna-secret');
    const bruno = await add('Bruno', [...roles]);
    const { jobId } = await engine.client.start('company.verify', {});
    await call('people.lock', {});
    for (const name of Object.keys(contract) as Name[]) {
      const entry = access[name];
      if (entry === 'anyone') continue;
      const { success } = contract[name].input.safeParse({});
      if (!success) continue;
      const answer = await code(call(name as 'company.get', {}));
      expect([name, answer]).toEqual([name, entry === 'holder' ? 'not_allowed' : 'company_locked']);
    }
    expect(await call('company.current', {})).toMatchObject({ path });
    expect((await call('job.get', { id: jobId })).id).toBe(jobId);
    expect((await call('people.state', {})).mode).toBe('locked');
    expect(await code(signIn(anna.id, 'wrong'))).toBe('sign_in_failed');
    expect((await call('people.state', {})).mode).toBe('locked');
    expect((await signIn(bruno.id)).me?.name).toBe('Bruno');
    await customer();
  });

  it('comes by itself after the time without input, and not before', async () => {
    await add('Anna', []);
    await call('people.configure', { fourEyes: false, lockSeconds: 2 });
    const mode = async () => (await call('people.state', {})).mode;
    await new Promise((go) => setTimeout(go, 1300));
    await call('people.active', {});
    await new Promise((go) => setTimeout(go, 1300));
    expect(await mode()).toBe('signed_in');
    await expect.poll(mode, { timeout: 10_000 }).toBe('locked');
  }, 20_000);

  it('holds over a death of the engine, and so does who is signed in, for one opening', async () => {
    const anna = await add('Anna', []);
    await engine.close();
    const start = (locked: boolean) => {
      const dispatcher = createDispatcher({
        threadUrl: (name) => new URL(`../../src/main/engine/entries/${name}.ts`, import.meta.url),
        resourcesDir: new URL('../../resources', import.meta.url).pathname,
        actor: 'tester',
        signedIn: { path, userId: anna.id, locked },
      });
      return { dispatcher, client: createClient(dispatcher) };
    };
    const locked = start(true);
    await locked.client.call('company.open', { path });
    expect((await locked.client.call('people.state', {})).mode).toBe('locked');
    await locked.dispatcher.close();
    const open = start(false);
    await open.client.call('company.open', { path });
    expect((await open.client.call('people.state', {})).me?.name).toBe('Anna');
    await open.client.call('company.open', { path });
    expect((await open.client.call('people.state', {})).mode).toBe('signed_out');
    await open.dispatcher.close();
  });
});

describe('what somebody did', () => {
  it('is taken back only with the right that it needs now, and passes to no new user of that name', async () => {
    const max = await add('Max', ['prepare']);
    const boss = await add('Boss', ['manage']);
    await call('field.save', {
      id: null,
      rowVersion: null,
      record: 'customer',
      name: 'Colour',
      kind: 'text',
      options: [],
    });
    await signIn(boss.id);
    await call('user.save', {
      id: max.id,
      rowVersion: max.rowVersion,
      name: 'Max',
      roles: ['prepare'],
      secret: { kind: 'keep' },
    });
    // The computer's own name stands in the history from before there were users.
    expect(await code(add('tester', []))).toBe('user_name_in_history');
    await signIn(max.id);
    const entry = (await call('undo.list', {}))[0];
    expect(entry?.action).toBe('field.created');
    expect(await failure(call('undo.apply', { entryId: entry?.id ?? ('' as never) }))).toMatchObject({
      code: 'not_allowed',
      params: { who: 'Boss' },
    });
  });
});
