/** One invoice by hand, with the keyboard alone; then the credit note that takes it back. */
import { expect, test } from '@playwright/test';
import { handTexts, invoicesTexts } from '#shared/messages/ui/invoices.ts';
import { launch, type Program } from './support/launch.ts';
import { finish, inkOf, openSample, speaking, wordsOf } from './window.ts';

const t = wordsOf('fr');
let program: Program;
test.beforeEach(async () => {
  program = await launch({ env: speaking('fr') });
});
test.afterEach(() => finish(program));

test('an invoice typed without the mouse, issued, then credited', async () => {
  const { page } = program;
  await openSample(program, t);

  let strokes = 0;
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      strokes += 1;
      await page.keyboard.press(key);
    }
  };
  const type = async (text: string) => {
    strokes += text.length;
    await page.keyboard.type(text);
  };
  const focused = () => page.locator(':focus');
  const line = (position: number, field: keyof typeof handTexts) =>
    page.getByLabel(`${t(handTexts.lineWord, { position })}, ${t(handTexts[field])}`);

  // Ctrl N belongs to the system's menu, which a driven keyboard does not reach: the long way to the same screen, uncounted.
  await page.keyboard.press('Control+3');
  const create = page.getByRole('button', { name: new RegExp(`^${t(invoicesTexts.create)}`) });
  await expect(create).toBeEnabled();
  const onCreate = () => create.evaluate((element) => element === document.activeElement);
  for (let tabs = 0; tabs < 30 && !(await onCreate()); tabs += 1) await page.keyboard.press('Tab');
  const started = Date.now();
  await press('Enter');
  await expect(page.getByRole('heading', { name: t(handTexts.title) })).toBeVisible();
  await expect(page.getByLabel(t(handTexts.customer), { exact: true }).first()).toBeFocused();
  await type('c0002');
  await press('Enter'); // Faster than the list: it is the answer to what was typed that counts.
  await expect(line(1, 'description')).toBeFocused();
  await expect(page.getByLabel(t(handTexts.customer), { exact: true }).first()).toHaveValue('Compagnie Garance');
  await type('loc-110');
  await expect(page.getByRole('option', { name: 'LOC-110' })).toBeVisible();
  await press('ArrowDown', 'Enter');
  await expect(line(1, 'price')).toHaveValue('48,00');
  await press('Tab');
  await expect(focused()).toHaveAttribute('aria-label', /Quantité/);
  await type('3');
  await press('Enter');
  await expect(line(2, 'description')).toBeFocused();
  await type('Transport');
  await press('Tab');
  await type('1');
  await press('Tab', 'Tab');
  await type('1 250,5');

  // 3 × 48.00 + 1,250.50 = 1,394.50; 20 %: 278.90; together 1,673.40.
  const preview = page.getByRole('complementary', { name: t(handTexts.preview) });
  await expect(preview).toContainText('1\u202f394,50');
  await expect(preview).toContainText('278,90');
  await expect(page.getByRole('contentinfo').or(page.locator('footer')).first()).toContainText('1\u202f673,40\u00a0€');
  const thumb = preview.locator('canvas');
  await expect(thumb).toBeVisible();
  await expect.poll(() => inkOf(thumb)).toBeGreaterThan(200);
  await program.screenshot('hand-invoice');

  await press('Control+Enter');
  const question = page.getByRole('dialog', { name: t(handTexts.confirmTitle) });
  await expect(question).toContainText('1\u202f673,40\u00a0€');
  await expect(question.getByRole('button', { name: t(handTexts.confirmNo) })).toBeFocused();
  await press('Tab', 'Enter');
  const number = 'FA-2026-00001';
  await expect(page.getByRole('heading', { name: t(handTexts.doneTitle, { number }) })).toBeVisible();
  const seconds = (Date.now() - started) / 1000;
  console.log(`Invoice by hand: ${strokes} keystrokes, ${seconds.toFixed(1)} s from the empty form to its number.`);
  expect(strokes).toBeLessThan(60);
  await expect.poll(() => inkOf(page.locator('canvas').first())).toBeGreaterThan(2000);

  // In the list, and credited from there.
  await page.getByRole('button', { name: t(handTexts.toList) }).click();
  const panel = page.getByRole('complementary', { name: t(invoicesTexts.detail) });
  await expect(panel).toContainText(number);
  await expect(panel).toContainText('1\u202f673,40\u00a0€');
  await panel.getByRole('button', { name: t(invoicesTexts.credit) }).click();
  await expect(page.getByRole('heading', { name: t(handTexts.creditTitle, { number }) })).toBeVisible();
  await expect(page.getByText(t(handTexts.toCredit)).first()).toBeVisible();
  await page.getByRole('button', { name: t(handTexts.issueCredit) }).click();
  await page
    .getByRole('dialog', { name: t(handTexts.confirmTitleCredit) })
    .getByRole('button', { name: t(handTexts.confirmYes), exact: true })
    .click();
  const credit = 'AV-2026-00001';
  await expect(page.getByRole('heading', { name: t(handTexts.doneTitleCredit, { number: credit }) })).toBeVisible();
  await page.getByRole('button', { name: t(handTexts.toList) }).click();
  const fact = (label: string) => panel.locator('dl > div').filter({ hasText: label });
  await expect(panel).toContainText(credit);
  await expect(fact(t(invoicesTexts.factCorrects))).toContainText(number);
  await fact(t(invoicesTexts.factCorrects)).getByRole('button', { name: number }).click();
  await expect(fact(t(invoicesTexts.factCreditedBy))).toContainText(credit);
  await expect(panel.getByText(t(invoicesTexts['state.credited']), { exact: true })).toBeVisible();
  await expect(panel.getByRole('button', { name: t(invoicesTexts.credit) })).toHaveCount(0);
  await program.screenshot('invoice-credited');

  await program.close();
});
