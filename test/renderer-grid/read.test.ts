import { describe, expect, it } from 'vitest';
import { ListChanged, readChosen, readRows } from '../../src/renderer/components/grid/read.ts';
import type { GridSource } from '../../src/renderer/components/grid/types.ts';

/** A list of so many rows whose revision is asked for each page. */
function list(total: number, revision: (page: number) => number = () => 1) {
  let pages = 0;
  const source: GridSource<number> = {
    key: [],
    load: async ({ offset, limit }) => {
      pages += 1;
      const rows = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, i) => offset + i);
      return { rows, total, revision: revision(pages) };
    },
  };
  return { source, pages: () => pages };
}
const signal = () => new AbortController().signal;
const whole = (row: number): number | null => row;

describe('rows of a list read for an act', () => {
  it('come in order, over as many pages as it takes, and none twice', async () => {
    const { source, pages } = list(1234);
    const rows = await readRows(source, { from: 0, to: 1233 }, whole, { signal: signal() });
    expect(rows).toEqual(Array.from({ length: 1234 }, (_, i) => i));
    expect(pages()).toBe(3);
  });
  it('are those of the range only, and of the list only', async () => {
    expect(await readRows(list(1000).source, { from: 10, to: 12 }, whole, { signal: signal() })).toEqual([10, 11, 12]);
    expect(await readRows(list(3).source, { from: 1, to: 99 }, whole, { signal: signal() })).toEqual([1, 2]);
  });
  it('stop coming once there are enough', async () => {
    const { source, pages } = list(100_000);
    const even = (row: number) => (row % 2 === 0 ? row : null);
    const found = await readRows(source, { from: 0, to: 99_999 }, even, {
      signal: signal(),
      enough: (n) => n === 250,
    });
    expect(found).toHaveLength(250);
    expect(pages()).toBe(1);
  });
  it('begin again where the list changed in between, and belong to one state of it', async () => {
    const { source } = list(1200, (page) => (page < 3 ? page : 9));
    expect(await readRows(source, { from: 0, to: 1199 }, whole, { signal: signal() })).toHaveLength(1200);
  });
  it('are refused where the list never holds still', async () => {
    const { source } = list(1200, (page) => page);
    await expect(readRows(source, { from: 0, to: 1199 }, whole, { signal: signal() })).rejects.toThrow(ListChanged);
  });
  it('stop when somebody cancels', async () => {
    const control = new AbortController();
    const reading = readRows(list(100_000).source, { from: 0, to: 99_999 }, whole, {
      signal: control.signal,
      onProgress: (done) => {
        if (done >= 1000) control.abort();
      },
    });
    await expect(reading).rejects.toThrow();
  });
  it('come by their ids over as many replies as it takes, all of one state', async () => {
    let calls = 0;
    const chosen = async (ids: readonly string[], from: number) => {
      calls += 1;
      const rows = ids.slice(from, from + 2);
      const next = from + 2 < ids.length ? from + 2 : null;
      // Changed once, after the first reply.
      return { rows, next, revision: calls === 1 ? 1 : 2 };
    };
    const rows = await readChosen(chosen, ['a', 'b', 'c'], (row) => row.toUpperCase(), { signal: signal() });
    expect(rows).toEqual(['A', 'B', 'C']);
    expect(calls).toBe(4);
  });
});
