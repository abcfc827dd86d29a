/** Rejected rows by reason: the same fault in the same column is one line to mend. Pure. */
import type { Rejection } from '#shared/model/imports.ts';

export interface Reason {
  key: string;
  rejections: readonly Rejection[];
  first: Rejection;
  /** Rows, ascending, each once. */
  rows: readonly number[];
}

const keyOf = ({ error, column, sheet }: Rejection): string => JSON.stringify([error.code, column, sheet]);

/** Most frequent first; equal counts keep the order of the file. */
export function byReason(rejections: readonly Rejection[]): Reason[] {
  const groups = new Map<string, Rejection[]>();
  for (const rejection of rejections) {
    const key = keyOf(rejection);
    const group = groups.get(key);
    if (group) group.push(rejection);
    else groups.set(key, [rejection]);
  }
  const reasons: Reason[] = [];
  for (const [key, group] of groups) {
    const [first] = group;
    if (!first) continue;
    const rows = [...new Set(group.map(({ row }) => row))].sort((a, b) => a - b);
    reasons.push({ key, rejections: group, first, rows });
  }
  return reasons.sort((a, b) => b.rejections.length - a.rejections.length);
}

/** Different values of a reason, to show the first. */
export const valuesOf = ({ rejections }: Reason): (string | null)[] => [
  ...new Set(rejections.map(({ value }) => value)),
];

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The rejections of one reason (null: of all) in which every word typed stands: in the row's number, its cells, its reason. */
export function matching(
  rejections: readonly Rejection[],
  reason: string | null,
  search: string,
  sentence: (rejection: Rejection) => string,
): Rejection[] {
  const words = plain(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  return rejections
    .filter((one) => {
      if (reason !== null && keyOf(one) !== reason) return false;
      if (words.length === 0) return true;
      const text = plain([one.row, one.column, one.value, ...(one.cells ?? []), sentence(one)].join(' '));
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => a.row - b.row);
}
