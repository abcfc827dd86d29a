/** One line at the foot of every screen while something runs, and until its end was seen. */
import { ActionIcon, Button, Popover } from '@mantine/core';
import { IconAlertOctagon, IconCheck, IconPlayerPause, IconRotateClockwise, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { jobTexts } from '#shared/messages/ui/jobs.ts';
import { cancelJob, isLive, resumeJob, useJobs, type WatchedJob } from '../../api/jobs.ts';
import { asEngineError } from '../../api/query.ts';
import { useErrorSentences, useText } from '../../app/i18n.tsx';
import { useWritable } from '../../app/session.ts';
import { JobMeter, jobName, useJobCount, useJobPace } from '../../components/JobProgress.tsx';
import { toast } from '../../components/toast.tsx';
import { JobFailures } from './JobFailures.tsx';
import styles from './JobStrip.module.css';
import { resultAct } from './results.ts';
import { stripJobs } from './strip.ts';

/** An end without failures is put away by itself after this long (milliseconds). */
const SEEN = 8000;

function StateMark({ job }: { job: WatchedJob }) {
  const shape = { size: 14, stroke: 1.75, 'aria-hidden': true } as const;
  if (isLive(job)) return <IconRotateClockwise {...shape} className={styles['live']} />;
  if (job.status === 'done' && job.failed === 0) return <IconCheck {...shape} className={styles['good']} />;
  if (job.status === 'interrupted') return <IconPlayerPause {...shape} className={styles['warn']} />;
  if (job.status === 'cancelled') return <IconX {...shape} />;
  return <IconAlertOctagon {...shape} className={styles['bad']} />;
}

function JobLine({ job }: { job: WatchedJob }) {
  const t = useText();
  const say = useErrorSentences();
  const count = useJobCount();
  const speed = useJobPace(job);
  const writable = useWritable();
  const [showing, setShowing] = useState(false);
  const dismiss = useJobs((s) => s.dismiss);
  const live = isLive(job);

  const endWord = { done: jobTexts.done, failed: jobTexts.failed, cancelled: jobTexts.cancelled } as const;
  const ended =
    job.status === 'interrupted'
      ? t(jobTexts.interruptedBody)
      : job.status === 'failed' && job.error
        ? say(job.error).what
        : job.status in endWord
          ? t(endWord[job.status as keyof typeof endWord]) // `in` does not narrow
          : '';
  const act = resultAct(job);
  const attempt = (work: Promise<unknown>) =>
    work.catch((thrown: unknown) => toast({ tone: 'warning', message: say(asEngineError(thrown)).what }));

  return (
    <div className={styles['line']}>
      <span className={styles['name']}>
        <StateMark job={job} />
        <b>{t(jobName(job.name))}</b>
        {live || job.failed > 0 ? <span className="num muted">{count(job)}</span> : null}
        {job.failed > 0 ? (
          <span className={styles['badText']}>{t(jobTexts.failuresEnd, { count: job.failed })}</span>
        ) : null}
      </span>
      {live ? <JobMeter job={job} /> : <span className="grow ellipsis muted">{ended}</span>}
      {live ? <span className="faint num nowrap">{speed}</span> : null}
      {job.failures.length > 0 ? (
        <Button size="compact-xs" variant="subtle" data-tone="link" onClick={() => setShowing(true)}>
          {t(jobTexts.showFailures, { count: job.failed })}
        </Button>
      ) : null}
      {act ? (
        <Button size="compact-xs" variant="subtle" data-tone="link" onClick={() => void attempt(act.run())}>
          {t(act.label)}
        </Button>
      ) : null}
      {live ? (
        <Button
          size="compact-xs"
          variant="subtle"
          data-tone="link"
          disabled={job.status === 'cancelling'}
          onClick={() => void attempt(cancelJob(job.id))}
        >
          {t(commonTexts.cancel)}
        </Button>
      ) : null}
      {job.status === 'interrupted' && writable ? (
        <Button size="compact-xs" variant="subtle" data-tone="link" onClick={() => void attempt(resumeJob(job.id))}>
          {t(jobTexts.resume)}
        </Button>
      ) : null}
      {live ? null : (
        <ActionIcon
          size="sm"
          aria-label={t(jobTexts.dismiss)}
          title={t(jobTexts.dismiss)}
          onClick={() => dismiss(job.id)}
        >
          <IconX size={14} stroke={1.75} aria-hidden />
        </ActionIcon>
      )}
      {showing ? <JobFailures job={job} onClose={() => setShowing(false)} /> : null}
    </div>
  );
}

/** Ends that need nobody are put away, those in the list of others too. */
function usePutAway(jobs: readonly WatchedJob[]): void {
  const dismiss = useJobs((s) => s.dismiss);
  const quiet = jobs.filter((job) => job.status === 'done' && job.failed === 0).map(({ id }) => id);
  const key = quiet.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says whether the list is another one
  useEffect(() => {
    const timer = setTimeout(() => quiet.forEach((id) => void dismiss(id)), SEEN);
    return () => clearTimeout(timer);
  }, [key, dismiss]);
}

export function JobStrip() {
  const t = useText();
  const jobs = useJobs((s) => s.jobs);
  const dismissed = useJobs((s) => s.dismissed);
  const shown = stripJobs(jobs, dismissed);
  usePutAway(shown);
  const [first, ...others] = shown;
  if (!first) return null;
  return (
    <section className={styles['strip']} aria-label={t(jobTexts.strip)}>
      <JobLine job={first} key={first.id} />
      {others.length > 0 ? (
        <Popover position="top-end" width={620} withinPortal>
          <Popover.Target>
            <Button size="compact-xs" variant="subtle">
              {t(jobTexts.others, { count: others.length })}
            </Button>
          </Popover.Target>
          <Popover.Dropdown p={0}>
            {others.map((job) => (
              <JobLine job={job} key={job.id} />
            ))}
          </Popover.Dropdown>
        </Popover>
      ) : null}
    </section>
  );
}
