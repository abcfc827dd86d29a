/** What the file itself refuses, whoever writes to it; and that its hot reads go through their indexes. */
import type Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadContext } from '#engine/services/context.ts';
import { listCustomers } from '#engine/services/customers.ts';
import { listInvoices } from '#engine/services/invoices.ts';
import { listDrafts } from '#engine/services/runs/list.ts';
import { ViewCache } from '#engine/services/views.ts';
import { customersByCode } from '#engine/store/customers.ts';
import { asReader, kyselyOn, openSqlite, type ReadDb } from '#engine/store/database.ts';
import { issuedPage, issuedTo } from '#engine/store/documents.ts';
import { knownSourceKeys, linesOfDrafts } from '#engine/store/lines.ts';
import { draftIdsAfter, findingsOfDrafts } from '#engine/store/runs.ts';
import { contract } from '#shared/contract/index.ts';
import { openTestCompany, raw, testFolder } from '../fixtures/engine/engine.ts';
import { approveAll, draftedRun, importRows, line, manual, saveCustomer } from '../fixtures/engine/work.ts';

const folder = testFolder();
const file = folder.in('schema.liasse');
afterAll(() => folder.remove());

beforeAll(async () => {
  const engine = await openTestCompany(file);
  const customer = await saveCustomer(engine, { code: 'C1', name: 'Élan & Fils' });
  await engine.client.call('invoice.create', { invoice: manual(customer.id) });
  await importRows(engine, folder.in('lines.csv'), 'lines', [line('C1', 'A', '10'), line('C1', 'B', '20')]);
  const runId = await draftedRun(engine);
  await approveAll(engine, runId);
  await engine.job('run.finalise', { runId });
  await importRows(engine, folder.in('more.csv'), 'lines', [line('C1', 'D', '30')]);
  await draftedRun(engine, { name: 'second' });
  await engine.close();
});

/** Runs statements that must fail; the file is left as it was. */
function refuses(statement: string, ...params: unknown[]): string {
  return raw(file, (sqlite) => {
    sqlite.pragma('foreign_keys = ON');
    try {
      sqlite.prepare(statement).run(...params);
    } catch (thrown) {
      return thrown instanceof Error ? thrown.message : String(thrown);
    }
    throw new Error(`was not refused: ${statement}`);
  });
}

describe('what is issued is frozen', () => {
  it.each([
    "UPDATE document SET body = x'00' WHERE id = 1",
    "UPDATE document SET number = 'INV-X' WHERE id = 2",
    "UPDATE document SET sha256 = '' WHERE id = 1",
    "UPDATE document SET body = NULL, created_at = '2000' WHERE id = 1",
    'UPDATE document SET body = NULL WHERE id = 1',
    'DELETE FROM document WHERE id = 3',
    'UPDATE invoice SET gross = 0',
    "UPDATE invoice SET customer_name = 'Another'",
    'DELETE FROM invoice',
    'UPDATE invoice_tax SET tax = tax + 1',
    'DELETE FROM invoice_tax',
    "REPLACE INTO document SELECT 4, format_version, kind, number, body, sha256, (SELECT chain_hash FROM document WHERE id = 3), 'new', created_at FROM document WHERE id = 2",
    'REPLACE INTO invoice SELECT * FROM invoice',
    'REPLACE INTO invoice_tax SELECT invoice_id, category, rate, base, tax + 1 FROM invoice_tax',
  ])('%s', (statement) => {
    const before = raw(file, (sqlite) => sqlite.prepare('SELECT sum(gross), count(*) FROM invoice').raw().get());
    expect(refuses(statement)).toMatch(/document_is_frozen/);
    expect(raw(file, (sqlite) => sqlite.prepare('SELECT sum(gross), count(*) FROM invoice').raw().get())).toEqual(
      before,
    );
  });

  it('a link of the chain out of order, or to another hash, does not go in', () => {
    const insert = `INSERT INTO document SELECT ?, format_version, kind, 'NEW-1', body, sha256, ?, 'new chain hash', created_at FROM document WHERE id = 1`;
    const last = raw(file, (sqlite) => sqlite.prepare('SELECT chain_hash FROM document WHERE id = 3').pluck().get());
    expect(refuses(insert, 5, last)).toMatch(/document_is_frozen/);
    expect(refuses(insert, 4, 'another')).toMatch(/document_is_frozen/);
    expect(refuses(insert, 2, last)).toMatch(/document_is_frozen/);
    // In its place it would go in: the refusals above are about order, not about something else.
    raw(file, (sqlite) => {
      sqlite.exec('BEGIN');
      expect(sqlite.prepare(insert).run(4, last).changes).toBe(1);
      sqlite.exec('ROLLBACK');
    });
  });
});

describe('tables are strict and their values checked', () => {
  it.each([
    ['text in an amount', "UPDATE draft SET net = 'ten' WHERE run_id IS NOT NULL", /cannot store TEXT/],
    ['a fraction in an amount', 'UPDATE draft SET net = 1.5 WHERE run_id IS NOT NULL', /cannot store REAL/],
    ['an amount past 2^53', 'UPDATE draft SET gross = 9007199254740992', /CHECK/],
    ['an amount past -2^53', 'UPDATE pending_line SET net = -9007199254740992', /CHECK/],
    ['a state nobody knows', "UPDATE draft SET status = 'perhaps'", /CHECK/],
    ['a drafted line without a draft', "UPDATE pending_line SET draft_id = NULL WHERE status = 'drafted'", /CHECK/],
    ['an open line in a draft', "UPDATE pending_line SET status = 'open' WHERE status = 'drafted'", /CHECK/],
    ['a period that ends before it begins', "UPDATE bill_run SET period_to = '2000-01-01'", /CHECK/],
    [
      'a second company',
      'INSERT INTO company SELECT 2, company_id, name, profile, NULL, created_at, 1 FROM company',
      /CHECK/,
    ],
    [
      'a customer code twice',
      "INSERT INTO customer (id, code, code_fold, name_fold, search_fold, kind, address_lines, city_fold, created_at, updated_at, row_version) SELECT 'x', 'c1', 'c1', '', '', 'unknown', '', '', '', '', 1",
      /UNIQUE/,
    ],
    ['a line of nobody', "UPDATE pending_line SET customer_id = 'nobody'", /FOREIGN KEY/],
    ['a source key twice', "UPDATE pending_line SET source_key = 'same' WHERE source_key IS NOT NULL", /UNIQUE/],
  ])('%s', (_what, statement, reason) => {
    expect(refuses(statement)).toMatch(reason);
  });
});

/** The plan of every SELECT that `use` sends, as SQLite explains it. */
function plansOf(use: (db: ReadDb) => Promise<unknown>): Promise<string> {
  return withConnection(async (sqlite) => {
    const plans: string[] = [];
    const prepare = (text: string): Sqlite.Statement => {
      if (/^select/i.test(text)) {
        // Only the shape matters: every parameter is bound as null.
        const nothing = Array.from({ length: text.match(/\?/g)?.length ?? 0 }, () => null);
        const rows = sqlite.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`).all(...nothing);
        plans.push(rows.map((row) => row.detail).join('\n'));
      }
      return sqlite.prepare(text);
    };
    // Reason for the cast: Kysely's dialect needs `prepare` only, as kyselyOn itself says.
    await use(asReader(kyselyOn({ prepare } as never)));
    return plans.join('\n---\n');
  });
}

async function withConnection<R>(use: (sqlite: Sqlite.Database) => Promise<R>): Promise<R> {
  const sqlite = openSqlite(file, { readOnly: true, mustExist: true });
  try {
    return await use(sqlite);
  } finally {
    sqlite.close();
  }
}

const context = (db: ReadDb): ReadContext => ({
  db,
  views: new ViewCache(),
  now: '2024-04-01T12:00:00.000Z',
  dataDir: folder.in('data'),
  path: file,
  report: () => undefined,
  throwIfCancelled: () => undefined,
  // Reason for the cast: lists read no bundled data.
  resources: null as never,
});

describe('hot reads go through their indexes', () => {
  const runId = '01890000-0000-7000-8000-000000000000';
  it.each<[string, (db: ReadDb) => Promise<unknown>, RegExp]>([
    [
      'drafts of a run by gross',
      (db) => listDrafts(context(db), contract['run.drafts'].input.parse({ runId })),
      /draft USING INDEX draft_by_gross \(run_id=\?\)/,
    ],
    [
      'drafts of a run in pages',
      (db) => draftIdsAfter(db, runId, '', 10, ['open']),
      /draft USING (COVERING )?INDEX draft_by_/,
    ],
    [
      'lines of drafts',
      (db) => linesOfDrafts(db, ['a', 'b']),
      /pending_line USING INDEX pending_line_by_draft \(draft_id=\?\)$/m,
    ],
    [
      'findings of drafts',
      (db) => findingsOfDrafts(db, ['a', 'b']),
      /finding USING INDEX finding_by_draft \(draft_id=\?\)/,
    ],
    [
      'invoices of a run',
      (db) => issuedPage(db, 0, 10, { runId, from: null, to: null }),
      /invoice USING INDEX invoice_by_run \(run_id=\? AND document_id>\?\)/,
    ],
    [
      'what was issued to customers',
      (db) => issuedTo(db, ['a', 'b']),
      /invoice USING INDEX invoice_by_customer \(customer_id=\?\)/,
    ],
    [
      'lines known from a file',
      (db) => knownSourceKeys(db, ['a', 'b']),
      /pending_line USING INDEX sqlite_autoindex_pending_line_\d \(source_key=\?\)/,
    ],
    [
      'the documents of drafts',
      (db) => db.selectFrom('invoice').select('number').where('draft_id', 'in', ['a', 'b']).execute(),
      /invoice USING INDEX invoice_by_draft \(draft_id=\?\)/,
    ],
    [
      'customers by code',
      (db) => customersByCode(db, ['a', 'b']),
      /customer USING INDEX sqlite_autoindex_customer_\d \(code_fold=\?\)/,
    ],
    [
      'customers by name',
      (db) => listCustomers(context(db), contract['customer.list'].input.parse({})),
      /customer USING COVERING INDEX customer_by_name \(archived=\?\)/,
    ],
  ])('%s', async (_what, use, index) => {
    const plans = await plansOf(use);
    expect(plans).toMatch(index);
    // A list's sums may walk a run; nothing may walk a whole table.
    expect(plans).not.toMatch(/^SCAN (draft|pending_line|finding|invoice|customer)\b(?! USING)/m);
  });

  it('customers by name need no sorting', async () => {
    const plans = await plansOf((db) => listCustomers(context(db), contract['customer.list'].input.parse({})));
    expect(plans).not.toContain('TEMP B-TREE');
  });
});

describe('folded keys', () => {
  it('find É for e and sort it beside e', async () => {
    await withConnection(async (sqlite) => {
      const db = asReader(kyselyOn(sqlite));
      for (const [search, total] of [
        ['elan', 1],
        ['ÉLAN', 1],
        ['lán & F', 1],
        ['elen', 0],
        ['%', 0],
        ['_', 0],
      ] as const) {
        const input = contract['customer.list'].input.parse({ filter: { search } });
        expect([search, (await listCustomers(context(db), input)).total]).toEqual([search, total]);
      }
      const invoices = contract['invoice.list'].input.parse({ filter: { search: 'elan' } });
      expect((await listInvoices(context(db), invoices)).total).toBe(3);
    });
  });
});
