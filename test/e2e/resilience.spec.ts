/** What goes wrong at a desk: the engine dies, the window is closed too early, a file is taken, damaged or no table at all. */
import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { errorPanelTexts, frameTexts } from '#shared/messages/ui/common.ts';
import { importTexts } from '#shared/messages/ui/imports.ts';
import { linesTexts } from '#shared/messages/ui/lines.ts';
import { runsTexts } from '#shared/messages/ui/runs.ts';
import { startTexts } from '#shared/messages/ui/start.ts';
import { launch, type Program } from './support/launch.ts';
import { chooseImport, finish, issueClean, openSample, place, prepareRun, speaking, wordsOf } from './window.ts';

const t = wordsOf('fr');
let program: Program;
const start = async (args: string[] = []) => {
  program = await launch({ env: speaking('fr'), args });
};
test.afterEach(() => finish(program));

const button = (name: string | RegExp) => program.page.getByRole('button', { name });
const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** The three parts of an error, none of them empty. */
async function expectThreeParts(what: string | RegExp): Promise<void> {
  const panel = program.page.getByRole('alert').filter({ hasText: t(errorPanelTexts.means) });
  await expect(panel).toContainText(what);
  const parts = await panel.locator('dd').allTextContents();
  expect(parts).toHaveLength(3);
  for (const part of parts) expect(part.trim()).toMatch(/^.{10,}\./su);
}

async function leaveCompany(): Promise<void> {
  const { page } = program;
  await button(new RegExp(t(frameTexts.companyMenu))).click();
  await page.getByRole('menuitem', { name: t(frameTexts.closeCompany) }).click();
  await expect(page.getByRole('heading', { name: t(startTexts.title) })).toBeVisible();
}

test('the engine dies while it produces: the window says so, comes back, and the work goes on', async () => {
  await start();
  const { page } = program;
  await openSample(program, t);
  await prepareRun(page, t);
  const count = await issueClean(page, t);
  const folder = join(program.dataFolder, 'Sortie');
  program.setDialogs([folder]);
  await button(t(runsTexts.produce, { count })).click();
  // Some are done, many are not.
  await expect
    .poll(async () => Number(await page.getByRole('progressbar').first().getAttribute('aria-valuenow')))
    .toBeGreaterThan(0);
  program.killEngine();
  await expect(page.getByText(t(frameTexts.engineRestarted))).toBeVisible();
  await expect(page.getByText(t(frameTexts.engineRestartedBody))).toBeVisible();
  await program.screenshot('engine-restarted');
  // What this window had started is taken up by itself.
  await expect(page.getByRole('heading', { name: t(runsTexts.producedTitle, { count }) })).toBeVisible({
    timeout: 60_000,
  });
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(pdf|xlsx)$/.test(file));
  const numbers = files.flatMap((file) => /(FA|AV)-2026-\d{5}/.exec(basename(file))?.[0] ?? []);
  expect(new Set(numbers).size).toBe(count);
  expect(numbers).toHaveLength(count);
  expect(files).toHaveLength(count + 2); // And all in one, and the workbook.
});

test('closing during an import asks; staying keeps it', async () => {
  await start();
  const { page } = program;
  await openSample(program, t);
  const large = join(program.dataFolder, 'beaucoup.csv');
  const rows = Array.from(
    { length: 40_000 },
    (_, i) =>
      `${String((i % 28) + 1).padStart(2, '0')}/10/2026;C${String((i % 200) + 1).padStart(4, '0')};Ligne ${i};1;10,${i % 10}0;EUR`,
  );
  writeFileSync(large, `Date;Code client;Désignation;Quantité;Prix unitaire HT;Devise\n${rows.join('\n')}\n`);
  await chooseImport(program, t, 'lines', large);
  await button(t(importTexts.rehearse)).click();
  await button(t(importTexts.import, { count: 40_000 })).click({ timeout: 60_000 });
  await expect(page.getByRole('main').getByRole('progressbar')).toBeVisible();
  program.requestQuit();
  const question = page.getByRole('dialog', { name: t(frameTexts.closeTitle) });
  await expect(question.getByRole('button', { name: t(frameTexts.closeStay) })).toBeFocused();
  await expect(question).toContainText(t(frameTexts.closeLost, { count: 1 }));
  await program.screenshot('closing-during-a-job');
  await question.getByRole('button', { name: t(frameTexts.closeStay) }).click();
  await expect(page.getByRole('heading', { name: t(importTexts.doneTitle) })).toBeVisible({ timeout: 60_000 });
  await button(t(importTexts.seeLines)).first().click();
  await expect(page.getByText(t(linesTexts.count, { count: 40_996 })).first()).toBeVisible();
  // Nothing runs any more: the window closes and the program ends.
  await page.evaluate(() => window.close()).catch(() => undefined); // The page may be gone before it answers.
  expect(await program.ended()).toBe(0);
});

test('a company that somebody else has open is refused politely, and can be read', async () => {
  await start();
  const { page } = program;
  const path = await openSample(program, t);
  await leaveCompany();
  // Held by a process that lives: this one.
  const owner = { token: 'x', user: 'Camille', host: hostname(), pid: process.pid, since: '2026-11-20T08:05:00.000Z' };
  writeFileSync(`${path}.lock`, JSON.stringify(owner));
  await page.getByRole('button', { name: new RegExp(basename(path)) }).click();
  await expectThreeParts(/Camille/);
  await expect(page.getByRole('alert')).toContainText('20/11/2026');
  await program.screenshot('company-in-use');
  await button(t(startTexts.openReadOnly)).click();
  await expect(page.getByText(t(frameTexts.readOnly), { exact: true })).toBeVisible();
  await expect(place(page, t(frameTexts.customers))).toBeVisible();
  await place(page, t(frameTexts.runs)).click();
  for (const create of await button(new RegExp(`^${t(runsTexts.create)}`)).all()) await expect(create).toBeDisabled();
  expect(JSON.parse(readFileSync(`${path}.lock`, 'utf8'))).toEqual(owner);
});

test('a damaged company file is not opened, and says why', async () => {
  await start();
  const path = await openSample(program, t);
  await leaveCompany();
  const torn = join(program.dataFolder, 'Tronquée.liasse');
  copyFileSync(path, torn);
  truncateSync(torn, Math.floor(statSync(path).size / 2));
  const before = digest(torn);
  program.setDialogs([torn]);
  await button(t(startTexts.open)).click();
  await expectThreeParts(/Tronquée\.liasse/);
  await program.screenshot('company-damaged');
  expect(digest(torn)).toBe(before);
});

test('a picture called .csv is refused in three parts and nothing is touched', async () => {
  await start();
  const path = await openSample(program, t);
  const { page } = program;
  const picture = join(program.dataFolder, 'photo.csv');
  // The beginning of every JPEG, then noise.
  const noise = Buffer.from(Array.from({ length: 40_000 }, (_, i) => (i * 7919 + (i >> 3)) % 256));
  writeFileSync(picture, Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), noise]));
  const before = [digest(picture), digest(path)];
  await chooseImport(program, t, 'lines', picture);
  await expectThreeParts(/photo\.csv/);
  await program.screenshot('import-refused');
  expect([digest(picture), digest(path)]).toEqual(before);
  await expect(button(t(importTexts.another)).first()).toBeEnabled();
  // The way back is open, and nothing was noted as imported.
  await place(page, t(frameTexts.home)).click();
  await place(page, t(frameTexts.import)).click();
  await expect(page.getByText('photo.csv')).toHaveCount(0);
});
