/** `verify` names whatever was changed behind the engine's back. */
import { createHash } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import type Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestCompany, raw, startEngine, testFolder } from '../fixtures/engine/engine.ts';
import { approveAll, draftedRun, importRows, line, manual, saveCustomer } from '../fixtures/engine/work.ts';

const folder = testFolder();
const good = folder.in('good.liasse');
afterAll(() => folder.remove());

beforeAll(async () => {
  const engine = await openTestCompany(good);
  const customer = await saveCustomer(engine, { code: 'C1' });
  await saveCustomer(engine, { code: 'C2' });
  const rows = [line('C1', 'a', '10'), line('C1', 'b', '20.01'), line('C2', 'c', '-5'), line('', 'nobody', '3')];
  await importRows(engine, folder.in('lines.csv'), 'lines', rows);
  const runId = await draftedRun(engine);
  await approveAll(engine, runId);
  await engine.job('run.finalise', { runId });
  await engine.client.call('invoice.create', { invoice: manual(customer.id, { issueDate: '2024-04-02' }) });
  await engine.close();
});

let copies = 0;
/** What verify says of a copy that `tamper` was let loose on. */
async function problemsAfter(tamper: (sqlite: Sqlite.Database) => void, hide = true) {
  copies += 1;
  const path = folder.in(`copy-${copies}.liasse`);
  copyFileSync(good, path);
  raw(path, (sqlite) => {
    sqlite.pragma('foreign_keys = OFF');
    const triggers = sqlite
      .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
      .all();
    for (const { name } of triggers) sqlite.exec(`DROP TRIGGER ${name}`);
    tamper(sqlite);
    // Who hides what was done puts the triggers back as they were.
    if (hide) for (const { sql } of triggers) sqlite.exec(sql);
  });
  const engine = startEngine();
  await engine.client.call('company.open', { path, readOnly: true });
  const report = await engine.job('company.verify', {});
  await engine.close();
  expect(report.ok).toBe(report.problems.length === 0);
  return report.problems;
}

/** Rewrites a body as it would stand canonically but for one text. */
function rewrite(sqlite: Sqlite.Database, ordinal: number, from: string, to: string): Buffer {
  const body = sqlite.prepare<[number], Buffer>('SELECT body FROM document WHERE id = ?').pluck().get(ordinal);
  const text = body?.toString('utf8') ?? '';
  expect(text).toContain(from);
  return Buffer.from(text.replace(from, to));
}

describe('verify', () => {
  it('finds nothing where nothing was touched, and counts', async () => {
    const engine = startEngine();
    await engine.client.call('company.open', { path: good, readOnly: true });
    expect(await engine.job('company.verify', {})).toEqual({
      ok: true,
      documents: 4,
      lines: 4,
      totals: [{ currency: 'GBP', net: 12501, tax: 2500, gross: 15001, invoices: 3, creditNotes: 1 }],
      lineBalance: [
        {
          currency: 'GBP',
          imported: { count: 5, amount: 12801 },
          open: { count: 0, amount: 0 },
          inDrafts: { count: 0, amount: 0 },
          billed: { count: 4, amount: 12501 },
          held: { count: 1, amount: 300 },
          excluded: { count: 0, amount: 0 },
        },
      ],
      problems: [],
    });
    await engine.close();
  });

  it('a body changed under its hash', async () => {
    const problems = await problemsAfter((sqlite) => {
      const body = rewrite(sqlite, 2, '"net":2001', '"net":2002');
      sqlite.prepare('UPDATE document SET body = ? WHERE id = 2').run(body);
    });
    expect(problems).toEqual([{ code: 'document_changed', params: { number: 'INV-2024-00002' } }]);
  });

  it('a body rewritten along with its hash', async () => {
    const problems = await problemsAfter((sqlite) => {
      const body = rewrite(sqlite, 2, '"net":2001', '"net":2002');
      const sha256 = createHash('sha256').update(body).digest('hex');
      sqlite.prepare('UPDATE document SET body = ?, sha256 = ? WHERE id = 2').run(body, sha256);
    });
    const second = { number: 'INV-2024-00002' };
    expect(problems).toContainEqual({ code: 'document_chain_broken', params: second });
    expect(problems).toContainEqual({ code: 'document_totals_differ', params: second });
    expect(problems.every((problem) => problem.params['number'] === second.number)).toBe(true);
  });

  it('a body that is no document any more, with a hash to fit', async () => {
    const problems = await problemsAfter((sqlite) => {
      const body = Buffer.from('{"number":');
      const sha256 = createHash('sha256').update(body).digest('hex');
      sqlite.prepare('UPDATE document SET body = ?, sha256 = ? WHERE id = 1').run(body, sha256);
    });
    expect(problems.map((problem) => [problem.code, problem.params['number']])).toEqual([
      ['document_chain_broken', 'INV-2024-00001'],
      ['document_changed', 'INV-2024-00001'],
    ]);
  });

  it.each([
    ['gross', 'gross + 1'],
    ['net', 'net - 1'],
    ['tax', '0'],
    ['issue_date', "'2024-03-30'"],
    ['due_date', "'2030-01-01'"],
    ['due_date', 'NULL'],
    ['tax_point', "'2024-01-01'"],
    ['customer_name', "'Somebody else'"],
    ['customer_code', "'C9'"],
    ['currency', "'EUR'"],
    ['kind', "'credit_note'"],
    ['reference', "'z'"],
    ['country', "'FR'"],
    ['number_fold', "'x'"],
    ['customer_id', "(SELECT id FROM customer WHERE code = 'C2')"],
    ['created_at', "'2000-01-01T00:00:00.000Z'"],
    ['seq', '9'],
    ['counter_key', "'2023'"],
    ['series_id', "(SELECT id FROM series WHERE kind = 'credit_note'), seq = 2"],
  ])('what is kept beside a document: %s = %s', async (column, value) => {
    const problems = await problemsAfter((sqlite) => {
      sqlite.exec(`UPDATE invoice SET ${column} = ${value} WHERE number = 'INV-2024-00001'`);
    });
    expect(problems).toContainEqual({ code: 'invoice_row_differs', params: { number: 'INV-2024-00001' } });
  });

  it.each([
    ['kind', "'credit_note'"],
    ['format_version', '2'],
    ['created_at', "'2000-01-01T00:00:00.000Z'"],
  ])('what stands beside a body in its own row: %s = %s', async (column, value) => {
    const problems = await problemsAfter((sqlite) => {
      sqlite.exec(`UPDATE document SET ${column} = ${value} WHERE id = 1`);
    });
    expect(problems.map((problem) => problem.params)).toEqual([{ number: 'INV-2024-00001' }]);
  });

  it('two places in a series exchanged', async () => {
    const problems = await problemsAfter((sqlite) => {
      for (const [from, to] of [
        [1, 99],
        [2, 1],
        [99, 2],
      ]) {
        sqlite.exec(`UPDATE invoice SET seq = ${to} WHERE seq = ${from} AND kind = 'invoice'`);
      }
    });
    expect(problems.map((problem) => problem.params['number'])).toEqual(['INV-2024-00001', 'INV-2024-00002']);
  });

  it('a trigger gone, weakened or put in', async () => {
    const problems = await problemsAfter((sqlite) => {
      sqlite.exec('CREATE TRIGGER invoice_is_frozen BEFORE UPDATE ON invoice WHEN 0 BEGIN SELECT 1; END');
      sqlite.exec('CREATE TRIGGER extra AFTER INSERT ON invoice BEGIN SELECT 1; END');
    }, false);
    const names = problems.map((problem) => [problem.code, problem.params['name']]);
    expect(names).toContainEqual(['trigger_changed', 'document_is_frozen']);
    expect(names).toContainEqual(['trigger_changed', 'invoice_is_frozen']);
    expect(names).toContainEqual(['trigger_changed', 'extra']);
  });

  it('nothing in a series that a person renamed and gave another pattern', async () => {
    const path = folder.in('renamed.liasse');
    copyFileSync(good, path);
    const engine = startEngine();
    await engine.client.call('company.open', { path });
    const [series] = await engine.client.call('series.list', {});
    if (!series) throw new Error('no series');
    const { example: _, lastNumber: _n, lastDate: _d, ...before } = series;
    await engine.client.call('series.save', { ...before, name: 'Renamed', pattern: '{prefix}{year}/{seq:6}' });
    expect((await engine.job('company.verify', {})).problems).toEqual([]);
    await engine.close();
  });

  it('a tax breakdown beside a document', async () => {
    for (const tamper of [
      'UPDATE invoice_tax SET tax = tax + 1',
      "UPDATE invoice_tax SET rate = '19'",
      'DELETE FROM invoice_tax',
    ]) {
      const where = "WHERE invoice_id = (SELECT id FROM invoice WHERE number = 'CN-2024-00001')";
      expect(await problemsAfter((sqlite) => sqlite.exec(`${tamper} ${where}`))).toEqual([
        { code: 'invoice_row_differs', params: { number: 'CN-2024-00001' } },
      ]);
    }
  });

  it('a document taken out of the middle, with all that is known of it', async () => {
    const problems = await problemsAfter((sqlite) => {
      sqlite.exec('DELETE FROM invoice WHERE document_id = 2; DELETE FROM document WHERE id = 2');
    });
    expect(problems).toContainEqual({ code: 'document_missing', params: { ordinal: 2 } });
    expect(problems).toContainEqual({ code: 'document_chain_broken', params: { number: 'CN-2024-00001' } });
    expect(problems).toContainEqual({ code: 'number_gap', params: { series: 'Invoices', period: '2024', missing: 1 } });
    expect(problems).toContainEqual({ code: 'line_billed_without_invoice', params: { count: 1 } });
  });

  it('the last document gone, by the head kept outside the file', async () => {
    const problems = await problemsAfter((sqlite) => {
      sqlite.exec('DELETE FROM invoice WHERE document_id = 4; DELETE FROM document WHERE id = 4');
    });
    expect(problems).toContainEqual({ code: 'chain_head_differs', params: { documents: 4 } });
  });

  it('a document of which nothing is known, and a number beyond its counter', async () => {
    const gone = await problemsAfter((sqlite) => sqlite.exec('DELETE FROM invoice WHERE document_id = 4'));
    expect(gone).toContainEqual({ code: 'invoice_row_missing', params: { number: 'INV-2024-00003' } });
    const behind = await problemsAfter((sqlite) => sqlite.exec('UPDATE series_counter SET last_seq = 1'));
    expect(behind).toEqual([{ code: 'number_counter_behind', params: { series: 'Invoices', period: '2024' } }]);
  });

  it('a billed line taken out, changed or put in', async () => {
    const of = "(SELECT id FROM draft WHERE reference = 'b')";
    for (const tamper of [
      `DELETE FROM pending_line WHERE draft_id = ${of}`,
      `UPDATE pending_line SET net = net + 1 WHERE draft_id = ${of}`,
      `UPDATE pending_line SET draft_id = ${of} WHERE draft_id = (SELECT id FROM draft WHERE reference = 'a')`,
    ]) {
      const problems = await problemsAfter((sqlite) => sqlite.exec(tamper));
      expect([tamper, problems[0]]).toEqual([
        tamper,
        { code: 'invoice_lines_differ', params: { number: expect.stringMatching(/^INV-2024-0000[12]$/) } },
      ]);
    }
  });
});
