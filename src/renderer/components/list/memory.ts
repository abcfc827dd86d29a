/**
 * How a list was left: its filter, order, columns and the saved view it shows. Kept per company and list as long as the window
 * stands; the columns and the order of the list itself (not of its views) also from one start to the next, on this computer.
 * A filter is not kept on the computer: it may hold a person's name.
 */
import { useCallback, useMemo, useRef } from 'react';
import { create } from 'zustand';
import type { ListName, SavedView } from '#shared/contract/views.ts';
import type { ViewId } from '#shared/model/ids.ts';
import { keepStore } from '../../app/routes.ts';
import { useSession } from '../../app/session.ts';
import { type ColumnLayout, plainLayout } from '../grid/columns.ts';
import type { GridSort } from '../grid/types.ts';
import { readSpec, type Spec, specKey, toSpec } from './spec.ts';

interface Kept {
  viewId: ViewId | null;
  spec: Spec;
  /** What the view said when it was chosen; null on the list's own. */
  saved: string | null;
  /** Columns and order of the list itself, while a view shows others. */
  own: { sort: Spec['sort']; layout: ColumnLayout };
}

const useLists = create<{ lists: Readonly<Record<string, Kept>> }>(() => ({ lists: {} }));

const storageKey = (key: string): string => `liasse.list.${key}`;

/** What the computer kept; nothing where that is not readable, which is as if it were the first time. */
function recall(key: string): { sort: Spec['sort']; layout: ColumnLayout } {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey(key)) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return { sort: null, layout: plainLayout };
    const { sort, layout } = readSpec({ v: 1, ...kept });
    return { sort, layout };
  } catch {
    return { sort: null, layout: plainLayout };
  }
}

function keep(key: string, own: { sort: Spec['sort']; layout: ColumnLayout }): void {
  try {
    localStorage.setItem(storageKey(key), JSON.stringify(own));
  } catch (error) {
    // A full or forbidden storage costs the memory of columns, nothing else.
    console.error('list memory', error);
  }
}

const keyOf = (list: ListName): string => `${useSession.getState().company?.companyId ?? ''}.${list}`;

// Going back finds a list as it was left. The invoices' list keeps its filter itself.
for (const list of ['customers', 'products', 'lines', 'runs'] as const) {
  keepStore(
    list,
    () => ({ key: keyOf(list), kept: useLists.getState().lists[keyOf(list)] }),
    ({ key, kept }) => {
      if (kept) useLists.setState((s) => ({ lists: { ...s.lists, [key]: kept } }));
    },
  );
}

/** The list is to open on what this filter shows, leaving a saved view as it is. */
export function openListOn(list: ListName, filter: Spec['filter']): void {
  const key = keyOf(list);
  const kept = useLists.getState().lists[key];
  const own = kept?.own ?? recall(key);
  useLists.setState((s) => ({
    lists: { ...s.lists, [key]: { viewId: null, spec: { filter, ...own }, saved: null, own } },
  }));
}

export interface ListSchema<F, K extends string> {
  list: ListName;
  /** The filter at first, and every filter that was ever kept as one of today. */
  readFilter(kept: unknown): F;
  /** The order at first. */
  sort: GridSort<K>;
  isSortKey(by: string): by is K;
}
/** Filter and order of a list whose screen keeps them itself, as others of the program set them too. */
export interface Elsewhere<F, K extends string> {
  filter: F;
  sort: GridSort<K>;
  put(change: { filter?: F; sort?: GridSort<K> }): void;
}

export interface ListMemory<F, K extends string> {
  list: ListName;
  viewId: ViewId | null;
  filter: F;
  sort: GridSort<K>;
  layout: ColumnLayout;
  /** As a saved view keeps it. */
  spec: Spec;
  /** A saved view is shown, and something differs from what it says. */
  dirty: boolean;
  setFilter(filter: F): void;
  setSort(sort: GridSort<K>): void;
  setLayout(layout: ColumnLayout): void;
  /** Shows a saved view as it says; `null` with a filter: the list's own. */
  show(view: SavedView | null, filter?: F): void;
  /** What is shown is what this view now says: it was just saved. */
  savedAs(view: SavedView): void;
}

export function useListMemory<F, K extends string>(
  schema: ListSchema<F, K>,
  elsewhere?: Elsewhere<F, K>,
): ListMemory<F, K> {
  const companyId = useSession((s) => s.company?.companyId ?? '');
  const key = `${companyId}.${schema.list}`;
  const { list, readFilter, isSortKey } = schema;
  const kept = useLists((s) => s.lists[key]);
  const recalled = useMemo(() => recall(key), [key]);
  const now = useMemo<Kept>(
    () => kept ?? { viewId: null, spec: { filter: null, ...recalled }, saved: null, own: recalled },
    [kept, recalled],
  );

  const put = useCallback(
    (next: Kept) => {
      useLists.setState((s) => ({ lists: { ...s.lists, [key]: next } }));
      if (next.viewId === null) keep(key, { sort: next.spec.sort, layout: next.spec.layout });
    },
    [key],
  );
  const change = useCallback(
    (part: Partial<Spec>) => {
      const latest = useLists.getState().lists[key] ?? now;
      const spec = { ...latest.spec, ...part };
      put({
        ...latest,
        spec,
        own: latest.viewId === null ? { sort: spec.sort, layout: spec.layout } : latest.own,
      });
    },
    [key, now, put],
  );

  const ownFilter = useMemo(() => readFilter(now.spec.filter), [readFilter, now.spec.filter]);
  const { by, descending } = now.spec.sort ?? { by: '', descending: false };
  const ownSort = useMemo(
    () => (isSortKey(by) ? { by, descending } : schema.sort),
    [by, descending, isSortKey, schema.sort],
  );
  const filter = elsewhere?.filter ?? ownFilter;
  const sort = elsewhere?.sort ?? ownSort;
  const outside = useRef(elsewhere);
  outside.current = elsewhere;
  const spec = useMemo(() => toSpec(filter, sort, now.spec.layout), [filter, sort, now.spec.layout]);

  return {
    list,
    viewId: now.viewId,
    filter,
    sort,
    layout: now.spec.layout,
    spec,
    dirty: now.saved !== null && now.saved !== specKey(spec),
    setFilter: useCallback(
      (next: F) => {
        outside.current?.put({ filter: next });
        change({ filter: next });
      },
      [change],
    ),
    setSort: useCallback(
      (next: GridSort<K>) => {
        outside.current?.put({ sort: next });
        change({ sort: next });
      },
      [change],
    ),
    setLayout: useCallback((next: ColumnLayout) => change({ layout: next }), [change]),
    show: useCallback(
      (view, wanted) => {
        const latest = useLists.getState().lists[key] ?? now;
        const present = outside.current?.sort ?? latest.spec.sort;
        const own = latest.viewId === null ? { sort: present, layout: latest.spec.layout } : latest.own;
        if (view === null) {
          outside.current?.put({ filter: wanted ?? readFilter(null), sort: readSort(own.sort, schema) });
          put({ viewId: null, spec: { filter: wanted ?? null, ...own }, saved: null, own });
          return;
        }
        const said = readSpec(view.spec);
        const shown = { filter: readFilter(said.filter), sort: readSort(said.sort, schema) };
        const read = toSpec(shown.filter, shown.sort, said.layout);
        outside.current?.put(shown);
        put({ viewId: view.id, spec: read, saved: specKey(read), own });
      },
      [key, now, put, readFilter, schema],
    ),
    savedAs: useCallback(
      (view) => {
        const latest = useLists.getState().lists[key] ?? now;
        const said = readSpec(view.spec);
        const read = toSpec(readFilter(said.filter), readSort(said.sort, schema), said.layout);
        put({ ...latest, viewId: view.id, saved: specKey(read) });
      },
      [key, now, put, readFilter, schema],
    ),
  };
}

const readSort = <F, K extends string>(sort: Spec['sort'], schema: ListSchema<F, K>): GridSort<K> =>
  sort !== null && schema.isSortKey(sort.by) ? { by: sort.by, descending: sort.descending } : schema.sort;
