/** Which pages of a list the visible rows need, and where the current row went. Pure. */

export const PAGE_ROWS = 100;

/** Pages (by number) that hold the rows `first..last`; the first page always is one of them, for its total. */
export function pagesFor(first: number, last: number, size = PAGE_ROWS): number[] {
  const pages = [0];
  for (let page = Math.max(0, Math.floor(first / size)); page <= Math.floor(Math.max(first, last) / size); page++)
    if (page > 0) pages.push(page);
  return pages;
}

/**
 * The current row after the list was read again: the same row where it still is, else the same place, so that the row
 * which moved up after an act becomes the current one.
 */
export function settle(
  place: { index: number; id: string | null },
  idAt: (index: number) => string | undefined,
  indexOf: (id: string) => number,
  total: number,
): { index: number; id: string | null } {
  if (total === 0) return { index: 0, id: null };
  if (place.id !== null && idAt(place.index) === place.id) return place;
  const moved = place.id === null ? -1 : indexOf(place.id);
  const index = moved >= 0 ? moved : Math.min(Math.max(place.index, 0), total - 1);
  return { index, id: idAt(index) ?? null };
}
