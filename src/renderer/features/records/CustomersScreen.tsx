/** The customers: list, and one in the panel. */
import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus, IconSearch, IconUsers } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { CustomerRow } from '#shared/contract/records.ts';
import { countryName } from '#shared/messages/paper.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { recordTexts, customerTexts as texts } from '#shared/messages/ui/records.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { asEngineError, useEngineQuery } from '../../api/query.ts';
import { askToLeave } from '../../app/dialogs.tsx';
import { whole } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import { go, useJourney } from '../../app/routes.ts';
import { useWritable } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import { engineList, useCopyTable } from '../../components/grid/source.ts';
import type { GridColumn, GridHandle, GridSort } from '../../components/grid/types.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { WithPanel } from '../../components/SidePanel.tsx';
import { StatusIcon } from '../../components/StatusIcon.tsx';
import { Toolbar } from '../../components/Toolbar.tsx';
import { CustomerPanel } from './CustomerPanel.tsx';
import { customerLabel } from './customer.ts';
import css from './records.module.css';

type SortKey = 'name' | 'code' | 'country' | 'city' | 'invoices' | 'updatedAt';
const beside = new Set(['code', 'name', 'state', 'city', 'country']);
type Shown = 'active' | 'incomplete' | 'archived';

function useColumns(open: (id: CustomerId) => void): GridColumn<CustomerRow, SortKey>[] {
  const t = useText();
  const language = useLanguage();
  return useMemo(() => {
    const count = (value: number) => (value === 0 ? <span className="faint">0</span> : whole(value, language));
    const country = (row: CustomerRow) => (row.country === null ? '' : countryName(row.country, language));
    return [
      {
        key: 'code',
        head: t(recordTexts.code),
        title: t(recordTexts.code),
        width: 104,
        sortKey: 'code',
        text: (row) => row.code,
        render: (row) => <span className="num">{row.code}</span>,
      },
      {
        key: 'name',
        head: t(recordTexts.name),
        title: t(recordTexts.name),
        width: 180,
        flex: 3,
        tooltip: true,
        sortKey: 'name',
        text: (row) => row.name ?? '',
        render: (row) => (
          <button
            type="button"
            tabIndex={-1}
            className={css['link']}
            onClick={(event) => {
              event.stopPropagation();
              open(row.id);
            }}
          >
            {row.name ?? <i className="faint">{t(texts.noName)}</i>}
          </button>
        ),
      },
      {
        key: 'state',
        head: '',
        title: t(texts.incomplete),
        width: 36,
        text: (row) => (row.incomplete ? t(texts.incomplete) : ''),
        render: (row) =>
          row.incomplete ? <StatusIcon state="warning" iconOnly label={t(texts.incompleteHint)} /> : null,
      },
      {
        key: 'city',
        head: t(texts.city),
        title: t(texts.city),
        width: 110,
        flex: 1,
        tooltip: true,
        sortKey: 'city',
        text: (row) => row.city ?? '',
        render: (row) => <span className="ellipsis">{row.city}</span>,
      },
      {
        key: 'country',
        head: t(texts.country),
        title: t(texts.country),
        width: 120,
        tooltip: true,
        sortKey: 'country',
        text: country,
        render: (row) => <span className="ellipsis">{country(row)}</span>,
      },
      {
        key: 'vat',
        head: t(texts.vatNumber),
        title: t(texts.vatNumber),
        width: 136,
        text: (row) => row.vatNumber ?? '',
        render: (row) => <span className="num muted">{row.vatNumber}</span>,
      },
      {
        key: 'openLines',
        head: t(texts.openLines),
        title: t(texts.openLines),
        width: 124,
        align: 'right',
        text: (row) => String(row.openLines),
        render: (row) => count(row.openLines),
      },
      {
        key: 'invoices',
        head: t(texts.invoices),
        title: t(texts.invoices),
        width: 92,
        align: 'right',
        sortKey: 'invoices',
        descendingFirst: true,
        text: (row) => String(row.invoices),
        render: (row) => count(row.invoices),
      },
    ];
  }, [t, language, open]);
}

export function CustomersScreen({ openId }: { openId: CustomerId | 'new' | null }) {
  const t = useText();
  const writable = useWritable();
  const copy = useCopyTable();
  // The keys of the list work from the first moment.
  const grid = useRef<GridHandle>(null);
  useEffect(() => grid.current?.focus(), []);
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState<Shown>('active');
  const [sort, setSort] = useState<GridSort<SortKey>>({ by: 'name', descending: false });
  const [dirty, setDirty] = useState(false);
  const filter = useMemo(
    () => ({ search, archived: shown === 'archived', incomplete: shown === 'incomplete' }),
    [search, shown],
  );
  const source = useMemo(() => engineList('customer.list', { filter, sort }), [filter, sort]);
  const { data } = useEngineQuery('customer.list', { filter, sort, limit: 1 });

  const { open, close } = useMemo(() => {
    const show = (id: CustomerId | 'new' | null) =>
      askToLeave(dirty, () => {
        setDirty(false);
        useJourney.getState().replace(id === null ? { screen: 'customers' } : { screen: 'customers', id });
      });
    return { open: (id: CustomerId | 'new') => show(id), close: () => show(null) };
  }, [dirty]);
  const all = useColumns(open);
  // Beside the panel there is room for what tells customers apart.
  const columns = useMemo(() => (openId === null ? all : all.filter(({ key }) => beside.has(key))), [all, openId]);
  const create = () => open('new');
  const filtered = search !== '' || shown !== 'active';

  return (
    <WithPanel
      panel={
        openId === null ? null : (
          <CustomerPanel
            key={openId}
            id={openId === 'new' ? null : openId}
            onDirty={setDirty}
            onClose={close}
            onCreated={(id) => {
              setDirty(false);
              useJourney.getState().replace({ screen: 'customers', id });
            }}
          />
        )
      }
    >
      <PageHead
        title={t(texts.title)}
        actions={
          <>
            <Button disabled={!writable} onClick={() => go({ screen: 'import', kind: 'customers' })}>
              {t(recordTexts.importAct)}
            </Button>
            <Button
              variant="filled"
              disabled={!writable || openId === 'new'}
              leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
              onClick={create}
            >
              {t(texts.new)}
            </Button>
          </>
        }
      />
      <Toolbar>
        <SearchField label={t(texts.search)} value={search} onChange={setSearch} />
        <SegmentedControl
          aria-label={t(recordTexts.filter)}
          value={shown}
          onChange={(value) => setShown(value)}
          data={[
            { value: 'active', label: t(recordTexts.active) },
            { value: 'incomplete', label: t(texts.incomplete) },
            { value: 'archived', label: t(recordTexts.archivedFilter) },
          ]}
        />
      </Toolbar>
      <DataGrid<CustomerRow, SortKey>
        ref={grid}
        label={t(texts.title)}
        source={source}
        columns={columns}
        density="regular"
        sort={sort}
        onSort={setSort}
        rowLabel={customerLabel}
        muted={(row) => row.archived}
        initialId={openId === 'new' ? null : openId}
        onOpen={(row) => open(row.id)}
        onCopy={copy}
        error={(error, retry) => (
          <ErrorPanel error={asEngineError(error)} actions={<Button onClick={retry}>{t(commonTexts.retry)}</Button>} />
        )}
        empty={
          filtered ? (
            <EmptyState
              icon={IconSearch}
              title={t(recordTexts.notFound)}
              body={t(recordTexts.notFoundBody)}
              actions={
                <Button
                  onClick={() => {
                    setSearch('');
                    setShown('active');
                  }}
                >
                  {t(recordTexts.showAll)}
                </Button>
              }
            />
          ) : (
            <EmptyState
              icon={IconUsers}
              title={t(texts.emptyTitle)}
              body={t(texts.emptyBody)}
              actions={
                <>
                  <Button disabled={!writable} onClick={() => go({ screen: 'import', kind: 'customers' })}>
                    {t(recordTexts.importAct)}
                  </Button>
                  <Button disabled={!writable} variant="subtle" onClick={create}>
                    {t(texts.new)}
                  </Button>
                </>
              }
            />
          )
        }
        foot={
          <>
            <span>{data ? t(texts.count, { count: data.total }) : ''}</span>
            <span className={css['keys']}>
              <Kbd keys={t(recordTexts.enterKey)} /> {t(recordTexts.keyOpen)} <Kbd keys="/" />{' '}
              {t(recordTexts.keySearch)}
            </span>
          </>
        }
      />
    </WithPanel>
  );
}
