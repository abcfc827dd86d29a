/** The question before issuing: how many, how much, from which number, dated when, and that it is for good. */
import type { RunDetail } from '#shared/contract/runs.ts';
import { formatDate } from '#shared/format/date.ts';
import { deskTexts } from '#shared/messages/ui/desk.ts';
import { useEngineQuery } from '../../../api/query.ts';
import { money } from '../../../app/format.ts';
import { useLanguage, useText } from '../../../app/i18n.tsx';
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx';
import css from './question.module.css';

interface IssueDialogProps {
  run: RunDetail;
  opened: boolean;
  busy: boolean;
  onClose(): void;
  onIssue(): void;
}

export function IssueDialog({ run, opened, busy, onClose, onIssue }: IssueDialogProps) {
  const t = useText();
  const language = useLanguage();
  const series = useEngineQuery('series.list', {}, { enabled: opened }).data ?? [];
  const example = series.find((one) => one.id === run.seriesId)?.example ?? null;
  const count = run.approvedTotals.reduce((sum, one) => sum + one.count, 0);
  const totals = [...run.approvedTotals].sort((a, b) => b.count - a.count);
  const rest = run.counts.open + run.counts.held;
  return (
    <ConfirmDialog
      opened={opened}
      title={t(deskTexts.issueTitle, { count })}
      tone="primary"
      busy={busy}
      safeLabel={t(deskTexts.issueNo)}
      actLabel={t(deskTexts.issueYes, { count })}
      onSafe={onClose}
      onAct={onIssue}
      lost={
        <dl className={css['question']}>
          {totals.map((one) => (
            <div key={one.currency}>
              <dt>{t(deskTexts.issueSumRow, { count: one.count })}</dt>
              <dd>
                <b>{money(one.gross, one.currency, language)}</b>
              </dd>
            </div>
          ))}
          <div>
            <dt>{t(deskTexts.issueDate)}</dt>
            <dd>{formatDate(run.issueDate, language, 'long')}</dd>
          </div>
          {example === null ? null : (
            <div>
              <dt>{t(deskTexts.issueFirst)}</dt>
              <dd>{t(deskTexts.issueFirstText, { example })}</dd>
            </div>
          )}
          {rest === 0 ? null : (
            <div>
              <dt>{t(deskTexts.issueRest)}</dt>
              <dd>{t(deskTexts.issueRestText, { count: rest })}</dd>
            </div>
          )}
        </dl>
      }
      stays={t(deskTexts.issueFinal)}
    />
  );
}
