import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { renderPdf } from '#engine/documents/pdf/render.ts';
import { createWorkerPool, type WorkerPool, type WorkerPoolOptions } from '#engine/services/worker-pool.ts';
import { readPages } from './pdf-text.ts';
import { sampleDocument } from './sample.ts';

const resourcesDir = fileURLToPath(new URL('../../resources', import.meta.url));
const threadUrl = new URL('../../src/main/engine/entries/worker.ts', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'liasse-pool-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function withPool<T>(options: Partial<WorkerPoolOptions>, use: (pool: WorkerPool) => Promise<T>): Promise<T> {
  const pool = createWorkerPool({ size: 2, threadUrl, resourcesDir, ...options });
  try {
    return await use(pool);
  } finally {
    await pool.close();
    expect(pool.threads).toBe(0);
  }
}

const toFile = (index: number, lines = 2) => {
  const document = Buffer.from(JSON.stringify(sampleDocument({ lines, number: `FA-${index}` })));
  return { task: 'pdf-to-file', document, folder, fileName: `${index}.pdf`, fsync: false, logo: null } as const;
};

describe('the pool of document threads', () => {
  it('makes the same bytes as the main thread, writes, merges, syncs and lists them', async () => {
    await withPool({}, async (pool) => {
      const document = sampleDocument({ lines: 3 });
      const shown = await pool.run({ task: 'pdf', document, number: null, watermark: null, logo: null });
      const here = await renderPdf(document, { resourcesDir, number: null, watermark: null, logo: null });
      expect(here.bytes.equals(shown.bytes)).toBe(true);

      const written = await Promise.all(Array.from({ length: 12 }, (_, index) => pool.run(toFile(index))));
      expect(written.every((file) => file.written && file.pages === 1)).toBe(true);
      expect(pool.threads).toBe(2);
      expect((await pool.run(toFile(3))).written).toBe(false);
      await pool.run({ task: 'sync', paths: written.map((file) => file.path) });

      const outPath = join(folder, 'all.pdf');
      const files = written.map((file, index) => ({ path: file.path, title: `FA-${index}` }));
      expect(await pool.run({ task: 'merge', files, outPath, title: 'All', fsync: true })).toMatchObject({ pages: 12 });
      expect((await readPages(readFileSync(outPath))).outline).toHaveLength(12);

      const rowsPath = join(folder, 'rows.jsonl');
      for (let index = 0; index < 12; index += 1) {
        appendFileSync(
          rowsPath,
          `${JSON.stringify({ t: 'document', document: sampleDocument({ number: `FA-${index}` }) })}\n`,
        );
      }
      const book = {
        outPath: join(folder, 'book.xlsx'),
        language: 'fr',
        title: 'x',
        author: 'y',
        createdAt: '2026-11-03T00:00:00Z',
      } as const;
      const [after, workbook] = await Promise.all([
        pool.run(toFile(20)),
        pool.run({ task: 'workbook', rowsPath, fsync: false, ...book }),
        pool.run(toFile(21)),
      ]);
      expect(workbook).toMatchObject({ invoices: 12, lines: 84, balanced: true });
      expect(after.written).toBe(true);
    });
  });

  it('fails by itself what fails', async () => {
    await withPool({}, async (pool) => {
      const bad = { ...toFile(30), document: Buffer.from('{"format":9}'), fileName: 'bad.pdf' };
      const results = await Promise.allSettled([
        pool.run(toFile(31)),
        pool.run(bad),
        pool.run({ ...toFile(32), folder: join(folder, 'none') }),
        pool.run(toFile(33)),
      ]);
      expect(results.map((result) => (result.status === 'rejected' ? result.reason.code : 'ok'))).toEqual([
        'ok',
        'document_unreadable',
        'document_write_failed',
        'ok',
      ]);
    });
  });

  it('survives a thread that runs out of memory: one task fails, the others do not', async () => {
    await withPool({ resourceLimits: { maxOldGenerationSizeMb: 60, maxYoungGenerationSizeMb: 4 } }, async (pool) => {
      const results = await Promise.allSettled([
        pool.run(toFile(40)),
        pool.run(toFile(41, 8_000)),
        ...[42, 43, 44].map((index) => pool.run(toFile(index))),
      ]);
      expect(results.map((result) => (result.status === 'rejected' ? result.reason.code : 'ok'))).toEqual([
        'ok',
        'document_thread_died',
        'ok',
        'ok',
        'ok',
      ]);
      expect(existsSync(join(folder, '41.pdf'))).toBe(false);
      expect((await pool.run(toFile(45))).written).toBe(true);
    });
  });

  it('says so when the threads cannot start', async () => {
    await withPool({ threadUrl: new URL('./no-such-file.ts', import.meta.url) }, async (pool) => {
      await expect(pool.run(toFile(50))).rejects.toMatchObject({ code: 'document_thread_died' });
      await expect(pool.run(toFile(51))).rejects.toMatchObject({ code: 'document_thread_died' });
    });
  });

  it('cancels what waits and what runs', async () => {
    await withPool({ size: 1 }, async (pool) => {
      const stop = new AbortController();
      const running = pool.run(toFile(60));
      const waiting = pool.run(toFile(61), { signal: stop.signal });
      stop.abort();
      await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
      expect((await running).written).toBe(true);
      expect(existsSync(join(folder, '61.pdf'))).toBe(false);

      const later = new AbortController();
      const files = Array.from({ length: 3000 }, () => ({ path: join(folder, '60.pdf'), title: 'x' }));
      const merging = pool.run(
        { task: 'merge', files, outPath: join(folder, 'never.pdf'), title: 'x', fsync: false },
        { signal: later.signal, onProgress: () => later.abort() },
      );
      await expect(merging).rejects.toMatchObject({ code: 'cancelled' });
      expect(existsSync(join(folder, 'never.pdf'))).toBe(false);
      await expect(pool.run(toFile(62), { signal: later.signal })).rejects.toMatchObject({ code: 'cancelled' });
    });
  });

  it('replaces a thread that has grown', async () => {
    await withPool({ size: 1, recycleAfter: 2, recycleHeapBytes: 1 }, async (pool) => {
      for (const index of [70, 71, 72, 73, 74]) expect((await pool.run(toFile(index))).written).toBe(true);
      expect(pool.threads).toBe(1);
    });
  });

  it('closes at once, and then takes nothing', async () => {
    const pool = createWorkerPool({ size: 1, threadUrl, resourcesDir });
    const results = Promise.allSettled([80, 81, 82].map((index) => pool.run(toFile(index))));
    await pool.close();
    for (const result of await results)
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'engine_closing' } });
    await expect(pool.run(toFile(83))).rejects.toMatchObject({ code: 'engine_closing' });
  });
});
