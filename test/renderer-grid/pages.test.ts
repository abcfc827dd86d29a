import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAGE_ROWS, pagesFor, settle } from '../../src/renderer/components/grid/pages.ts';

describe('pages of a long list', () => {
  it('cover what is in sight and always the first one', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(120), (first, rows) => {
        const pages = pagesFor(first, first + rows);
        expect(pages[0]).toBe(0);
        expect(new Set(pages).size).toBe(pages.length);
        for (const index of [first, first + rows]) expect(pages).toContain(Math.floor(index / PAGE_ROWS));
        expect(pages.length).toBeLessThanOrEqual(4);
      }),
    );
  });
});

describe('the current row after the list changed', () => {
  const at = (list: string[]) => (index: number) => list[index];
  const find = (list: string[]) => (id: string) => list.indexOf(id);
  const settleIn = (list: string[], place: { index: number; id: string | null }) =>
    settle(place, at(list), find(list), list.length);

  it('follows the row where it went', () => {
    expect(settleIn(['c', 'a', 'b'], { index: 1, id: 'b' })).toEqual({ index: 2, id: 'b' });
  });
  it('stays in its place when the row is gone, so the next row comes under it', () => {
    expect(settleIn(['a', 'c', 'd'], { index: 1, id: 'b' })).toEqual({ index: 1, id: 'c' });
  });
  it('goes to the new last row when the last one is gone', () => {
    expect(settleIn(['a', 'b'], { index: 2, id: 'c' })).toEqual({ index: 1, id: 'b' });
  });
  it('has no row in an empty list', () => {
    expect(settleIn([], { index: 4, id: 'x' })).toEqual({ index: 0, id: null });
  });
});
