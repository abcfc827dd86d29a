/** The products: list, and one in the panel. */
import { Button, SegmentedControl } from '@mantine/core';
import { IconPackage, IconPlus, IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { formatDecimal } from '#shared/format/decimal.ts';
import { currencySign } from '#shared/format/money.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { recordTexts, productTexts as texts } from '#shared/messages/ui/records.ts';
import type { ProductId } from '#shared/model/ids.ts';
import type { Product } from '#shared/model/product.ts';
import { asEngineError, useEngineQuery } from '../../api/query.ts';
import { askToLeave } from '../../app/dialogs.tsx';
import { minorDigits } from '../../app/format.ts';
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
import { Toolbar } from '../../components/Toolbar.tsx';
import { ProductPanel, taxTexts } from './ProductPanel.tsx';
import css from './records.module.css';

type SortKey = 'name' | 'code' | 'unitPrice' | 'updatedAt';
const beside = new Set(['code', 'name', 'price']);
type Shown = 'active' | 'archived';

function useColumns(open: (id: ProductId) => void): GridColumn<Product, SortKey>[] {
  const t = useText();
  const language = useLanguage();
  return useMemo(() => {
    const plain = (
      key: 'unit' | 'supply' | 'taxClass',
      head: string,
      width: number,
      text: (row: Product) => string,
    ): GridColumn<Product, SortKey> => ({ key, head, title: head, width, text, render: text });
    const price = (row: Product) =>
      row.unitPrice === null
        ? ''
        : formatDecimal(row.unitPrice, language, { minDigits: row.currency ? minorDigits(row.currency) : 2 });
    return [
      {
        key: 'code',
        head: t(recordTexts.code),
        title: t(recordTexts.code),
        width: 120,
        sortKey: 'code',
        text: (row) => row.code,
        render: (row) => <span className="num">{row.code}</span>,
      },
      {
        key: 'name',
        head: t(recordTexts.name),
        title: t(recordTexts.name),
        width: 200,
        flex: 3,
        tooltip: true,
        sortKey: 'name',
        text: (row) => row.name,
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
            {row.name}
          </button>
        ),
      },
      plain('supply', t(texts.supply), 96, (row) => (row.supply === null ? '' : t(commonTexts[row.supply]))),
      plain('taxClass', t(texts.taxClass), 140, (row) => (row.taxClass === null ? '' : t(taxTexts[row.taxClass]))),
      plain('unit', t(texts.unit), 90, (row) => row.unit ?? ''),
      {
        key: 'price',
        head: t(texts.price),
        title: t(texts.price),
        width: 130,
        align: 'right',
        sortKey: 'unitPrice',
        descendingFirst: true,
        text: price,
        render: (row) =>
          row.unitPrice === null ? null : (
            <span className="num">
              {price(row)} <span className="faint">{row.currency ? currencySign(row.currency) : ''}</span>
            </span>
          ),
      },
    ];
  }, [t, language, open]);
}

export function ProductsScreen({ openId }: { openId: ProductId | 'new' | null }) {
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
  const filter = useMemo(() => ({ search, archived: shown === 'archived' }), [search, shown]);
  const source = useMemo(() => engineList('product.list', { filter, sort }), [filter, sort]);
  const { data } = useEngineQuery('product.list', { filter, sort, limit: 1 });

  const { open, close } = useMemo(() => {
    const show = (id: ProductId | 'new' | null) =>
      askToLeave(dirty, () => {
        setDirty(false);
        useJourney.getState().replace(id === null ? { screen: 'products' } : { screen: 'products', id });
      });
    return { open: (id: ProductId | 'new') => show(id), close: () => show(null) };
  }, [dirty]);
  const all = useColumns(open);
  // Beside the panel there is room for what tells products apart.
  const columns = useMemo(() => (openId === null ? all : all.filter(({ key }) => beside.has(key))), [all, openId]);
  const create = () => open('new');
  const filtered = search !== '' || shown !== 'active';

  return (
    <WithPanel
      panel={
        openId === null ? null : (
          <ProductPanel
            key={openId}
            id={openId === 'new' ? null : openId}
            onDirty={setDirty}
            onClose={close}
            onCreated={(id) => {
              setDirty(false);
              useJourney.getState().replace({ screen: 'products', id });
            }}
          />
        )
      }
    >
      <PageHead
        title={t(texts.title)}
        actions={
          <>
            <Button disabled={!writable} onClick={() => go({ screen: 'import', kind: 'products' })}>
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
            { value: 'archived', label: t(recordTexts.archivedFilter) },
          ]}
        />
      </Toolbar>
      <DataGrid<Product, SortKey>
        ref={grid}
        label={t(texts.title)}
        source={source}
        columns={columns}
        density="regular"
        sort={sort}
        onSort={setSort}
        rowLabel={(row) => row.name}
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
              icon={IconPackage}
              title={t(texts.emptyTitle)}
              body={t(texts.emptyBody)}
              actions={
                <>
                  <Button disabled={!writable} onClick={() => go({ screen: 'import', kind: 'products' })}>
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
