/** The main job on the command line, as a script would drive it: real child processes, a real file, JSON read back. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read, utils } from 'xlsx';
import { z } from 'zod';
import { json, liasse, root, start, temporaryFolder } from './liasse.ts';

const folder = temporaryFolder();
const file = join(folder.path, 'sample.liasse');
const env = { LIASSE_FILE: file, LIASSE_DATA: join(folder.path, 'data') };
const sample = (name: string): string => join(root, 'resources/sample', name);

/** Runs a command that must end with `exit` and gives the part of its result that the test looks at. */
async function run<S extends z.ZodType>(schema: S, exit: number, ...args: string[]): Promise<z.output<S>> {
  const { code, reply, stderr } = await json(args, { env, cwd: folder.path });
  expect(code, `${args.join(' ')}: ${JSON.stringify(reply.error)} ${stderr}`).toBe(exit);
  expect(reply.ok).toBe(exit === 0 || exit === 3);
  return schema.parse(reply.result);
}

const Outcome = z.object({
  outcome: z.object({
    rows: z.number(),
    create: z.number(),
    update: z.number(),
    leave: z.number(),
    reject: z.number(),
    held: z.number(),
  }),
});
const Draft = z.object({
  id: z.string(),
  reference: z.string().nullable(),
  status: z.string(),
  level: z.string().nullable(),
});
const Drafts = z.object({ rows: z.array(Draft), total: z.number() });
const Verify = z.object({
  ok: z.boolean(),
  documents: z.number(),
  lineBalance: z.array(
    z.record(z.string(), z.union([z.string(), z.null(), z.object({ count: z.number(), amount: z.number() })])),
  ),
});

beforeAll(async () => {
  await run(
    z.object({
      company: z.object({ currency: z.literal('EUR'), language: z.literal('fr'), zone: z.literal('Europe/Paris') }),
    }),
    0,
    'company',
    'create',
    '--name',
    'Atelier du Quai',
    '--country',
    'FR',
    '--vat',
    'FR83404833048',
    '--address',
    '1 quai',
    '--postcode',
    '44000',
    '--city',
    'Nantes',
    '--iban',
    'FR7630006000011234567890189',
    '--supply',
    'services',
  );
});
afterAll(() => folder.remove());

describe('the main job', { timeout: 240_000 }, () => {
  it('refuses to create a company over an existing file', async () => {
    const { code, reply } = await json(['company', 'create', '--name', 'X', '--country', 'FR'], { env });
    expect(code).toBe(1);
    expect(reply.error?.code).toBe('company_exists');
  });

  it('imports; again, nothing changes', async () => {
    const rehearsed = await run(Outcome, 0, 'import', 'customers', sample('customers.csv'), '--dry-run');
    expect(rehearsed.outcome).toMatchObject({ create: 200, reject: 0 });
    expect((await run(Outcome, 0, 'import', 'customers', sample('customers.csv'))).outcome).toMatchObject({
      create: 200,
    });
    expect((await run(Outcome, 0, 'import', 'products', sample('products.csv'))).outcome).toMatchObject({ create: 60 });
    expect((await run(Outcome, 0, 'import', 'lines', sample('lines.csv'))).outcome).toMatchObject({
      create: 1000,
      held: 4,
      reject: 0,
    });
    expect((await run(Outcome, 0, 'import', 'lines', sample('lines.csv'))).outcome).toMatchObject({
      create: 0,
      leave: 1000,
    });
  });

  it('lists what was rejected and ends with 3', async () => {
    const bad = join(folder.path, 'bad.csv');
    writeFileSync(
      bad,
      'Code client;Date;Quantité;Prix unitaire HT\nC0001;2026-09-02;2;10\nC0001;2026-09-02;deux;10\nNOBODY;2026-09-03;1;5\n',
    );
    const rejects = join(folder.path, 'rejects.csv');
    const told = await run(Outcome, 3, 'import', 'lines', bad, '--dry-run', '--rejects', rejects);
    expect(told.outcome).toMatchObject({ create: 1, reject: 2 });
    const { stdout, code } = await liasse(['import', 'lines', bad, '--dry-run'], { env });
    expect(code).toBe(3);
    expect(stdout).toContain('deux');
    expect(stdout).toContain('NOBODY');
  });

  it('asks for the order of dates that read in two ways', async () => {
    const either = join(folder.path, 'either.csv');
    writeFileSync(either, 'Code client;Date;Quantité;Prix unitaire HT\nC0001;03/04/2026;2;10\n');
    const { code, reply } = await json(['import', 'lines', either, '--dry-run'], { env });
    expect([code, reply.error?.code]).toEqual([2, 'cli_dates_needed']);
    expect(reply.error?.text.remedy).toContain('--dates');
    const told = await run(Outcome, 0, 'import', 'lines', either, '--dry-run', '--dates', 'mdy');
    expect(told.outcome).toMatchObject({ create: 1 });
  });

  it('corrects the column map by name', async () => {
    const odd = join(folder.path, 'odd.csv');
    writeFileSync(odd, 'Wer,Wann,Wieviel,Was kostet\nC0001,2026-09-02,2,10.50\n');
    const map = 'customerCode=Wer,date=Wann,quantity=Wieviel,unitPrice=was kostet';
    const told = await run(
      Outcome.extend({ map: z.array(z.object({ field: z.string() })) }),
      0,
      'import',
      'lines',
      odd,
      '--map',
      map,
      '--dry-run',
    );
    expect(told.outcome).toMatchObject({ create: 1, reject: 0 });
    expect(told.map.map((entry) => entry.field)).toEqual(['customerCode', 'date', 'quantity', 'unitPrice']);
    const wrong = await json(['import', 'lines', odd, '--map', 'quantity=Nirgends'], { env });
    expect([wrong.code, wrong.reply.error?.code]).toEqual([2, 'cli_column_unknown']);
  });

  it('lists and assigns held lines', async () => {
    const held = await run(
      z.object({ total: z.number(), rows: z.array(z.object({ id: z.string() })) }),
      0,
      'lines',
      'list',
      '--status',
      'held',
    );
    expect(held.total).toBe(4);
    const id = held.rows[0]?.id ?? '';
    expect(
      await run(z.object({ changed: z.number() }), 0, 'lines', 'assign', '--ids', id, '--customer', 'C0001'),
    ).toEqual({ changed: 1 });
    expect((await json(['lines', 'assign', '--ids', id, '--customer', 'C9999'], { env })).reply.error?.code).toBe(
      'cli_customer_unknown',
    );
    expect((await json(['lines', 'exclude'], { env })).code).toBe(2);
  });

  it('drafts a period once, and again into the same run', async () => {
    const Run = z.object({
      created: z.boolean(),
      drafts: z.number(),
      lines: z.number(),
      run: z.object({ id: z.string(), name: z.string() }),
    });
    const first = await run(Run, 0, 'run', 'draft', '--period', '2026-09', '--issue-date', '2026-09-30');
    expect(first).toMatchObject({ created: true, run: { name: '2026-09' } });
    expect(first.drafts).toBeGreaterThan(150);
    const again = await run(Run, 0, 'run', 'draft', '--period', '2026-09');
    expect(again).toMatchObject({ created: false, drafts: first.drafts, run: { id: first.run.id } });
  });

  it('reviews, accepts, holds, approves; what is left is listed and ends with 3', async () => {
    const blocked = await run(Drafts, 0, 'run', 'review', '--level', 'blocked');
    expect(blocked.total).toBeGreaterThan(0);
    expect(blocked.rows.every((row) => row.level === 'error')).toBe(true);
    const noted = await run(Drafts, 0, 'run', 'review', '--check', 'line.price_zero');
    expect(noted.total).toBeGreaterThan(0);
    const accepted = await run(
      z.object({ accepted: z.number() }),
      0,
      'run',
      'review',
      '--accept',
      'line.price_zero',
      '--reason',
      'samples',
    );
    expect(accepted.accepted).toBeGreaterThan(0);
    expect((await json(['run', 'review', '--accept', 'line.price_zero'], { env })).code).toBe(2);
    expect((await json(['run', 'approve'], { env })).code).toBe(2);
    expect(
      (await run(z.object({ changed: z.number() }), 0, 'run', 'hold', '--ids', 'CMD-9002', '--reason', 'far too many'))
        .changed,
    ).toBe(1);
    const held = await run(Drafts, 0, 'run', 'review', '--status', 'held');
    expect(held.rows.map((row) => row.reference)).toEqual(['CMD-9002']);
    const approved = await run(z.object({ changed: z.number(), left: Drafts }), 3, 'run', 'approve', '--clean');
    expect(approved.changed).toBeGreaterThan(100);
    expect(approved.left.total).toBeGreaterThan(0);
    const shown = await liasse(['run', 'show', 'CMD-9002'], { env });
    expect(shown.code).toBe(0);
    expect(shown.stdout).toContain('1,200');
  });

  it('finalises, produces, exports; verify agrees', async () => {
    const issued = await run(
      z.object({
        issued: z.number(),
        numbers: z.array(z.object({ first: z.string(), last: z.string(), count: z.number() })),
      }),
      0,
      'run',
      'finalise',
    );
    const out = join(folder.path, 'out');
    const produced = await run(
      z.object({ folder: z.string(), files: z.number(), merged: z.string(), workbook: z.string() }),
      0,
      'run',
      'produce',
      '--run',
      'latest',
      '--out',
      out,
    );
    expect(produced.files).toBe(issued.issued);
    const pdfs = readdirSync(produced.folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.pdf'),
    );
    expect(pdfs.length).toBeGreaterThanOrEqual(issued.issued);
    expect(readFileSync(produced.merged).subarray(0, 5).toString('latin1')).toBe('%PDF-');
    const book = join(folder.path, 'book.xlsx');
    const exported = await run(z.object({ invoices: z.number() }), 0, 'export', 'workbook', '--out', book);
    expect(exported.invoices).toBe(issued.issued);
    const sheet = read(readFileSync(book)).Sheets;
    expect(Object.values(sheet).some((one) => utils.sheet_to_json(one).length >= issued.issued)).toBe(true);
    expect((await json(['export', 'workbook', '--out', book], { env })).reply.error?.code).toBe('cli_file_exists');
    const verified = await run(Verify, 0, 'verify');
    expect(verified).toMatchObject({ ok: true, documents: issued.issued });
  });

  it('lists, shows and prints an invoice by its number', async () => {
    const listed = await run(
      z.object({ rows: z.array(z.object({ number: z.string() })), total: z.number() }),
      0,
      'invoice',
      'list',
      '--limit',
      '3',
    );
    expect(listed.rows).toHaveLength(3);
    const number = listed.rows[0]?.number ?? '';
    const shown = await run(z.object({ document: z.object({ number: z.string() }) }), 0, 'invoice', 'show', number);
    expect(shown.document.number).toBe(number);
    const pdf = join(folder.path, 'one.pdf');
    await run(z.object({ path: z.literal(pdf) }), 0, 'invoice', 'pdf', number, '--out', pdf);
    expect(statSync(pdf).size).toBeGreaterThan(5000);
    expect((await json(['invoice', 'show', 'F1999-1'], { env })).reply.error?.code).toBe('cli_invoice_unknown');
  });

  it('makes a single invoice: from options, from CSV, from JSON', async () => {
    const Preview = z.object({ document: z.object({ totals: z.object({ net: z.number() }) }) });
    const base = ['invoice', 'create', '--customer', 'C0002', '--issue-date', '2026-10-01'];
    const typed = await run(Preview, 0, ...base, '--line', 'Réglage;1,5;80', '--line', 'Lampe;2;18.75;10', '--dry-run');
    expect(typed.document.totals.net).toBe(12_000 + 3375);
    const csv = join(folder.path, 'lines.csv');
    writeFileSync(csv, '\ufeffdescription;quantity;unitPrice\nRéglage;1,5;80\n');
    expect((await run(Preview, 0, ...base, '--lines', csv, '--dry-run')).document.totals.net).toBe(12_000);
    const list = join(folder.path, 'lines.json');
    writeFileSync(list, JSON.stringify([{ description: 'Réglage', quantity: 1.5, unitPrice: '80' }]));
    expect((await run(Preview, 0, ...base, '--lines', list, '--dry-run')).document.totals.net).toBe(12_000);
    const issued = await run(z.object({ number: z.string(), net: z.number() }), 0, ...base, '--lines', list);
    expect(issued.net).toBe(12_000);
    const credit = await run(
      z.object({ kind: z.literal('credit_note'), net: z.number() }),
      0,
      ...base,
      '--corrects',
      issued.number,
      '--line',
      'Réglage;-1,5;80',
    );
    expect(credit.net).toBe(-12_000);
    writeFileSync(list, '{"lines": 3}');
    expect((await json([...base, '--lines', list], { env })).reply.error?.code).toBe('cli_lines_file_unreadable');
  });

  it('speaks to a person as well: tables on stdout, both languages', async () => {
    for (const [language, word] of [
      ['fr', 'Campagne'],
      ['en', 'Name'],
    ] as const) {
      const { code, stdout } = await liasse(['run', 'list', '--lang', language], { env });
      expect(code).toBe(0);
      expect(stdout).toContain('2026-09');
      expect(stdout.includes(word) || language === 'fr').toBe(true);
    }
    const info = await liasse(['company', 'info'], { env });
    expect(info.stdout).toContain('Atelier du Quai');
    const jobs = await run(
      z.object({ jobs: z.array(z.object({ name: z.string(), status: z.string() })) }),
      0,
      'job',
      'list',
    );
    expect(new Set(jobs.jobs.map((job) => job.status))).toEqual(new Set(['done']));
  });

  it('abandons a run and gives its lines back', async () => {
    await run(z.object({ created: z.literal(true) }), 0, 'run', 'draft', '--period', '2026-10', '--name', 'october');
    const given = await run(z.object({ linesReopened: z.number() }), 0, 'run', 'abandon', '--run', 'october');
    expect(given.linesReopened).toBeGreaterThan(0);
    expect((await json(['run', 'review', '--run', 'nowhere'], { env })).reply.error?.code).toBe('cli_run_unknown');
  });

  it('cancels at Ctrl-C and leaves the file whole', async () => {
    const many = join(folder.path, 'many.csv');
    const rows = Array.from({ length: 60_000 }, (_, index) => `C0001;2026-11-02;1;${index}.25;thing ${index}`);
    writeFileSync(many, `Code client;Date;Quantité;Prix unitaire HT;Désignation\n${rows.join('\n')}\n`);
    const running = start(['import', 'lines', many], { env });
    while (!running.said().includes('\n')) await new Promise((resolve) => setTimeout(resolve, 20));
    running.interrupt();
    const { code, stderr } = await running.ended;
    expect(code, stderr).toBe(1);
    expect(stderr.toLowerCase()).toContain('cancel');
    const open = await run(z.object({ total: z.number() }), 0, 'lines', 'list', '--search', 'thing');
    expect([0, 60_000]).toContain(open.total);
  });
});

describe('the demonstration', { timeout: 240_000 }, () => {
  it('goes the whole way in a fresh folder, twice', async () => {
    const Demo = z.object({
      folder: z.string(),
      issued: z.object({ issued: z.number() }),
      verified: z.object({ ok: z.literal(true) }),
    });
    const out = join(folder.path, 'demo');
    const first = await run(Demo, 0, 'demo', '--out', out);
    const second = await run(Demo, 0, 'demo', '--out', out);
    expect(second.folder).not.toBe(first.folder);
    expect(existsSync(first.folder)).toBe(true);
    expect(second.issued).toEqual(first.issued);
  });
});
