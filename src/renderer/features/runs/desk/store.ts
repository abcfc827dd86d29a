/** How each run's desk was left, so that coming back from a customer's record finds it so. Interface state only. */
import { create } from 'zustand';
import type { RunId } from '#shared/model/ids.ts';
import type { DraftSort } from './columns.tsx';
import { type DeskView, wholeRun } from './view.ts';

interface Left {
  view: DeskView;
  sort: DraftSort;
  currentId: string | null;
}
const fresh: Left = { view: wholeRun, sort: { by: 'gross', descending: true }, currentId: null };

const useDesks = create<{ desks: Readonly<Record<string, Left>> }>(() => ({ desks: {} }));

export function useDesk(id: RunId): Left & { change(part: Partial<Left>): void } {
  const left = useDesks((s) => s.desks[id] ?? fresh);
  return {
    ...left,
    change: (part) =>
      useDesks.setState((s) => ({ desks: { ...s.desks, [id]: { ...(s.desks[id] ?? fresh), ...part } } })),
  };
}
