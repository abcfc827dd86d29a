/** Every screen with a real company in it, at two sizes, light and dark, in both languages: pictures, and what no screen may do. */
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { trailTexts } from '#shared/messages/ui/audit.ts';
import { commonTexts, frameTexts } from '#shared/messages/ui/common.ts';
import { deskTexts } from '#shared/messages/ui/desk.ts';
import { fieldsTexts } from '#shared/messages/ui/fields.ts';
import { guideTexts } from '#shared/messages/ui/guide.ts';
import { homeTexts } from '#shared/messages/ui/home.ts';
import { importTexts } from '#shared/messages/ui/imports.ts';
import { handTexts, invoicesTexts } from '#shared/messages/ui/invoices.ts';
import { keySheetTexts } from '#shared/messages/ui/keys.ts';
import { mergeTexts } from '#shared/messages/ui/merge.ts';
import { boardTexts } from '#shared/messages/ui/office.ts';
import { paletteTexts } from '#shared/messages/ui/palette.ts';
import { signInTexts, usersTexts, whoTexts } from '#shared/messages/ui/people.ts';
import { recordPanelTexts } from '#shared/messages/ui/record-panel.ts';
import { bulkTexts } from '#shared/messages/ui/records.ts';
import { reportDialogTexts } from '#shared/messages/ui/report.ts';
import { runsTexts } from '#shared/messages/ui/runs.ts';
import { backupTexts, erasureTexts, restoreTexts } from '#shared/messages/ui/safety.ts';
import { profileTexts, settingsTexts } from '#shared/messages/ui/settings.ts';
import { startTexts } from '#shared/messages/ui/start.ts';
import { tourTexts } from '#shared/messages/ui/tour.ts';
import { wizardTexts } from '#shared/messages/ui/wizard.ts';
import type { Language } from '#shared/model/values.ts';
import { axeFaults } from './axe.ts';
import { allPlaces } from './places.ts';
import { launch, type Program } from './support/launch.ts';
import { finish, issueClean, layOut, openSample, place, prepareRun, sampleFile, speaking, wordsOf } from './window.ts';

/** Screens are gone to in French, and looked at in both languages. */
const t = wordsOf('fr');
let program: Program;
test.afterEach(() => finish(program));

interface Look {
  width: number;
  height: number;
  theme: 'light' | 'dark';
  language: Language;
  /** Both languages and both themes; what axe judges does not change with more room. */
  axe?: boolean;
  picture?: boolean;
  /** The system's own colours in place of ours, and no motion. */
  forced?: boolean;
}
const looks: readonly Look[] = [
  { width: 1280, height: 800, theme: 'light', language: 'fr', axe: true, picture: true },
  { width: 1280, height: 800, theme: 'light', language: 'en', picture: true },
  { width: 1280, height: 800, theme: 'dark', language: 'en', axe: true, picture: true },
  { width: 1920, height: 1080, theme: 'dark', language: 'en', picture: true },
  { width: 1920, height: 1080, theme: 'light', language: 'fr', picture: true },
  // What 1280 × 800 leaves at 200 % zoom.
  { width: 640, height: 400, theme: 'light', language: 'fr', forced: true },
];

/** What no screen may do, as sentences; empty when all is well. */
const faultsOf = (page: Page) =>
  page.evaluate(() => {
    const faults: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > innerWidth) faults.push(`wider than the window by ${root.scrollWidth - innerWidth} px`);
    /** Whether what sticks out can be scrolled to. */
    const scrolls = (element: Element): boolean => {
      for (let at = element.parentElement; at !== null; at = at.parentElement) {
        if (/auto|scroll/.test(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth) return true;
      }
      return false;
    };
    for (const element of document.querySelectorAll('button, input, [role=tab], h1, h2')) {
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const box = element.getBoundingClientRect();
      const words = (element.textContent || element.getAttribute('aria-label') || element.tagName).slice(0, 40);
      if (box.width > 2 && (box.right > innerWidth + 1 || box.left < -1) && !scrolls(element))
        faults.push(`outside: ${words}`);
      const label = element.querySelector('.mantine-Button-label');
      if (label !== null && label.scrollWidth > label.clientWidth + 1) faults.push(`cut: ${words}`);
    }
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const text = (node.textContent ?? '').trim();
      const element = node.parentElement;
      if (text === '' || element === null || element.closest('script, style') !== null) continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      // The rail keeps its words for readers of the screen, at no size.
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      if (size > 0 && size < 11) faults.push(`${size} px: ${text.slice(0, 40)}`);
      if (/^[a-z]+(\.[a-z_]+)+$/.test(text) && !/\.(csv|liasse|xlsx|pdf)$/.test(text)) faults.push(`a key: ${text}`);
      // Fields of a number's pattern are shown as they are written.
      const placeholder = /\{(?!prefix\}|year\}|month\}|seq:\d\}|customer\})\w+\}/.exec(text);
      if (placeholder !== null) faults.push(`not filled in: ${placeholder[0]}`);
    }
    return faults;
  });

const button = (name: string | RegExp) => program.page.getByRole('button', { name });
const grid = (name: string) => program.page.getByRole('grid', { name });
const rowsOf = (name: string) =>
  grid(name)
    .getByRole('row')
    .filter({ has: program.page.getByRole('gridcell') });

/** Puts away what stands over the screen. */
async function leaveDialog(): Promise<void> {
  // An open list of choices takes the first.
  await expect(async () => {
    await program.page.keyboard.press('Escape');
    await expect(program.page.getByRole('dialog')).toHaveCount(0, { timeout: 1000 });
  }).toPass({ timeout: 10_000 });
}

/** An issued and produced run, and one in review with what was not issued. */
async function workTheSample(): Promise<void> {
  const { page } = program;
  await prepareRun(page, t);
  const count = await issueClean(page, t);
  program.setDialogs([join(program.dataFolder, 'Sortie')]);
  await button(t(runsTexts.produce, { count })).click();
  await expect(page.getByRole('heading', { name: t(runsTexts.producedTitle, { count }) })).toBeVisible({
    timeout: 60_000,
  });
  // What stayed becomes a second run, left in review.
  await prepareRun(page, t, 'Septembre, suite');
}

/** The screens by name: how to come to each from any other, and when it is complete. */
function screens(): [string, () => Promise<void>][] {
  const { page } = program;
  const visit = (words: string) => place(page, words).click();
  const shown = (locator: Locator) => expect(locator.first()).toBeVisible();
  return [
    ['home', () => visit(t(frameTexts.home))],
    [
      'import',
      async () => {
        await visit(t(frameTexts.import));
        await shown(button(t(importTexts.choose)));
      },
    ],
    [
      'import-columns',
      async () => {
        program.setDialogs([sampleFile('lines.csv')]);
        await button(t(importTexts.choose)).click();
        await shown(page.getByText('lines.csv'));
      },
    ],
    [
      'import-dry-run',
      async () => {
        // Read with the wrong decimal mark, so that there is something to reject.
        await page.getByRole('combobox', { name: t(importTexts.decimal) }).click();
        await page.getByRole('option', { name: t(importTexts.point) }).click();
        await button(t(importTexts.rehearse)).click();
        await shown(page.getByText(t(importTexts.toUpdate)));
      },
    ],
    [
      'import-done',
      async () => {
        await button(/^Importer \d/).click();
        await shown(page.getByRole('heading', { name: t(importTexts.doneTitle) }));
      },
    ],
    ['lines', () => visit(t(frameTexts.lines))],
    [
      'runs',
      async () => {
        await visit(t(frameTexts.runs));
        await expect(rowsOf(t(runsTexts.listLabel))).toHaveCount(2);
      },
    ],
    [
      'run-new',
      async () => {
        await button(new RegExp(`^${t(runsTexts.create)}`))
          .first()
          .click();
        await shown(page.getByLabel(t(runsTexts.name), { exact: true }));
      },
    ],
    [
      'run-review',
      async () => {
        await button(t(runsTexts.close)).first().click();
        await rowsOf(t(runsTexts.listLabel)).filter({ hasText: 'suite' }).dblclick();
        await rowsOf(t(deskTexts.label)).first().click();
        await shown(page.getByRole('complementary', { name: t(deskTexts.detail) }).locator('canvas'));
      },
    ],
    [
      'run-done',
      async () => {
        await visit(t(frameTexts.runs));
        await rowsOf(t(runsTexts.listLabel)).filter({ hasNotText: 'suite' }).dblclick();
        await shown(button(t(runsTexts.openFolder)));
      },
    ],
    [
      'invoices',
      async () => {
        await visit(t(frameTexts.invoices));
        await shown(page.getByRole('complementary', { name: t(invoicesTexts.detail) }).locator('canvas'));
      },
    ],
    [
      'invoice-pdf',
      async () => {
        await rowsOf(t(invoicesTexts.listLabel)).first().click();
        await page.keyboard.press('Enter');
        await shown(page.getByRole('dialog').locator('canvas'));
      },
    ],
    [
      'invoice-new',
      async () => {
        await leaveDialog();
        await button(new RegExp(`^${t(invoicesTexts.create)}`)).click();
        await expect(page.getByLabel(t(handTexts.customer), { exact: true }).first()).toBeFocused();
        await page.keyboard.type('c0002');
        await page.keyboard.press('Enter');
        await expect(page.getByLabel(t(handTexts.customer), { exact: true }).first()).toHaveValue('Compagnie Garance');
        await page
          .getByLabel(`${t(handTexts.lineWord, { position: 1 })}, ${t(handTexts.description)}`)
          .fill('Transport');
        await page.getByLabel(`${t(handTexts.lineWord, { position: 1 })}, ${t(handTexts.quantity)}`).fill('2');
        await page.getByLabel(`${t(handTexts.lineWord, { position: 1 })}, ${t(handTexts.price)}`).fill('125');
        await shown(page.getByRole('complementary', { name: t(handTexts.preview) }).locator('canvas'));
      },
    ],
    [
      'customers',
      async () => {
        await visit(t(frameTexts.customers));
        await button(t(commonTexts.discard)).click();
        await expect(page.getByRole('grid').getByRole('gridcell').first()).toBeVisible();
      },
    ],
    [
      'customer',
      async () => {
        await page.getByRole('grid').getByRole('row').nth(3).click();
        await page.keyboard.press('Enter');
        await expect(page.getByRole('complementary').getByRole('textbox').first()).toBeVisible();
      },
    ],
    [
      'customer-open-items',
      () =>
        page
          .getByRole('complementary')
          .getByRole('tab', { name: new RegExp(`^${t(recordPanelTexts.openItems)}`) })
          .click(),
    ],
    [
      'customer-history',
      () =>
        page
          .getByRole('complementary')
          .getByRole('tab', { name: t(commonTexts.history) })
          .click(),
    ],
    [
      'customers-chosen',
      async () => {
        await page.getByRole('grid').focus();
        await page.keyboard.press('Control+A');
        await shown(button(t(bulkTexts.edit)));
      },
    ],
    [
      'customers-bulk-edit',
      async () => {
        await button(t(bulkTexts.edit)).click();
        await shown(page.getByRole('dialog').getByRole('combobox'));
        await page.keyboard.press('Escape'); // The list of fields, which opened with the dialog.
      },
    ],
    [
      'duplicates',
      async () => {
        await leaveDialog();
        await button(t(mergeTexts.duplicates)).click();
        await shown(button(t(mergeTexts.compare)));
      },
    ],
    [
      'merge',
      async () => {
        await button(t(mergeTexts.compare)).first().click();
        await shown(page.getByRole('radio'));
      },
    ],
    ['products', () => visit(t(frameTexts.products))],
    [
      'product',
      async () => {
        await page.getByRole('grid').getByRole('row').nth(2).click();
        await page.keyboard.press('Enter');
        await shown(page.getByRole('complementary').getByRole('textbox'));
      },
    ],
    [
      'audit',
      async () => {
        await visit(t(frameTexts.audit));
        await shown(page.getByRole('main').getByRole('listitem'));
      },
    ],
    ['audit-undo', () => page.getByText(t(trailTexts.undoList), { exact: true }).click()],
    [
      'office',
      async () => {
        await page.getByRole('button', { name: t(frameTexts.companyMenu) }).click();
        await page.getByRole('menuitem', { name: t(startTexts.office) }).click();
        await shown(page.getByText(t(boardTexts.openHere)));
        await expect(page.getByText(t(boardTexts.reading, { count: 1 }))).toHaveCount(0);
      },
    ],
    ['settings', () => visit(t(frameTexts.settings))],
    ...(
      [
        'numbering',
        'copy',
        'people',
        'check',
        'fields',
        'tags',
        'segments',
        'backups',
        'export',
        'erasure',
        'display',
        'updates',
      ] as const
    ).map((name): [string, () => Promise<void>] => [
      `settings-${name}`,
      () => button(t(settingsTexts[name])).first().click(),
    ]),
    [
      'settings-field-new',
      async () => {
        await button(t(settingsTexts.fields)).first().click();
        await button(t(fieldsTexts.add)).first().click();
        await page.getByLabel(t(fieldsTexts.name), { exact: true }).fill('Agence');
      },
    ],
    [
      'settings-erasure-chosen',
      async () => {
        await button(t(settingsTexts.erasure)).first().click();
        await button(t(commonTexts.discard))
          .click({ timeout: 2000 })
          .catch(() => undefined);
        await page.getByRole('combobox', { name: t(erasureTexts.customer) }).fill('c0002');
        await page.getByRole('option').first().click();
        await shown(page.getByRole('heading', { name: t(erasureTexts.now) }));
      },
    ],
    [
      'settings-backups-made',
      async () => {
        await button(t(settingsTexts.backups)).first().click();
        await button(t(backupTexts.now)).click();
        await expect(page.getByText(t(backupTexts.unchanged))).toBeVisible({ timeout: 30_000 });
      },
    ],
    [
      'restore',
      async () => {
        await button(new RegExp(`^${t(backupTexts.restore)}`))
          .first()
          .click();
        await shown(page.getByRole('dialog').getByRole('button', { name: /^Restaurer la sauvegarde/ }));
      },
    ],
    [
      'help',
      async () => {
        await leaveDialog();
        await visit(t(frameTexts.runs));
        await page.keyboard.press('F1');
        await shown(page.getByRole('dialog').getByRole('heading'));
      },
    ],
    [
      'guide',
      async () => {
        await button(t(guideTexts.whole)).click();
        await shown(page.getByRole('article').getByRole('heading'));
      },
    ],
    [
      'tour',
      async () => {
        await visit(t(frameTexts.home));
        await page.keyboard.press('Control+k');
        await page.getByRole('combobox', { name: t(paletteTexts.title) }).fill('visite');
        await page
          .getByText(/Visite guidée/)
          .first()
          .click();
        await shown(page.getByRole('dialog', { name: t(tourTexts.company) }));
      },
    ],
    [
      'tour-review',
      async () => {
        for (let stop = 0; stop < 4; stop += 1) await page.keyboard.press('ArrowRight');
        await shown(page.getByRole('dialog', { name: t(tourTexts.review) }));
      },
    ],
    [
      'company-menu',
      async () => {
        await leaveDialog();
        await visit(t(frameTexts.home));
        await page.getByRole('button', { name: t(frameTexts.companyMenu) }).click();
        await shown(page.getByRole('menuitem'));
      },
    ],
    [
      'palette',
      async () => {
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+k');
        await shown(page.getByRole('option'));
      },
    ],
    [
      'palette-found',
      async () => {
        await page.getByRole('combobox', { name: t(paletteTexts.title) }).fill('studio');
        await shown(page.getByRole('group', { name: t(paletteTexts['kind.customer']) }).getByRole('option'));
      },
    ],
    [
      'keys',
      async () => {
        await leaveDialog();
        await page.keyboard.press('Shift+?');
        await shown(page.getByRole('dialog', { name: t(keySheetTexts.title) }));
      },
    ],
    [
      'report',
      async () => {
        await leaveDialog();
        await page.keyboard.press('Control+k');
        await page.getByRole('combobox', { name: t(paletteTexts.title) }).fill(t(reportDialogTexts.title));
        await page.keyboard.press('Enter');
        await shown(page.getByRole('listbox', { name: t(reportDialogTexts.label) }).getByRole('option'));
      },
    ],
    [
      'users-new',
      async () => {
        await leaveDialog();
        await visit(t(frameTexts.settings));
        await button(t(settingsTexts.people)).first().click();
        await button(t(usersTexts.addFirst)).click();
        await page.getByRole('textbox', { name: t(usersTexts.name) }).fill('Anna Petit');
        await page.getByLabel(t(usersTexts.secret), { exact: true }).fill('anna-secret');
      },
    ],
    [
      'users',
      async () => {
        await button(/^Enregistrer/).click();
        await shown(page.getByRole('row', { name: /Anna Petit/ }));
      },
    ],
    [
      'locked',
      async () => {
        await page.evaluate(() => window.liasse.engine('people.lock', {}, null));
        await shown(page.getByRole('heading', { name: t(signInTexts.lockedTitle) }));
      },
    ],
    [
      'sign-in',
      async () => {
        await page.getByLabel(t(signInTexts.secret), { exact: true }).fill('anna-secret');
        await button(t(signInTexts.unlock)).click();
        await button(t(whoTexts.menu, { name: 'Anna Petit' })).click();
        await page.getByRole('menuitem', { name: t(whoTexts.switchUser) }).click();
        await shown(page.getByRole('heading', { name: t(signInTexts.signInTitle) }));
      },
    ],
  ];
}

/** Places that were looked at. */
const visited = new Set<string>();

/** Pictures of the present screen at every size, theme and language; what is wrong with any of them. */
async function lookAt(name: string): Promise<string[]> {
  const { page } = program;
  const faults: string[] = [];
  visited.add((await page.locator('main').getAttribute('data-place')) ?? '');
  for (const { width, height, theme, language, axe = false, picture = false, forced = false } of looks) {
    if (forced) await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await layOut(page, width, height);
    await page.evaluate((wanted) => window.liasse.shell('preferences.set', wanted), { language, theme });
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await expect(page.locator('main [aria-busy=true], form [aria-busy=true]')).toHaveCount(0);
    await settled(page);
    const label = `${name}-${width}x${height}-${theme}-${language}`;
    for (const fault of await faultsOf(page)) faults.push(`${label}: ${fault}`);
    if (axe) for (const fault of await axeFaults(page)) faults.push(`${label}: ${fault}`);
    if (picture) await program.screenshot(label);
  }
  await page.emulateMedia({ forcedColors: null, reducedMotion: null });
  await layOut(page, 1280, 800);
  return faults;
}

/** Until nothing moves or fades any more: what is half on its way is neither placed nor coloured. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const moves = () =>
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
    // A panel begins to move a moment after it is there.
    for (let still = 0; still < 2; ) {
      const moving = moves();
      still = moving.length === 0 ? still + 1 : 0;
      await Promise.allSettled(moving.map(({ finished }) => finished));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });

/** Goes to each screen and looks at it; one that cannot be reached is a fault, not the end of the walk. */
async function walkThrough(screens: readonly [string, () => Promise<void>][], faults: string[]): Promise<void> {
  for (const [name, visit] of screens) {
    await test.step(name, async () => {
      try {
        await visit();
        faults.push(...(await lookAt(name)));
      } catch (thrown) {
        faults.push(`${name}: ${String(thrown).split('\n').slice(0, 6).join(' ')}`);
        await program.screenshot(`failed-${name}`);
      }
    });
  }
}

/** A window whose complaints are faults too. */
async function watched(faults: string[]): Promise<void> {
  program = await launch({ env: speaking('fr') });
  const { page } = program;
  page.setDefaultTimeout(10_000);
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`page: ${error.message}`));
  await expect(page.getByRole('heading', { name: t(startTexts.title) })).toBeVisible();
}

test.setTimeout(600_000);

test('no screen of a beginning overflows, shows a key, writes too small or complains', async () => {
  const faults: string[] = [];
  await watched(faults);
  const { page } = program;
  const next = () => button(t(wizardTexts.next)).click();
  await walkThrough(
    [
      ['start', async () => {}],
      ['start-restore', () => button(t(restoreTexts.entry)).click()],
      [
        'wizard-country',
        async () => {
          await leaveDialog();
          await button(t(startTexts.create)).click();
          await expect(page.getByRole('heading', { name: t(wizardTexts.countryTitle) })).toBeVisible();
        },
      ],
      [
        'wizard-identity',
        async () => {
          await next();
          await next(); // With what is missing said.
        },
      ],
      [
        'wizard-contact',
        async () => {
          await page.getByLabel(t(profileTexts.name), { exact: true }).fill('Ateliers Lumière');
          await next();
        },
      ],
      ...['look', 'bank', 'numbering', 'habits', 'summary'].map((step): [string, () => Promise<void>] => [
        `wizard-${step}`,
        next,
      ]),
      [
        'empty-home',
        async () => {
          program.setDialogs([join(program.dataFolder, 'Lumière.liasse')]);
          await button(t(wizardTexts.create)).click();
          await expect(page.getByRole('heading', { name: t(homeTexts.firstTitle) })).toBeVisible();
        },
      ],
      ...(['lines', 'runs', 'invoices', 'customers', 'products'] as const).map(
        (name): [string, () => Promise<void>] => [`empty-${name}`, () => place(page, t(frameTexts[name])).click()],
      ),
      [
        'office-empty',
        async () => {
          await page.evaluate(() => window.liasse.engine('company.close', {}, null));
          await button(t(startTexts.office)).click();
          await expect(page.getByText(t(boardTexts.reading, { count: 1 }))).toHaveCount(0);
        },
      ],
    ],
    faults,
  );
  expect([...new Set(faults)]).toEqual([]);
});

test('no screen of a company at work overflows, shows a key, writes too small or complains', async () => {
  const faults: string[] = [];
  await watched(faults);
  await openSample(program, t);
  await workTheSample();
  await walkThrough(screens(), faults);
  expect([...new Set(faults)]).toEqual([]);
  expect(allPlaces().filter((name) => !visited.has(name))).toEqual([]);
});
