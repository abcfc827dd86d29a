/** What is chosen in a list: some rows by id, or everything that the view shows but some. Pure. */

export type Selection =
  | { readonly kind: 'some'; readonly ids: ReadonlySet<string> }
  | { readonly kind: 'all'; readonly except: ReadonlySet<string> };

/** As many ids as the contract takes in one call (shared/contract/list.ts). */
export const MAX_IDS = 20_000;

export const nothing: Selection = { kind: 'some', ids: new Set() };
export const everything: Selection = { kind: 'all', except: new Set() };
export const only = (ids: Iterable<string>): Selection => ({ kind: 'some', ids: new Set(ids) });

export const isChosen = (selection: Selection, id: string): boolean =>
  selection.kind === 'some' ? selection.ids.has(id) : !selection.except.has(id);

/** How many rows are chosen in a view of `total` rows. */
export const countChosen = (selection: Selection, total: number): number =>
  selection.kind === 'some' ? selection.ids.size : Math.max(0, total - selection.except.size);

export const toggled = (selection: Selection, id: string): Selection => put(selection, [id], !isChosen(selection, id));

/** The rows chosen (or not) whatever they were before: what Shift does. Ids past {@link MAX_IDS} are not taken in. */
export function put(selection: Selection, ids: Iterable<string>, chosen: boolean): Selection {
  const listed = new Set(selection.kind === 'some' ? selection.ids : selection.except);
  const adds = (selection.kind === 'some') === chosen;
  for (const id of ids) {
    if (!adds) listed.delete(id);
    else if (listed.size < MAX_IDS) listed.add(id);
  }
  return selection.kind === 'some' ? { kind: 'some', ids: listed } : { kind: 'all', except: listed };
}

/** State of the box in the head. */
export function headState(selection: Selection, total: number): 'none' | 'some' | 'all' {
  const count = countChosen(selection, total);
  if (count === 0) return 'none';
  return selection.kind === 'all' && selection.except.size === 0 ? 'all' : count === total ? 'all' : 'some';
}

/** As the contract's commands take it; `filter` is the view's, which "all" means. */
export const toContract = <F>(selection: Selection, filter: F): { ids: string[] } | { all: F; except: string[] } =>
  selection.kind === 'some' ? { ids: [...selection.ids] } : { all: filter, except: [...selection.except] };
