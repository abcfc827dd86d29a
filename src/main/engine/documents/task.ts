/** What document threads do: the tasks, their results, and the messages around them. */
import type { DraftDocument, FrozenDocument } from '#shared/model/document.ts';
import type { EngineErrorShape } from '#shared/model/error.ts';
import type { Language } from '#shared/model/values.ts';
import type { MergeInput, MergeResult } from './merge/merge.ts';
import type { WrittenFile } from './output-file.ts';
import type { WorkbookResult } from './workbook/workbook.ts';

export type DocumentTask =
  /** A preview, or a reprint on the screen: bytes come back. */
  | {
      task: 'pdf';
      document: FrozenDocument | DraftDocument;
      number: string | null;
      watermark: 'draft' | null;
      logo: Uint8Array | null;
    }
  /** A document of a run: `document` is the canonical JSON of a frozen document. */
  | {
      task: 'pdf-to-file';
      document: Uint8Array;
      folder: string;
      fileName: string;
      /** False when the caller syncs a batch with the task `sync`. */
      fsync: boolean;
      logo: Uint8Array | null;
    }
  | { task: 'merge'; files: MergeInput[]; outPath: string; title: string; fsync: boolean }
  /** `rowsPath`: a file of one JSON value a line, each a WorkbookRow or `{"t":"document","document":...}`. */
  | {
      task: 'workbook';
      rowsPath: string;
      outPath: string;
      language: Language;
      title: string;
      author: string;
      /** ISO 8601, UTC. */
      createdAt: string;
      fsync: boolean;
    }
  | { task: 'sync'; paths: string[] };

export interface DocumentTaskResults {
  pdf: { bytes: Uint8Array; pages: number; missingGlyphs: string[]; logoUnreadable: boolean };
  'pdf-to-file': WrittenFile & { pages: number; missingGlyphs: string[]; logoUnreadable: boolean };
  merge: MergeResult;
  workbook: WorkbookResult;
  sync: null;
}

export type DocumentTaskResult<T extends DocumentTask> = DocumentTaskResults[T['task']];

export interface DocumentThreadData {
  /** The folder that holds `fonts/`. */
  resourcesDir: string;
}

export type DocumentRequest = DocumentTask & {
  id: number;
  /** Int32 at 0: 1 asks to stop. */
  cancel: SharedArrayBuffer | null;
};

export type DocumentMessage =
  | { id: number; progress: { done: number; total: number | null } }
  | { id: number; ok: true; result: DocumentTaskResults[keyof DocumentTaskResults]; heapBytes: number }
  | { id: number; ok: false; error: EngineErrorShape; heapBytes: number };
