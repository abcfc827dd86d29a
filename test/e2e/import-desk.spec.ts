/**
 * The import desk as an office meets it: an ugly export is dropped, its columns are matched by dragging and by the keyboard, a dry
 * run says what would happen, rejected rows are saved, the import is done and taken back whole.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, type Locator, type Page, test } from '@playwright/test';
import iconv from 'iconv-lite';
import * as XLSX from 'xlsx';
import { frameTexts } from '#shared/messages/ui/common.ts';
import { importFieldTexts, importTexts } from '#shared/messages/ui/imports.ts';
import { deskImportTexts } from '#shared/messages/ui/imports-desk.ts';
import { detectionTexts } from '#shared/messages/ui/imports-detection.ts';
import { launch, type Program } from './support/launch.ts';
import { chooseImport, chooseTheme, dropFile, finish, layOut, openSample, place, speaking, wordsOf } from './window.ts';

const t = wordsOf('fr');
let program: Program;
test.beforeEach(async () => {
  program = await launch({ env: speaking('fr') });
});
test.afterEach(() => finish(program));

const samples = new URL('../../../shared/samples/online-retail/2010-12.csv.gz', import.meta.url);

interface Sale {
  invoice: string;
  code: string;
  text: string;
  quantity: string;
  date: string;
  price: string;
  customer: string;
  country: string;
}

/** What a wholesaler really sold; a made-up excerpt of the same kind where the sample is not at hand. */
function sales(): Sale[] {
  if (!existsSync(samples)) {
    return Array.from({ length: 60 }, (_, n) => ({
      invoice: `${536_365 + Math.floor(n / 4)}`,
      code: `8512${n % 10}A`,
      text: `CAFÉ LANTERN ${n}`,
      quantity: `${(n % 9) + 1}`,
      date: `2010-12-0${(n % 8) + 1} 08:26:00`,
      price: `${(n % 7) + 1}.55`,
      customer: `${17_850 + (n % 5)}.0`,
      country: 'United Kingdom',
    }));
  }
  const lines = gunzipSync(readFileSync(samples)).toString('utf8').split(/\r?\n/).slice(1, 61);
  return lines.map((line) => {
    const cells = [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
      cell.replace(/^"|"$/g, ''),
    );
    const [invoice = '', code = '', text = '', quantity = '', date = '', price = '', customer = '', country = ''] =
      cells;
    return { invoice, code, text, quantity, date, price, customer, country };
  });
}

/** Semicolons, Windows-1252, decimal commas, dates in three ways, blank lines, a total, a head said twice, a title above. */
function uglyFile(path: string): void {
  const rows = sales().map((sale, index) => {
    const [, year = '2010', month = '12', day = '01'] = /(\d{4})-(\d\d)-(\d\d)/.exec(sale.date) ?? [];
    const date =
      index % 3 === 0
        ? `${day}/${month}/${year}`
        : index % 3 === 1
          ? `${year}-${month}-${day}`
          : `${Number(day)} déc. ${year}`;
    const code = sale.customer.replace('.0', '');
    const price = sale.price.replace('.', ',');
    return [sale.invoice, code, date, sale.code, sale.text, sale.quantity, price, sale.country, ''].join(';');
  });
  rows.splice(5, 0, ';;;;;;;;', '');
  rows.push('536999;17850;31/11/2010;85123A;Date qui n’existe pas;1;2,55;United Kingdom;');
  rows.push('536999;17850;30/11/2010;85123A;Prix frappé de travers;1;2,5O;United Kingdom;');
  rows.push(';;;;TOTAL;1234;9 876,54;;');
  const head = 'N° pièce;Réf. tiers;Le;Art;Désignation;Nb vendu;PU;Pays;Pays';
  const text = ['Export des ventes;;;;;;;;', '', head, ...rows, ''].join('\r\n');
  writeFileSync(path, iconv.encode(text, 'windows-1252'));
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const columnOf = (page: Page, column: string) =>
  page.getByLabel(t(importTexts.mapColumn, { column }), { exact: true }).first();
const chip = (page: Page, field: string) =>
  page
    .getByRole('region', { name: t(deskImportTexts.toPlace) })
    .getByRole('button', { name: new RegExp(`^${field}(,|$)`) });

/** Takes something by the mouse and lets it go elsewhere, once the page says that it may land there. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const middle = async (of: Locator): Promise<[number, number]> => {
    const box = await of.boundingBox();
    if (box === null) throw new Error('nothing there to drag from or to');
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  await to.scrollIntoViewIfNeeded();
  await from.hover();
  await page.mouse.down();
  await page.mouse.move(...(await middle(to)));
  await expect(to).toHaveAttribute('data-takes');
  await page.mouse.move(...(await middle(to)), { steps: 2 });
  await expect(to).toHaveAttribute('data-over');
  await page.mouse.up();
}

async function rehearse(page: Page): Promise<void> {
  await button(page, t(importTexts.rehearse)).click();
  await expect(page.getByText(t(importTexts.toCreate))).toBeVisible();
}

test('an ugly file is matched by dragging and by the keyboard, rehearsed, mended, imported and taken back', async () => {
  const { page } = program;
  await openSample(program, t);
  const file = join(program.dataFolder, 'ventes decembre.csv');
  uglyFile(file);

  await test.step('dropped on another screen it leads to the desk, read as it is written', async () => {
    // From another screen: what is dropped while a company still opens has no desk to go to.
    await place(page, t(frameTexts.customers)).click();
    await expect(page.getByRole('grid').first()).toBeVisible();
    await dropFile(page, file);
    await expect(page.getByText('ventes decembre.csv')).toBeVisible();
    const decided = (label: string) => page.getByRole('combobox', { name: label, exact: true });
    await expect(decided(t(importTexts.encoding))).toHaveValue('Windows-1252');
    await expect(decided(t(importTexts.delimiter))).toHaveValue(t(importTexts.semicolon));
    await expect(decided(t(importTexts.decimal))).toHaveValue(t(importTexts.comma));
    await expect(decided(t(importTexts.header))).toHaveValue(t(importTexts.headerRow, { row: 3 }));
    await button(page, t(detectionTexts.why)).click();
    const why = page.getByRole('region', { name: t(detectionTexts.whyTitle) });
    await expect(why).toContainText(t(detectionTexts.not_utf8));
    await program.screenshot('import-why');
    await button(page, t(detectionTexts.why)).click();
  });

  await test.step('a field is dragged onto its column, another is chosen by the keyboard, back and forth', async () => {
    // Whatever was guessed is taken away first: this is about the hand.
    for (const name of ['Nb vendu', 'Réf. tiers']) await columnOf(page, name).selectOption('');
    await expect(page.getByText(t(importTexts.needField, { field: t(importFieldTexts.quantity) }))).toBeVisible();
    const head = page.locator('th', { has: columnOf(page, 'Nb vendu') });
    await drag(page, chip(page, t(importFieldTexts.quantity)), head);
    await expect(columnOf(page, 'Nb vendu')).toHaveValue('quantity');
    const told = t(deskImportTexts.told_placed, { field: t(importFieldTexts.quantity), column: 'Nb vendu' });
    await expect(page.getByRole('status').filter({ hasText: told })).toBeAttached();
    // From the column to another column, and back to the fields: a column is taken by its name.
    const columnHead = (column: string) => page.getByRole('columnheader', { name: column, exact: true });
    await drag(page, columnHead('Nb vendu'), page.locator('th', { has: columnOf(page, 'Réf. tiers') }));
    await expect(columnOf(page, 'Réf. tiers')).toHaveValue('quantity');
    await drag(page, columnHead('Réf. tiers'), page.getByRole('region', { name: t(deskImportTexts.toPlace) }));
    await expect(columnOf(page, 'Réf. tiers')).toHaveValue('');
    // By the keyboard: the column's own choice, and a field's menu.
    await columnOf(page, 'Nb vendu').focus();
    // One letter: letters that follow slowly would begin anew. No other field begins with it.
    await page.keyboard.press(t(importFieldTexts.quantity).slice(0, 1));
    await expect(columnOf(page, 'Nb vendu')).toHaveValue('quantity');
    await chip(page, t(importFieldTexts.customerCode)).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Réf. tiers' }).press('Enter');
    await expect(columnOf(page, 'Réf. tiers')).toHaveValue('customerCode');
    for (const [name, field] of [
      ['N° pièce', 'invoiceReference'],
      ['Le', 'date'],
      ['Art', 'productCode'],
      ['PU', 'unitPrice'],
    ] as const) {
      if ((await columnOf(page, name).inputValue()) !== field) await columnOf(page, name).selectOption(field);
    }
  });

  await test.step('a missing column gets one value for all rows', async () => {
    await chip(page, t(importFieldTexts.currency)).click();
    await page.getByRole('menuitem', { name: t(deskImportTexts.sameForAll) }).click();
    await page.getByLabel(t(deskImportTexts.constantFor, { field: t(importFieldTexts.currency) })).fill('GBP');
    await page.keyboard.press('Enter');
    await expect(
      button(page, t(deskImportTexts.constantChip, { field: t(importFieldTexts.currency), value: 'GBP' })),
    ).toBeVisible();
    await program.screenshot('import-columns');
    await layOut(page, 1920, 1080);
    await program.screenshot('import-columns-1920');
    await layOut(page, 1280, 800);
  });

  await test.step('the map is kept under a name', async () => {
    await button(page, new RegExp(`^${t(deskImportTexts.maps)}`)).click();
    await page.getByRole('menuitem', { name: t(deskImportTexts.mapSave) }).click();
    await page.getByRole('textbox', { name: t(deskImportTexts.mapName) }).fill('Grossiste');
    await page.keyboard.press('Enter');
    await expect(button(page, `${t(deskImportTexts.maps)}, Grossiste`)).toBeVisible();
  });

  const rejects = join(program.dataFolder, 'a corriger.csv');
  await test.step('the dry run rejects with reasons; the rows are saved in the file’s own columns', async () => {
    await page.getByLabel(t(importTexts.createCustomers)).check();
    await rehearse(page);
    await expect(page.getByRole('heading', { name: t(importTexts.rejectTitle, { count: 3 }) })).toBeVisible();
    await expect(page.getByRole('cell', { name: /31\/11\/2010.*n’existe pas/ }).first()).toBeVisible();
    await program.screenshot('import-dry-run');
    await page.getByText(t(deskImportTexts.byRow), { exact: true }).click();
    await page.getByRole('textbox', { name: t(deskImportTexts.filterSearch) }).fill('additionne');
    await expect(page.getByRole('cell', { name: 'TOTAL', exact: true }).last()).toBeVisible();
    program.setDialogs([rejects]);
    await button(page, t(importTexts.saveRejects, { count: 3 })).click();
    await page.getByRole('menuitem', { name: t(deskImportTexts.asCsv) }).click();
    await expect.poll(() => existsSync(rejects)).toBe(true);
    const [names = ''] = readFileSync(rejects, 'utf8').replace('\ufeff', '').split('\r\n');
    expect(names).toBe(
      'N° pièce;Réf. tiers;Le;Art;Désignation;Nb vendu;PU;Pays;Pays;Ligne du fichier;Colonne en cause;Raison',
    );
  });

  await test.step('imported, in the list, and taken back whole', async () => {
    await button(page, /^Importer 6\d lignes|^Importer 5\d lignes/).click();
    await expect(page.getByRole('heading', { name: t(importTexts.doneTitle) })).toBeVisible();
    await button(page, t(deskImportTexts.undo)).click();
    const question = page.getByRole('dialog');
    await expect(question.getByRole('listitem').first()).toBeVisible();
    await program.screenshot('import-undo');
    await question.getByRole('button', { name: t(deskImportTexts.undoDo) }).click();
    await expect(page.getByText(t(importTexts.drop))).toBeVisible();
    const row = page.getByRole('row', { name: /ventes decembre\.csv/ });
    await expect(row).toContainText('annulé');
    await program.screenshot('import-history');
    await chooseTheme(page, t, 'dark');
    await program.screenshot('import-history-dark');
  });

  await test.step('the mended rows come in by themselves: the map is applied, the added columns are nobody’s', async () => {
    const text = readFileSync(rejects, 'utf8').replace('31/11/2010', '30/11/2010').replace('2,5O', '2,50');
    writeFileSync(rejects, text);
    await chooseImport(program, t, 'lines', rejects);
    await expect(page.getByText(t(deskImportTexts.mapApplied))).toBeVisible();
    await page.getByLabel(t(importTexts.createCustomers)).check();
    await rehearse(page);
    await expect(button(page, t(importTexts.import, { count: 2 }))).toBeVisible();
    await program.screenshot('import-mended-dark');
  });
});

test('workbooks of Excel 97 and LibreOffice, and a paste, are read at the same desk', async () => {
  const { page } = program;
  await openSample(program, t);
  const rows = [
    ['Code', 'Nom', 'Ville', 'Pays'],
    ['X-001', 'Crêperie du Lac', 'Annecy', 'France'],
    ['X-002', 'Hôtel du Pont', 'Lyon', 'France'],
  ];
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), 'Clients');
  const files = (['biff8', 'ods'] as const).map((bookType) => {
    const path = join(program.dataFolder, bookType === 'ods' ? 'clients.ods' : 'clients.xls');
    writeFileSync(path, XLSX.write(book, { type: 'buffer', bookType }));
    return path;
  });
  for (const [index, path] of files.entries()) {
    await chooseImport(program, t, 'customers', path);
    await expect(page.getByRole('combobox', { name: t(importTexts.sheet), exact: true })).toHaveValue('Clients');
    await rehearse(page);
    if (index === 0) {
      await button(page, t(importTexts.import, { count: 2 })).click();
      await expect(page.getByRole('heading', { name: t(importTexts.doneTitle) })).toBeVisible();
    } else {
      // The same customers again: nothing to do.
      await expect(button(page, t(importTexts.nothingToImport))).toBeDisabled();
    }
  }
  await button(page, t(importTexts.title)).first().click();
  await expect(page.getByText(t(importTexts.drop))).toBeVisible();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'Code\tNom\tNote\nX-003\t"Bar ""Le Phare"""\t"deux\nlignes"\n');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(page.getByText('Presse-papiers', { exact: true })).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Bar "Le Phare"' })).toBeVisible();
  // Nobody said what it is: the desk says what it looks like.
  await button(page, t(detectionTexts.takeAs, { kind: t(importTexts.customers) })).click();
  await expect(page.getByLabel(t(importTexts.mapColumn, { column: 'Code' }))).toHaveValue('code');
  await program.screenshot('import-paste');
  await rehearse(page);
  await button(page, t(importTexts.import, { count: 1 })).click();
  await expect(page.getByRole('heading', { name: t(importTexts.doneTitle) })).toBeVisible();
});
