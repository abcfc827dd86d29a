/** Four eyes: who approves is another than who prepared, by whichever way one tries. */
import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JobId, RunId, UserId } from '#shared/model/ids.ts';
import { roles } from '#shared/model/people.ts';
import { code, failure, one, openTestCompany, raw, type TestEngine, testFolder } from '../fixtures/engine/engine.ts';
import {
  approveAll,
  changeCustomer,
  draftedRun,
  draftsOf,
  importRequest,
  importRows,
  line,
  manual,
  saveCustomer,
  writeCsv,
} from '../fixtures/engine/work.ts';

// Each opens files, derives secrets and runs jobs: seconds on a machine that does other things as well.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const folder = testFolder();
let engine: TestEngine;
let path = '';
let files = 0;
let anna: UserId;
let bruno: UserId;
beforeEach(async () => {
  files += 1;
  path = folder.in(`eyes-${files}.liasse`);
  engine = await openTestCompany(path);
  for (const key of ['C1', 'C2']) await saveCustomer(engine, { code: key });
  await importRows(engine, folder.in(`lines-${files}.csv`), 'lines', [line('C1', 'a', '10'), line('C2', 'b', '20')]);
  anna = await add('Anna');
  bruno = await add('Bruno', 'bruno-secret');
  await call('people.configure', { fourEyes: true, lockSeconds: 0 });
});
afterEach(() => engine.close());
afterAll(() => folder.remove());

const call: TestEngine['client']['call'] = (name, input, options) => engine.client.call(name, input, options);
const add = async (name: string, secret: string | null = null): Promise<UserId> => {
  const user = await call('user.save', {
    id: null,
    rowVersion: null,
    name,
    roles: [...roles],
    secret: secret === null ? { kind: 'none' } : { kind: 'new', secret },
  });
  return user.id;
};
const asAnna = () => call('people.signIn', { userId: anna });
const asBruno = () => call('people.signIn', { userId: bruno, secret: 'bruno-secret' });
const finalise = (runId: RunId) => engine.job('run.finalise', { runId });
const prepared = async (runId: RunId) => {
  const drafts = await draftsOf(engine, runId);
  const told: Record<string, [string, string | null]> = {};
  for (const [reference, { id }] of drafts) {
    const { preparedBy, approvedBy } = await call('draft.get', { id });
    told[reference] = [preparedBy, approvedBy];
  }
  return told;
};
const customerOf = async (key: string) =>
  (await call('customer.list', { filter: { search: key } })).rows[0]?.id ?? ('' as never);

describe('approving', () => {
  it('refuses one’s own drafts, counts them, and takes another’s; both stand on record', async () => {
    const runId = await draftedRun(engine);
    expect((await call('run.get', { id: runId })).preparedBy).toBe('Anna');
    expect(await approveAll(engine, runId)).toEqual({ changed: 0, blocked: 0, own: 2, unchanged: 0 });
    expect(await code(finalise(runId))).toBe('run_nothing_approved');
    await asBruno();
    expect(await approveAll(engine, runId)).toEqual({ changed: 2, blocked: 0, own: 0, unchanged: 0 });
    expect(await prepared(runId)).toEqual({ a: ['Anna', 'Bruno'], b: ['Anna', 'Bruno'] });
    // Who issues may be either: the second pair of eyes has looked.
    await asAnna();
    expect(await finalise(runId)).toMatchObject({ issued: 2, setAside: 0, own: 0 });
    expect(await call('run.get', { id: runId })).toMatchObject({ preparedBy: 'Anna', approvedBy: ['Bruno'] });
    const [row] = (await call('invoice.list', {})).rows;
    expect(await call('invoice.get', { id: row?.id ?? null })).toMatchObject({
      preparedBy: 'Anna',
      approvedBy: 'Bruno',
    });
    expect(one(path, `SELECT actor FROM audit_event WHERE action = 'run.approve'`)).toBe('Bruno');
    expect(one(path, `SELECT actor FROM audit_event WHERE action = 'run.finalised'`)).toBe('Anna');
  });

  it('is free while the rule is off, and what was approved then is looked at again when it is on', async () => {
    await call('people.configure', { fourEyes: false, lockSeconds: 0 });
    const runId = await draftedRun(engine);
    expect(await approveAll(engine, runId)).toMatchObject({ changed: 2, own: 0 });
    await call('people.configure', { fourEyes: true, lockSeconds: 0 });
    expect(await finalise(runId)).toMatchObject({ issued: 0, own: 2 });
    expect((await call('run.get', { id: runId })).counts).toMatchObject({ approved: 0, open: 2 });
    expect(one(path, `SELECT count(*) FROM audit_event WHERE action = 'run.own_approvals_lifted'`)).toBe(1);
    await asBruno();
    await approveAll(engine, runId);
    expect(await finalise(runId)).toMatchObject({ issued: 2, own: 0 });
  });

  it('counts what was prepared before there were users as the first user’s', async () => {
    const runId = await draftedRun(engine);
    raw(path, (sqlite) => sqlite.prepare(`UPDATE draft SET prepared_by = 'someone at this computer'`).run());
    expect(await approveAll(engine, runId)).toMatchObject({ changed: 0, own: 2 });
    await asBruno();
    expect(await approveAll(engine, runId)).toMatchObject({ changed: 2, own: 0 });
  });
});

describe('nobody gets around it', () => {
  it('by changing what was approved: the change is its author’s, who cannot approve it', async () => {
    const runId = await draftedRun(engine);
    await asBruno();
    await approveAll(engine, runId);
    await changeCustomer(engine, await customerOf('C1'), { name: 'Another name' });
    // Anna issues: the draft that Bruno changed goes back, as Bruno's.
    await asAnna();
    expect(await finalise(runId)).toMatchObject({ issued: 0, setAside: 1 });
    expect((await prepared(runId))['a']).toEqual(['Bruno', null]);
    await asBruno();
    const ids = [(await draftsOf(engine, runId)).get('a')?.id ?? ''];
    const approve = () => call('run.decide', { runId, selection: { ids }, decision: 'approve' });
    expect(await approve()).toMatchObject({ changed: 0, own: 1 });
    await asAnna();
    expect(await approve()).toMatchObject({ changed: 1, own: 0 });
    expect(await finalise(runId)).toMatchObject({ issued: 2 });
  });

  it('by having another draft anew what one changed oneself', async () => {
    const runId = await draftedRun(engine);
    await asBruno();
    await changeCustomer(engine, await customerOf('C2'), { name: 'Bruno was here' });
    await asAnna();
    await engine.job('run.draft', { runId });
    expect(await prepared(runId)).toMatchObject({ a: ['Anna', null], b: ['Bruno', null] });
    await asBruno();
    expect(await approveAll(engine, runId)).toMatchObject({ changed: 1, own: 1 });
  });

  it('by bringing new lines into what was approved', async () => {
    const runId = await draftedRun(engine);
    await asBruno();
    await approveAll(engine, runId);
    await importRows(engine, folder.in(`more-${files}.csv`), 'lines', [line('C1', 'a', '5', { description: 'more' })]);
    await asAnna();
    await engine.job('run.draft', { runId });
    expect(await prepared(runId)).toMatchObject({ a: ['Bruno', null], b: ['Anna', 'Bruno'] });
  });

  it('by a change to many at once that hides behind another’s small one, or by settings taken from elsewhere', async () => {
    const own = folder.in(`bruno-${files}.liasse`);
    const runId = await draftedRun(engine);
    const c1 = await customerOf('C1');
    await changeCustomer(engine, c1, { note: 'called on Monday' });
    await asBruno();
    await call('customer.bulkEdit', { selection: { ids: [c1] }, changes: { set: { orderReference: 'BRUNO' } } });
    await asAnna();
    await changeCustomer(engine, c1, { note: 'and on Tuesday' });
    await engine.job('run.draft', { runId });
    expect(await prepared(runId)).toMatchObject({ a: ['Anna', null], b: ['Anna', null] });
    await asBruno();
    expect(await approveAll(engine, runId)).toMatchObject({ changed: 1, own: 1 });
    await asAnna();
    const other = await openTestCompany(own, { message: 'Pay to Bruno', paymentTermsDays: 1 });
    await other.close();
    await asBruno();
    await call('settings.copy', { from: own, parts: ['message', 'terms'] });
    await asAnna();
    await engine.job('run.draft', { runId });
    expect(await prepared(runId)).toEqual({ a: ['Bruno', null], b: ['Bruno', null] });
    await asBruno();
    expect(await approveAll(engine, runId)).toMatchObject({ changed: 0, own: 2 });
  });

  it('by undo and redo of an approval or of a change', async () => {
    const runId = await draftedRun(engine);
    await asBruno();
    await changeCustomer(engine, await customerOf('C1'), { name: 'Changed' });
    await asAnna();
    await engine.job('run.draft', { runId });
    // Anna approves what Bruno made of it; Bruno takes his own change back.
    expect(await approveAll(engine, runId)).toMatchObject({ changed: 1, own: 1 });
    const approval = (await call('undo.list', {})).find((entry) => entry.action === 'run.approve');
    await asBruno();
    if (approval) expect(await code(call('undo.apply', { entryId: approval.id }))).toBe('undo_of_another');
    const change = (await call('undo.list', {})).find((entry) => entry.action === 'customer.changed');
    await call('undo.apply', { entryId: change?.id ?? ('' as never) });
    await asAnna();
    expect(await finalise(runId)).toMatchObject({ issued: 0, setAside: 1 });
    expect((await prepared(runId))['a']).toEqual(['Bruno', null]);
    await asBruno();
    expect(await approveAll(engine, runId)).toMatchObject({ changed: 1, own: 1 });
  });

  it('by accepting findings on one’s own drafts, one by one or for the whole run', async () => {
    await changeCustomer(engine, await customerOf('C1'), { name: null });
    const runId = await draftedRun(engine);
    const check = 'customer.name_missing';
    const draftId = (await draftsOf(engine, runId)).get('a')?.id ?? null;
    const accept = (of: typeof draftId) =>
      call('run.acceptFindings', { runId, check, draftId: of, reason: 'known well' });
    expect(await accept(draftId)).toEqual({ accepted: 0, own: 1 });
    expect(await accept(null)).toEqual({ accepted: 0, own: 1 });
    expect(one(path, 'SELECT count(*) FROM acceptance')).toBe(0);
    await asBruno();
    expect(await accept(null)).toEqual({ accepted: 1, own: 0 });
    expect(await approveAll(engine, runId)).toMatchObject({ changed: 2, blocked: 0 });
  });
});

describe('an invoice by hand', () => {
  const create = async (approver: { userId: UserId; secret: string | null } | null) =>
    call('invoice.create', { invoice: manual(await customerOf('C1')), approver });

  it('takes a second person, verified, and keeps no secret', async () => {
    expect(await failure(create(null))).toMatchObject({ code: 'approver_needed', params: { who: 'Bruno' } });
    expect(await code(create({ userId: anna, secret: null }))).toBe('approver_same');
    expect(await code(create({ userId: bruno, secret: 'wrong' }))).toBe('sign_in_failed');
    expect(one(path, 'SELECT count(*) FROM invoice')).toBe(0);
    const row = await create({ userId: bruno, secret: 'bruno-secret' });
    expect(await call('invoice.get', { id: row.id })).toMatchObject({ preparedBy: 'Anna', approvedBy: 'Bruno' });
    const kept = raw(path, (sqlite) =>
      JSON.stringify(
        ['command_result', 'audit_event', 'draft', 'job'].map((table) =>
          sqlite.prepare(`SELECT * FROM ${table}`).all(),
        ),
      ),
    );
    expect(kept).not.toContain('bruno-secret');
    expect(one(path, `SELECT params FROM audit_event WHERE action = 'invoice.issued'`)).toContain('"approver":"Bruno"');
    // Still Anna who works here.
    expect((await call('people.state', {})).me?.name).toBe('Anna');
  });

  it('may be prepared by who only prepares, with the signature of somebody who approves', async () => {
    await call('people.configure', { fourEyes: false, lockSeconds: 0 });
    const carla = await call('user.save', {
      id: null,
      rowVersion: null,
      name: 'Carla',
      roles: ['prepare'],
      secret: { kind: 'none' },
    });
    const david = await call('user.save', {
      id: null,
      rowVersion: null,
      name: 'David',
      roles: ['account'],
      secret: { kind: 'none' },
    });
    await call('people.signIn', { userId: carla.id });
    expect(await failure(create(null))).toMatchObject({ code: 'not_allowed', params: { who: 'Anna, Bruno' } });
    expect(await code(create({ userId: david.id, secret: null }))).toBe('approver_may_not');
    expect((await create({ userId: bruno, secret: 'bruno-secret' })).number).not.toBe('');
  });
});

describe('jobs', () => {
  it('go on under who began them, whoever is signed in or whether anybody is', async () => {
    const runId = await draftedRun(engine);
    await asBruno();
    await approveAll(engine, runId);
    const { jobId } = await engine.client.start('run.finalise', { runId });
    await call('people.lock', {});
    await expect.poll(async () => (await call('job.get', { id: jobId })).status).toBe('done');
    expect(one(path, `SELECT actor FROM audit_event WHERE action = 'run.finalised'`)).toBe('Bruno');
    expect(one(path, `SELECT actor FROM job WHERE id = ?`, jobId)).toBe('Bruno');
  });

  it('taken up by another are his, and take no other file than the one they were begun with', async () => {
    const csv = folder.in(`taken-up-${files}.csv`);
    writeCsv(csv, [line('C1', 'taken', '10')]);
    const request = await importRequest(engine, csv, 'lines', {});
    const ended = async (id: JobId) => {
      await expect
        .poll(async () => ['running', 'cancelling'].includes((await call('job.get', { id })).status), {
          timeout: 20_000,
        })
        .toBe(false);
      return call('job.get', { id });
    };
    // Begun by Anna with nothing to read: Bruno puts his own file there.
    rmSync(csv);
    const begun = (await engine.client.start('import.commit', request)).jobId;
    expect((await ended(begun)).status).toBe('failed');
    await asBruno();
    writeCsv(csv, [line('C1', 'taken', '99999')]);
    await call('job.resume', { id: begun });
    expect((await ended(begun)).status).toBe('done');
    expect(one(path, `SELECT actor FROM import_batch ORDER BY rowid DESC LIMIT 1`)).toBe('Bruno');
    expect(one(path, `SELECT actor FROM audit_event WHERE action = 'import.committed' ORDER BY id DESC LIMIT 1`)).toBe(
      'Bruno',
    );
    // One that had its file keeps to it.
    const other = folder.in(`pinned-${files}.csv`);
    writeCsv(other, [line('C1', 'pinned', '10')]);
    const pinned = (await engine.client.start('import.commit', await importRequest(engine, other, 'lines', {}))).jobId;
    expect((await ended(pinned)).status).toBe('done');
    raw(path, (sqlite) => sqlite.prepare(`UPDATE job SET status = 'interrupted' WHERE id = ?`).run(pinned));
    writeCsv(other, [line('C1', 'pinned', '99999')]);
    await call('job.resume', { id: pinned });
    expect((await ended(pinned)).error?.code).toBe('import_file_changed');
  });

  it('are stopped and taken up only by who may begin them', async () => {
    const runId = await draftedRun(engine);
    const { rows } = {
      rows: raw(path, (sqlite) => sqlite.prepare(`SELECT id FROM job WHERE name = 'run.draft'`).all()),
    };
    expect(runId).not.toBe('');
    const reader = await call('user.save', {
      id: null,
      rowVersion: null,
      name: 'Rita',
      roles: [],
      secret: { kind: 'none' },
    });
    await call('people.signIn', { userId: reader.id });
    // Reason for the cast: the row was read by that very query.
    const id = (rows[0] as { id: string }).id as never;
    expect(await code(call('job.resume', { id }))).toBe('not_allowed');
    expect(await code(call('job.cancel', { id }))).toBe('not_allowed');
  });
});

describe('turning the rule on', () => {
  it('takes two people', async () => {
    await call('people.configure', { fourEyes: false, lockSeconds: 0 });
    const row = (await call('user.list', {})).find((user) => user.id === bruno);
    await call('user.archive', { id: bruno, rowVersion: row?.rowVersion ?? 0, archived: true });
    expect(await code(call('people.configure', { fourEyes: true, lockSeconds: 0 }))).toBe('four_eyes_needs_two');
  });
});
