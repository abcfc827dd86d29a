/** Rejected rows by reason: the same fault in the same column is one line to mend. Pure. */
import type { Rejection } from '#shared/model/imports.ts';

export interface Reason {
  key: string;
  rejections: readonly Rejection[];
  first: Rejection;
  /** Rows, ascending, each once. */
  rows: readonly number[];
}

/** Most frequent first; equal counts keep the order of the file. */
export function byReason(rejections: readonly Rejection[]): Reason[] {
  const groups = new Map<string, Rejection[]>();
  for (const rejection of rejections) {
    const key = JSON.stringify([rejection.error.code, rejection.column, rejection.sheet]);
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
