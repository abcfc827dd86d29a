/** Where the person is: the window's own history, as a browser keeps one. Interface state, never stored. */
import { create } from 'zustand';
import type { CustomerId, InvoiceId, ProductId, RunId } from '#shared/model/ids.ts';
import type { ImportKind } from '#shared/model/imports.ts';

export type SettingsPage = 'company' | 'numbering' | 'check' | 'display';

export type Route =
  | { screen: 'home' }
  | { screen: 'import'; kind?: ImportKind }
  /** `held`: opens on the lines that wait for a customer. */
  | { screen: 'lines'; held?: boolean }
  /** `create`: opens the panel for a new run. */
  | { screen: 'runs'; create?: boolean }
  | { screen: 'run'; id: RunId }
  | { screen: 'invoices'; id?: InvoiceId }
  | { screen: 'invoice-new' }
  | { screen: 'customers'; id?: CustomerId | 'new' }
  | { screen: 'products'; id?: ProductId | 'new' }
  | { screen: 'settings'; page?: SettingsPage };

export type Screen = Route['screen'];

interface Journey {
  route: Route;
  back: readonly Route[];
  forward: readonly Route[];
  /** Something unsaved stands on the screen: asked before leaving. Null when nothing does. */
  guard: ((leave: () => void) => void) | null;
  go: (route: Route) => void;
  /** Changes the place without a step in the history: choosing another row of the same list. */
  replace: (route: Route) => void;
  goBack: () => void;
  goForward: () => void;
  setGuard: (guard: Journey['guard']) => void;
  /** A new company begins at its first page, with no history. */
  reset: (route?: Route) => void;
}

const LONGEST = 50;
const same = (a: Route, b: Route): boolean => JSON.stringify(a) === JSON.stringify(b);

export const useJourney = create<Journey>((set, get) => {
  const leaving = (move: () => void) => {
    const { guard } = get();
    const go = () => {
      set({ guard: null });
      move();
    };
    if (guard) guard(go);
    else move();
  };
  return {
    route: { screen: 'home' },
    back: [],
    forward: [],
    guard: null,
    go: (route) => {
      if (same(route, get().route)) return;
      leaving(() => set((s) => ({ route, back: [...s.back, s.route].slice(-LONGEST), forward: [] })));
    },
    replace: (route) => set({ route }),
    goBack: () => {
      if (get().back.length === 0) return;
      leaving(() =>
        set((s) => {
          const route = s.back.at(-1);
          return route ? { route, back: s.back.slice(0, -1), forward: [s.route, ...s.forward] } : s;
        }),
      );
    },
    goForward: () => {
      if (get().forward.length === 0) return;
      leaving(() =>
        set((s) => {
          const [route, ...forward] = s.forward;
          return route ? { route, back: [...s.back, s.route], forward } : s;
        }),
      );
    },
    setGuard: (guard) => set({ guard }),
    reset: (route = { screen: 'home' }) => set({ route, back: [], forward: [], guard: null }),
  };
});

/** The present place. */
export const useRoute = (): Route => useJourney((s) => s.route);
/** Goes somewhere, from anywhere. */
export const go = (route: Route): void => useJourney.getState().go(route);
