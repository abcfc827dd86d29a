/** The first rows of a table under a map: every cell that would not be taken, with its reason. */
import type { ImportKind, Inspection, ReadOptions, Rejection } from '#shared/model/imports.ts';
import type { CurrencyCode } from '#shared/model/values.ts';
import { columnNames, letterNames } from './columns/header.ts';
import { SAMPLE_ROWS } from './limits.ts';
import { isBlank, type SourceRow } from './row.ts';
import { RowReader, type StagerTask } from './stager.ts';
import { isFull, openTable, readRows } from './table.ts';

export interface PreviewTask extends StagerTask {
  path: string;
  kind: ImportKind;
  /** As inspection gave them: nothing is detected here. */
  options: ReadOptions;
  companyDefaults: { currency: CurrencyCode };
}

/** Rows above the names that are read to get to the sample. */
const LEAD = 2_000;

/**
 * Reads the rows that {@link Inspection.sample} shows as the import itself would. A code that stands twice is found by the dry run
 * only. The cells of the rows are left out: the page has them. Throws what staging throws about the map.
 */
export async function previewFile(task: PreviewTask, cancel: Int32Array | null = null): Promise<Rejection[]> {
  const opened = await openTable(task.path);
  const { options } = task;
  if (!isFull(options, opened.format)) throw new Error('a preview needs options that inspection has filled in');
  const file = opened.source.name;
  const sheet = opened.format === 'csv' ? null : options.sheet;
  const place = { file, sheet };
  const from = Math.max(options.headerRow + 1, options.firstRow ?? 1);
  const table = readRows(opened, options, cancel, from + LEAD);
  let header: SourceRow | undefined;
  const rows: SourceRow[] = [];
  reading: for await (const batch of table.batches) {
    for (const row of batch) {
      if (row.row === options.headerRow) header = row;
      else if (row.row >= from && !row.cells.every(isBlank)) rows.push(row);
      if (rows.length >= SAMPLE_ROWS) break reading;
    }
  }
  const manner = { mark: options.decimalMark, order: options.dateOrder, currency: task.companyDefaults.currency };
  const columns = header ? columnNames(header, place) : letterNames(rows, place);
  const reader = new RowReader(task, { columns, named: header !== undefined, sheet, manner, file });
  return rows.flatMap((row) => {
    const found = reader.read(row);
    return Array.isArray(found) ? found.map(({ cells: _, types: _t, ...rejection }) => rejection) : [];
  });
}
