/** Erasing a person: gone to the last byte of the file, but for what the law keeps; `verify` still agrees. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CustomerId } from '#shared/model/ids.ts';
import { code, openTestCompany, raw, type TestEngine, testFolder } from '../fixtures/engine/engine.ts';
import { changeCustomer, importRows, line, manual, saveCustomer } from '../fixtures/engine/work.ts';

const folder = testFolder();
const path = folder.in('harbour.liasse');
let engine: TestEngine;
afterAll(async () => {
  await engine.close();
  folder.remove();
});

beforeAll(async () => {
  engine = await openTestCompany(path, { country: 'FR' });
});

const erase = (customerId: CustomerId, typed: string, documents = false) =>
  engine.job('erasure.run', { customerId, typed, reason: 'asked by letter', documents });
const stands = (text: string): string[] =>
  ['', '-wal'].filter((suffix) => existsSync(path + suffix) && readFileSync(path + suffix).includes(text));

describe('a customer without documents', () => {
  let id: CustomerId;
  beforeAll(async () => {
    const made = await saveCustomer(engine, {
      code: 'ZEPHYRINE-1',
      name: 'Zéphyrine Quatrelivres',
      email: 'zephyrine@quatrelivres.example',
      phone: '+33 6 99 88 77 66',
      note: 'Prefers the morning',
    });
    id = made.id;
    await changeCustomer(engine, id, { city: 'Saint-Quatrelivres', contactName: 'Zéphyrine Q.' });
  });

  it('is shown first: what goes, what stays', async () => {
    const preview = await engine.client.call('erasure.preview', { customerId: id });
    expect(preview).toMatchObject({ code: 'ZEPHYRINE-1', keptTotal: 0, expiredTotal: 0, keptUntil: null });
    expect(preview.rule).toMatchObject({ country: 'FR', years: 10, fiscalYearEnd: '12-31' });
    expect(preview.erased.map((row) => row.what)).toContain('results');
  });

  it('is refused with another code, and while lines wait', async () => {
    expect(await code(erase(id, 'C1'))).toBe('erasure_not_confirmed');
    await importRows(engine, folder.in('l.csv'), 'lines', [line('ZEPHYRINE-1', 'waiting', '10')]);
    expect(await code(erase(id, 'ZEPHYRINE-1'))).toBe('erasure_blocked');
    const { rows } = await engine.client.call('line.list', {});
    await engine.client.call('line.decide', {
      selection: { ids: rows.map((row) => row.id) },
      decision: 'exclude',
    } as never);
  });

  it('is gone from the file to the last byte; the copy made before still has him and is told', async () => {
    const result = await erase(id, 'ZEPHYRINE-1');
    expect(result).toMatchObject({ documentsErased: 0, documentsKept: 0, leftovers: [] });
    for (const text of ['Quatrelivres', 'quatrelivres', 'ZEPHYRINE', 'zephyrine', '99 88 77', 'Prefers the morning']) {
      expect(stands(text), text).toEqual([]);
    }
    expect(readFileSync(result.backup ?? '').includes('Quatrelivres')).toBe(true);
    const customer = await engine.client.call('customer.get', { id });
    expect(customer).toMatchObject({ name: null, email: null, archived: true });
    expect((await engine.client.call('erasure.preview', { customerId: id })).erasedAt).not.toBeNull();
    expect((await engine.job('company.verify', {})).ok).toBe(true);
    const entries = raw(path, (sqlite) =>
      sqlite.prepare("SELECT actor FROM audit_event WHERE action = 'customer.erased'").all(),
    );
    expect(entries).toHaveLength(1);
  });
});

describe('a customer with documents', () => {
  let id: CustomerId;
  let oldNumber = '';
  const archive = () =>
    readdirSync(folder.in('harbour.archive'), { recursive: true }).filter((name) => String(name).endsWith('.pdf'));
  beforeAll(async () => {
    id = (await saveCustomer(engine, { code: 'MELUSINE', name: 'Mélusine Trentepas', country: 'FR' })).id;
    const issue = async (issueDate: string) => {
      const invoice = await engine.client.call('invoice.create', { invoice: manual(id, { issueDate }) });
      await engine.client.call('document.pdf', {
        of: { kind: 'invoice', id: invoice.id },
        path: folder.in(`${invoice.number}.pdf`),
      });
      return invoice.number;
    };
    oldNumber = await issue('2012-05-10');
    await issue('2026-01-15');
  });

  it('keeps what the law keeps, and says until when', async () => {
    const preview = await engine.client.call('erasure.preview', { customerId: id });
    expect(preview).toMatchObject({ keptTotal: 1, keptUntil: '2036-12-31', expiredTotal: 1 });
    expect(preview.expired[0]).toMatchObject({ number: oldNumber, keepUntil: '2022-12-31' });
    expect(archive()).toHaveLength(2);
    const result = await erase(id, 'MELUSINE', true);
    expect(result).toMatchObject({ documentsErased: 1, documentsKept: 1, keptUntil: '2036-12-31' });
    expect(archive()).toHaveLength(1);
    const rows = raw(path, (sqlite) =>
      sqlite
        .prepare(
          'SELECT invoice.number, customer_name, length(body) AS bytes FROM invoice JOIN document ON document.id = document_id ORDER BY document.id',
        )
        .all(),
    );
    expect(rows).toEqual([
      { number: oldNumber, customer_name: '', bytes: 0 },
      { number: expect.any(String), customer_name: 'Mélusine Trentepas', bytes: expect.any(Number) },
    ]);
  });

  it('verify agrees and counts the erased ones; a body gone without a record is a fault', async () => {
    expect(await engine.job('company.verify', {})).toMatchObject({ ok: true, documents: 2, erased: 1, problems: [] });
    const backup = await engine.job('backup.make', {});
    expect(backup.outcome).toBe('good');
    const copy = backup.paths[0] ?? '';
    raw(copy, (sqlite) => {
      const trigger = sqlite.prepare("SELECT sql FROM sqlite_schema WHERE name = 'document_is_frozen'").pluck().get();
      sqlite.exec('DROP TRIGGER document_is_frozen');
      sqlite.exec("UPDATE document SET body = x''");
      sqlite.exec(String(trigger));
    });
    const { verify } = await engine.client.call('restore.preview', { file: copy });
    expect(verify).toMatchObject({ ok: false, erased: 1, problems: [{ code: 'document_body_missing' }] });
  });

  it('an erased document is told as such wherever its paper is asked for', async () => {
    const invoice = (await engine.client.call('invoice.list', {})).rows.find((row) => row.number === oldNumber);
    expect(invoice?.gross).toBeGreaterThan(0);
    expect(await code(engine.client.call('invoice.get', { number: oldNumber }))).toBe('document_erased');
    if (invoice) {
      expect(await code(engine.client.call('document.pdf', { of: { kind: 'invoice', id: invoice.id } }))).toBe(
        'document_erased',
      );
    }
    const exported = await engine.job('export.all', { folder: folder.path });
    expect(exported).toMatchObject({ invoices: 2, erased: 1, originals: 1 });
    const workbook = await engine.job('export.workbook', { path: folder.in('book.xlsx') });
    expect(workbook.invoices).toBe(1);
  });

  it('the triggers let a body go only on record', () => {
    expect(() => raw(path, (sqlite) => sqlite.exec("UPDATE document SET body = x'' WHERE id = 2"))).toThrow('frozen');
    expect(() => raw(path, (sqlite) => sqlite.exec('DELETE FROM document_erasure'))).toThrow('frozen');
  });
});
