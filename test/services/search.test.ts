/** The search over everything: what is found, in which order, through which indexes, and that it stops when nobody waits. */
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Output } from '#shared/contract/index.ts';
import type { SearchHit } from '#shared/contract/search.ts';
import { readTypedAmount } from '../../src/main/engine/domain/text/amount.ts';
import type { ReadContext } from '../../src/main/engine/services/context.ts';
import { searchAll } from '../../src/main/engine/services/search.ts';
import { ViewCache } from '../../src/main/engine/services/views.ts';
import { asReader, kyselyOn } from '../../src/main/engine/store/database.ts';
import { code, openTestCompany, type TestEngine, testFolder } from '../fixtures/engine/engine.ts';
import {
  approveAll,
  draftedRun,
  importRows,
  line,
  numbers,
  saveCustomer,
  saveProduct,
} from '../fixtures/engine/work.ts';

const folder = testFolder();
const file = folder.in('search.liasse');
let engine: TestEngine;
let issued: string;

beforeAll(async () => {
  engine = await openTestCompany(file);
  await Promise.all([
    saveCustomer(engine, {
      code: 'C0042',
      name: 'Éclairage Durand & Fils',
      city: 'Évry',
      email: 'compta@durand.example',
    }),
    saveCustomer(engine, { code: 'C42', name: 'Martin Gérard', city: 'Lyon' }),
    saveCustomer(engine, { code: 'Z1', name: 'Durand Paysages', city: 'Nantes', archived: true }),
    saveProduct(engine, { code: 'HEURE', name: 'Heure de conseil' }),
  ]);
  await importRows(engine, folder.in('first.csv'), 'lines', [line('C0042', 'BC-2024/7', '1250.50')]);
  const first = await draftedRun(engine, { name: 'Février' });
  await approveAll(engine, first);
  await engine.job('run.finalise', { runId: first });
  issued = (await numbers(engine))[0] ?? '';
  await importRows(engine, folder.in('lines.csv'), 'lines', [
    line('C42', 'DEVIS 77', '19.99'),
    line('C42', 'ORPHELIN 5', '3', { date: '2024-06-01' }),
  ]);
  await draftedRun(engine, { name: 'Campagne de mars' });
}, 60_000);
afterAll(async () => {
  await engine.close();
  folder.remove();
});

const find = (text: string, limit?: number): Promise<Output<'search.all'>> =>
  engine.client.call('search.all', { text, ...(limit === undefined ? {} : { limit }) });
const of = <K extends SearchHit['kind']>(answer: Output<'search.all'>, kind: K) =>
  (answer.groups.find((group) => group.kind === kind)?.hits ?? []).filter(
    (hit): hit is Extract<SearchHit, { kind: K }> => hit.kind === kind,
  );

describe('the search', () => {
  it('finds customers by every word, whatever the accents, the order and the case', async () => {
    for (const text of ['eclairage DURAND', 'durand eclairage', 'évry durand', 'compta@durand', 'c0042']) {
      expect(
        of(await find(text), 'customer').map((hit) => hit.code),
        text,
      ).toContain('C0042');
    }
    expect(of(await find('durand zorro'), 'customer')).toEqual([]);
    expect((await find('   ')).groups).toEqual([]);
  });
  it('puts the very code before what merely has it, and says when there is more', async () => {
    const answer = await find('C42');
    expect(of(answer, 'customer')[0]).toMatchObject({ code: 'C42' });
    const few = await find('durand', 1);
    expect(few.groups.find((group) => group.kind === 'customer')).toMatchObject({ more: true });
    expect(few.groups.every((group) => group.hits.length === 1)).toBe(true);
  });
  it('finds a document by its number first, by its reference and its customer', async () => {
    const byNumber = await find(issued.toLowerCase());
    expect(byNumber.groups[0]?.hits[0]).toMatchObject({ kind: 'invoice', number: issued });
    for (const text of ['bc-2024/7', 'durand bc-2024']) {
      expect(
        of(await find(text), 'invoice').map((hit) => hit.number),
        text,
      ).toEqual([issued]);
    }
  });
  it.each([
    '1250.5',
    '1250.50',
    '1,250.50',
    '1 250,50',
    '1\u202f250,50\u00a0£',
    '1.250,50',
    "1'250.50 GBP",
    'gbp 1250,5',
    '£1,250.50',
  ])('finds a document by its net typed as %s', async (text) => {
    expect(of(await find(text), 'invoice').map((hit) => hit.number)).toEqual([issued]);
  });
  it('finds a document by its gross, exactly, and only in the currency that is named', async () => {
    const [hit] = of(await find('1250.50'), 'invoice');
    if (!hit) throw new Error('not found');
    expect(of(await find((hit.gross / 100).toFixed(2)), 'invoice')).toHaveLength(1);
    expect(of(await find(((hit.gross + 1) / 100).toFixed(2)), 'invoice')).toEqual([]);
    expect(of(await find('1250.50 EUR'), 'invoice')).toEqual([]);
    expect(of(await find('-1250.50'), 'invoice')).toEqual([]);
    // 125050 yen have no decimals: the file's minor units alone would be the same number.
    expect(of(await find('125050'), 'invoice')).toEqual([]);
  });
  it('finds drafts by amount, reference and customer; lines, products, runs and imports by their words', async () => {
    expect(of(await find('19,99'), 'draft')).toMatchObject([{ reference: 'DEVIS 77', runName: 'Campagne de mars' }]);
    expect(of(await find('devis 77'), 'draft')).toHaveLength(1);
    expect(of(await find('orphelin'), 'line')).toMatchObject([{ reference: 'ORPHELIN 5' }]);
    expect(of(await find('conseil'), 'product')).toMatchObject([{ code: 'HEURE' }]);
    expect(of(await find('CAMPAGNE mars'), 'run')).toMatchObject([{ name: 'Campagne de mars' }]);
    expect(of(await find('lines.csv'), 'import')).toMatchObject([{ fileName: 'lines.csv', of: 'lines' }]);
  });
  it('takes signs of SQL for what they are', async () => {
    for (const text of ['%', '_', "'", '"', '\\', ';--']) expect((await find(text)).groups, text).toEqual([]);
  });
  it('names the records of places again, and leaves out those that are gone', async () => {
    const [customer] = of(await find('c42'), 'customer');
    const [invoice] = of(await find(issued), 'invoice');
    const ids = [invoice?.id ?? '', '01890000-0000-7000-8000-000000000000', customer?.id ?? ''];
    const named = await engine.client.call('search.named', { ids });
    expect(named.map((hit) => hit.kind)).toEqual(['invoice', 'customer']);
  });
  it('no longer finds a draft once it is issued', async () => {
    const [draft] = of(await find('devis 77'), 'draft');
    const runId = draft?.runId;
    if (runId === undefined) throw new Error('no draft');
    await approveAll(engine, runId);
    await engine.job('run.finalise', { runId });
    const answer = await find('devis 77');
    expect(of(answer, 'draft')).toEqual([]);
    expect(of(answer, 'invoice')).toHaveLength(1);
  });
});

describe('an amount as it is typed', () => {
  it.each<[string, string[] | null]>([
    ['1 250,50', ['1250.5']],
    ['1,250', ['1.25', '1250']],
    ['1.250.000', ['1250000']],
    ['0,125', ['0.125']],
    ['1,25.0', null],
    ['12,34,56', null],
    ['-80 usd', ['-80']],
    ['2026-0042', null],
    ['80 ABC', null],
    ['€ 80 EUR', null],
    ['F2026', null],
    ['', null],
  ])('%j', (text, readings) => expect(readTypedAmount(text)?.readings ?? null).toEqual(readings));
});

describe('its plans', () => {
  it('walk indexes and read no table from end to end', async () => {
    const sqlite = new Sqlite(file, { readonly: true });
    const plans: string[] = [];
    const prepare = (text: string): Sqlite.Statement => {
      const nothing = Array.from({ length: text.match(/\?/g)?.length ?? 0 }, () => null);
      const rows = sqlite.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`).all(...nothing);
      plans.push(...rows.map((row) => row.detail));
      return sqlite.prepare(text);
    };
    const context: ReadContext = {
      // Reason for the cast: Kysely's dialect needs `prepare` only, as kyselyOn itself says.
      db: asReader(kyselyOn({ prepare } as never)),
      views: new ViewCache(),
      now: '2024-04-01T12:00:00.000Z',
      dataDir: folder.in('data'),
      path: file,
      report: () => undefined,
      throwIfCancelled: () => undefined,
      // Reason for the cast: a search reads no bundled data.
      resources: null as never,
    };
    await searchAll(context, { text: '1250,50', limit: 6 });
    sqlite.close();
    const scans = plans.filter((plan) => /^SCAN/.test(plan) && !/COVERING INDEX/.test(plan));
    // Runs and imports are few and looked through by name, newest first.
    expect(scans.filter((plan) => !/bill_run|import_batch/.test(plan))).toEqual([]);
    for (const index of [
      'customer_by_search',
      'product_by_search',
      'invoice_by_search',
      'draft_by_search',
      'pending_line_by_search',
    ]) {
      expect(plans.join('\n')).toMatch(new RegExp(`COVERING INDEX ${index}`));
    }
    for (const index of ['invoice_by_gross', 'invoice_by_net']) {
      expect(plans.join('\n')).toMatch(new RegExp(`invoice USING INDEX ${index} \\(${index.slice(11)}=\\?\\)`));
    }
  });
});

describe('a search that nobody waits for any more', () => {
  it('stops, and the next one is answered', async () => {
    const signals = Array.from({ length: 30 }, () => new AbortController());
    const asked = signals.map(({ signal }) => engine.client.call('search.all', { text: 'durand' }, { signal }));
    const ends = Promise.all(asked.map((answer) => code(answer).catch(() => 'answered')));
    for (const signal of signals) signal.abort();
    const last = await find('durand');
    expect(of(last, 'customer').length).toBeGreaterThan(0);
    expect(new Set(await ends)).toContain('withdrawn');
    expect((await ends).filter((end) => end === 'withdrawn').length).toBeGreaterThan(25);
  });
});
