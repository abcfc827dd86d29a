/** How far a job is: done of total, failures, rate, time left, cancel. */
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Text } from '#shared/messages/catalogue.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { jobNames, jobTexts } from '#shared/messages/ui/jobs.ts';
import { cancelJob, isLive, pace, type WatchedJob } from '../api/jobs.ts';
import { duration, whole } from '../app/format.ts';
import { useLanguage, useText } from '../app/i18n.tsx';
import styles from './JobProgress.module.css';

const names: Readonly<Record<string, Text | undefined>> = jobNames;
/** The job's name for people. */
export const jobName = (name: string): Text => names[name] ?? jobNames.other;

/** Bar of a job; what failed stands at its end in the colour of errors. */
export function JobMeter({ job, big = false }: { job: WatchedJob; big?: boolean }) {
  const t = useText();
  const total = job.total ?? 0;
  const share = (n: number) => (total > 0 ? `${Math.min(100, (n / total) * 100)}%` : '0%');
  const failed = Math.min(job.failed, job.done);
  return (
    <div
      className={styles['meter']}
      data-big={big || undefined}
      data-unknown={(isLive(job) && total === 0) || undefined}
      role="progressbar"
      aria-label={t(jobName(job.name))}
      aria-valuemin={0}
      aria-valuemax={job.total ?? undefined}
      aria-valuenow={job.total === null ? undefined : job.done}
    >
      <i style={{ width: share(job.done - failed) }} />
      {failed > 0 ? <i className={styles['bad']} style={{ width: share(failed) }} /> : null}
    </div>
  );
}

/** `1 428 sur 2 000`. */
export function useJobCount(): (job: WatchedJob) => string {
  const t = useText();
  const language = useLanguage();
  return (job) =>
    job.total === null
      ? t(jobTexts.progressOpen, { done: whole(job.done, language) })
      : t(jobTexts.progress, { done: whole(job.done, language), total: whole(job.total, language) });
}

/** `71 par seconde, encore 8 s environ`; empty until measured. Follows the clock while the job runs. */
export function useJobPace(job: WatchedJob): string {
  const t = useText();
  const language = useLanguage();
  const [now, setNow] = useState(Date.now);
  const live = isLive(job);
  useEffect(() => {
    if (!live) return;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [live]);
  if (job.status === 'queued') return t(jobTexts.queued);
  if (job.status === 'cancelling') return t(jobTexts.cancelling);
  if (!live) return '';
  const measured = pace(job, now);
  if (!measured) return '';
  const rate = t(jobTexts.pace, { rate: whole(Math.max(1, measured.rate), language) });
  return measured.left === null || measured.left < 0.5
    ? rate
    : `${rate}, ${t(jobTexts.left, { time: duration(measured.left) })}`;
}

/** A job inside a screen: name, bar, count, pace, cancel. */
export function JobProgress({ job, title }: { job: WatchedJob; title?: string }) {
  const t = useText();
  const count = useJobCount();
  const speed = useJobPace(job);
  return (
    <section className={styles['box']} aria-live="polite">
      <div className="row">
        <h2 className="grow">{title ?? t(jobName(job.name))}</h2>
        {isLive(job) ? (
          <Button size="xs" disabled={job.status === 'cancelling'} onClick={() => void cancelJob(job.id)}>
            {t(commonTexts.cancel)}
          </Button>
        ) : null}
      </div>
      <JobMeter job={job} big />
      <div className="row small num">
        <span className="grow">{count(job)}</span>
        <span className="faint">{speed}</span>
      </div>
      {job.failed > 0 ? (
        <p className={styles['failures']}>
          {t(isLive(job) ? jobTexts.failures : jobTexts.failuresEnd, { count: job.failed })}
        </p>
      ) : null}
    </section>
  );
}
