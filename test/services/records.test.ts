/** Customers and products in an office's hands: filters, custom fields, tags, segments, views, bulk edit. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input, Output } from '#shared/contract/index.ts';
import type { CustomerId, CustomFieldId, TagId } from '#shared/model/ids.ts';
import { code, failure, openTestCompany, type TestEngine, testFolder } from '../fixtures/engine/engine.ts';
import { customerInput, draftsOf, importRows, line, saveCustomer, saveProduct } from '../fixtures/engine/work.ts';

const folder = testFolder();
let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestCompany(folder.in('records.liasse'));
});
afterAll(async () => {
  await engine.close();
  folder.remove();
});

const codes = async (filter: Input<'customer.list'>['filter'], sort?: Input<'customer.list'>['sort']) =>
  (await engine.client.call('customer.list', { filter, ...(sort ? { sort } : {}), limit: 500 })).rows.map(
    (row) => row.code,
  );
const get = (id: CustomerId) => engine.client.call('customer.get', { id });
const history = async (id: CustomerId) => (await get(id)).history;

async function saveWith(
  over: Parameters<typeof customerInput>[0],
  extras: { tags?: string[]; custom?: Record<string, string | null> },
): Promise<Output<'customer.save'>> {
  return engine.client.call('customer.save', { id: null, rowVersion: null, customer: customerInput(over), ...extras });
}

describe('custom fields', () => {
  let size: CustomFieldId;
  let since: CustomFieldId;
  let sector: CustomFieldId;
  let vip: CustomFieldId;
  let free: CustomFieldId;
  const field = (name: string, kind: Input<'field.save'>['kind'], options: string[] = []) =>
    engine.client.call('field.save', { record: 'customer', name, kind, options });

  beforeAll(async () => {
    size = (await field('Size', 'number')).id;
    since = (await field('Customer since', 'date')).id;
    sector = (await field('Sector', 'choice', ['Food', 'Steel'])).id;
    vip = (await field('VIP', 'yes_no')).id;
    free = (await field('Nickname', 'text')).id;
    await saveWith({ code: 'F1' }, { custom: { [size]: '9', [since]: '2020-01-31', [sector]: 'food', [vip]: 'yes' } });
    await saveWith(
      { code: 'F2' },
      { custom: { [size]: '10', [since]: '2019-05-01', [sector]: 'Steel', [free]: 'Éléphant' } },
    );
    await saveWith({ code: 'F3' }, { custom: { [size]: '-3.5', [vip]: 'no' } });
    await saveWith({ code: 'F4' }, {});
  });

  it('come in their order, and in another once rearranged', async () => {
    const names = async () => (await engine.client.call('field.list', { record: 'customer' })).map((one) => one.name);
    expect(await names()).toEqual(['Size', 'Customer since', 'Sector', 'VIP', 'Nickname']);
    await engine.client.call('field.reorder', { record: 'customer', ids: [vip, size] });
    expect(await names()).toEqual(['VIP', 'Size', 'Customer since', 'Sector', 'Nickname']);
  });

  it('are refused with the field as the place, in every kind', async () => {
    for (const [id, value] of [
      [size, 'nine'],
      [since, '2020-02-30'],
      [sector, 'Glass'],
      [vip, 'maybe'],
    ] as const) {
      const error = await failure(saveWith({ code: 'BAD' }, { custom: { [id]: value } }));
      expect([error.code, error.place?.field, error.params['value']]).toEqual([
        'custom_value_invalid',
        `custom.${id}`,
        value,
      ]);
    }
    expect(await codes({ search: 'BAD' })).toEqual([]);
  });

  it('find and sort numbers as numbers and dates as dates', async () => {
    const by = (
      fieldId: CustomFieldId,
      op: 'is' | 'contains' | 'empty' | 'notEmpty' | 'atLeast' | 'atMost',
      value = '',
    ) => codes({ custom: [{ fieldId, op, value }] });
    expect(await by(size, 'atLeast', '9')).toEqual(['F1', 'F2']);
    expect(await by(size, 'atMost', '9.0')).toEqual(['F1', 'F3']);
    expect(await by(size, 'is', '10.00')).toEqual(['F2']);
    expect(await by(since, 'atMost', '2019-12-31')).toEqual(['F2']);
    expect(await by(sector, 'is', 'FOOD')).toEqual(['F1']);
    expect(await by(free, 'contains', 'elep')).toEqual(['F2']);
    expect(await by(vip, 'empty')).toEqual(['F2', 'F4']);
    expect(await by(vip, 'notEmpty')).toEqual(['F1', 'F3']);
    expect(await code(by(size, 'is', 'x'))).toBe('custom_value_invalid');
    const sorted = await codes({ search: 'F' }, { by: `field:${size}`, descending: false });
    expect(sorted).toEqual(['F4', 'F3', 'F1', 'F2']);
    expect(await codes({ search: 'F' }, { by: `field:${size}`, descending: true })).toEqual(['F2', 'F1', 'F3', 'F4']);
  });

  it('keep a choice, or a kind, that records rely on', async () => {
    const saved = (await engine.client.call('field.list', { record: 'customer' })).find((one) => one.id === sector);
    const change = (over: Partial<Input<'field.save'>>) =>
      engine.client.call('field.save', {
        id: sector,
        rowVersion: saved?.rowVersion ?? 0,
        record: 'customer',
        name: 'Sector',
        kind: 'choice',
        options: ['Food', 'Steel'],
        ...over,
      });
    expect(await code(change({ options: ['Food'] }))).toBe('field_option_in_use');
    expect(await code(change({ kind: 'number' }))).toBe('field_kind_in_use');
    expect((await change({ options: ['Food', 'Steel', 'Glass'] })).options).toEqual(['Food', 'Steel', 'Glass']);
    // Any choice reads as a text.
    expect((await failure(change({}))).code).toBe('row_changed');
    expect(await code(field('SIZE', 'text'))).toBe('name_taken');
    expect(await code(field('Empty', 'choice'))).toBe('field_without_options');
  });

  it('archived, leave forms and lists, and come back with their values', async () => {
    await engine.client.call('field.archive', { id: vip, archived: true });
    const [row] = (await engine.client.call('customer.list', { filter: { search: 'F1' } })).rows;
    expect(row?.custom[vip]).toBeUndefined();
    expect(await code(saveWith({ code: 'X' }, { custom: { [vip]: 'yes' } }))).toBe('field_unknown');
    await engine.client.call('field.archive', { id: vip, archived: false });
    const [again] = (await engine.client.call('customer.list', { filter: { search: 'F1' } })).rows;
    expect(again?.custom).toMatchObject({ [vip]: 'yes', [size]: '9' });
  });
});

describe('tags', () => {
  it('are made on the fly, are one tag in whatever letters, and are counted', async () => {
    const one = await saveWith({ code: 'T1' }, { tags: ['Été', 'Key'] });
    await saveWith({ code: 'T2' }, { tags: ['ETE'] });
    expect(one.tags.map((tag) => tag.name)).toEqual(['Été', 'Key']);
    const tags = await engine.client.call('tag.list', { record: 'customer' });
    expect(tags.map((tag) => [tag.name, tag.count])).toEqual([
      ['Été', 2],
      ['Key', 1],
    ]);
    const [ete, key] = tags.map((tag) => tag.id) as [TagId, TagId];
    expect(await codes({ tagIds: [ete, key] })).toEqual(['T1', 'T2']);
    expect(await codes({ tagIds: [ete, key], tagMode: 'all' })).toEqual(['T1']);
    expect(await code(engine.client.call('tag.save', { id: key, record: 'customer', name: 'été' }))).toBe('name_taken');
    await engine.client.call('tag.save', { id: key, record: 'customer', name: 'Key account' });
    expect((await get(one.id)).tags.map((tag) => tag.name)).toEqual(['Été', 'Key account']);
    expect(await engine.client.call('tag.remove', { id: ete })).toEqual({ records: 2 });
    expect((await get(one.id)).tags.map((tag) => tag.name)).toEqual(['Key account']);
    // A product's tags are its own.
    expect(await engine.client.call('tag.list', { record: 'product' })).toEqual([]);
  });

  it('stay when a form does not speak of them, and the trail says what changed', async () => {
    const saved = await saveWith({ code: 'T3', city: 'Leeds' }, { tags: ['Key account'] });
    const { id, rowVersion, createdAt: _c, updatedAt: _u, tags: _t, custom: _x, ...customer } = saved;
    await engine.client.call('customer.save', { id, rowVersion, customer: { ...customer, city: 'York' } });
    expect((await get(id)).tags.map((tag) => tag.name)).toEqual(['Key account']);
    const [entry] = await history(id);
    expect(entry?.action).toBe('customer.changed');
    expect(JSON.parse(String(entry?.params['changes']))).toEqual([['city', 'Leeds', 'York']]);
  });
});

describe('filters', () => {
  it('take state, kind, country, currency, lines and time', async () => {
    const before = new Date().toISOString();
    await saveWith({ code: 'G1', country: 'FR', kind: 'business', currency: 'EUR' }, {});
    await saveWith({ code: 'G2', country: 'BE', kind: 'business', archived: true }, {});
    await saveWith({ code: 'G3', country: null }, {});
    await importRows(engine, folder.in('g.csv'), 'lines', [line('G1', 'R1', '10')]);
    expect(await codes({ countries: ['FR', 'BE'] })).toEqual(['G1']);
    expect(await codes({ countries: ['FR', 'BE'], state: 'all' })).toEqual(['G1', 'G2']);
    expect(await codes({ state: 'archived', kinds: ['business'] })).toEqual(['G2']);
    expect(await codes({ state: 'incomplete' })).toEqual(['G3']);
    expect(await codes({ currencies: ['EUR'] })).toEqual(['G1']);
    expect(await codes({ hasOpenLines: true })).toEqual(['G1']);
    expect((await codes({ hasOpenLines: false })).includes('G1')).toBe(false);
    expect(await codes({ updatedSince: before })).toEqual(['G1', 'G3']);
    const [row] = (await engine.client.call('customer.list', { sort: { by: 'openLines', descending: true } })).rows;
    expect([row?.code, row?.openLines]).toEqual(['G1', 1]);
  });

  it('every column sorts', async () => {
    const all = (await codes({ state: 'all' })).length;
    for (const by of [
      'kind',
      'postcode',
      'email',
      'vatNumber',
      'language',
      'currency',
      'paymentTermsDays',
      'createdAt',
    ] as const) {
      expect(await codes({ state: 'all' }, { by, descending: true })).toHaveLength(all);
    }
    await saveProduct(engine, { code: 'P1', unitPrice: '9.5' });
    await saveProduct(engine, { code: 'P2', unitPrice: '10' });
    for (const by of ['supply', 'unit', 'unitPrice', 'currency', 'taxClass', 'createdAt', 'code'] as const) {
      const { rows } = await engine.client.call('product.list', { sort: { by, descending: false } });
      expect(rows.map((row) => row.code)).toEqual(['P1', 'P2']);
    }
  });
});

describe('segments', () => {
  it('choose customers by their filter, and a run bills only those', async () => {
    const key = (await engine.client.call('tag.list', { record: 'customer' }))[0]?.id as TagId;
    const segment = await engine.client.call('segment.save', { name: 'Key accounts', filter: { tagIds: [key] } });
    expect(segment.customers).toBe(2);
    expect(await codes({ segmentId: segment.id })).toEqual(['T1', 'T3']);
    await importRows(engine, folder.in('s.csv'), 'lines', [line('T1', 'S1', '10'), line('T2', 'S2', '20')]);
    expect(await engine.client.call('segment.count', { filter: { tagIds: [key] } })).toEqual({
      customers: 2,
      openLines: 1,
    });
    // Without its tag it would choose nobody: the tag stays, and a filter by one that is gone says so.
    const spec = { v: 1, filter: { tagIds: [key] } };
    const view = await engine.client.call('view.save', { list: 'customers', name: 'By key', spec });
    const kept = await failure(engine.client.call('tag.remove', { id: key }));
    expect([kept.code, kept.params['names']]).toEqual(['tag_in_use', 'Key accounts, By key']);
    await engine.client.call('view.remove', { id: view.id });
    expect(await code(engine.client.call('tag.remove', { id: key }))).toBe('tag_in_use');
    const gone = '01890000-0000-7000-8000-0000000000aa' as TagId;
    expect(await code(engine.client.call('segment.count', { filter: { tagIds: [gone] } }))).toBe('tag_unknown');
    const run = await engine.client.call('run.create', {
      name: 'Key',
      period: { from: '2024-03-01', to: '2024-04-01' },
      issueDate: '2024-03-31',
      segmentId: segment.id,
    });
    await engine.job('run.draft', { runId: run.id });
    expect([...(await draftsOf(engine, run.id)).keys()]).toEqual(['S1']);
    expect(await code(engine.client.call('segment.remove', { id: segment.id }))).toBe('segment_in_use');
    await engine.client.call('run.abandon', { runId: run.id });
    expect(await code(engine.client.call('segment.remove', { id: segment.id }))).toBe('segment_in_use');
    expect(await engine.client.call('segment.remove', { id: segment.id, evenIfUsed: true })).toEqual({ removed: true });
    expect(await code(codes({ segmentId: segment.id }))).toBe('not_found');
  });
});

describe('saved views', () => {
  it('are kept as they are said, by list and in order', async () => {
    const save = (name: string, over: Partial<Input<'view.save'>> = {}) =>
      engine.client.call('view.save', {
        list: 'customers',
        name,
        spec: { v: 1, sort: { by: 'name' }, widths: [1, 2] },
        ...over,
      });
    const first = await save('First');
    const second = await save('Second');
    expect(first.spec).toEqual({ v: 1, sort: { by: 'name' }, widths: [1, 2] });
    expect(await code(save('FIRST'))).toBe('name_taken');
    expect((await save('First', { list: 'lines' })).name).toBe('First');
    await engine.client.call('view.reorder', { list: 'customers', ids: [second.id, first.id] });
    const names = async () => (await engine.client.call('view.list', { list: 'customers' })).map((view) => view.name);
    expect(await names()).toEqual(['Second', 'First']);
    expect(await code(save('x', { id: first.id, rowVersion: 99 }))).toBe('row_changed');
    expect(await code(save('Big', { spec: { v: 1, text: 'x'.repeat(30_000) } }))).toBe('bad_input');
    await engine.client.call('view.remove', { id: second.id });
    expect(await names()).toEqual(['First']);
  });
});

describe('many at once', () => {
  const N = 300;
  beforeAll(async () => {
    const rows = Array.from({ length: N }, (_, n) => ({
      code: `B${String(n).padStart(3, '0')}`,
      name: `Bulk ${n}`,
      country: 'FR',
      city: 'Évry',
      address1: 'x',
    }));
    await importRows(engine, folder.in('b.csv'), 'customers', rows);
  });
  const bulk = { all: { search: 'bulk' }, except: [] as CustomerId[] };

  it('are changed, found by what they now say, told in the trail once, and taken back in one step', async () => {
    const { rows } = await engine.client.call('customer.list', { filter: { search: 'bulk' }, limit: 1 });
    const spared = rows[0]?.id as CustomerId;
    const result = await engine.client.call('customer.bulkEdit', {
      selection: { ...bulk, except: [spared] },
      expected: N - 1,
      changes: { set: { city: 'Zürich', paymentTermsDays: 10 }, addTags: ['Moved'] },
    });
    expect(result).toMatchObject({ changed: N - 1, unchanged: 0, skipped: [] });
    expect(await codes({ search: 'zurich' })).toHaveLength(N - 1);
    const moved = (await engine.client.call('tag.list', { record: 'customer' })).find((tag) => tag.name === 'Moved');
    expect(moved?.count).toBe(N - 1);
    const trail = await engine.client.call('audit.list', { filter: { search: 'zürich' } });
    expect(trail.rows.map((row) => [row.action, row.params['count']])).toEqual([['customer.bulk_changed', N - 1]]);
    // Again: they read so already.
    const again = await engine.client.call('customer.bulkEdit', {
      selection: bulk,
      changes: { set: { city: 'Zürich', paymentTermsDays: 10 }, addTags: ['Moved'] },
    });
    expect(again).toMatchObject({ changed: 1, unchanged: N - 1 });
    if (!again.undoId || !result.undoId) throw new Error('nothing to undo');
    await engine.client.call('undo.apply', { entryId: again.undoId });
    await engine.client.call('undo.apply', { entryId: result.undoId });
    expect(await codes({ search: 'zurich' })).toEqual([]);
    expect(await codes({ search: 'evry' })).toHaveLength(N);
    expect(
      (await engine.client.call('tag.list', { record: 'customer' })).find((tag) => tag.name === 'Moved')?.count,
    ).toBe(0);
  });

  it('are refused when the choice has grown', async () => {
    const error = await failure(
      engine.client.call('customer.bulkEdit', { selection: bulk, expected: N - 5, changes: { archived: true } }),
    );
    expect([error.code, error.params]).toEqual(['selection_changed', { expected: N - 5, count: N }]);
  });

  it('are archived and restored, counted and read in pages', async () => {
    expect(
      await engine.client.call('customer.bulkEdit', { selection: bulk, changes: { archived: true } }),
    ).toMatchObject({
      changed: N,
    });
    expect(await codes({ search: 'bulk' })).toEqual([]);
    const all = { all: { search: 'bulk', state: 'archived' as const }, except: [] };
    expect((await engine.client.call('customer.count', { selection: all })).count).toBe(N);
    expect(
      (await engine.client.call('customer.bulkEdit', { selection: all, changes: { archived: false } })).changed,
    ).toBe(N);
    const note = 'x'.repeat(1990);
    await engine.client.call('customer.bulkEdit', { selection: bulk, changes: { set: { note } } });
    const read: string[] = [];
    for (let from: number | null = 0; from !== null; ) {
      const page: Output<'customer.rows'> = await engine.client.call('customer.rows', {
        selection: bulk,
        sort: { by: 'code' },
        from,
      });
      expect(JSON.stringify(page).length).toBeLessThan(1_000_000);
      read.push(...page.rows.map((row) => row.code));
      from = page.next;
    }
    expect(read).toEqual(Array.from({ length: N }, (_, n) => `B${String(n).padStart(3, '0')}`));
  });

  it('an id that is gone is skipped, a value that no form would take is refused', async () => {
    const gone = '018f0000-0000-7000-8000-000000000000';
    const result = await engine.client.call('customer.bulkEdit', {
      selection: { ids: [gone] },
      changes: { set: { city: 'X' } },
    });
    expect(result).toEqual({ changed: 0, unchanged: 0, skipped: [{ reason: 'row_gone', count: 1 }], undoId: null });
    const bad = { set: { country: 'France' } } as never;
    expect(await code(engine.client.call('customer.bulkEdit', { selection: bulk, changes: bad }))).toBe('bad_input');
  });

  it('products too', async () => {
    const field = await engine.client.call('field.save', { record: 'product', name: 'Shelf', kind: 'text' });
    const result = await engine.client.call('product.bulkEdit', {
      selection: { all: {}, except: [] },
      expected: 2,
      changes: { set: { taxClass: 'reduced', unit: 'kg' }, custom: { [field.id]: 'A1' }, addTags: ['Heavy'] },
    });
    expect(result.changed).toBe(2);
    const { rows } = await engine.client.call('product.list', { filter: { search: 'P1' } });
    expect(rows[0]).toMatchObject({
      taxClass: 'reduced',
      unit: 'kg',
      custom: { [field.id]: 'A1' },
      tags: [{ name: 'Heavy' }],
    });
    if (!result.undoId) throw new Error('nothing to undo');
    await engine.client.call('undo.apply', { entryId: result.undoId });
    const { rows: back } = await engine.client.call('product.list', { filter: { search: 'P1' } });
    expect(back[0]).toMatchObject({ taxClass: null, unit: null, custom: {}, tags: [] });
  });
});

describe('one customer', () => {
  it('shows what is open with it', async () => {
    const saved = await saveCustomer(engine, { code: 'OPEN' });
    await importRows(engine, folder.in('o.csv'), 'lines', [
      line('OPEN', 'O1', '10'),
      line('OPEN', 'O2', '5', { currency: 'EUR' }),
    ]);
    const items = await engine.client.call('customer.openItems', { id: saved.id });
    expect(items.totals).toEqual({ lines: 2, drafts: 0, invoices: 0 });
    expect(items.sums.map((row) => [row.currency, row.openLines])).toEqual([
      ['EUR', { count: 1, net: 500 }],
      ['GBP', { count: 1, net: 1000 }],
    ]);
  });
});

describe('the trail', () => {
  const list = (filter: Input<'audit.list'>['filter'], limit = 500) =>
    engine.client.call('audit.list', { filter, limit });
  it('is narrowed by subject, person, group, day and what was said', async () => {
    const all = await list({});
    expect(all.rows.map((row) => row.id)).toEqual([...all.rows.map((row) => row.id)].sort((a, b) => b - a));
    expect(all.actors).toEqual(['tester']);
    const saved = await saveCustomer(engine, { code: 'TRAIL' });
    expect((await list({ subject: saved.id })).rows.map((row) => row.action)).toEqual(['customer.created']);
    expect((await list({ search: 'trail' })).total).toBe(1);
    expect((await list({ actor: 'nobody' })).total).toBe(0);
    const groups = new Set((await list({ group: 'imports' })).rows.map((row) => row.action.split('.')[0]));
    expect(groups).toEqual(new Set(['import']));
    expect((await list({ from: '2999-01-01' })).total).toBe(0);
    expect((await list({ to: '2999-01-01' })).total).toBe((await list({})).total);
    const page = await engine.client.call('audit.list', { offset: 1, limit: 2 });
    expect(page.rows).toEqual((await list({})).rows.slice(1, 3));
  });
});
