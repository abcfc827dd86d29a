/** The lines that wait to be billed: filtered by state, decided on alone or together. */
import { Button } from '@mantine/core';
import { IconBan, IconLayoutList, IconPlayerPause, IconRotateClockwise, IconUserPlus } from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Input } from '#shared/contract/index.ts';
import { LineStatus, type PendingLine } from '#shared/contract/records.ts';
import type { Text } from '#shared/messages/catalogue.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { linesTexts as texts } from '#shared/messages/ui/lines.ts';
import { listTexts } from '#shared/messages/ui/list.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { asEngineError, useEngineCommand, useEngineQuery } from '../../api/query.ts';
import { money, ownFirst, whole } from '../../app/format.ts';
import { useErrorSentences, useLanguage, useText } from '../../app/i18n.tsx';
import { go } from '../../app/routes.ts';
import { useWritable } from '../../app/session.ts';
import { BulkBar } from '../../components/BulkBar.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import { FocusOut } from '../../components/grid/FocusOut.tsx';
import { countChosen, nothing, only, type Selection, toContract } from '../../components/grid/selection.ts';
import { engineList, useCopyTable } from '../../components/grid/source.ts';
import type { GridHandle } from '../../components/grid/types.ts';
import { Kbd, mod } from '../../components/Kbd.tsx';
import { ColumnChooser } from '../../components/list/ColumnChooser.tsx';
import { FilterBar } from '../../components/list/FilterBar.tsx';
import listCss from '../../components/list/list.module.css';
import { useListMemory } from '../../components/list/memory.ts';
import { usePasteTable } from '../../components/list/usePasteTable.ts';
import { ViewTabs } from '../../components/list/ViewTabs.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { toast } from '../../components/toast.tsx';
import { latestUndo, useDoneToast } from '../../components/undo.ts';
import { AssignDialog } from './AssignDialog.tsx';
import { CustomerEditor } from './CustomerEditor.tsx';
import { type LineSort, useLineColumns } from './columns.tsx';
import css from './lines.module.css';
import { allLines, type LinesTab, linesSchema } from './view.ts';

const tabs: readonly { tab: LinesTab; label: Text }[] = [
  { tab: 'open', label: texts.waiting },
  { tab: 'held', label: texts.held },
  { tab: 'drafted', label: texts.drafted },
  { tab: 'billed', label: texts.billed },
  { tab: 'excluded', label: texts.excluded },
  { tab: 'all', label: texts.all },
];
type Decision = Exclude<Input<'line.decide'>['decision'], 'assign'>;
const doneTexts: Record<Decision, Text> = {
  hold: texts.heldDone,
  exclude: texts.excludedDone,
  reopen: texts.reopenedDone,
};
export interface LinesScreenProps {
  held: boolean;
  /** Opens on the lines of one customer. */
  customer?: { id: CustomerId; name: string } | null;
}

export function LinesScreen({ held, customer: first = null }: LinesScreenProps) {
  const t = useText();
  const say = useErrorSentences();
  const language = useLanguage();
  const writable = useWritable('line.decide');
  const copy = useCopyTable();
  // The keys of the list work from the first moment.
  const grid = useRef<GridHandle>(null);
  useEffect(() => grid.current?.focus(), []);
  const memory = useListMemory(linesSchema);
  const { sort, filter: view } = memory;
  const { tab, customer, search } = view;
  const sought = held || first !== null;
  // Somebody came for these lines: before the first picture, whatever the list showed last.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the screen is gone to
  useLayoutEffect(() => {
    if (sought) memory.show(null, { ...allLines, tab: held ? 'held' : 'all', customer: first });
  }, []);
  usePasteTable('lines', writable);
  // What was chosen under another filter is not what this one shows.
  const viewKey = JSON.stringify(view);
  const [choice, setChoice] = useState<{ of: string; selection: Selection }>({ of: viewKey, selection: nothing });
  const selection = choice.of === viewKey ? choice.selection : nothing;
  const setSelection = (next: Selection) => setChoice({ of: viewKey, selection: next });
  const [assigning, setAssigning] = useState<Selection | null>(null);
  const decide = useEngineCommand('line.decide');
  const done = useDoneToast();

  const filter = useMemo(
    () => ({ search, status: tab === 'all' ? [...LineStatus.options] : [tab], customerId: customer?.id ?? null }),
    [search, tab, customer],
  );
  const source = useMemo(() => engineList('line.list', { filter, sort }), [filter, sort]);
  const { data } = useEngineQuery('line.list', { filter, sort, limit: 1 });
  const summary = useEngineQuery('company.summary', {}).data;
  const counts = summary?.counts;
  const tabCount: Partial<Record<LinesTab, number>> = counts ? { open: counts.openLines, held: counts.heldLines } : {};
  const total = data?.total ?? 0;
  const chosen = countChosen(selection, total);

  const tellSkipped = (skipped: number) => {
    if (skipped > 0) toast({ tone: 'warning', message: t(texts.skipped, { count: skipped }) });
  };
  const run = async (what: Selection, decision: Decision) => {
    try {
      const { changed, skipped } = await decide.mutateAsync({ selection: toContract(what, filter), decision });
      setSelection(nothing);
      done(t(doneTexts[decision], { count: changed }), changed === 0 ? null : await latestUndo('lines.'));
      tellSkipped(skipped);
    } catch (thrown) {
      toast({ tone: 'warning', message: say(asEngineError(thrown)).what });
    }
  };
  const assign = async (customer: { id: CustomerId; label: string }) => {
    if (!assigning) return;
    const { changed, skipped } = await decide.mutateAsync({
      selection: toContract(assigning, filter),
      decision: 'assign',
      customerId: customer.id,
    });
    setAssigning(null);
    setSelection(nothing);
    const undoId = changed === 0 ? null : await latestUndo('lines.');
    done(t(texts.assigned, { count: changed, name: customer.label }), undoId);
    tellSkipped(skipped);
  };

  const columns = useLineColumns(
    (line) => (writable ? setAssigning(only([line.id])) : undefined),
    tab === 'held' || tab === 'all',
  );
  const shape = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;
  const decidable = tab !== 'drafted' && tab !== 'billed';
  const bulk =
    writable && decidable && chosen > 0 ? (
      <BulkBar label={t(texts.chosen, { count: chosen })} onClear={() => setSelection(nothing)}>
        {tab === 'held' || tab === 'open' ? (
          <button type="button" disabled={decide.isPending} onClick={() => setAssigning(selection)}>
            <IconUserPlus {...shape} />
            {t(texts.assign)}
          </button>
        ) : null}
        {tab === 'held' ? null : (
          <button type="button" disabled={decide.isPending} onClick={() => void run(selection, 'hold')}>
            <IconPlayerPause {...shape} />
            {t(texts.hold)}
          </button>
        )}
        {tab === 'excluded' ? null : (
          <button type="button" disabled={decide.isPending} onClick={() => void run(selection, 'exclude')}>
            <IconBan {...shape} />
            {t(texts.exclude)}
          </button>
        )}
        {tab === 'open' ? null : (
          <button type="button" disabled={decide.isPending} onClick={() => void run(selection, 'reopen')}>
            <IconRotateClockwise {...shape} />
            {t(texts.reopen)}
          </button>
        )}
      </BulkBar>
    ) : undefined;
  const fresh = tab === 'open' && search === '' && counts !== undefined && counts.openLines + counts.heldLines === 0;
  return (
    <>
      <PageHead
        title={t(texts.title)}
        actions={
          <>
            <Button size="xs" disabled={!writable} onClick={() => go({ screen: 'import', kind: 'lines' })}>
              {t(texts.importAct)}
            </Button>
            <Button
              size="xs"
              variant="filled"
              disabled={!writable || (counts?.openLines ?? 0) === 0}
              onClick={() => go({ screen: 'runs', create: true })}
            >
              {t(texts.makeRun)}
            </Button>
          </>
        }
      />
      <ViewTabs
        memory={memory}
        label={t(texts.filter)}
        fixed={tabs.map(({ tab: key, label }) => ({
          key,
          label: t(label),
          // A state of what is shown; from a saved view, a state of everything.
          filter: memory.viewId === null ? { ...view, tab: key } : { ...allLines, tab: key },
          ...(tabCount[key] ? { count: whole(tabCount[key], language) } : {}),
        }))}
        current={tab}
        narrowed={search !== '' || customer !== null}
      />
      <div className={listCss['toolbar']}>
        <FocusOut onLeave={() => grid.current?.focus()}>
          <SearchField
            label={t(texts.search)}
            value={search}
            onChange={(next) => memory.setFilter({ ...view, search: next })}
          />
        </FocusOut>
        <FilterBar
          lead={t(texts.lead)}
          onClear={() => memory.setFilter({ ...view, customer: null })}
          dimensions={[
            {
              key: 'customer',
              label: t(texts.customer),
              part: customer === null ? null : { lead: t(texts.leadCustomer), value: customer.name },
              clear: () => memory.setFilter({ ...view, customer: null }),
              editor: <CustomerEditor onCustomer={(chosenOne) => memory.setFilter({ ...view, customer: chosenOne })} />,
            },
          ]}
        />
        <div className={listCss['aside']}>
          <span className={css['sums']}>
            {ownFirst(data?.sums ?? [], summary?.company.currency ?? '').map((sum) => (
              <span key={sum.currency} className="num">
                {whole(sum.count, language)} <span className="faint">·</span>{' '}
                <b>{money(sum.net, sum.currency, language)}</b>
              </span>
            ))}
          </span>
          <ColumnChooser columns={columns} layout={memory.layout} onLayout={memory.setLayout} />
        </div>
      </div>
      <div className={css['list']}>
        <DataGrid<PendingLine, LineSort>
          ref={grid}
          label={t(texts.title)}
          source={source}
          columns={columns}
          layout={memory.layout}
          onLayout={memory.setLayout}
          sort={sort}
          onSort={memory.setSort}
          selection={selection}
          onSelection={setSelection}
          rowLabel={(line) => t(texts.rowLabel, { what: line.description ?? line.productCode ?? '' })}
          muted={(line) => line.status === 'excluded'}
          onCopy={copy}
          error={(error, retry) => (
            <ErrorPanel
              error={asEngineError(error)}
              actions={<Button onClick={retry}>{t(commonTexts.retry)}</Button>}
            />
          )}
          empty={
            fresh ? (
              <EmptyState
                icon={IconLayoutList}
                title={t(texts.emptyTitle)}
                body={t(texts.emptyBody)}
                actions={
                  <Button disabled={!writable} onClick={() => go({ screen: 'import', kind: 'lines' })}>
                    {t(texts.importAct)}
                  </Button>
                }
              />
            ) : (
              <EmptyState
                icon={IconLayoutList}
                title={t(texts.noneTitle)}
                body={t(texts.noneBody)}
                actions={
                  <Button onClick={() => memory.show(null, { ...allLines, tab: 'all' })}>{t(texts.showAll)}</Button>
                }
              />
            )
          }
          foot={
            <>
              <span>
                {data ? t(texts.count, { count: total }) : ''}
                {chosen === 0 ? '' : ` · ${t(texts.chosen, { count: chosen })}`}
              </span>
              <span className={listCss['keys']}>
                <Kbd keys="F" /> {t(listTexts.keyFilter)} <Kbd keys={`${mod} C`} /> {t(listTexts.keyCopy)}{' '}
                <Kbd keys={`${mod} V`} /> {t(listTexts.keyPaste)}
              </span>
            </>
          }
          {...(bulk ? { bulk } : {})}
        />
      </div>
      {assigning ? (
        <AssignDialog count={countChosen(assigning, total)} onAssign={assign} onClose={() => setAssigning(null)} />
      ) : null}
    </>
  );
}
