/** What a clerk meets on a first day with files and habits of their own: every refusal says the way on. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { utils, write } from 'xlsx';
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

describe('a file of somebody else', { timeout: 60_000 }, () => {
  it('lists columns, fields and an example where the code or the quantity has no column', async () => {
    const odd = put('odd.csv', 'Wer,Was\nC1,Work\n');
    for (const [kind, field] of [
      ['customers', 'code'],
      ['products', 'code'],
      ['lines', 'quantity'],
    ] as const) {
      const { code, reply } = await json(['import', kind, odd], at);
      expect([code, reply.error?.code]).toEqual([2, 'cli_map_incomplete']);
      expect(reply.error?.text.what).toContain('Wer, Was');
      expect(reply.error?.text.remedy).toContain(`--map "${field}=Wer"`);
      expect(reply.error?.text.remedy).toContain('currency');
    }
  });

  it('lists the sheets of a workbook, and says which was read', async () => {
    const path = join(folder.path, 'book.xlsx');
    const book = utils.book_new();
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ['code', 'name'],
        ['C2', 'Deux'],
      ]),
      'Clients',
    );
    utils.book_append_sheet(book, utils.aoa_to_sheet([['Wer'], ['x']]), 'Divers');
    writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx' }));
    expect(await say(0, 'import', 'customers', path, '--dry-run')).toMatch(/“Clients” is read.*Divers/);
    const unknown = await json(['import', 'customers', path, '--sheet', 'Nirgends'], at);
    expect([unknown.code, unknown.reply.error?.code]).toEqual([2, 'cli_sheet_unknown']);
    expect(unknown.reply.error?.text.remedy).toContain('Clients, Divers');
    const wrong = await json(['import', 'customers', path, '--sheet', 'Divers'], at);
    expect(wrong.reply.error?.text.remedy).toContain('--sheet (Clients, Divers)');
  });

  it('says what follows where no column is the name, the date or the customer', async () => {
    expect(await say(0, 'import', 'customers', put('codes.csv', 'code\nC3\n'), '--dry-run')).toContain('"name=Column"');
    const lines = await say(0, 'import', 'lines', put('bare.csv', 'Menge,Preis\n1,2\n'), '--dry-run');
    expect(lines).toContain('All lines will be held');
    expect(lines).toContain('No column is the date');
  });

  it('sums up unknown customers and names the way', async () => {
    const german = put(
      'lieferung.csv',
      'Kunde,Datum,Menge,Einzelpreis\nX1,2026-09-02,1,2\nX1,2026-09-03,1,2\nX2,2026-09-04,1,2\n',
    );
    const told = await say(3, 'import', 'lines', german, '--dry-run');
    expect(told).toContain('2 unknown customer codes: X1, X2.');
    expect(told).toContain('--create-customers');
  });
});
