/** Settings, personal data: what would be emptied now, what the law keeps and until when, then the act, confirmed by hand. */
import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Input } from '#shared/contract/index.ts';
import type { ErasurePreview } from '#shared/contract/safety.ts';
import { formatDate } from '#shared/format/date.ts';
import { erasedTexts } from '#shared/messages/cli-safety.ts';
import { erasureTexts as texts } from '#shared/messages/ui/safety.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { useJob, useJobs } from '../../api/jobs.ts';
import { useEngineQuery } from '../../api/query.ts';
import { instant, whole } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import { useWritable } from '../../app/session.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import settings from '../settings/settings.module.css';
import { State } from './State.tsx';
import styles from './safety.module.css';

const SHOWN = 30;

export function ErasurePage() {
  const t = useText();
  const [search, setSearch] = useState('');
  const [customerId, setCustomerId] = useState<CustomerId | null>(null);
  const { data: found } = useEngineQuery('customer.list', {
    filter: { search: search.split(' · ')[0] ?? '', state: 'all' },
    limit: SHOWN,
  });
  const preview = useEngineQuery(
    'erasure.preview',
    { customerId: customerId ?? ('' as CustomerId) }, // not asked while none is chosen
    { enabled: customerId !== null, keepPrevious: false },
  );
  const rows = found?.rows ?? [];
  const erasure = useJob('erasure.run');
  const dismiss = useJobs((s) => s.dismiss);
  const { result } = erasure;
  const doneId = result && erasure.job ? erasure.job.id : null;
  useEffect(() => {
    if (doneId === null) return;
    // Its outcome stands on this page; the name goes from it as well.
    dismiss(doneId);
    setSearch('');
    setCustomerId(null);
  }, [doneId, dismiss]);
  const tables = result?.leftovers.map(({ table, rows: count }) => `${table} (${count})`).join(', ') ?? '';
  return (
    <div className={settings['formPage']}>
      <header className={settings['pageHead']}>
        <h1>{t(texts.title)}</h1>
      </header>
      <div className={settings['scroll']}>
        <p className={settings['lead']}>{t(texts.lead)}</p>
        {erasure.error ? <ErrorPanel variant="inline" error={erasure.error} /> : null}
        {erasure.running && erasure.job ? (
          <div className={styles['progress']}>
            <JobProgress job={erasure.job} />
          </div>
        ) : null}
        {result && customerId === null ? (
          <State
            tone={tables === '' ? 'good' : 'warning'}
            title={t(texts.done)}
            body={`${t(texts.doneBody, { erased: result.documentsErased, kept: result.documentsKept })}${
              tables === '' ? '' : ` ${t(texts.leftovers, { tables })}`
            }`}
          />
        ) : null}
        <Select
          label={t(texts.customer)}
          placeholder={t(texts.find)}
          maw={420}
          mb="lg"
          searchable
          searchValue={search}
          onSearchChange={setSearch}
          nothingFoundMessage={t(texts.noMatch)}
          // The engine has searched: names by their words, with or without accents.
          filter={({ options }) => options}
          data={rows.map((row) => ({ value: row.id, label: `${row.code} · ${row.name ?? ''}` }))}
          value={customerId}
          onChange={(value) => setCustomerId(rows.find((row) => row.id === value)?.id ?? null)}
        />
        {customerId === null ? <p className="faint">{t(texts.choose)}</p> : null}
        {preview.error ? <ErrorPanel variant="inline" error={preview.error} /> : null}
        {customerId !== null && preview.data ? (
          <Plan
            key={preview.data.customerId}
            preview={preview.data}
            busy={erasure.running}
            onErase={(input) => void erasure.start(input)}
          />
        ) : null}
      </div>
    </div>
  );
}

interface PlanProps {
  preview: ErasurePreview;
  busy: boolean;
  onErase: (input: Input<'erasure.run'>) => void;
}

function Plan({ preview, busy, onErase }: PlanProps) {
  const t = useText();
  const language = useLanguage();
  const writable = useWritable('erasure.run');
  const [asking, setAsking] = useState(false);
  const [documents, setDocuments] = useState(false);
  const { blockers, erased, keptTotal, keptUntil, expiredTotal, rule, backups, erasedAt } = preview;
  const blocked = blockers.openLines + blockers.drafts > 0;
  return (
    <>
      {erasedAt ? <State tone="plain" title={t(texts.already, { at: instant(erasedAt, language) })} /> : null}
      {blocked ? (
        <State tone="warning" title={t(texts.blocked, { lines: blockers.openLines, drafts: blockers.drafts })} />
      ) : null}
      <div className={styles['columns']}>
        <section className={styles['section']}>
          <h2>{t(texts.now)}</h2>
          <ul className={styles['plain']}>
            {erased.map(({ what, count }) => (
              <li key={what}>
                <span>{t(erasedTexts[what])}</span>
                <span className="num">{whole(count, language)}</span>
              </li>
            ))}
          </ul>
        </section>
        <section className={styles['section']}>
          <h2>{t(texts.law)}</h2>
          <p>
            {keptTotal === 0
              ? t(texts.lawNone)
              : t(texts.until, { count: keptTotal, until: formatDate(keptUntil ?? '', language, 'long') })}
          </p>
          <p className={styles['hint']}>{t(texts.lawRule, { years: rule.years, source: rule.source })}</p>
          {expiredTotal > 0 ? (
            <Checkbox
              mt="md"
              checked={documents}
              label={t(texts.expired, { count: expiredTotal })}
              description={t(texts.expiredHint)}
              onChange={(event) => setDocuments(event.currentTarget.checked)}
            />
          ) : null}
          <h2 style={{ marginTop: 'var(--s-5)' }}>{t(texts.untouched)}</h2>
          <ul className={styles['plain']}>
            {backups > 0 ? <li>{t(texts.backups, { count: backups })}</li> : null}
            <li>{t(texts.files)}</li>
          </ul>
        </section>
      </div>
      <Button
        variant="danger"
        mt="lg"
        disabled={blocked || !writable || busy || (erasedAt !== null && expiredTotal === 0)}
        onClick={() => setAsking(true)}
      >
        {t(texts.act)}
      </Button>
      <Confirm
        opened={asking}
        preview={preview}
        onSafe={() => setAsking(false)}
        onAct={(typed, reason) => {
          setAsking(false);
          onErase({ customerId: preview.customerId, typed, reason, documents });
        }}
      />
    </>
  );
}

interface ConfirmProps {
  opened: boolean;
  preview: ErasurePreview;
  onSafe: () => void;
  onAct: (typed: string, reason: string) => void;
}

function Confirm({ opened, preview, onSafe, onAct }: ConfirmProps) {
  const t = useText();
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const { code, name, keptTotal, keptUntil } = preview;
  return (
    <ConfirmDialog
      opened={opened}
      title={t(texts.question, { name: name ?? code })}
      lost={t(texts.lost)}
      {...(keptTotal === 0
        ? {}
        : { stays: t(texts.until, { count: keptTotal, until: formatDate(keptUntil ?? '', language, 'long') }) })}
      safeLabel={t(texts.keep)}
      actLabel={t(texts.erase)}
      disabled={typed.trim() !== code || reason.trim().length < 3}
      onSafe={onSafe}
      onAct={() => onAct(typed.trim(), reason.trim())}
    >
      <TextInput
        label={t(texts.type, { code })}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <TextInput
        label={t(texts.reason)}
        description={t(texts.reasonHint)}
        inputWrapperOrder={['label', 'input', 'description']}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
