/** What waits to be brought in: files that were dropped, a table that was pasted. Interface state, one after another. */
import { create } from 'zustand';
import type { Text } from '#shared/messages/catalogue.ts';
import type { ImportKind } from '#shared/model/imports.ts';
import { onForget } from '../../app/session.ts';

export type Source = { is: 'file'; path: string } | { is: 'paste'; text: string; name: Text };

interface Waiting {
  sources: readonly Source[];
  /** Null: by what the columns look like. */
  kind: ImportKind | null;
}

export const useSources = create<Waiting>(() => ({ sources: [], kind: null }));

/** Puts sources behind those that wait. */
export const give = (sources: readonly Source[], kind: ImportKind | null): void =>
  useSources.setState((now) => ({ sources: [...now.sources, ...sources], kind }));

/** The next one, which waits no longer. */
export function takeNext(): { source: Source; kind: ImportKind | null } | null {
  const { sources, kind } = useSources.getState();
  const [source, ...rest] = sources;
  if (source === undefined) return null;
  useSources.setState({ sources: rest });
  return { source, kind };
}

export const forgetSources = (): void => useSources.setState({ sources: [], kind: null });
onForget(forgetSources);

/** The last part of a path, whichever system wrote it. */
export const fileNameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
