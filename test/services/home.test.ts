/** What Home says needs a person, on a real file: each point with its number, gone again when it is done. */
import { writeFileSync } from 'node:fs';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { fiscalYearStart, monthBefore } from '#engine/domain/fiscal-year.ts';
import { openTestCompany, raw, type TestEngine, testFolder } from '../fixtures/engine/engine.ts';
import { manual, saveCustomer } from '../fixtures/engine/work.ts';

const folder = testFolder();
let engine: TestEngine;
afterEach(() => engine.close());
afterAll(() => folder.remove());

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const home = () => engine.client.call('home.today', {});
const codes = async () => (await home()).points.map(({ code, count }) => [code, count]);

describe('a new company', () => {
  it('says nothing is urgent and what its first steps are', async () => {
    engine = await openTestCompany(folder.in('new.liasse'), { zone: 'UTC' });
    expect(await home()).toMatchObject({
      points: [],
      first: { customers: false, lines: false, runs: false, issued: false },
      month: { invoices: 0, creditNotes: 0, amounts: [] },
    });
  });
});

describe('a company at work', () => {
  it('counts what is late, incomplete and issued, the most urgent first', async () => {
    const path = folder.in('work.liasse');
    engine = await openTestCompany(path, { zone: 'UTC', fiscalYearStart: Number(day(0).slice(5, 7)) });
    const { id } = await saveCustomer(engine, { code: 'C1' });
    await saveCustomer(engine, { code: 'C2', name: null });
    const issue = (issueDate: string, paymentTermsDays: number, unitPrice: string) =>
      engine.client.call('invoice.create', {
        invoice: manual(id, { issueDate, paymentTermsDays }, { unitPrice, quantity: '1', date: issueDate }),
      });
    await issue(day(-40), 10, '100');
    await issue(day(0), 5, '10');
    expect(await codes()).toEqual([
      ['overdue', 1],
      ['customers_incomplete', 1],
      ['due_soon', 1],
    ]);
    const { points, month, fiscalYear, first } = await home();
    expect(points[0]).toMatchObject({
      urgency: 'today',
      amounts: [{ currency: 'GBP', minor: 12_000 }],
      params: { oldest: day(-30) },
    });
    // The fiscal year began with this month: both are one and the same stretch.
    expect(month).toEqual(fiscalYear);
    expect(month).toMatchObject({
      from: `${day(0).slice(0, 7)}-01`,
      invoices: 1,
      amounts: [{ currency: 'GBP', net: 1000, gross: 1200 }],
    });
    expect(first).toMatchObject({ customers: true, issued: true });
  });

  it('tells of rejected rows, waiting lines and an unfinished run', async () => {
    const path = folder.in('lines.liasse');
    engine = await openTestCompany(path, { zone: 'UTC' });
    await saveCustomer(engine, { code: 'C1' });
    const file = folder.in('lines.csv');
    writeFileSync(
      file,
      [
        'customer,description,quantity,unit price,date',
        `C1,Hire,2,10.00,${day(-50)}`,
        `C1,Hire,1,5.00,${day(-1)}`,
        `C1,Hire,many,5.00,${day(-1)}`,
      ].join('\n'),
    );
    const seen = await engine.client.call('import.inspect', { path: file, kind: 'lines' });
    await engine.job('import.commit', {
      path: file,
      kind: 'lines',
      options: seen.options,
      map: seen.guessedMap,
      createCustomers: false,
      createProducts: false,
      takeRepeated: false,
      rememberMap: false,
      rejectsPath: null,
    });
    expect(await codes()).toEqual([
      ['import_rejected', 1],
      ['lines_old', 1],
    ]);
    const run = await engine.client.call('run.create', {
      name: 'All of it',
      period: { from: day(-60), to: day(1) },
      issueDate: day(0),
    });
    await engine.job('run.draft', { runId: run.id });
    expect(await codes()).toEqual([
      ['import_rejected', 1],
      ['run_unfinished', 1],
    ]);
    await engine.client.call('run.decide', {
      runId: run.id,
      selection: { all: {}, except: [] },
      decision: 'approve',
    });
    expect((await home()).points[1]).toMatchObject({
      code: 'run_approved',
      count: 1,
      subject: run.id,
      params: { name: 'All of it' },
    });
    // What was rejected long ago is no news any more.
    raw(path, (sqlite) => sqlite.exec("UPDATE import_batch SET at = '2020-01-01T00:00:00.000Z'"));
    expect((await codes()).map(([code]) => code)).toEqual(['run_approved']);
  });
});

it('counts the fiscal year from its own month', () => {
  expect(fiscalYearStart('2026-11-22', 1)).toBe('2026-01-01');
  expect(fiscalYearStart('2026-11-22', 11)).toBe('2026-11-01');
  expect(fiscalYearStart('2026-11-22', 12)).toBe('2025-12-01');
  expect(monthBefore('2026-03-31')).toBe('2026-02-28');
  expect(monthBefore('2026-01-15')).toBe('2025-12-15');
});
