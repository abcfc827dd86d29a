/**
 * PDFs a second on one thread, beside naive pdfmake: the same page description, but with whole font files (those that
 * pdfmake brings) parsed for every document, as its manual shows. Variants alternate in one process; medians of CPU time.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cpuUsage } from 'node:process';
import { fileURLToPath } from 'node:url';
import { sheetOf } from '#engine/documents/pdf/classic/sheet.ts';
import { paperFonts } from '#engine/documents/pdf/fonts.ts';
import { definitionOf, renderPdf } from '#engine/documents/pdf/render.ts';
import { createWorkerPool } from '#engine/services/worker-pool.ts';
import type { FrozenDocument } from '#shared/model/document.ts';
import { sampleDocument } from '../documents/sample.ts';

export interface BenchRow {
  name: string;
  /** CPU time compared with the naive way; below 1 is faster. */
  ratio: number;
  perSecond: number;
}

const resourcesDir = fileURLToPath(new URL('../../resources', import.meta.url));
const threadUrl = new URL('../../src/main/engine/entries/worker.ts', import.meta.url);

interface PdfMaker {
  setFonts(fonts: object): void;
  setUrlAccessPolicy(allows: () => boolean): void;
  setLocalAccessPolicy(allows: () => boolean): void;
  createPdf(definition: object): { getBuffer(): Promise<Buffer> };
}

/** A pdfmake of its own, set up as its manual says: font files by path. */
function naivePdfmake(): PdfMaker {
  const require = createRequire(import.meta.url);
  const shared: { constructor: new () => PdfMaker } = require('pdfmake');
  const folder = join(dirname(require.resolve('pdfmake/package.json')), 'fonts/Roboto');
  const maker = new shared.constructor();
  maker.setFonts({
    Paper: { normal: join(folder, 'Roboto-Regular.ttf'), bold: join(folder, 'Roboto-Medium.ttf') },
  });
  maker.setUrlAccessPolicy(() => false);
  maker.setLocalAccessPolicy(() => true);
  return maker;
}

async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = cpuUsage();
  await work();
  const used = cpuUsage(before);
  return (used.user + used.system) / 1e6;
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Documents that differ as those of a run do: other numbers, names and amounts. */
function variety(lines: number, index: number): FrozenDocument {
  const document = sampleDocument({ lines, number: `FA-2026-11-${String(index).padStart(5, '0')}` });
  return {
    ...document,
    buyer: { ...document.buyer, name: `Client ${index} Entreprise`, addressLines: [`${index}, rue du Parc`] },
    lines: document.lines.map((line) => ({ ...line, net: line.net + index })),
  };
}

/** @param rounds documents of each kind and way that are measured, after some that warm up */
export async function benchPdf(rounds = 40): Promise<BenchRow[]> {
  const naive = naivePdfmake();
  const fonts = paperFonts(resourcesDir);
  const rows: BenchRow[] = [];
  for (const [name, lines] of [
    ['1 page (10 lines)', 10],
    ['3 pages (60 lines)', 60],
  ] as const) {
    const naiveTimes: number[] = [];
    const ownTimes: number[] = [];
    for (let round = -5; round < rounds; round += 1) {
      const document = variety(lines, round + 10);
      const slow = await cpuOf(() =>
        naive
          .createPdf(definitionOf(sheetOf(document, document.number, null, fonts), null, () => undefined))
          .getBuffer(),
      );
      const fast = await cpuOf(() => renderPdf(document, { resourcesDir, number: null, watermark: null, logo: null }));
      if (round < 0) continue;
      naiveTimes.push(slow);
      ownTimes.push(fast);
    }
    const base = median(naiveTimes);
    rows.push({ name: `naive pdfmake, ${name}`, ratio: 1, perSecond: 1 / base });
    rows.push({ name: `Liasse, ${name}`, ratio: median(ownTimes) / base, perSecond: 1 / median(ownTimes) });
  }
  return rows;
}

/**
 * PDFs of one page to disk through the pool: documents a second by the clock, with 1 thread and with `threads`.
 * `ratio` is the time compared with one thread.
 */
export async function benchPdfPool(threads = 2, count = 300): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'liasse-bench-'));
  const documents = Array.from({ length: count }, (_, index) => Buffer.from(JSON.stringify(variety(10, index))));
  const rows: BenchRow[] = [];
  try {
    for (const size of [1, threads]) {
      const pool = createWorkerPool({ size, threadUrl, resourcesDir });
      const make = (document: Buffer, index: number) =>
        pool.run({ task: 'pdf-to-file', document, folder, fileName: `${size}-${index}.pdf`, fsync: false, logo: null });
      try {
        await Promise.all(documents.slice(0, 10 * size).map((document, index) => make(document, -1 - index)));
        const start = performance.now();
        await Promise.all(documents.map(make));
        const perSecond = (count * 1000) / (performance.now() - start);
        rows.push({
          name: `Liasse, 1 page to disk, pool of ${size}`,
          ratio: (rows[0]?.perSecond ?? perSecond) / perSecond,
          perSecond,
        });
      } finally {
        await pool.close();
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return rows;
}
