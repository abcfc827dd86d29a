/**
 * The product around the work: an update is found, downloaded and verified by the real electron-updater from a feed on this
 * computer, a damaged one is refused, a roll-out is kept to; the report is read first; the log holds no name.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { errorText } from '#shared/messages/errors/index.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { paletteCommandTexts, paletteTexts } from '#shared/messages/ui/palette.ts';
import { reportDialogTexts } from '#shared/messages/ui/report.ts';
import { updatesTexts } from '#shared/messages/ui/updates.ts';
import { type LaunchOptions, launch, type Program } from './support/launch.ts';
import { finish, layOut, openSample, speaking, type Words, wordsOf } from './window.ts';

let program: Program | undefined;
let server: Server | undefined;
test.afterEach(async () => {
  await finish(program);
  program = undefined;
  server?.close();
  server = undefined;
});

interface Published {
  version: string;
  /** What the announcement says of the file; by default the truth. */
  sha512?: string;
  rollout?: number;
  /** Bytes come this slowly (milliseconds between parts). */
  pause?: number;
}
/** About as large that a download is seen to go on. */
const FILE = Buffer.alloc(3_000_000, 'liasse ');

/** A feed as `npm run package` writes it, on this computer; what it was asked for. */
async function publish({ version, sha512, rollout, pause = 0 }: Published): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const name = `Liasse-${version}-x86_64.AppImage`;
  const hash = sha512 ?? createHash('sha512').update(FILE).digest('base64');
  const announcement = [
    `version: ${version}`,
    'files:',
    `  - url: ${name}`,
    `    sha512: ${hash}`,
    `    size: ${FILE.length}`,
    `path: ${name}`,
    `sha512: ${hash}`,
    'releaseDate: 2026-11-22T10:00:00.000Z',
    'releaseNotes: |',
    '  # Français',
    '  - La recherche trouve aussi les montants',
    '  # English',
    '  - Search finds amounts too',
    ...(rollout === undefined ? [] : [`stagingPercentage: ${rollout}`]),
    '',
  ].join('\n');
  const made = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://feed').pathname;
    asked.push(path);
    if (path === '/feed/latest-linux.yml') response.end(announcement);
    else if (path === `/feed/${name}`) {
      response.setHeader('content-length', FILE.length);
      void (async () => {
        for (let at = 0; at < FILE.length; at += 300_000) {
          response.write(FILE.subarray(at, at + 300_000));
          if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
        }
        response.end();
      })();
    } else {
      response.statusCode = 404;
      response.end();
    }
  });
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this form.
  return { url: `http://127.0.0.1:${(made.address() as AddressInfo).port}/feed/`, asked };
}

async function start(
  language: 'fr' | 'en',
  options: LaunchOptions = {},
): Promise<{ started: Program; page: Page; t: Words }> {
  const started = await launch({
    ...options,
    env: { ...speaking(language), ...options.env },
  });
  program = started;
  await layOut(started.page, 1280, 800);
  return { started, page: started.page, t: wordsOf(language) };
}

/** The AppImage that runs, as far as the updater can tell, and where it keeps what it downloads. */
function asAppImage(folder: string): Record<string, string> {
  const image = join(folder, 'Liasse.AppImage');
  writeFileSync(image, 'the version that runs');
  return { APPIMAGE: image, XDG_CACHE_HOME: join(folder, 'cache') };
}

test.describe('updates', () => {
  test.skip(process.platform !== 'linux', 'The AppImage is tried out; the other systems want their signatures.');

  test('are found, downloaded and verified, and nothing is asked before', async () => {
    const feed = await publish({ version: '99.1.0', pause: 60 });
    const folder = test.info().outputPath('data');
    const { started, page, t } = await startWith(folder, 'fr');
    await openSample(started, t);
    await openUpdates(page, t);
    await expect(page.getByText(t(updatesTexts.off))).toBeVisible();
    expect(feed.asked).toEqual([]);
    // An unprotected address is refused in words; the right one is taken.
    await page.getByLabel(t(updatesTexts.feed)).fill('http://example.com/');
    await page.getByRole('button', { name: t(updatesTexts.saveFeed) }).click();
    await expect(page.getByText(errorText({ code: 'update_feed_refused', params: {} }, 'fr').what)).toBeVisible();
    await page.getByLabel(t(updatesTexts.feed)).fill(feed.url);
    await page.getByRole('button', { name: t(updatesTexts.saveFeed) }).click();
    await expect(page.getByRole('button', { name: t(updatesTexts.check) })).toBeEnabled();
    expect(feed.asked).toEqual([]);

    await page.getByRole('button', { name: t(updatesTexts.check) }).click();
    await expect(page.getByRole('heading', { name: t(updatesTexts.available, { version: '99.1.0' }) })).toBeVisible();
    await expect(page.getByText('La recherche trouve aussi les montants')).toBeVisible();
    await expect(page.getByText('Search finds amounts too')).toHaveCount(0);
    expect(feed.asked).toEqual(['/feed/latest-linux.yml']);
    await started.screenshot('updates-available-fr');
    await page.getByRole('button', { name: t(updatesTexts.download, { version: '99.1.0' }) }).click();
    await expect(page.getByRole('heading', { name: t(updatesTexts.downloading, { version: '99.1.0' }) })).toBeVisible();
    await expect(page.getByRole('heading', { name: t(updatesTexts.ready, { version: '99.1.0' }) })).toBeVisible();
    await started.screenshot('updates-ready-fr');
    const pending = join(folder, 'cache', 'liasse-updater', 'pending');
    expect(readFileSync(join(pending, 'Liasse-99.1.0-x86_64.AppImage')).equals(FILE)).toBe(true);

    // Nothing is installed unasked: the program ends, the old image stays as it was.
    await started.close();
    expect(await started.ended()).toBe(0);
    expect(readFileSync(join(folder, 'Liasse.AppImage'), 'utf8')).toBe('the version that runs');
    expect(readFileSync(join(folder, 'logs', 'shell.log'), 'utf8')).not.toContain('127.0.0.1');
  });

  test('that are not what was announced are refused', async () => {
    const feed = await publish({ version: '99.2.0', sha512: createHash('sha512').update('another').digest('base64') });
    const folder = test.info().outputPath('data');
    const { page, t } = await startWith(folder, 'en', feed.url);
    await openUpdates(page, t);
    await page.getByRole('button', { name: t(updatesTexts.check) }).click();
    await page.getByRole('button', { name: t(updatesTexts.download, { version: '99.2.0' }) }).click();
    await expect(page.getByText(errorText({ code: 'update_damaged', params: {} }, 'en').what)).toBeVisible();
    expect(filesBelow(join(folder, 'cache')).filter((name) => name.endsWith('.AppImage'))).toEqual([]);
    await expect(page.getByRole('button', { name: t(updatesTexts.installNow) })).toHaveCount(0);
  });

  test('that are older, or for nobody yet, are not offered; a feed that is gone is said', async () => {
    const folder = test.info().outputPath('data');
    const feed = await publish({ version: '99.3.0', rollout: 0 });
    const { page, t } = await startWith(folder, 'en', feed.url);
    await openUpdates(page, t);
    await page.getByRole('button', { name: t(updatesTexts.check) }).click();
    await expect(page.getByText(t(updatesTexts.none))).toBeVisible();
    expect(feed.asked).toEqual(['/feed/latest-linux.yml']);
    server?.close();
    server?.closeAllConnections();
    const older = await publish({ version: '0.0.1' });
    await page.getByLabel(t(updatesTexts.feed)).fill(older.url);
    await page.getByRole('button', { name: t(updatesTexts.saveFeed) }).click();
    await page.getByRole('button', { name: t(updatesTexts.check) }).click();
    await expect(page.getByText(t(updatesTexts.none))).toBeVisible();
    server?.close();
    server?.closeAllConnections();
    await page.getByRole('button', { name: t(updatesTexts.check) }).click();
    await expect(page.getByText(errorText({ code: 'update_unreachable', params: {} }, 'en').what)).toBeVisible();
  });
});

/** A program that runs as an AppImage, with its data in `folder` and, where given, a feed. */
async function startWith(folder: string, language: 'fr' | 'en', feed?: string) {
  mkdirSync(folder, { recursive: true });
  return start(language, {
    dataFolder: folder,
    env: asAppImage(folder),
  }).then(async (made) => {
    if (feed !== undefined) {
      await made.page.evaluate(
        (url) => window.liasse.shell('updates.configure', { feed: url, automatic: false }),
        feed,
      );
      await openSample(made.started, made.t);
    }
    return made;
  });
}

async function command(page: Page, t: Words, which: 'updates' | 'report'): Promise<void> {
  await page.keyboard.press('Control+k');
  const words = t(paletteCommandTexts[which] ?? { fr: '', en: '' });
  await page.getByRole('combobox', { name: t(paletteTexts.title) }).fill(words);
  await expect(page.getByRole('option').first()).toContainText(words);
  await page.keyboard.press('Enter');
}

async function openUpdates(page: Page, t: Words): Promise<void> {
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: t(updatesTexts.title), exact: true }).click();
  await expect(page.getByRole('heading', { name: t(updatesTexts.title), level: 1 })).toBeVisible();
}

const filesBelow = (folder: string): string[] => {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return []; // Nothing was ever kept.
  }
};

test('a report is read before it goes anywhere; struck lines stay; log and report hold no name', async () => {
  const { started, page, t } = await start('fr', { dataFolder: test.info().outputPath('data') });
  await openSample(started, t);
  // A flow with marked names: saved, refused twice, searched, and one crash of the engine on top.
  const mark = 'Zyxmarque';
  await page.evaluate(async (name) => {
    const customer = {
      code: name,
      name,
      kind: 'business',
      addressLines: [name],
      postcode: '75001',
      city: name,
      region: null,
      country: 'FR',
      vatNumber: null,
      registrationNumber: null,
      electronicAddress: null,
      email: `${name}@example.com`,
      phone: null,
      contactName: null,
      language: null,
      currency: null,
      paymentTermsDays: null,
      orderReference: null,
      note: null,
      archived: false,
    };
    const id = () => crypto.randomUUID().replace(/^(.{14})./, '$17');
    const save = () => window.liasse.engine('customer.save', { id: null, rowVersion: null, customer }, id());
    await save();
    await save(); // The code is taken: the refusal carries the name.
    await window.liasse.engine('import.inspect', { path: `/home/${name}/x.csv`, kind: 'lines' }, null);
    await window.liasse.engine('search.all', { text: name }, null);
  }, mark);
  const killed = started.enginePid();
  started.killEngine();
  // The file of the dead one's number stands until the next has started: it is another one's number that is waited for.
  const running = () => {
    try {
      return started.enginePid();
    } catch {
      return killed; // Between the two there is no file.
    }
  };
  await expect.poll(running).not.toBe(killed);
  await expect
    .poll(() => page.evaluate(async () => (await window.liasse.engine('company.current', {}, null)).ok))
    .toBe(true);

  await command(page, t, 'report');
  const dialog = page.getByRole('dialog', { name: t(reportDialogTexts.title) });
  const lines = dialog.getByRole('listbox', { name: t(reportDialogTexts.label) });
  await expect(lines.getByRole('option').first()).toBeVisible();
  await started.screenshot('report-fr');
  const shown = (await lines.getByRole('option').allTextContents()).map((line) => line.replace('\u00a0', ''));
  expect(shown.join('\n')).toMatch(/call: \w+\.\w+\ncode: \w+/);
  expect(shown.join('\n')).toContain('engine stopped');
  expect(shown.join('\n')).not.toContain(mark);
  expect(shown.join('\n')).not.toContain(started.dataFolder);

  const platform = lines.getByRole('option').filter({ hasText: /^platform:/ });
  await platform.click();
  await expect(platform).toHaveAttribute('aria-selected', 'false');
  const target = join(started.dataFolder, 'rapport.txt');
  started.setDialogs([target]);
  await dialog.getByRole('button', { name: t(reportDialogTexts.save) }).click();
  await expect(page.getByText(t(reportDialogTexts.saved, { name: 'rapport.txt' }))).toBeVisible();
  const saved = readFileSync(target, 'utf8').trimEnd().split('\n');
  expect(saved).toEqual(shown.filter((line) => !line.startsWith('platform:')));
  await dialog.getByRole('button', { name: t(commonTexts.close) }).click();
  await started.close();
  for (const name of filesBelow(join(started.dataFolder, 'logs'))) {
    expect(readFileSync(join(started.dataFolder, 'logs', name), 'utf8')).not.toMatch(/zyxmarque|Exemple\.liasse/i);
  }
});
