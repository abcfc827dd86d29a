/** Papers: a draft is marked as one, an issued document's first paper stays its original. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CustomerId } from '#shared/model/ids.ts';
import { readPages } from '../documents/pdf-text.ts';
import { code, openTestCompany, profile, startEngine, type TestEngine, testFolder } from '../fixtures/engine/engine.ts';
import { draftedRun, draftsOf, importRows, line, manual, saveCustomer } from '../fixtures/engine/work.ts';

const folder = testFolder();
const file = folder.in('papers.liasse');
let engine: TestEngine;
let customer: CustomerId;
beforeAll(async () => {
  engine = await openTestCompany(file);
  customer = (await saveCustomer(engine, { code: 'C1' })).id;
});
afterAll(async () => {
  await engine.close();
  folder.remove();
});

const pdfText = async (path: string): Promise<string> =>
  (await readPages(readFileSync(path))).pages.map((page) => page.text).join('\n');
const hash = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
const archived = (sha256: string): string => folder.in('papers.archive', sha256.slice(0, 2), `${sha256}.pdf`);
let price = 10;
async function issued() {
  price += 1;
  return engine.client.call('invoice.create', { invoice: manual(customer, {}, { unitPrice: String(price) }) });
}
const pdf = (id: string, path: string | null = null) =>
  engine.client.call('document.pdf', { of: { kind: 'invoice', id: id as never }, path });

describe('the paper of a draft', () => {
  it('has no number and is marked; of a run, and by hand', async () => {
    await importRows(engine, folder.in('lines.csv'), 'lines', [line('C1', 'a', '10')]);
    const runId = await draftedRun(engine);
    const draft = (await draftsOf(engine, runId)).get('a');
    const ofRun = await engine.client.call('document.pdf', { of: { kind: 'draft', id: draft?.id ?? ('' as never) } });
    const byHand = await engine.client.call('document.pdf', { of: { kind: 'manual', invoice: manual(customer) } });
    for (const made of [ofRun, byHand]) {
      expect([made.original, made.pages, made.missingGlyphs]).toEqual([false, 1, []]);
      expect(made.sha256).toBe(hash(made.path));
      const text = await pdfText(made.path);
      expect(text).toMatch(/D ?R ?A ?F ?T/);
      expect(text).toContain('Customer C1');
      expect(text).not.toContain('INV-2024');
    }
  });
});

describe('the paper of an issued document', () => {
  it('once saved is the original, whatever the company becomes', async () => {
    const row = await issued();
    const preview = await pdf(row.id);
    expect([preview.original, existsSync(archived(preview.sha256))]).toEqual([false, false]);
    const text = await pdfText(preview.path);
    expect(text).toContain(row.number);
    expect(text).not.toMatch(/D ?R ?A ?F ?T/);

    const path = folder.in('out', 'first.pdf');
    const saved = await pdf(row.id, path);
    expect([saved.path, saved.original, saved.sha256]).toEqual([path, false, hash(path)]);
    expect(hash(archived(saved.sha256))).toBe(saved.sha256);
    const { rowVersion } = await engine.client.call('company.get', {});
    await engine.client.call('company.update', { profile: profile({ addressLines: ['77 Elsewhere'] }), rowVersion });
    const again = await pdf(row.id, folder.in('out', 'again.pdf'));
    expect([again.original, again.sha256]).toEqual([true, saved.sha256]);
    expect(readFileSync(again.path).equals(readFileSync(path))).toBe(true);
    const { files, history } = await engine.client.call('invoice.get', { id: row.id });
    expect(files.map((one) => [one.path, one.sha256])).toEqual([[path, saved.sha256]]);
    expect(history.filter((event) => event.action === 'invoice.pdf_saved')).toHaveLength(1);
    // And with the file taken away the clerk still gets it.
    writeFileSync(path, 'gone');
    expect((await pdf(row.id)).original).toBe(true);
  });

  it('is made again, and says so, when its original is damaged or gone; saving it puts the same bytes back', async () => {
    const row = await issued();
    const saved = await pdf(row.id, folder.in('damaged.pdf'));
    const original = readFileSync(archived(saved.sha256));
    writeFileSync(archived(saved.sha256), original.subarray(0, 100));
    const again = await pdf(row.id);
    expect([again.original, again.sha256]).toEqual([false, saved.sha256]);
    await pdf(row.id, folder.in('mended.pdf'));
    expect(hash(archived(saved.sha256))).toBe(saved.sha256);
    expect((await pdf(row.id)).original).toBe(true);
  });

  it('keeps no original from a file opened for reading', async () => {
    const row = await issued();
    const reader = startEngine();
    await reader.client.call('company.open', { path: file, readOnly: true });
    const path = folder.in('reader.pdf');
    const made = await reader.client.call('document.pdf', { of: { kind: 'invoice', id: row.id }, path });
    await reader.close();
    expect([made.original, existsSync(path), existsSync(archived(made.sha256))]).toEqual([false, true, false]);
    expect((await engine.client.call('invoice.get', { id: row.id })).files).toEqual([]);
  });

  it('that cannot be written, or does not exist, is an error of its own', async () => {
    const row = await issued();
    writeFileSync(folder.in('wall'), '');
    expect(await code(pdf(row.id, join(folder.in('wall'), 'x.pdf')))).toBe('folder_not_writable');
    expect((await engine.client.call('invoice.get', { id: row.id })).files).toEqual([]);
    expect(await code(pdf('01890000-0000-7000-8000-000000000001'))).toBe('not_found');
  });
});
