/** What a person does at the real window, and what can be measured of what they see. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Locator, type Page, test } from '@playwright/test';
import type { LiasseBridge } from '#shared/contract/shell.ts';
import { fill, type Text, type TextParams } from '#shared/messages/catalogue.ts';
import { commonTexts, frameTexts } from '#shared/messages/ui/common.ts';
import { deskTexts } from '#shared/messages/ui/desk.ts';
import { importTexts } from '#shared/messages/ui/imports.ts';
import { runsTexts } from '#shared/messages/ui/runs.ts';
import { startTexts } from '#shared/messages/ui/start.ts';
import type { ImportKind } from '#shared/model/imports.ts';
import type { Language } from '#shared/model/values.ts';
import type { Program } from './support/launch.ts';

declare global {
  interface Window {
    liasse: LiasseBridge;
  }
}

const sampleFolder = fileURLToPath(new URL('../../resources/sample/', import.meta.url));
/** A table of the bundled sample. */
export const sampleFile = (name: string): string => join(sampleFolder, name);

export type Words = (text: Text, params?: TextParams) => string;
/** The window's own texts: what a person reads is what the tests look for. */
export const wordsOf =
  (language: Language): Words =>
  (text, params) =>
    fill(text, language, params);

/** The environment of a computer set to a language. */
export const speaking = (language: Language): Record<string, string> =>
  language === 'fr'
    ? { LANG: 'fr_FR.UTF-8', LANGUAGE: 'fr', LC_ALL: 'fr_FR.UTF-8' }
    : { LANG: 'en_GB.UTF-8', LANGUAGE: 'en_GB', LC_ALL: 'en_GB.UTF-8' };

/** After each test: a picture where it failed, then the end of everything. */
export async function finish(program: Program | undefined): Promise<void> {
  if (program === undefined) return; // It never started, which the test has said.
  const { status, title } = test.info();
  // Best effort: the window may be what failed.
  if (status !== 'passed') {
    await program.screenshot(`failed-${title.replaceAll(/\W+/g, '-')}`).catch(() => undefined);
    // Chromium's own complaints about a machine without a desktop are no news.
    const said = program
      .stderr()
      .replaceAll(/^\[.*(bus\.cc|viz_main_impl|gpu).*$\n?/gm, '')
      .trim();
    if (said !== '') console.error(said.split('\n').slice(-20).join('\n'));
  }
  await program.kill();
}

/** Lays the page out for a screen of this size, whatever the screen is. */
export async function layOut(page: Page, width: number, height: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const screen = { width, height, deviceScaleFactor: 1, mobile: false };
  await session.send('Emulation.setDeviceMetricsOverride', screen);
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
}

/** Drags a file from the desktop into the window and lets it go. */
export async function dropFile(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const size = await page.evaluate(() => ({ x: Math.round(innerWidth / 2), y: Math.round(innerHeight / 2) }));
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...size, data });
  }
  await session.detach();
}

/** Pixels of a canvas that are clearly darker than paper. */
export const inkOf = (canvas: Locator): Promise<number> =>
  canvas.evaluate((element) => {
    if (!(element instanceof HTMLCanvasElement)) throw new Error('not a canvas');
    const { data } = element.getContext('2d')?.getImageData(0, 0, element.width, element.height) ?? {};
    let dark = 0;
    for (let at = 0; data !== undefined && at < data.length; at += 4) {
      // Every index below the length is a byte of the picture.
      const [red = 255, green = 255, blue = 255] = data.subarray(at, at + 3);
      if (red + green + blue < 384) dark += 1;
    }
    return dark;
  });

/** An entry of the navigation. Its name goes on with what waits there, or ends. */
export const place = (page: Page, words: string): Locator =>
  page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`^${words}(,|$)`) })
    .first();

export async function chooseLanguage(page: Page, now: Words, wanted: Language): Promise<void> {
  await page.getByRole('button', { name: now(frameTexts.language) }).click();
  await page.getByRole('menuitem', { name: now(wanted === 'fr' ? commonTexts.french : commonTexts.english) }).click();
}

export async function chooseTheme(page: Page, t: Words, wanted: 'light' | 'dark'): Promise<void> {
  await page.getByRole('button', { name: t(frameTexts.theme) }).click();
  await page
    .getByRole('menuitem', { name: t(wanted === 'dark' ? commonTexts.themeDark : commonTexts.themeLight), exact: true })
    .click();
}

/** The first whole number in a text, as the window writes it: `1 000`. */
export async function numberIn(locator: Locator): Promise<number> {
  const text = (await locator.first().textContent()) ?? '';
  return Number((/\d[\d\u202f,]*/.exec(text)?.[0] ?? 'none').replaceAll(/\D/g, ''));
}

/** On the review desk: everything without findings is approved and issued; how many documents that were. */
export async function issueClean(page: Page, t: Words): Promise<number> {
  const approve = page.getByRole('button', { name: pattern(t(deskTexts.approveClean, { count: 999 })) });
  await approve.waitFor();
  const count = await numberIn(approve);
  await approve.click();
  await page.getByRole('button', { name: t(deskTexts.issue, { count }) }).click();
  const question = page.getByRole('dialog', { name: t(deskTexts.issueTitle, { count }) });
  await question.getByRole('button', { name: t(deskTexts.issueYes, { count }) }).click();
  await expect(page.getByRole('heading', { name: t(runsTexts.issuedTitle, { count }) })).toBeVisible();
  return count;
}

/** A text with any number where it says 999. */
const pattern = (text: string): RegExp => new RegExp(text.replace('999', '[\\d\\s]+'));

/** Until no job runs any more: what the screens then show is final. */
export async function jobsDone(page: Page): Promise<void> {
  const live = () =>
    page.evaluate(async () => {
      const answer = await window.liasse.engine('job.list', {}, null);
      // The bridge carries what the contract says, untyped.
      const jobs = answer.ok ? (answer.result as { status: string }[]) : [{ status: 'running' }];
      return jobs.filter(({ status }) => ['queued', 'running', 'cancelling'].includes(status)).length;
    });
  await expect.poll(live, { timeout: 30_000 }).toBe(0);
}

/** From the list of runs: the drafts of the month where most lines wait. */
export async function prepareRun(page: Page, t: Words, name?: string): Promise<void> {
  await place(page, t(frameTexts.runs)).click();
  await page
    .getByRole('button', { name: new RegExp(`^${t(runsTexts.create)}`) })
    .first()
    .click();
  if (name !== undefined) await page.getByLabel(t(runsTexts.name), { exact: true }).fill(name);
  await page.getByRole('button', { name: t(runsTexts.createAndDraft) }).click();
  await expect(page.getByRole('grid', { name: t(deskTexts.label) })).toBeVisible({ timeout: 30_000 });
  await jobsDone(page);
}

/** The sample company through the start page; its file. */
export async function openSample(program: Program, t: Words): Promise<string> {
  const path = join(program.dataFolder, 'Exemple.liasse');
  program.setDialogs([path]);
  await program.page.getByRole('button', { name: t(startTexts.sample) }).click();
  await expect(place(program.page, t(frameTexts.customers))).toBeVisible({ timeout: 30_000 });
  return path;
}

/** Goes to the import desk and gives it a file through the system's dialog. */
export async function chooseImport(program: Program, t: Words, kind: ImportKind, path: string): Promise<void> {
  const { page } = program;
  await place(page, t(frameTexts.import)).click();
  await page
    .getByRole('radiogroup', { name: t(importTexts.kindLabel) })
    .getByText(t(importTexts[kind]))
    .click();
  program.setDialogs([path]);
  await page.getByRole('button', { name: t(importTexts.choose) }).click();
}
