/** The screens, with what waits in them. A rail of icons where the desk needs the room. */
import {
  type Icon,
  IconFileImport,
  IconFileInvoice,
  IconHome,
  IconLayoutList,
  IconPackage,
  IconSettings,
  IconStack2,
  IconUsers,
} from '@tabler/icons-react';
import type { CompanySummary } from '#shared/contract/company.ts';
import type { Text } from '#shared/messages/catalogue.ts';
import { frameTexts } from '#shared/messages/ui/common.ts';
import { useEngineQuery } from '../api/query.ts';
import { whole } from './format.ts';
import styles from './frame.module.css';
import { useLanguage, useText } from './i18n.tsx';
import { go, type Route, type Screen, useRoute } from './routes.ts';

interface Place {
  route: Route;
  icon: Icon;
  label: Text;
  /** What waits there. */
  count?: (counts: CompanySummary['counts']) => number;
  /** Whether somebody must look. */
  hot?: (counts: CompanySummary['counts']) => boolean;
}

const home: Place[] = [
  { route: { screen: 'home' }, icon: IconHome, label: frameTexts.home },
  { route: { screen: 'import' }, icon: IconFileImport, label: frameTexts.import },
];
const billing: Place[] = [
  {
    route: { screen: 'lines' },
    icon: IconLayoutList,
    label: frameTexts.lines,
    count: (c) => c.openLines + c.heldLines,
    hot: (c) => c.heldLines > 0,
  },
  { route: { screen: 'runs' }, icon: IconStack2, label: frameTexts.runs, count: (c) => c.runsInReview },
  { route: { screen: 'invoices' }, icon: IconFileInvoice, label: frameTexts.invoices },
];
const records: Place[] = [
  { route: { screen: 'customers' }, icon: IconUsers, label: frameTexts.customers },
  { route: { screen: 'products' }, icon: IconPackage, label: frameTexts.products },
];
const foot: Place[] = [{ route: { screen: 'settings' }, icon: IconSettings, label: frameTexts.settings }];

/** Which entry a screen without one belongs to. */
const under: Partial<Record<Screen, Screen>> = { run: 'runs', 'invoice-new': 'invoices' };
/** Desks that give the navigation's room to the work. */
const dense = new Set<Screen>(['run', 'invoices', 'invoice-new']);

export function Navigation() {
  const t = useText();
  const language = useLanguage();
  const route = useRoute();
  const current = under[route.screen] ?? route.screen;
  const counts = useEngineQuery('company.summary', {}).data?.counts;

  const entry = ({ route: target, icon: IconShape, label, count, hot }: Place) => {
    const waiting = counts && count ? count(counts) : 0;
    const mustLook = counts && hot ? hot(counts) : false;
    const words = t(label);
    const held = counts && mustLook ? `, ${t(frameTexts.heldCount, { count: counts.heldLines })}` : '';
    return (
      <button
        key={target.screen}
        type="button"
        title={waiting < 10_000 ? `${words}${held}` : `${words}, ${whole(waiting, language)}${held}`}
        aria-label={waiting > 0 ? `${words}, ${whole(waiting, language)}${held}` : words}
        aria-current={current === target.screen ? 'page' : undefined}
        onClick={() => go(target)}
      >
        <IconShape size={16} stroke={1.6} aria-hidden />
        <span>{words}</span>
        {waiting > 0 ? (
          <b data-hot={mustLook || undefined}>
            {waiting < 10_000 ? whole(waiting, language) : `${whole(Math.floor(waiting / 1000), language)}\u202fk`}
          </b>
        ) : null}
      </button>
    );
  };

  return (
    <nav
      className={styles['nav']}
      data-rail={dense.has(route.screen) || undefined}
      aria-label={t(frameTexts.navigation)}
    >
      {home.map(entry)}
      <h2>{t(frameTexts.groupBill)}</h2>
      {billing.map(entry)}
      <h2>{t(frameTexts.groupFile)}</h2>
      {records.map(entry)}
      <div className="grow" />
      {foot.map(entry)}
    </nav>
  );
}
