/** Producing a run again: on in the folder of an attempt that failed, into a fresh one after an end. */
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { code, openTestCompany, raw, type TestEngine, testFolder } from '../fixtures/engine/engine.ts';
import { approveAll, draftedRun, importRows, line, saveCustomer } from '../fixtures/engine/work.ts';

const folder = testFolder();
const path = folder.in('mine.liasse');
let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestCompany(path);
  await saveCustomer(engine, { code: 'C1' });
  await importRows(engine, folder.in('lines.csv'), 'lines', [line('C1', 'a', '10'), line('C1', 'b', '20')]);
});
afterAll(async () => {
  await engine.close();
  folder.remove();
});

it('goes on in the folder that a failure left, and takes a fresh one once the run is closed', async () => {
  const runId = await draftedRun(engine);
  await approveAll(engine, runId);
  await engine.job('run.finalise', { runId });
  const out = folder.in('out');
  const produce = (to = out) => engine.job('run.produce', { runId, folder: to });
  raw(path, (sqlite) =>
    sqlite.exec("CREATE TRIGGER no_file BEFORE INSERT ON archive_file BEGIN SELECT RAISE(ABORT, 'no'); END"),
  );
  await code(produce());
  raw(path, (sqlite) => sqlite.exec('DROP TRIGGER no_file'));
  const [torso = ''] = readdirSync(out);
  expect(readdirSync(folder.in('out', torso))).toHaveLength(2);
  const whole = await produce(`${out}/`);
  expect([whole.folder, readdirSync(out)]).toEqual([folder.in('out', torso), [torso]]);
  // Two documents, all in one, and the workbook: nothing twice.
  expect(readdirSync(whole.folder)).toHaveLength(4);
  expect((await produce()).folder).toBe(`${whole.folder} (2)`);
}, 60_000);
