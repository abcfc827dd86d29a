/** A company is lost and comes back; two computers do not write at once; everything can be taken out; a person can be erased. */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { frameTexts } from '#shared/messages/ui/common.ts';
import { backupTexts, erasureTexts, exportTexts, restoreTexts } from '#shared/messages/ui/safety.ts';
import { settingsTexts } from '#shared/messages/ui/settings.ts';
import { startTexts } from '#shared/messages/ui/start.ts';
import { launch, type Program } from './support/launch.ts';
import { chooseLanguage, chooseTheme, finish, layOut, place, speaking, wordsOf } from './window.ts';

const t = wordsOf('fr');
const en = wordsOf('en');
let program: Program;
test.beforeEach(async () => {
  program = await launch({ env: speaking('fr') });
});
test.afterEach(() => finish(program));

async function openSample(): Promise<string> {
  const { page } = program;
  const company = join(program.dataFolder, 'Exemple.liasse');
  program.setDialogs([company]);
  await page.getByRole('button', { name: t(startTexts.sample) }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Escape');
  return company;
}

async function goTo(page: typeof program.page, section: string, words = t): Promise<void> {
  await place(page, words(frameTexts.settings)).click();
  await page
    .getByRole('navigation', { name: words(settingsTexts.sections) })
    .getByRole('button', { name: section })
    .click();
}

test('backup, the file deleted, restored from the start page', async () => {
  const { page } = program;
  const company = await openSample();
  await goTo(page, t(settingsTexts.backups));
  await expect(page.getByText(t(backupTexts.none))).toBeVisible();
  await program.screenshot('safety-backups-none');
  await page.getByRole('button', { name: t(backupTexts.now) }).click();
  await expect(page.getByText(t(backupTexts.unchanged))).toBeVisible({ timeout: 30_000 });
  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
  ] as const) {
    await layOut(page, width, height);
    await program.screenshot(`safety-backups-${width}`);
  }
  await place(page, t(frameTexts.home)).click();
  await chooseTheme(page, t, 'dark');
  await goTo(page, t(settingsTexts.backups));
  await program.screenshot('safety-backups-dark');
  await layOut(page, 1280, 800);

  await page.evaluate(() => window.liasse.engine('company.close', {}, null));
  await expect(page.getByRole('heading', { name: t(startTexts.title) })).toBeVisible();
  rmSync(company);
  await page.getByRole('button', { name: t(restoreTexts.entry) }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(t(restoreTexts.gone))).toBeVisible();
  await program.screenshot('safety-restore-list');
  await dialog.locator('section button').first().click();
  await expect(dialog.getByText(t(restoreTexts.verified))).toBeVisible({ timeout: 30_000 });
  await program.screenshot('safety-restore-preview');
  await dialog.getByRole('button', { name: /^Restaurer la sauvegarde/ }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible({ timeout: 30_000 });
  expect(existsSync(company)).toBe(true);
});

test('a restore in place says what is missing and warns of numbers given since', async () => {
  const { page } = program;
  await openSample();
  await goTo(page, t(settingsTexts.backups));
  await page.getByRole('button', { name: t(backupTexts.now) }).click();
  await expect(page.getByText(t(backupTexts.unchanged))).toBeVisible({ timeout: 30_000 });
  await page.evaluate(async () => {
    const ask = async (name: never, input: unknown) => {
      const reply = await window.liasse.engine(name, input, crypto.randomUUID());
      if (!reply.ok) throw new Error(reply.error.code);
      return reply.result as never;
    };
    const list: { rows: { id: string; country: string | null }[] } = await ask('customer.list' as never, { limit: 50 });
    const customer = list.rows.find((row) => row.country === 'FR') ?? list.rows[0];
    await ask('invoice.create' as never, {
      invoice: {
        customerId: customer?.id,
        currency: 'EUR',
        issueDate: new Date().toISOString().slice(0, 10),
        lines: [
          {
            productCode: null,
            description: 'Location',
            quantity: '1',
            unit: null,
            unitPrice: '100',
            discountPercent: null,
            taxClass: null,
            supply: null,
            date: null,
          },
        ],
      },
      accept: ['customer.name_missing', 'customer.address_incomplete', 'customer.tax_number_missing'],
      reason: 'essai',
      fingerprint: null,
    });
  });
  await expect(page.getByText(t(backupTexts.changed))).toBeVisible();
  await page
    .getByRole('button', { name: new RegExp(`^${t(backupTexts.restore)}`) })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(t(restoreTexts.highWater))).toBeVisible({ timeout: 30_000 });
  await expect(dialog.getByText(t(restoreTexts.fewer, { count: 1 }))).toBeVisible();
  await program.screenshot('safety-restore-in-place');
  await dialog.getByRole('button', { name: /^Restaurer la sauvegarde/ }).click();
  await expect(page.getByText(t(frameTexts.restoredCopy)).first()).toBeVisible({ timeout: 30_000 });
  await program.screenshot('safety-restored');
});

test('a second opening is refused politely, and may read', async () => {
  const company = await openSample();
  const second = await launch({ env: speaking('en') });
  try {
    const { page } = second;
    second.setDialogs([company]);
    await page.getByRole('button', { name: en(startTexts.open) }).click();
    await expect(page.getByText(/already open by/)).toBeVisible();
    await second.screenshot('safety-in-use');
    await page.getByRole('button', { name: en(startTexts.openReadOnly) }).click();
    await expect(page.getByText(en(frameTexts.readOnly)).first()).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText(/^Open by .* since /)).toBeVisible();
    await place(page, en(frameTexts.customers)).click();
    await expect(page.getByRole('grid').first()).toBeVisible();
    await goTo(page, en(settingsTexts.export), en);
    const out = join(second.dataFolder, 'out');
    mkdirSync(out);
    second.setDialogs([out]);
    await page.getByRole('button', { name: en(exportTexts.act) }).click();
    await expect(page.getByText(en(exportTexts.done)).first()).toBeVisible({ timeout: 60_000 });
    await second.screenshot('safety-export-read-only');
    const [folder = ''] = readdirSync(out);
    expect(readdirSync(join(out, folder))).toEqual(
      expect.arrayContaining(['csv', 'json', 'pdf', 'manifest.json', 'README.txt', 'LISEZMOI.txt']),
    );
  } finally {
    await second.kill();
  }
});

test('a person’s data is erased, after the code was typed', async () => {
  const { page } = program;
  await openSample();
  await page.evaluate(async () => {
    const customer = {
      code: 'ZEPHYRINE',
      name: 'Zéphyrine Quatrelivres',
      kind: 'consumer',
      addressLines: ['3 rue du Puits'],
      postcode: '44000',
      city: 'Nantes',
      region: null,
      country: 'FR',
      vatNumber: null,
      registrationNumber: null,
      electronicAddress: null,
      email: 'z@quatrelivres.example',
      phone: null,
      contactName: null,
      language: null,
      currency: null,
      paymentTermsDays: null,
      orderReference: null,
      note: null,
      archived: false,
    };
    await window.liasse.engine('customer.save', { id: null, rowVersion: null, customer }, crypto.randomUUID());
  });
  await goTo(page, t(settingsTexts.erasure));
  await program.screenshot('safety-erasure-empty');
  await page.getByRole('combobox', { name: t(erasureTexts.customer) }).fill('zephyrine');
  await page.getByRole('option', { name: /ZEPHYRINE/ }).click();
  await expect(page.getByRole('heading', { name: t(erasureTexts.now) })).toBeVisible();
  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
  ] as const) {
    await layOut(page, width, height);
    await program.screenshot(`safety-erasure-${width}`);
  }
  await layOut(page, 1280, 800);
  await page.getByRole('button', { name: t(erasureTexts.act) }).click();
  const dialog = page.getByRole('dialog');
  const erase = dialog.getByRole('button', { name: t(erasureTexts.erase) });
  await expect(erase).toBeDisabled();
  await dialog.getByLabel(t(erasureTexts.type, { code: 'ZEPHYRINE' })).fill('ZEPHYRINE');
  await dialog.getByLabel(t(erasureTexts.reason)).fill('demande écrite');
  await program.screenshot('safety-erasure-question');
  await erase.click();
  await expect(page.getByText(t(erasureTexts.done))).toBeVisible({ timeout: 30_000 });
  await program.screenshot('safety-erased');
  await place(page, t(frameTexts.home)).click();
  await chooseLanguage(page, t, 'en');
  await goTo(page, en(settingsTexts.backups), en);
  await expect(page.getByRole('heading', { name: en(backupTexts.title), exact: true })).toBeVisible();
  await program.screenshot('safety-backups-en');
});

test('closing the window backs up what changed, and only then ends', async () => {
  await openSample();
  program.requestQuit();
  await program.ended();
  const folder = join(program.dataFolder, 'backups');
  const [company = ''] = readdirSync(folder);
  expect(readdirSync(join(folder, company)).filter((name) => name.endsWith('.liasse'))).toHaveLength(1);
});
