/** Settings, full export: everything in open formats, into a folder that the person chooses. */
import { Button } from '@mantine/core';
import { IconFolderOpen, IconPackageExport } from '@tabler/icons-react';
import { useEffect } from 'react';
import { exportTexts as texts } from '#shared/messages/ui/safety.ts';
import { shell } from '../../api/bridge.ts';
import { useJob, useJobs } from '../../api/jobs.ts';
import { useText } from '../../app/i18n.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import settings from '../settings/settings.module.css';
import { State } from './State.tsx';
import styles from './safety.module.css';

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

export function ExportPage() {
  const t = useText();
  const job = useJob('export.all');
  const begin = async () => {
    const folder = await shell('dialog.folder', {});
    if (folder !== null) await job.start({ folder });
  };
  const { result } = job;
  const dismiss = useJobs((s) => s.dismiss);
  const doneId = result && job.job ? job.job.id : null;
  useEffect(() => {
    // Its outcome stands on this page.
    if (doneId !== null) dismiss(doneId);
  }, [doneId, dismiss]);
  return (
    <div className={settings['formPage']}>
      <header className={settings['pageHead']}>
        <h1>{t(texts.title)}</h1>
        <div className="grow" />
        <Button
          size="xs"
          variant="filled"
          disabled={job.running}
          leftSection={<IconPackageExport {...icon} />}
          onClick={() => void begin()}
        >
          {t(texts.act)}
        </Button>
      </header>
      <div className={settings['scroll']}>
        <p className={settings['lead']}>{t(texts.lead)}</p>
        {job.error ? <ErrorPanel variant="inline" error={job.error} /> : null}
        {job.running && job.job ? (
          <div className={styles['progress']}>
            <JobProgress job={job.job} />
          </div>
        ) : null}
        {result ? (
          <State
            tone="good"
            title={t(texts.done)}
            body={`${t(texts.doneBody, { files: result.files, originals: result.originals, rendered: result.rendered })}${
              result.erased > 0 ? ` ${t(texts.erased, { count: result.erased })}` : ''
            }`}
            action={
              <Button
                size="xs"
                leftSection={<IconFolderOpen {...icon} />}
                onClick={() => void shell('desktop.open', { path: result.folder })}
              >
                {t(texts.open)}
              </Button>
            }
          />
        ) : null}
        <dl className={styles['facts']}>
          {(['csv', 'json', 'pdf', 'readme'] as const).map((part) => (
            <div key={part}>
              <dt>{part.toUpperCase()}</dt>
              <dd>{t(texts[part])}</dd>
            </div>
          ))}
        </dl>
        <p className="muted">{t(texts.personal)}</p>
      </div>
    </div>
  );
}
