/** A list as an office works with it: filtered, kept as a view, arranged, changed on many rows, taken back, copied, pasted. */
import { expect, type Locator, test } from '@playwright/test';
import { frameTexts } from '#shared/messages/ui/common.ts';
import { linesTexts } from '#shared/messages/ui/lines.ts';
import { listTexts } from '#shared/messages/ui/list.ts';
import { bulkTexts, customerTexts } from '#shared/messages/ui/records.ts';
import { launch, type Program } from './support/launch.ts';
import { finish, layOut, numberIn, openSample, place, speaking, wordsOf } from './window.ts';

const t = wordsOf('fr');
let program: Program;
test.beforeEach(async () => {
  program = await launch({ env: speaking('fr') });
});
test.afterEach(() => finish(program));

const grid = (): Locator => program.page.getByRole('grid');
const press = async (...keys: string[]) => {
  for (const key of keys) await program.page.keyboard.press(key);
};
const heads = async (): Promise<string[]> =>
  (await grid().getByRole('columnheader').allTextContents()).map((text) => text.trim()).filter((text) => text !== '');
const toastSays = (text: string | RegExp) =>
  expect(program.page.getByRole('alert').filter({ hasText: text }).last()).toBeVisible();

/** What stands on the clipboard, pasted into a field of the page that is made for it. */
async function clipboard(): Promise<string> {
  const { page } = program;
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.id = 'clipboard';
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.press('Control+V');
  const text = await page.locator('#clipboard').inputValue();
  await page.evaluate(() => document.querySelector('#clipboard')?.remove());
  return text;
}

/** Customers that the engine finds for a filter. */
const found = (filter: Record<string, unknown>): Promise<number> =>
  program.page.evaluate(async (wanted) => {
    const answer = await window.liasse.engine('customer.list', { filter: wanted, limit: 1 }, null);
    // The bridge carries what the contract says, untyped.
    return answer.ok ? (answer.result as { total: number }).total : -1;
  }, filter);

test('customers are filtered, kept as a view, arranged, changed together and taken back', async () => {
  const { page } = program;
  await layOut(page, 1280, 800);
  await openSample(program, t);
  await press('Control+4');
  await expect(grid().getByRole('gridcell').first()).toBeVisible();
  await expect(grid()).toBeFocused();
  const all = await numberIn(page.getByText(/^200 clients/));
  expect(all).toBe(200);

  await test.step('a filter reads as a sentence', async () => {
    await press('f');
    await page.getByRole('menuitem', { name: t(customerTexts.country) }).press('Enter');
    const find = page.getByRole('textbox', { name: `${t(customerTexts.country)}, ${t(listTexts.filterFind)}` });
    await expect(find).toBeFocused();
    await page.keyboard.type('belg');
    await expect(page.getByRole('checkbox', { name: 'Belgique' })).toBeVisible();
    await press('Enter');
    await page.keyboard.type('allem');
    await expect(page.getByRole('checkbox', { name: 'Belgique' })).toHaveCount(0);
    await press('Enter', 'Escape');
    const sentence = page.getByRole('group', { name: t(listTexts.filters) });
    await expect(sentence).toContainText(
      /Clients actifs.*dont le pays est.*Belgique ou Allemagne|Allemagne ou Belgique/,
    );
    await program.screenshot('list-filtered');
  });
  const few = await found({ countries: ['BE', 'DE'] });
  expect(few).toBeGreaterThan(4);
  await expect(page.getByText(t(customerTexts.count, { count: few }))).toBeVisible();

  await test.step('it is kept as a view', async () => {
    await page.getByRole('button', { name: t(listTexts.viewSaveAs) }).press('Enter');
    await expect(page.getByRole('textbox', { name: t(listTexts.viewName) })).toBeFocused();
    await page.keyboard.type('Voisins');
    await press('Enter');
    await expect(page.getByRole('tab', { name: /^Voisins/ })).toHaveAttribute('aria-selected', 'true');
  });

  await test.step('columns are chosen and arranged without the mouse', async () => {
    await page.getByRole('button', { name: t(listTexts.columns), exact: true }).press('Enter');
    const email = page.getByRole('checkbox', { name: t(customerTexts.email) });
    await email.focus();
    await press('Space', 'Control+ArrowUp');
    await expect(email).toBeFocused();
    await program.screenshot('list-columns');
    await press('Escape');
    await expect.poll(heads).toContain(t(customerTexts.email));
    await grid().focus();
    await press('Control+ArrowUp', 'ArrowRight');
    const [, second, third] = await heads();
    await press('Control+ArrowRight');
    await expect.poll(async () => (await heads()).slice(1, 3)).not.toEqual([second, third]);
    const head = page.locator(':focus');
    const before = (await head.boundingBox())?.width ?? 0;
    await press('Shift+ArrowRight', 'Shift+ArrowRight');
    await expect.poll(async () => (await head.boundingBox())?.width ?? 0).toBeCloseTo(before + 16, -1);
    await press('Enter');
    await expect(head).toHaveAttribute('aria-sort', /ascending|descending/);
    await press('ArrowDown');
    await expect(grid()).toBeFocused();
    // The view says something else than what is shown, until it is brought up to it.
    await expect(page.getByRole('tab', { name: /^Voisins/ })).toContainText(t(listTexts.viewChanged));
    await page.getByRole('button', { name: t(listTexts.viewUpdate), exact: true }).press('Enter');
    await expect(page.getByRole('tab', { name: /^Voisins/ })).not.toContainText(t(listTexts.viewChanged));
  });

  await test.step('all but two are changed, and taken back with Ctrl Z', async () => {
    await grid().focus();
    await press('Home', 'Control+A', 'Space', 'ArrowDown', 'Space');
    const chosen = few - 2;
    const bar = page.getByRole('toolbar', { name: t(customerTexts.chosen, { count: chosen }) });
    await program.screenshot('list-chosen');
    const before = await found({ countries: ['BE', 'DE'], custom: [], tagIds: [] });
    expect(before).toBe(few);
    await bar.getByRole('button', { name: t(bulkTexts.edit) }).press('Enter');
    const dialog = page.getByRole('dialog', { name: t(customerTexts.bulkEdit, { count: chosen }) });
    await expect(dialog.getByRole('combobox', { name: t(bulkTexts.addField) })).toBeFocused();
    await page.keyboard.type(t(customerTexts.city));
    await page.getByRole('option', { name: t(customerTexts.city) }).waitFor();
    await press('ArrowDown', 'Enter');
    await expect(dialog.getByRole('textbox', { name: t(customerTexts.city) })).toBeFocused();
    await page.keyboard.type('Ailleurs');
    await dialog
      .getByRole('combobox', { name: t(bulkTexts.addTags) })
      .or(dialog.getByRole('textbox', { name: t(bulkTexts.addTags) }))
      .first()
      .focus();
    await page.keyboard.type('Voisin');
    await press('Enter');
    await program.screenshot('list-bulk-edit');
    await dialog.getByRole('button', { name: t(customerTexts.bulkEdit, { count: chosen }) }).press('Enter');
    await toastSays(t(bulkTexts.changed, { count: chosen }));
    await expect.poll(() => found({ search: 'ailleurs' })).toBe(chosen);
    await program.screenshot('list-changed');

    await press('Control+Z');
    await toastSays(/Annulé/);
    await expect.poll(() => found({ search: 'ailleurs' })).toBe(0);
    await press('Control+Y');
    await toastSays(/Rétabli/);
    await expect.poll(() => found({ search: 'ailleurs' })).toBe(chosen);
    await press('Control+Z');
    await expect.poll(() => found({ search: 'ailleurs' })).toBe(0);
  });

  await test.step('the copy holds every row that is chosen, loaded or not', async () => {
    await page.getByRole('tab').first().click();
    await expect(page.getByText(t(customerTexts.count, { count: all }))).toBeVisible();
    await grid().focus();
    await press('Home', 'Control+A', 'Space', 'Control+C');
    await toastSays(new RegExp(`${all - 1}`));
    const [names, ...rows] = (await clipboard()).split(/\r?\n/);
    expect(names?.split('\t')).toContain(t(customerTexts.city));
    expect(rows).toHaveLength(all - 1);
    for (const row of rows) expect(row.split('\t')).toHaveLength(names?.split('\t').length ?? 0);
  });

  await test.step('a view is deleted and comes back', async () => {
    await page.getByRole('tab', { name: /^Voisins/ }).click();
    await page.getByRole('button', { name: t(listTexts.viewMenu), exact: true }).press('Enter');
    await page.getByRole('menuitem', { name: t(listTexts.viewRemove) }).press('Enter');
    await expect(page.getByRole('tab', { name: /^Voisins/ })).toHaveCount(0);
    await grid().focus();
    await press('Control+Z');
    await expect(page.getByRole('tab', { name: /^Voisins/ })).toHaveCount(1);
  });

  await test.step('a table on the clipboard goes to the import desk', async () => {
    await grid().focus();
    await press('Control+A', 'Control+C');
    await toastSays(/copiées/);
    await press('Control+V');
    await expect(place(page, t(frameTexts.import))).toHaveAttribute('aria-current', 'page');
    // The desk has the table before it: its columns are known.
    await expect(page.getByRole('main')).toContainText(t(customerTexts.vatNumber));
    await program.screenshot('list-pasted');
  });
});

test('the other lists: views, columns, and a row far down is found', async () => {
  const { page } = program;
  await layOut(page, 1280, 800);
  await openSample(program, t);
  await place(page, t(frameTexts.lines)).click();
  await expect(grid().getByRole('gridcell').first()).toBeVisible();
  await press('f');
  await page.getByRole('menuitem', { name: t(linesTexts.customer) }).press('Enter');
  await page.keyboard.type('c0002');
  await expect(page.getByRole('button', { name: /Compagnie Garance/ }).last()).toBeVisible();
  await press('Enter');
  await expect(page.getByRole('group', { name: t(listTexts.filters) })).toContainText('Compagnie Garance');
  await press('Escape');
  await page.getByRole('button', { name: t(listTexts.viewSaveAs) }).press('Enter');
  await expect(page.getByRole('textbox', { name: t(listTexts.viewName) })).toBeFocused();
  await page.keyboard.type('Garance');
  await press('Enter');
  await expect(page.getByRole('tab', { name: /^Garance/ })).toHaveAttribute('aria-selected', 'true');
  await program.screenshot('list-lines');

  // The last customer by name, opened by its identity: the list scrolls to where it stands.
  await press('Control+4');
  await expect(grid().getByRole('gridcell').first()).toBeVisible();
  await expect(grid()).toBeFocused();
  await press('End', 'Enter');
  const panel = page.getByRole('complementary');
  await expect(panel).toBeVisible();
  await expect(panel.getByRole('textbox').first()).toBeVisible(); // Until then it says what it will show.
  const name = (await panel.getByRole('heading').first().textContent()) ?? '';
  await press('Control+6', 'Alt+ArrowLeft');
  await expect(grid().getByRole('row', { name })).toBeInViewport();
  await program.screenshot('list-located');
});
