/** What becomes of rows: records, held lines, rejections, keys; and which column is taken for which field. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessMap, shapeOf } from '#engine/intake/columns/guess.ts';
import { writeRejects } from '#engine/intake/rejects.ts';
import { stageFile } from '#engine/intake/stage.ts';
import { partPath } from '#engine/intake/task.ts';
import { CustomerInput } from '#shared/model/customer.ts';
import type { ImportKind } from '#shared/model/imports.ts';
import { ProductInput } from '#shared/model/product.ts';
import { detect, failure, fresh, inspect, put, sentences, stage, workbook } from './help.ts';

const guessed = (kind: ImportKind, columns: string[], row: string[] = []) =>
  Object.fromEntries(
    guessMap(kind, columns, row.length > 0 ? [row] : []).map(({ column, field }) => [columns[column], field]),
  );

describe('column map', () => {
  it('knows the real headers', () => {
    expect(
      guessed('lines', [
        'InvoiceNo',
        'StockCode',
        'Description',
        'Quantity',
        'InvoiceDate',
        'UnitPrice',
        'CustomerID',
        'Country',
      ]),
    ).toEqual({
      InvoiceNo: 'invoiceReference',
      StockCode: 'productCode',
      Description: 'description',
      Quantity: 'quantity',
      InvoiceDate: 'date',
      UnitPrice: 'unitPrice',
      CustomerID: 'customerCode',
      Country: 'customerCountry',
    });
    expect(
      guessed('lines', [
        'N° facture',
        'Date de facture',
        'N° client',
        'Raison sociale',
        'Réf. article',
        'Désignation',
        'Qté',
        'P.U. HT (€)',
        'Remise %',
        'Bon de commande',
      ]),
    ).toEqual({
      'N° facture': 'invoiceReference',
      'Date de facture': 'date',
      'N° client': 'customerCode',
      'Raison sociale': 'customerName',
      'Réf. article': 'productCode',
      Désignation: 'description',
      Qté: 'quantity',
      'P.U. HT (€)': 'unitPrice',
      'Remise %': 'discountPercent',
      'Bon de commande': 'orderReference',
    });
    expect(
      guessed('customers', [
        'Code client',
        'Raison sociale',
        'Adresse',
        'CP',
        'Ville',
        'Pays',
        'TVA intracommunautaire',
        'SIRET',
        'E-mail',
        'Tél.',
        'Délai de paiement',
      ]),
    ).toEqual({
      'Code client': 'code',
      'Raison sociale': 'name',
      Adresse: 'address1',
      CP: 'postcode',
      Ville: 'city',
      Pays: 'country',
      'TVA intracommunautaire': 'vatNumber',
      SIRET: 'registrationNumber',
      'E-mail': 'email',
      'Tél.': 'phone',
      'Délai de paiement': 'paymentTermsDays',
    });
    expect(
      guessed('customers', [
        '*ContactName',
        'EmailAddress',
        'POAddressLine1',
        'POCity',
        'POPostalCode',
        'POCountry',
        'AccountNumber',
        'VAT number',
      ]),
    ).toMatchObject({
      '*ContactName': 'name',
      EmailAddress: 'email',
      POAddressLine1: 'address1',
      POCountry: 'country',
      AccountNumber: 'code',
      'VAT number': 'vatNumber',
    });
    expect(guessed('products', ['Réf.', 'Libellé', 'Unité', 'Prix HT', 'TVA'])).toEqual({
      'Réf.': 'code',
      Libellé: 'name',
      Unité: 'unit',
      'Prix HT': 'unitPrice',
      TVA: 'taxClass',
    });
  });

  it('looks at the values before it believes a name', () => {
    expect(guessed('lines', ['Date', 'Qté'], ['hello', '3'])).toEqual({ Qté: 'quantity' });
    expect(guessed('lines', ['Client', 'Qté'], ['Boulangerie du Port', '3'])).toEqual({
      Client: 'customerName',
      Qté: 'quantity',
    });
    expect(guessed('lines', ['Client', 'Qté'], ['C0042', '3'])).toEqual({ Client: 'customerCode', Qté: 'quantity' });
    expect(guessed('lines', ['TVA', 'Qté'], ['12,40', '3'])).toEqual({ Qté: 'quantity' });
  });

  it('never gives two columns to one field, nor one column to two', () => {
    const names = fc.array(
      fc.constantFrom(
        'Code',
        'Client',
        'Code client',
        'Qté',
        'Quantity',
        'Prix',
        'PU HT',
        'Date',
        'Article',
        'Réf.',
        'Note',
        '',
      ),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(names, fc.constantFrom<ImportKind>('customers', 'products', 'lines'), (columns, kind) => {
        const map = guessMap(kind, columns, []);
        expect(new Set(map.map(({ field }) => field)).size).toBe(map.length);
        expect(new Set(map.map(({ column }) => column)).size).toBe(map.length);
      }),
    );
  });

  it('hashes the shape of a file, not its spelling', () => {
    expect(shapeOf(['Code client', 'Qté'])).toBe(shapeOf(['code  CLIENT', 'Qte']));
    expect(shapeOf(['Code client', 'Qté'])).not.toBe(shapeOf(['Qté', 'Code client']));
  });

  it('names a column without a name by its letter', async () => {
    expect((await inspect(put('letters.csv', 'Code;;Qté\nA;x;1\n'))).columns).toEqual(['Code', 'B', 'Qté']);
  });

  it('refuses a map that does not fit, and leaves nothing behind', async () => {
    const path = put('map.csv', 'Code;Qté\nA;1\n');
    const outPath = fresh('none.jsonl');
    const run = (map: { column: number; field: string }[], kind: ImportKind = 'lines') =>
      failure(
        stageFile({ path, kind, options: detect, map, outPath, companyDefaults: { currency: 'EUR' } }),
        'map.csv',
      );
    expect(await run([{ column: 7, field: 'quantity' }])).toBe('map_invalid');
    expect(await run([{ column: 0, field: 'colour' }])).toBe('map_invalid');
    expect(
      await run([
        { column: 0, field: 'quantity' },
        { column: 1, field: 'quantity' },
      ]),
    ).toBe('map_invalid');
    expect(
      await run([
        { column: 0, field: 'quantity' },
        { column: 0, field: 'note' },
      ]),
    ).toBe('map_invalid');
    expect(await run([{ column: 0, field: 'customerCode' }])).toBe('map_without_quantity');
    expect(await run([{ column: 0, field: 'name' }], 'customers')).toBe('map_without_code');
    expect(existsSync(outPath) || existsSync(partPath(outPath))).toBe(false);
  });
});

describe('lines', () => {
  it('takes what an accountant would look into and rejects only what cannot be a line', async () => {
    const text =
      'Facture;Code client;Qté;PU HT;Date;Devise\n' +
      'F1;;2;3,50;01/09/2026;EUR\n' +
      'F1;C1;0;3,50;01/09/2026;EUR\n' +
      'F1;C1;1;;01/09/2026;EUR\n' +
      'F1;C1;1;-3,50;;\n' +
      'F1;C1;;3,50;01/09/2026;EUR\n' +
      'F1;C1;1O;3,50;01/09/2026;EUR\n' +
      'F1;C1;1;3,50;31/09/2026;EUR\n' +
      'F1;C1;1;3,50;01/09/2026;QQQ\n' +
      'F1;C1;1;£ 3,50;01/09/2026;EUR\n' +
      'F1;C1;1;£ 3,50;01/09/2026;\n' +
      'F1;C1;1;1.50;01/09/2026;EUR\n';
    const result = await stage(put('lines.csv', text));
    expect(result.lines).toMatchObject([
      { customerCode: null, quantity: '2', unitPrice: '3.5' },
      { quantity: '0' },
      { unitPrice: null },
      { unitPrice: '-3.5', date: null, currency: null },
      { unitPrice: '3.5', currency: 'GBP' },
    ]);
    expect(result.rejections.map(({ row, column, value, error }) => [row, column, value, error.code])).toEqual([
      [6, 'Qté', '', 'value_required'],
      [7, 'Qté', '1O', 'number_letters'],
      [8, 'Date', '31/09/2026', 'date_missing_day'],
      [9, 'Devise', 'QQQ', 'currency_not_read'],
      [10, 'PU HT', '£ 3,50', 'currency_conflict'],
      [12, 'PU HT', '1.50', 'number_mark'],
    ]);
    expect(result).toMatchObject({ rows: 11, records: 5, rejected: 6 });
    // Every rejection can be told in both languages, with row, column and value in it.
    for (const { error, row, column, value } of result.rejections) {
      for (const sentence of sentences(error.code, error.params)) {
        expect(sentence).toContain(String(row));
        expect(sentence).toContain(column);
        expect(sentence).toContain(value);
      }
    }
  });

  it('reads a cell full of blanks in the time of its length', async () => {
    const cell = `5${' '.repeat(80_000)}x`;
    const before = performance.now();
    const result = await stage(put('blanks.csv', `Code client;Qté;Remise %\nC1;1;${cell}\nC2;1;5 %\n`));
    expect(performance.now() - before).toBeLessThan(2000);
    expect(result.rejections.map(({ row, column }) => [row, column])).toEqual([[2, 'Remise %']]);
    expect(result.lines.map(({ discountPercent }) => discountPercent)).toEqual(['5']);
  });

  it('cuts long values short in a rejection', async () => {
    const result = await stage(put('long.csv', `Code client;Qté\nC0;1\nC1;${'x'.repeat(5000)}\nC2;1\n`));
    expect(result.rejections[0]?.value).toHaveLength(200);
    expect(String(result.rejections[0]?.error.params['value'])).toHaveLength(200);
    expect(result.rejections[0]?.cells?.[1]).toHaveLength(5000);
  });

  it('keeps what a line says of a country when it is none it knows', async () => {
    const result = await stage(
      put('countries.csv', 'Code client;Qté;Pays\nA;1;Allemagne\nB;1;Unspecified\nC;1;Narnia\nD;1;EIRE\nE;1;France\n'),
    );
    expect(result.lines.map(({ customerCountry }) => customerCountry)).toEqual(['DE', null, 'Narnia', 'IE', 'FR']);
  });
});

describe('keys', () => {
  const head = 'Facture;Code client;Qté;PU HT\n';

  it('are the same for the same file again and keep twins apart', async () => {
    const text = `${head}F1;C1;1;2,50\nF1;C1;1;2,50\nF2;C1;1;2,50\nF1;C1;2;2,50\n`;
    const once = await stage(put('once.csv', text));
    const again = await stage(put('again.csv', text));
    expect(new Set(once.keys).size).toBe(4);
    expect(again.keys).toEqual(once.keys);
  });

  it('do not depend on the order of rows, on the file format, nor on how a number is written', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('F1', 'F2'), fc.constantFrom('C1', ''), fc.integer({ min: -2, max: 2 })), {
          minLength: 1,
          maxLength: 15,
        }),
        fc.array(fc.nat(), { minLength: 15, maxLength: 15 }),
        async (rows, order) => {
          const shuffled = rows
            .map((row, index) => ({ row, at: order[index] ?? 0 }))
            .sort((a, b) => a.at - b.at)
            .map(({ row }) => row);
          const csv = await stage(
            put('a.csv', head + rows.map(([f, c, q]) => `${f};${c};${q},0;2,50`).join('\n')),
            'lines',
            { options: { decimalMark: ',' } },
          );
          const xlsx = await stage(
            put(
              'b.xlsx',
              workbook({
                A: [['Facture', 'Code client', 'Qté', 'PU HT'], ...shuffled.map(([f, c, q]) => [f, c, q, 2.5])],
              }),
            ),
          );
          expect([...xlsx.keys].sort()).toEqual([...csv.keys].sort());
          expect(new Set(csv.keys).size).toBe(rows.length);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('change with any value of the line', async () => {
    const { keys } = await stage(
      put('k.csv', `${head}F1;C1;1;2,5\nF1;C1;1;2,6\nF1;C2;1;2,5\nF1;;1;2,5\nF2;C1;1;2,5\n;C1;1;2,5\n`),
    );
    expect(new Set(keys).size).toBe(6);
  });
});

describe('customers and products', () => {
  it('reads a customer with only the mapped fields, valid for the model', async () => {
    const text =
      'Code client;Raison sociale;Type;Adresse 1;Adresse 2;CP;Ville;Pays;TVA intracom;E-mail;Langue;Devise;Délai de paiement\n' +
      '0042;"Boulangerie « Le Port »";Entreprise;1 rue A;Bât. B;75001.0;Paris;Italie;IT12345678901;a@b.it;Français;€;30 jours\n' +
      '43;;;;;;;;;;;;\n';
    const { staged } = await stage(put('customers.csv', text), 'customers');
    expect(staged).toMatchObject([
      {
        t: 'customers',
        key: '0042',
        record: {
          code: '0042',
          kind: 'business',
          addressLines: ['1 rue A', 'Bât. B'],
          postcode: '75001',
          country: 'IT',
          language: 'fr',
          currency: 'EUR',
          paymentTermsDays: 30,
        },
      },
      { key: '43' },
    ]);
    // Blank cells say nothing: what is there already stays.
    expect(staged[1]).toMatchObject({ record: { code: '43' } });
    expect(Object.keys(staged[1]?.t === 'customers' ? staged[1].record : {})).toEqual(['code']);
    for (const one of staged) {
      if (one.t !== 'customers') throw new Error('a customer was expected');
      expect(CustomerInput.partial().safeParse(one.record).success).toBe(true);
      expect(one.record).not.toHaveProperty('phone');
    }
  });

  it('rejects what it cannot read, naming it', async () => {
    const text =
      'Code client;Nom;Pays;Délai de paiement;Langue\nA;x;France;30;fr\nB;x;Narnia;30;fr\nC;x;France;45 fin de mois;fr\nD;x;France;900;fr\nE;x;France;30;klingon\n;x;France;30;en\nF;x;France;comptant;en\n';
    const { rejections, records } = await stage(put('bad.csv', text), 'customers');
    expect(rejections.map(({ row, error }) => [row, error.code])).toEqual([
      [3, 'country_unknown'],
      [4, 'days_unreadable'],
      [5, 'days_range'],
      [6, 'language_unknown'],
      [7, 'value_required'],
    ]);
    expect(records).toBe(2);
  });

  it('takes a code once: word for word again is no news, other content is rejected with the first row', async () => {
    const result = await stage(
      put(
        'twice.csv',
        'Code;Libellé;Prix HT\nP1;Stylo;1,20\nP2;Gomme;0,80\nP1;Stylo;1,2\nP1;Stylo rouge;1,20\np1;Stylo;1,20\n',
      ),
      'products',
    );
    expect(result).toMatchObject({ rows: 5, records: 2, repeated: 1, rejected: 2 });
    expect(result.rejections).toMatchObject([
      { row: 5, column: 'Code', value: 'P1', error: { code: 'code_repeated', params: { first: 2 } } },
      { row: 6, column: 'Code', value: 'p1', error: { code: 'code_repeated', params: { first: 2 } } },
    ]);
  });

  it('reads a product, valid for the model', async () => {
    const { staged } = await stage(
      put(
        'products.csv',
        'Code article;Désignation;Nature;Unité;PU HT;Taux TVA\nP1;Stylo;Biens;pièce;1,20;20 %\nP2;Conseil;Prestation;h;€ 90,00;réduit\nP3;;Biens;;;\n',
      ),
      'products',
    );
    expect(staged).toMatchObject([
      {
        key: 'P1',
        record: { code: 'P1', name: 'Stylo', supply: 'goods', unit: 'pièce', unitPrice: '1.2', taxClass: 'standard' },
      },
      { key: 'P2', record: { supply: 'services', unitPrice: '90', currency: 'EUR', taxClass: 'reduced' } },
      { key: 'P3', record: { code: 'P3', supply: 'goods' } },
    ]);
    expect(Object.keys(staged[2]?.t === 'products' ? staged[2].record : {})).toEqual(['code', 'supply']);
    for (const one of staged)
      if (one.t === 'products') expect(ProductInput.partial().safeParse(one.record).success).toBe(true);
  });
});

describe('rejected rows as a file', () => {
  it('gives the rows back as they were, with the reason, harmless to a spreadsheet, and mended they come in', async () => {
    const result = await stage(put('r.csv', 'Code client;Note;Qté\nC1;ok;1\nC2;"=1+1; ""x""";-2,x\nC3;ok;2\n'));
    const outPath = fresh('rejects.csv');
    const words = {
      row: 'Ligne',
      column: 'Colonne',
      reason: 'Motif',
      describe: ({ error }: { error: { code: string } }) => error.code,
    };
    expect(await writeRejects(result.outPath, result.inspection, outPath, words)).toBe(1);
    expect(readFileSync(outPath, 'utf8')).toBe(
      `\ufeffCode client;Note;Qté;Ligne;Colonne;Motif\r\nC2;"'=1+1; ""x""";'-2,x;3;Qté;number_unreadable\r\n`,
    );
  });
});
