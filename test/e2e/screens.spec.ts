/** Every screen with a real company in it, at two sizes, light and dark, in both languages: pictures, and what no screen may do. */
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { commonTexts, frameTexts } from '#shared/messages/ui/common.ts';
import { deskTexts } from '#shared/messages/ui/desk.ts';
import { importTexts } from '#shared/messages/ui/imports.ts';
import { handTexts, invoicesTexts } from '#shared/messages/ui/invoices.ts';
import { runsTexts } from '#shared/messages/ui/runs.ts';
import { settingsTexts } from '#shared/messages/ui/settings.ts';
import { startTexts } from '#shared/messages/ui/start.ts';
import type { Language } from '#shared/model/values.ts';
import { launch, type Program } from './support/launch.ts';
import { finish, issueClean, layOut, openSample, place, prepareRun, sampleFile, speaking, wordsOf } from './window.ts';

/** Screens are gone to in French, and looked at in both languages. */
const t = wordsOf('fr');
let program: Program;
test.afterEach(() => finish(program));

const sizes = [
  [1280, 800],
  [1920, 1080],
] as const;
const languages: readonly Language[] = ['fr', 'en'];
const themes = ['light', 'dark'] as const;

/** What no screen may do, as sentences; empty when all is well. */
const faultsOf = (page: Page) =>
  page.evaluate(() => {
    const faults: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > innerWidth) faults.push(`wider than the window by ${root.scrollWidth - innerWidth} px`);
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const text = (node.textContent ?? '').trim();
      const element = node.parentElement;
      if (text === '' || element === null || element.closest('script, style') !== null) continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      // The rail keeps its words for readers of the screen, at no size.
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      if (size > 0 && size < 11) faults.push(`${size} px: ${text.slice(0, 40)}`);
      if (/^[a-z]+(\.[a-z_]+)+$/.test(text) && !/\.(csv|liasse|xlsx|pdf)$/.test(text)) faults.push(`a key: ${text}`);
      // Fields of a number's pattern are shown as they are written.
      const placeholder = /\{(?!prefix\}|year\}|month\}|seq:\d\}|customer\})\w+\}/.exec(text);
      if (placeholder !== null) faults.push(`not filled in: ${placeholder[0]}`);
    }
    return faults;
  });

const button = (name: string | RegExp) => program.page.getByRole('button', { name });
const grid = (name: string) => program.page.getByRole('grid', { name });
const rowsOf = (name: string) =>
  grid(name)
    .getByRole('row')
    .filter({ has: program.page.getByRole('gridcell') });

/** An issued and produced run, and one in review with what was not issued. */
async function workTheSample(): Promise<void> {
  const { page } = program;
  await prepareRun(page, t);
  const count = await issueClean(page, t);
  program.setDialogs([join(program.dataFolder, 'Sortie')]);
  await button(t(runsTexts.produce, { count })).click();
  await expect(page.getByRole('heading', { name: t(runsTexts.producedTitle, { count }) })).toBeVisible({
    timeout: 60_000,
  });
  // What stayed becomes a second run, left in review.
  await prepareRun(page, t, 'Septembre, suite');
}

/** The screens by name: how to come to each from any other, and when it is complete. */
function screens(): [string, () => Promise<void>][] {
  const { page } = program;
  const visit = (words: string) => place(page, words).click();
  const shown = (locator: Locator) => expect(locator.first()).toBeVisible();
  return [
    ['home', () => visit(t(frameTexts.home))],
    [
      'import',
      async () => {
        await visit(t(frameTexts.import));
        await shown(button(t(importTexts.choose)));
      },
    ],
    [
      'import-columns',
      async () => {
        program.setDialogs([sampleFile('lines.csv')]);
        await button(t(importTexts.choose)).click();
        await shown(page.getByText('lines.csv'));
      },
    ],
    [
      'import-dry-run',
      async () => {
        // Read with the wrong decimal mark, so that there is something to reject.
        await page.getByRole('combobox', { name: t(importTexts.decimal) }).click();
        await page.getByRole('option', { name: t(importTexts.point) }).click();
        await button(t(importTexts.rehearse)).click();
        await shown(page.getByText(t(importTexts.toUpdate)));
      },
    ],
    ['lines', () => visit(t(frameTexts.lines))],
    [
      'runs',
      async () => {
        await visit(t(frameTexts.runs));
        await expect(rowsOf(t(runsTexts.listLabel))).toHaveCount(2);
      },
    ],
    [
      'run-new',
      async () => {
        await button(new RegExp(`^${t(runsTexts.create)}`))
          .first()
          .click();
        await shown(page.getByLabel(t(runsTexts.name), { exact: true }));
      },
    ],
    [
      'run-review',
      async () => {
        await button(t(runsTexts.close)).first().click();
        await rowsOf(t(runsTexts.listLabel)).filter({ hasText: 'suite' }).dblclick();
        await rowsOf(t(deskTexts.label)).first().click();
        await shown(page.getByRole('complementary', { name: t(deskTexts.detail) }).locator('canvas'));
      },
    ],
    [
      'run-done',
      async () => {
        await visit(t(frameTexts.runs));
        await rowsOf(t(runsTexts.listLabel)).filter({ hasNotText: 'suite' }).dblclick();
        await shown(button(t(runsTexts.openFolder)));
      },
    ],
    [
      'invoices',
      async () => {
        await visit(t(frameTexts.invoices));
        await shown(page.getByRole('complementary', { name: t(invoicesTexts.detail) }).locator('canvas'));
      },
    ],
    [
      'invoice-pdf',
      async () => {
        await rowsOf(t(invoicesTexts.listLabel)).first().click();
        await page.keyboard.press('Enter');
        await shown(page.getByRole('dialog').locator('canvas'));
      },
    ],
    [
      'invoice-new',
      async () => {
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
        await button(new RegExp(`^${t(invoicesTexts.create)}`)).click();
        await expect(page.getByLabel(t(handTexts.customer), { exact: true }).first()).toBeFocused();
        await page.keyboard.type('c0002');
        await page.keyboard.press('Enter');
        await expect(page.getByLabel(t(handTexts.customer), { exact: true }).first()).toHaveValue('Compagnie Garance');
        await page
          .getByLabel(`${t(handTexts.lineWord, { position: 1 })}, ${t(handTexts.description)}`)
          .fill('Transport');
        await page.getByLabel(`${t(handTexts.lineWord, { position: 1 })}, ${t(handTexts.quantity)}`).fill('2');
        await page.getByLabel(`${t(handTexts.lineWord, { position: 1 })}, ${t(handTexts.price)}`).fill('125');
        await shown(page.getByRole('complementary', { name: t(handTexts.preview) }).locator('canvas'));
      },
    ],
    [
      'customers',
      async () => {
        await visit(t(frameTexts.customers));
        await button(t(commonTexts.discard)).click();
        await expect(page.getByRole('grid').getByRole('gridcell').first()).toBeVisible();
      },
    ],
    [
      'customer',
      async () => {
        await page.getByRole('grid').getByRole('row').nth(3).click();
        await page.keyboard.press('Enter');
        await expect(page.getByRole('complementary').getByRole('textbox').first()).toBeVisible();
      },
    ],
    ['products', () => visit(t(frameTexts.products))],
    ['settings', () => visit(t(frameTexts.settings))],
    ...(['numbering', 'check', 'display'] as const).map((name): [string, () => Promise<void>] => [
      `settings-${name}`,
      () => button(t(settingsTexts[name])).first().click(),
    ]),
  ];
}

/** Pictures of the present screen at every size, theme and language; what is wrong with any of them. */
async function lookAt(name: string): Promise<string[]> {
  const { page } = program;
  const faults: string[] = [];
  for (const [width, height] of sizes) {
    await layOut(page, width, height);
    for (const theme of themes) {
      for (const language of languages) {
        await page.evaluate((wanted) => window.liasse.shell('preferences.set', wanted), { language, theme });
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        await expect(page.locator('main [aria-busy=true], form [aria-busy=true]')).toHaveCount(0);
        const picture = `${name}-${width}x${height}-${theme}-${language}`;
        for (const fault of await faultsOf(page)) faults.push(`${picture}: ${fault}`);
        await program.screenshot(picture);
      }
    }
  }
  await page.evaluate(() => window.liasse.shell('preferences.set', { language: 'fr', theme: 'light' }));
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  return faults;
}

test('no screen overflows, shows a key, writes too small or complains, at any size, theme and language', async () => {
  program = await launch({ env: speaking('fr') });
  const { page } = program;
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`page: ${error.message}`));

  await expect(page.getByRole('heading', { name: t(startTexts.title) })).toBeVisible();
  faults.push(...(await lookAt('start')));
  await button(t(startTexts.create)).click();
  await button(t(startTexts.createAct)).click(); // With what is missing said.
  faults.push(...(await lookAt('create')));
  await button(t(commonTexts.cancel)).click();
  await openSample(program, t);
  await workTheSample();
  for (const [name, visit] of screens()) {
    await test.step(name, async () => {
      await visit();
      faults.push(...(await lookAt(name)));
    });
  }
  expect([...new Set(faults)]).toEqual([]);
});
