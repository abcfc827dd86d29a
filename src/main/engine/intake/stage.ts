/** A whole foreign file into a staging file: one record or rejection a line, as {@link StagedRecord}. */
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { EngineError, systemErrorCode } from '#shared/model/error.ts';
import {
  type ColumnMap,
  type ImportKind,
  importFields,
  type ReadOptions,
  type Rejection,
  type StagedRecord,
} from '#shared/model/imports.ts';
import type { CurrencyCode } from '#shared/model/values.ts';
import { throwIfCancelled } from './cancel.ts';
import { columnNames } from './columns/header.ts';
import { inspectOpened } from './inspect.ts';
import { MAX_ROWS, PROGRESS_MS, SHOWN_VALUE } from './limits.ts';
import { Problem } from './problem.ts';
import { FieldProblem, RowView, requiredField, toCustomer, toLine, toProduct } from './records/convert.ts';
import type { Manner } from './records/fields.ts';
import { LineKeys, SeenCodes } from './records/keys.ts';
import { isBlank, type SourceRow, shown } from './row.ts';
import { isFull, openTable, readRows } from './table.ts';
import { partPath } from './task.ts';

export interface StageTask {
  path: string;
  kind: ImportKind;
  options: ReadOptions;
  map: ColumnMap;
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
    const found = await inspectOpened(opened, task.kind, options, cancel);
    if (found.dateOrderAmbiguous && task.map.some(({ field }) => field === 'date')) {
      const { name } = opened.source;
      throw new EngineError('date_order_ambiguous', { file: name }, { place: { file: name, field: 'date' } });
    }
    options = found.options;
  }
  if (!isFull(options, opened.format)) throw new Error('inspection left an option open');
  const file = opened.source.name;
  const sheet = opened.format === 'xlsx' ? options.sheet : null;
  const manner: Manner = {
    mark: options.decimalMark,
    order: options.dateOrder,
    currency: task.companyDefaults.currency,
  };
  const table = readRows(opened, options, cancel);
  const counts = { rows: 0, records: 0, rejected: 0, repeated: 0, empty: 0 };
  let staging: ((row: SourceRow) => string | null) | null = null;
  let columns: string[] = [];
  let spoke = Date.now();

  const part = partPath(task.outPath);
  const out = await open(part, 'w');
  try {
    let pending = '';
    for await (const batch of table.batches) {
      throwIfCancelled(cancel);
      for (const row of batch) {
        if (row.row < options.headerRow) continue;
        if (staging === null) {
          if (row.row > options.headerRow || row.cells.every(isBlank)) break;
          columns = columnNames(row, { file, sheet });
          staging = stager(task, { columns, sheet, manner, counts, file });
          continue;
        }
        const line = staging(row);
        if (line !== null) pending += line;
      }
      if (pending.length > WRITE_AT) {
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

interface StagerContext {
  columns: string[];
  sheet: string | null;
  manner: Manner;
  counts: { rows: number; records: number; rejected: number; repeated: number; empty: number };
  file: string;
}

/** Turns a row into its line of the staging file; null where it gives none (empty, or said before word for word). */
function stager(task: StageTask, context: StagerContext): (row: SourceRow) => string | null {
  checkMap(task.map, task.kind, context.columns, context.file);
  const { columns, counts, sheet, manner } = context;
  const view = new RowView(task.map);
  const keys = new LineKeys();
  const codes = new SeenCodes();
  const line = (staged: StagedRecord): string => `${JSON.stringify(staged)}\n`;

  const reject = (row: SourceRow, problem: Problem, field: string | null, column: number | null): string => {
    counts.rejected += 1;
    const name = column === null ? null : (columns[column] ?? null);
    const value = column === null ? null : shown(row.cells[column]).slice(0, SHOWN_VALUE);
    const said = problem.params['value'];
    const params = {
      ...problem.params,
      row: row.row,
      ...(name === null ? {} : { column: name }),
      ...(value === null && said === undefined ? {} : { value: String(said ?? value).slice(0, SHOWN_VALUE) }),
    };
    const rejection: Rejection = {
      sheet,
      row: row.row,
      column: name,
      value,
      error: {
        code: problem.code,
        params,
        place: {
          file: context.file,
          row: row.row,
          ...(sheet === null ? {} : { sheet }),
          ...(name === null ? {} : { column: name }),
          ...(field === null ? {} : { field }),
        },
      },
      cells: row.cells.map(shown),
      ...(row.line === row.row ? {} : { line: row.line }),
    };
    return line({ t: 'reject', rejection });
  };

  return (row) => {
    if (row.cells.every(isBlank)) {
      counts.empty += 1;
      return null;
    }
    counts.rows += 1;
    const extra = row.cells.findIndex((cell, column) => column >= columns.length && !isBlank(cell) && !isEcho(cell));
    if (extra >= 0) {
      const value = shown(row.cells[extra]);
      return reject(
        row,
        new Problem('row_too_long', { value, count: row.cells.length, max: columns.length }),
        null,
        null,
      );
    }
    view.load(row.cells);
    if (task.kind === 'lines') {
      const record = toLine(view, manner);
      if (record instanceof FieldProblem) return refuse(row, record);
      counts.records += 1;
      return line({ t: 'lines', row: row.row, sheet, key: keys.of(record), record });
    }
    const record = task.kind === 'customers' ? toCustomer(view, manner) : toProduct(view, manner);
    if (record instanceof FieldProblem) return refuse(row, record);
    const met = codes.meet(record.code, record, row.row);
    if (met === 'same') {
      counts.repeated += 1;
      return null;
    }
    if (met !== 'new') {
      const problem = new Problem('code_repeated', { first: met.firstRow });
      return reject(row, problem, 'code', view.columnOf('code') ?? null);
    }
    counts.records += 1;
    const at = { row: row.row, sheet, key: record.code };
    return task.kind === 'customers'
      ? line({ t: 'customers', ...at, record })
      : // Customers are the case above; what is left was made by toProduct.
        line({ t: 'products', ...at, record: record as ReturnType<typeof toProduct> & { code: string } });
  };

  function refuse(row: SourceRow, { field, problem }: FieldProblem): string {
    return reject(row, problem, field, view.columnOf(field) ?? null);
  }
}

/** The repeated value of a merged area is no value of its own. */
const isEcho = (cell: SourceRow['cells'][number]): boolean => typeof cell !== 'string' && cell.is === 'merged';

/** Every field known and once, every column there and once, and the field without which nothing can be made. */
function checkMap(map: ColumnMap, kind: ImportKind, columns: readonly string[], file: string): void {
  const known: readonly string[] = importFields[kind];
  const fields = new Set(map.map(({ field }) => field));
  const used = new Set(map.map(({ column }) => column));
  const wrong = map.find(({ column, field }) => column >= columns.length || !known.includes(field));
  if (wrong || fields.size < map.length || used.size < map.length) {
    throw new EngineError('map_invalid', { file, count: columns.length }, { place: { file } });
  }
  const required = requiredField[kind];
  if (fields.has(required)) return;
  const code = required === 'quantity' ? 'map_without_quantity' : 'map_without_code';
  throw new EngineError(code, { file }, { place: { file, field: required } });
}
