/** The list of customers or of products, and one of them in the panel beside it. */
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type Icon, IconArchive, IconArchiveOff, IconPencil, IconPlus, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Text } from '#shared/messages/catalogue.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { listTexts } from '#shared/messages/ui/list.ts';
import { bulkTexts, recordTexts } from '#shared/messages/ui/records.ts';
import type { RecordKind } from '#shared/model/fields.ts';
import { asEngineError, useEngineQuery } from '../../../api/query.ts';
import { askToLeave } from '../../../app/dialogs.tsx';
import { whole } from '../../../app/format.ts';
import { useLanguage, useText } from '../../../app/i18n.tsx';
import { go } from '../../../app/routes.ts';
import { useWritable } from '../../../app/session.ts';
import { BulkBar } from '../../../components/BulkBar.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { DataGrid } from '../../../components/grid/DataGrid.tsx';
import { FocusOut } from '../../../components/grid/FocusOut.tsx';
import { countChosen, nothing, type Selection, toContract } from '../../../components/grid/selection.ts';
import { useCopyTable } from '../../../components/grid/source.ts';
import type { GridColumn, GridHandle, GridSource } from '../../../components/grid/types.ts';
import { Kbd, mod } from '../../../components/Kbd.tsx';
import { ColumnChooser } from '../../../components/list/ColumnChooser.tsx';
import { FilterBar, type FilterDimension } from '../../../components/list/FilterBar.tsx';
import listCss from '../../../components/list/list.module.css';
import type { ListMemory } from '../../../components/list/memory.ts';
import { usePasteTable } from '../../../components/list/usePasteTable.ts';
import { type FixedTab, ViewTabs } from '../../../components/list/ViewTabs.tsx';
import { PageHead } from '../../../components/PageHead.tsx';
import { SearchField } from '../../../components/SearchField.tsx';
import { WithPanel } from '../../../components/SidePanel.tsx';
import { BulkEdit } from './BulkEdit.tsx';
import { type RecordSelection, useBulkAct } from './useBulkAct.ts';

/** What both lists have in their filters. */
export interface RecordFilter {
  search: string;
  state: string;
}
export interface RecordRow {
  id: string;
  archived: boolean;
}
/** A column; `essential`: also beside the panel where the window is narrow. */
export type RecordColumn<R, K extends string> = GridColumn<R, K> & { essential?: boolean };

interface PanelProps<Id> {
  id: Id | null;
  onDirty(dirty: boolean): void;
  onClose(): void;
  onCreated(id: Id): void;
}

export interface RecordsListProps<R extends RecordRow, F extends RecordFilter, K extends string, Id extends string> {
  record: RecordKind;
  words: Record<'title' | 'search' | 'new' | 'count' | 'chosen' | 'emptyTitle' | 'emptyBody' | 'edit', Text>;
  icon: Icon;
  memory: ListMemory<F, K>;
  /** The filter at first. */
  home: F;
  /** States as tabs and as the beginning of the sentence. */
  states: readonly { state: F['state']; tab: Text; lead: Text }[];
  source: GridSource<R>;
  columns: readonly RecordColumn<R, K>[];
  dimensions: readonly FilterDimension[];
  label(row: R): string;
  openId: Id | 'new' | null;
  onPlace(id: Id | 'new' | null): void;
  panel(props: PanelProps<Id>): ReactNode;
  onSegment?: ((name: string) => Promise<void>) | undefined;
  /** More ways from here, in the head. */
  ways?: ReactNode;
  /** More acts on what is chosen. */
  acts?: ((selection: Selection) => ReactNode) | undefined;
}

export function RecordsList<R extends RecordRow, F extends RecordFilter, K extends string, Id extends string>(
  props: RecordsListProps<R, F, K, Id>,
) {
  const { record, words, memory, home, states, openId, onPlace, dimensions } = props;
  const t = useText();
  const language = useLanguage();
  const writable = useWritable('customer.save');
  const copy = useCopyTable();
  const wide = useMediaQuery('(min-width: 1600px)') ?? false;
  // The keys of the list work from the first moment.
  const grid = useRef<GridHandle>(null);
  useEffect(() => grid.current?.focus(), []);
  const [dirty, setDirty] = useState(false);
  const [editing, setEditing] = useState(false);
  const { filter } = memory;
  const importKind = record === 'customer' ? 'customers' : 'products';
  usePasteTable(importKind, writable);

  // What was chosen under another filter is not what this one shows.
  const filterKey = JSON.stringify(filter);
  const [choice, setChoice] = useState<{ of: string; selection: Selection }>({ of: filterKey, selection: nothing });
  const selection = choice.of === filterKey ? choice.selection : nothing;
  const setSelection = (next: Selection) => setChoice({ of: filterKey, selection: next });

  const total = useCount(record, filter);
  const chosen = countChosen(selection, total ?? 0);
  // The filter of this record's list, by the caller's types.
  const contract = toContract(selection, filter) as RecordSelection;
  const bulk = useBulkAct(record, () => setSelection(nothing));

  const show = (id: Id | 'new' | null) =>
    askToLeave(dirty, () => {
      setDirty(false);
      onPlace(id);
    });
  const columns = useMemo(
    () => (openId === null || wide ? props.columns : props.columns.filter(({ essential }) => essential === true)),
    [props.columns, openId, wide],
  );
  const create = () => show('new');
  const parts = dimensions.filter(({ part }) => part !== null);
  const narrowed = parts.length > 0 || filter.search !== '';
  const tabs = states.map(
    ({ state, tab }): FixedTab<F> => ({
      key: state,
      label: t(tab),
      // The tab's own filter: this state of everything.
      filter: { ...home, state },
      count: <Count record={record} filter={{ ...home, state }} />,
    }),
  );
  const lead = states.find(({ state }) => state === filter.state)?.lead;
  const importAct = (size: 'xs' | 'sm') => (
    <Button size={size} disabled={!writable} onClick={() => go({ screen: 'import', kind: importKind })}>
      {t(recordTexts.importAct)}
    </Button>
  );
  const shape = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

  return (
    <WithPanel
      panel={
        openId === null
          ? null
          : props.panel({
              id: openId === 'new' ? null : openId,
              onDirty: setDirty,
              onClose: () => show(null),
              onCreated: (id) => {
                setDirty(false);
                onPlace(id);
              },
            })
      }
    >
      <PageHead
        title={t(words.title)}
        actions={
          <>
            {props.ways}
            {importAct('xs')}
            <Button
              size="xs"
              variant="filled"
              disabled={!writable || openId === 'new'}
              leftSection={<IconPlus {...shape} />}
              onClick={create}
            >
              {t(words.new)}
            </Button>
          </>
        }
      />
      <ViewTabs
        memory={memory}
        label={t(listTexts.views)}
        fixed={tabs}
        current={filter.state}
        countOf={(kept) => <KeptCount record={record} home={home} kept={kept} />}
        narrowed={narrowed}
        {...(props.onSegment ? { onSegment: props.onSegment } : {})}
      />
      <div className={listCss['toolbar']}>
        <FocusOut onLeave={() => grid.current?.focus()}>
          <SearchField
            label={t(words.search)}
            value={filter.search}
            width={openId === null ? 220 : 160}
            onChange={(search) => memory.setFilter({ ...filter, search })}
          />
        </FocusOut>
        <FilterBar
          lead={lead === undefined ? '' : t(lead)}
          dimensions={dimensions}
          onClear={() => memory.setFilter({ ...home, state: filter.state, search: filter.search })}
        />
        <div className={listCss['aside']}>
          <ColumnChooser columns={props.columns} layout={memory.layout} onLayout={memory.setLayout} />
        </div>
      </div>
      <DataGrid<R, K>
        ref={grid}
        label={t(words.title)}
        source={props.source}
        columns={columns}
        layout={memory.layout}
        onLayout={memory.setLayout}
        density="regular"
        sort={memory.sort}
        onSort={memory.setSort}
        selection={selection}
        onSelection={setSelection}
        rowLabel={props.label}
        muted={(row) => row.archived}
        initialId={openId === 'new' ? null : openId}
        // An id of this list's rows.
        onOpen={(row) => show(row.id as Id)}
        onCopy={copy}
        error={(error, retry) => (
          <ErrorPanel error={asEngineError(error)} actions={<Button onClick={retry}>{t(commonTexts.retry)}</Button>} />
        )}
        empty={
          narrowed || filter.state !== home.state ? (
            <EmptyState
              icon={IconSearch}
              title={t(recordTexts.notFound)}
              body={t(recordTexts.notFoundBody)}
              actions={<Button onClick={() => memory.show(null, home)}>{t(recordTexts.showAll)}</Button>}
            />
          ) : (
            <EmptyState
              icon={props.icon}
              title={t(words.emptyTitle)}
              body={t(words.emptyBody)}
              actions={
                <>
                  {importAct('sm')}
                  <Button disabled={!writable} variant="subtle" onClick={create}>
                    {t(words.new)}
                  </Button>
                </>
              }
            />
          )
        }
        foot={
          <>
            <span>
              {total === null ? '' : t(words.count, { count: total })}
              {chosen === 0 ? '' : ` · ${t(words.chosen, { count: chosen })}`}
            </span>
            <span className={listCss['keys']}>
              <Kbd keys={t(recordTexts.enterKey)} /> {t(recordTexts.keyOpen)} <Kbd keys="F" /> {t(listTexts.keyFilter)}{' '}
              {openId === null ? (
                <>
                  <Kbd keys={`${mod} C`} /> {t(listTexts.keyCopy)} <Kbd keys={`${mod} V`} /> {t(listTexts.keyPaste)}
                </>
              ) : null}
            </span>
          </>
        }
        {...(writable && chosen > 0
          ? {
              bulk: (
                <BulkBar label={t(words.chosen, { count: chosen })} onClear={() => setSelection(nothing)}>
                  <button type="button" disabled={bulk.busy} onClick={() => setEditing(true)}>
                    <IconPencil {...shape} />
                    {t(bulkTexts.edit)}
                  </button>
                  {filter.state === 'archived' ? (
                    <button
                      type="button"
                      disabled={bulk.busy}
                      onClick={() => void bulk.act(contract, chosen, { archived: false })}
                    >
                      <IconArchiveOff {...shape} />
                      {t(recordTexts.restore)}
                    </button>
                  ) : (
                    <button
                      type="button"
                      disabled={bulk.busy}
                      onClick={() => void bulk.act(contract, chosen, { archived: true })}
                    >
                      <IconArchive {...shape} />
                      {t(recordTexts.archive)}
                    </button>
                  )}
                  {props.acts?.(selection)}
                </BulkBar>
              ),
            }
          : {})}
      />
      {editing ? (
        <BulkEdit
          record={record}
          title={t(words.edit, { count: chosen })}
          count={chosen}
          selection={contract}
          bulk={bulk}
          onClose={() => {
            setEditing(false);
            grid.current?.focus();
          }}
        />
      ) : null}
      <span className="srOnly" role="status">
        {chosen === 0 ? '' : `${whole(chosen, language)} ${t(listTexts.chosenFoot, { count: chosen })}`}
      </span>
    </WithPanel>
  );
}

/** How many records a filter shows; null until it is known. */
function useCount(record: RecordKind, filter: RecordFilter): number | null {
  // Each query takes the filter of its own record, which is the caller's.
  const input = { selection: { all: filter as never, except: [] } };
  const customers = useEngineQuery('customer.count', input, { enabled: record === 'customer' });
  const products = useEngineQuery('product.count', input, { enabled: record === 'product' });
  return (record === 'customer' ? customers : products).data?.count ?? null;
}

function Count({ record, filter }: { record: RecordKind; filter: RecordFilter }) {
  const language = useLanguage();
  const count = useCount(record, filter);
  return count === null ? null : whole(count, language);
}

/** Of a saved view: what it keeps over the filter at first. */
function KeptCount({ record, home, kept }: { record: RecordKind; home: RecordFilter; kept: unknown }) {
  const filter = typeof kept === 'object' && kept !== null ? { ...home, ...kept } : home;
  return <Count record={record} filter={filter} />;
}
