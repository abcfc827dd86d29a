/** A whole foreign file into a staging file: one record or rejection a line, as {@link StagedRecord}. */
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { EngineError, systemErrorCode } from '#shared/model/error.ts';
import type { ReadOptions, StagedRecord } from '#shared/model/imports.ts';
import type { CurrencyCode } from '#shared/model/values.ts';
import { throwIfCancelled } from './cancel.ts';
import { columnNames } from './columns/header.ts';
import { inspectOpened } from './inspect.ts';
import { MAX_ROWS, MAX_STAGED_BYTES, PROGRESS_MS } from './limits.ts';
import type { Manner } from './records/fields.ts';
import { isBlank, type SourceRow } from './row.ts';
import { type StagerTask, stager } from './stager.ts';
import { isFull, openTable, readRows } from './table.ts';
import { partPath } from './task.ts';

export interface StageTask extends StagerTask {
  path: string;
  options: ReadOptions;
  /** Where the staging file goes. Written beside it under another name, synced, then renamed. */
  outPath: string;
  companyDefaults: { currency: CurrencyCode };
}

export interface StageControl {
  /** A view on shared memory; 1 in its first place asks to stop. */
  cancel?: Int32Array | null;
  /** Rows done and about how many there are; at most every 200 ms. */
  onProgress?: (done: number, total: number | null) => void;
}

/** rows = records + rejected + repeated. */
export interface StageResult {
  /** Rows under the header that hold something. */
  rows: number;
  records: number;
  rejected: number;
  /** Customers or products said twice word for word: taken once. */
  repeated: number;
  /** Rows under the header with nothing in them. */
  empty: number;
  /** sha256 of the file as it stood on the disk while it was read. */
  sha256: string;
  /** Names of the columns, as in the header row. */
  columns: string[];
  /** The options as they were after detection. */
  options: ReadOptions;
}

const WRITE_AT = 262_144;

/**
 * Reads the whole file as a stream and writes the staging file. One bad row is one rejection, the rest goes on.
 * Options that are null are detected first. Memory does not grow with a CSV but for the index of keys.
 * Throws `date_order_ambiguous` where dates are to be taken and detection leaves open whether the day or the month leads,
 * `cancelled`, `map_invalid`, `map_without_code`, `map_without_quantity`, `too_many_rows`, `disk_full`, and every
 * error that inspection knows; then no staging file is left.
 */
export async function stageFile(task: StageTask, control: StageControl = {}): Promise<StageResult> {
  const cancel = control.cancel ?? null;
  const opened = await openTable(task.path);
  let { options } = task;
  if (!isFull(options, opened.format)) {
    const found = await inspectOpened(opened, task.kind, options, cancel, task.custom);
    if (found.dateOrderAmbiguous && task.map.some(({ field }) => field === 'date')) {
      const { name } = opened.source;
      throw new EngineError('date_order_ambiguous', { file: name }, { place: { file: name, field: 'date' } });
    }
    options = found.options;
  }
  if (!isFull(options, opened.format)) throw new Error('inspection left an option open');
  const file = opened.source.name;
  const sheet = opened.format === 'csv' ? null : options.sheet;
  const firstRow = Math.max(options.headerRow + 1, options.firstRow ?? 1);
  const manner: Manner = {
    mark: options.decimalMark,
    order: options.dateOrder,
    currency: task.companyDefaults.currency,
  };
  const table = readRows(opened, options, cancel);
  const counts = { rows: 0, records: 0, rejected: 0, repeated: 0, empty: 0 };
  let columns: string[] = [];
  let staging: ((row: SourceRow) => StagedRecord | null) | null = null;
  // Without a row of names the columns are letters, as many as the widest row has.
  if (options.headerRow === 0) staging = stager(task, { columns, named: false, sheet, manner, file }, counts);
  let spoke = Date.now();

  const part = partPath(task.outPath);
  const out = await open(part, 'w');
  try {
    let pending = '';
    let written = 0;
    for await (const batch of table.batches) {
      throwIfCancelled(cancel);
      for (const row of batch) {
        if (row.row < options.headerRow) continue;
        if (staging === null) {
          if (row.row > options.headerRow || row.cells.every(isBlank)) break;
          columns = columnNames(row, { file, sheet });
          staging = stager(task, { columns, named: true, sheet, manner, file }, counts);
          continue;
        }
        if (row.row < firstRow) continue;
        const staged = staging(row);
        if (staged !== null) pending += `${JSON.stringify(staged)}\n`;
      }
      if (pending.length > WRITE_AT) {
        written += pending.length;
        if (written > MAX_STAGED_BYTES) throw new EngineError('file_too_complex', { file }, { place: { file } });
        await out.write(pending);
        pending = '';
      }
      if (counts.rows > MAX_ROWS) throw new EngineError('too_many_rows', { file, max: MAX_ROWS }, { place: { file } });
      if (control.onProgress && Date.now() - spoke >= PROGRESS_MS) {
        spoke = Date.now();
        const share = table.share();
        control.onProgress(counts.rows, share > 0 ? Math.max(counts.rows, Math.round(counts.rows / share)) : null);
      }
    }
    if (staging === null) {
      const row = options.headerRow;
      throw new EngineError('header_row_blank', { file, row }, { place: { file, row } });
    }
    if (pending !== '') await out.write(pending);
    await out.sync();
    await out.close();
    await rename(part, task.outPath);
  } catch (thrown) {
    await discard(out, part);
    if (systemErrorCode(thrown) === 'ENOSPC')
      throw new EngineError('disk_full', { path: task.outPath }, { cause: thrown });
    throw thrown;
  }
  control.onProgress?.(counts.rows, counts.rows);
  return { ...counts, sha256: table.sha256(), columns, options };
}

async function discard(out: FileHandle, part: string): Promise<void> {
  // Closing twice rejects with EBADF; the error that brought us here is the one to report.
  await out.close().catch(() => undefined);
  await rm(part, { force: true });
}
