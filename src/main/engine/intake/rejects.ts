/** The rejected rows as a table that a person mends and brings in again: their cells as they were, and why. */
import { createReadStream } from 'node:fs';
import { open, rename, rm, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import * as XLSX from 'xlsx';
import { fill } from '#shared/messages/catalogue.ts';
import { errorText } from '#shared/messages/errors/index.ts';
import { importTexts } from '#shared/messages/imports.ts';
import { EngineError } from '#shared/model/error.ts';
import type { ReadOptions, Rejection } from '#shared/model/imports.ts';
import type { Language } from '#shared/model/values.ts';
import { shown } from './row.ts';
import { typeLetter } from './stager.ts';
import { openTable, readRows } from './table.ts';

/** A line of the file of rejections. `partial`: its cells are what was read from mapped columns, not the row itself. */
export interface KeptReject {
  t: 'reject';
  rejection: Rejection;
  partial?: true;
}

export interface RejectsTask {
  /** One JSON object a line; lines that are no {@link KeptReject} are passed over. */
  path: string;
  /** The foreign file, to take partial rows from it once more; null where it is gone. */
  source: { path: string; sha256: string } | null;
  columns: readonly string[];
  options: ReadOptions;
  outPath: string;
  /** `jsonl`: the rejections with their whole rows, for the company file. */
  format: 'csv' | 'xlsx' | 'jsonl';
  language: Language;
}

/** Rows that are sorted, and that a workbook takes; more of them come in the order in which they were refused, as CSV only. */
const MOST_IN_MEMORY = 100_000;

/**
 * Writes the rejected rows under the source's column names, with row, column and reason behind; returns how many. CSV is UTF-8 with
 * byte order mark and the source's delimiter. Cells that a spreadsheet would take for a formula get an apostrophe before them;
 * numbers keep their sign. Throws `rejects_too_many` for a workbook of more than 100,000 rows.
 */
export async function writeRejects(task: RejectsTask, cancel: Int32Array | null = null): Promise<number> {
  const { count, wanted } = await look(task.path);
  if (task.format === 'xlsx' && count > MOST_IN_MEMORY) {
    throw new EngineError('rejects_too_many', { count, max: MOST_IN_MEMORY });
  }
  const rows = task.source === null || wanted.size === 0 ? new Map() : await originals(task, wanted, cancel);
  let whole = completed(rejections(task.path), rows);
  if (count <= MOST_IN_MEMORY) whole = sorted(whole);
  const part = `${task.outPath}.part`;
  try {
    const written = task.format === 'xlsx' ? await writeBook(part, task, whole) : await writeText(part, task, whole);
    await rename(part, task.outPath);
    return written;
  } catch (thrown) {
    await rm(part, { force: true });
    throw thrown;
  }
}

async function* rejections(path: string): AsyncGenerator<KeptReject> {
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    if (!line.startsWith('{"t":"reject"')) continue;
    // This engine wrote the file a moment ago; such a line is a rejection.
    yield JSON.parse(line) as KeptReject;
  }
}

async function look(path: string): Promise<{ count: number; wanted: Set<number> }> {
  let count = 0;
  const wanted = new Set<number>();
  for await (const { rejection, partial } of rejections(path)) {
    count += 1;
    if (partial) wanted.add(rejection.row);
  }
  return { count, wanted };
}

type Original = Pick<Rejection, 'cells' | 'types'>;

/** The wanted rows as the file has them; none where it is another file by now. */
async function originals(
  { source, options }: RejectsTask,
  wanted: ReadonlySet<number>,
  cancel: Int32Array | null,
): Promise<Map<number, Original>> {
  const found = new Map<number, Original>();
  if (source === null) return found;
  const opened = await openTable(source.path);
  const table = readRows(opened, options, cancel);
  for await (const batch of table.batches) {
    for (const { row, cells } of batch) {
      if (!wanted.has(row)) continue;
      const types = opened.format === 'csv' ? {} : { types: cells.map(typeLetter).join('') };
      found.set(row, { cells: cells.map(shown), ...types });
    }
  }
  return table.sha256() === source.sha256 ? found : new Map();
}

async function* completed(
  kept: AsyncIterable<KeptReject>,
  rows: ReadonlyMap<number, Original>,
): AsyncGenerator<Rejection> {
  for await (const { rejection, partial } of kept)
    yield partial ? { ...rejection, ...rows.get(rejection.row) } : rejection;
}

async function* sorted(all: AsyncIterable<Rejection>): AsyncGenerator<Rejection> {
  const list: Rejection[] = [];
  for await (const one of all) list.push(one);
  yield* list.sort((a, b) => a.row - b.row);
}

function headOf({ columns, language }: RejectsTask): string[] {
  const added = [importTexts.row, importTexts.column, importTexts.reason];
  return [...columns, ...added.map((text) => fill(text, language))];
}

function addedCells({ row, column, error }: Rejection, language: Language): [string, string, string] {
  const { what, remedy } = errorText(error, language);
  return [String(row), column ?? '', `${what} ${remedy}`];
}

async function writeText(path: string, task: RejectsTask, all: AsyncIterable<Rejection>): Promise<number> {
  const delimiter = task.options.delimiter ?? ';';
  const record = (cells: readonly string[]): string =>
    `${cells.map((cell) => quoted(cell, delimiter)).join(delimiter)}\r\n`;
  const out = await open(path, 'w');
  let rows = 0;
  try {
    if (task.format === 'csv') await out.write(`\ufeff${record(headOf(task).map(harmless))}`);
    for await (const rejection of all) {
      rows += 1;
      if (task.format === 'jsonl') {
        await out.write(`${JSON.stringify({ t: 'reject', rejection } satisfies KeptReject)}\n`);
        continue;
      }
      const cells = task.columns.map((_, column) => rejection.cells?.[column] ?? '');
      await out.write(record([...cells, ...addedCells(rejection, task.language)].map(harmless)));
    }
    await out.sync();
  } finally {
    await out.close();
  }
  return rows;
}

async function writeBook(path: string, task: RejectsTask, all: AsyncIterable<Rejection>): Promise<number> {
  const table: (XLSX.CellObject | string)[][] = [headOf(task)];
  for await (const rejection of all) {
    const cells = task.columns.map((_, column) => typed(rejection.cells?.[column] ?? '', rejection.types?.[column]));
    const [row, ...rest] = addedCells(rejection, task.language);
    table.push([...cells, { t: 'n', v: Number(row) }, ...rest]);
  }
  const sheet = XLSX.utils.aoa_to_sheet(table);
  sheet['!cols'] = headOf(task).map((name, column) => ({
    wch: column === task.columns.length + 2 ? 90 : Math.min(40, Math.max(10, name.length + 2)),
  }));
  const book = XLSX.utils.book_new();
  const name = (task.options.sheet ?? fill(importTexts.rejectsSheet, task.language)).slice(0, 31);
  XLSX.utils.book_append_sheet(book, sheet, name);
  // With type 'buffer' the library answers with a Buffer; its type says any.
  await writeFile(path, XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer);
  return table.length - 1;
}

/** Days from the day that spreadsheets count from (1899-12-30) to an ISO date. */
const serialOf = (iso: string): number => (Date.parse(`${iso}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;

/** A cell as it was: a text stays a text, so that neither its zeros nor its sign is read anew. */
function typed(text: string, type: string | undefined): XLSX.CellObject {
  if (type === 'n' && /^-?\d+(\.\d+)?$/.test(text) && text.length <= 16) return { t: 'n', v: Number(text) };
  if (type === 'd' && /^\d{4}-\d\d-\d\d$/.test(text)) return { t: 'n', v: serialOf(text), z: 'dd/mm/yyyy' };
  return text === '' ? { t: 'z' } : { t: 's', v: text, z: '@' };
}

/** OWASP, CSV injection: = + - @ tab and return at the start of a cell are a formula to a spreadsheet. */
function harmless(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) && !/^[+-][\d.,\s]*\d$/.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
