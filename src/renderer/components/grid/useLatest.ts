import { useCallback, useLayoutEffect, useRef } from 'react';

/** A function whose identity never changes and that always sees the latest render: for rows that are drawn once. */
export function useLatest<A extends unknown[], R>(act: (...args: A) => R): (...args: A) => R {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...args: A) => latest.current(...args), []);
}
