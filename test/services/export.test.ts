/** The full export: every table, every paper, described, hashed, harmless to a spreadsheet, without secrets. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvCell, csvForm, csvLine } from '#engine/documents/export/csv.ts';
import { families, pdfFamily } from '#engine/documents/export/families.ts';
import { openTestCompany, startEngine, type TestEngine, testFolder } from '../fixtures/engine/engine.ts';
import { approveAll, draftedRun, importRows, line, manual, saveCustomer } from '../fixtures/engine/work.ts';

const folder = testFolder();
const path = folder.in('harbour.liasse');
const out = folder.in('out');
let engine: TestEngine;
afterAll(async () => {
  await engine.close();
  folder.remove();
});

beforeAll(async () => {
  mkdirSync(out);
  engine = await openTestCompany(path);
  const evil = await saveCustomer(engine, {
    code: 'C1',
    name: '=HYPERLINK("http://x","y")',
    note: '+33 1 02, "quoted"',
  });
  await saveCustomer(engine, { code: 'C2', name: 'Élodie; Brûlé' });
  const rows = [line('C1', 'a', '10'), line('C2', 'b', '20.01'), line('C2', 'c', '-5')];
  await importRows(engine, folder.in('lines.csv'), 'lines', rows);
  const runId = await draftedRun(engine);
  await approveAll(engine, runId);
  await engine.job('run.finalise', { runId });
  const one = await engine.client.call('invoice.create', { invoice: manual(evil.id, { issueDate: '2024-04-02' }) });
  await engine.client.call('document.pdf', { of: { kind: 'invoice', id: one.id }, path: folder.in('one.pdf') });
  await engine.client.call('user.save', {
    id: null,
    rowVersion: null,
    name: 'Claire',
    roles: ['prepare', 'approve', 'account', 'manage'],
    secret: { kind: 'none' },
  });
});

const cells = (text: string): string[] => text.replace('\ufeff', '').split('\r\n').filter(Boolean);

describe('a full export', () => {
  it('holds every table, every paper and a manifest that fits every file', async () => {
    const result = await engine.job('export.all', { folder: out });
    expect(result).toMatchObject({ invoices: 4, originals: 1, rendered: 3, erased: 0 });
    const manifest = JSON.parse(readFileSync(`${result.folder}/manifest.json`, 'utf8'));
    for (const name of Object.keys(families)) {
      expect(existsSync(`${result.folder}/csv/${name}.csv`), name).toBe(true);
      expect(Array.isArray(JSON.parse(readFileSync(`${result.folder}/json/${name}.json`, 'utf8'))), name).toBe(true);
    }
    for (const file of manifest.files) {
      const bytes = readFileSync(`${result.folder}/${file.path}`);
      expect(bytes.length).toBe(file.bytes);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
    }
    expect(readdirSync(`${result.folder}/pdf`)).toHaveLength(4);
    for (const paper of manifest.papers) {
      const bytes = readFileSync(`${result.folder}/pdf/${paper.file}`);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(paper.sha256);
    }
    expect(existsSync(`${result.folder}/unfinished.txt`)).toBe(false);
    const invoices = JSON.parse(readFileSync(`${result.folder}/json/invoices.json`, 'utf8'));
    for (const invoice of invoices) {
      expect(invoice.document.number).toBe(invoice.number);
      expect(invoice.document.totals.gross).toBe(Math.abs(invoice.gross));
    }
    const lines = cells(readFileSync(`${result.folder}/csv/invoice_lines.csv`, 'utf8'));
    expect(lines).toHaveLength(1 + 4);
  });

  it('disarms formulas, begins with a byte order mark, keeps secrets out', async () => {
    const result = await engine.job('export.all', { folder: out });
    const text = readFileSync(`${result.folder}/csv/customers.csv`, 'utf8');
    expect(text.startsWith('\ufeffid,code,name')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
    expect(text).toContain(`"'+33 1 02, ""quoted"""`);
    const users = readFileSync(`${result.folder}/json/users.json`, 'utf8');
    expect(users).not.toContain('secret');
    const audit = cells(readFileSync(`${result.folder}/csv/audit.csv`, 'utf8'));
    expect(audit.length).toBeGreaterThan(5);
  });

  it('describes every file and every column in both languages', async () => {
    const result = await engine.job('export.all', { folder: out });
    for (const name of ['LISEZMOI.txt', 'README.txt']) {
      const text = readFileSync(`${result.folder}/${name}`, 'utf8');
      for (const family of [...Object.values(families), pdfFamily]) {
        expect(text).toContain(`${family.name}.csv`);
        const header = cells(readFileSync(`${result.folder}/csv/${family.name}.csv`, 'utf8'))[0] ?? '';
        for (const column of header.split(',')) expect(text).toContain(`  ${column} `);
      }
    }
  });

  it('works on a file opened for reading only, beside its owner', async () => {
    const other = startEngine('reader');
    await other.client.call('company.open', { path, readOnly: true });
    await other.client.call('people.signIn', {
      userId: (await other.client.call('people.state', {})).users[0]?.id ?? '',
      secret: null,
    } as never);
    const result = await other.job('export.all', { folder: out });
    expect(result.invoices).toBe(4);
    await other.close();
  });
});

describe('a cell', () => {
  it('never begins as a formula, and is one cell again when read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('fr' as const, 'en' as const), (value, language) => {
        const form = csvForm(language);
        const cell = csvCell(value, 'text', form);
        const inner = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
        expect(/^[=+\-@\t\r]/.test(inner)).toBe(false);
        expect(inner.endsWith(value)).toBe(true);
        if (!cell.startsWith('"')) expect(cell).not.toContain(form.delimiter);
      }),
    );
  });

  it('writes decimals as the language reads them', () => {
    expect(csvLine([csvCell('-1234.50', 'decimal', csvForm('fr')), 'x'], csvForm('fr'))).toBe('-1234,50;x\r\n');
    expect(csvCell('-1234.50', 'decimal', csvForm('en'))).toBe('-1234.50');
  });
});
