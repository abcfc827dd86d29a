/** The rows of a view, read in pages as they come into sight, for lists of any length. */
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Listed } from '#shared/contract/list.ts';
import { PAGE_ROWS, pagesFor } from './pages.ts';
import type { GridSource } from './types.ts';

/** A list shows its skeleton only when it is slower than this (milliseconds). */
const PATIENCE = 200;

export interface GridRows<R> {
  total: number;
  at(index: number): R | undefined;
  indexOf(id: string): number;
  /** Reads what is missing of `from..to` and gives the rows: for choosing over pages never shown. */
  range(from: number, to: number): Promise<R[]>;
  /** What is shown is what the engine has now: nothing is being read again. */
  fresh: boolean;
  state: 'waiting' | 'slow' | 'ready' | 'failed';
  error: unknown;
  retry(): void;
}

export function useGridRows<R extends { id: string }>(source: GridSource<R>, first: number, last: number): GridRows<R> {
  const client = useQueryClient();
  const viewKey = JSON.stringify(source.key);
  // The latest source, for callbacks that outlive a render.
  const latest = useRef(source);
  latest.current = source;

  const options = useCallback((page: number) => {
    const { key, load } = latest.current;
    const window = { offset: page * PAGE_ROWS, limit: PAGE_ROWS };
    return {
      queryKey: [...key, window],
      queryFn: ({ signal }: { signal: AbortSignal }): Promise<Listed<R>> => load(window, signal),
    };
  }, []);

  const pages = pagesFor(first, last);
  const results = useQueries({ queries: pages.map((page) => options(page)) });
  const head = results[0];

  // While a new view is being read the rows of the one before stay, for no longer than the patience.
  const [slowView, setSlowView] = useState<string | null>(null);
  const waiting = head?.data === undefined && head?.error == null;
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setSlowView(viewKey), PATIENCE);
    return () => clearTimeout(timer);
  }, [waiting, viewKey]);

  const kept = useRef<{ total: number; rows: Map<number, R> }>({ total: 0, rows: new Map() });
  const shown = new Map<number, R>();
  pages.forEach((page, position) => {
    results[position]?.data?.rows.forEach((row, offset) => {
      shown.set(page * PAGE_ROWS + offset, row);
    });
  });
  const slow = waiting && slowView === viewKey;
  if (!waiting) kept.current = { total: head?.data?.total ?? 0, rows: shown };
  else if (slow) kept.current = { total: 0, rows: new Map() };
  const { total, rows } = kept.current;

  const cached = useCallback(
    (page: number): Listed<R> | undefined => client.getQueryData<Listed<R>>(options(page).queryKey),
    [client, options],
  );
  const at = (index: number): R | undefined =>
    rows.get(index) ?? (waiting ? undefined : cached(Math.floor(index / PAGE_ROWS))?.rows[index % PAGE_ROWS]);

  const indexOf = (id: string): number => {
    for (const [index, row] of rows) if (row.id === id) return index;
    return -1;
  };

  const range = useCallback(
    async (from: number, to: number): Promise<R[]> => {
      const found: R[] = [];
      for (let page = Math.floor(from / PAGE_ROWS); page <= Math.floor(to / PAGE_ROWS); page++) {
        const listed = cached(page) ?? (await client.fetchQuery<Listed<R>>(options(page)));
        listed.rows.forEach((row, offset) => {
          const index = page * PAGE_ROWS + offset;
          if (index >= from && index <= to) found.push(row);
        });
      }
      return found;
    },
    [cached, client, options],
  );

  const error = results.find((result) => result.error !== null)?.error ?? null;
  const retry = useCallback(() => {
    for (const result of results) if (result.error !== null) void result.refetch();
  }, [results]);

  return {
    total,
    at,
    indexOf,
    range,
    fresh: head !== undefined && !head.isFetching,
    state:
      head?.error != null && head.data === undefined
        ? 'failed'
        : slow
          ? 'slow'
          : waiting && total === 0
            ? 'waiting'
            : 'ready',
    error,
    retry,
  };
}
