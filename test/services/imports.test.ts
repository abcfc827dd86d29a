/** Imports through the engine: what would happen is what happens; the file is changed whole or not at all. */
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Output } from '#shared/contract/index.ts';
import { code, one, openTestCompany, type TestEngine, testFolder } from '../fixtures/engine/engine.ts';
import {
  customerInput,
  importRequest,
  importRows,
  line,
  lineStates,
  type Row,
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
  file = folder.in(`imports-${files}.liasse`);
  engine = await openTestCompany(file);
  await saveCustomer(engine, { code: 'C1' });
});
afterEach(() => engine.close());
afterAll(() => folder.remove());

const csv = () => folder.in('some file.csv');
const counts = ({
  rows,
  create,
  update,
  leave,
  reject,
  held,
  createdCustomers,
  createdProducts,
}: Output<'import.rehearse'>) => ({
  rows,
  create,
  update,
  leave,
  reject,
  held,
  createdCustomers,
  createdProducts,
});
const zero = { create: 0, update: 0, leave: 0, reject: 0, held: 0, createdCustomers: 0, createdProducts: 0 };

describe('lines', () => {
  const rows: Row[] = [
    line('C1', 'a', '10'),
    line('C1', 'a', '10'),
    line('NEW', 'b', '20', { customerName: 'New Ltd', customerCountry: 'FR', productCode: 'P9' }),
    line('new', 'c', '30', { productCode: 'p9', description: 'twice the same product' }),
    line('', 'd', '40'),
    line('C1', 'e', 'ten'),
    line('C1', 'f', '50', { currency: 'XXQ' }),
    line('C1', 'g', '60', { date: '2024-02-30' }),
    line('C1', 'h', '', { quantity: '3' }),
  ];

  it('of unknown customers are rejected, or create them; a rehearsal says the same and writes nothing', async () => {
    writeCsv(csv(), rows);
    const before = one(file, 'SELECT count(*) FROM audit_event');
    const strict = await importRequest(engine, csv(), 'lines', { rejectsPath: folder.in('rejects.csv') });
    const open = { ...strict, createCustomers: true, createProducts: true, rejectsPath: null };
    const rehearsedStrict = await engine.job('import.rehearse', strict);
    expect(counts(rehearsedStrict)).toEqual({ ...zero, rows: 9, create: 4, reject: 5, held: 1 });
    const rehearsed = await engine.job('import.rehearse', open);
    expect(counts(rehearsed)).toEqual({
      ...zero,
      rows: 9,
      create: 6,
      reject: 3,
      held: 1,
      createdCustomers: 1,
      createdProducts: 1,
    });
    expect([one(file, 'SELECT count(*) FROM audit_event'), one(file, 'SELECT count(*) FROM import_batch')]).toEqual([
      before,
      0,
    ]);
    expect(await lineStates(engine)).toEqual({});

    expect(
      rehearsedStrict.rejections.map(({ row, column, value, error }) => [row, column, value, error.code]).sort(),
    ).toEqual([
      [4, 'customerCode', 'NEW', 'customer_unknown'],
      [5, 'customerCode', 'new', 'customer_unknown'],
      [7, 'unitPrice', 'ten', expect.any(String)],
      [8, 'currency', 'XXQ', expect.any(String)],
      [9, 'date', '2024-02-30', expect.any(String)],
    ]);
    const written = readFileSync(folder.in('rejects.csv'), 'utf8');
    expect(written.trim().split('\n')).toHaveLength(6);
    for (const word of [',ten,', ',XXQ,', ',2024-02-30,']) expect(written).toContain(word);
    // What only the company file could refuse has its cells as well, and comes in once its customer is there.
    expect(written).toContain('b,NEW,2024-03-10,P9,Goods of b,1,20,New Ltd,FR,,4,customerCode,');
    expect(written).toContain('c,new,2024-03-10,p9,twice the same product,1,30,,,,5,customerCode,');

    const { importId: _, ...first } = await engine.job('import.commit', strict);
    expect(first).toEqual(rehearsedStrict);
    expect((await engine.client.call('customer.list', {})).total).toBe(1);
    const second = await engine.job('import.commit', open);
    expect(counts(second)).toEqual({
      ...zero,
      rows: 9,
      create: 2,
      leave: 4,
      reject: 3,
      createdCustomers: 1,
      createdProducts: 1,
    });
    const made = (await engine.client.call('customer.list', { filter: { search: 'new' } })).rows;
    expect(made.map((row) => [row.code, row.name, row.country, row.openLines])).toEqual([['NEW', 'New Ltd', 'FR', 2]]);
    const products = (await engine.client.call('product.list', {})).rows;
    expect(products.map((row) => [row.code, row.name])).toEqual([['P9', 'Goods of b']]);
    expect(await lineStates(engine)).toEqual({ open: 5, held: 1 });
    expect(first.amounts).toEqual([{ currency: 'GBP', create: 6000, held: 4000 }]);
  });

  it('keep genuine twins, and change nothing when the file comes again, under any name', async () => {
    const twins = [line('C1', 'a', '1'), line('C1', 'a', '1'), line('C1', 'a', '1')];
    expect(counts(await importRows(engine, csv(), 'lines', twins))).toEqual({ ...zero, rows: 3, create: 3 });
    const again = await importRows(engine, folder.in('another.csv'), 'lines', twins);
    expect(counts(again)).toEqual({ ...zero, rows: 3, leave: 3 });
    // The other name's file is the same file byte for byte: nothing to tell.
    expect(again.leaveFromOther).toBeNull();
    const grown = [...twins, line('C1', 'a', '1'), line('C1', 'a', '2')];
    expect(counts(await importRows(engine, csv(), 'lines', grown))).toEqual({ ...zero, rows: 5, create: 2, leave: 3 });
    expect(await lineStates(engine)).toEqual({ open: 5 });
  });

  it('that another file brought are told apart, and taken where asked, once', { timeout: 60_000 }, async () => {
    const retainer = line('C1', '', '400', { date: '', description: 'Retainer' });
    const january = folder.in('january.csv');
    const february = folder.in('february.csv');
    const { importId } = await importRows(engine, january, 'lines', [retainer]);
    const rows = [retainer, line('C1', '', '7', { date: '', description: 'Extra' })];
    writeCsv(february, rows);
    const asked = await importRequest(engine, february, 'lines');
    const rehearsed = await engine.job('import.rehearse', asked);
    const at = one(file, `SELECT at FROM import_batch WHERE id = '${importId}'`);
    expect(rehearsed).toMatchObject({
      create: 1,
      leave: 1,
      leaveFromOther: { count: 1, file: 'january.csv', at, files: 1 },
    });
    // Left the first time, taken when asked; then the file again, asked or not, changes nothing.
    expect(await engine.job('import.commit', asked)).toMatchObject({ create: 1, leave: 1 });
    const taking = { ...asked, takeRepeated: true };
    expect(await engine.job('import.commit', taking)).toMatchObject({ create: 1, leave: 1, leaveFromOther: null });
    for (const request of [taking, asked]) {
      expect(await engine.job('import.commit', request)).toMatchObject({ create: 0, leave: 2, leaveFromOther: null });
    }
    const again = await importRequest(engine, january, 'lines', { takeRepeated: true });
    expect(await engine.job('import.commit', again)).toMatchObject({ create: 0, leave: 1, leaveFromOther: null });
    expect(await lineStates(engine)).toEqual({ open: 3 });
  });

  it('with dates that read in two ways wait for a person to say the order', { timeout: 60_000 }, async () => {
    writeCsv(csv(), [line('C1', 'a', '1', { date: '03/04/2024' })]);
    const { options, ...request } = await importRequest(engine, csv(), 'lines');
    const undecided = { ...request, options: { ...options, dateOrder: null } };
    expect(await code(engine.job('import.commit', undecided))).toBe('date_order_ambiguous');
    expect(await code(engine.job('import.rehearse', undecided))).toBe('date_order_ambiguous');
    const decided = { ...request, options: { ...options, dateOrder: 'mdy' as const } };
    expect(await engine.job('import.commit', decided)).toMatchObject({ create: 1 });
    const { rows } = await engine.client.call('line.list', {});
    expect(rows.map((row) => row.date)).toEqual(['2024-03-04']);
    // No date is taken from it: nothing to ask.
    const map = request.map.filter(({ field }) => field !== 'date');
    expect(await engine.job('import.rehearse', { ...undecided, map })).toMatchObject({ create: 1 });
  });

  it('take the customer’s currency, else the company’s; know products whatever their case', async () => {
    await saveCustomer(engine, { code: 'EU', currency: 'EUR' });
    await saveProduct(engine, { code: 'Book-É', name: 'A book', unitPrice: '4.50' });
    await importRows(engine, csv(), 'lines', [
      line('eu', 'a', '10'),
      line('EU', 'b', '10', { currency: 'USD' }),
      line('C1', 'c', '', { productCode: 'BOOK-é' }),
    ]);
    const { rows: lines } = await engine.client.call('line.list', { sort: { by: 'reference' } });
    expect(lines.map((row) => [row.invoiceReference, row.currency, row.net])).toEqual([
      ['a', 'EUR', 1000],
      ['b', 'USD', 1000],
      ['c', 'GBP', null],
    ]);
    expect(lines[0]?.source).toEqual({ file: 'some file.csv', sheet: null, row: 2 });
    expect(one(file, 'SELECT count(*) FROM pending_line WHERE product_id IS NOT NULL')).toBe(1);
  });
});

describe('customers and products', () => {
  it('that are known get what the file names, and keep the rest', async () => {
    await saveCustomer(engine, { code: 'K1', name: 'Old', city: 'York', email: 'a@example.org', paymentTermsDays: 14 });
    const table: Row[] = [
      { code: 'k1', name: 'Renamed', city: '' },
      { code: 'K2', name: 'Fresh', city: 'Hull' },
      { code: 'C1', name: 'Customer C1', city: 'Leeds' },
    ];
    expect(counts(await importRows(engine, csv(), 'customers', table))).toEqual({
      ...zero,
      rows: 3,
      create: 1,
      update: 1,
      leave: 1,
    });
    const { rows } = await engine.client.call('customer.list', { sort: { by: 'code' } });
    const k1 = rows.find((row) => row.code === 'K1');
    expect(k1).toMatchObject({ name: 'Renamed', email: 'a@example.org', paymentTermsDays: 14, rowVersion: 2 });
    expect(k1?.addressLines).toEqual(customerInput({ code: 'x' }).addressLines);
    expect(rows.map((row) => row.code)).toEqual(['C1', 'K1', 'K2']);
    expect(counts(await importRows(engine, csv(), 'customers', table))).toEqual({ ...zero, rows: 3, leave: 3 });

    await saveProduct(engine, { code: 'P1', unitPrice: '5', unit: 'hour', taxClass: 'reduced' });
    const prices: Row[] = [{ code: 'P1', unitPrice: '6.25' }];
    expect(counts(await importRows(engine, csv(), 'products', prices))).toEqual({ ...zero, rows: 1, update: 1 });
    expect((await engine.client.call('product.list', {})).rows[0]).toMatchObject({
      unitPrice: '6.25',
      unit: 'hour',
      taxClass: 'reduced',
    });
  });

  it('twice in one file are one', async () => {
    const table: Row[] = [
      { code: 'D1', name: 'First' },
      { code: 'd1', name: 'Second' },
    ];
    const outcome = await importRows(engine, csv(), 'customers', table);
    expect((await engine.client.call('customer.list', { filter: { search: 'd1' } })).total).toBe(1);
    expect(outcome.create).toBe(1);
    expect(outcome.rejections.map(({ row, error }) => [row, error.code, error.params['first']])).toEqual([
      [3, 'code_repeated', 2],
    ]);
    // Known by now: the second would have vanished, its update made against a version that is gone.
    const renamed: Row[] = [
      { code: 'D1', name: 'Third' },
      { code: 'd1', name: 'Fourth' },
    ];
    expect(await importRows(engine, csv(), 'customers', renamed)).toMatchObject({ update: 1, reject: 1 });
    // Word for word the same: no fault, but a row that was read, and counted.
    const same: Row = { code: 'D2', name: 'Same' };
    const repeated = await importRows(engine, csv(), 'customers', [same, same, same]);
    expect(counts(repeated)).toEqual({ ...zero, rows: 3, create: 1, leave: 2 });
    const [batch] = await engine.client.call('import.list', {});
    expect(batch).toMatchObject({ rows: 3, created: 1, left: 2 });
  });

  it('keep what a blank cell says nothing about', { timeout: 60_000 }, async () => {
    await saveCustomer(engine, { code: 'K1', kind: 'business', vatNumber: 'GB123456789', city: 'York' });
    const columns: Row = { name: '', kind: '', vatNumber: '', address1: '', city: '', paymentTermsDays: '' };
    const table: Row[] = [
      { code: 'K1', ...columns, name: 'Renamed' },
      { code: 'K2', ...columns },
    ];
    expect(await importRows(engine, csv(), 'customers', table)).toMatchObject({ update: 1, create: 1 });
    const { rows } = await engine.client.call('customer.list', { sort: { by: 'code' } });
    expect(rows.find((row) => row.code === 'K1')).toMatchObject({
      name: 'Renamed',
      kind: 'business',
      vatNumber: 'GB123456789',
      city: 'York',
      addressLines: customerInput({ code: 'x' }).addressLines,
    });
    expect(rows.find((row) => row.code === 'K2')).toMatchObject({ name: null, kind: 'unknown', addressLines: [] });

    await saveProduct(engine, { code: 'P1', name: 'Hour', unitPrice: '5', taxClass: 'reduced' });
    const products: Row[] = [
      { code: 'P1', name: '', unitPrice: '', taxClass: '', unit: 'h' },
      { code: 'P2', name: '', unitPrice: '', taxClass: '', unit: '' },
    ];
    expect(await importRows(engine, csv(), 'products', products)).toMatchObject({ update: 1, create: 1 });
    const list = (await engine.client.call('product.list', { sort: { by: 'code' } })).rows;
    expect(list).toMatchObject([
      { code: 'P1', name: 'Hour', unitPrice: '5', taxClass: 'reduced', unit: 'h' },
      { code: 'P2', name: 'P2', unitPrice: null },
    ]);
  });
});

describe('many rejections', () => {
  it('stay with their job; a list of jobs does without', { timeout: 60_000 }, async () => {
    const bad = Array.from({ length: 100 }, (_, n) => line('C1', `R${n}`, 'ten'));
    expect(await importRows(engine, csv(), 'lines', bad)).toMatchObject({ reject: 100 });
    await importRows(engine, csv(), 'lines', [line('C1', 'a', '1')]);
    const [small, large] = await engine.client.call('job.list', {});
    expect(small?.result).toMatchObject({ create: 1 });
    expect(large).toMatchObject({ status: 'done', result: null });
    const job = await engine.client.call('job.get', { id: large?.id ?? ('' as never) });
    expect(job.result).toMatchObject({ reject: 100, rejections: { length: 100 } });
  });
});

describe('column maps', () => {
  it('come back for files of the same shape until they are forgotten', async () => {
    writeCsv(csv(), [{ Wer: 'C1', Was: 'thing', Wieviel: '2', Preis: '3' }]);
    const look = () => engine.client.call('import.inspect', { path: csv(), kind: 'lines' });
    const { options, shape, savedMap } = await look();
    expect(savedMap).toBeNull();
    const map = [
      { column: 0, field: 'customerCode' },
      { column: 1, field: 'description' },
      { column: 2, field: 'quantity' },
      { column: 3, field: 'unitPrice' },
    ];
    await engine.job('import.rehearse', { path: csv(), kind: 'lines', options, map });
    expect((await look()).savedMap).toBeNull();
    await engine.job('import.commit', { path: csv(), kind: 'lines', options, map, rememberMap: false });
    expect((await look()).savedMap).toBeNull();
    await engine.job('import.commit', { path: csv(), kind: 'lines', options, map });
    expect((await look()).savedMap).toEqual(map);
    const asCustomers = await engine.client.call('import.inspect', { path: csv(), kind: 'customers' });
    expect(asCustomers.savedMap).toBeNull();
    expect(await engine.client.call('columnMap.forget', { kind: 'lines', shape })).toEqual({ forgotten: true });
    expect(await engine.client.call('columnMap.forget', { kind: 'lines', shape })).toEqual({ forgotten: false });
    expect((await look()).savedMap).toBeNull();
  });
});

describe('an import that does not come to its end', () => {
  it('cancelled leaves nothing, and comes in whole afterwards', { timeout: 120_000 }, async () => {
    const many = Array.from({ length: 20_000 }, (_, n) => line(`N${n % 50}`, `R${n}`, `${n}.5`));
    writeCsv(csv(), many);
    const input = await importRequest(engine, csv(), 'lines', { createCustomers: true });
    for (const phase of ['reading', 'importing']) {
      const status = await new Promise<string>((resolve, reject) => {
        let asked = false;
        const stop = engine.client.onEvent((event) => {
          if (event.event !== 'job') return;
          const { id, status: now, phase: at, done } = event.snapshot;
          if (at === phase && (phase === 'reading' || done > 0) && !asked) {
            asked = true;
            engine.client.call('job.cancel', { id }).catch(reject);
          }
          if (['done', 'failed', 'cancelled'].includes(now)) {
            stop();
            resolve(now);
          }
        });
        engine.client.start('import.commit', input).catch(reject);
      });
      expect([phase, status]).toEqual([phase, 'cancelled']);
      for (const table of ['pending_line', 'import_batch', 'column_map']) {
        expect([table, one(file, `SELECT count(*) FROM ${table}`)]).toEqual([table, 0]);
      }
      expect((await engine.client.call('customer.list', {})).total).toBe(1);
    }
    expect(counts(await engine.job('import.commit', input))).toEqual({
      ...zero,
      rows: 20_000,
      create: 20_000,
      createdCustomers: 50,
    });
  });

  it('of what is no table says so and leaves the file as it was', async () => {
    const revision = one(file, 'SELECT count(*) FROM import_batch');
    writeCsv(csv(), [line('C1', 'a', '1')]);
    const input = await importRequest(engine, csv(), 'lines');
    const gone = folder.in('gone.csv');
    expect(await code(engine.job('import.commit', { ...input, path: gone }))).toBe('file_missing');
    expect(await code(engine.client.call('import.inspect', { path: gone, kind: 'lines' }))).toBe('file_missing');
    expect(existsSync(gone)).toBe(false);
    expect(one(file, 'SELECT count(*) FROM import_batch')).toBe(revision);
    const jobs = await engine.client.call('job.list', {});
    expect(jobs.map((job) => [job.name, job.status, job.error?.code])).toEqual([
      ['import.commit', 'failed', 'file_missing'],
    ]);
  });
});
