/** Lists over 20,000 customers: pages, orders, search, and choices by predicate agree with what is shown. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import type { CustomerRow } from '#shared/contract/records.ts';
import { openTestCompany, type TestEngine, testFolder } from '../fixtures/engine/engine.ts';
import { draftedRun, importRows, line, lineStates, saveCustomer } from '../fixtures/engine/work.ts';

const COUNT = 20_000;
const cities = ['Évry', 'Eton', 'Zürich', 'Ålborg', 'Łódź', 'Ayr'];
const folder = testFolder();
let engine: TestEngine;

/** Name, code and city of the n-th: scattered, so that no order is the order of coming in. */
const nth = (n: number) => {
  const mixed = (n * 7919) % COUNT;
  return {
    code: `K${String(mixed).padStart(5, '0')}`,
    name: `${mixed % 2 === 0 ? 'Éclair' : 'ECLIPSE'} ${String(mixed % 500).padStart(3, '0')}`,
    city: cities[n % cities.length] ?? '',
    country: n % 10 === 0 ? '' : 'FR',
    address1: 'x',
  };
};

beforeAll(async () => {
  engine = await openTestCompany(folder.in('lists.liasse'));
  const rows = Array.from({ length: COUNT }, (_, n) => nth(n));
  const outcome = await importRows(engine, folder.in('customers.csv'), 'customers', rows);
  expect(outcome).toMatchObject({ create: COUNT, reject: 0 });
}, 120_000);
afterAll(async () => {
  await engine.close();
  folder.remove();
});

async function all(input: Input<'customer.list'>): Promise<CustomerRow[]> {
  const rows: CustomerRow[] = [];
  for (;;) {
    const page = await engine.client.call('customer.list', { ...input, offset: rows.length, limit: 500 });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) {
      expect(rows).toHaveLength(page.total);
      return rows;
    }
  }
}

describe('20,000 customers', { timeout: 120_000 }, () => {
  it('come in pages, each once, folded in order', async () => {
    const rows = await all({});
    expect(new Set(rows.map((row) => row.id)).size).toBe(COUNT);
    // É sorts beside E, capitals beside small letters: "eclair 499" before "eclipse 001".
    const keys = rows.map((row) => (row.name ?? '').normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase());
    expect(keys).toEqual([...keys].sort());
    const page = await engine.client.call('customer.list', { offset: 12_345, limit: 3 });
    expect(page.rows).toEqual(rows.slice(12_345, 12_348));
    const end = await engine.client.call('customer.list', { offset: COUNT - 1, limit: 10 });
    expect([end.rows.length, end.total]).toEqual([1, COUNT]);
    expect((await engine.client.call('customer.list', { offset: COUNT, limit: 10 })).rows).toEqual([]);
  });

  it('sort by code and city, both ways', async () => {
    const codes = (await all({ sort: { by: 'code', descending: true } })).map((row) => row.code);
    expect(codes).toEqual(Array.from({ length: COUNT }, (_, n) => `K${String(COUNT - 1 - n).padStart(5, '0')}`));
    const seen = (await all({ sort: { by: 'city' } })).map((row) => row.city);
    expect([...new Set(seen)]).toEqual(['Ålborg', 'Ayr', 'Eton', 'Évry', 'Łódź', 'Zürich']);
    const order = seen.filter((city, at) => city !== seen[at - 1]);
    expect(order).toHaveLength(cities.length);
  });

  it('are found by what people type, and by nothing else', async () => {
    const expected = Array.from({ length: COUNT }, (_, n) => nth(n));
    const count = (fits: (row: ReturnType<typeof nth>) => boolean): number => expected.filter(fits).length;
    for (const [search, total] of [
      ['eclair', count((row) => row.name.startsWith('É'))],
      ['ÉCLAIR 012', count((row) => row.name === 'Éclair 012')],
      ['lodz', count((row) => row.city === 'Łódź')],
      ['k00077', 1],
      ['K0007', 10],
      ['50%', 0],
      ['k_0077', 0],
      ["' OR 1=1 --", 0],
    ] as const) {
      const page = await engine.client.call('customer.list', { filter: { search }, limit: 1 });
      expect([search, page.total]).toEqual([search, total]);
    }
    const incomplete = await engine.client.call('customer.list', { filter: { incomplete: true }, limit: 500 });
    expect(incomplete.total).toBe(COUNT / 10);
    expect(incomplete.rows.every((row) => row.incomplete && row.country === null)).toBe(true);
  });

  it('a view is made anew once somebody changed something', async () => {
    const filter = { search: 'brand new' };
    const before = await engine.client.call('customer.list', { filter });
    await saveCustomer(engine, { code: 'NEW', name: 'Brand new' });
    const after = await engine.client.call('customer.list', { filter });
    expect([before.total, after.total]).toEqual([0, 1]);
    expect(after.revision).toBeGreaterThan(before.revision);
  });
});

describe('lines and drafts', { timeout: 120_000 }, () => {
  const N = 1200;
  beforeAll(async () => {
    const rows = Array.from({ length: N }, (_, n) =>
      line(n % 6 === 5 ? '' : `K${String(n % 400).padStart(5, '0')}`, `R${n}`, `${n}.01`, {
        description: n % 3 === 0 ? 'Café crème' : 'Thé',
        currency: n % 4 === 0 ? 'EUR' : 'GBP',
      }),
    );
    await importRows(engine, folder.in('lines.csv'), 'lines', rows);
  });
  /** Net in pence of the lines that fit: n pounds and a penny each. */
  const sums = (fits: (n: number) => boolean) =>
    (['EUR', 'GBP'] as const).flatMap((currency) => {
      const chosen = Array.from({ length: N }, (_, n) => n).filter(
        (n) => fits(n) && (n % 4 === 0) === (currency === 'EUR'),
      );
      const net = chosen.reduce((total, n) => total + n * 100 + 1, 0);
      return chosen.length === 0 ? [] : [{ currency, count: chosen.length, net }];
    });

  it('are summed as they are listed', async () => {
    const cases: [NonNullable<Input<'line.list'>['filter']>, (n: number) => boolean][] = [
      [{}, () => true],
      [{ status: ['held'] }, (n) => n % 6 === 5],
      [{ search: 'cafe CREME' }, (n) => n % 3 === 0],
      [{ search: 'r77' }, (n) => `r${n}`.includes('r77')],
    ];
    for (const [filter, fits] of cases) {
      const page = await engine.client.call('line.list', { filter, limit: 500 });
      expect(page.sums).toEqual(sums(fits));
      expect(page.total).toBe(page.sums.reduce((total, row) => total + row.count, 0));
    }
  });

  it('a choice by predicate is what the predicate shows, except what was taken out', async () => {
    const filter = { search: 'thé', status: ['open' as const] };
    const shown = await engine.client.call('line.list', { filter, limit: 500 });
    const except = shown.rows.slice(0, 7).map((row) => row.id);
    const selection = { all: filter, except };
    const decided = await engine.client.call('line.decide', { selection, decision: 'exclude' });
    expect(decided).toEqual({ changed: shown.total - 7, skipped: 0 });
    const left = await engine.client.call('line.list', { filter, limit: 500 });
    expect(left.rows.map((row) => row.id).sort()).toEqual([...except].sort());
    const open = N - N / 6;
    expect(await lineStates(engine)).toEqual({ open: open - decided.changed, held: N / 6, excluded: decided.changed });
    await engine.client.call('line.decide', {
      selection: { all: { ...filter, status: ['excluded'] }, except: [] },
      decision: 'reopen',
    });
    expect(await lineStates(engine)).toEqual({ open, held: N / 6 });
  });

  it('drafts: pages, sums and filters agree', async () => {
    const runId = await draftedRun(engine);
    const first = await engine.client.call('run.drafts', { runId, limit: 500 });
    const second = await engine.client.call('run.drafts', { runId, offset: 500, limit: 500 });
    const rows = [...first.rows, ...second.rows];
    expect([rows.length, new Set(rows.map((row) => row.id)).size]).toEqual([N - N / 6, N - N / 6]);
    expect(rows.map((row) => row.gross)).toEqual(rows.map((row) => row.gross).sort((a, b) => b - a));
    expect(first.sums.map(({ currency, count, net }) => ({ currency, count, net }))).toEqual(sums((n) => n % 6 !== 5));
    const range = { minGross: 50_000, maxGross: 60_000, currency: 'GBP' };
    const some = await engine.client.call('run.drafts', { runId, filter: range, limit: 500 });
    const fit = rows.filter((row) => row.currency === 'GBP' && row.gross >= 50_000 && row.gross <= 60_000);
    expect(some.rows.map((row) => row.id).sort()).toEqual(fit.map((row) => row.id).sort());
    expect(some.sums).toEqual([
      {
        currency: 'GBP',
        count: fit.length,
        net: fit.reduce((total, row) => total + row.net, 0),
        gross: fit.reduce((total, row) => total + row.gross, 0),
      },
    ]);
    const { counts, amounts } = await engine.client.call('run.get', { id: runId });
    for (const level of ['clean', 'look', 'blocked'] as const) {
      const of = await engine.client.call('run.drafts', { runId, filter: { level }, limit: 1 });
      expect([level, of.total]).toEqual([level, counts[level]]);
    }
    expect(counts.clean + counts.look + counts.blocked).toBe(rows.length);
    expect(amounts.map(({ currency, gross }) => ({ currency, gross }))).toEqual(
      first.sums.map(({ currency, gross }) => ({ currency, gross })),
    );
  });
});
