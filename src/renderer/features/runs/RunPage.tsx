/** The page of a run's step. */
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconFileImport, IconStack2 } from '@tabler/icons-react';
import { useState } from 'react';
import type { RunDetail } from '#shared/contract/runs.ts';
import { formatPeriod } from '#shared/format/date.ts';
import { runsTexts } from '#shared/messages/ui/runs.ts';
import { type EngineError, fromErrorShape } from '#shared/model/error.ts';
import type { JobId } from '#shared/model/ids.ts';
import { isLive, resumeJob, type WatchedJob } from '../../api/jobs.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import { go } from '../../app/routes.ts';
import { useWritable } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import { ReviewDesk } from './desk/ReviewDesk.tsx';
import { countAll } from './desk/view.ts';
import { lastDay } from './period.ts';
import { RunOutcome } from './RunOutcome.tsx';
import css from './runs.module.css';
import { useRunJob } from './useRunJob.ts';

interface RunPageProps {
  run: RunDetail;
  failure: EngineError | null;
  onDismiss(): void;
  starting: boolean;
  /** Drafts that the last attempt to issue set aside. */
  setAside: number;
  onDraft(): void;
  onIssue(): void;
}

export function RunPage({ run, failure, onDismiss, starting, setAside, onDraft, onIssue }: RunPageProps) {
  const t = useText();
  const language = useLanguage();
  const writable = useWritable();
  const [seen, setSeen] = useState<JobId | null>(null);
  const drafting = useRunJob('run.draft', run.id);
  const issuing = useRunJob('run.finalise', run.id);
  const period = formatPeriod({ from: run.period.from, to: lastDay(run.period) }, language);

  if (drafting !== null && (isLive(drafting) || (drafting.status === 'interrupted' && run.status === 'drafting')))
    return <Working job={drafting} title={t(runsTexts.draftingTitle)} text={t(runsTexts.leaveAnytime)} />;
  if (issuing !== null && (isLive(issuing) || (issuing.status === 'interrupted' && run.status === 'finalising')))
    return <Working job={issuing} title={t(runsTexts.issuingTitle)} text={t(runsTexts.issuingText)} />;

  // A job that was started on another screen, or before this one was shown, tells here as well why it failed.
  const broken = [drafting, issuing].find((job) => job?.status === 'failed' && job.error !== null && job.id !== seen);
  const told = failure ?? (broken?.error ? fromErrorShape(broken.error) : null);
  const failed =
    told === null ? null : (
      <div className={css['failed']}>
        <ErrorPanel
          variant="inline"
          error={told}
          actions={
            <Button
              size="xs"
              onClick={() => {
                setSeen(broken?.id ?? null);
                onDismiss();
              }}
            >
              {t(runsTexts.close)}
            </Button>
          }
        />
      </div>
    );
  if (run.status === 'finalising' || run.status === 'producing' || run.status === 'closed')
    return (
      <>
        {failed}
        <RunOutcome run={run} />
      </>
    );
  if (run.status === 'abandoned')
    return (
      <div className={css['centre']}>
        <EmptyState
          icon={IconStack2}
          title={t(runsTexts.abandonedTitle)}
          body={t(runsTexts.abandonedText)}
          actions={<Button onClick={() => go({ screen: 'runs' })}>{t(runsTexts.back)}</Button>}
        />
      </div>
    );
  const drafted = countAll(run) > 0;
  if (!drafted)
    return (
      <>
        {failed}
        <div className={css['centre']}>
          {run.status === 'reviewing' ? (
            <EmptyState
              icon={IconStack2}
              title={t(runsTexts.noDraftsTitle)}
              body={t(runsTexts.noDraftsText, { period })}
              actions={
                <>
                  <Button
                    leftSection={<IconFileImport size={16} stroke={1.6} />}
                    onClick={() => go({ screen: 'import', kind: 'lines' })}
                  >
                    {t(runsTexts.emptyImport)}
                  </Button>
                  <Button variant="subtle" disabled={!writable} loading={starting} onClick={onDraft}>
                    {t(runsTexts.redraft)}
                  </Button>
                </>
              }
            />
          ) : (
            <EmptyState
              icon={IconStack2}
              title={t(runsTexts.collectingTitle)}
              body={t(runsTexts.collectingText, { period })}
              actions={
                <Button variant="filled" disabled={!writable} loading={starting} onClick={onDraft}>
                  {t(runsTexts.createAndDraft)}
                </Button>
              }
            />
          )}
        </div>
      </>
    );
  return (
    <>
      {failed}
      {setAside > 0 ? (
        <div className={css['notice']} role="alert">
          <IconAlertTriangle size={16} stroke={1.6} className={css['noticeIcon']} aria-hidden="true" />
          <span>{t(runsTexts.setAside, { count: setAside })}</span>
        </div>
      ) : null}
      <ReviewDesk run={run} issuing={starting} onIssue={onIssue} />
    </>
  );
}

function Working({ job, title, text }: { job: WatchedJob; title: string; text: string }) {
  const t = useText();
  return (
    <div className={css['centre']}>
      <div className={css['work']}>
        {job.status === 'interrupted' ? (
          <>
            <h2>{t(runsTexts.interruptedTitle)}</h2>
            <p className="muted">{t(runsTexts.interruptedText)}</p>
            <div>
              <Button variant="filled" onClick={() => void resumeJob(job.id)}>
                {t(runsTexts.resume)}
              </Button>
            </div>
          </>
        ) : (
          <>
            <JobProgress job={job} title={title} />
            <p className="muted small">{text}</p>
          </>
        )}
      </div>
    </div>
  );
}
