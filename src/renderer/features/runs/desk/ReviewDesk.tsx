/** The review: drafts in the middle, what is wrong at the left, the draft itself at the right, the sums below. */
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconAlertTriangle, IconFilterOff } from '@tabler/icons-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { DraftRow, RunDetail } from '#shared/contract/runs.ts';
import { deskTexts } from '#shared/messages/ui/desk.ts';
import { runsTexts } from '#shared/messages/ui/runs.ts';
import { asEngineError, useEngineQuery } from '../../../api/query.ts';
import { money } from '../../../app/format.ts';
import { useLanguage, useText } from '../../../app/i18n.tsx';
import { go } from '../../../app/routes.ts';
import { useWritable } from '../../../app/session.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { DataGrid } from '../../../components/grid/DataGrid.tsx';
import { countChosen, nothing, type Selection, toContract } from '../../../components/grid/selection.ts';
import { engineList, useCopyTable } from '../../../components/grid/source.ts';
import type { GridHandle } from '../../../components/grid/types.ts';
import { useScreenKeys } from '../../../components/grid/useScreenKeys.ts';
import { Kbd } from '../../../components/Kbd.tsx';
import { customerWord } from '../words.ts';
import { ActionBar } from './ActionBar.tsx';
import { useDraftColumns } from './columns.tsx';
import { DeskToolbar } from './DeskToolbar.tsx';
import { DraftBulk } from './DraftBulk.tsx';
import { DraftPanel } from './DraftPanel.tsx';
import { type Chosen, type Decision, useDecisions } from './decisions.ts';
import css from './desk.module.css';
import { Groups } from './Groups.tsx';
import { IssueDialog } from './IssueDialog.tsx';
import { KeysHelp } from './KeysHelp.tsx';
import { useDesk } from './store.ts';
import {
  cleanUndecided,
  countAll,
  type DeskView,
  isNarrowed,
  mainCurrency,
  onlyCurrency,
  toFilter,
  wholeRun,
} from './view.ts';

export function ReviewDesk({ run, issuing, onIssue }: { run: RunDetail; issuing: boolean; onIssue(): void }) {
  const t = useText();
  const language = useLanguage();
  const writable = useWritable();
  const wide = useMediaQuery('(min-width: 1600px)') ?? false;
  const copy = useCopyTable();
  const desk = useDesk(run.id);
  const { view, sort, change } = desk;
  const decisions = useDecisions(run);

  const grid = useRef<GridHandle>(null);
  const filterRef = useRef<HTMLButtonElement>(null);
  const [selection, setSelection] = useState<Selection>(nothing);
  const [current, setCurrent] = useState<DraftRow | null>(null);
  const [holding, setHolding] = useState<{ chosen: Chosen; count: number } | null>(null);
  const [enlarged, setEnlarged] = useState(false);
  const [keys, setKeys] = useState(false);
  const [asking, setAsking] = useState(false);

  const currency = onlyCurrency(run);
  const byReference = { sort: { by: 'reference' as const, descending: true }, limit: 1 };
  const referenced = useEngineQuery('run.drafts', { runId: run.id, ...byReference }).data;
  const { columns, copyColumns } = useDraftColumns(currency, wide, (referenced?.rows[0]?.reference ?? null) !== null);
  const filter = useMemo(() => toFilter(view), [view]);
  const source = useMemo(() => engineList('run.drafts', { runId: run.id, filter, sort }), [run.id, filter, sort]);
  const summary = useEngineQuery('run.drafts', { runId: run.id, filter, sort, limit: 1 }).data;
  const clean = useEngineQuery('run.drafts', { runId: run.id, filter: cleanUndecided, limit: 1 }).data?.total ?? 0;

  const total = countAll(run);
  const shown = summary?.total ?? 0;
  const chosenCount = countChosen(selection, shown);
  const setView = useCallback(
    (next: DeskView) => {
      setSelection(nothing);
      change({ view: next });
    },
    [change],
  );
  const focusGrid = (): void => grid.current?.focus();

  const decide = async (decision: Decision, reason = '', what: Chosen | null = null): Promise<void> => {
    const some = chosenCount > 0;
    if (what === null && !some && current === null) return;
    const chosen = what ?? (some ? toContract(selection, filter) : { ids: current === null ? [] : [current.id] });
    const single = what === null && !some ? current : null;
    const done = await decisions.decide(decision, chosen, reason, single);
    if (!done) return;
    // The next row, unless the decided one left the list and the next has come to its place.
    if (single !== null && view.group.by === 'all' && decision !== 'reopen') grid.current?.move(1);
    else if (some) setSelection(nothing);
    focusGrid();
  };
  const hold = (): void => {
    if (chosenCount > 0) setHolding({ chosen: toContract(selection, filter), count: chosenCount });
    else if (current !== null) setHolding({ chosen: { ids: [current.id] }, count: 1 });
  };
  const approveClean = (): void => void decide('approve', '', { all: cleanUndecided, except: [] });

  useScreenKeys((key, shift) => {
    if (enlarged || keys || asking) return false;
    const act: (() => void) | undefined = {
      a: writable ? () => (shift ? approveClean() : void decide('approve')) : undefined,
      h: writable ? hold : undefined,
      x: writable ? () => void decide('exclude') : undefined,
      r: writable ? () => void decide('reopen') : undefined,
      j: () => grid.current?.move(1),
      k: () => grid.current?.move(-1),
      f: () => filterRef.current?.click(),
      '?': () => setKeys(true),
    }[key];
    act?.();
    return act !== undefined;
  });

  const selected =
    selection.kind === 'all' && selection.except.size > 0
      ? `${t(deskTexts.allBut, { count: selection.except.size })} (${t(deskTexts.chosen, { count: chosenCount })})`
      : t(deskTexts.chosen, { count: chosenCount });
  const sums = summary?.sums.map((one) => money(one.gross, one.currency, language)).join(' · ') ?? '';

  return (
    <div className={css['review']}>
      <Notices run={run} onChanged={() => setView({ ...wholeRun, group: { by: 'status', status: 'open' } })} />
      <div className={css['desk']}>
        <Groups run={run} view={view} onView={setView} />
        <section className={css['mid']}>
          <DeskToolbar
            run={run}
            view={view}
            currency={view.currency ?? mainCurrency(run) ?? 'EUR'}
            onView={setView}
            wide={wide}
            filterRef={filterRef}
            onLeave={focusGrid}
          >
            <span className={css['shown']}>
              {shown === total
                ? t(deskTexts.countAll, { count: total })
                : t(deskTexts.countOf, { shown: String(shown), total: String(total) })}
              {chosenCount > 0 ? <b>{` · ${selected}`}</b> : null}
            </span>
          </DeskToolbar>
          <DataGrid
            ref={grid}
            label={t(deskTexts.label)}
            autoFocus
            source={source}
            columns={columns}
            copyColumns={copyColumns}
            sort={sort}
            onSort={(next) => change({ sort: next })}
            selection={selection}
            onSelection={setSelection}
            initialId={desk.currentId}
            onCurrent={(row) => {
              setCurrent(row);
              if (row !== null) change({ currentId: row.id });
            }}
            onOpen={() => setEnlarged(true)}
            onCopy={copy}
            rowLabel={(row) => customerWord(row, t)}
            muted={(row) => row.status === 'excluded'}
            error={(error, retry) => (
              <ErrorPanel
                error={asEngineError(error)}
                actions={<Button onClick={retry}>{t(runsTexts.retry)}</Button>}
              />
            )}
            empty={
              <EmptyState
                icon={IconFilterOff}
                title={t(deskTexts.emptyFilter)}
                body={t(deskTexts.emptyFilterText, { count: total })}
                actions={
                  isNarrowed(view) || view.group.by !== 'all' ? (
                    <Button onClick={() => setView(wholeRun)}>{t(deskTexts.showAll)}</Button>
                  ) : undefined
                }
              />
            }
            bulk={
              chosenCount > 0 && writable ? (
                <DraftBulk
                  label={selected}
                  busy={decisions.busy}
                  onDecide={(decision) => void decide(decision)}
                  onHold={hold}
                  onClear={() => setSelection(nothing)}
                />
              ) : null
            }
            foot={<Foot sums={sums} wide={wide} />}
          />
        </section>
        <DraftPanel
          run={run}
          row={current}
          wide={wide}
          writable={writable}
          decisions={decisions}
          holding={
            holding === null
              ? null
              : {
                  count: holding.count,
                  submit: (reason) => {
                    setHolding(null);
                    void decide('hold', reason, holding.chosen);
                    setSelection(nothing);
                  },
                }
          }
          onHoldCancel={() => {
            setHolding(null);
            focusGrid();
          }}
          onHold={hold}
          onDecide={(decision) => void decide(decision, '', current === null ? null : { ids: [current.id] })}
          onMove={(by) => grid.current?.move(by)}
          enlarged={enlarged}
          onEnlarge={setEnlarged}
        />
      </div>
      <ActionBar
        run={run}
        clean={clean}
        wide={wide}
        writable={writable}
        busy={decisions.busy || issuing}
        onApproveClean={approveClean}
        onIssue={() => setAsking(true)}
      />
      <IssueDialog
        run={run}
        opened={asking}
        busy={issuing}
        onClose={() => setAsking(false)}
        onIssue={() => {
          setAsking(false);
          onIssue();
        }}
      />
      <KeysHelp opened={keys} onClose={() => setKeys(false)} />
    </div>
  );
}

/** What waits for a person outside the list. */
function Notices({ run, onChanged }: { run: RunDetail; onChanged(): void }) {
  const t = useText();
  const language = useLanguage();
  const held = run.heldLines.amounts.map((one) => money(one.net, one.currency, language)).join(' · ');
  return (
    <>
      {run.changedSinceApproval > 0 ? (
        <div className={css['notice']} role="status">
          <IconAlertTriangle size={16} stroke={1.6} className={css['noticeIcon']} aria-hidden="true" />
          <span>{t(deskTexts.changedCount, { count: run.changedSinceApproval })}</span>
          <button type="button" className={css['link']} onClick={onChanged}>
            {t(deskTexts.seeThem)}
          </button>
        </div>
      ) : null}
      {run.heldLines.count > 0 ? (
        <div className={css['notice']} role="status">
          <IconAlertTriangle size={16} stroke={1.6} className={css['noticeIcon']} aria-hidden="true" />
          <span>
            {t(deskTexts.heldLines, { count: run.heldLines.count })}
            {held === '' ? '' : `, ${held}`}
          </span>
          <button type="button" className={css['link']} onClick={() => go({ screen: 'lines', held: true })}>
            {t(deskTexts.seeLines)}
          </button>
        </div>
      ) : null}
    </>
  );
}

function Foot({ sums, wide }: { sums: string; wide: boolean }) {
  const t = useText();
  const key = (names: readonly string[], text: string) => (
    <span className={css['key']}>
      {names.map((name) => (
        <Kbd key={name} keys={name} />
      ))}
      {text}
    </span>
  );
  return (
    <>
      {key(['J', 'K'], t(deskTexts.keyNext))}
      {wide ? key([t(deskTexts.space)], t(deskTexts.keySelect)) : null}
      {key(['A'], t(deskTexts.keyApprove))}
      {wide ? key(['H'], t(deskTexts.keyHold)) : null}
      {key(['?'], t(deskTexts.keyHelp))}
      <span className={css['footSum']}>{sums}</span>
    </>
  );
}
