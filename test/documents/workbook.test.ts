import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { read, utils, write } from 'xlsx';
import { date, text } from '#engine/documents/workbook/cells.ts';
import { rowsOfDocument, type WorkbookRow } from '#engine/documents/workbook/rows.ts';
import { type WorkbookResult, writeWorkbook } from '#engine/documents/workbook/workbook.ts';
import { zipped } from '#engine/documents/workbook/zip.ts';
import type { FrozenDocument } from '#shared/model/document.ts';
import { sampleDocument } from './sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'liasse-workbook-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const documents = (): FrozenDocument[] => [
  sampleDocument({ lines: 7, number: 'FA-1' }),
  sampleDocument({ lines: 3, number: 'FA-2' }),
  sampleDocument({ lines: 2, number: 'AV-1', kind: 'credit_note' }),
  sampleDocument({ lines: 4, number: 'FA-3', currency: 'JPY', minorDigits: 0, language: 'en' }),
];

async function make(from: FrozenDocument[], language: 'fr' | 'en' = 'fr') {
  const path = join(folder, `${Math.random()}.xlsx`);
  const result: WorkbookResult = await writeWorkbook(
    {
      language,
      title: 'Octobre',
      author: 'Ateliers',
      createdAt: new Date('2026-11-03T10:00:00Z'),
      rows: from.flatMap(rowsOfDocument),
    },
    path,
    { fsync: false },
  );
  const bytes = readFileSync(path);
  return { result, bytes, book: read(bytes, { type: 'buffer', cellNF: true, cellStyles: true }) };
}

/** The text of one part of the container, read by hand. */
function part(zip: Buffer, wanted: string): string {
  let at = zip.readUInt32LE(zip.length - 6);
  for (let count = zip.readUInt16LE(zip.length - 12); count > 0; count -= 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    if (name === wanted) {
      const start = local + 30 + nameLength;
      return inflateRawSync(zip.subarray(start, start + zip.readUInt32LE(at + 20))).toString('utf8');
    }
    at += 46 + nameLength;
  }
  throw new Error(`no ${wanted}`);
}

describe('the workbook', () => {
  it('has real numbers and dates, negative credit notes, and totals that agree', async () => {
    const from = documents();
    const { book, result } = await make(from);
    expect(book.SheetNames).toEqual(['Factures', 'Lignes', 'Récapitulatif TVA', 'Clients']);
    const rows: unknown[][] = utils.sheet_to_json(book.Sheets['Factures'] ?? {}, { header: 1, raw: true });
    expect(rows[0]?.slice(0, 3)).toEqual(['Numéro', 'Type', 'Date d’émission']);
    const credit = rows.find((row) => row[0] === 'AV-1');
    expect(credit?.[1]).toBe('Avoir');
    expect(credit?.[12]).toBe(-(from[2]?.totals.net ?? 0) / 100);
    const eur = from.slice(0, 3).reduce((sum, d) => sum + (d.kind === 'credit_note' ? -1 : 1) * d.totals.gross, 0);
    const total = rows.find((row) => row[0] === 'Total' && row[11] === 'EUR');
    expect(total?.[14]).toBe(eur / 100);
    expect(rows.find((row) => row[0] === 'Total' && row[11] === 'JPY')?.[14]).toBe(from[3]?.totals.gross);
    const sheet = book.Sheets['Factures'] ?? {};
    expect(sheet['C2']).toMatchObject({ t: 'n', v: 46329, z: 'dd/mm/yyyy' });
    expect(sheet['M2']).toMatchObject({ t: 'n', z: '#,##0.00' });
    expect(sheet['M5']).toMatchObject({ t: 'n', z: '#,##0' });
    expect(result).toMatchObject({ invoices: 4, lines: 16, balanced: true });
  });

  it('lists every line, and sums the taxes by rate', async () => {
    const from = documents();
    const { book } = await make(from, 'en');
    const lines: unknown[][] = utils.sheet_to_json(book.Sheets['Lines'] ?? {}, { header: 1, raw: true });
    const data = lines.slice(1, 17);
    expect(data).toHaveLength(16);
    const sum = data
      .filter((row) => row[13] === 'EUR')
      .reduce((total, row) => total + Math.round(Number(row[14]) * 100), 0);
    expect(lines.find((row) => row[0] === 'Total' && row[13] === 'EUR')?.[14]).toBe(sum / 100);
    const taxes: unknown[][] = utils.sheet_to_json(book.Sheets['Tax summary'] ?? {}, { header: 1, raw: true });
    const twenty = taxes.find((row) => row[1] === 20 && row[2] === 'EUR');
    const expected = from.slice(0, 3).reduce((total, d) => {
      const base = d.taxes.find((row) => row.rate === '20')?.base ?? 0;
      return total + (d.kind === 'credit_note' ? -base : base);
    }, 0);
    expect(twenty?.[4]).toBe(expected / 100);
    const differences = taxes.filter(
      (row) => typeof row[5] === 'number' && /lines|bases|summary/i.test(String(row[0])),
    );
    expect(differences).toHaveLength(6);
    expect(differences.map((row) => row[5])).toEqual([0, 0, 0, 0, 0, 0]);
    const customers: unknown[][] = utils.sheet_to_json(book.Sheets['Customers'] ?? {}, { header: 1, raw: true });
    expect(customers.filter((row) => row[0] === 'C-00318').map((row) => [row[8], row[9]])).toEqual([
      [3, 'EUR'],
      [1, 'JPY'],
    ]);
  });

  it('says when the sums do not agree', async () => {
    const from = documents();
    const [first] = from[0]?.lines ?? [];
    if (first !== undefined) first.net += 1;
    expect((await make(from)).result.balanced).toBe(false);
  });

  it('counts allowances and charges of the whole document among the lines', async () => {
    const document = sampleDocument({ lines: 1, number: 'FA-9' });
    document.allowancesCharges = [
      { kind: 'allowance', reason: 'Remise', amount: 100, tax: { category: 'S', rate: '20' } },
    ];
    document.totals = { ...document.totals, allowances: 100, net: document.totals.net - 100 };
    for (const tax of document.taxes) tax.base -= 100;
    expect((await make([document])).result).toMatchObject({ lines: 2, balanced: true });
  });

  it('freezes and prints the head bold, with filter and widths', async () => {
    const { bytes, book } = await make(documents());
    for (let index = 1; index <= 4; index += 1) {
      const xml = part(bytes, `xl/worksheets/sheet${index}.xml`);
      expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
      expect(xml).toMatch(/<autoFilter ref="A1:[A-Z]\d+"\/>/);
      expect(xml).toContain('<cols>');
      const bold = /<c r="A1" s="(\d+)"/.exec(xml)?.[1];
      const formats = [
        ...(part(bytes, 'xl/styles.xml').split('<cellXfs')[1] ?? '').matchAll(/<xf [^>]*fontId="(\d+)"/g),
      ];
      expect(formats[Number(bold)]?.[1]).toBe('1');
    }
    expect(book.Sheets['Factures']?.['!autofilter']).toEqual({ ref: 'A1:P5' });
  });

  it('is the same bytes for the same rows', async () => {
    expect((await make(documents())).result.sha256).toBe((await make(documents())).result.sha256);
  });

  it('stops when asked', async () => {
    const cancel = new Int32Array(new SharedArrayBuffer(4));
    Atomics.store(cancel, 0, 1);
    function* rows(): Generator<WorkbookRow> {
      for (;;) yield* rowsOfDocument(sampleDocument({ lines: 5 }));
    }
    const input = { language: 'fr' as const, title: '', author: '', createdAt: new Date(0), rows: rows() };
    await expect(writeWorkbook(input, join(folder, 'never.xlsx'), { fsync: false, cancel })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});

describe('texts', () => {
  it.each(['=1+1', '+33 4', '-5', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '=HYPERLINK("http://x")'])(
    '%j is no formula, in a sheet or after a CSV',
    async (evil) => {
      const document = sampleDocument({ lines: 1, number: 'FA-1' });
      document.buyer.name = evil;
      document.customerCode = evil;
      const [line] = document.lines;
      if (line !== undefined) line.description = evil;
      const { book } = await make([document]);
      for (const name of book.SheetNames) {
        const sheet = book.Sheets[name] ?? {};
        for (const [address, cell] of Object.entries(sheet)) {
          if (!address.startsWith('!')) expect(cell).not.toHaveProperty('f');
        }
        const csv = String(write({ SheetNames: ['x'], Sheets: { x: sheet } }, { type: 'string', bookType: 'csv' }));
        const again = read(csv, { type: 'string' });
        for (const cell of Object.values(again.Sheets['Sheet1'] ?? {})) expect(cell).not.toHaveProperty('f');
      }
      expect(book.Sheets['Lignes']?.['H2']).toMatchObject({ t: 's' });
      expect(String(book.Sheets['Lignes']?.['H2']?.v)).toMatch(/^'/);
    },
  );

  it('of any kind survive', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const cell = text(value);
        if (cell !== null) expect(String(cell.v)).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
    expect(text('a\0b')).toEqual({ t: 's', v: 'ab' });
    expect(String(text('x'.repeat(40_000))?.v)).toHaveLength(32_767);
  });

  it('dates are whole days', () => {
    expect(date('1970-01-01')).toMatchObject({ v: 25_569 });
    expect(date('2026-03-29')).toMatchObject({ v: 46_110 });
  });
});

it('a zip opens again', () => {
  const zip = zipped([
    { name: 'é/a.txt', bytes: Buffer.from('hello'.repeat(100)) },
    { name: 'b', bytes: Buffer.alloc(0) },
  ]);
  expect(part(zip, 'é/a.txt')).toBe('hello'.repeat(100));
  expect(part(zip, 'b')).toBe('');
});
