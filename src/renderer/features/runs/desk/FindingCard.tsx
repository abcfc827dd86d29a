/** One finding of a draft: what it says, and what can be done about it. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DraftRow, RunDetail } from '#shared/contract/runs.ts';
import { deskTexts } from '#shared/messages/ui/desk.ts';
import type { Finding } from '#shared/model/finding.ts';
import { useText } from '../../../app/i18n.tsx';
import { go } from '../../../app/routes.ts';
import { StatusIcon } from '../../../components/StatusIcon.tsx';
import { mendAt, useFindingWords } from '../findings.ts';
import type { Decisions } from './decisions.ts';
import css from './desk.module.css';
import { ReasonForm } from './ReasonForm.tsx';

interface FindingCardProps {
  finding: Finding;
  row: DraftRow;
  run: RunDetail;
  writable: boolean;
  decisions: Decisions;
  onHold(): void;
}

export function FindingCard({ finding, row, run, writable, decisions, onHold }: FindingCardProps) {
  const t = useText();
  const words = useFindingWords()(finding.check, finding.params);
  const [asking, setAsking] = useState(false);
  const group = run.findings.find((one) => one.check === finding.check);
  const alike = group === undefined ? 0 : group.drafts - group.accepted;
  const acceptable =
    finding.accepted === null && finding.level !== 'note' && (group?.acceptable ?? finding.level !== 'error');
  const open = row.status !== 'finalised' && writable;
  const mend = mendAt(finding.check, row.customerId);

  return (
    <div className={css['finding']} data-accepted={finding.accepted !== null || undefined}>
      <StatusIcon
        state={finding.accepted === null ? finding.level : 'clean'}
        label={t(deskTexts[`level.${finding.level}`])}
        iconOnly
        size={16}
      />
      <div className="grow">
        <b>{words.title}</b>
        {words.text === '' ? null : <p>{words.text}</p>}
        {finding.accepted === null ? null : <p>{t(deskTexts.acceptedBy, { reason: finding.accepted.reason })}</p>}
        {finding.accepted === null && finding.level === 'error' && !acceptable ? (
          <p>{t(deskTexts.blocksText)}</p>
        ) : null}
        {asking ? (
          <ReasonForm
            title={t(deskTexts.acceptTitle)}
            label={t(deskTexts.acceptReason)}
            least={3}
            submit={t(deskTexts.acceptHere)}
            busy={decisions.busy}
            onCancel={() => setAsking(false)}
            onSubmit={(reason) => void decisions.accept(finding.check, row.id, reason).then((done) => setAsking(!done))}
            {...(alike > 1
              ? {
                  other: (reason: string, enough: boolean) => (
                    <Button
                      size="xs"
                      disabled={!enough || decisions.busy}
                      onClick={() =>
                        void decisions.accept(finding.check, null, reason).then((done) => setAsking(!done))
                      }
                    >
                      {t(deskTexts.acceptAlike, { count: alike })}
                    </Button>
                  ),
                }
              : {})}
          />
        ) : open && finding.accepted === null && finding.level !== 'note' ? (
          <div className={css['findingActs']}>
            {acceptable ? (
              <Button size="xs" onClick={() => setAsking(true)}>
                {t(deskTexts.isNormal)}
              </Button>
            ) : null}
            {mend === null ? null : (
              <Button size="xs" variant={acceptable ? 'subtle' : 'default'} data-tone="link" onClick={() => go(mend)}>
                {words.remedy}
              </Button>
            )}
            <Button size="xs" variant="subtle" data-tone="link" onClick={onHold}>
              {t(deskTexts.hold)}
            </Button>
          </div>
        ) : null}
      </div>
    </div>
  );
}
