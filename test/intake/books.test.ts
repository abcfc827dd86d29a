/** Workbooks of Excel 95 to 2003 and of LibreOffice: values, dates, sheets; damaged, protected and bomb-like ones are refused in words. */
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { readDirectory, readEntry, storedZip } from '#engine/intake/xlsx/zip.ts';
import { runIntake } from '#engine/services/intake-host.ts';
import { detect, failure, inspect, put, stage } from './help.ts';

type Kind = 'biff8' | 'biff5' | 'ods';
const names: Record<Kind, string> = { biff8: 'book.xls', biff5: 'old.xls', ods: 'book.ods' };
const n = (v: number, z?: string): XLSX.CellObject => ({ t: 'n', v, ...(z === undefined ? {} : { z }) });

function book(
  kind: Kind,
  sheets: Record<string, unknown[][]>,
  change: (book: XLSX.WorkBook) => void = () => undefined,
): Buffer {
  const made = XLSX.utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    XLSX.utils.book_append_sheet(made, XLSX.utils.aoa_to_sheet(rows), name);
  change(made);
  // With type 'buffer' the library answers with a Buffer; its type says any.
  return XLSX.write(made, { type: 'buffer', bookType: kind }) as Buffer;
}

async function partsOf(bytes: Buffer): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  for (const entry of readDirectory(bytes, 'x'))
    parts.set(entry.name, (await readEntry(bytes, entry, 'x')).toString('utf8'));
  return parts;
}

/** An OpenDocument file around this table. */
const ods = (rows: string, more: { before?: string; mimetype?: string; manifest?: string } = {}): Buffer =>
  storedZip([
    {
      name: 'mimetype',
      content: Buffer.from(more.mimetype ?? 'application/vnd.oasis.opendocument.spreadsheet'),
    },
    {
      name: 'content.xml',
      content: Buffer.from(
        `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>${more.before ?? ''}<table:table table:name="Feuille1">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
      ),
    },
    ...(more.manifest === undefined ? [] : [{ name: 'META-INF/manifest.xml', content: Buffer.from(more.manifest) }]),
  ]);
const text = (value: string) =>
  `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
const float = (value: string) =>
  `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
const head = row(text('Code client'), text('Qté'));

describe.each(['biff8', 'biff5', 'ods'] as const)('%s', (kind) => {
  it('gives exact numbers, codes with their zeros, percentages and texts', async () => {
    const path = put(
      names[kind],
      book(kind, {
        Ventes: [
          ['Code client', 'Qte', 'PU HT', 'Remise %', 'Note'],
          [n(142, '00000'), 0.1 + 0.2, 10 / 3, n(0.05, '0%'), 'a\nb'],
          ['0012', -2, '1 250,50', 10, '=A1'],
        ],
      }),
    );
    const { lines, inspection } = await stage(path);
    expect(inspection).toMatchObject({ format: kind === 'ods' ? 'ods' : 'xls', sheets: ['Ventes'], rowEstimate: 2 });
    expect(lines).toMatchObject([
      { customerCode: '00142', quantity: '0.3', unitPrice: '3.333333333333', discountPercent: '5', note: 'a\nb' },
      { customerCode: '0012', quantity: '-2', unitPrice: '1250.5', discountPercent: '10', note: '=A1' },
    ]);
  });

  it.each([false, true])('gives real dates (1904 system: %s)', async (date1904) => {
    const serial = date1904 && kind !== 'ods' ? 46295.5 - 1462 : 46295.5;
    const path = put(
      names[kind],
      book(
        kind,
        {
          A: [
            ['Date', 'Qte'],
            [n(serial, 'dd/mm/yyyy'), 1],
            ['30/09/2026', 1],
          ],
        },
        (made) => {
          made.Workbook = { WBProps: { date1904: kind === 'ods' ? false : date1904 } };
        },
      ),
    );
    expect((await stage(path)).lines.map(({ date }) => date)).toEqual(['2026-09-30', '2026-09-30']);
  });

  it('offers the sheets and prefers the first visible one', async () => {
    const path = put(
      names[kind],
      book(
        kind,
        {
          Notes: [
            ['rien', 'ici'],
            ['ni', 'là'],
          ],
          Ventes: [
            ['Code client', 'Qte'],
            ['C1', 3],
          ],
        },
        (made) => {
          made.Workbook = { Sheets: [{ Hidden: 1 }, { Hidden: 0 }] };
        },
      ),
    );
    const found = await inspect(path);
    expect(found.sheets).toEqual(['Notes', 'Ventes']);
    // The writer keeps no visibility in OpenDocument.
    if (kind !== 'ods') expect(found.options.sheet).toBe('Ventes');
    expect((await stage(path, 'lines', { options: { sheet: 'Ventes' } })).lines).toMatchObject([{ quantity: '3' }]);
    expect(await failure(inspect(path, 'lines', { sheet: 'Rien' }), names[kind])).toBe('sheet_not_found');
  });

  it('cut anywhere, or with a byte turned, ends in an error or in its rows', async () => {
    const whole = book(kind, { A: [['Code client', 'Qte'], ...Array.from({ length: 200 }, (_, i) => [`C${i}`, i])] });
    for (const share of [0.02, 0.2, 0.5, 0.9]) {
      const cut = put(`cut-${names[kind]}`, whole.subarray(0, Math.floor(whole.length * share)));
      const code = await failure(stage(cut));
      expect(['workbook_damaged', 'file_other_format', 'file_no_rows', 'no error'], `${share}: ${code}`).toContain(
        code,
      );
    }
    for (let at = 600; at < whole.length; at += Math.ceil(whole.length / 23)) {
      const turned = Buffer.from(whole);
      turned[at] = (turned[at] ?? 0) ^ 0xff;
      // Whatever it ends in is an error of ours, with its sentences.
      await failure(stage(put(`turned-${names[kind]}`, turned)));
    }
  });
});

describe('what is no workbook that can be read', () => {
  it('an .xls under a password', async () => {
    const bytes = book('biff8', {
      A: [
        ['Code', 'Qte'],
        ['C1', 1],
      ],
    });
    const container = XLSX.CFB.read(bytes, { type: 'buffer' });
    const entry = XLSX.CFB.find(container, '/Workbook');
    if (!entry) throw new Error('the writer made no stream');
    const stream = Buffer.from(entry.content);
    const bof = 4 + stream.readUInt16LE(2);
    const pass = Buffer.from([0x2f, 0x00, 0x06, 0x00, 0, 0, 1, 2, 3, 4]);
    entry.content = Buffer.concat([stream.subarray(0, bof), pass, stream.subarray(bof)]);
    entry.size = entry.content.length;
    const path = put('secret.xls', Buffer.from(XLSX.CFB.write(container, { type: 'buffer' }) as Buffer));
    expect(await failure(inspect(path), 'secret.xls')).toBe('file_password_protected');
  });

  it.each([
    ['BIFF2', [0x09, 0x00, 0x04, 0x00, 0x02, 0x00, 0x10, 0x00]],
    ['BIFF3', [0x09, 0x02, 0x06, 0x00, 0x00, 0x03, 0x10, 0x00, 0, 0]],
    ['BIFF4', [0x09, 0x04, 0x06, 0x00, 0x00, 0x04, 0x10, 0x00, 0, 0]],
  ])('a workbook of before Excel 95: %s', async (_, start) => {
    const path = put('ancient.xls', Buffer.concat([Buffer.from(start), Buffer.alloc(200)]));
    expect(await failure(inspect(path), 'ancient.xls')).toBe('file_old_excel');
  });

  it('an OpenDocument file under a password, whichever way, and a text document', async () => {
    const encrypted =
      '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    expect(await failure(inspect(put('p.ods', ods(head, { manifest: encrypted }))), 'p.ods')).toBe(
      'file_password_protected',
    );
    const whole = storedZip([{ name: 'encrypted-package', content: Buffer.from('x') }]);
    expect(await failure(inspect(put('w.ods', whole)), 'w.ods')).toBe('file_password_protected');
    const letter = ods(head, { mimetype: 'application/vnd.oasis.opendocument.text' });
    expect(await failure(inspect(put('l.ods', letter)), 'l.ods')).toBe('file_other_format');
  });
});

describe('OpenDocument as its programs write it', () => {
  it('keeps values that close in their own tag, leaves out what change tracking deleted, knows errors and merged heads', async () => {
    const tracked =
      '<table:tracked-changes><table:deletion><table:table-cell office:value-type="float" office:value="999"><text:p>999</text:p></table:table-cell></table:deletion></table:tracked-changes>';
    const title =
      '<table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>Export</text:p></table:table-cell><table:covered-table-cell/></table:table-row>';
    const closed = '<table:table-cell office:value-type="float" office:value="7.25"/>';
    const error =
      '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"><text:p>#DIV/0!</text:p></table:table-cell>';
    const formula =
      '<table:table-cell table:formula="of:=[.A1]*2" office:value-type="float" office:value="12.5"><text:p>12,5</text:p></table:table-cell>';
    const path = put(
      'calc.ods',
      ods(`${title}${head}${row(text('C1'), closed)}${row(text('C2'), formula)}${row(text('C3'), error)}`, {
        before: tracked,
      }),
    );
    const { lines, rejections } = await stage(path);
    expect(lines.map(({ customerCode, quantity }) => [customerCode, quantity])).toEqual([
      ['C1', '7.25'],
      ['C2', '12.5'],
    ]);
    expect(rejections).toMatchObject([{ row: 5, column: 'Qté', error: { code: 'cell_error' } }]);
  });

  it('unfolds repeated rows, passes over the empty ones at the end, and refuses a million of them', async () => {
    const repeated = (times: number) =>
      `<table:table-row table:number-rows-repeated="${times}">${text('C1')}${float('2')}</table:table-row>`;
    const empty =
      '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
    const { lines } = await stage(put('three.ods', ods(`${head}${repeated(3)}${empty}`)));
    expect(lines).toHaveLength(3);
    const bomb = put('bomb.ods', ods(`${head}${repeated(1_048_000).repeat(3)}`));
    expect(await failure(inspect(bomb), 'bomb.ods')).toBe('sheet_repeats_too_much');
    const wide = `<table:table-row><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="99999999"><text:p>1</text:p></table:table-cell></table:table-row>`;
    expect(await failure(inspect(put('wide.ods', ods(`${head}${wide}`))), 'wide.ods')).toBe('sheet_repeats_too_much');
  });

  it('counts repetitions also where they are written unlike others write them', async () => {
    const bomb =
      `<table:table-row table:number-rows-repeated="1048000">${text('C1')}${float('2')}</table:table-row>`.repeat(3);
    const ways: Record<string, string> = {
      hyphen: bomb.replaceAll('table:', 't-a:'),
      accents: bomb.replaceAll('table:', 'tâble.2:'),
      bare: bomb.replaceAll('<table:', '<').replaceAll('</table:', '</'),
      suffix: bomb.replaceAll('table-row', 'table-row_x'),
      quoted: bomb.replaceAll('<table:table-row ', '<table:table-row table:style-name="a>b" '),
      comment: bomb.replaceAll('table-row', 'table-<!-- -->row'),
      spaces: row(text('x<text:s text:c="100000000"/>')),
    };
    for (const [name, rows] of Object.entries(ways)) {
      const path = put(`${name}.ods`, ods(`${head}${rows}`));
      expect([name, await failure(inspect(path), `${name}.ods`)]).toEqual([name, 'sheet_repeats_too_much']);
    }
    const { lines } = await stage(
      put('spaced.ods', ods(`${head}${row(text('C1<text:s/>a<text:s text:c="3"/>b'), float('2'))}`)),
    );
    expect(lines).toHaveLength(1);
  });

  it('of a few kilobytes that inflate to gigabytes is refused before anything is unpacked', {
    timeout: 30_000,
  }, async () => {
    const parts = await partsOf(ods(head));
    const honest = storedZip([...parts].map(([name, content]) => ({ name, content: Buffer.from(content) })));
    // The archive says what is in it: 2 GB packed into two kilobytes.
    const packed = deflateRawSync(Buffer.alloc(4_000_000, 0x20));
    const at = honest.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    const lying = Buffer.from(honest);
    lying.writeUInt16LE(8, at + 10);
    lying.writeUInt32LE(packed.length, at + 20);
    lying.writeUInt32LE(2_000_000_000, at + 24);
    const path = put('inflates.ods', lying);
    const host = { threadUrl: (name: string) => new URL(`../../src/main/engine/entries/${name}.ts`, import.meta.url) };
    const work = runIntake(host, { task: 'inspect', path, kind: 'lines', options: detect, custom: [] });
    expect(await failure(work, 'inflates.ods')).toBe('workbook_unpacks_too_large');
  });
});

describe('tables without names, with a total, and values for all rows', () => {
  it('a pasted row without a head is headless; the first row can be moved', async () => {
    const path = put('Presse-papiers', 'C1\t3\t12,50\nC2\t4\t8,00\n');
    const found = await inspect(path);
    expect(found).toMatchObject({
      options: { headerRow: 0, delimiter: '\t', decimalMark: ',' },
      columns: ['A', 'B', 'C'],
      rowEstimate: 2,
      reasons: {
        headerRow: { by: 'no_names' },
        delimiter: { by: 'even', count: 2, of: 2 },
        encoding: { by: 'valid_utf8' },
      },
    });
    const map = [
      { column: 0, field: 'customerCode' },
      { column: 1, field: 'quantity' },
      { column: 2, field: 'unitPrice' },
    ];
    const staged = await stage(path, 'lines', { map, constants: [{ field: 'currency', value: 'CHF' }] });
    expect(staged.lines).toMatchObject([
      { customerCode: 'C1', quantity: '3', currency: 'CHF' },
      { customerCode: 'C2', quantity: '4', currency: 'CHF' },
    ]);
    const later = await stage(path, 'lines', { map, options: { headerRow: 0, firstRow: 2 } });
    expect(later.lines).toMatchObject([{ customerCode: 'C2' }]);
  });

  it('a row that adds up the others is told, a sale of a product called so is not', async () => {
    const path = put(
      'totals.csv',
      'Code client;Article;Libellé;Qté;PU\nC1;A1;Vis;2;3\nC1;A2;Total;1;9\n;;TOTAL GÉNÉRAL;3;12\nTotal;;;3;12\n',
    );
    const { lines, rejections } = await stage(path);
    expect(lines).toHaveLength(2);
    expect(rejections.map(({ row: at, error }) => [at, error.code])).toEqual([
      [4, 'row_is_total'],
      [5, 'row_is_total'],
    ]);
  });

  it('custom fields by their name and kind, tags between commas', async () => {
    const custom = [
      { id: '0190a5c0-0000-7000-8000-000000000001', name: 'Secteur', kind: 'choice', options: ['Hôtels', 'Cafés'] },
      { id: '0190a5c0-0000-7000-8000-000000000002', name: 'Depuis', kind: 'date', options: [] },
      { id: '0190a5c0-0000-7000-8000-000000000003', name: 'Actif', kind: 'yes_no', options: [] },
      // The ids are branded; these are only for this test.
    ] as never;
    const path = put(
      'custom.csv',
      'Code;Nom;Secteur;Depuis;Actif;Étiquettes\nK1;Un;hotels;03/09/2020;oui;Été, VIP; \nK2;Deux;Bars;;x;\n'.replace(
        'VIP; ',
        'VIP',
      ),
    );
    const found = await runIntake(
      { threadUrl: (name) => new URL(`../../src/main/engine/entries/${name}.ts`, import.meta.url) },
      { task: 'inspect', path, kind: 'customers', options: detect, custom },
    );
    const field = (index: number) => `custom:0190a5c0-0000-7000-8000-00000000000${index}`;
    expect(found.guessedMap.map((entry) => entry.field)).toEqual([
      'code',
      'name',
      field(1),
      field(2),
      field(3),
      'tags',
    ]);
    const { staged, rejections } = await stage(path, 'customers', { map: found.guessedMap, custom });
    expect(staged[0]).toMatchObject({
      record: {
        custom: {
          '0190a5c0-0000-7000-8000-000000000001': 'Hôtels',
          '0190a5c0-0000-7000-8000-000000000002': '2020-09-03',
          '0190a5c0-0000-7000-8000-000000000003': 'yes',
        },
        tags: ['Été', 'VIP'],
      },
    });
    expect(rejections).toMatchObject([{ row: 3, column: 'Secteur', error: { code: 'choice_unknown' } }]);
  });
});
