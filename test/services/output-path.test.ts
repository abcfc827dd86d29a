/** Nothing that a person asks for is written over the company, what belongs to it, or the file being read. */
import { createHash } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assertOutputPath } from '#engine/services/output-path.ts';
import { code, openTestCompany, type TestEngine, testFolder } from '../fixtures/engine/engine.ts';
import { approveAll, draftedRun, importRequest, importRows, line, saveCustomer } from '../fixtures/engine/work.ts';

const folder = testFolder();
const path = folder.in('mine.liasse');
const csv = folder.in('lines.csv');
let engine: TestEngine;
const sha = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

beforeAll(async () => {
  engine = await openTestCompany(path);
  await saveCustomer(engine, { code: 'C1' });
  await importRows(engine, csv, 'lines', [line('C1', 'a', '10')]);
});
afterAll(async () => {
  await engine.close();
  folder.remove();
});

describe('what a person asks for', () => {
  it('is not written over the company, under whatever name', async () => {
    const runId = await draftedRun(engine);
    await approveAll(engine, runId);
    await engine.job('run.finalise', { runId });
    const { rows } = await engine.client.call('invoice.list', {});
    const id = rows[0]?.id ?? ('' as never);
    const pdf = (to: string) => code(engine.client.call('document.pdf', { of: { kind: 'invoice', id }, path: to }));
    const book = (to: string) => code(engine.job('export.workbook', { path: to }));
    symlinkSync(path, folder.in('link.pdf'));
    linkSync(path, folder.in('hard.xlsx'));
    mkdirSync(folder.in('mine.archive', 'aa'), { recursive: true });
    symlinkSync(folder.in('mine.archive'), folder.in('papers'));
    const before = sha(path);
    for (const suffix of ['', '-wal', '-shm', '.lock']) expect(await pdf(path + suffix)).toBe('output_extension');
    expect(await book(path)).toBe('output_extension');
    expect(await pdf(folder.in('link.pdf'))).toBe('output_path_taken');
    expect(await book(folder.in('hard.xlsx'))).toBe('output_path_taken');
    expect(await pdf(folder.in('mine.archive', 'aa', 'new.pdf'))).toBe('output_path_taken');
    expect(await pdf(folder.in('papers', 'bb', 'new.pdf'))).toBe('output_path_taken');
    expect(await code(engine.job('run.produce', { runId, folder: folder.in('papers') }))).toBe('output_path_taken');
    expect(sha(path)).toBe(before);
    // By its proper name it goes through.
    await engine.client.call('document.pdf', { of: { kind: 'invoice', id }, path: folder.in('paper.PDF') });
  });

  it('is not written over the file being imported', async () => {
    const before = sha(csv);
    symlinkSync(csv, folder.in('again.csv'));
    const request = await importRequest(engine, csv, 'lines');
    for (const rejectsPath of [csv, folder.in('again.csv')]) {
      expect(await code(engine.job('import.commit', { ...request, rejectsPath }))).toBe('output_path_taken');
    }
    const rehearsal = engine.job('import.rehearse', { ...request, rejectsPath: path });
    expect(await code(rehearsal)).toBe('output_extension');
    expect(sha(csv)).toBe(before);
  });

  it('may replace a file of its own kind', () => {
    writeFileSync(folder.in('old.pdf'), '');
    expect(() => assertOutputPath(path, folder.in('old.pdf'), '.pdf')).not.toThrow();
  });
});
