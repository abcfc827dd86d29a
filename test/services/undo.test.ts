/** The undo journal: every act comes back as it was, or is refused with the reason; nothing issued is ever touched. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UndoEntry } from '#shared/contract/undo.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import {
  code,
  failure,
  one,
  openTestCompany,
  profile,
  raw,
  type TestEngine,
  testFolder,
} from '../fixtures/engine/engine.ts';
import {
  approveAll,
  changeCustomer,
  customerInput,
  draftedRun,
  draftsOf,
  importRows,
  line,
  lineStates,
  saveCustomer,
} from '../fixtures/engine/work.ts';

const folder = testFolder();
const path = folder.in('undo.liasse');
let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestCompany(path);
});
afterAll(async () => {
  await engine.close();
  folder.remove();
});

const latest = () => engine.client.call('undo.latest', { actor: 'tester' });
async function undo(): Promise<UndoEntry> {
  const { undo: entry } = await latest();
  if (!entry) throw new Error('nothing to undo');
  return (await engine.client.call('undo.apply', { entryId: entry.id })).entry;
}
async function redo(): Promise<void> {
  const { redo: entry } = await latest();
  if (!entry) throw new Error('nothing to redo');
  await engine.client.call('undo.apply', { entryId: entry.id });
}
const get = (id: CustomerId) => engine.client.call('customer.get', { id });
/** Every row of the tables that undo may touch, without versions and times. */
const picture = () =>
  raw(path, (sqlite) =>
    [
      'customer',
      'product',
      'tag',
      'record_tag',
      'custom_field',
      'custom_value',
      'segment',
      'series',
      'draft',
      'pending_line',
      'finding',
      'acceptance',
    ].map((table) =>
      (sqlite.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[])
        .map(({ row_version: _v, updated_at: _u, id, ...row }) =>
          JSON.stringify(table === 'finding' ? row : { id, ...row }),
        )
        .sort(),
    ),
  );

describe('one customer', () => {
  it('comes and goes, forwards and backwards', async () => {
    const before = picture();
    const saved = await saveCustomer(engine, { code: 'A', city: 'Leeds' });
    await changeCustomer(engine, saved.id, { city: 'York' });
    expect((await latest()).redo).toBeNull();
    await undo();
    expect((await get(saved.id)).city).toBe('Leeds');
    await undo();
    expect(picture()).toEqual(before);
    await redo();
    expect((await get(saved.id)).city).toBe('Leeds');
    await redo();
    expect((await get(saved.id)).city).toBe('York');
    expect((await latest()).redo).toBeNull();
    // Back again, then something new: what was undone is no longer offered.
    await undo();
    await saveCustomer(engine, { code: 'B' });
    expect((await latest()).redo).toBeNull();
    expect((await get(saved.id)).city).toBe('Leeds');
    // A form that was open on it notices.
    expect((await get(saved.id)).rowVersion).toBeGreaterThan(saved.rowVersion);
  });

  it('tags and values come back with it', async () => {
    const field = await engine.client.call('field.save', { record: 'customer', name: 'Size', kind: 'number' });
    const saved = await engine.client.call('customer.save', {
      id: null,
      rowVersion: null,
      customer: customerInput({ code: 'TV' }),
      tags: ['One', 'Two'],
      custom: { [field.id]: '5' },
    });
    const { id, rowVersion, createdAt: _c, updatedAt: _u, tags, custom, ...customer } = saved;
    await engine.client.call('customer.save', {
      id,
      rowVersion,
      customer,
      tags: ['Two', 'Three'],
      custom: { [field.id]: null },
    });
    await undo();
    expect(await get(id)).toMatchObject({ tags, custom });
    await redo();
    expect(await get(id)).toMatchObject({ tags: [{ name: 'Three' }, { name: 'Two' }], custom: {} });
    // A tag taken away, and back with all that bore it.
    const three = (await get(id)).tags[0];
    if (!three) throw new Error('no tag');
    await engine.client.call('tag.remove', { id: three.id });
    expect((await get(id)).tags).toHaveLength(1);
    await undo();
    expect((await get(id)).tags).toHaveLength(2);
  });

  it('is refused where somebody went on from there, and says who', async () => {
    const saved = await saveCustomer(engine, { code: 'C', name: 'Carla', city: 'Leeds' });
    await changeCustomer(engine, saved.id, { city: 'York' });
    const { undo: entry } = await latest();
    await changeCustomer(engine, saved.id, { phone: '1' });
    if (!entry) throw new Error('nothing to undo');
    const error = await failure(engine.client.call('undo.apply', { entryId: entry.id }));
    expect([error.code, error.params['name']]).toEqual(['undo_changed_since', 'C']);
    await undo();
    await engine.client.call('undo.apply', { entryId: entry.id });
    expect(await code(engine.client.call('undo.apply', { entryId: entry.id }))).toBe('undo_done');
    expect((await get(saved.id)).city).toBe('Leeds');
  });

  it('does not go away with what somebody hung on it since', async () => {
    const saved = await saveCustomer(engine, { code: 'HUNG' });
    const { undo: made } = await latest();
    if (!made) throw new Error('nothing to undo');
    const field = await engine.client.call('field.save', { record: 'customer', name: 'Hung', kind: 'text' });
    const { undo: field1 } = await latest();
    for (const changes of [{ addTags: ['hung'] }, { custom: { [field.id]: 'North' } }]) {
      await engine.client.call('customer.bulkEdit', { selection: { ids: [saved.id] }, changes });
      const error = await failure(engine.client.call('undo.apply', { entryId: made.id }));
      expect([error.code, error.params['name']]).toEqual(['undo_changed_since', 'HUNG']);
      await undo();
    }
    // A view by a field: the field stays while the view is there.
    const spec = { v: 1, filter: { custom: [{ fieldId: field.id, op: 'is', value: 'x' }] } };
    const view = await engine.client.call('view.save', { list: 'customers', name: 'By hung', spec });
    if (!field1) throw new Error('nothing to undo');
    const error = await failure(engine.client.call('undo.apply', { entryId: field1.id }));
    expect([error.code, error.params['name']]).toEqual(['undo_changed_since', 'By hung']);
    await engine.client.call('view.remove', { id: view.id });
    await engine.client.call('undo.apply', { entryId: field1.id });
    await engine.client.call('undo.apply', { entryId: made.id });
    expect(await code(get(saved.id))).toBe('not_found');
  });

  it('that is used by now does not go away', async () => {
    const saved = await saveCustomer(engine, { code: 'USED' });
    const { undo: entry } = await latest();
    await importRows(engine, folder.in('u.csv'), 'lines', [line('USED', 'U1', '10')]);
    if (!entry) throw new Error('nothing to undo');
    expect(await code(engine.client.call('undo.apply', { entryId: entry.id }))).toBe('undo_not_possible');
    expect((await get(saved.id)).code).toBe('USED');
  });

  it('undoing is on record, with the sentence of what it took back', async () => {
    const { rows } = await engine.client.call('audit.list', { filter: { search: 'undo' } });
    expect(rows).toEqual([]);
    const all = await engine.client.call('audit.list', { filter: { group: 'records' }, limit: 500 });
    const applied = all.rows.filter((row) => row.action.startsWith('undo.'));
    expect(applied.length).toBeGreaterThan(4);
    expect(new Set(applied.map((row) => row.action))).toEqual(new Set(['undo.applied', 'undo.redone']));
    expect(applied.every((row) => typeof row.params['action'] === 'string')).toBe(true);
  });
});

describe('lines and runs', () => {
  it('a decision on lines comes back, findings too', async () => {
    await importRows(engine, folder.in('l.csv'), 'lines', [line('A', 'L1', '10'), line('A', 'L2', '20')]);
    const before = picture();
    await engine.client.call('line.decide', { selection: { all: { status: ['open'] }, except: [] }, decision: 'hold' });
    expect((await lineStates(engine))['open']).toBeUndefined();
    await undo();
    expect(picture()).toEqual(before);
  });

  it('approvals come back and forth while the run is in review, never afterwards', async () => {
    const runId = await draftedRun(engine);
    await approveAll(engine, runId);
    const approved = picture();
    const { undo: approval } = await latest();
    await engine.client.call('run.decide', {
      runId,
      selection: { all: {}, except: [] },
      decision: 'hold',
      reason: 'wait',
    });
    await undo();
    expect(picture()).toEqual(approved);
    await undo();
    expect((await engine.client.call('run.get', { id: runId })).approved).toBe(0);
    await redo();
    expect(picture()).toEqual(approved);
    const { undo: last } = await latest();
    expect(last?.undoes).not.toBeNull();
    await engine.job('run.finalise', { runId });
    expect(approval && last).toBeTruthy();
    if (!last || !approval) return;
    expect(await code(engine.client.call('undo.apply', { entryId: last.id }))).toBe('undo_changed_since');
    expect(await code(engine.client.call('undo.apply', { entryId: approval.id }))).toBe('undo_done');
    expect((await engine.job('company.verify', {})).ok).toBe(true);
  });

  it('a finding accepted comes back as it was', async () => {
    await saveCustomer(engine, { code: 'ODD', addressLines: [] });
    await importRows(engine, folder.in('f.csv'), 'lines', [line('ODD', 'Z1', '0')]);
    const runId = await draftedRun(engine, { name: 'April' });
    const run = await engine.client.call('run.get', { id: runId });
    const finding = run.findings.find((row) => row.acceptable);
    if (!finding) throw new Error('no finding that could be accepted');
    const before = picture();
    await engine.client.call('run.acceptFindings', { runId, check: finding.check, reason: 'that is so' });
    expect(picture()).not.toEqual(before);
    await undo();
    expect(picture()).toEqual(before);
    await engine.client.call('run.abandon', { runId });
    expect(await code(redo())).toBe('undo_changed_since');
  });

  it('somebody else’s approval is not given again by an undo', async () => {
    await importRows(engine, folder.in('e.csv'), 'lines', [line('A', 'E1', '10')]);
    const runId = await draftedRun(engine, { name: 'May' });
    await approveAll(engine, runId);
    await engine.client.call('run.decide', { runId, selection: { all: {}, except: [] }, decision: 'reopen' });
    const { undo: reopening } = await latest();
    raw(path, (sqlite) =>
      sqlite
        .prepare(
          "UPDATE undo_change SET before = json_replace(before, '$[3]', 'another') WHERE entry = (SELECT max(seq) FROM undo_entry)",
        )
        .run(),
    );
    if (!reopening) throw new Error('nothing to undo');
    expect(await code(engine.client.call('undo.apply', { entryId: reopening.id }))).toBe('undo_not_possible');
    expect((await draftsOf(engine, runId)).get('E1')?.status).toBe('open');
    await engine.client.call('run.abandon', { runId });
  });
});

describe('the company', () => {
  it('its page and its series come back; there is always a series', async () => {
    const company = await engine.client.call('company.get', {});
    await engine.client.call('company.update', {
      profile: profile({ name: 'Renamed' }),
      rowVersion: company.rowVersion,
    });
    const [entry] = (await engine.client.call('audit.list', { filter: { group: 'company' } })).rows;
    expect(JSON.parse(String(entry?.params['changes']))).toContainEqual(['name', 'Harbour Goods Ltd', 'Renamed']);
    await undo();
    expect((await engine.client.call('company.get', {})).name).toBe('Harbour Goods Ltd');
    const credit = (await engine.client.call('series.list', {})).find((row) => row.kind === 'credit_note');
    if (!credit) throw new Error('no series for credit notes');
    const { example: _e, lastNumber: _n, lastDate: _d, ...input } = credit;
    await engine.client.call('series.save', { ...input, id: null, name: 'Second', isDefault: false });
    const { undo: made } = await latest();
    await engine.client.call('series.save', { ...input, archived: true });
    if (!made) throw new Error('nothing to undo');
    expect(await code(engine.client.call('undo.apply', { entryId: made.id }))).toMatch(
      /^no_series|undo_changed_since$/,
    );
    await undo();
    await undo();
    expect((await engine.client.call('series.list', {})).filter((row) => row.kind === 'credit_note')).toHaveLength(1);
  });

  it('a segment and a view that were removed come back', async () => {
    const segment = await engine.client.call('segment.save', { name: 'Seg', filter: { countries: ['GB'] } });
    await engine.client.call('segment.remove', { id: segment.id });
    await undo();
    expect((await engine.client.call('segment.list', {})).map((row) => row.name)).toEqual(['Seg']);
    const view = await engine.client.call('view.save', { list: 'lines', name: 'V', spec: { v: 1 } });
    await engine.client.call('view.remove', { id: view.id });
    await undo();
    expect(await engine.client.call('view.list', { list: 'lines' })).toEqual([view]);
  });

  it('views that were saved, renamed or put in another order, and fields put in another order, come back and are on record', async () => {
    const list = 'products';
    const names = async () => (await engine.client.call('view.list', { list })).map((view) => view.name);
    const a = await engine.client.call('view.save', { list, name: 'A', spec: { v: 1 } });
    const b = await engine.client.call('view.save', { list, name: 'B', spec: { v: 1 } });
    await engine.client.call('view.save', { id: a.id, rowVersion: a.rowVersion, list, name: 'C', spec: { v: 1 } });
    await engine.client.call('view.reorder', { list, ids: [b.id, a.id] });
    expect(await names()).toEqual(['B', 'C']);
    await undo();
    expect(await names()).toEqual(['C', 'B']);
    await undo();
    expect(await names()).toEqual(['A', 'B']);
    await undo();
    expect(await names()).toEqual(['A']);
    const fields = [];
    for (const name of ['F', 'G'])
      fields.push((await engine.client.call('field.save', { record: 'product', name, kind: 'text' })).id);
    await engine.client.call('field.reorder', { record: 'product', ids: fields.toReversed() });
    const order = async () => (await engine.client.call('field.list', { record: 'product' })).map(({ name }) => name);
    expect(await order()).toEqual(['G', 'F']);
    await undo();
    expect(await order()).toEqual(['F', 'G']);
    const told =
      "SELECT count(DISTINCT action) FROM audit_event WHERE action IN ('view.created', 'view.changed', 'view.reordered', 'field.reordered')";
    expect(one(path, told)).toBe(4);
  });
});

describe('the journal itself', () => {
  it('keeps two hundred acts of thirty days, and no hole', async () => {
    const { id } = await saveCustomer(engine, { code: 'MANY' });
    for (let n = 0; n < 205; n += 1) await changeCustomer(engine, id, { note: `${n}` });
    expect(one(path, 'SELECT count(*) FROM undo_entry')).toBe(200);
    expect(one(path, 'SELECT count(*) FROM undo_change WHERE entry NOT IN (SELECT seq FROM undo_entry)')).toBe(0);
    raw(path, (sqlite) => {
      const sixtieth = sqlite.prepare('SELECT seq FROM undo_entry ORDER BY seq DESC LIMIT 1 OFFSET 60').pluck().get();
      sqlite.prepare("UPDATE undo_entry SET at = '2001-01-01T00:00:00.000Z' WHERE seq = ?").run(sixtieth);
    });
    await changeCustomer(engine, id, { note: 'last' });
    expect(one(path, 'SELECT count(*) FROM undo_entry')).toBe(61);
    expect((await engine.client.call('undo.list', { limit: 3 })).map((entry) => entry.action)).toEqual(
      Array.from({ length: 3 }, () => 'customer.changed'),
    );
  });

  it('an act that changed nothing is not in it', async () => {
    const { undo: before } = await latest();
    await engine.client.call('customer.bulkEdit', { selection: { ids: [] }, changes: { archived: true } });
    expect((await latest()).undo?.id).toBe(before?.id);
    expect(
      await code(engine.client.call('undo.apply', { entryId: '018f0000-0000-7000-8000-000000000000' as never })),
    ).toBe('undo_gone');
  });
});
