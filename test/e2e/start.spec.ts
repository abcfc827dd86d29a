/** The first ten minutes: a company made by the keyboard alone, the sample and its tour, the office board, settings taken over. */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { identifierTexts } from '#shared/messages/identifiers.ts';
import { bankTexts } from '#shared/messages/ui/bank.ts';
import { frameTexts } from '#shared/messages/ui/common.ts';
import { homeTexts } from '#shared/messages/ui/home.ts';
import { boardTexts, copyTexts } from '#shared/messages/ui/office.ts';
import { profileTexts, settingsTexts } from '#shared/messages/ui/settings.ts';
import { startTexts } from '#shared/messages/ui/start.ts';
import { tourTexts } from '#shared/messages/ui/tour.ts';
import { wizardTexts } from '#shared/messages/ui/wizard.ts';
import { launch, type Program } from './support/launch.ts';
import { finish, layOut, openSample, place, speaking, wordsOf } from './window.ts';

const t = wordsOf('fr');
const en = wordsOf('en');
let program: Program;
test.afterEach(() => finish(program));

/** Goes on with Tab until the button of this name has the cursor, then presses it. */
async function pressByKeyboard(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    const words = await page.evaluate(() => document.activeElement?.textContent ?? '');
    if (words.trim() === name) {
      await page.keyboard.press('Enter');
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to "${name}".`);
}

test('a first French company by the keyboard alone, and nothing lost on the way back', async () => {
  program = await launch({ env: speaking('fr') });
  const { page } = program;
  await layOut(page, 1280, 800);
  const title = (text: Parameters<typeof t>[0]) => page.getByRole('heading', { name: t(text), exact: true });
  const field = (name: string) => page.getByLabel(name, { exact: true });
  const next = () => pressByKeyboard(page, t(wizardTexts.next));
  await expect(title(startTexts.title)).toBeVisible();
  await page.getByRole('button', { name: t(startTexts.create) }).focus();
  await page.keyboard.press('Enter');
  await expect(title(wizardTexts.countryTitle)).toBeVisible();
  await expect(title(wizardTexts.countryTitle)).toBeFocused();
  await expect(page.getByRole('combobox', { name: t(wizardTexts.country) })).toHaveValue('France');
  await next();

  // The cursor is in the first field; what is missing keeps the person here and says so.
  await expect(field(t(profileTexts.name))).toBeFocused();
  await next();
  await expect(page.getByText(t(profileTexts.needName))).toBeVisible();
  await expect(field(t(profileTexts.name))).toBeFocused();
  await page.keyboard.type('Ateliers Lumière');
  // A SIREN with two digits swapped: said at the field, with the number that was meant.
  await field(t(identifierTexts.siren)).focus();
  await page.keyboard.type('404 833 084');
  await page.keyboard.press('Tab');
  await expect(page.getByText(t(identifierTexts.badKey))).toBeVisible();
  await field(t(identifierTexts.siren)).fill('404 833 048');
  await expect(page.getByText(t(identifierTexts.badKey))).toHaveCount(0);
  await field(t(identifierTexts.vat)).fill('FR83404833048');
  await field(t(wizardTexts.legalForm)).fill('SAS');
  await field(t(wizardTexts.capital)).fill('240 000 €');
  await field(t(wizardTexts.registerTown)).fill('Saint-Étienne');
  await expect(field(t(wizardTexts.footer))).toHaveValue('SAS au capital de 240 000 € – RCS Saint-Étienne 404 833 048');
  await program.screenshot('start-identity-fr');
  await next();

  await expect(title(wizardTexts.contactTitle)).toBeVisible();
  await expect(field(t(profileTexts.address))).toBeFocused();
  await page.keyboard.type('7, rue des Passementiers');
  await field(t(profileTexts.postcode)).fill('42100');
  await field(t(profileTexts.city)).fill('Saint-Étienne');
  await field(t(profileTexts.contactName)).fill('Nadia Ferrand');
  await field(t(profileTexts.email)).fill('compta@ateliers-lumiere.example');
  await next();
  await expect(title(wizardTexts.lookTitle)).toBeVisible();
  await field(t(profileTexts.colour)).first().fill('#f2b705');
  await expect(page.getByText(/contraste/)).toBeVisible();
  await program.screenshot('start-look-fr');
  await page.getByRole('button', { name: /^Prendre #/ }).click();
  await expect(page.getByText(/contraste/)).toHaveCount(0);
  await next();
  await pressByKeyboard(page, t(bankTexts.addFirst));
  await field(t(bankTexts.label)).fill('Compte courant');
  await field(t(bankTexts.iban)).fill('FR7630006000011234567890189');
  await field(t(bankTexts.bic)).fill('AGRIFRPP');
  await expect(page.getByText(t(bankTexts.ibanValid), { exact: true })).toBeVisible();
  await next();
  await expect(title(wizardTexts.numberingTitle)).toBeVisible();
  await field(t(wizardTexts.lastInvoice)).fill('FA-2026-00481');
  await expect(page.getByText(/^FA-\d{4}-00482$/).first()).toBeVisible();
  await program.screenshot('start-numbering-fr');
  await next();
  await next();
  await expect(title(wizardTexts.summaryTitle)).toBeVisible();
  await program.screenshot('start-summary-fr');

  // All the way back and forth: everything stands as it was written.
  await page.getByRole('button', { name: t(wizardTexts.identity), exact: true }).click();
  await expect(field(t(profileTexts.name))).toHaveValue('Ateliers Lumière');
  await page.getByRole('button', { name: t(wizardTexts.numbering), exact: true }).click();
  await expect(page.getByText(/^FA-\d{4}-00482$/).first()).toBeVisible();
  await page.getByRole('button', { name: t(wizardTexts.summary), exact: true }).click();
  const company = join(program.dataFolder, 'Lumière.liasse');
  program.setDialogs([company]);
  await pressByKeyboard(page, t(wizardTexts.create));
  await expect(title(homeTexts.firstTitle)).toBeVisible();
  await program.screenshot('start-home-fr');
  await place(page, t(frameTexts.settings)).click();
  await expect(field(t(identifierTexts.siren))).toHaveValue('404833048');
  await page.getByRole('button', { name: t(settingsTexts.numbering), exact: true }).click();
  await expect(page.getByText(/^FA-\d{4}-00482$/)).toBeVisible();
});

test('a company of another country is asked for that country’s numbers', async () => {
  program = await launch({ env: speaking('en') });
  const { page } = program;
  await layOut(page, 1280, 800);
  const field = (name: string) => page.getByLabel(name, { exact: true });
  const next = () => page.getByRole('button', { name: en(wizardTexts.next) }).click();
  await page.getByRole('button', { name: en(startTexts.create) }).click();
  const country = page.getByRole('combobox', { name: en(wizardTexts.country) });
  await country.fill('United States');
  await page.getByRole('option', { name: 'United States', exact: true }).click();
  await expect(page.getByRole('combobox', { name: en(profileTexts.currency) })).toHaveValue(/^USD/);
  await expect(page.getByRole('combobox', { name: en(profileTexts.paper) })).toHaveValue(en(profileTexts.paperLetter));
  await next();
  await field(en(profileTexts.name)).fill('Lakeside Supply Inc.');
  await expect(field(en(identifierTexts.vat))).toHaveCount(0);
  await field(en(identifierTexts.ein)).fill('12-34');
  await next();
  await expect(page.getByText(en(identifierTexts.badForm, { example: '12-3456789' }))).toBeVisible();
  await field(en(identifierTexts.ein)).fill('12-3456789');
  await program.screenshot('start-identity-us');
  for (let step = 0; step < 6; step += 1) await next();
  await expect(page.getByRole('heading', { name: en(wizardTexts.summaryTitle) })).toBeVisible();
  program.setDialogs([join(program.dataFolder, 'Lakeside.liasse')]);
  await page.getByRole('button', { name: en(wizardTexts.create) }).click();
  await expect(page.getByRole('heading', { name: en(homeTexts.firstTitle) })).toBeVisible();
});

test('the sample company brings its tour: once, put away, taken up again', async () => {
  program = await launch({ env: speaking('fr'), tour: true });
  const { page } = program;
  await layOut(page, 1280, 800);
  await openSample(program, t);
  const card = page.getByRole('dialog', { name: t(tourTexts.company) });
  await expect(card).toBeVisible();
  await program.screenshot('start-tour-1');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('dialog', { name: t(tourTexts.import) })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('dialog', { name: t(tourTexts.lines) })).toBeVisible();
  await program.screenshot('start-tour-3');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // Help takes it up where it was left.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('visite');
  await page
    .getByText(/Visite guidée/)
    .first()
    .click();
  await expect(page.getByRole('dialog', { name: t(tourTexts.lines) })).toBeVisible();
  for (const stop of [tourTexts.run, tourTexts.review, tourTexts.issue, tourTexts.pdfs, tourTexts.help]) {
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('dialog', { name: t(stop) })).toBeVisible();
    await program.screenshot(`start-tour-${t(stop).slice(0, 8)}`);
  }
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('three companies on the office board, one opened from it, settings taken into another', async () => {
  program = await launch({ env: speaking('fr') });
  const { page } = program;
  await layOut(page, 1280, 800);
  const clients = join(program.dataFolder, 'Clients');
  mkdirSync(clients);
  // Two made in the folder by the window's own calls, the third is the sample beside it.
  for (const [name, colour] of [
    ['Boulangerie Arnaud', '#8a4a12'],
    ['Cabinet Brunel', '#1f4e79'],
  ] as const) {
    const path = join(clients, `${name}.liasse`);
    program.setDialogs([path]);
    await page.evaluate(
      async ({ path, name, colour }) => {
        await window.liasse.shell('dialog.save', { kind: 'company', suggestedName: 'x.liasse' });
        const none = {
          tradingName: null,
          postcode: null,
          city: null,
          region: null,
          vatNumber: null,
          taxRegistration: null,
        };
        const more = { registrationNumber: null, legalNote: null, email: null, phone: null, contactName: null };
        const profile = {
          ...none,
          ...more,
          name,
          addressLines: [],
          country: 'FR',
          currency: 'EUR',
          language: 'fr',
          zone: 'Europe/Paris',
          paper: 'A4',
          colour,
          logo: null,
          paymentTermsDays: 30,
          message: null,
          defaultSupply: 'goods',
          defaultTaxClass: 'standard',
        };
        await window.liasse.engine('company.create', { path, profile }, null);
        await window.liasse.engine('company.close', {}, null);
      },
      { path, name, colour },
    );
  }
  await openSample(program, t);
  await page.getByRole('button', { name: t(frameTexts.companyMenu) }).click();
  await page.getByRole('menuitem', { name: t(startTexts.office) }).click();
  program.setDialogs([clients]);
  await page
    .getByRole('button', { name: t(boardTexts.addFolder) })
    .first()
    .click();
  const rows = page.locator('tbody tr');
  await expect(rows).toHaveCount(3);
  await expect(page.getByText(t(boardTexts.openHere))).toBeVisible();
  await expect(page.getByText(t(boardTexts.reading, { count: 1 }))).toHaveCount(0);
  await program.screenshot('start-office-fr');
  const before = readdirSync(clients).filter((name) => name.endsWith('.liasse'));
  expect(readdirSync(clients)).toEqual(before);
  // Enter on a row opens its company; the one before is closed.
  await page.getByRole('button', { name: /Boulangerie Arnaud/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: t(homeTexts.firstTitle) })).toBeVisible();
  await place(page, t(frameTexts.settings)).click();
  await page.getByRole('button', { name: t(settingsTexts.copy), exact: true }).click();
  const from = page.getByRole('combobox', { name: t(copyTexts.from) });
  await from.click();
  await page.getByRole('option', { name: /Cabinet Brunel/ }).click();
  await expect(page.getByRole('button', { name: t(copyTexts.act, { count: 1 }) })).toBeVisible();
  await program.screenshot('start-copy-fr');
  await page.getByRole('button', { name: t(copyTexts.act, { count: 1 }) }).click();
  await expect(page.getByText(t(copyTexts.nothingToTake))).toBeVisible();
  await page.getByRole('button', { name: t(settingsTexts.company), exact: true }).click();
  await expect(page.locator('[data-field="colour"]')).toHaveValue('#1f4e79');
});
