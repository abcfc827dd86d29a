/** Where the person is: the window's own history, as a browser keeps one. Interface state, never stored. */
import { create } from 'zustand';
import type { CustomerId, InvoiceId, ProductId, RunId } from '#shared/model/ids.ts';
import type { ImportKind } from '#shared/model/imports.ts';

/** The pages of the settings, by name. */
const settingsPages = ['company', 'numbering', 'check', 'display'] as const;
export type SettingsPage = (typeof settingsPages)[number];

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
  /** Customers that are there twice. */
  | { screen: 'duplicates' }
  /** What a merge of these would do; the first is proposed as the one to keep. */
  | { screen: 'merge'; ids: readonly CustomerId[] }
  /** The audit trail, or what can be taken back. */
  | { screen: 'audit'; view?: 'trail' | 'undo' }
  | { screen: 'settings'; page?: SettingsPage }
  | { screen: 'guide'; chapter?: string; anchor?: string };

export type Screen = Route['screen'];

/** A place by its screen, and its page where the screen has several: `settings.numbering`. */
export const placeName = (route: Route): string =>
  route.screen === 'settings' ? `settings.${route.page ?? 'company'}` : route.screen;

/** Screens that need nothing said to be gone to, by their names; links of the guide use them. */
const plainScreens = {
  home: { screen: 'home' },
  import: { screen: 'import' },
  lines: { screen: 'lines' },
  runs: { screen: 'runs' },
  invoices: { screen: 'invoices' },
  'invoice-new': { screen: 'invoice-new' },
  customers: { screen: 'customers' },
  products: { screen: 'products' },
  settings: { screen: 'settings' },
  guide: { screen: 'guide' },
} as const satisfies Partial<Record<Screen, Route>>;

/** The place of a name as {@link placeName} gives it; null where it is none, or needs a record said. */
export function placeOf(name: string): Route | null {
  const [screen = '', page] = name.split('.');
  if (screen === 'settings' && page !== undefined) {
    const known = settingsPages.find((one) => one === page);
    return known === undefined ? null : { screen: 'settings', page: known };
  }
  // Reason for the cast: `hasOwn` said that it is one of the keys.
  return Object.hasOwn(plainScreens, screen) ? plainScreens[screen as keyof typeof plainScreens] : null;
}

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
