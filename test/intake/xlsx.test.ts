/** Workbooks: real dates, exact numbers, formulas, errors, merged cells, hidden sheets. */
import { describe, expect, it } from 'vitest';
import type * as XLSX from 'xlsx';
import { decimalOfDouble } from '#engine/intake/xlsx/cells.ts';
import { readDirectory, readEntry, storedZip } from '#engine/intake/xlsx/zip.ts';
import { failure, inspect, put, stage, workbook } from './help.ts';

const n = (v: number, z?: string): XLSX.CellObject => ({ t: 'n', v, ...(z === undefined ? {} : { z }) });

/** The workbook with one part changed as text: what no writer library writes. */
async function edit(bytes: Buffer, name: string, change: (xml: string) => string): Promise<Buffer> {
  const parts = [];
  for (const entry of readDirectory(bytes, 'x')) {
    const content = await readEntry(bytes, entry, 'x');
    parts.push({
      name: entry.name,
      content: entry.name === name ? Buffer.from(change(content.toString('utf8'))) : content,
    });
  }
  return storedZip(parts);
}

describe('values', () => {
  it('takes numbers as the sheet shows them at full width', async () => {
    expect(decimalOfDouble(0.1 + 0.2)).toBe('0.3');
    expect(decimalOfDouble(1e21)).toBe('1000000000000000000000');
    expect(decimalOfDouble(1.005)).toBe('1.005');
    expect(decimalOfDouble(-1e-7)).toBe('-0.0000001');
    const result = await stage(
      put(
        'n.xlsx',
        workbook({
          A: [
            ['Code client', 'Qté', 'PU HT'],
            ['C1', 0.1 + 0.2, 10 / 3],
            ['C2', -2, 1250.5],
          ],
        }),
      ),
    );
    expect(result.lines).toMatchObject([
      { quantity: '0.3', unitPrice: '3.333333333333' },
      { quantity: '-2', unitPrice: '1250.5' },
    ]);
  });

  it('takes codes as shown, and refuses a code whose digits are lost', async () => {
    const rows = [
      ['Code client', 'Qté'],
      [n(123, '00000'), 1],
      [n(17850), 1],
      [n(1.23456789012346e18), 1],
    ];
    const result = await stage(put('codes.xlsx', workbook({ A: rows })));
    expect(result.lines.map(({ customerCode }) => customerCode)).toEqual(['00123', '17850']);
    expect(result.rejections).toMatchObject([
      { row: 4, sheet: 'A', column: 'Code client', error: { code: 'code_shortened' } },
    ]);
  });

  it.each([false, true])('takes real dates (1904 system: %s)', async (date1904) => {
    // 2026-09-30 12:00 in either system.
    const serial = date1904 ? 46295.5 - 1462 : 46295.5;
    const rows = [
      ['Date', 'Qté'],
      [n(serial, 'dd/mm/yyyy'), 1],
      [n(serial, 'd mmm yy hh:mm'), 1],
      ['30/09/2026', 1],
    ];
    const change = (book: XLSX.WorkBook) => {
      book.Workbook = { WBProps: { date1904 } };
    };
    const result = await stage(put('dates.xlsx', workbook({ A: rows }, change)));
    expect(result.lines.map(({ date }) => date)).toEqual(['2026-09-30', '2026-09-30', '2026-09-30']);
  });

  it('does not guess that a bare number is a date', async () => {
    const result = await stage(
      put(
        'serial.xlsx',
        workbook({
          A: [
            ['Date', 'Qté'],
            [n(46295), 1],
          ],
        }),
      ),
      'lines',
      {
        map: [
          { column: 0, field: 'date' },
          { column: 1, field: 'quantity' },
        ],
      },
    );
    expect(result.rejections).toMatchObject([
      { row: 2, column: 'Date', value: '46295', error: { code: 'date_is_number' } },
    ]);
  });

  it('reads a percentage as one', async () => {
    const rows = [
      ['Qté', 'Remise'],
      [1, n(0.125, '0.0%')],
      [1, 10],
      [1, '5 %'],
      [1, n(2, '0%')],
    ];
    const result = await stage(put('percent.xlsx', workbook({ A: rows })));
    expect(result.lines.map(({ discountPercent }) => discountPercent)).toEqual(['12.5', '10', '5']);
    expect(result.rejections).toMatchObject([{ row: 5, error: { code: 'percent_range' }, value: '200%' }]);
  });

  it('takes a duration or a date in place of a quantity for what it is not', async () => {
    const result = await stage(
      put(
        'hours.xlsx',
        workbook({
          A: [
            ['Code client', 'Qté'],
            ['C1', 1],
            ['C2', n(1.5, '[h]:mm')],
            ['C3', 2],
          ],
        }),
      ),
    );
    expect(result.rejections).toMatchObject([{ row: 3, error: { code: 'number_is_date' } }]);
  });
});

describe('formulas and errors', () => {
  it('reads the saved result and rejects what has none, a true zero apart', async () => {
    const rows = [
      ['Code client', 'Qté'],
      ['C1', { t: 'n', v: 6, f: '2*3' }],
      ['C2', { t: 'n', v: 0, f: '1-1' }],
      ['C3', { t: 'n', v: 77, f: 'B2+1' }],
      ['C4', { t: 'n', v: 78, f: 'B2+2' }],
      ['C5', { t: 's', v: 'x', f: 'A1' }],
    ] satisfies (string | XLSX.CellObject)[][];
    const bytes = await edit(workbook({ A: rows }), 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('<v>77</v>', '').replace('<v>78</v>', '<v></v>'),
    );
    const result = await stage(put('formulas.xlsx', bytes), 'lines', {
      map: [
        { column: 0, field: 'customerCode' },
        { column: 1, field: 'quantity' },
      ],
    });
    expect(result.lines.map(({ quantity }) => quantity)).toEqual(['6', '0']);
    expect(result.rejections.map(({ row, column, error }) => [row, column, error.code])).toEqual([
      [4, 'Qté', 'formula_without_value'],
      [5, 'Qté', 'formula_without_value'],
      [6, 'Qté', 'number_unreadable'],
    ]);
  });

  it('reads parts full of blanks in the time of their length', async () => {
    const blanks = ' '.repeat(80_000);
    const rows = [
      ['Code client', 'Qté'],
      ['C1', { t: 'n', v: 77, f: 'B2+1' }],
      ['C2', 1],
    ] satisfies (string | number | XLSX.CellObject)[][];
    let bytes = await edit(workbook({ A: rows }), 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('<v>77</v>', `${blanks}<x/>`),
    );
    bytes = await edit(bytes, 'xl/workbook.xml', (xml) =>
      xml.replace('</workbook>', `<!--${'<sheet '.repeat(40_000)}--></workbook>`),
    );
    const before = performance.now();
    await stage(put('blanks.xlsx', bytes));
    expect(performance.now() - before).toBeLessThan(2000);
  });

  it('takes a text formula that says nothing for an empty cell', async () => {
    const rows = [
      ['Code client', 'Qté', 'Note'],
      ['C1', 1, { t: 's', v: 'zz', f: 'IF(1,"","x")' }],
    ] satisfies (string | number | XLSX.CellObject)[][];
    const bytes = await edit(workbook({ A: rows }), 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace(/<c r="C2"[^>]*>.*?<\/c>/, '<c r="C2" t="str"><f>IF(1,"","x")</f><v></v></c>'),
    );
    expect((await stage(put('empty.xlsx', bytes))).lines).toMatchObject([{ customerCode: 'C1', note: null }]);
  });

  it('rejects error cells by their name', async () => {
    const rows = [
      ['Code client', 'Qté'],
      ['C1', { t: 'e', v: 42 }],
      [{ t: 'e', v: 23 }, 1],
      ['C3', 3],
      ['C4', 4],
    ] satisfies (string | number | XLSX.CellObject)[][];
    const result = await stage(put('errors.xlsx', workbook({ A: rows })));
    expect(result.rejections).toMatchObject([
      { row: 2, column: 'Qté', value: '#N/A', error: { code: 'cell_error', params: { value: '#N/A' } } },
      { row: 3, column: 'Code client', value: '#REF!', error: { code: 'cell_error' } },
    ]);
    expect(result.records).toBe(2);
  });
});

/** The archive with its sizes and places in zip64 fields only, as streaming writers leave it. */
function zip64(bytes: Buffer): Buffer {
  const end = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  const count = bytes.readUInt16LE(end + 10);
  const start = bytes.readUInt32LE(end + 16);
  const directory: Buffer[] = [];
  for (let index = 0, at = start; index < count; index += 1) {
    const name = bytes.readUInt16LE(at + 28);
    const entry = Buffer.from(bytes.subarray(at, at + 46 + name));
    const extra = Buffer.alloc(28);
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(24, 2);
    [24, 20, 42].forEach((field, place) => {
      extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(field)), 4 + place * 8);
      entry.writeUInt32LE(0xffffffff, field);
    });
    at += 46 + name + entry.readUInt16LE(30) + entry.readUInt16LE(32);
    entry.writeUInt16LE(28, 30);
    entry.writeUInt16LE(0, 32);
    directory.push(entry, extra);
  }
  const body = Buffer.concat([bytes.subarray(0, start), ...directory]);
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(body.length), 8);
  const last = Buffer.from(bytes.subarray(end));
  last.writeUInt16LE(0xffff, 10);
  last.writeUInt32LE(0xffffffff, 16);
  return Buffer.concat([body, record, locator, last]);
}

it('reads a zip64 archive, refuses one whose fields are missing', async () => {
  const bytes = zip64(
    workbook({
      A: [
        ['Code client', 'Qté'],
        ['C1', 3],
      ],
    }),
  );
  expect((await stage(put('zip64.xlsx', bytes))).lines).toMatchObject([{ customerCode: 'C1', quantity: '3' }]);
  const torn = Buffer.from(bytes);
  torn.fill(0, torn.length - 22 - 20 - 56, torn.length - 22 - 20);
  expect(await failure(inspect(put('torn.xlsx', torn)), 'torn.xlsx')).toBe('workbook_damaged');
});

describe('sheets', () => {
  const book = (change?: (book: XLSX.WorkBook) => void) =>
    workbook(
      {
        Calculs: [['x'], [1]],
        'R&D "2026"': [
          ['Code client', 'Qté'],
          ['C1', 1],
        ],
      },
      change,
    );

  it('lists every sheet and takes the first that is visible', async () => {
    const path = put(
      'sheets.xlsx',
      book((workbook) => {
        workbook.Workbook = {
          Sheets: [
            { name: 'Calculs', Hidden: 1 },
            { name: 'R&D "2026"', Hidden: 0 },
          ],
        };
      }),
    );
    const found = await inspect(path);
    expect(found).toMatchObject({
      format: 'xlsx',
      sheets: ['Calculs', 'R&D "2026"'],
      options: { sheet: 'R&D "2026"', delimiter: null },
    });
    const result = await stage(path, 'lines', { options: { sheet: 'R&D "2026"' } });
    expect(result.staged).toMatchObject([{ sheet: 'R&D "2026"', row: 2 }]);
    expect((await inspect(path, 'lines', { sheet: 'Calculs' })).columns).toEqual(['x']);
  });

  it('gives every row of a merged area its text, but counts no number twice', async () => {
    const rows = [
      ['Facture', 'Code client', 'Qté', 'PU HT'],
      ['F1', 'C1', 1, 10],
      [null, null, 2, null],
      [null, null, 3, null],
    ];
    const result = await stage(
      put(
        'merged.xlsx',
        workbook({ A: rows }, (book) => {
          const sheet = book.Sheets['A'];
          if (sheet) {
            sheet['!merges'] = [
              { s: { r: 1, c: 0 }, e: { r: 3, c: 0 } },
              { s: { r: 1, c: 1 }, e: { r: 2, c: 1 } },
              { s: { r: 2, c: 3 }, e: { r: 3, c: 3 } },
              { s: { r: 1, c: 3 }, e: { r: 1, c: 3 } },
            ];
          }
        }),
      ),
    );
    expect(result.lines).toMatchObject([
      { invoiceReference: 'F1', customerCode: 'C1', quantity: '1' },
      { invoiceReference: 'F1', customerCode: 'C1', quantity: '2' },
      { invoiceReference: 'F1', customerCode: null, quantity: '3' },
    ]);
    const numbers = await stage(
      put(
        'merged-numbers.xlsx',
        workbook(
          {
            A: [
              ['Code client', 'Qté'],
              ['C1', 5],
              ['C2', null],
            ],
          },
          (book) => {
            const sheet = book.Sheets['A'];
            if (sheet) sheet['!merges'] = [{ s: { r: 1, c: 1 }, e: { r: 2, c: 1 } }];
          },
        ),
      ),
    );
    expect(numbers).toMatchObject({ records: 1, rejected: 1 });
    expect(numbers.rejections).toMatchObject([{ row: 3, error: { code: 'cell_merged', params: { value: '5' } } }]);
  });

  it('keeps the row numbers of the sheet, blank rows and a title above included', async () => {
    const rows = [['Ventes 2026'], [], ['Code client', 'Qté'], ['C1', 1], [], ['C2', 'x']];
    const result = await stage(put('rows.xlsx', workbook({ A: rows })));
    expect(result.inspection.options.headerRow).toBe(3);
    expect(result).toMatchObject({ rows: 2, records: 1, rejected: 1, empty: 1 });
    expect(result.rejections).toMatchObject([{ sheet: 'A', row: 6, column: 'Qté', value: 'x' }]);
  });

  it('leaves pictures, comments and properties unread and reads the cells', async () => {
    const bytes = workbook(
      {
        A: [
          ['Code client', 'Qté'],
          ['C1', 1],
        ],
      },
      (book) => {
        const cell: XLSX.CellObject | undefined = book.Sheets['A']?.['A2'];
        if (cell) cell.c = [{ a: 'M', t: 'un commentaire' }];
        book.Props = { Title: 'Ventes' };
      },
    );
    expect(readDirectory(bytes, 'x').some(({ name }) => name.includes('comments'))).toBe(true);
    expect((await stage(put('commented.xlsx', bytes))).lines).toMatchObject([{ customerCode: 'C1', quantity: '1' }]);
  });

  it('reads texts that stand inside their cells', async () => {
    const bytes = await edit(
      workbook({
        A: [
          ['Code client', 'Qté'],
          ['C1', 1],
        ],
      }),
      'xl/worksheets/sheet1.xml',
      (xml) => xml.replace(/<c r="A2"[^>]*>.*?<\/c>/, '<c r="A2" t="inlineStr"><is><t>D&amp;D</t></is></c>'),
    );
    expect((await stage(put('inline.xlsx', bytes))).lines).toMatchObject([{ customerCode: 'D&D' }]);
  });

  it('refuses rows beyond what the format has', async () => {
    const bytes = await edit(
      workbook({
        A: [
          ['Code', 'Qté'],
          ['C1', 1],
        ],
      }),
      'xl/worksheets/sheet1.xml',
      (xml) =>
        xml
          .replaceAll('r="2"', 'r="99000000"')
          .replaceAll('r="A2"', 'r="A99000000"')
          .replaceAll('r="B2"', 'r="B99000000"'),
    );
    expect(await failure(stage(put('far.xlsx', bytes)), 'far.xlsx')).toMatch(/file_no_rows|workbook_damaged/);
  });
});
