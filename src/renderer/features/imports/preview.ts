/** Which rows the preview shows: the first of the file, then those that the dry run rejected, with what lies between. Pure. */
import type { Inspection, Rejection } from '#shared/model/imports.ts';

export type PreviewRow = { row: number; cells: readonly string[] } | { from: number; to: number };

/** Rejected rows behind the sample that are shown; all of them stand in the list below. */
const MOST = 20;
/** Rows of the sample that stay when rejected rows follow: enough to see the file. */
const LEAD = 4;

export function previewRows(found: Pick<Inspection, 'sample'>, rejections: readonly Rejection[]): PreviewRow[] {
  const sampled = new Map(found.sample.map(({ row, cells }) => [row, cells]));
  const behind = new Map<number, readonly string[]>();
  for (const { row, cells } of rejections) {
    const known = sampled.get(row) ?? cells;
    if (known !== undefined && behind.size < MOST) behind.set(row, known);
  }
  if (behind.size === 0) return [...found.sample];
  const lead = found.sample.slice(0, LEAD);
  const wanted = new Map<number, readonly string[]>(lead.map(({ row, cells }) => [row, cells]));
  for (const [row, cells] of behind) wanted.set(row, cells);
  const rows: PreviewRow[] = [];
  let last: number | null = null;
  for (const [row, cells] of [...wanted].sort(([a], [b]) => a - b)) {
    if (last !== null && row > last + 1) rows.push({ from: last + 1, to: row - 1 });
    rows.push({ row, cells });
    last = row;
  }
  return rows;
}
