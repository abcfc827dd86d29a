/** Nothing that was typed is lost without a question, whichever way the company is left. */
import { expect, type Page, test } from '@playwright/test';
import { commonTexts, frameTexts } from '#shared/messages/ui/common.ts';
import { paletteCommandTexts, paletteTexts } from '#shared/messages/ui/palette.ts';
import { profileTexts } from '#shared/messages/ui/settings.ts';
import { launch, type Program } from './support/launch.ts';
import { finish, openSample, place, speaking, wordsOf } from './window.ts';

const t = wordsOf('fr');
let program: Program | undefined;
test.afterEach(() => finish(program));
test.setTimeout(120_000);

const question = (page: Page) => page.getByRole('dialog', { name: t(commonTexts.discardTitle) });
async function stay(page: Page): Promise<void> {
  await expect(question(page)).toBeVisible();
  await question(page)
    .getByRole('button', { name: t(commonTexts.keepEditing) })
    .click();
  await expect(question(page)).toHaveCount(0);
}

test('closing the company, beginning another and quitting ask about what is unsaved', async () => {
  program = await launch({ env: speaking('fr') });
  const { page } = program;
  await openSample(program, t);
  await place(page, t(frameTexts.settings)).click();
  const city = page.getByLabel(t(profileTexts.city), { exact: true });
  await city.fill('Saint-Malo-les-Bains');

  await page.keyboard.press('Control+Shift+W');
  await stay(page);
  await expect(city).toHaveValue('Saint-Malo-les-Bains');
  await page.keyboard.press('Control+k');
  const name = t(paletteCommandTexts['company.new'] ?? { fr: '', en: '' });
  await page.getByRole('combobox', { name: t(paletteTexts.title) }).fill(name);
  await page.getByRole('option', { name }).first().click();
  await stay(page);
  await expect(city).toHaveValue('Saint-Malo-les-Bains');
  program.requestQuit();
  await expect(question(page)).toBeVisible();
  // A place of the menu does not act beneath the question.
  await page.keyboard.press('Control+4');
  await stay(page);
  await expect(city).toHaveValue('Saint-Malo-les-Bains');
});
