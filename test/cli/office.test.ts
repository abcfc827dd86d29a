/** The office by the command line: a folder of companies at a glance, settings taken from one to another. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { json, liasse, temporaryFolder } from './liasse.ts';

const folder = temporaryFolder();
const clients = join(folder.path, 'clients');
const at = { env: { LIASSE_DATA: join(folder.path, 'data') }, cwd: clients };
afterAll(() => folder.remove());

it('lists what waits in every company of a folder and of those below it, and says which cannot be read', async () => {
  mkdirSync(join(clients, 'Brunel'), { recursive: true });
  await json(
    ['company', 'create', '--file', 'a.liasse', '--name', 'Arnaud', '--country', 'FR', '--fiscal-year', '7'],
    at,
  );
  await json(
    ['company', 'create', '--file', 'Brunel/b.liasse', '--name', 'Brunel', '--country', 'FR', '--colour', '#8a4a12'],
    at,
  );
  writeFileSync(join(clients, 'c.liasse'), 'no company');
  writeFileSync(join(clients, 'a.v1.backup.liasse'), 'a copy from before an upgrade');
  const before = readdirSync(clients);
  const { reply } = await json(['office', clients], at);
  expect(reply.result).toMatchObject({
    total: 3,
    rows: [
      { state: 'ready', figures: { name: 'Brunel', customers: 0 } },
      { state: 'ready', figures: { name: 'Arnaud' } },
      { state: 'failed', error: { code: 'company_not_a_company_file' } },
    ],
  });
  expect(readdirSync(clients)).toEqual(before);
  const told = await liasse(['office', 'a.liasse', 'Brunel/b.liasse', '--lang', 'en'], at);
  expect(told.code).toBe(0);
  expect(told.stdout).toContain('Arnaud');
  expect(told.stdout).toContain('Payments are not known yet');
});

it('shows what would be copied, then copies the parts that are named', async () => {
  const from = ['company', 'copy-settings', '--file', 'a.liasse', '--from-company', 'Brunel/b.liasse'];
  const dry = await json([...from, '--dry-run'], at);
  expect(dry.reply.result).toMatchObject({
    done: false,
    items: expect.arrayContaining([expect.objectContaining({ part: 'brand', change: 'replaces' })]),
  });
  const done = await json([...from, '--part', 'brand'], at);
  expect(done.reply.result).toMatchObject({ done: true, items: [{ part: 'brand', change: 'replaces' }] });
  const info = await json(['company', 'info', '--file', 'a.liasse'], at);
  expect(info.reply.result).toMatchObject({ company: { colour: '#8a4a12', fiscalYearStart: 7 } });
  expect((await liasse([...from, '--part', 'colours'], at)).code).toBe(2);
});
