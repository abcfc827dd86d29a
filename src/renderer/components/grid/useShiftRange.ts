/** What Shift chooses: the rows from where it began to the row gone to, on top of what was chosen before, and no others. */
import { useCallback, useEffect, useRef } from 'react';
import { gridTexts } from '#shared/messages/ui/grid.ts';
import { useText } from '../../app/i18n.tsx';
import { toast } from '../toast.tsx';
import { readRows } from './read.ts';
import { everything, MAX_IDS, put, type Selection } from './selection.ts';
import type { GridSource } from './types.ts';

export interface ShiftRange {
  /** From here on; what is chosen now stays. */
  begin(index: number): void;
  extend(to: number, total: number): void;
}

export function useShiftRange<R extends { id: string }>(
  source: GridSource<R>,
  selection: Selection | undefined,
  onSelection: ((selection: Selection) => void) | undefined,
  onFailed: (error: unknown) => void,
): ShiftRange {
  const t = useText();
  const anchor = useRef(0);
  /** What was chosen when the first row of this range was gone to; null until Shift is used. */
  const base = useRef<Selection | null>(null);
  const reading = useRef<AbortController | null>(null);
  useEffect(() => () => reading.current?.abort(), []);

  const begin = useCallback((index: number) => {
    reading.current?.abort();
    anchor.current = index;
    base.current = null;
  }, []);

  const extend = (to: number, total: number): void => {
    if (selection === undefined || onSelection === undefined) return;
    base.current ??= selection;
    const before = base.current;
    reading.current?.abort();
    const [from, until] = anchor.current < to ? [anchor.current, to] : [to, anchor.current];
    if (from === 0 && until === total - 1) {
      onSelection(everything);
      return;
    }
    const short = until - from >= MAX_IDS;
    const last = short ? from + MAX_IDS - 1 : until;
    const control = new AbortController();
    reading.current = control;
    readRows(source, { from, to: last }, (row) => row.id, { signal: control.signal }).then(
      (ids) => {
        onSelection(put(before, ids, true));
        if (short) toast({ tone: 'warning', message: t(gridTexts.rangeLimit, { count: MAX_IDS }) });
      },
      (error: unknown) => {
        if (!control.signal.aborted) onFailed(error);
      },
    );
  };
  return { begin, extend };
}
