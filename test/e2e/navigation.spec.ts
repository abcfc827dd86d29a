/** Finding one's way: the palette over everything in the file, back and forward, the sheet of keys, several windows of one company. */
import { expect, type Page, test } from '@playwright/test';
import { commonTexts, frameTexts } from '#shared/messages/ui/common.ts';
import { invoicesTexts } from '#shared/messages/ui/invoices.ts';
import { keyContextTexts, keySheetTexts, keyTexts } from '#shared/messages/ui/keys.ts';
import { paletteActTexts, paletteCommandTexts, paletteTexts } from '#shared/messages/ui/palette.ts';
import { customerTexts } from '#shared/messages/ui/records.ts';
import { launch, type Program } from './support/launch.ts';
import {
  finish,
  issueClean,
  jobsDone,
  layOut,
  openSample,
  place,
  prepareRun,
  speaking,
  type Words,
  wordsOf,
} from './window.ts';

let program: Program | undefined;
test.afterEach(async () => {
  await finish(program);
  program = undefined;
});

async function start(language: 'fr' | 'en'): Promise<{ started: Program; page: Page; t: Words }> {
  const started = await launch({ env: speaking(language) });
  program = started;
  const { page } = started;
  await layOut(page, 1280, 800);
  return { started, page, t: wordsOf(language) };
}

const field = (page: Page, t: Words) => page.getByRole('combobox', { name: t(paletteTexts.title) });
const options = (page: Page, t: Words) =>
  page.getByRole('listbox', { name: t(paletteTexts.results) }).getByRole('option');

/** Opens the palette by its key and types; resolves when the answer is there. */
async function search(page: Page, t: Words, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(field(page, t)).toBeFocused();
  await field(page, t).fill(text);
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText(/\d/);
}

/** An issued document of the sample, as the engine has it. */
const firstInvoice = (page: Page) =>
  page.evaluate(async () => {
    const answer = await window.liasse.engine('invoice.list', { limit: 1 }, null);
    if (!answer.ok) throw new Error(answer.error.code);
    // The bridge carries what the contract says, untyped.
    const { rows } = answer.result as { rows: { number: string; gross: number; customerName: string }[] };
    return rows[0] ?? { number: '', gross: 0, customerName: '' };
  });

test('one field finds commands, customers, numbers and amounts', async () => {
  const { started, page, t } = await start('fr');
  await openSample(started, t);
  await prepareRun(page, t);
  await issueClean(page, t);
  await jobsDone(page);
  const invoice = await firstInvoice(page);

  // A command, by a part of a word and without its accent.
  await search(page, t, 'reglag');
  const settings = options(page, t).first();
  await expect(settings).toContainText(t(paletteCommandTexts.settings ?? { fr: '', en: '' }));
  await expect(settings).toHaveAttribute('aria-selected', 'true');
  await expect(field(page, t)).toHaveAttribute('aria-activedescendant', (await settings.getAttribute('id')) ?? '');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toHaveAttribute('data-place', /^settings/);
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // A document, by its number: the first of all answers, opened by Enter.
  await search(page, t, invoice.number.toLowerCase());
  await expect(options(page, t).first()).toContainText(invoice.number);
  await started.screenshot('palette-number-fr');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toHaveAttribute('data-place', 'invoices');
  await expect(page.getByRole('row', { selected: true }).or(page.locator('[data-current]')).first()).toContainText(
    invoice.number,
  );

  // The same by its amount as one writes it in French, with blanks and a comma.
  const amount = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2 }).format(invoice.gross / 100);
  await search(page, t, amount);
  await expect(options(page, t).filter({ hasText: invoice.number })).toHaveCount(1);
  await started.screenshot('palette-amount-fr');
  // And by the same amount with a point; a cent more finds nothing of it.
  await field(page, t).fill((invoice.gross / 100).toFixed(2));
  await expect(options(page, t).filter({ hasText: invoice.number })).toHaveCount(1);
  await field(page, t).fill(((invoice.gross + 1) / 100).toFixed(2));
  await expect(options(page, t).filter({ hasText: invoice.number })).toHaveCount(0);

  // A customer by words in any order, moved to with the arrow, and remembered as a recent place.
  const words = invoice.customerName.split(' ').toReversed().join(' ').toUpperCase();
  await field(page, t).fill(words);
  const customer = options(page, t).filter({ hasText: invoice.customerName }).first();
  await expect(customer).toBeVisible();
  while ((await customer.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toHaveAttribute('data-place', /^(customers|invoices)$/);
  // Who only passes by was not there: the program counts a stay of 1.5 s, and nothing in the page says when it did.
  await page.waitForTimeout(4_000);
  await page.keyboard.press('Control+k');
  await expect(
    page
      .getByRole('group', { name: t(paletteTexts.recent) })
      .getByRole('option')
      .first(),
  ).toContainText(invoice.customerName);
  await started.screenshot('palette-empty-fr');

  // Nothing: said in words; Escape leaves everything as it was.
  await field(page, t).fill('zzqx 9');
  await expect(page.getByText(t(paletteTexts.none, { text: 'zzqx 9' }))).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('back and forward keep the filter and the open record; the keys say themselves', async () => {
  const { started, page, t } = await start('en');
  await openSample(started, t);
  await place(page, t(frameTexts.customers)).click();
  const searchField = page.getByRole('textbox', { name: t(customerTexts.search) });
  const grid = page.getByRole('grid').first();
  await expect(grid.getByRole('row').nth(2)).toBeVisible();
  const everybody = await grid.textContent();
  await searchField.fill('du');
  await expect.poll(() => grid.textContent()).not.toBe(everybody);
  const shown = await page.getByRole('grid').first().textContent();
  await page.keyboard.press('Control+3');
  await expect(page.getByRole('heading', { name: t(invoicesTexts.title) })).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(searchField).toHaveValue('du');
  await expect.poll(() => page.getByRole('grid').first().textContent()).toBe(shown);
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.getByRole('heading', { name: t(invoicesTexts.title) })).toBeVisible();
  await page.getByRole('button', { name: t(commonTexts.back), exact: true }).click();
  await expect(searchField).toHaveValue('du');
  // Going to the place anew begins anew by the navigation, not by history: the mouse's side buttons are history.
  await page.evaluate(() => window.dispatchEvent(new MouseEvent('mouseup', { button: 4, bubbles: true })));
  await expect(page.getByRole('heading', { name: t(invoicesTexts.title) })).toBeVisible();

  await page.keyboard.press('Shift+?');
  const sheet = page.getByRole('dialog', { name: t(keySheetTexts.title) });
  await expect(sheet.getByRole('heading', { name: t(keyContextTexts.list) })).toBeVisible();
  await started.screenshot('keys-en');
  await sheet.getByRole('textbox', { name: t(keySheetTexts.search) }).fill('new window');
  await expect(sheet.getByRole('listitem')).toHaveCount(2);
  await expect(sheet.getByText(t(keyTexts['window.new']), { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
});

test('several windows share one company: changes reach all, each closes by itself, paths stay with their window', async () => {
  const { started, page, t } = await start('fr');
  const file = await openSample(started, t);
  await search(page, t, 'nouveau client');
  await expect(options(page, t).first()).toContainText(t(paletteActTexts.newCustomer));
  const known = started.pages();
  await page.keyboard.press('Control+Enter');
  const second = await started.nextPage(known);
  await expect(second.getByRole('main')).toHaveAttribute('data-place', 'customers');

  // One engine: what a window writes is seen in the other.
  await place(page, t(frameTexts.customers)).click();
  const made = await second.evaluate(async () => {
    const customer = {
      code: 'FENETRE',
      name: 'Seconde Fenêtre SARL',
      kind: 'business',
      addressLines: ['1 rue'],
      postcode: '75001',
      city: 'Paris',
      region: null,
      country: 'FR',
      vatNumber: null,
      registrationNumber: null,
      electronicAddress: null,
      email: null,
      phone: null,
      contactName: null,
      language: null,
      currency: null,
      paymentTermsDays: null,
      orderReference: null,
      note: null,
      archived: false,
    };
    const id = crypto.randomUUID().replace(/^(.{14})./, '$17');
    return window.liasse.engine('customer.save', { id: null, rowVersion: null, customer }, id);
  });
  expect(made).toMatchObject({ ok: true });
  await page.getByRole('textbox', { name: t(customerTexts.search) }).fill('seconde fenetre');
  await expect(page.getByRole('row').filter({ hasText: 'FENETRE' })).toBeVisible();

  // A file chosen in one window is not one that the other's page may name.
  const chosen = `${started.dataFolder}/elsewhere.csv`;
  started.setDialogs([chosen]);
  await page.evaluate(() => window.liasse.shell('dialog.open', { kind: 'spreadsheet' }));
  const inspect = (where: Page) =>
    where.evaluate(async (path) => {
      const answer = await window.liasse.engine('import.inspect', { path, kind: 'lines' }, null);
      return answer.ok ? 'ok' : answer.error.code;
    }, chosen);
  expect(await inspect(second)).toBe('path_not_chosen');
  expect(await inspect(page)).not.toBe('path_not_chosen');

  // One more, cascaded; closing it asks nothing and leaves the others.
  await page.evaluate(() => window.liasse.shell('window.open', { place: null }));
  const third = await started.nextPage([page, second]);
  await expect(place(third, t(frameTexts.customers))).toBeVisible();
  const corner = (where: Page) => where.evaluate(() => [screenX, screenY]);
  expect(await corner(third)).not.toEqual(await corner(second));
  await third.close();
  await expect.poll(() => started.pages().length).toBe(2);

  // Closing the company closes it everywhere; opening it opens it everywhere.
  await second.evaluate(() => window.liasse.engine('company.close', {}, null));
  await expect(place(page, t(frameTexts.customers))).toHaveCount(0);
  await second.evaluate((path) => window.liasse.engine('company.open', { path, readOnly: false }, null), file);
  await expect(place(page, t(frameTexts.customers))).toBeVisible();
  await second.close();
  await expect.poll(() => started.pages().length).toBe(1);
  await started.close();
  expect(await started.ended()).toBe(0);
});

test('a search that nobody waits for any more is withdrawn', async () => {
  const { started, page, t } = await start('en');
  await openSample(started, t);
  const codes = await page.evaluate(async () => {
    const answers = Array.from({ length: 40 }, (_, n) =>
      window.liasse.engine('search.all', { text: `a ${n}` }, null, 1_000_000 + n),
    );
    for (let n = 0; n < 39; n += 1) window.liasse.withdraw(1_000_000 + n);
    return (await Promise.all(answers)).map((answer) => (answer.ok ? 'ok' : answer.error.code));
  });
  expect(codes.at(-1)).toBe('ok');
  expect(codes.filter((code) => code === 'withdrawn').length).toBeGreaterThan(30);
});
