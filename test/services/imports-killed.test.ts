/** Killed between the commit of an import and the writing of its rejected rows: they are in the company file. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { one, openTestCompany, testFolder } from '../fixtures/engine/engine.ts';
import { saveCustomer } from '../fixtures/engine/work.ts';

const folder = testFolder();
afterAll(() => folder.remove());
const program = fileURLToPath(new URL('../../src/main/engine/entries/liasse.mjs', import.meta.url));
const liasse = (words: readonly string[], failpoint?: string) =>
  spawnSync(process.execPath, [program, ...words], {
    encoding: 'utf8',
    env: { ...process.env, ...(failpoint === undefined ? {} : { LIASSE_FAILPOINT: failpoint }) },
  });

it('the list of rejected rows outlives the program', { timeout: 120_000 }, async () => {
  const company = folder.in('killed.liasse');
  const engine = await openTestCompany(company);
  await saveCustomer(engine, { code: 'C1' });
  await engine.close();
  const csv = folder.in('sales.csv');
  writeFileSync(
    csv,
    'Customer code,Description,Quantity,Unit price,Remarks\nC1,a,1,10,\nC1,b,x,10,kept\nWHO,c,1,5,also\n',
  );
  const rejects = folder.in('rejects.csv');
  const killed = liasse(['import', 'lines', csv, '--file', company, '--rejects', rejects], 'import.rejects');
  expect(killed.status).not.toBe(0);
  expect(existsSync(rejects)).toBe(false);
  expect([
    one(company, 'SELECT count(*) FROM pending_line'),
    one(company, 'SELECT count(*) FROM import_reject'),
  ]).toEqual([1, 2]);
  const again = liasse(['import', 'rejects', 'sales.csv', rejects, '--file', company]);
  expect([again.status, again.stderr]).toEqual([0, expect.any(String)]);
  const lines = readFileSync(rejects, 'utf8').trim().split('\r\n');
  expect(lines.slice(1).map((line) => line.split(',').slice(0, 4))).toEqual([
    ['C1', 'b', 'x', '10'],
    ['WHO', 'c', '1', '5'],
  ]);
});
