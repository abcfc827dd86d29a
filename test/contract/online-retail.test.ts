/**
 * A real retailer's December and March, as they are, in one company: every invoice against a computation of our own from the
 * file (own CSV reading, BigInt pence, half away from zero once a line); every line in is billed, held or rejected.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InvoiceRow } from '#shared/contract/invoices.ts';
import type { RunId } from '#shared/model/ids.ts';
import { openTestCompany, type TestEngine, testFolder } from '../fixtures/engine/engine.ts';

const samples = fileURLToPath(new URL('../../../shared/samples/online-retail/', import.meta.url));
const months = [
  { month: '2010-12', from: '2010-12-01', to: '2011-01-01', issueDate: '2010-12-31', rate: 175n, printed: '17.5' },
  { month: '2011-03', from: '2011-03-01', to: '2011-04-01', issueDate: '2011-03-31', rate: 200n, printed: '20' },
] as const;
const missing = months.filter(({ month }) => !existsSync(`${samples}${month}.csv.gz`));

/** RFC 4180, read letter by letter. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === ',') {
      row.push(cell);
      cell = '';
    } else if (letter === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else if (letter !== '\r') cell += letter;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}

const SCALE = 6;
const UNIT = 10n ** BigInt(SCALE);

/** Decimal text as millionths. Throws where it says more than that. */
function millionths(text: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(text);
  if (!match) throw new Error(`no decimal: ${text}`);
  const value = BigInt(match[2] ?? '') * UNIT + BigInt((match[3] ?? '').padEnd(SCALE, '0'));
  return match[1] === '-' ? -value : value;
}

/** a / b, half away from zero. */
function divide(a: bigint, b: bigint): bigint {
  const sign = a < 0n ? -1n : 1n;
  return sign * ((2n * sign * a + b) / (2n * b));
}

interface Expected {
  rows: number;
  pence: bigint;
  withoutCustomer: { rows: number; pence: bigint };
  /** By InvoiceNo, lines with a customer only. */
  invoices: Map<string, { net: bigint; lines: number; country: string }>;
  /** Lines that stand in the file more than once, word for word, counted beyond their first time. */
  twins: number;
}

function expectedOf(month: string): Expected {
  const [, ...rows] = parseCsv(gunzipSync(readFileSync(`${samples}${month}.csv.gz`)).toString('utf8'));
  const result: Expected = {
    rows: rows.length,
    pence: 0n,
    withoutCustomer: { rows: 0, pence: 0n },
    invoices: new Map(),
    twins: 0,
  };
  const seen = new Set<string>();
  for (const row of rows) {
    const [invoice = '', , , quantity = '', , price = '', customer = '', country = ''] = row;
    const net = divide(millionths(quantity) * millionths(price) * 100n, UNIT * UNIT);
    result.pence += net;
    if (customer === '') {
      result.withoutCustomer.rows += 1;
      result.withoutCustomer.pence += net;
      continue;
    }
    const known = result.invoices.get(invoice) ?? { net: 0n, lines: 0, country };
    result.invoices.set(invoice, known);
    known.net += net;
    known.lines += 1;
    const content = JSON.stringify(row);
    if (seen.has(content)) result.twins += 1;
    seen.add(content);
  }
  return result;
}

const folder = testFolder();
const file = folder.in('retail.liasse');
let engine: TestEngine;

async function request(month: string) {
  const path = `${samples}${month}.csv.gz`;
  const inspection = await engine.client.call('import.inspect', { path, kind: 'lines' });
  return {
    path,
    kind: 'lines' as const,
    options: inspection.options,
    map: inspection.guessedMap,
    createCustomers: true,
  };
}

async function invoicesOf(runId: RunId): Promise<InvoiceRow[]> {
  const all: InvoiceRow[] = [];
  for (;;) {
    const page = await engine.client.call('invoice.list', { filter: { runId }, offset: all.length, limit: 500 });
    all.push(...page.rows);
    if (page.rows.length === 0 || all.length === page.total) return all;
  }
}

beforeAll(async () => {
  if (missing.length === 0) engine = await openTestCompany(file, { name: 'Online Retail' });
});
afterAll(async () => {
  await engine?.close();
  folder.remove();
});

describe.skipIf(missing.length > 0)(
  `a real retailer${missing.length > 0 ? ' (skipped: ../shared/samples/online-retail is not there)' : ''}`,
  { timeout: 240_000 },
  () => {
    const runs: { id: RunId; expected: Expected; invoices: InvoiceRow[] }[] = [];

    it.each(months)('bills $month to the penny', async ({ month, from, to, issueDate, rate, printed }) => {
      const { client } = engine;
      const expected = expectedOf(month);
      const rowsBefore = (await client.call('line.list', { filter: { status: [] }, limit: 1 })).total;

      const first = await engine.job('import.commit', await request(month));
      expect(first).toMatchObject({
        rows: expected.rows,
        create: expected.rows,
        update: 0,
        leave: 0,
        reject: 0,
        held: expected.withoutCustomer.rows,
        amounts: [{ currency: 'GBP', create: Number(expected.pence), held: Number(expected.withoutCustomer.pence) }],
      });
      const second = await engine.job('import.commit', await request(month));
      expect(second).toMatchObject({
        rows: expected.rows,
        create: 0,
        update: 0,
        leave: expected.rows,
        reject: 0,
        createdCustomers: 0,
        held: 0,
        amounts: [],
      });
      const { total } = await client.call('line.list', { filter: { status: [] }, limit: 1 });
      expect(total).toBe(rowsBefore + expected.rows);

      const run = await client.call('run.create', { name: month, period: { from, to }, issueDate });
      const drafted = await engine.job('run.draft', { runId: run.id });
      expect(drafted).toMatchObject({
        drafts: expected.invoices.size,
        lines: expected.rows - expected.withoutCustomer.rows,
        held: expected.withoutCustomer.rows,
      });
      // Nobody gave names or addresses: nothing can be approved before a person says so.
      const all = { all: {}, except: [] };
      expect(await client.call('run.decide', { runId: run.id, selection: all, decision: 'approve' })).toEqual({
        changed: 0,
        blocked: expected.invoices.size,
        unchanged: 0,
      });
      const reason = 'shop sales, the customers are not named in the export';
      const { findings } = await client.call('run.get', { id: run.id });
      const errors = findings.filter((found) => found.level === 'error' && found.acceptable);
      expect(errors.map((found) => found.check).sort()).toEqual([
        'customer.address_missing',
        ...(findings.some((found) => found.check === 'customer.country_missing') ? ['customer.country_missing'] : []),
        'customer.name_missing',
      ]);
      for (const { check } of errors) await client.call('run.acceptFindings', { runId: run.id, check, reason });
      expect(await client.call('run.decide', { runId: run.id, selection: all, decision: 'approve' })).toEqual({
        changed: expected.invoices.size,
        blocked: 0,
        unchanged: 0,
      });
      const issued = await engine.job('run.finalise', { runId: run.id });
      expect(issued).toMatchObject({ issued: expected.invoices.size, setAside: 0 });

      const invoices = await invoicesOf(run.id);
      runs.push({ id: run.id, expected, invoices });
      expect(invoices).toHaveLength(expected.invoices.size);
      const wrong = invoices.filter((row) => BigInt(row.net) !== expected.invoices.get(row.reference ?? '')?.net);
      expect(wrong.map((row) => [row.reference, row.net])).toEqual([]);
      expect(new Set(invoices.map((row) => row.reference)).size).toBe(expected.invoices.size);
      const signs = invoices.filter((row) => (row.kind === 'credit_note') !== row.net < 0);
      expect(signs.map((row) => [row.reference, row.kind, row.net])).toEqual([]);

      // Tax: the domestic rate of the month on the document's base, nothing on exports out of the Union.
      for (const row of invoices) {
        const { country } = expected.invoices.get(row.reference ?? '') ?? { country: '' };
        const net = BigInt(row.net);
        const domestic = divide(net * rate, 1000n);
        const exported = [
          'Australia',
          'Japan',
          'Switzerland',
          'Norway',
          'Iceland',
          'Israel',
          'Bahrain',
          'Lebanon',
          'Singapore',
          'USA',
        ];
        if (country === 'United Kingdom') expect([row.reference, BigInt(row.tax)]).toEqual([row.reference, domestic]);
        else if (exported.includes(country)) expect([row.reference, row.tax]).toEqual([row.reference, 0]);
        expect(row.gross).toBe(row.net + row.tax);
      }
      const british = invoices.find((row) => row.country === 'GB' && row.net !== 0);
      const abroad = invoices.find((row) => row.country === 'AU' || row.country === 'JP' || row.country === 'CH');
      const { document } = await client.call('invoice.get', { id: british?.id ?? null, allLines: true });
      expect(document.taxes.map((tax) => [tax.category, tax.rate])).toEqual([['S', printed]]);
      const export_ = await client.call('invoice.get', { id: abroad?.id ?? null, allLines: true });
      expect(export_.document.taxes.map((tax) => [tax.category, tax.rate, tax.tax])).toEqual([['G', '0', 0]]);
    });

    it('neither drops nor bills the lines without a customer', async () => {
      const { client } = engine;
      const detail = await Promise.all(runs.map((run) => client.call('run.get', { id: run.id })));
      runs.forEach(({ expected }, index) => {
        expect(detail[index]?.heldLines).toEqual({
          count: expected.withoutCustomer.rows,
          amounts: [{ currency: 'GBP', net: Number(expected.withoutCustomer.pence) }],
        });
        expect(detail[index]?.findings.find((found) => found.check === 'line.customer_missing')).toMatchObject({
          level: 'error',
          drafts: expected.withoutCustomer.rows,
          acceptable: false,
        });
      });
      const held = await client.call('line.list', { filter: { status: ['held'] }, limit: 500 });
      expect(held.rows.every((row) => row.customerCode === null && row.heldFor === 'line.customer_missing')).toBe(true);
      const rows = runs.reduce((sum, { expected }) => sum + expected.withoutCustomer.rows, 0);
      const pence = runs.reduce((sum, { expected }) => sum + expected.withoutCustomer.pence, 0n);
      expect([held.total, held.sums]).toEqual([rows, [{ currency: 'GBP', count: rows, net: Number(pence) }]]);
    });

    it('bills genuine twins as often as they were sold', async () => {
      // The month's twins are real; a document holds as many lines as the file has rows for it.
      for (const { expected, invoices } of runs) {
        expect(expected.twins).toBeGreaterThan(100);
        let lines = 0;
        for (const row of invoices) {
          const { document } = await engine.client.call('invoice.get', { id: row.id, allLines: true });
          if (document.lines.length !== expected.invoices.get(row.reference ?? '')?.lines) {
            throw new Error(`${row.reference}: ${document.lines.length} lines`);
          }
          lines += document.lines.length;
        }
        expect(lines).toBe(expected.rows - expected.withoutCustomer.rows);
      }
    });

    it('numbers each year and kind without a gap, from one', () => {
      const byCounter = new Map<string, number[]>();
      for (const { number, kind } of runs.flatMap((run) => run.invoices)) {
        const match = /^(INV|CN)-(\d{4})-(\d{5})$/.exec(number);
        expect([kind, match?.[1]]).toEqual([kind, kind === 'invoice' ? 'INV' : 'CN']);
        const key = `${match?.[1]} ${match?.[2]}`;
        byCounter.set(key, [...(byCounter.get(key) ?? []), Number(match?.[3])]);
      }
      expect([...byCounter.keys()].sort()).toEqual(['CN 2010', 'CN 2011', 'INV 2010', 'INV 2011']);
      for (const sequence of byCounter.values()) {
        expect(sequence.sort((a, b) => a - b)).toEqual(sequence.map((_, index) => index + 1));
      }
    });

    it('agrees with itself: verify, and lines in = billed + held', async () => {
      const report = await engine.job('company.verify', {});
      const sum = (of: (expected: Expected) => bigint) =>
        Number(runs.reduce((total, run) => total + of(run.expected), 0n));
      const imported = { count: sum((e) => BigInt(e.rows)), amount: sum((e) => e.pence) };
      const held = { count: sum((e) => BigInt(e.withoutCustomer.rows)), amount: sum((e) => e.withoutCustomer.pence) };
      const none = { count: 0, amount: 0 };
      expect(report.problems).toEqual([]);
      expect(report).toMatchObject({
        ok: true,
        documents: runs.reduce((total, run) => total + run.expected.invoices.size, 0),
        lines: imported.count - held.count,
        lineBalance: [
          {
            currency: 'GBP',
            imported,
            held,
            billed: { count: imported.count - held.count, amount: imported.amount - held.amount },
            open: none,
            inDrafts: none,
            excluded: none,
          },
        ],
      });
      expect(report.totals[0]?.net).toBe(imported.amount - held.amount);
    });
  },
);
