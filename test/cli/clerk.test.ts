/** What a clerk meets on a first day with files and habits of their own: every refusal says the way on. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { json, liasse, temporaryFolder } from './liasse.ts';

const folder = temporaryFolder();
const env = { LIASSE_FILE: join(folder.path, 'clerk.liasse'), LIASSE_DATA: join(folder.path, 'data') };
const at = { env, cwd: folder.path };
const put = (name: string, text: string): string => {
  const path = join(folder.path, name);
  writeFileSync(path, text);
  return path;
};
/** Runs for a person; the code has to be this one. */
async function say(exit: number, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await liasse(args, at);
  expect(code, `${args.join(' ')}: ${stdout}${stderr}`).toBe(exit);
  return `${stdout}\n${stderr}`;
}

beforeAll(async () => {
  await say(0, 'company', 'create', '--name', 'Quai', '--country', 'FR', '--supply', 'services');
  await say(
    0,
    'import',
    'customers',
    put('customers.csv', 'code,name,address1,postcode,city,country\nC1,Un,1 rue,44000,Nantes,FR\n'),
  );
  await say(
    0,
    'import',
    'lines',
    put(
      'lines.csv',
      'customerCode,date,quantity,unitPrice,description,invoiceReference\nC1,2026-09-02,1,10,Work,R1\nC1,2026-09-03,1,,More,R2\n',
    ),
  );
}, 60_000);
afterAll(() => folder.remove());

describe('a bill run', { timeout: 60_000 }, () => {
  it('keeps its terms: others are refused, not ignored', async () => {
    const draft = ['run', 'draft', '--period', '2026-09'];
    await say(0, ...draft, '--issue-date', '2026-09-30');
    for (const [option, value] of [
      ['--issue-date', '2026-10-05'],
      ['--name', 'other'],
    ] as const) {
      const { code, reply } = await json([...draft, option, value], at);
      expect([code, reply.error?.code]).toEqual([2, 'cli_run_differs']);
      expect(reply.error?.text.what).toContain('2026-09-30');
      expect(reply.error?.text.remedy).toContain('run abandon');
    }
    await say(0, ...draft, '--issue-date', '2026-09-30', '--name', '2026-09');
  });

  it('is not made where nothing is left to bill', async () => {
    const { code, reply } = await json(['run', 'draft', '--period', '2027-01'], at);
    expect(code).toBe(0);
    expect(reply.result).toMatchObject({ created: false, nothingToBill: true, run: { status: 'abandoned' } });
    expect(await say(0, 'run', 'draft', '--period', '2027-01')).toContain('Nothing is left to bill');
  });
});
