/** The row that holds the column names, and those names. */
import { EngineError } from '#shared/model/error.ts';
import type { ImportKind } from '#shared/model/imports.ts';
import { MAX_COLUMNS } from '../limits.ts';
import { columnLetter, isBlank, type SourceRow, shown } from '../row.ts';
import { headerScore } from './guess.ts';

/** Rows in which a header is looked for: titles and addresses may stand above it. */
const SEARCH = 25;

/** The row that looks most like column names; the first of equals. Null where every row is blank. */
export function findHeader(rows: readonly SourceRow[], kind: ImportKind): number | null {
  let best: { row: number; score: number } | null = null;
  for (const { row, cells } of rows.slice(0, SEARCH)) {
    const score = headerScore(cells, kind);
    if (score !== Number.NEGATIVE_INFINITY && (best === null || score > best.score)) best = { row, score };
  }
  return best?.row ?? null;
}

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
