/** The version of a record that its form began from: what saving must still find in the file. */
import { type RefObject, useEffect, useRef } from 'react';

/**
 * What somebody else saved is taken over at once while nothing is being changed here; otherwise the version stays behind, so
 * that saving says `row_changed` instead of writing over it.
 */
export function useBaseVersion<T extends { rowVersion: number }>(
  saved: T | null,
  dirty: boolean,
  take: (saved: T) => void,
): RefObject<number | null> {
  const version = useRef<number | null>(saved?.rowVersion ?? null);
  useEffect(() => {
    if (!saved || dirty || saved.rowVersion === version.current) return;
    version.current = saved.rowVersion;
    take(saved);
  }, [saved, dirty, take]);
  return version;
}
