/** What a clerk meets on a first day with files and habits of their own: every refusal says the way on. */
import { existsSync, writeFileSync } from 'node:fs';
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
  const missing = await say(0, 'company', 'create', '--name', 'Quai', '--country', 'FR', '--supply', 'services');
  expect(missing).toContain('--address, --postcode, --city, --vat, --iban');
  const place = ['--address', '1 quai', '--postcode', '44000', '--city', 'Nantes', '--vat', 'FR83404833048'];
  const edited = await json(['company', 'edit', ...place, '--iban', 'FR7630006000011234567890189'], at);
  expect(edited.reply.result).toMatchObject({ company: { name: 'Quai', city: 'Nantes', defaultSupply: 'services' } });
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
      'customerCode,date,quantity,unitPrice,description,invoiceReference\nC1,2026-09-02,1,10,Work,R1\nC1,2026-09-03,1,,More,R2\nC1,2026-09-04,1,0,Gift,R3\n',
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

describe('the company', { timeout: 60_000 }, () => {
  it('gets a series of numbers and puts it away', async () => {
    await say(0, 'series', 'create', '--name', 'Web', '--prefix', 'W');
    expect(await say(0, 'series', 'list')).toMatch(/Web.*W/);
    await say(0, 'series', 'archive', 'Web');
    const { reply } = await json(['series', 'archive', 'Web'], at);
    expect(reply.error?.code).toBe('cli_series_unknown');
  });

  it('accepts no copy where none was restored', async () => {
    const { code, reply } = await json(['company', 'accept-copy', '--reason', 'the newer file is lost'], at);
    expect([code, reply.ok]).toEqual([0, true]);
  });
});

describe('the way on', { timeout: 60_000 }, () => {
  it('stands beside every finding, and its command works as printed', async () => {
    const told = await say(0, 'run', 'show', 'R2');
    expect(told).toContain('liasse import products');
    const reviewed = await say(0, 'run', 'review');
    expect(reviewed).toContain('liasse lines exclude');
    const [, command = ''] = /(liasse run review --run .*)/.exec(reviewed) ?? [];
    const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '').slice(1);
    expect(words).toContain('--accept');
    await say(0, ...words);
    const short = await json([...words.slice(0, -1), 'x'], at);
    expect(short.reply.error?.text.what).toContain('at least 3 characters');
  });

  it('after issuing: what was left is open again', async () => {
    await say(0, 'run', 'approve', '--ids', 'R1');
    const told = await say(0, 'run', 'finalise');
    expect(told).toContain('2 drafts were left unapproved');
  });

  it('a credit note is called one, and its PDF goes into a folder', async () => {
    const issued = await say(0, 'invoice', 'create', '--customer', 'C1', '--line', 'Work;1;5');
    const [, number = ''] = /issued: (\S+)/.exec(issued) ?? [];
    const told = await say(0, 'invoice', 'create', '--customer', 'C1', '--line', 'Back;-1;5', '--corrects', number);
    expect(told).toContain('Credit note issued');
    expect(told).toContain('Amount credited');
    await say(0, 'invoice', 'pdf', number, '--out', folder.path);
    expect(existsSync(join(folder.path, `${number}.pdf`))).toBe(true);
  });

  it('help of a group, and days in the wrong order', async () => {
    const help = await say(0, 'company', '--help');
    expect(help).toContain('company create');
    expect(help).not.toContain('run draft');
    const days = ['--from', '2026-09-02', '--to', '2026-09-01', '--out', 'x.xlsx'];
    expect((await json(['export', 'workbook', ...days], at)).reply.error?.code).toBe('cli_bad_value');
  });
});
