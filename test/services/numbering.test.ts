/** Numbers: their patterns, their series, never twice, none missing, never back in time. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import type { Series } from '#shared/model/company.ts';
import type { CustomerId, JobId } from '#shared/model/ids.ts';
import { code, failure, one, openTestCompany, type TestEngine, testFolder } from '../fixtures/engine/engine.ts';
import {
  approveAll,
  draftedRun,
  draftsOf,
  importRows,
  line,
  lineStates,
  manual,
  numbers,
  saveCustomer,
} from '../fixtures/engine/work.ts';

const folder = testFolder();
let engine: TestEngine;
let customer: CustomerId;
let file = '';
let files = 0;
beforeEach(async () => {
  files += 1;
  file = folder.in(`numbers-${files}.liasse`);
  engine = await openTestCompany(file);
  customer = (await saveCustomer(engine, { code: 'C1' })).id;
});
afterEach(() => engine.close());
afterAll(() => folder.remove());

const series = (over: Partial<Input<'series.save'>> = {}): Promise<Series> =>
  engine.client.call('series.save', {
    id: null,
    name: 'Second',
    kind: 'invoice',
    prefix: 'B-',
    pattern: '{prefix}{year}-{seq:5}',
    reset: 'yearly',
    startAt: 1,
    customerId: null,
    isDefault: false,
    archived: false,
    ...over,
  });

function seriesInput(row: Series | undefined): Partial<Input<'series.save'>> {
  if (!row) throw new Error('no such series');
  const { example: _example, lastNumber: _number, lastDate: _date, ...given } = row;
  return given;
}

let price = 100;
/** An invoice of a price of its own, so that none looks like another's duplicate. */
async function issue(over: Partial<Input<'invoice.preview'>> = {}, sign = 1): Promise<string> {
  price += 1;
  const invoice = manual(customer, over, { unitPrice: String(sign * price) });
  return (await engine.client.call('invoice.create', { invoice })).number;
}

describe('patterns and resets', () => {
  it('print prefix, year, month and counter; a yearly series restarts, the other goes on', async () => {
    const monthly = await series({ pattern: '{prefix}{year:2}{month}/{seq:3}', reset: 'yearly' });
    const endless = await series({ prefix: 'E', pattern: '{prefix}{seq}', reset: 'never' });
    const given: string[] = [];
    for (const issueDate of ['2024-03-15', '2024-11-30', '2025-01-02', '2025-01-02']) {
      given.push(await issue({ issueDate, seriesId: monthly.id }), await issue({ issueDate, seriesId: endless.id }));
    }
    expect(given).toEqual(['B-2403/001', 'E1', 'B-2411/002', 'E2', 'B-2501/001', 'E3', 'B-2501/002', 'E4']);
    const listed = await engine.client.call('series.list', {});
    const shown = listed.filter((row) => row.prefix === 'E' || row.prefix === 'B-');
    expect(shown.map((row) => [row.lastNumber, row.lastDate])).toEqual([
      ['B-2501/002', '2025-01-02'],
      ['E4', '2025-01-02'],
    ]);
  });

  it('go on after another program’s last number; the next year begins at one', async () => {
    const second = await series({ startAt: 4712, pattern: '{prefix}{seq:4}', reset: 'never' });
    expect(second.example).toBe('B-4712');
    expect([await issue({ seriesId: second.id }), await issue({ seriesId: second.id })]).toEqual(['B-4712', 'B-4713']);
    const yearly = await series({ startAt: 347, prefix: 'Y-' });
    expect(yearly.example).toMatch(/^Y-\d{4}-00347$/);
    const given = [];
    for (const issueDate of ['2024-03-15', '2024-12-31', '2025-01-02']) {
      given.push(await issue({ issueDate, seriesId: yearly.id }));
    }
    expect(given).toEqual(['Y-2024-00347', 'Y-2024-00348', 'Y-2025-00001']);
    const listed = (await engine.client.call('series.list', {})).find((row) => row.id === yearly.id);
    // Whatever this year is, its counter is a later one.
    expect(listed?.example).toMatch(/^Y-\d{4}-0000[12]$/);
  });

  it('are refused when they could not be told apart', async () => {
    expect(await code(series({ pattern: '{prefix}{seq}', reset: 'yearly' }))).toBe('number_pattern_needs_year');
    expect(await code(series({ pattern: '{prefix}{year}' }))).toBe('number_pattern_needs_seq');
    expect(await code(series({ pattern: '{year}{seq}{seq}' }))).toBe('number_pattern_needs_seq');
    expect(await code(series({ pattern: '{year}{week}{seq}' }))).toBe('number_pattern_unknown_field');
    expect(await code(series({ prefix: 'a b' }))).toBe('number_pattern_characters');
    expect((await engine.client.call('series.list', {})).map((row) => row.prefix)).toEqual(['INV-', 'CN-']);
  });

  it('a series in use keeps its way of restarting; the last one of a kind cannot go', async () => {
    const used = await series();
    await issue({ seriesId: used.id });
    const refusal = await failure(series({ id: used.id, reset: 'never' }));
    expect([refusal.code, refusal.place]).toEqual(['series_in_use', { field: 'reset' }]);
    for (const [field, over] of [
      ['startAt', { startAt: 9000 }],
      ['kind', { kind: 'any' }],
      ['customerId', { customerId: customer }],
    ] as const) {
      const refused = await failure(series({ id: used.id, ...over }));
      expect([refused.code, refused.place]).toEqual(['series_in_use', { field }]);
    }
    expect((await series({ id: used.id, name: 'Renamed' })).name).toBe('Renamed');
    const credit = (await engine.client.call('series.list', {})).find((row) => row.kind === 'credit_note');
    expect(await code(series({ id: credit?.id ?? null, kind: 'credit_note', archived: true }))).toBe('no_series');
  });
});

describe('which series', () => {
  it('credit notes go into their own', async () => {
    expect([await issue(), await issue({}, -1), await issue(), await issue({}, -1)]).toEqual([
      'INV-2024-00001',
      'CN-2024-00001',
      'INV-2024-00002',
      'CN-2024-00002',
    ]);
  });

  it('a customer’s own comes before the one of the run, for that customer alone', async () => {
    const own = (await saveCustomer(engine, { code: 'BIG' })).id;
    await series({ customerId: own, prefix: '', pattern: '{customer}-{year}-{seq:2}' });
    const rows = [line('C1', 'a', '10'), line('BIG', 'b', '20'), line('BIG', 'c', '30'), line('BIG', 'd', '-5')];
    await importRows(engine, folder.in('own.csv'), 'lines', rows);
    const runId = await draftedRun(engine);
    await approveAll(engine, runId);
    await engine.job('run.finalise', { runId });
    expect([...(await draftsOf(engine, runId)).values()].map((row) => [row.reference, row.number])).toEqual([
      ['a', 'INV-2024-00001'],
      ['b', 'BIG-2024-01'],
      ['c', 'BIG-2024-02'],
      ['d', 'CN-2024-00001'],
    ]);
  });

  it('another customer’s own is refused; an odd customer code does not hide the list', async () => {
    const other = (await saveCustomer(engine, { code: 'é 1' })).id;
    const own = await series({ customerId: other, pattern: '{customer}-{year}-{seq}' });
    expect(own.example).toBeNull();
    expect((await engine.client.call('series.list', {})).map((row) => row.example === null)).toEqual([
      false,
      false,
      true,
    ]);
    expect(await code(issue({ seriesId: own.id }))).toBe('series_unfit');
    const run = { name: 'r', period: { from: '2024-03-01', to: '2024-04-01' }, issueDate: '2024-03-31' };
    expect(await code(engine.client.call('run.create', { ...run, seriesId: own.id }))).toBe('series_unfit');
  });

  it('a default for any kind comes before an old one of the kind that is none', async () => {
    const any = await series({ kind: 'any', isDefault: true });
    expect(await issue()).toBe('INV-2024-00001');
    const first = (await engine.client.call('series.list', {})).find((row) => row.prefix === 'INV-');
    await series({ ...seriesInput(first), startAt: 1, isDefault: false });
    expect([any.isDefault, await issue()]).toEqual([true, 'B-2024-00001']);
  });

  it('takes the one asked for, or the default', async () => {
    const second = await series({ isDefault: true });
    expect(await issue()).toBe('B-2024-00001');
    const first = (await engine.client.call('series.list', {})).find((row) => row.prefix === 'INV-');
    expect([first?.isDefault, await issue({ seriesId: first?.id ?? null })]).toEqual([false, 'INV-2024-00001']);
    expect(second.isDefault).toBe(true);
  });
});

describe('never twice, none missing', () => {
  it('a number that another series gave rolls everything back', async () => {
    const twin = await series({ prefix: 'inv-' });
    expect(await issue()).toBe('INV-2024-00001');
    const refusal = await failure(issue({ seriesId: twin.id }));
    expect([refusal.code, refusal.params['number']]).toEqual(['number_taken', 'inv-2024-00001']);
    await importRows(engine, folder.in('taken.csv'), 'lines', [line('C1', 'a', '10'), line('C1', 'b', '20')]);
    const ahead = await series({ prefix: 'INV-', startAt: 2 });
    // One is free, the next is taken: neither is given.
    expect(await issue({ seriesId: ahead.id })).toBe('INV-2024-00002');
    const runId = await draftedRun(engine);
    await approveAll(engine, runId);
    expect(await code(engine.job('run.finalise', { runId }))).toBe('number_taken');
    expect(await numbers(engine)).toEqual(['INV-2024-00001', 'INV-2024-00002']);
    expect(await lineStates(engine)).toEqual({ drafted: 2, billed: 2 });
    expect((await engine.client.call('run.get', { id: runId })).counts).toMatchObject({ approved: 2, finalised: 0 });
    expect((await engine.job('company.verify', {})).problems).toEqual([]);
  });

  it('never earlier than the series’ last date', async () => {
    await issue({ issueDate: '2024-03-15' });
    await issue({ issueDate: '2024-03-15' });
    const refusal = await failure(issue({ issueDate: '2024-03-14' }));
    expect([refusal.code, refusal.params]).toEqual([
      'issue_date_before_series',
      { date: '2024-03-14', last: '2024-03-15', series: 'Invoices' },
    ]);
    // Another series has its own last date.
    expect(await issue({ issueDate: '2024-03-14' }, -1)).toBe('CN-2024-00001');
    expect(await issue({ issueDate: '2024-03-16' })).toBe('INV-2024-00003');
  });

  it('failures leave no gap', async () => {
    expect(await issue()).toBe('INV-2024-00001');
    for (const broken of [
      manual(customer, { issueDate: '2023-01-01' }),
      manual((await saveCustomer(engine, { code: 'X', name: null })).id),
    ]) {
      await failure(engine.client.call('invoice.create', { invoice: broken }));
    }
    expect(await issue()).toBe('INV-2024-00002');
    expect((await engine.job('company.verify', {})).problems).toEqual([]);
  });

  it('a finalising that is cancelled on its way gives no number', { timeout: 120_000 }, async () => {
    const count = 1500;
    const rows = Array.from({ length: count }, (_, index) => line('C1', `R${index}`, `${index + 1}.10`));
    await importRows(engine, folder.in('many.csv'), 'lines', rows);
    const runId = await draftedRun(engine);
    expect(await approveAll(engine, runId)).toEqual({ changed: count, blocked: 0, unchanged: 0 });
    const ended = await new Promise<{ status: string; done: number }>((resolve, reject) => {
      let job: JobId | null = null;
      let furthest = 0;
      engine.client.onEvent((event) => {
        if (event.event !== 'job' || event.snapshot.name !== 'run.finalise') return;
        const { id, status, done } = event.snapshot;
        if (['done', 'failed', 'cancelled'].includes(status)) resolve({ status, done: furthest });
        // Past the recheck, numbers are being given.
        if (done >= count && job === null) {
          job = id;
          furthest = done;
          engine.client.call('job.cancel', { id }).catch(reject);
        }
      });
      engine.client.start('run.finalise', { runId }).catch(reject);
    });
    expect(ended.status).toBe('cancelled');
    expect(ended.done).toBeGreaterThanOrEqual(count);
    expect(await numbers(engine)).toEqual([]);
    expect(one(file, 'SELECT count(*) FROM document')).toBe(0);
    expect(one(file, 'SELECT count(*) FROM series_counter')).toBe(0);
    expect(await lineStates(engine)).toEqual({ drafted: count });
    expect(await engine.job('run.finalise', { runId })).toEqual({
      issued: count,
      setAside: 0,
      released: 0,
      numbers: [{ series: 'Invoices', first: 'INV-2024-00001', last: 'INV-2024-01500', count }],
    });
    expect((await engine.job('company.verify', {})).problems).toEqual([]);
  });
});
