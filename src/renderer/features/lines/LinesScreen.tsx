/** The lines that wait to be billed: filtered by state, decided on alone or together. */
import { Button } from '@mantine/core';
import { IconBan, IconLayoutList, IconPlayerPause, IconRotateClockwise, IconUserPlus } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Input } from '#shared/contract/index.ts';
import { LineStatus, type PendingLine } from '#shared/contract/records.ts';
import type { Text } from '#shared/messages/catalogue.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { linesTexts as texts } from '#shared/messages/ui/lines.ts';
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
import { countChosen, nothing, only, type Selection, toContract } from '../../components/grid/selection.ts';
import { engineList, useCopyTable } from '../../components/grid/source.ts';
import type { GridHandle, GridSort } from '../../components/grid/types.ts';
import { PageHead } from '../../components/PageHead.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { Toolbar } from '../../components/Toolbar.tsx';
import { toast } from '../../components/toast.tsx';
import { AssignDialog } from './AssignDialog.tsx';
import { type LineSort, useLineColumns } from './columns.tsx';
import css from './lines.module.css';

type Tab = 'open' | 'held' | 'drafted' | 'billed' | 'excluded' | 'all';
const tabs: readonly { tab: Tab; label: Text }[] = [
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
/** What undoes a decision; a reopened line may have been held or excluded, which nobody remembers. */
const opposite: Partial<Record<Decision, Decision>> = { hold: 'reopen', exclude: 'reopen' };

export function LinesScreen({ held }: { held: boolean }) {
  const t = useText();
  const say = useErrorSentences();
  const language = useLanguage();
  const writable = useWritable();
  const copy = useCopyTable();
  // The keys of the list work from the first moment.
  const grid = useRef<GridHandle>(null);
  useEffect(() => grid.current?.focus(), []);
  const [tab, setTab] = useState<Tab>(held ? 'held' : 'open');
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState<GridSort<LineSort>>({ by: 'date', descending: true });
  const [selection, setSelection] = useState<Selection>(nothing);
  const [assigning, setAssigning] = useState<Selection | null>(null);
  const decide = useEngineCommand('line.decide');

  const filter = useMemo(() => ({ search, status: tab === 'all' ? [...LineStatus.options] : [tab] }), [search, tab]);
  const source = useMemo(() => engineList('line.list', { filter, sort }), [filter, sort]);
  const { data } = useEngineQuery('line.list', { filter, sort, limit: 1 });
  const summary = useEngineQuery('company.summary', {}).data;
  const counts = summary?.counts;
  const tabCount: Partial<Record<Tab, number>> = counts ? { open: counts.openLines, held: counts.heldLines } : {};
  const total = data?.total ?? 0;
  const chosen = countChosen(selection, total);

  const show = (next: Tab) => {
    setTab(next);
    setSelection(nothing);
  };
  const tellSkipped = (skipped: number) => {
    if (skipped > 0) toast({ tone: 'warning', message: t(texts.skipped, { count: skipped }) });
  };
  const run = async (what: Selection, decision: Decision) => {
    const decided = toContract(what, filter);
    try {
      const { changed, skipped } = await decide.mutateAsync({ selection: decided, decision });
      setSelection(nothing);
      const back = opposite[decision];
      // Everything the filter showed cannot be named again once it has moved: undo is for chosen rows.
      const undoable = back !== undefined && 'ids' in decided && tab === 'open';
      toast({
        message: t(doneTexts[decision], { count: changed }),
        ...(undoable ? { undo: { label: t(commonTexts.undo), run: () => void run(only(decided.ids), back) } } : {}),
      });
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
    toast({ message: t(texts.assigned, { count: changed, name: customer.label }) });
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
            <Button disabled={!writable} onClick={() => go({ screen: 'import', kind: 'lines' })}>
              {t(texts.importAct)}
            </Button>
            <Button
              variant="filled"
              disabled={!writable || (counts?.openLines ?? 0) === 0}
              onClick={() => go({ screen: 'runs', create: true })}
            >
              {t(texts.makeRun)}
            </Button>
          </>
        }
      />
      <div className={css['tabs']} role="tablist" aria-label={t(texts.filter)}>
        {tabs.map(({ tab: key, label }) => (
          <button key={key} type="button" role="tab" aria-selected={tab === key} onClick={() => show(key)}>
            {t(label)}
            {tabCount[key] ? <b>{whole(tabCount[key], language)}</b> : null}
          </button>
        ))}
      </div>
      <Toolbar>
        <SearchField label={t(texts.search)} value={search} onChange={setSearch} />
        <div className="grow" />
        <span className={css['sums']}>
          {ownFirst(data?.sums ?? [], summary?.company.currency ?? '').map((sum) => (
            <span key={sum.currency} className="num">
              {whole(sum.count, language)} <span className="faint">·</span>{' '}
              <b>{money(sum.net, sum.currency, language)}</b>
            </span>
          ))}
        </span>
      </Toolbar>
      <div className={css['list']}>
        <DataGrid<PendingLine, LineSort>
          ref={grid}
          label={t(texts.title)}
          source={source}
          columns={columns}
          sort={sort}
          onSort={setSort}
          {...(decidable && writable ? { selection, onSelection: setSelection } : {})}
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
                  <Button
                    onClick={() => {
                      setSearch('');
                      show('all');
                    }}
                  >
                    {t(texts.showAll)}
                  </Button>
                }
              />
            )
          }
          foot={<span>{data ? t(texts.count, { count: total }) : ''}</span>}
          {...(bulk ? { bulk } : {})}
        />
      </div>
      {assigning ? (
        <AssignDialog count={countChosen(assigning, total)} onAssign={assign} onClose={() => setAssigning(null)} />
      ) : null}
    </>
  );
}
