/** The main job, as a newcomer does it: a company, three spreadsheets, a reviewed run, numbered invoices, PDFs, the workbook. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { frameTexts } from '#shared/messages/ui/common.ts';
import { deskTexts } from '#shared/messages/ui/desk.ts';
import { homeTexts } from '#shared/messages/ui/home.ts';
import { importTexts } from '#shared/messages/ui/imports.ts';
import { invoicesTexts } from '#shared/messages/ui/invoices.ts';
import { pdfTexts } from '#shared/messages/ui/pdf.ts';
import { runsTexts } from '#shared/messages/ui/runs.ts';
import { profileTexts } from '#shared/messages/ui/settings.ts';
import { startTexts } from '#shared/messages/ui/start.ts';
import { launch, type Program } from './support/launch.ts';
import {
  chooseImport,
  chooseLanguage,
  chooseTheme,
  dropFile,
  finish,
  inkOf,
  jobsDone,
  numberIn,
  place,
  sampleFile,
  speaking,
  wordsOf,
} from './window.ts';

const t = wordsOf('fr');
const en = wordsOf('en');
let program: Program;
test.beforeEach(async () => {
  program = await launch({ env: speaking('fr') });
});
test.afterEach(() => finish(program));

test('from an empty start page to the PDF of an invoice and the accountant’s workbook', async () => {
  const { page } = program;
  const company = join(program.dataFolder, 'Rivelume.liasse');
  const button = (name: string | RegExp) => page.getByRole('button', { name });

  await test.step('creates a company', async () => {
    await expect(page.getByRole('heading', { name: t(startTexts.title) })).toBeVisible();
    await button(t(startTexts.create)).click();
    const field = (name: string) => page.getByLabel(name, { exact: true });
    // Asked too early, the form says what is missing and goes there.
    await button(t(startTexts.createAct)).click();
    await expect(page.getByText(t(profileTexts.needName))).toBeVisible();
    await field(t(profileTexts.name)).fill('Rivelume Location');
    await field(t(profileTexts.address)).fill('18 quai des Lamparos\nHangar 4');
    await field(t(profileTexts.postcode)).fill('44200');
    await field(t(profileTexts.city)).fill('Nantes');
    await expect(page.getByRole('combobox', { name: t(profileTexts.country) })).toHaveValue('France');
    await field(t(profileTexts.vatNumber)).fill('FR26079501722');
    await expect(page.getByText(t(profileTexts.vatValid))).toBeVisible();
    await field(t(profileTexts.siren)).fill('079501722');
    await field(t(profileTexts.iban)).fill('FR76 9999 9004 0400 0182 0041 931');
    await field(t(profileTexts.bic)).fill('RVLMFRP1XXX');
    await expect(page.getByText(t(profileTexts.badIban))).toBeVisible();
    await field(t(profileTexts.iban)).fill('FR76 9999 9004 0400 0182 0041 930');
    await expect(page.getByText(t(profileTexts.ibanValid), { exact: true })).toBeVisible();
    program.setDialogs([company]);
    await button(t(startTexts.createAct)).click();
    await expect(page.getByRole('heading', { name: t(homeTexts.emptyTitle) })).toBeVisible();
    expect(existsSync(company)).toBe(true);
  });

  const rehearse = async () => {
    await button(t(importTexts.rehearse)).click();
    await expect(page.getByText(t(importTexts.toCreate))).toBeVisible();
  };
  const importNow = async (count: number) => {
    await button(t(importTexts.import, { count })).click();
    await expect(page.getByRole('heading', { name: t(importTexts.doneTitle) })).toBeVisible();
  };

  await test.step('imports customers: the file is understood by itself', async () => {
    await chooseImport(program, t, 'customers', sampleFile('customers.csv'));
    await expect(page.getByRole('combobox', { name: t(importTexts.encoding) })).toHaveValue('UTF-8');
    await expect(page.getByRole('combobox', { name: t(importTexts.delimiter) })).toHaveValue(t(importTexts.semicolon));
    await rehearse();
    await importNow(200);
  });

  await test.step('imports products: a wrong decimal mark is found and put right', async () => {
    await chooseImport(program, t, 'products', sampleFile('products.csv'));
    const mark = page.getByRole('combobox', { name: t(importTexts.decimal) });
    await expect(mark).toHaveValue(t(importTexts.comma));
    const choose = async (name: string) => {
      await mark.click();
      await page.getByRole('option', { name }).click();
      await expect(mark).toHaveValue(name);
    };
    await choose(t(importTexts.point));
    await rehearse();
    await expect(page.getByRole('heading', { name: /rejetée/ })).toBeVisible();
    await choose(t(importTexts.comma));
    await rehearse();
    await expect(page.getByText(t(importTexts.rejectedNone))).toBeVisible();
    await importNow(60);
  });

  await test.step('imports lines dropped on the window, one column corrected', async () => {
    await place(page, t(frameTexts.import)).click();
    await expect(page.getByText(t(importTexts.drop))).toBeVisible();
    await dropFile(page, sampleFile('lines.csv'));
    await expect(page.getByText('lines.csv')).toBeVisible();
    const column = page.getByLabel(t(importTexts.mapColumn, { column: 'Code client' }));
    await expect(column).toHaveValue('customerCode');
    await column.selectOption('');
    await rehearse();
    await column.selectOption('customerCode');
    await rehearse();
    await importNow(1000);
    await expect(page.getByText(t(importTexts.heldHint, { count: 4 }))).toBeVisible();
  });

  await test.step('makes a run of the month where most lines wait', async () => {
    await button(t(importTexts.makeRun)).click();
    await expect(page.getByLabel(t(runsTexts.name), { exact: true })).toHaveValue('Septembre 2026');
    await button(t(runsTexts.createAndDraft)).click();
    await expect(page.getByRole('grid', { name: t(deskTexts.label) })).toBeVisible({ timeout: 30_000 });
    await jobsDone(page);
  });

  const grid = page.getByRole('grid', { name: t(deskTexts.label) });
  const rows = grid.getByRole('row').filter({ has: page.getByRole('gridcell') });
  const groups = page.getByRole('navigation', { name: t(deskTexts.groups) });
  const group = (name: string) => groups.getByRole('button', { name: new RegExp(`^${name}`) });
  const panel = page.getByRole('complementary', { name: t(deskTexts.detail) });

  await test.step('opens a blocked draft and accepts what was found, with the reason', async () => {
    await group(t(deskTexts.blocked)).click();
    const blocked = group(t(deskTexts.blocked)).locator('b');
    await expect.poll(() => numberIn(blocked)).toBeGreaterThan(0);
    await expect(async () => expect(await rows.count()).toBe(await numberIn(blocked))).toPass();
    await groups.getByRole('button', { name: /adresse/i }).click();
    await expect(rows).toHaveCount(1);
    await rows.first().click();
    await expect(panel.locator('canvas')).toBeVisible();
    await panel.getByRole('button', { name: t(deskTexts.isNormal) }).click();
    await panel.getByLabel(t(deskTexts.acceptReason)).fill('Retrait au comptoir, sans adresse');
    await panel.getByRole('button', { name: t(deskTexts.acceptHere) }).click();
    await expect(page.getByText(t(deskTexts.acceptedToast, { count: 1 }))).toBeVisible();
  });

  let clean = 0;
  await test.step('holds one and excludes one with the keyboard', async () => {
    await group(t(deskTexts.clean)).click();
    // The column and the list agree, once the accepted draft has come over.
    await expect(async () => {
      clean = await numberIn(group(t(deskTexts.clean)).locator('b'));
      expect(await grid.getAttribute('aria-rowcount')).toBe(String(clean + 1)); // And the head.
    }).toPass();
    await grid.focus();
    await page.keyboard.press('j');
    await page.keyboard.press('h');
    await page.keyboard.type('Bon de commande attendu');
    await page.keyboard.press('Enter');
    await expect(page.getByText(t(deskTexts.heldToast, { count: 1 }))).toBeVisible();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await expect(page.getByText(t(deskTexts.excludedToast, { count: 1 }))).toBeVisible();
    await expect(group(t(deskTexts['status.held']))).toContainText('1');
    await expect(group(t(deskTexts['status.excluded']))).toContainText('1');
  });

  let issuedCount = 0;
  let sums: string[] = [];
  await test.step('approves all without findings and issues them after the question', async () => {
    await group(t(deskTexts.all)).click();
    // All without findings: one was held, one excluded.
    issuedCount = clean - 2;
    expect(issuedCount).toBeGreaterThan(100);
    await grid.focus();
    await page.keyboard.press('Shift+A');
    await button(t(deskTexts.issue, { count: issuedCount })).click();
    const question = page.getByRole('dialog', { name: t(deskTexts.issueTitle, { count: issuedCount }) });
    await expect(question.getByRole('button', { name: t(deskTexts.issueNo) })).toBeFocused();
    sums = await question.locator('dd b').allTextContents();
    expect(sums.length).toBeGreaterThan(0);
    await program.screenshot('question-before-issuing');
    await question.getByRole('button', { name: t(deskTexts.issueYes, { count: issuedCount }) }).click();
    await expect(page.getByRole('heading', { name: t(runsTexts.issuedTitle, { count: issuedCount }) })).toBeVisible();
  });

  const folder = join(program.dataFolder, 'Septembre');
  await test.step('produces everything into a folder', async () => {
    program.setDialogs([folder]);
    await button(t(runsTexts.produce, { count: issuedCount })).click();
    await expect(page.getByRole('progressbar').first()).toBeVisible();
    await program.screenshot('production-running');
    await expect(page.getByRole('heading', { name: t(runsTexts.producedTitle, { count: issuedCount }) })).toBeVisible({
      timeout: 60_000,
    });
    await program.screenshot('production-result');
  });

  await test.step('opens the PDF of an invoice; its file has its number', async () => {
    await button(t(runsTexts.seeInvoices)).click();
    const list = page.getByRole('grid', { name: t(invoicesTexts.listLabel) });
    const first = list
      .getByRole('row')
      .filter({ has: page.getByRole('gridcell') })
      .first();
    await first.click();
    const number = (await first.getByRole('gridcell').allTextContents()).find((text) => /^(FA|AV)-/.test(text)) ?? '';
    expect(number).toMatch(/^(FA|AV)-2026-\d{5}$/);
    await page.keyboard.press('Enter');
    const viewer = page.getByRole('dialog').filter({ hasText: number });
    const canvas = viewer.locator('canvas').first();
    await expect(canvas).toBeVisible();
    expect(await inkOf(canvas)).toBeGreaterThan(2000);
    await expect(viewer.getByText(t(pdfTexts.place, { page: 1, pages: 1 }))).toBeVisible();
    await page.keyboard.press('Escape');

    const files = filesBelow(folder);
    const pdf = files.filter((file) => file.includes(number) && file.endsWith('.pdf'));
    expect(pdf).toHaveLength(1);
    expect(
      readFileSync(pdf[0] ?? '')
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(files.filter((file) => file.endsWith('.pdf'))).toHaveLength(issuedCount + 1); // And the merged one.
    expect(files.filter((file) => file.endsWith('.xlsx'))).toHaveLength(1);
  });

  await test.step('home tells the same figures, in both languages, light and dark', async () => {
    await place(page, t(frameTexts.home)).click();
    await expect(button(t(homeTexts.invoices, { count: issuedCount }))).toBeVisible();
    await expect(button(t(homeTexts.customers, { count: 200 }))).toBeVisible();
    const state = page.getByRole('region', { name: t(homeTexts.stateLabel) });
    for (const sum of sums) await expect(state).toContainText(sum);
    await expect(page.getByText(t(homeTexts.held, { count: 4 }))).toBeVisible();

    await chooseLanguage(page, t, 'en');
    await expect(button(en(homeTexts.invoices, { count: issuedCount }))).toBeVisible();
    await expect(place(page, en(frameTexts.runs))).toBeVisible();
    await expect(page.getByText(t(homeTexts.latest))).toHaveCount(0);
    await expect(state).toHaveCount(0);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');

    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await chooseTheme(page, en, 'dark');
    await expect.poll(ground).not.toBe(light);
    await program.screenshot('home-after-main-job');
  });

  expect(program.dialogsLeft()).toBe(0);
  await program.close();
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
