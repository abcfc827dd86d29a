/** Customers that look like one and are two: somebody says so once, and can take it back. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { failure, openTestCompany, type TestEngine, testFolder } from '../fixtures/engine/engine.ts';
import { saveCustomer } from '../fixtures/engine/work.ts';

const folder = testFolder();
let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestCompany(folder.in('apart.liasse'));
});
afterAll(async () => {
  await engine.close();
  folder.remove();
});

const groups = async () => (await engine.client.call('customer.duplicates', {})).groups;
const codes = async () => (await groups()).map(({ customers }) => customers.map(({ code }) => code).sort());

it('a group told apart is gone until another one comes to it, or until it is taken back', async () => {
  const email = 'compta@martin.example';
  const one = await saveCustomer(engine, { code: 'A1', name: 'Boulangerie Martin', email });
  const two = await saveCustomer(engine, { code: 'A2', name: 'Menuiserie Lenoir', email });
  expect(await codes()).toEqual([['A1', 'A2']]);

  const { undoId } = await engine.client.call('customer.notDuplicates', { ids: [one.id, two.id] });
  expect(await codes()).toEqual([]);
  const { rows } = await engine.client.call('audit.list', {});
  expect(rows[0]).toMatchObject({ action: 'customer.not_duplicates', params: { codes: 'A1, A2', count: 2 } });

  await saveCustomer(engine, { code: 'A3', name: 'Garage Vasseur', email });
  expect(await codes()).toEqual([['A1', 'A2', 'A3']]);

  if (undoId === null) throw new Error('nothing to take back');
  const third = (await groups()).flatMap(({ customers }) => customers).find(({ code }) => code === 'A3');
  if (!third) throw new Error('A3 is in no group');
  await engine.client.call('customer.notDuplicates', { ids: [one.id, two.id, third.id] });
  expect(await codes()).toEqual([]);
  await engine.client.call('undo.apply', { entryId: undoId });
  // The later word still says that all three are apart.
  expect(await codes()).toEqual([]);
});

it('whoever is not there is refused', async () => {
  const one = await saveCustomer(engine, { code: 'B1', name: 'Seul' });
  const error = await failure(
    engine.client.call('customer.notDuplicates', {
      ids: [one.id, one.id.replace(/^.{8}/, 'ffffffff') as typeof one.id],
    }),
  );
  expect(error.code).toBe('not_found');
});
