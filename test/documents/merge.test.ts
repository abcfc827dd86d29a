import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MergeInput, type MergeOptions, mergePdfs } from '#engine/documents/merge/merge.ts';
import { objectPieces } from '#engine/documents/merge/syntax.ts';
import { renderPdf } from '#engine/documents/pdf/render.ts';
import { readPages } from './pdf-text.ts';
import { sampleDocument } from './sample.ts';

const resourcesDir = fileURLToPath(new URL('../../resources', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'liasse-merge-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const options: MergeOptions = { title: 'Campagne d’octobre', fsync: false };

/** 1 x 1 with transparency. */
const logo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBoAAAAhQCB69VMmQAAAABJRU5ErkJggg==',
  'base64',
);
const files: MergeInput[] = [];

beforeAll(async () => {
  for (let index = 0; index < 70; index += 1) {
    const number = `FA-${index} (été)`;
    const document = sampleDocument({
      lines: index === 5 ? 60 : 1 + (index % 4),
      number,
      language: index % 2 === 0 ? 'fr' : 'en',
    });
    document.buyer.name = `Client \\(${index}) 12 0 R endobj`;
    const path = join(folder, `${index}.pdf`);
    writeFileSync(path, (await renderPdf(document, { resourcesDir, number: null, watermark: null, logo })).bytes);
    files.push({ path, title: number });
  }
});

const installed = (tool: string): boolean => {
  try {
    execFileSync(tool, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

describe('the merged file', () => {
  it('has every page in order, a bookmark a document, and shares what is the same', async () => {
    const path = join(folder, 'all.pdf');
    const told: number[] = [];
    const result = await mergePdfs(files, path, { ...options, onProgress: (done) => told.push(done) });
    const bytes = readFileSync(path);
    const { pages, outline, title } = await readPages(bytes);
    expect(pages.length).toBe(result.pages);
    expect(pages.length).toBeGreaterThan(71);
    expect(outline).toEqual(files.map((file) => file.title));
    expect(title).toBe('Campagne d’octobre');
    expect(told.at(-1)).toBe(70);
    let at = 0;
    for (const file of files) {
      const alone = (await readPages(readFileSync(file.path))).pages;
      expect(pages.slice(at, at + alone.length).map((page) => page.text)).toEqual(alone.map((page) => page.text));
      at += alone.length;
    }
    // The logo, once.
    expect(bytes.toString('latin1').match(/\/Subtype \/Image/g)).toHaveLength(1);
    const sum = files.reduce((total, file) => total + readFileSync(file.path).length, 0);
    expect(bytes.length).toBeLessThan(sum * 0.85);
    expect(bytes.length).toBe(result.bytes);
  });

  it('opens in another library', async () => {
    const path = join(folder, 'lib.pdf');
    const { pages } = await mergePdfs(files.slice(0, 10), path, options);
    expect((await PDFDocument.load(readFileSync(path))).getPageCount()).toBe(pages);
  });

  it.skipIf(!installed('qpdf'))('is sound to qpdf (skipped where qpdf is missing)', async () => {
    const path = join(folder, 'qpdf.pdf');
    await mergePdfs(files, path, options);
    expect(execFileSync('qpdf', ['--check', path]).toString()).toContain('No syntax or stream encoding errors');
  });

  it('is the same bytes for the same files', async () => {
    const [a, b] = [join(folder, 'a.pdf'), join(folder, 'b.pdf')];
    const first = await mergePdfs(files.slice(0, 20), a, options);
    const second = await mergePdfs(files.slice(0, 20), b, options);
    expect(second.sha256).toBe(first.sha256);
  });

  it('is not made when a file is no PDF of ours, and what was there stays', async () => {
    const path = join(folder, 'kept.pdf');
    writeFileSync(path, 'before');
    const whole = readFileSync(files[0]?.path ?? '');
    const broken: [string, Buffer][] = [
      ['text', Buffer.from('hello')],
      ['truncated', whole.subarray(0, whole.length - 500)],
      ['hole', Buffer.concat([whole.subarray(0, 3000), whole.subarray(3200)])],
      ['empty', Buffer.alloc(0)],
    ];
    for (const [name, bytes] of broken) {
      const bad = join(folder, `${name}.bad`);
      writeFileSync(bad, bytes);
      await expect(mergePdfs([...files.slice(0, 3), { path: bad, title: name }], path, options)).rejects.toMatchObject({
        code: 'merge_file_unreadable',
        params: { name: `${name}.bad` },
      });
    }
    await expect(mergePdfs([{ path: join(folder, 'none'), title: 'x' }], path, options)).rejects.toMatchObject({
      code: 'merge_file_unreadable',
    });
    await expect(mergePdfs([], path, options)).rejects.toMatchObject({ code: 'merge_nothing' });
    expect(readFileSync(path, 'utf8')).toBe('before');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('stops when asked', async () => {
    const cancel = new Int32Array(new SharedArrayBuffer(4));
    const merging = mergePdfs(files, join(folder, 'never.pdf'), {
      ...options,
      cancel,
      onProgress: (done) => {
        if (done === 3) Atomics.store(cancel, 0, 1);
      },
    });
    await expect(merging).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(folder)).not.toContain('never.pdf');
  });
});

describe('references', () => {
  it('are found outside strings only', () => {
    const { pieces, stream } = objectPieces(
      '<< /A 12 0 R /B (1 0 R \\) (2 0 R) ) /C [3 0 R 4 0 R] /D 5 0 /E <31 30> /F 6 0 RG >>\nendobj',
      0,
    );
    expect(pieces.filter((piece) => typeof piece === 'number')).toEqual([12, 3, 4]);
    expect(stream).toBe(false);
  });
});
