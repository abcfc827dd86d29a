/** All bill runs of the company, the newest first. */
import { Button } from '@mantine/core';
import { IconFileImport, IconPlus, IconStack2 } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { RunRow } from '#shared/contract/runs.ts';
import { formatDate, formatPeriod } from '#shared/format/date.ts';
import { runsTexts } from '#shared/messages/ui/runs.ts';
import { asEngineError, useEngineQuery } from '../../api/query.ts';
import { money, whole } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import { go, useJourney, useRoute } from '../../app/routes.ts';
import { useWritable } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import { engineList, useCopyTable } from '../../components/grid/source.ts';
import type { GridColumn } from '../../components/grid/types.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { StatusIcon } from '../../components/StatusIcon.tsx';
import { NewRun } from './NewRun.tsx';
import { lastDay } from './period.ts';
import css from './runs.module.css';
import { runShape, runWord } from './status.ts';

const source = engineList('run.list', {});

export function RunsScreen() {
  const t = useText();
  const route = useRoute();
  const writable = useWritable();
  const copy = useCopyTable();
  const creating = route.screen === 'runs' && route.create === true;
  const columns = useRunColumns(creating);
  const setCreating = (create: boolean) =>
    useJourney.getState().replace(create ? { screen: 'runs', create } : { screen: 'runs' });
  // Only for the line at the foot: the grid reads its own pages.
  const { data } = useEngineQuery('run.list', { limit: 1 });

  return (
    <div className={css['twocol']} data-panel={creating || undefined}>
      <section className={css['mid']}>
        <PageHead
          title={t(runsTexts.title)}
          actions={
            <Button
              variant="filled"
              size="xs"
              disabled={!writable || creating}
              leftSection={<IconPlus size={16} stroke={1.6} />}
              onClick={() => setCreating(true)}
            >
              {t(runsTexts.create)}
            </Button>
          }
        />
        <DataGrid
          label={t(runsTexts.listLabel)}
          autoFocus={!creating}
          source={source}
          columns={columns}
          density="regular"
          rowLabel={(run) => run.name}
          muted={(run) => run.status === 'abandoned'}
          onOpen={(run) => go({ screen: 'run', id: run.id })}
          onCopy={copy}
          error={(error, retry) => (
            <ErrorPanel error={asEngineError(error)} actions={<Button onClick={retry}>{t(runsTexts.retry)}</Button>} />
          )}
          empty={
            <EmptyState
              icon={IconStack2}
              title={t(runsTexts.emptyTitle)}
              body={t(runsTexts.emptyText)}
              actions={
                <>
                  <Button disabled={!writable} onClick={() => setCreating(true)}>
                    {t(runsTexts.create)}
                  </Button>
                  <Button
                    variant="subtle"
                    leftSection={<IconFileImport size={16} stroke={1.6} />}
                    onClick={() => go({ screen: 'import', kind: 'lines' })}
                  >
                    {t(runsTexts.emptyImport)}
                  </Button>
                </>
              }
            />
          }
          foot={
            <>
              <span>{data ? t(runsTexts.runCount, { count: data.total }) : ''}</span>
              <span className={css['keys']}>
                <Kbd keys={t(runsTexts.enterKey)} /> {t(runsTexts.keyOpen)}
              </span>
            </>
          }
        />
      </section>
      {creating ? <NewRun onClose={() => setCreating(false)} /> : null}
    </div>
  );
}

/** Left out while the panel of a new run takes its share of the width: the rest stands without a sideways scroll. */
const besidePanel = new Set(['period', 'drafts', 'approved', 'invoices']);

function useRunColumns(creating: boolean): GridColumn<RunRow>[] {
  const t = useText();
  const language = useLanguage();
  return useMemo(() => {
    const count = (key: string, title: string, width: number, value: (run: RunRow) => number): GridColumn<RunRow> => ({
      key,
      head: title,
      title,
      width,
      align: 'right',
      text: (run) => String(value(run)),
      render: (run) => (value(run) === 0 ? <span className="faint">0</span> : whole(value(run), language)),
    });
    const bySize = (run: RunRow) => [...run.amounts].sort((a, b) => Math.abs(b.gross) - Math.abs(a.gross));
    const sums = (run: RunRow): string =>
      bySize(run)
        .map((a) => money(a.gross, a.currency, language))
        .join(' · ');
    const periodText = (run: RunRow): string =>
      formatPeriod({ from: run.period.from, to: lastDay(run.period) }, language);
    const columns: GridColumn<RunRow>[] = [
      {
        key: 'name',
        head: t(runsTexts.name),
        title: t(runsTexts.name),
        width: 150,
        flex: 2,
        tooltip: true,
        text: (run) => run.name,
        render: (run) => (
          <button
            type="button"
            tabIndex={-1}
            className={css['rowLink']}
            onClick={(event) => {
              event.stopPropagation();
              go({ screen: 'run', id: run.id });
            }}
          >
            {run.name}
          </button>
        ),
      },
      {
        key: 'status',
        head: t(runsTexts.state),
        title: t(runsTexts.state),
        width: 148,
        text: (run) => runWord(run.status, t),
        render: (run) => <StatusIcon state={runShape[run.status]} label={runWord(run.status, t)} />,
      },
      {
        key: 'period',
        head: t(runsTexts.period),
        title: t(runsTexts.period),
        width: 190,
        flex: 1,
        tooltip: true,
        text: periodText,
        render: (run) => <span className="muted ellipsis">{periodText(run)}</span>,
      },
      {
        key: 'issueDate',
        head: t(runsTexts.issueDate),
        title: t(runsTexts.issueDate),
        width: 104,
        text: (run) => formatDate(run.issueDate, language),
        render: (run) => <span className="muted">{formatDate(run.issueDate, language)}</span>,
      },
      count('drafts', t(runsTexts.drafts), 84, (run) => run.drafts),
      count('approved', t(runsTexts.approved), 84, (run) => run.approved + run.invoices),
      {
        ...count('blocked', t(runsTexts.blocked), 76, (run) => run.blocked),
        render: (run) =>
          run.blocked === 0 ? (
            <span className="faint">0</span>
          ) : (
            <span className={css['hot']}>{whole(run.blocked, language)}</span>
          ),
      },
      count('invoices', t(runsTexts.invoices), 80, (run) => run.invoices),
      {
        key: 'gross',
        head: t(runsTexts.gross),
        title: t(runsTexts.gross),
        width: 150,
        flex: 1,
        align: 'right',
        tooltip: true,
        text: sums,
        render: (run) => {
          const [main, ...others] = bySize(run);
          if (main === undefined) return null;
          return (
            <>
              <span className="medium">{money(main.gross, main.currency, language)}</span>
              {others.length === 0 ? null : <b className={css['plus']}>+{others.length}</b>}
            </>
          );
        },
      },
    ];
    return creating ? columns.filter(({ key }) => !besidePanel.has(key)) : columns;
  }, [t, language, creating]);
}
