/** Settings, backups: how it stands, where they go, when they are made, which there are. */
import { Button, Select, Switch } from '@mantine/core';
import { IconAlertTriangle, IconDeviceFloppy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { BackupSettings, BackupStatus } from '#shared/contract/safety.ts';
import { backupTexts as texts } from '#shared/messages/ui/safety.ts';
import { shell } from '../../api/bridge.ts';
import { engine } from '../../api/client.ts';
import { useJob, useJobs } from '../../api/jobs.ts';
import { asEngineError } from '../../api/query.ts';
import { fileSize, instant } from '../../app/format.ts';
import { useErrorSentences, useLanguage, useText } from '../../app/i18n.tsx';
import { go } from '../../app/routes.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import { FormSkeleton } from '../settings/FormSkeleton.tsx';
import settings from '../settings/settings.module.css';
import { chooseBackup, showRestore } from './restore.ts';
import { State } from './State.tsx';
import styles from './safety.module.css';
import { refreshBackups, useBackups } from './useBackups.ts';

export function BackupsPage() {
  const t = useText();
  const { data, error } = useBackups();
  const backup = useJob('backup.make');
  const dismiss = useJobs((s) => s.dismiss);
  const doneId = backup.result && backup.job ? backup.job.id : null;
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
          disabled={backup.running || !data}
          leftSection={<IconDeviceFloppy size={16} stroke={1.6} aria-hidden />}
          onClick={() => void backup.start({ reason: 'demand' })}
        >
          {t(texts.now)}
        </Button>
      </header>
      {data ? (
        <div className={settings['scroll']}>
          <p className={settings['lead']}>{t(texts.lead)}</p>
          {backup.running && backup.job ? (
            <div className={styles['progress']}>
              <JobProgress job={backup.job} />
            </div>
          ) : (
            <Standing status={data} />
          )}
          <div className={styles['columns']}>
            <div>
              <Places status={data} />
              <Times status={data} />
            </div>
            <Kept status={data} />
          </div>
        </div>
      ) : error ? (
        <ErrorPanel error={error} />
      ) : (
        <FormSkeleton />
      )}
    </div>
  );
}

/** How it stands, the worst first. */
function Standing({ status }: { status: BackupStatus }) {
  const t = useText();
  const language = useLanguage();
  const say = useErrorSentences();
  const { last, lastGood, overdue, daysUnsaved, changed } = status;
  const at = (moment: string) => instant(moment, language);
  if (last?.outcome === 'failed') {
    const [error] = last.errors;
    const told = error ? say(error) : null;
    return (
      <State
        tone="error"
        title={t(texts.failed, { at: at(last.at) })}
        body={told ? `${told.what} ${told.remedy}` : undefined}
      />
    );
  }
  if (last?.outcome === 'suspect') {
    return (
      <State
        tone="warning"
        title={t(texts.suspect)}
        body={t(texts.suspectBody)}
        action={
          <Button size="xs" onClick={() => go({ screen: 'settings', page: 'check' })}>
            {t(texts.check)}
          </Button>
        }
      />
    );
  }
  if (overdue || !lastGood) {
    return (
      <State
        tone={overdue ? 'warning' : 'plain'}
        title={lastGood ? t(texts.overdue, { count: daysUnsaved }) : overdue ? t(texts.overdueNone) : t(texts.none)}
        body={overdue ? t(texts.overdueBody) : t(texts.noneBody)}
      />
    );
  }
  const notes = [
    t(texts.goodBody, { documents: lastGood.documents, originals: lastGood.originals }),
    t(changed ? texts.changed : texts.unchanged),
    ...(lastGood.missingOriginals > 0 ? [t(texts.missing, { count: lastGood.missingOriginals })] : []),
    ...lastGood.errors.map((error) => say(error).what),
  ];
  const lacking = lastGood.missingOriginals > 0 || lastGood.errors.length > 0;
  return (
    <State tone={lacking ? 'warning' : 'good'} title={t(texts.good, { at: at(lastGood.at) })} body={notes.join(' ')} />
  );
}

function useConfigure() {
  const [failure, setFailure] = useState<unknown>(null);
  const configure = async (change: Partial<BackupSettings>) => {
    setFailure(null);
    try {
      await engine.call('backup.configure', change);
      await refreshBackups();
    } catch (thrown) {
      setFailure(thrown);
    }
  };
  const choose = async (field: 'folder' | 'secondFolder') => {
    const path = await shell('dialog.folder', {});
    if (path !== null) await configure({ [field]: path });
  };
  return { configure, choose, failure };
}

function Places({ status: { first, second, settings: chosen } }: { status: BackupStatus }) {
  const t = useText();
  const { configure, choose, failure } = useConfigure();
  return (
    <section className={styles['section']}>
      <h2>{t(texts.where)}</h2>
      {failure === null ? null : <ErrorPanel variant="inline" error={asEngineError(failure)} />}
      <div className={styles['row']}>
        <div>
          <div>{t(texts.first)}</div>
          <Where path={chosen.folder === null ? null : first.path} reachable={first.reachable} none={t(texts.usual)} />
        </div>
        {chosen.folder === null ? null : (
          <Button size="xs" variant="subtle" onClick={() => void configure({ folder: null })}>
            {t(texts.back)}
          </Button>
        )}
        <Button size="xs" aria-label={`${t(texts.first)}, ${t(texts.choose)}`} onClick={() => void choose('folder')}>
          {t(texts.choose)}
        </Button>
      </div>
      <div className={styles['row']}>
        <div>
          <div>{t(texts.second)}</div>
          <Where path={second?.path ?? null} reachable={second?.reachable ?? true} none={t(texts.noSecond)} />
          <small>{t(texts.secondHint)}</small>
        </div>
        {second === null ? null : (
          <Button size="xs" variant="subtle" onClick={() => void configure({ secondFolder: null })}>
            {t(texts.remove)}
          </Button>
        )}
        <Button
          size="xs"
          aria-label={`${t(texts.second)}, ${t(texts.choose)}`}
          onClick={() => void choose('secondFolder')}
        >
          {t(texts.choose)}
        </Button>
      </div>
    </section>
  );
}

function Where({ path, reachable, none }: { path: string | null; reachable: boolean; none: string }) {
  const t = useText();
  return (
    <>
      <small className={path === null ? undefined : styles['path']} title={path ?? undefined}>
        {path ?? none}
      </small>
      {reachable ? null : (
        <small className={styles['away']}>
          <IconAlertTriangle size={14} stroke={1.75} aria-hidden />
          {t(texts.away)}
        </small>
      )}
    </>
  );
}

const HOURS = [0, 1, 2, 4, 8];
const DAYS = [1, 3, 7, 14, 30];

function Times({ status: { settings: chosen } }: { status: BackupStatus }) {
  const t = useText();
  const { configure, failure } = useConfigure();
  const hours = [...new Set([...HOURS, chosen.everyHours])].sort((a, b) => a - b);
  const days = [...new Set([...DAYS, chosen.warnAfterDays])].sort((a, b) => a - b);
  return (
    <section className={styles['section']} style={{ marginTop: 'var(--s-6)' }}>
      <h2>{t(texts.when)}</h2>
      {failure === null ? null : <ErrorPanel variant="inline" error={asEngineError(failure)} />}
      <div className={styles['row']}>
        <div>
          <div>{t(texts.onClose)}</div>
          <small>{t(texts.onCloseHint)}</small>
        </div>
        <Switch
          aria-label={t(texts.onClose)}
          checked={chosen.onClose}
          onChange={(event) => void configure({ onClose: event.currentTarget.checked })}
        />
      </div>
      <div className={styles['row']}>
        <div>
          <div>{t(texts.every)}</div>
          <small>{t(texts.everyHint)}</small>
        </div>
        <Select
          aria-label={t(texts.every)}
          w={180}
          allowDeselect={false}
          data={hours.map((n) => ({
            value: String(n),
            label: n === 0 ? t(texts.never) : t(texts.hours, { count: n }),
          }))}
          value={String(chosen.everyHours)}
          onChange={(value) => void configure({ everyHours: Number(value) })}
        />
      </div>
      <div className={styles['row']}>
        <div>
          <div>{t(texts.warn)}</div>
          <small>{t(texts.warnHint)}</small>
        </div>
        <Select
          aria-label={t(texts.warn)}
          w={180}
          allowDeselect={false}
          data={days.map((n) => ({ value: String(n), label: t(texts.days, { count: n }) }))}
          value={String(chosen.warnAfterDays)}
          onChange={(value) => void configure({ warnAfterDays: Number(value) })}
        />
      </div>
    </section>
  );
}

function Kept({ status: { files } }: { status: BackupStatus }) {
  const t = useText();
  const language = useLanguage();
  return (
    <section className={styles['section']}>
      <div className="row">
        <h2 className="grow">{t(texts.kept)}</h2>
        <Button size="xs" variant="subtle" onClick={() => void chooseBackup()}>
          {t(texts.otherFile)}
        </Button>
      </div>
      <p className={styles['hint']}>{t(texts.keptLead)}</p>
      {files.length === 0 ? null : (
        <div className={styles['list']}>
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">{t(texts.made)}</th>
                <th scope="col" className={styles['left']}>
                  {t(texts.place)}
                </th>
                <th scope="col">{t(texts.size)}</th>
                <th scope="col" aria-label={t(texts.restore)} />
              </tr>
            </thead>
            <tbody>
              {files.map((file) => (
                <tr key={file.path}>
                  <td title={file.path}>
                    {instant(file.at, language)}
                    {file.suspect ? <span className={styles['bad']}> {t(texts.doubtful)}</span> : null}
                    {file.copy ? <span className={styles['bad']}> {t(texts.ofCopy)}</span> : null}
                  </td>
                  <td className={styles['left']}>{t(texts[`place.${file.place}`])}</td>
                  <td>{fileSize(file.bytes, language)}</td>
                  <td>
                    <Button
                      size="xs"
                      variant="subtle"
                      aria-label={`${t(texts.restore)} ${instant(file.at, language)}`}
                      onClick={() => showRestore(file.path)}
                    >
                      {t(texts.restore)}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
