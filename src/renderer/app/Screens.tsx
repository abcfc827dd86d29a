/** Which screen stands for a place. */
import { HomeScreen } from '../features/home/HomeScreen.tsx';
import { ImportScreen } from '../features/imports/ImportScreen.tsx';
import { InvoiceNewScreen } from '../features/invoices/hand/InvoiceNewScreen.tsx';
import { InvoicesScreen } from '../features/invoices/InvoicesScreen.tsx';
import { LinesScreen } from '../features/lines/LinesScreen.tsx';
import { CustomersScreen } from '../features/records/CustomersScreen.tsx';
import { ProductsScreen } from '../features/records/ProductsScreen.tsx';
import { RunScreen } from '../features/runs/RunScreen.tsx';
import { RunsScreen } from '../features/runs/RunsScreen.tsx';
import { SettingsScreen } from '../features/settings/SettingsScreen.tsx';
import type { Route } from './routes.ts';

export function Screens({ route }: { route: Route }) {
  switch (route.screen) {
    case 'home':
      return <HomeScreen />;
    case 'import':
      return <ImportScreen kind={route.kind ?? 'lines'} />;
    case 'lines':
      return <LinesScreen held={route.held ?? false} />;
    case 'customers':
      return <CustomersScreen openId={route.id ?? null} />;
    case 'products':
      return <ProductsScreen openId={route.id ?? null} />;
    case 'settings':
      return <SettingsScreen page={route.page ?? 'company'} />;
    case 'runs':
      return <RunsScreen />;
    case 'run':
      return <RunScreen />;
    case 'invoices':
      return <InvoicesScreen />;
    case 'invoice-new':
      return <InvoiceNewScreen />;
  }
}
