/** Commands as any door sends them: once whatever the retries, refused with the field at fault, never over another's change. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract, type Request } from '#shared/contract/index.ts';
import { JobId } from '#shared/model/ids.ts';
import {
  code,
  failure,
  one,
  openTestCompany,
  profile,
  startEngine,
  type TestEngine,
  testFolder,
} from '../fixtures/engine/engine.ts';
import {
  changeCustomer,
  customerInput,
  draftedRun,
  importRequest,
  importRows,
  line,
  manual,
  numbers,
  saveCustomer,
  writeCsv,
} from '../fixtures/engine/work.ts';

const folder = testFolder();
const file = folder.in('commands.liasse');
let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestCompany(file);
});
afterAll(async () => {
  await engine.close();
  folder.remove();
});
const id = (n: number): string => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`;

describe('a command sent again', () => {
  it('gives its stored result and does nothing twice, even after a restart', async () => {
    const input = { id: null, rowVersion: null, customer: customerInput({ code: 'ONCE' }) };
    const first = await engine.client.call('customer.save', input, { commandId: id(1) });
    const second = await engine.client.call('customer.save', input, { commandId: id(1) });
    await engine.client.call('company.open', { path: file });
    const third = await engine.client.call('customer.save', input, { commandId: id(1) });
    expect([second, third]).toEqual([first, first]);
    expect((await engine.client.call('customer.list', { filter: { search: 'once' } })).total).toBe(1);
    expect(await code(engine.client.call('customer.save', input, { commandId: id(2) }))).toBe('code_taken');
  });

  it('issues one invoice', async () => {
    const customer = await saveCustomer(engine, { code: 'INV' });
    const invoice = manual(customer.id);
    const first = await engine.client.call('invoice.create', { invoice }, { commandId: id(3) });
    const second = await engine.client.call('invoice.create', { invoice }, { commandId: id(3) });
    expect(second).toEqual(first);
    expect(await numbers(engine)).toEqual([first.number]);
  });

  it('with other input or under another name is a conflict', async () => {
    const input = { id: null, rowVersion: null, customer: customerInput({ code: 'CONFLICT' }) };
    await engine.client.call('customer.save', input, { commandId: id(4) });
    const other = { ...input, customer: customerInput({ code: 'OTHER' }) };
    expect(await code(engine.client.call('customer.save', other, { commandId: id(4) }))).toBe('command_conflict');
    const named = engine.client.call('columnMap.forget', { kind: 'lines', shape: 'x' }, { commandId: id(4) });
    expect(await code(named)).toBe('command_conflict');
    expect((await engine.client.call('customer.list', { filter: { search: 'OTHER' } })).total).toBe(0);
  });

  it('that failed may be tried again under the same id', async () => {
    const input = { id: null, rowVersion: null, customer: customerInput({ code: 'ONCE' }) };
    expect(await code(engine.client.call('customer.save', input, { commandId: id(5) }))).toBe('code_taken');
    const mended = { ...input, customer: customerInput({ code: 'MENDED' }) };
    expect((await engine.client.call('customer.save', mended, { commandId: id(5) })).code).toBe('MENDED');
  });
});

describe('a job started again', () => {
  it('under the same id is the same job; with other input a conflict', async () => {
    writeCsv(folder.in('a.csv'), [line('INV', 'J1', '5')]);
    const input = await importRequest(engine, folder.in('a.csv'), 'lines');
    const first = await engine.client.start('import.commit', input, { commandId: id(10) });
    const second = await engine.client.start('import.commit', input, { commandId: id(10) });
    // No other may start while it runs, but this is no other.
    expect(second).toEqual(first);
    while ((await engine.client.call('job.get', { id: first.jobId })).status !== 'done')
      await new Promise((go) => setTimeout(go, 10));
    expect(await engine.client.start('import.commit', input, { commandId: id(10) })).toEqual(first);
    const other = { ...input, createCustomers: true };
    expect(await code(engine.client.start('import.commit', other, { commandId: id(10) }))).toBe('command_conflict');
    expect(await code(engine.client.start('company.verify', {}, { commandId: id(10) }))).toBe('command_conflict');
    expect(one(file, "SELECT count(*) FROM job WHERE name = 'import.commit'")).toBe(1);
  });

  it('two that write never run at once, however close together they are started', async () => {
    writeCsv(folder.in('b.csv'), [line('INV', 'J2', '6')]);
    const input = await importRequest(engine, folder.in('b.csv'), 'lines');
    const started = await Promise.allSettled([1, 2, 3].map(() => engine.client.start('import.commit', input)));
    const refused = started.filter((begun) => begun.status === 'rejected').map(({ reason }) => reason);
    expect(refused.map((error) => [error.code, error.params])).toEqual([
      ['job_running', { name: 'import.commit' }],
      ['job_running', { name: 'import.commit' }],
    ]);
    for (const begun of started) {
      if (begun.status !== 'fulfilled') continue;
      while ((await engine.client.call('job.get', { id: begun.value.jobId })).endedAt === null)
        await new Promise((go) => setTimeout(go, 10));
    }
  });

  it('that nobody knows is not found', async () => {
    expect(await code(engine.client.call('job.get', { id: JobId.parse(id(99)) }))).toBe('not_found');
    expect(await engine.client.call('job.cancel', { id: JobId.parse(id(99)) })).toEqual({ cancelling: false });
    expect(await engine.client.call('job.resume', { id: JobId.parse(id(99)) })).toEqual({ resumed: false });
  });
});

describe('bad input', () => {
  it.each<[string, () => Promise<unknown>]>([
    [
      'customer.code',
      () => engine.client.call('customer.save', { id: null, rowVersion: null, customer: customerInput({ code: ' ' }) }),
    ],
    [
      'customer.country',
      () =>
        engine.client.call('customer.save', {
          id: null,
          rowVersion: null,
          customer: customerInput({ code: 'x', country: 'gb' }),
        }),
    ],
    [
      'invoice.lines',
      () => engine.client.call('invoice.create', { invoice: { ...manual(id(1) as never), lines: [] } }),
    ],
    [
      'invoice.lines.0.quantity',
      () => engine.client.call('invoice.create', { invoice: manual(id(1) as never, {}, { quantity: '1e3' }) }),
    ],
    [
      'invoice.issueDate',
      () => engine.client.call('invoice.create', { invoice: manual(id(1) as never, { issueDate: '2024-02-30' }) }),
    ],
    ['limit', () => engine.client.call('customer.list', { limit: 501 })],
    ['reason', () => engine.client.call('company.acceptRestoredCopy', { reason: ' x ' })],
    [
      'profile.paymentTermsDays',
      () => engine.client.call('company.update', { profile: profile({ paymentTermsDays: -1 }), rowVersion: 1 }),
    ],
  ])('names the field: %s', async (field, send) => {
    const refusal = await failure(send());
    expect([refusal.code, refusal.place, refusal.params['field']]).toEqual(['bad_input', { field }, field]);
  });

  it('a name that nobody knows', async () => {
    for (const name of ['customer.explode', 'toString', '__proto__']) {
      // Reason for the cast: a door of another version may send anything.
      const reply = await engine.dispatcher.request({ id: 1, name: name as Request['name'], input: {} });
      expect(reply).toMatchObject({ id: 1, ok: false, error: { code: 'bad_input', params: { field: 'name' } } });
    }
  });
});

describe('somebody else’s change', () => {
  it('is not overwritten', async () => {
    const before = await saveCustomer(engine, { code: 'STALE' });
    const { id: customerId, rowVersion } = before;
    await changeCustomer(engine, customerId, { city: 'York' });
    const late = { id: customerId, rowVersion, customer: customerInput({ code: 'STALE', city: 'Hull' }) };
    expect(await code(engine.client.call('customer.save', late))).toBe('row_changed');
    expect((await engine.client.call('customer.get', { id: customerId })).city).toBe('York');
    const company = await engine.client.call('company.get', {});
    await engine.client.call('company.update', { profile: profile({ city: 'Bath' }), rowVersion: company.rowVersion });
    const again = engine.client.call('company.update', {
      profile: profile({ city: 'Wells' }),
      rowVersion: company.rowVersion,
    });
    expect(await code(again)).toBe('row_changed');
    expect((await engine.client.call('company.get', {})).city).toBe('Bath');
  });

  it('what is gone or never was is not found', async () => {
    const gone = { id: id(50) as never, rowVersion: 1, customer: customerInput({ code: 'GONE' }) };
    expect(await code(engine.client.call('customer.save', gone))).toBe('not_found');
    expect(await code(engine.client.call('run.get', { id: id(51) as never }))).toBe('not_found');
    expect(await code(engine.client.call('draft.get', { id: id(51) as never }))).toBe('not_found');
    expect(await code(engine.client.call('invoice.get', { number: 'INV-1' }))).toBe('not_found');
    expect(await code(engine.client.call('invoice.get', {}))).toBe('bad_input');
  });
});

describe('events', () => {
  it('tell each change once, with a growing revision, and a job with a growing sequence', async () => {
    const revisions: number[] = [];
    const sequences: number[] = [];
    const stop = engine.client.onEvent((event) => {
      if (event.event === 'changed') revisions.push(event.revision);
      if (event.event === 'job') sequences.push(event.snapshot.seq);
    });
    await saveCustomer(engine, { code: 'EV1' });
    await saveCustomer(engine, { code: 'EV2' });
    await importRows(engine, folder.in('ev.csv'), 'lines', [line('EV1', 'E1', '5')]);
    await draftedRun(engine);
    stop();
    expect(revisions.length).toBeGreaterThanOrEqual(4);
    expect(revisions).toEqual([...new Set(revisions)].sort((a, b) => a - b));
    expect(sequences.length).toBeGreaterThanOrEqual(4);
    const listed = await engine.client.call('customer.list', {});
    expect(listed.revision).toBeGreaterThanOrEqual(revisions.at(-1) ?? Number.POSITIVE_INFINITY);
  });
});

describe('without an open company', () => {
  const own = new Set(['company.create', 'company.open', 'company.close', 'company.current', 'company.createSample']);
  it('everything says so', async () => {
    const closed = startEngine();
    const inputs: Record<string, unknown> = {
      'company.update': { profile: profile(), rowVersion: 1 },
      'company.acceptRestoredCopy': { reason: 'because' },
      'series.save': {
        id: null,
        name: 'S',
        kind: 'any',
        prefix: '',
        pattern: '{seq}',
        reset: 'never',
        startAt: 1,
        customerId: null,
        isDefault: false,
        archived: false,
      },
      'customer.save': { id: null, rowVersion: null, customer: customerInput({ code: 'x' }) },
      'product.save': {
        id: null,
        rowVersion: null,
        product: {
          code: 'x',
          name: 'x',
          supply: null,
          unit: null,
          unitPrice: null,
          currency: null,
          taxClass: null,
          note: null,
          archived: false,
        },
      },
      'line.decide': { selection: { ids: [] }, decision: 'hold' },
      'import.inspect': { path: 'x.csv', kind: 'lines' },
      'columnMap.forget': { kind: 'lines', shape: 'x' },
      'run.create': { name: 'x', period: { from: '2024-01-01', to: '2024-02-01' }, issueDate: '2024-01-31' },
      'run.decide': { runId: id(1), selection: { ids: [] }, decision: 'approve' },
      'run.acceptFindings': { runId: id(1), check: 'x', reason: 'because' },
      'invoice.preview': manual(id(1) as never),
      'invoice.create': { invoice: manual(id(1) as never) },
      'document.pdf': { of: { kind: 'draft', id: id(1) } },
      'export.workbook': { path: 'x.xlsx' },
    };
    const request = {
      path: 'x.csv',
      kind: 'lines',
      options: {
        encoding: null,
        delimiter: null,
        quote: null,
        decimalMark: null,
        dateOrder: null,
        sheet: null,
        headerRow: null,
      },
      map: [],
    };
    const answers: Record<string, string> = {};
    for (const name of Object.keys(contract) as Request['name'][]) {
      if (own.has(name)) continue;
      const input =
        inputs[name] ?? (name.startsWith('import.') ? request : { id: id(1), runId: id(1), folder: '/tmp' });
      const reply = await closed.dispatcher.request({ id: 1, name, input });
      answers[name] = reply.ok ? 'ok' : reply.error.code;
    }
    expect(Object.keys(answers).length).toBeGreaterThan(30);
    expect(Object.entries(answers).filter(([, answer]) => answer !== 'no_company_open')).toEqual([]);
    expect(await closed.client.call('company.current', {})).toBeNull();
    expect(await closed.client.call('company.close', {})).toEqual({ closed: false });
    await closed.close();
  });
});
