/** What failed in a job while the rest went on: each with its reason and what to do. */
import { Modal } from '@mantine/core';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { jobTexts } from '#shared/messages/ui/jobs.ts';
import type { WatchedJob } from '../../api/jobs.ts';
import { useErrorSentences, useText } from '../../app/i18n.tsx';
import styles from './JobStrip.module.css';

export function JobFailures({ job, onClose }: { job: WatchedJob; onClose: () => void }) {
  const t = useText();
  const say = useErrorSentences();
  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      title={t(jobTexts.failuresTitle)}
      closeButtonProps={{ 'aria-label': t(commonTexts.close) }}
    >
      <ul className={styles['failures']}>
        {job.failures.map((failure) => {
          const { what, remedy } = say(failure.error);
          return (
            <li key={failure.ordinal}>
              <b className="num">{failure.label}</b>
              <div>
                {what}
                <span className="muted small">{remedy}</span>
              </div>
            </li>
          );
        })}
      </ul>
      {job.failures.length < job.failed ? (
        <p className="faint small">{t(jobTexts.failuresShown, { shown: job.failures.length, count: job.failed })}</p>
      ) : null}
    </Modal>
  );
}
