/** The chosen rows as a table for a spreadsheet, read in full however many they are. */
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../../app/i18n.tsx';
import { readChosen, readRows } from './read.ts';
import { isChosen, type Selection } from './selection.ts';
import { tableRow, tableText } from './table.ts';
import type { CopyColumn, GridSource } from './types.ts';

/** A copy says how far it is only when it takes longer than this (milliseconds). */
const PATIENCE = 300;

export interface Copying<R> {
  /** Rows gone through; null while nothing is read, or not for long yet. */
  progress: { done: number; total: number } | null;
  /** The chosen rows in the order of the list; where none is chosen the current one. */
  copy(what: { selection: Selection | undefined; current: R | undefined; total: number }): void;
  /** False where nothing was being read. */
  cancel(): boolean;
}

export function useCopying<R extends { id: string }>(
  source: GridSource<R>,
  columns: readonly CopyColumn<R>[],
  onCopy: ((table: string, rows: number) => void) | undefined,
  onFailed: (error: unknown) => void,
): Copying<R> {
  const language = useLanguage();
  const running = useRef<AbortController | null>(null);
  const [progress, setProgress] = useState<Copying<R>['progress']>(null);
  const cancel = (): boolean => {
    if (running.current === null) return false;
    running.current.abort();
    running.current = null;
    setProgress(null);
    return true;
  };
  useEffect(() => () => running.current?.abort(), []);

  const lineOf = (row: R): string =>
    tableRow(
      columns.map(({ text }) => text(row)),
      language,
    );
  const deliver = (lines: readonly string[]): void => {
    const heads = tableText(
      columns.map(({ title }) => title),
      [],
      language,
    );
    onCopy?.([heads, ...lines].join('\r\n'), lines.length);
  };

  const read = async (selection: Selection, total: number): Promise<void> => {
    cancel();
    const control = new AbortController();
    running.current = control;
    const began = performance.now();
    const { chosen } = source;
    const onProgress = (done: number, of: number): void => {
      if (performance.now() - began > PATIENCE) setProgress({ done, total: of });
    };
    const wanted = selection.kind === 'some' ? selection.ids.size : null;
    try {
      const lines =
        selection.kind === 'some' && chosen !== undefined
          ? await readChosen(chosen, [...selection.ids], lineOf, { signal: control.signal, onProgress })
          : await readRows(
              source,
              { from: 0, to: total - 1 },
              (row) => (isChosen(selection, row.id) ? lineOf(row) : null),
              { signal: control.signal, enough: (found) => found === wanted, onProgress },
            );
      if (running.current === control) deliver(lines);
    } catch (error) {
      if (!control.signal.aborted) onFailed(error);
    } finally {
      if (running.current === control) {
        running.current = null;
        setProgress(null);
      }
    }
  };

  return {
    progress,
    cancel,
    copy: ({ selection, current, total }) => {
      if (onCopy === undefined) return;
      const none = selection === undefined || (selection.kind === 'some' && selection.ids.size === 0);
      if (!none) void read(selection, total);
      else if (current !== undefined) deliver([lineOf(current)]);
    },
  };
}
