/** Where the person is: the window's own history, as a browser keeps one. Interface state, never stored. */
import { useCallback } from 'react';
import { create } from 'zustand';
import type { CustomerId, InvoiceId, ProductId, RunId } from '#shared/model/ids.ts';
import type { ImportKind } from '#shared/model/imports.ts';

/** The pages of the settings, by name. */
const settingsPages = [
  'company',
  'numbering',
  'people',
  'copy',
  'check',
  'fields',
  'tags',
  'segments',
  'backups',
  'export',
  'erasure',
  'display',
  'updates',
] as const;
export type SettingsPage = (typeof settingsPages)[number];

export type Route =
  | { screen: 'home' }
  | { screen: 'import'; kind?: ImportKind }
  /** `held`: opens on the lines that wait for a customer. */
  | { screen: 'lines'; held?: boolean; customer?: { id: CustomerId; name: string } }
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
  /** All client companies, beside the open one. */
  | { screen: 'office' }
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
  office: { screen: 'office' },
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

/** What a screen was set to: its filter, its order, its search. Belongs to the entry of the history, not to the screen. */
export type Kept = Readonly<Record<string, unknown>>;
interface Entry {
  route: Route;
  kept: Kept;
}

interface Journey extends Entry {
  /** Grows with every change of place, so that the same list opened anew is a new one. */
  visit: number;
  back: readonly Entry[];
  forward: readonly Entry[];
  /** Something unsaved stands on the screen: asked before leaving. Null when nothing does. */
  guard: ((leave: () => void, stay?: () => void) => void) | null;
  /** `kept`: what the screen is to begin with. */
  go: (route: Route, kept?: Kept) => void;
  /** Changes the place without a step in the history: choosing another row of the same list. */
  replace: (route: Route) => void;
  keep: (part: Kept) => void;
  goBack: () => void;
  goForward: () => void;
  setGuard: (guard: Journey['guard']) => void;
  /** Leaves the screen by another way than a change of place, once nothing unsaved holds it. */
  leave: (move: () => void) => void;
  /** A new company begins at its first page, with no history. */
  reset: (route?: Route) => void;
}

interface Keeper {
  capture(): unknown;
  restore(state: unknown): void;
}
const keepers = new Map<Screen, Keeper>();
/** For a screen that keeps its filter in a store of its own: it goes with the history too. */
export const keepStore = <S>(screen: Screen, capture: () => S, restore: (state: S) => void): void =>
  // Reason for the cast: what is restored is what this very screen captured.
  void keepers.set(screen, { capture, restore: (state) => restore(state as S) });
const STORE = 'store';

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
  /** The present place as it is left. */
  const present = (): Entry => {
    const { route, kept } = get();
    const keeper = keepers.get(route.screen);
    return { route, kept: keeper ? { ...kept, [STORE]: keeper.capture() } : kept };
  };
  const enter = ({ route, kept }: Entry): Entry & { visit: number } => {
    if (Object.hasOwn(kept, STORE)) keepers.get(route.screen)?.restore(kept[STORE]);
    return { route, kept, visit: get().visit + 1 };
  };
  return {
    route: { screen: 'home' },
    kept: {},
    visit: 0,
    back: [],
    forward: [],
    guard: null,
    go: (route, kept = {}) => {
      if (same(route, get().route) && Object.keys(kept).length === 0) return;
      leaving(() =>
        set((s) => ({ back: [...s.back, present()].slice(-LONGEST), forward: [], ...enter({ route, kept }) })),
      );
    },
    replace: (route) => set({ route }),
    keep: (part) => set((s) => ({ kept: { ...s.kept, ...part } })),
    goBack: () => {
      if (get().back.length === 0) return;
      leaving(() =>
        set((s) => {
          const entry = s.back.at(-1);
          return entry ? { back: s.back.slice(0, -1), forward: [present(), ...s.forward], ...enter(entry) } : s;
        }),
      );
    },
    goForward: () => {
      if (get().forward.length === 0) return;
      leaving(() =>
        set((s) => {
          const [entry, ...forward] = s.forward;
          return entry ? { back: [...s.back, present()], forward, ...enter(entry) } : s;
        }),
      );
    },
    setGuard: (guard) => set({ guard }),
    leave: leaving,
    reset: (route = { screen: 'home' }) =>
      set((s) => ({ route, kept: {}, visit: s.visit + 1, back: [], forward: [], guard: null })),
  };
});

/** Like `useState`, but going back finds it as it was left. */
export function useKept<T>(name: string, initial: T): [T, (value: T) => void] {
  // Reason for the cast: a name stands for one state of one screen.
  const value = useJourney((s) => (Object.hasOwn(s.kept, name) ? s.kept[name] : initial)) as T;
  const set = useCallback((next: T) => useJourney.getState().keep({ [name]: next }), [name]);
  return [value, set];
}

/** The present place. */
export const useRoute = (): Route => useJourney((s) => s.route);
/** Goes somewhere, from anywhere. */
export const go = (route: Route, kept?: Kept): void => useJourney.getState().go(route, kept);

/** Whether what is unsaved on the screen may be lost. Asked of the person; nothing is left by it yet. */
export const mayLoseUnsaved = (): Promise<boolean> =>
  new Promise((resolve) => {
    const { guard } = useJourney.getState();
    if (guard === null) return resolve(true);
    guard(
      () => resolve(true),
      () => resolve(false),
    );
  });

/** A place as text, for another window; read back with {@link placeFrom}. */
export const placeAsText = (route: Route): string => JSON.stringify(route);

/** The place of a text; null where it is none. Our own page wrote it, and an id of nothing shows nothing. */
export function placeFrom(text: string): Route | null {
  const parsed: unknown = JSON.parse(text);
  const screen = typeof parsed === 'object' && parsed !== null && 'screen' in parsed ? parsed.screen : null;
  // Reason for the cast: {@link placeAsText} of this same program wrote it from a Route.
  return typeof screen === 'string' ? (parsed as Route) : null;
}
