/** Erased documents prove themselves: what nobody erased here shows, and no moved seat shortens the law's time. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CustomerId } from '#shared/model/ids.ts';
import { openTestCompany, raw, startEngine, type TestEngine, testFolder } from '../fixtures/engine/engine.ts';
import { manual, saveCustomer } from '../fixtures/engine/work.ts';

const folder = testFolder();
const path = folder.in('harbour.liasse');
let engine: TestEngine;
let customerId: CustomerId;
afterAll(async () => {
  await engine.close();
  folder.remove();
});

const issue = (issueDate: string) =>
  engine.client.call('invoice.create', { invoice: manual(customerId, { issueDate }) });
const verified = async () => {
  const { problems } = await engine.job('company.verify', {});
  return problems.map((problem) => problem.code);
};
/** Changes the file as somebody with a browser of databases does, the protections back in place afterwards. */
const tamper = async (work: string) => {
  await engine.close();
  raw(path, (sqlite) => {
    const triggers = sqlite.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
      name: string;
      sql: string;
    }[];
    for (const { name } of triggers) sqlite.exec(`DROP TRIGGER ${name}`);
    sqlite.exec(work);
    for (const { sql } of triggers) sqlite.exec(sql);
  });
  engine = startEngine();
  await engine.client.call('company.open', { path });
};

beforeAll(async () => {
  engine = await openTestCompany(path, { country: 'FR' });
  customerId = (await saveCustomer(engine, { code: 'MELU', name: 'Mélusine', country: 'FR' })).id;
  await issue('2012-05-10');
  await issue('2018-05-10');
  await issue('2026-01-15');
});

it('a seat moved to a country that keeps shorter, or another fiscal year, shortens no time that runs', async () => {
  const { id: _, rowVersion, ...profile } = await engine.client.call('company.get', {});
  const moved = await engine.client.call('company.update', {
    rowVersion,
    profile: { ...profile, country: 'GB', fiscalYearStart: 4 },
  });
  const preview = await engine.client.call('erasure.preview', { customerId });
  expect(preview.expired.map((one) => one.issueDate)).toEqual(['2012-05-10']);
  expect(preview.kept).toContainEqual(expect.objectContaining({ issueDate: '2018-05-10', keepUntil: '2029-03-31' }));
  expect(preview.rule).toMatchObject({ country: 'FR', years: 10 });
  await engine.client.call('company.update', { rowVersion: moved.rowVersion, profile });
  const back = await engine.client.call('erasure.preview', { customerId });
  expect(back.kept).toContainEqual(expect.objectContaining({ issueDate: '2018-05-10', keepUntil: '2029-03-31' }));
});

it('an erasure of ours holds, is noted outside the file and lets no further amount change', async () => {
  await engine.job('erasure.run', { customerId, typed: 'MELU', reason: 'by letter', documents: true });
  expect(await verified()).toEqual([]);
  await issue('2026-02-15').catch(() => undefined);
  expect(await verified()).toEqual([]);
  expect(() => raw(path, (sqlite) => sqlite.exec('UPDATE invoice SET gross = 1 WHERE document_id = 1'))).toThrow(
    'frozen',
  );
});

it('amounts of an erased document changed afterwards show', { timeout: 60_000 }, async () => {
  const gross = raw(path, (sqlite) => sqlite.prepare('SELECT gross FROM invoice WHERE document_id = 1').pluck().get());
  await tamper('UPDATE invoice SET gross = gross - 1 WHERE document_id = 1');
  expect(await verified()).toEqual(['erasure_false']);
  await tamper(`UPDATE invoice SET gross = ${gross}, due_date = '2001-01-01' WHERE document_id = 1`);
  expect(await verified()).toEqual(['erasure_false']);
});

it('an erasure written into the file shows: by its seal, its day, and what is noted outside', {
  timeout: 60_000,
}, async () => {
  await tamper(`
    INSERT INTO document_erasure
      SELECT 2, 3, at, actor, reason, keep_until, rule, seal FROM document_erasure WHERE document_id = 1;
    UPDATE document SET body = x'' WHERE id = 3;
    UPDATE invoice SET gross = 1, tax = 1, customer_name = '' WHERE document_id = 3;`);
  const codes = await verified();
  expect(codes).toEqual(expect.arrayContaining(['erasure_false', 'erasure_early', 'erasure_not_noted']));
});
