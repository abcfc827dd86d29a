/** Which screen stands for a place. */
import { AuditScreen } from '../features/audit/AuditScreen.tsx';
import { GuideScreen } from '../features/guide/GuideScreen.tsx';
import { HomeScreen } from '../features/home/HomeScreen.tsx';
import { ImportScreen } from '../features/imports/ImportScreen.tsx';
import { InvoiceNewScreen } from '../features/invoices/hand/InvoiceNewScreen.tsx';
import { InvoicesScreen } from '../features/invoices/InvoicesScreen.tsx';
import { LinesScreen } from '../features/lines/LinesScreen.tsx';
import { OfficeScreen } from '../features/office/OfficeScreen.tsx';
import { CustomersScreen } from '../features/records/CustomersScreen.tsx';
import { DuplicatesScreen } from '../features/records/merge/DuplicatesScreen.tsx';
import { MergeScreen } from '../features/records/merge/MergeScreen.tsx';
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
      return <LinesScreen key={route.customer?.id} held={route.held ?? false} customer={route.customer ?? null} />;
    case 'customers':
      return <CustomersScreen openId={route.id ?? null} />;
    case 'products':
      return <ProductsScreen openId={route.id ?? null} />;
    case 'duplicates':
      return <DuplicatesScreen />;
    case 'merge':
      return <MergeScreen key={route.ids.join()} ids={route.ids} />;
    case 'audit':
      return <AuditScreen view={route.view ?? 'trail'} />;
    case 'office':
      return <OfficeScreen />;
    case 'settings':
      return <SettingsScreen page={route.page ?? 'company'} />;
    case 'runs':
      return <RunsScreen />;
    case 'run':
      return <RunScreen />;
    case 'invoices':
      return <InvoicesScreen />;
    case 'guide':
      return <GuideScreen slug={route.chapter ?? null} anchor={route.anchor ?? null} />;
    case 'invoice-new':
      return <InvoiceNewScreen />;
  }
}
