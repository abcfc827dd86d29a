/** Order and search of the companies opened lately. Pure. */
import type { ShellResults } from '#shared/contract/shell.ts';

type RecentCompany = ShellResults['recent.list'][number];

/** Pinned ones first; within each, the latest first, as the list comes. */
export const inOrder = (companies: readonly RecentCompany[]): RecentCompany[] =>
  companies.toSorted((a, b) => Number(b.pinned) - Number(a.pinned));

/** Letters as people type them: without accents, in any case. */
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Every word typed stands somewhere in the name or the path. */
export function foundIn({ name, path }: Pick<RecentCompany, 'name' | 'path'>, typed: string): boolean {
  const place = plain(`${name} ${path}`);
  return plain(typed)
    .split(/\s+/)
    .every((word) => place.includes(word));
}
