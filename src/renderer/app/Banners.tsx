/** What the whole window must know: the engine stopped, only reading is possible, the file is an older copy. */
import { ActionIcon, Button, Textarea } from '@mantine/core';
import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconEye,
  IconFileCheck,
  IconRotateClockwise,
  IconX,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { CompanySummary } from '#shared/contract/company.ts';
import { commonTexts, frameTexts } from '#shared/messages/ui/common.ts';
import { useEngineCommand, useEngineQuery } from '../api/query.ts';
import { ConfirmDialog } from '../components/ConfirmDialog.tsx';
import { ErrorPanel } from '../components/ErrorPanel.tsx';
import { toast } from '../components/toast.tsx';
import { openCompany, useDesk } from './commands.ts';
import styles from './frame.module.css';
import { useErrorSentences, useText } from './i18n.tsx';
import { dismissEngineNotice, useSession } from './session.ts';

interface BannerProps {
  tone: 'plain' | 'warning' | 'error';
  icon: ReactNode;
  title: string;
  body: string;
  actions?: ReactNode;
}
const Banner = ({ tone, icon, title, body, actions }: BannerProps) => (
  <div className={styles['banner']} data-tone={tone} role="status">
    {icon}
    <p>
      <b>{title}</b>
      <span>{body}</span>
    </p>
    {actions}
  </div>
);
const shape = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

function EngineBanner() {
  const t = useText();
  const say = useErrorSentences();
  const { engine, company } = useSession();
  if (engine.status === 'ready') return null;
  if (engine.status === 'stopped') {
    return (
      <Banner
        tone="warning"
        icon={<IconRotateClockwise {...shape} />}
        title={t(frameTexts.engineStopped)}
        body={t(frameTexts.engineStoppedBody)}
      />
    );
  }
  const close = (
    <ActionIcon aria-label={t(commonTexts.close)} onClick={dismissEngineNotice}>
      <IconX {...shape} />
    </ActionIcon>
  );
  if (engine.reopened || !engine.error) {
    return (
      <Banner
        tone="warning"
        icon={<IconRotateClockwise {...shape} />}
        title={t(frameTexts.engineRestarted)}
        body={t(frameTexts.engineRestartedBody)}
        actions={close}
      />
    );
  }
  const { what, remedy } = say(engine.error);
  return (
    <Banner
      tone="error"
      icon={<IconAlertOctagon {...shape} />}
      title={t(frameTexts.engineNotReopened)}
      body={`${what} ${remedy}`}
      actions={
        <>
          {company ? (
            <Button size="xs" onClick={() => void openCompany(company.path)}>
              {t(frameTexts.reopen)}
            </Button>
          ) : null}
          {close}
        </>
      }
    />
  );
}

function RestoredCopyBanner({ copy }: { copy: NonNullable<CompanySummary['restoredCopy']> }) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const accept = useEngineCommand('company.acceptRestoredCopy');
  const shownNumbers = copy.missingNumbers.slice(0, 40);
  const others = copy.missingNumbers.length - shownNumbers.length;
  return (
    <>
      <Banner
        tone="warning"
        icon={<IconAlertTriangle {...shape} />}
        title={t(copy.knownDocuments === null ? frameTexts.headUnreadable : frameTexts.restoredCopy)}
        body={
          copy.knownDocuments === null
            ? t(frameTexts.headUnreadableBody, { file: copy.fileDocuments })
            : t(frameTexts.restoredCopyBody, { known: copy.knownDocuments, file: copy.fileDocuments })
        }
        actions={
          <Button size="xs" onClick={() => setAsking(true)}>
            {t(frameTexts.restoredCopyAct)}
          </Button>
        }
      />
      <ConfirmDialog
        opened={asking}
        title={t(frameTexts.restoredTitle)}
        lost={t(frameTexts.restoredLost)}
        stays={t(frameTexts.restoredStay)}
        safeLabel={t(frameTexts.restoredKeep)}
        actLabel={t(frameTexts.restoredAccept)}
        tone="primary"
        busy={accept.isPending}
        disabled={reason.trim().length < 3}
        onSafe={() => setAsking(false)}
        onAct={() =>
          accept.mutate(
            { reason: reason.trim() },
            {
              onSuccess: () => {
                setAsking(false);
                toast({ message: t(frameTexts.restoredDone) });
              },
            },
          )
        }
      >
        {shownNumbers.length > 0 ? (
          <p className={`${styles['numbers']} num`}>
            {shownNumbers.map((number) => (
              <span key={number}>{number}</span>
            ))}
            {others > 0 ? <span className="faint">{t(frameTexts.missingMore, { count: others })}</span> : null}
          </p>
        ) : null}
        <Textarea
          label={t(frameTexts.restoredReason)}
          description={t(frameTexts.restoredReasonHint)}
          inputWrapperOrder={['label', 'input', 'description']}
          rows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {accept.error ? <ErrorPanel variant="inline" error={accept.error} /> : null}
      </ConfirmDialog>
    </>
  );
}

/** What the engine warned of when it opened the file: a network drive, a folder that another program keeps in step. */
function OpeningWarnings() {
  const t = useText();
  const say = useErrorSentences();
  const company = useSession((s) => s.company);
  const [closed, setClosed] = useState<string | null>(null);
  if (!company || closed === company.path) return null;
  const readOnly = company.access === 'read-only';
  const warnings = company.warnings.map((warning) => say(warning));
  if (!readOnly && warnings.length === 0) return null;
  const told = warnings.map(({ what, means }) => `${what} ${means}`).join(' ');
  return (
    <Banner
      tone={readOnly ? 'plain' : 'warning'}
      icon={readOnly ? <IconEye {...shape} /> : <IconAlertTriangle {...shape} />}
      title={readOnly ? t(frameTexts.readOnly) : (warnings[0]?.what ?? '')}
      body={
        readOnly
          ? told || t(frameTexts.readOnlyBody)
          : warnings.map(({ means, remedy }) => `${means} ${remedy}`).join(' ')
      }
      actions={
        readOnly ? undefined : (
          <ActionIcon aria-label={t(commonTexts.close)} onClick={() => setClosed(company.path)}>
            <IconX {...shape} />
          </ActionIcon>
        )
      }
    />
  );
}

/** The file came from an older Liasse: where its copy lies. */
function MigratedNotice() {
  const t = useText();
  const company = useSession((s) => s.company);
  const [closed, setClosed] = useState<string | null>(null);
  if (!company?.migratedFrom || closed === company.path) return null;
  return (
    <Banner
      tone="plain"
      icon={<IconFileCheck {...shape} />}
      title={t(frameTexts.migrated)}
      body={t(frameTexts.migratedBody, { path: company.migratedFrom.backupPath })}
      actions={
        <ActionIcon aria-label={t(commonTexts.close)} onClick={() => setClosed(company.path)}>
          <IconX {...shape} />
        </ActionIcon>
      }
    />
  );
}

/** Opening another company failed while one is open: said above the screen, which stays as it is. */
function OpenFailure() {
  const t = useText();
  const failure = useDesk((s) => s.failure);
  const company = useSession((s) => s.company);
  const creating = useDesk((s) => s.creating);
  const say = useErrorSentences();
  if (!failure || !company || creating) return null;
  const { what, remedy } = say(failure.error);
  return (
    <Banner
      tone="error"
      icon={<IconAlertOctagon {...shape} />}
      title={what}
      body={remedy}
      actions={
        <ActionIcon aria-label={t(commonTexts.close)} onClick={() => useDesk.setState({ failure: null })}>
          <IconX {...shape} />
        </ActionIcon>
      }
    />
  );
}

export function Banners() {
  const company = useSession((s) => s.company);
  return (
    <>
      <EngineBanner />
      <OpenFailure />
      {company ? <CompanyBanners /> : null}
    </>
  );
}

function CompanyBanners() {
  const copy = useEngineQuery('company.summary', {}).data?.restoredCopy ?? null;
  return (
    <>
      <OpeningWarnings />
      <MigratedNotice />
      {copy ? <RestoredCopyBanner copy={copy} /> : null}
    </>
  );
}
