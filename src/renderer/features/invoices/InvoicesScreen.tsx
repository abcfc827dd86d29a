/** What has been issued: the list by state, and the document beside it. */
import { Button, Menu } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconDownload, IconFileInvoice, IconFilterOff, IconPlus } from '@tabler/icons-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { InvoiceRow } from '#shared/contract/invoices.ts';
import { invoicesTexts } from '#shared/messages/ui/invoices.ts';
import { asEngineError, useEngineQuery } from '../../api/query.ts';
import { money, whole } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import { go, useJourney, useRoute } from '../../app/routes.ts';
import { useWritable } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import { FocusOut } from '../../components/grid/FocusOut.tsx';
import { engineList, useCopyTable } from '../../components/grid/source.ts';
import type { GridHandle } from '../../components/grid/types.ts';
import { useScreenKeys } from '../../components/grid/useScreenKeys.ts';
import { Kbd, mod } from '../../components/Kbd.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { exportWorkbook } from '../jobs/exportWorkbook.ts';
import { useInvoiceColumns } from './columns.tsx';
import { Filters } from './Filters.tsx';
import { InvoicePanel } from './InvoicePanel.tsx';
import css from './invoices.module.css';
import { allInvoices, type InvoicesView, type InvoiceTab, useInvoices } from './store.ts';

const tabs: readonly InvoiceTab[] = ['any', 'not_due', 'overdue', 'credited', 'credit_note'];

const filterOf = (view: InvoicesView, tab: InvoiceTab = view.tab) => ({
  search: view.search.trim(),
  state: tab,
  runId: view.run?.id ?? null,
  customerId: view.customer?.id ?? null,
  from: view.from,
  to: view.to,
  currency: view.currency,
});

export function InvoicesScreen() {
  const t = useText();
  const language = useLanguage();
  const route = useRoute();
  const writable = useWritable();
  const copy = useCopyTable();
  const view = useInvoices((s) => s.view);
  const sort = useInvoices((s) => s.sort);
  const setView = (next: InvoicesView): void => useInvoices.setState({ view: next });
  const search = useCallback(
    (text: string) => useInvoices.setState((s) => ({ view: { ...s.view, search: text } })),
    [],
  );
  const wide = useMediaQuery('(min-width: 1600px)') ?? false;

  const grid = useRef<GridHandle>(null);
  const [current, setCurrent] = useState<InvoiceRow | null>(null);
  const [reading, setReading] = useState(false);
  const wanted = route.screen === 'invoices' ? (route.id ?? null) : null;

  const filter = useMemo(() => filterOf(view), [view]);
  const source = useMemo(() => engineList('invoice.list', { filter, sort }), [filter, sort]);
  const summary = useEngineQuery('invoice.list', { filter, sort, limit: 1 }).data;
  const sums = summary?.sums ?? [];
  const { columns, copyColumns } = useInvoiceColumns(sums.length === 1 ? (sums[0]?.currency ?? null) : null);
  const narrowed = JSON.stringify({ ...view, tab: 'any' }) !== JSON.stringify(allInvoices);

  useScreenKeys((key) => {
    if (reading || (key !== 'j' && key !== 'k')) return false;
    grid.current?.move(key === 'j' ? 1 : -1);
    return true;
  });

  return (
    <div className={css['twocol']}>
      <section className={css['mid']}>
        <PageHead
          title={t(invoicesTexts.title)}
          actions={
            <>
              <Menu position="bottom-end">
                <Menu.Target>
                  <Button size="xs" leftSection={<IconDownload size={16} stroke={1.6} />}>
                    {t(invoicesTexts.export)}
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  {view.from === null && view.to === null ? null : (
                    <Menu.Item onClick={() => void exportWorkbook({ from: view.from, to: view.to })}>
                      {t(invoicesTexts.exportPeriod)}
                    </Menu.Item>
                  )}
                  {view.run === null ? null : (
                    <Menu.Item onClick={() => void exportWorkbook({ runId: view.run?.id ?? null })}>
                      {t(invoicesTexts.exportRun)}
                    </Menu.Item>
                  )}
                  <Menu.Item onClick={() => void exportWorkbook()}>{t(invoicesTexts.exportAll)}</Menu.Item>
                </Menu.Dropdown>
              </Menu>
              <Button
                size="xs"
                variant="filled"
                disabled={!writable}
                leftSection={<IconPlus size={16} stroke={1.6} />}
                rightSection={<Kbd keys={`${mod} N`} aside />}
                classNames={{ section: css['primaryKey'] ?? '' }}
                onClick={() => go({ screen: 'invoice-new' })}
              >
                {t(invoicesTexts.create)}
              </Button>
            </>
          }
        />
        <div className={css['tabs']} role="tablist" aria-label={t(invoicesTexts.views)}>
          {tabs.map((tab) => (
            <Tab key={tab} tab={tab} view={view} onChoose={() => setView({ ...view, tab })} />
          ))}
        </div>
        <div className={css['filters']}>
          <FocusOut onLeave={() => grid.current?.focus()}>
            <SearchField label={t(invoicesTexts.searchHint)} value={view.search} width={220} onChange={search} />
          </FocusOut>
          <Filters view={view} onView={setView} currencies={sums.map((one) => one.currency)} />
        </div>
        <DataGrid
          ref={grid}
          label={t(invoicesTexts.listLabel)}
          autoFocus
          source={source}
          columns={columns}
          copyColumns={copyColumns}
          sort={sort}
          onSort={(next) => useInvoices.setState({ sort: next })}
          initialId={wanted}
          rowLabel={(row) => `${row.number}, ${row.customerName}`}
          onCurrent={(row) => {
            setCurrent(row);
            if (row !== null) useJourney.getState().replace({ screen: 'invoices', id: row.id });
          }}
          onOpen={() => setReading(true)}
          onCopy={copy}
          error={(error, retry) => (
            <ErrorPanel
              error={asEngineError(error)}
              actions={<Button onClick={retry}>{t(invoicesTexts.retry)}</Button>}
            />
          )}
          empty={
            narrowed || view.tab !== 'any' ? (
              <EmptyState
                icon={IconFilterOff}
                title={t(invoicesTexts.emptyFilter)}
                actions={<Button onClick={() => setView(allInvoices)}>{t(invoicesTexts.showAll)}</Button>}
              />
            ) : (
              <EmptyState
                icon={IconFileInvoice}
                title={t(invoicesTexts.emptyTitle)}
                body={t(invoicesTexts.emptyText)}
                actions={
                  <>
                    <Button disabled={!writable} onClick={() => go({ screen: 'runs', create: true })}>
                      {t(invoicesTexts.emptyRun)}
                    </Button>
                    <Button variant="subtle" disabled={!writable} onClick={() => go({ screen: 'invoice-new' })}>
                      {t(invoicesTexts.emptyHand)}
                    </Button>
                  </>
                }
              />
            )
          }
          foot={
            <>
              <span>
                {summary === undefined ? '' : t(invoicesTexts.count, { count: summary.total })}
                {sums.length === 0
                  ? ''
                  : ` · ${sums.map((s) => t(invoicesTexts.grossSum, { amount: money(s.gross, s.currency, language) })).join(' · ')}`}
              </span>
              <span className={css['keys']}>
                <Kbd keys={t(invoicesTexts.enter)} /> {t(invoicesTexts.keyOpen)} <Kbd keys="/" />{' '}
                {t(invoicesTexts.keySearch)} <Kbd keys={`${mod} C`} /> {t(invoicesTexts.keyCopy)}
              </span>
            </>
          }
        />
      </section>
      <InvoicePanel
        row={current}
        wide={wide}
        reading={reading}
        onRead={setReading}
        onCustomer={(customer) => setView({ ...allInvoices, customer })}
        onShow={(number) => setView({ ...allInvoices, search: number })}
      />
    </div>
  );
}

function Tab({ tab, view, onChoose }: { tab: InvoiceTab; view: InvoicesView; onChoose(): void }) {
  const t = useText();
  const language = useLanguage();
  const { data } = useEngineQuery('invoice.list', { filter: filterOf(view, tab), limit: 1 });
  return (
    <button type="button" role="tab" aria-selected={view.tab === tab} className={css['tab']} onClick={onChoose}>
      {t(invoicesTexts[`tab.${tab}`])}
      <b>{data === undefined ? '' : whole(data.total, language)}</b>
    </button>
  );
}
