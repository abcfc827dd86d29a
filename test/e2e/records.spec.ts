/** A customer's file as somebody keeps it: mended, given fields of its own, put together with its double, and read back. */
import { expect, type Locator, test } from '@playwright/test';
import { identifierTexts } from '#shared/messages/identifiers.ts';
import { trailTexts, undoListTexts } from '#shared/messages/ui/audit.ts';
import { commonTexts, frameTexts } from '#shared/messages/ui/common.ts';
import { fieldsTexts } from '#shared/messages/ui/fields.ts';
import { mergeTexts } from '#shared/messages/ui/merge.ts';
import { recordPanelTexts } from '#shared/messages/ui/record-panel.ts';
import { customerTexts, recordTexts } from '#shared/messages/ui/records.ts';
import { settingsTexts } from '#shared/messages/ui/settings.ts';
import { launch, type Program } from './support/launch.ts';
import { finish, openSample, place, speaking, wordsOf } from './window.ts';

const t = wordsOf('fr');
let program: Program;
test.beforeEach(async () => {
  program = await launch({ env: speaking('fr') });
  await openSample(program, t);
});
test.afterEach(() => finish(program));

const button = (name: string | RegExp, within: Locator | Program['page'] = program.page) =>
  within.getByRole('button', { name });
const panel = () => program.page.getByRole('complementary').last();
const field = (label: string) =>
  panel()
    .getByRole('textbox', { name: label, exact: true })
    .or(panel().getByRole('combobox', { name: label, exact: true }));
const tab = (label: string) => panel().getByRole('tab', { name: new RegExp(`^${label}`) });

async function openCustomer(search: string): Promise<void> {
  const { page } = program;
  await place(page, t(frameTexts.customers)).click();
  await page.getByLabel(t(customerTexts.search)).fill(search);
  await page.getByLabel(t(customerTexts.search)).press('Enter');
  await expect(page.getByRole('grid').getByRole('gridcell', { name: search }).first()).toBeVisible();
  await page.getByRole('grid').getByRole('button', { name: search }).first().click();
  await expect(field(t(recordTexts.code))).toBeVisible();
}

async function newCustomer(values: Record<string, string>): Promise<void> {
  const { page } = program;
  await place(page, t(frameTexts.customers)).click();
  await button(t(customerTexts.new)).first().click();
  for (const [label, value] of Object.entries(values)) await field(label).fill(value);
  await page.keyboard.press('Control+s');
  await expect(page.getByText(t(customerTexts.created))).toBeVisible();
}

test('the cursor goes to the fault, and the remedy mends it', async () => {
  const { page } = program;
  await openCustomer('Agence du Pont-Neuf');
  const siren = field(t(identifierTexts.siren));
  await expect(siren).toHaveValue('039946561');
  await siren.fill('039946516');
  await siren.press('Tab');
  const remedy = t(identifierTexts.swapped, { value: '039 946 561' });
  await expect(button(remedy)).toBeVisible();
  await field(t(customerTexts.email)).fill('compta');
  await page.keyboard.press('Control+s');
  await expect(siren).toBeFocused();
  await program.screenshot('records-fault');
  await button(remedy).click();
  await page.keyboard.press('Control+s');
  await expect(field(t(customerTexts.email))).toBeFocused();
  await field(t(customerTexts.email)).fill('compta@pont-neuf.example');
  await field(t(recordTexts.code)).fill('C0003');
  await page.keyboard.press('Control+s');
  await expect(field(t(recordTexts.code))).toBeFocused();
  await expect(panel()).toContainText(t(recordPanelTexts.codeTaken));
  await field(t(recordTexts.code)).fill('C0009');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(t(customerTexts.saved))).toBeVisible();

  // What is open with this customer, and what happened to it.
  await tab(t(recordPanelTexts.openItems)).click();
  await expect(panel()).toContainText(t(recordPanelTexts.waiting));
  await program.screenshot('records-open-items');
  await tab(t(commonTexts.history)).click();
  await expect(panel()).toContainText('compta@pont-neuf.example');
  await program.screenshot('records-history');
});

test('what somebody else changed meanwhile is brought together, and asked where both changed the same', async () => {
  const { page } = program;
  await openCustomer('Agence du Pont-Neuf');
  await field(t(recordTexts.name)).fill('Agence du Pont-Neuf SAS');
  await field(t(customerTexts.phone)).fill('+33 1 00 00 00 00');
  // Another window, another door: the same file.
  const other = await page.evaluate(async () => {
    const ask = async (name: Parameters<typeof window.liasse.engine>[0], input: unknown, commandId: string | null) => {
      const answer = await window.liasse.engine(name, input, commandId);
      if (!answer.ok) throw new Error(answer.error.code);
      return answer.result;
    };
    // The bridge carries what the contract says, untyped.
    const { rows } = (await ask('customer.list', { filter: { search: 'C0009' } }, null)) as { rows: { id: string }[] };
    const saved = (await ask('customer.get', { id: rows[0]?.id }, null)) as Record<string, unknown>;
    const { id, rowVersion, ...rest } = saved;
    const customer = { ...rest, name: 'Agence Pont-Neuf', city: 'Saint-Chamond' };
    await ask('customer.save', { id, rowVersion, customer }, crypto.randomUUID());
    return customer.name;
  });
  const question = panel().getByRole('alert');
  await expect(question).toContainText('Agence du Pont-Neuf SAS');
  await expect(question).toContainText(other);
  // The cursor stays where somebody writes; the way to the question stands at the foot.
  await button(t(recordPanelTexts.toChoose, { count: 1 })).click();
  await expect(question.getByRole('radio').first()).toBeFocused();
  await field(t(recordTexts.name)).focus();
  await page.keyboard.press('Control+s');
  await expect(question.getByRole('radio').first()).toBeFocused();
  await program.screenshot('records-conflict');
  await question.getByRole('radio', { name: new RegExp(`^${t(recordPanelTexts.theirs)}`) }).check();
  await button(t(recordPanelTexts.takeChoices), question).click();
  await expect(field(t(recordTexts.name))).toHaveValue(other);
  await expect(field(t(customerTexts.city))).toHaveValue('Saint-Chamond');
  await expect(field(t(customerTexts.phone))).toHaveValue('+33 1 00 00 00 00');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(t(customerTexts.saved))).toBeVisible();
});

test('a field of the office’s own is made, filled, undone', async () => {
  const { page } = program;
  await place(page, t(frameTexts.settings)).click();
  await button(t(settingsTexts.fields)).first().click();
  await button(t(fieldsTexts.add)).click();
  await page.getByLabel(t(fieldsTexts.name), { exact: true }).fill('Agence');
  await page.getByRole('combobox', { name: t(fieldsTexts.kind) }).click();
  await page.getByRole('option', { name: t(fieldsTexts.choice) }).click();
  const options = page.getByRole('combobox', { name: t(fieldsTexts.options), exact: true });
  for (const option of ['Nord', 'Sud']) {
    await options.fill(option);
    await options.press('Enter');
  }
  await program.screenshot('settings-field');
  await button(t(recordTexts.create)).click();
  await expect(page.getByRole('cell', { name: 'Nord, Sud' })).toBeVisible();

  await openCustomer('Compagnie Garance');
  await field('Agence').click();
  await page.getByRole('option', { name: 'Sud' }).click();
  await field(t(recordPanelTexts.tags)).fill('fidèle');
  await field(t(recordPanelTexts.tags)).press('Enter');
  await program.screenshot('records-custom');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(t(customerTexts.saved))).toBeVisible();
  await tab(t(commonTexts.history)).click();
  await expect(panel()).toContainText('Sud');

  await place(page, t(frameTexts.settings)).click();
  await button(t(settingsTexts.tags)).first().click();
  await expect(page.getByRole('row', { name: /fidèle/ })).toContainText('1');

  await place(page, t(frameTexts.audit)).click();
  await page.getByText(t(trailTexts.undoList), { exact: true }).click();
  const entry = page.getByRole('listitem').filter({ hasText: 'C0002' }).first();
  await program.screenshot('undo-list');
  await button(new RegExp(`^${t(undoListTexts.act)}`), entry).click();
  await expect(page.getByText(t(undoListTexts.undone)).first()).toBeVisible();
  await openCustomer('Compagnie Garance');
  await expect(field('Agence')).toHaveValue('');
});

test('doubles are found, compared, put together and taken apart again', async () => {
  const { page } = program;
  const double = { [t(recordTexts.code)]: 'D1', [t(recordTexts.name)]: 'Compagnie Garance SARL' };
  await newCustomer({
    ...double,
    [t(customerTexts.city)]: 'Strasbourg',
    [t(customerTexts.email)]: 'compta@compagnie-garance.example',
  });
  await button(t(customerTexts.title)).first().click();
  await button(t(mergeTexts.duplicates)).click();
  const group = page.getByRole('region', { name: /compta@compagnie-garance/ });
  await expect(group).toContainText(t(mergeTexts.email));
  await program.screenshot('duplicates');
  await button(t(mergeTexts.compare), group).click();

  await expect(page.getByRole('heading', { name: t(mergeTexts.title) })).toBeVisible();
  const sarl = 'Compagnie Garance SARL';
  await page.getByRole('radio', { name: `${t(recordTexts.name)}, ${sarl}: ${sarl}` }).check();
  await program.screenshot('merge');
  await button(t(mergeTexts.merge, { count: 2 })).click();
  const question = page.getByRole('dialog');
  await expect(question.getByRole('button', { name: t(mergeTexts.notYet) })).toBeFocused();
  await program.screenshot('merge-question');
  await button(t(mergeTexts.merge, { count: 2 }).replace('…', ''), question).click();
  await expect(page.getByText(/fusionnées/)).toBeVisible();
  await expect(field(t(recordTexts.name))).toHaveValue('Compagnie Garance SARL');
  await button(t(commonTexts.undo)).last().click();
  await expect(field(t(recordTexts.name))).toHaveValue('Compagnie Garance');

  // Told apart, they are not proposed again.
  await button(t(mergeTexts.duplicates)).click();
  await button(t(mergeTexts.dismiss), group).click();
  await expect(group).toHaveCount(0);

  await place(page, t(frameTexts.audit)).click();
  await expect(
    page
      .getByRole('listitem')
      .filter({ hasText: /fusionné/ })
      .first(),
  ).toBeVisible();
  await page.getByLabel(t(trailTexts.search)).fill('D1');
  await expect(page.getByText('«\u00a0lines.csv\u00a0» importé')).toHaveCount(0);
  await expect(page.getByRole('listitem').filter({ hasText: 'D1' }).first()).toBeVisible();
  await program.screenshot('audit');
});
