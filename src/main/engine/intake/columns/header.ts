/** The row that holds the column names, and those names. */
import { fill } from '#shared/messages/catalogue.ts';
import { importTexts } from '#shared/messages/imports.ts';
import { EngineError } from '#shared/model/error.ts';
import type { Detection, ImportKind } from '#shared/model/imports.ts';
import { MAX_COLUMNS } from '../limits.ts';
import { type Cell, columnLetter, isBlank, type SourceRow, shown } from '../row.ts';
import { headerScore, isValue, knownNames } from './guess.ts';

/** Rows in which a header is looked for: titles and addresses may stand above it. */
const SEARCH = 25;

/**
 * The row that looks most like column names (the first of equals); 0 where the table has none: not one name in it is known, and
 * it reads like the row under it. Null where every row is blank.
 */
export function findHeader(rows: readonly SourceRow[], kind: ImportKind): { row: number; reason: Detection } | null {
  let best: { at: number; score: number } | null = null;
  for (const [at, { cells }] of rows.slice(0, SEARCH).entries()) {
    const score = headerScore(cells, kind);
    if (score !== Number.NEGATIVE_INFINITY && (best === null || score > best.score)) best = { at, score };
  }
  const found = best === null ? undefined : rows[best.at];
  if (best === null || found === undefined) return null;
  const known = knownNames(found.cells);
  if (known > 0) return { row: found.row, reason: { by: 'names', count: known } };
  const next = rows.slice(best.at + 1).find(({ cells }) => !cells.every(isBlank));
  const values = found.cells.map(isValue);
  const alike = values.some((value, at) => value && (next === undefined || isValue(next.cells[at])));
  if (alike && values.every((value, at) => !value || next === undefined || isValue(next.cells[at]))) {
    return { row: 0, reason: { by: 'no_names' } };
  }
  return { row: found.row, reason: { by: 'first_text' } };
}

/** Letters for a table without names, as wide as its widest row. Throws `too_many_columns`. */
export function letterNames(rows: readonly SourceRow[], place: { file: string; sheet: string | null }): string[] {
  let widest: SourceRow | null = null;
  for (const row of rows) if (widest === null || row.cells.length > widest.cells.length) widest = row;
  if (widest === null) return [];
  return columnNames({ ...widest, cells: widest.cells.map((_, column) => columnLetter(column)) }, place);
}

/** The columns that a file of rejected rows adds at its end, in either language: row, column, reason. */
const ADDED = [importTexts.row, importTexts.column, importTexts.reason];

/** Where those columns stand; empty where they do not. Nothing is taken from them. */
export function addedColumns(columns: readonly string[]): number[] {
  let end = columns.length;
  while (end > 0 && columns[end - 1] === columnLetter(end - 1)) end -= 1;
  const from = end - ADDED.length;
  if (from < 1) return [];
  const added = (['fr', 'en'] as const).some((language) =>
    ADDED.every((text, index) => columns[from + index] === fill(text, language)),
  );
  return added ? ADDED.map((_, index) => from + index) : [];
}

/** A cell of such a file without the apostrophe that kept a spreadsheet from taking it for a formula. */
export const asItWas = (cell: Cell): Cell =>
  typeof cell === 'string' && /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;

/** The names as they stand; an empty one becomes its letter. Throws `too_many_columns`. */
export function columnNames(header: SourceRow, place: { file: string; sheet: string | null }): string[] {
  let width = header.cells.length;
  while (width > 0 && isBlank(header.cells[width - 1])) width -= 1;
  if (width > MAX_COLUMNS) {
    throw new EngineError(
      'too_many_columns',
      { file: place.file, count: width, max: MAX_COLUMNS },
      { place: { file: place.file, row: header.row, ...(place.sheet === null ? {} : { sheet: place.sheet }) } },
    );
  }
  return header.cells
    .slice(0, width)
    .map((cell, column) => shown(cell).trim().replaceAll(/\s+/g, ' ') || columnLetter(column));
}
