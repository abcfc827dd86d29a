/** What the palette offers by itself: every command, every screen, and acts of screens. */
import { type Icon, IconBolt, IconCompass } from '@tabler/icons-react';
import { MenuCommand } from '#shared/contract/shell.ts';
import { chordsOf, isCommandKey } from '#shared/keys.ts';
import type { Text } from '#shared/messages/catalogue.ts';
import { paletteActTexts, paletteCommandTexts } from '#shared/messages/ui/palette.ts';
import { shell } from '../../api/bridge.ts';
import { can, perform, placeOfCommand } from '../../app/commands.ts';
import type { Translate } from '../../app/i18n.tsx';
import { go, placeAsText, type Route } from '../../app/routes.ts';
import { useSession } from '../../app/session.ts';
import { isMac } from '../../components/Kbd.tsx';
import { allInvoices, useInvoices } from '../invoices/store.ts';
import { matchScore } from './match.ts';

export interface Entry {
  key: string;
  icon: Icon;
  title: string;
  detail: string;
  /** At the right: an amount. */
  aside: string;
  /** The chord that does the same. */
  chord: string | null;
  /** Can be opened in a window of its own. */
  isPlace: boolean;
  run(inNewWindow: boolean): void;
}
type Titled = Omit<Entry, 'title'> & { text: Text };

const openRoute = (route: Route) => (inNewWindow: boolean) => {
  if (inNewWindow) void shell('window.open', { place: placeAsText(route) });
  else go(route);
};

function commandEntries(): Titled[] {
  return MenuCommand.options.flatMap((command): Titled[] => {
    const text = paletteCommandTexts[command];
    if (text === null || !can(command)) return [];
    const route = placeOfCommand(command);
    return [
      {
        key: command,
        icon: route ? IconCompass : IconBolt,
        text,
        detail: '',
        aside: '',
        chord: isCommandKey(command) ? (chordsOf(command, isMac)[0] ?? null) : null,
        isPlace: route !== null,
        run: (inNewWindow) => (inNewWindow && route ? openRoute(route)(true) : perform(command)),
      },
    ];
  });
}

const places: readonly (readonly [keyof typeof paletteActTexts, Route])[] = [
  ['newCustomer', { screen: 'customers', id: 'new' }],
  ['newProduct', { screen: 'products', id: 'new' }],
  ['heldLines', { screen: 'lines', held: true }],
  ['importCustomers', { screen: 'import', kind: 'customers' }],
  ['importProducts', { screen: 'import', kind: 'products' }],
  ['duplicates', { screen: 'duplicates' }],
  ['audit', { screen: 'audit' }],
  ['undo', { screen: 'audit', view: 'undo' }],
  ['guide', { screen: 'guide' }],
  ['numbering', { screen: 'settings', page: 'numbering' }],
  ['check', { screen: 'settings', page: 'check' }],
  ['display', { screen: 'settings', page: 'display' }],
];

function actEntries(): Titled[] {
  if (!useSession.getState().company) return [];
  const entry = (key: keyof typeof paletteActTexts, isPlace: boolean, run: Entry['run']): Titled => ({
    key,
    icon: IconCompass,
    text: paletteActTexts[key],
    detail: '',
    aside: '',
    chord: null,
    isPlace,
    run,
  });
  const tab = (which: 'overdue' | 'credit_note') => () => {
    go({ screen: 'invoices' });
    useInvoices.setState({ view: { ...allInvoices, tab: which } });
  };
  return [
    ...places.map(([key, route]) => entry(key, true, openRoute(route))),
    entry('overdue', false, tab('overdue')),
    entry('creditNotes', false, tab('credit_note')),
  ];
}

/** The entries that answer what is typed, best first; all, as they stand, where nothing is. */
export function ownEntries(typed: string, t: Translate): Entry[] {
  return [...commandEntries(), ...actEntries()]
    .map((entry, at) => {
      // Who reads one language may know the other's word for it.
      const score = Math.max(matchScore(typed, t(entry.text)), matchScore(typed, otherWords(entry.text)) - 1);
      return { entry, at, score };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || rarely(a.entry.key) - rarely(b.entry.key) || a.at - b.at)
    .map(({ entry: { text, ...rest } }) => ({ ...rest, title: t(text) }));
}

/** Opening and closing companies is rare beside the day's work. */
const rarely = (key: string): number => (key.startsWith('company.') ? 1 : 0);
const otherWords = (text: Text): string => `${String(text.fr)} ${String(text.en)}`;
