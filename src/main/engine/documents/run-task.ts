/** Does one task of a document thread. */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { FrozenDocument } from '#shared/model/document.ts';
import { EngineError } from '#shared/model/error.ts';
import { mergePdfs } from './merge/merge.ts';
import { syncFiles, writeOutputFile } from './output-file.ts';
import { renderPdf } from './pdf/render.ts';
import type { DocumentTask, DocumentTaskResults } from './task.ts';
import { rowsOfDocument, type WorkbookRow } from './workbook/rows.ts';
import { writeWorkbook } from './workbook/workbook.ts';

export interface TaskContext {
  resourcesDir: string;
  cancel: Int32Array | null;
  onProgress: (done: number, total: number | null) => void;
}

export async function runDocumentTask(
  task: DocumentTask,
  context: TaskContext,
): Promise<DocumentTaskResults[keyof DocumentTaskResults]> {
  const { resourcesDir, cancel, onProgress } = context;
  switch (task.task) {
    case 'pdf': {
      const { document, number, watermark } = task;
      return renderPdf(document, {
        resourcesDir,
        number,
        watermark,
        logo: keptLogo(document.presentation.logo, task.logo),
      });
    }
    case 'pdf-to-file': {
      const document = frozenDocument(task.document, task.fileName);
      const logo = keptLogo(document.presentation.logo, task.logo);
      const { bytes, pages, missingGlyphs, logoUnreadable } = await renderPdf(document, {
        resourcesDir,
        number: null,
        watermark: null,
        logo,
      });
      const written = await writeOutputFile(join(task.folder, task.fileName), bytes, task.fsync);
      return { ...written, pages, missingGlyphs, logoUnreadable };
    }
    case 'merge':
      return mergePdfs(task.files, task.outPath, { title: task.title, fsync: task.fsync, cancel, onProgress });
    case 'workbook': {
      const { language, title, author, outPath, fsync } = task;
      const input = { language, title, author, createdAt: new Date(task.createdAt), rows: stagedRows(task.rowsPath) };
      return writeWorkbook(input, outPath, { fsync, cancel, onProgress });
    }
    case 'sync':
      await syncFiles(task.paths);
      return null;
  }
}

/** The logo of the last documents: every task brings its own copy, and one object lets its decoded form be kept. */
let lastLogo: { sha256: string; bytes: Uint8Array } | null = null;

function keptLogo(sha256: string | null, bytes: Uint8Array | null): Uint8Array | null {
  if (bytes === null || sha256 === null) return bytes;
  if (lastLogo?.sha256 !== sha256) lastLogo = { sha256, bytes };
  return lastLogo.bytes;
}

/** Fails with `document_unreadable`: the bytes in the company file are no frozen document of a known format. */
function frozenDocument(bytes: Uint8Array, name: string): FrozenDocument {
  try {
    return FrozenDocument.parse(
      JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')),
    );
  } catch (cause) {
    throw new EngineError('document_unreadable', { name }, { cause });
  }
}

async function* stagedRows(path: string): AsyncGenerator<WorkbookRow> {
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line === '') continue;
    // The file was written by this program a moment ago; checking each of 50,000 rows again would double the time.
    const value = JSON.parse(line) as WorkbookRow | { t: 'document'; document: FrozenDocument };
    if (value.t === 'document') yield* rowsOfDocument(value.document);
    else yield value;
  }
}
