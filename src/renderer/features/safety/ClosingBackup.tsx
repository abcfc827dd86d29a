/** The backup before the window closes, with a way to leave without it. It never holds the window longer than a person wants. */
import { Button, Modal } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { backupTexts as texts } from '#shared/messages/ui/safety.ts';
import { engine } from '../../api/client.ts';
import { useJob } from '../../api/jobs.ts';
import { useText } from '../../app/i18n.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import styles from './safety.module.css';

interface ClosingBackupProps {
  /** True: the window may close. */
  answer: (close: boolean) => void;
}

export function ClosingBackup({ answer }: ClosingBackupProps) {
  const t = useText();
  const backup = useJob('backup.make');
  const begun = useRef(false);
  const { start, result, error, job } = backup;
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    // What cannot be asked must not hold the window.
    engine.call('backup.status', {}).then(
      ({ due, settings }) => {
        if (due && settings.onClose) void start({ reason: 'close' });
        else answer(true);
      },
      () => answer(true),
    );
  }, [answer, start]);
  const over = result !== null || job?.status === 'cancelled';
  useEffect(() => {
    if (over) answer(true);
  }, [over, answer]);
  if (!job && !error) return null;
  return (
    <Modal
      opened
      onClose={() => answer(false)}
      withCloseButton={false}
      title={error ? t(texts.closingFailed) : t(texts.closing)}
      size={480}
    >
      <div className={styles['dialog']}>
        {error ? <ErrorPanel variant="inline" error={error} /> : <p className="muted">{t(texts.closingBody)}</p>}
        {job && !error ? <JobProgress job={job} /> : null}
        <div className={styles['answers']}>
          <Button data-autofocus onClick={() => answer(false)}>
            {t(texts.stay)}
          </Button>
          <Button onClick={() => answer(true)}>{t(error ? texts.closeAnyway : texts.skip)}</Button>
        </div>
      </div>
    </Modal>
  );
}
