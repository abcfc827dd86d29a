/** Coming back to a backup: what it holds, what it lacks, and what becomes of the file in place, before anything changes. */
import { Button, Loader, Modal, Radio } from '@mantine/core';
import { IconAlertOctagon, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RestorePreview } from '#shared/contract/safety.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { backupTexts, restoreTexts as texts } from '#shared/messages/ui/safety.ts';
import { shell } from '../../api/bridge.ts';
import { engine } from '../../api/client.ts';
import { asEngineError } from '../../api/query.ts';
import { openCompany } from '../../app/commands.ts';
import { fileSize, instant, whole } from '../../app/format.ts';
import { useErrorSentences, useLanguage, useText } from '../../app/i18n.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { toast } from '../../components/toast.tsx';
import { approverOf, SignatureOf, unsigned } from '../people/Signature.tsx';
import { chooseBackup, closeRestore, showBackups, showRestore, useRestore } from './restore.ts';
import { State } from './State.tsx';
import styles from './safety.module.css';

/** The way in from the start page. */
export function RestoreEntry() {
  const t = useText();
  return (
    <Button variant="subtle" size="xs" onClick={showBackups}>
      {t(texts.entry)}
    </Button>
  );
}

export function RestoreDialog() {
  const t = useText();
  const view = useRestore((s) => s.view);
  return (
    <Modal
      opened={view !== null}
      onClose={closeRestore}
      title={t(texts.title)}
      size={620}
      closeButtonProps={{ 'aria-label': t(commonTexts.close) }}
    >
      {view === null ? null : view.kind === 'list' ? <List /> : <Preview key={view.file} file={view.file} />}
    </Modal>
  );
}

function List() {
  const t = useText();
  const language = useLanguage();
  const { data, error } = useQuery({
    queryKey: ['backups'],
    queryFn: () => engine.call('backup.list', {}),
    gcTime: 0,
  });
  return (
    <div className={styles['dialog']}>
      <p className="muted">{t(texts.entryLead)}</p>
      {error ? <ErrorPanel variant="inline" error={asEngineError(error)} /> : null}
      {data?.length === 0 ? <p className="faint">{t(texts.empty)}</p> : null}
      <div className={styles['list']}>
        {data?.map((company) => (
          <section key={company.companyId} className={styles['company']}>
            <h3>
              {company.name}
              {company.exists ? null : <small className={styles['bad']}>{t(texts.gone)}</small>}
            </h3>
            <small className="faint ellipsis">{company.path}</small>
            {company.files.slice(0, 12).map((file) => (
              <button key={file.path} type="button" className={styles['pick']} onClick={() => showRestore(file.path)}>
                <span>{instant(file.at, language)}</span>
                {file.suspect ? <span className={styles['bad']}>{t(backupTexts.doubtful)}</span> : null}
                <span className="faint">{fileSize(file.bytes, language)}</span>
              </button>
            ))}
          </section>
        ))}
      </div>
      <div className={styles['answers']}>
        <Button onClick={() => void chooseBackup()}>{t(backupTexts.otherFile)}</Button>
      </div>
    </div>
  );
}

function Preview({ file }: { file: string }) {
  const t = useText();
  const { data, error } = useQuery({
    queryKey: ['restore', file],
    queryFn: () => engine.call('restore.preview', { file }),
    gcTime: 0,
  });
  if (error) return <ErrorPanel variant="inline" error={asEngineError(error)} />;
  if (!data) {
    return (
      <div className={styles['reading']} role="status">
        <Loader size={16} /> {t(texts.reading)}
      </div>
    );
  }
  return <Decide preview={data} />;
}

/** Told as of another day: the date stands with the time. */
const EVER = new Date(0);

const kinds = ['customers', 'products', 'openLines', 'runs', 'invoices'] as const;

function Decide({ preview }: { preview: RestorePreview }) {
  const t = useText();
  const language = useLanguage();
  const { present, highWater } = preview;
  const [where, setWhere] = useState<'place' | 'beside'>(present === null ? 'beside' : 'place');
  const [signed, setSigned] = useState(unsigned);
  const managers = where === 'place' ? (present?.managers ?? []) : [];
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const act = async () => {
    setFailure(null);
    let target: string | null = null;
    if (where === 'beside') {
      target = await shell('dialog.save', {
        kind: 'company',
        suggestedName: `${t(texts.name, { name: preview.name })}.liasse`,
      });
      if (target === null) return;
    }
    setBusy(true);
    try {
      const { path, keptAs } = await engine.call('restore.run', {
        file: preview.file,
        target,
        manager: managers.length > 0 ? approverOf(signed) : null,
      });
      closeRestore();
      await openCompany(path);
      toast({ message: keptAs === null ? t(texts.done) : t(texts.doneKept, { path: keptAs }) });
    } catch (thrown) {
      setFailure(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles['dialog']}>
      <div className="row">
        <b className="grow">{preview.name}</b>
        <span className="num muted">
          {instant(preview.at, language)} · {fileSize(preview.bytes, language)}
        </span>
      </div>
      <Comparison preview={preview} />
      <Facts preview={preview} />
      {highWater === null ? null : (
        <State
          tone="warning"
          title={t(texts.highWater)}
          body={t(texts.highWaterBody, { numbers: highWater.missingNumbers.join(', ') || '?' })}
        />
      )}
      <Radio.Group
        aria-label={t(texts.title)}
        value={where}
        onChange={(value) => setWhere(value === 'place' ? 'place' : 'beside')}
      >
        <div className={styles['dialog']}>
          {present === null ? null : (
            <Radio
              value="place"
              label={t(texts.inPlace)}
              description={present.exists ? t(texts.inPlaceKept) : t(texts.presentGone)}
            />
          )}
          <Radio value="beside" label={t(texts.beside)} description={t(texts.besideHint)} />
        </div>
      </Radio.Group>
      {managers.length === 0 ? null : (
        <SignatureOf
          title={t(texts.sign)}
          lead={t(texts.signLead)}
          label={t(texts.signer)}
          people={managers}
          value={signed}
          onChange={setSigned}
        />
      )}
      {failure === null ? null : <ErrorPanel variant="inline" title={t(texts.failed)} error={asEngineError(failure)} />}
      <div className={styles['answers']}>
        <Button data-autofocus onClick={closeRestore}>
          {t(commonTexts.cancel)}
        </Button>
        <Button variant="filled" loading={busy} onClick={() => void act()}>
          {t(texts.act, { at: instant(preview.at, language, EVER) })}
        </Button>
      </div>
    </div>
  );
}

/** The copy beside the file in place: what would be missing stands out. */
function Comparison({ preview: { counts, present } }: { preview: RestorePreview }) {
  const t = useText();
  const language = useLanguage();
  const now = present?.counts ?? null;
  const fewer = now === null ? 0 : now.invoices - counts.invoices;
  return (
    <>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t(texts.content)}</th>
            <th scope="col">{t(texts.copy)}</th>
            {now === null ? null : <th scope="col">{t(texts.present)}</th>}
            {now === null ? null : <th scope="col">{t(texts.difference)}</th>}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => {
            const difference = now === null ? 0 : counts[kind] - now[kind];
            return (
              <tr key={kind}>
                <th scope="row">{t(texts[kind])}</th>
                <td>{whole(counts[kind], language)}</td>
                {now === null ? null : <td>{whole(now[kind], language)}</td>}
                {now === null ? null : (
                  <td className={difference < 0 ? styles['less'] : 'faint'}>
                    {difference === 0
                      ? '='
                      : `${difference > 0 ? '+' : '\u2212'}${whole(Math.abs(difference), language)}`}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      {fewer > 0 ? <b>{t(texts.fewer, { count: fewer })}</b> : null}
    </>
  );
}

function Facts({ preview }: { preview: RestorePreview }) {
  const t = useText();
  const say = useErrorSentences();
  const { verify, originals, series, present, olderVersion } = preview;
  const shape = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;
  return (
    <div>
      <p className={styles['note']} data-good={verify.ok || undefined} data-bad={!verify.ok || undefined}>
        {verify.ok ? <IconCircleCheck {...shape} /> : <IconAlertOctagon {...shape} />}
        <span>
          {verify.ok
            ? t(texts.verified)
            : `${t(texts.faulty, { count: verify.problems.length })} ${verify.problems.map((problem) => say(problem).what).join(' ')}`}
        </span>
      </p>
      {originals.named > 0 ? (
        <p className={styles['note']}>
          <IconInfoCircle {...shape} />
          <span>{t(texts.originals, originals)}</span>
        </p>
      ) : null}
      {series.length > 0 ? (
        <p className={styles['note']}>
          <IconInfoCircle {...shape} />
          <span>
            {t(texts.last)} : <span className="num">{series.map((one) => one.lastNumber).join(', ')}</span>
          </span>
        </p>
      ) : null}
      {olderVersion ? (
        <p className={styles['note']}>
          <IconInfoCircle {...shape} />
          <span>{t(texts.older)}</span>
        </p>
      ) : null}
      {present?.error ? (
        <p className={styles['note']} data-bad>
          <IconAlertOctagon {...shape} />
          <span>{t(texts.presentDamaged, { reason: say(present.error).what })}</span>
        </p>
      ) : null}
    </div>
  );
}
