/** CSV files in every dress: what is detected, and that what was written is what is read. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { shown } from '#engine/intake/row.ts';
import { openTable, readRows } from '#engine/intake/table.ts';
import { detect, inspect, put, stage } from './help.ts';

const french =
  'Code client;Désignation;Qté;PU HT;Date\r\nC1;Café moulu;2;1 250,50;25/09/2026\r\nC2;Thé vert;-1;3,20;26/09/2026\r\n';

describe('detection', () => {
  it.each([
    ['utf-8', 'utf-8', false],
    ['utf-8', 'utf-8', true],
    ['windows-1252', 'windows-1252', false],
    ['utf-16le', 'utf-16le', true],
    ['utf-16le', 'utf-16le', false],
    ['utf-16be', 'utf-16be', true],
    ['utf-16be', 'utf-16be', false],
  ] as const)('%s (byte order mark: %3$s)', async (written, found, mark) => {
    const path = put('french.csv', iconv.encode(french, written, { addBOM: mark }));
    const result = await stage(path);
    expect(result.inspection.options).toEqual({
      encoding: found,
      delimiter: ';',
      quote: '"',
      decimalMark: ',',
      dateOrder: 'dmy',
      sheet: null,
      headerRow: 1,
    });
    expect(result.inspection.columns).toEqual(['Code client', 'Désignation', 'Qté', 'PU HT', 'Date']);
    expect(result.lines).toMatchObject([
      { customerCode: 'C1', description: 'Café moulu', quantity: '2', unitPrice: '1250.5', date: '2026-09-25' },
      { customerCode: 'C2', description: 'Thé vert', quantity: '-1', unitPrice: '3.2', date: '2026-09-26' },
    ]);
  });

  it('sees the delimiter through decimal commas and quoted delimiters', async () => {
    const comma = await inspect(put('a.csv', 'Code,Qty,Price\nA,1,"1,50"\nB,2,"2,75"\n'));
    expect(comma.options).toMatchObject({ delimiter: ',', decimalMark: ',' });
    const semicolon = await inspect(put('b.csv', 'Code;Prix;Qté\nA;1,50;2,00\nB;2,75;3,00\n'));
    expect(semicolon.options).toMatchObject({ delimiter: ';', decimalMark: ',' });
    const tab = await inspect(put('c.tsv', 'Code\tQty\tText\nA\t1\tone, two; three\nB\t2\tfour | five\n'));
    expect(tab.options.delimiter).toBe('\t');
    const pipe = await inspect(put('d.csv', 'Code|Qty\nA|1\nB|2\n'));
    expect(pipe.options.delimiter).toBe('|');
    const declared = await inspect(put('e.csv', 'sep=;\r\nCode;Qty\r\nA,B;1\r\n'));
    expect(declared.options).toMatchObject({ delimiter: ';', headerRow: 2 });
    const single = await inspect(put('f.csv', "'Code','Qty'\n'A, B','1'\n"));
    expect(single.options).toMatchObject({ delimiter: ',', quote: "'" });
    expect(single.sample[0]?.cells).toEqual(['A, B', '1']);
  });

  it('says when the order of day and month is open, and takes the answer', async () => {
    const path = put('dates.csv', 'Qty;Date\n1;03/04/2026\n2;05/06/2026\n');
    expect(await inspect(path)).toMatchObject({ dateOrderAmbiguous: true, options: { dateOrder: 'dmy' } });
    const chosen = await stage(path, 'lines', { options: { dateOrder: 'mdy' } });
    expect(chosen.inspection.dateOrderAmbiguous).toBe(false);
    expect(chosen.lines.map(({ date }) => date)).toEqual(['2026-03-04', '2026-05-06']);
    const american = await inspect(put('us.csv', 'Qty,Date\n1,03/04/2026\n2,05/26/2026\n'));
    expect(american).toMatchObject({ dateOrderAmbiguous: false, options: { dateOrder: 'mdy' } });
    const torn = await inspect(put('torn.csv', 'Qty,Date\n1,26/04/2026\n2,05/26/2026\n'));
    expect(torn.dateOrderAmbiguous).toBe(true);
  });

  it('finds the date that decides far down a file', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `${index};0${1 + (index % 9)}/02/2026`);
    const path = put('long.csv', `Qté;Date\n${rows.join('\n')}\n5;25/02/2026\n`);
    expect(await inspect(path)).toMatchObject({
      dateOrderAmbiguous: false,
      rowEstimate: 20_001,
      options: { dateOrder: 'dmy' },
    });
  });

  it('finds the header under a title and keeps the row numbers of the file', async () => {
    const result = await stage(
      put('title.csv', 'Ventes de septembre;;\n;;\nCode client;Qté;PU HT\nC1;1;2,50\n;;\nC2;x;3\n'),
    );
    expect(result.inspection.options.headerRow).toBe(3);
    expect(result).toMatchObject({ rows: 2, records: 1, rejected: 1, empty: 1 });
    expect(result.staged[0]).toMatchObject({ t: 'lines', row: 4 });
    expect(result.rejections[0]).toMatchObject({
      row: 6,
      column: 'Qté',
      value: 'x',
      error: { code: 'number_unreadable' },
    });
  });

  it('follows what a person decides against its guess', async () => {
    const path = put('decided.csv', iconv.encode('Code client;Qté\nC\u00e9;1\n', 'windows-1252'));
    expect((await inspect(path, 'lines', { delimiter: ',' })).columns).toEqual(['Code client;Qté']);
    const off = await inspect(put('off.csv', 'a;b\nCode;Qté\nX;1\n'), 'lines', { headerRow: 1 });
    expect(off.columns).toEqual(['a', 'b']);
  });

  it('reads a gzip as what is in it', async () => {
    const result = await stage(put('sales.csv.gz', gzipSync(french)));
    expect(result).toMatchObject({ rows: 2, records: 2 });
  });
});

describe('rows', () => {
  it('numbers rows as a spreadsheet would and names the line where they differ', async () => {
    const result = await stage(put('lines.csv', 'Code client;Désignation;Qté\nC1;"two\nlines";1\nC2;one;oops\n'));
    expect(result.lines[0]?.description).toBe('two\nlines');
    expect(result.rejections[0]).toMatchObject({ row: 3, line: 4, cells: ['C2', 'one', 'oops'] });
  });

  it('takes every line end, and a mixture of them', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const result = await stage(
        put('ends.csv', ['Code client;Note;Qté', `C1;"a${end}b";1`, 'C2;c;2', 'C3;d;x'].join(end)),
      );
      expect(
        result.lines.map(({ note, quantity }) => [note, quantity]),
        JSON.stringify(end),
      ).toEqual([
        ['a\nb', '1'],
        ['c', '2'],
      ]);
      expect(result.rejections).toMatchObject([{ row: 4, line: 5 }]);
    }
    const mixed = await stage(put('mixed.csv', 'Code client;Qté\r\nC1;1\nC2;2\r\nC3;3\n'));
    expect(mixed.lines.map(({ customerCode, quantity }) => [customerCode, quantity])).toEqual([
      ['C1', '1'],
      ['C2', '2'],
      ['C3', '3'],
    ]);
  });

  it('rejects a row with cells beyond the header, takes a shorter one', async () => {
    const result = await stage(put('ragged.csv', 'Code client;Qté;PU HT\nC1;1;2;extra\nC2;1\nC3;1;2;;\n'));
    expect(result.rejections).toMatchObject([{ row: 2, error: { code: 'row_too_long', params: { value: 'extra' } } }]);
    expect(result.lines).toMatchObject([
      { customerCode: 'C2', unitPrice: null },
      { customerCode: 'C3', unitPrice: '2' },
    ]);
  });

  it('walks over half a million empty lines', async () => {
    const result = await stage(put('gaps.csv', `Code client;Qté\n${'\n'.repeat(500_000)}C1;1\n`), 'lines', {
      map: [{ column: 1, field: 'quantity' }],
      options: { headerRow: 1, decimalMark: ',', dateOrder: 'dmy' },
    }).catch((error: unknown) => error);
    // Inspection reads the first 100,000 rows and finds nothing under the header: said, not crashed on.
    expect(result).toMatchObject({ code: 'file_no_rows' });
    const near = await stage(put('near.csv', `Code client;Qté\nC0;1\n${'\n'.repeat(500_000)}C1;x\n`));
    expect(near).toMatchObject({ rows: 2, records: 1, empty: 500_000 });
    expect(near.rejections).toMatchObject([{ row: 500_003 }]);
  });

  it('takes quotes inside values as they stand', async () => {
    const result = await stage(
      put('quotes.csv', 'Code,Description,Qty\nA,5" nail,1\nB,"RECORD 7"" SINGLE ",2\nC,"odd" one,3\n'),
    );
    expect(result.lines.map(({ description }) => description)).toEqual(['5" nail', 'RECORD 7" SINGLE', '"odd" one']);
  });

  it('reads what was written, whatever the delimiter, quote, encoding and line end', async () => {
    const letters = fc.constantFrom(...'abcXYZ0123456789 ,;|\t"\'\n.-éàœ€ñ_/');
    const table = fc.integer({ min: 2, max: 6 }).chain((width) =>
      fc.array(fc.array(fc.string({ unit: letters, maxLength: 12 }), { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 12,
      }),
    );
    const dress = fc.record({
      delimiter: fc.constantFrom(',' as const, ';' as const, '\t' as const, '|' as const),
      quote: fc.constantFrom('"' as const, "'" as const),
      encoding: fc.constantFrom('utf-8' as const, 'utf-16le' as const, 'utf-16be' as const, 'windows-1252' as const),
      end: fc.constantFrom('\n', '\r\n'),
      mark: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(table, dress, async (rows, { delimiter, quote, encoding, end, mark }) => {
        const text = rows
          .map((cells) =>
            cells.map((cell) => `${quote}${cell.replaceAll(quote, quote + quote)}${quote}`).join(delimiter),
          )
          .join(end);
        const path = put('any.csv', iconv.encode(text, encoding, { addBOM: mark && encoding !== 'windows-1252' }));
        const opened = await openTable(path);
        const read: string[][] = [];
        for await (const batch of readRows(opened, { ...detect, encoding, delimiter, quote }, null).batches) {
          read.push(...batch.map(({ cells }) => cells.map(shown)));
        }
        expect(read).toEqual(rows);
      }),
      { numRuns: 150 },
    );
  });
});
