/** Two people at one company: signing in, four eyes, the lock. */
import { expect, type Page, test } from '@playwright/test';
import { errorText } from '#shared/messages/errors/index.ts';
import { frameTexts } from '#shared/messages/ui/common.ts';
import { deskTexts } from '#shared/messages/ui/desk.ts';
import { signatureTexts, signInTexts, usersTexts, whoTexts } from '#shared/messages/ui/people.ts';
import { profileTexts, settingsTexts } from '#shared/messages/ui/settings.ts';
import { PeopleRules } from '#shared/model/people.ts';
import { launch, type Program } from './support/launch.ts';
import { finish, issueClean, layOut, numberIn, openSample, place, prepareRun, speaking, wordsOf } from './window.ts';

const t = wordsOf('fr');
let program: Program;
test.afterEach(() => finish(program));
test.setTimeout(240_000);

const button = (name: string | RegExp) => program.page.getByRole('button', { name });
const escaped = (words: string) => words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** At both sizes, in both themes and languages. */
async function pictures(name: string): Promise<void> {
  const { page } = program;
  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
  ] as const) {
    await layOut(page, width, height);
    for (const [language, theme] of [
      ['fr', 'light'],
      ['en', 'dark'],
    ] as const) {
      await page.evaluate((wanted) => window.liasse.shell('preferences.set', wanted), { language, theme });
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      await program.screenshot(`${name}-${width}x${height}-${theme}-${language}`);
    }
  }
  await page.evaluate(() => window.liasse.shell('preferences.set', { language: 'fr', theme: 'light' }));
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
}

async function goToUsers(page: Page): Promise<void> {
  await place(page, t(frameTexts.settings)).click();
  await button(t(settingsTexts.people)).first().click();
  await expect(page.getByRole('heading', { name: t(usersTexts.title), exact: true })).toBeVisible();
}

async function addUser(page: Page, name: string, secret: string, roles: (keyof typeof usersTexts)[]): Promise<void> {
  await page.getByRole('textbox', { name: t(usersTexts.name) }).fill(name);
  for (const role of roles) await page.getByRole('checkbox', { name: t(usersTexts[role]) }).check();
  await page.getByLabel(t(usersTexts.secret), { exact: true }).fill(secret);
  await page.getByRole('button', { name: /^Enregistrer/ }).click();
  await expect(page.getByRole('row', { name: new RegExp(escaped(name)) })).toBeVisible();
}

async function signIn(page: Page, name: string, secret: string): Promise<void> {
  await page.getByRole('combobox', { name: t(signInTexts.who) }).click();
  await page.getByRole('option', { name }).click();
  await page.getByLabel(t(signInTexts.secret), { exact: true }).fill(secret);
  await button(t(signInTexts.signIn)).click();
  await expect(button(t(whoTexts.menu, { name }))).toBeVisible();
}

async function leave(page: Page, name: string): Promise<void> {
  await button(t(whoTexts.menu, { name })).click();
  await page.getByRole('menuitem', { name: t(whoTexts.switchUser) }).click();
  await expect(page.getByRole('heading', { name: t(signInTexts.signInTitle) })).toBeVisible();
}

test('two people share a company: one prepares, the other approves; left alone it locks, and keeps what was typed', async () => {
  program = await launch({ env: speaking('fr') });
  const { page } = program;
  await openSample(program, t);

  await goToUsers(page);
  await pictures('people-none');
  await button(t(usersTexts.addFirst)).click();
  await addUser(page, 'Anna Petit', 'anna-secret', []);
  await expect(button(t(whoTexts.menu, { name: 'Anna Petit' }))).toBeVisible();
  await button(t(usersTexts.add)).click();
  await addUser(page, 'Bruno Roy', 'bruno-secret', ['prepare', 'approve']);
  // The rule needs two people, and has them now.
  await page.getByRole('switch', { name: t(usersTexts.fourEyes) }).click({ force: true });
  await expect(page.getByRole('switch', { name: t(usersTexts.fourEyes) })).toBeChecked();
  await page
    .getByRole('row', { name: /Bruno Roy/ })
    .getByRole('button')
    .click();
  await pictures('people-users');

  // Anna prepares, and may not approve what she prepared.
  await prepareRun(page, t);
  const approve = button(new RegExp(escaped(t(deskTexts.approveClean, { count: 999 })).replace('999', '[\\d\u202f]+')));
  const clean = await numberIn(approve);
  await approve.click();
  await expect(page.getByText(t(signatureTexts.ownToast, { count: clean }))).toBeVisible();
  await expect(page.getByText(t(deskTexts.nothingApproved))).toBeVisible();

  await leave(page, 'Anna Petit');
  // Nothing of the company is there before somebody signs in.
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await page.getByRole('combobox', { name: t(signInTexts.who) }).click();
  await page.getByRole('option', { name: 'Bruno Roy' }).click();
  await pictures('people-sign-in');
  await page.getByLabel(t(signInTexts.secret), { exact: true }).fill('not-it');
  await button(t(signInTexts.signIn)).click();
  await expect(page.getByText(errorText({ code: 'sign_in_failed', params: {} }, 'fr').what)).toBeVisible();
  await signIn(page, 'Bruno Roy', 'bruno-secret');

  // Bruno approves Anna's drafts and issues them. Users are not his to change.
  await place(page, t(frameTexts.runs)).click();
  await page.getByRole('grid').getByRole('row').nth(1).dblclick();
  await issueClean(page, t);
  await goToUsers(page);
  await expect(button(t(usersTexts.add))).toBeDisabled();
  await pictures('people-not-manager');

  await leave(page, 'Bruno Roy');
  await signIn(page, 'Anna Petit', 'anna-secret');
  await place(page, t(frameTexts.settings)).click();
  const city = page.getByLabel(t(profileTexts.city), { exact: true });
  await city.fill('Saint-Malo-les-Bains');
  const rules = PeopleRules.parse({ fourEyes: true, lockSeconds: 3 });
  await page.evaluate(
    (input) => window.liasse.engine('people.configure', input, '01890000-0000-7000-8000-000000000077'),
    rules,
  );
  // Nobody touches anything: the window covers itself.
  await expect(page.getByRole('heading', { name: t(signInTexts.lockedTitle) })).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole('navigation')).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain('Saint-Malo');
  expect(
    await page.evaluate(() => [...document.querySelectorAll('input')].map((one) => one.value).join()),
  ).not.toContain('Saint-Malo');
  // The engine is locked, not only the window.
  const refused = await page.evaluate(() => window.liasse.engine('customer.list', {}, null));
  expect(refused).toMatchObject({ ok: false, error: { code: 'company_locked' } });
  // The window's own keys do not get under the cover.
  await page.keyboard.press('Control+4');
  await expect(page.getByRole('heading', { name: t(signInTexts.lockedTitle) })).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await pictures('people-locked');
  await page.getByLabel(t(signInTexts.secret), { exact: true }).fill('anna-secret');
  await button(t(signInTexts.unlock)).click();
  // It is still the place that was left, with what was typed in it: Ctrl 4 led nowhere.
  await expect(city).toHaveValue('Saint-Malo-les-Bains');
  // From here on only a person locks, however slow the machine is.
  const configured = await page.evaluate(
    (input) => window.liasse.engine('people.configure', input, '01890000-0000-7000-8000-000000000078'),
    PeopleRules.parse({ fourEyes: true, lockSeconds: 0 }),
  );
  expect(configured.ok).toBe(true);

  // Somebody else comes back to what Anna had typed: it is asked about.
  await page.keyboard.press('Control+Shift+L');
  await expect(page.getByRole('heading', { name: t(signInTexts.lockedTitle) })).toBeVisible();
  await page.getByRole('combobox', { name: t(signInTexts.who) }).click();
  await page.getByRole('option', { name: 'Bruno Roy' }).click();
  await page.getByLabel(t(signInTexts.secret), { exact: true }).fill('bruno-secret');
  await button(t(signInTexts.unlock)).click();
  await expect(page.getByRole('heading', { name: t(signInTexts.unsavedTitle) })).toBeVisible();
  await pictures('people-unsaved');
  await button(t(signInTexts.unsavedDrop)).click();
  await expect(button(t(whoTexts.menu, { name: 'Bruno Roy' }))).toBeVisible();
  await expect(page.getByText('Saint-Malo-les-Bains')).toHaveCount(0);
});
