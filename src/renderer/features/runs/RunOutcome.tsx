/** A run that is issued: its numbers and sums, its documents, and where they lie. */

import { Button } from '@mantine/core';
import {
  IconCircleCheck,
  IconExternalLink,
  IconFileSpreadsheet,
  IconFileTypePdf,
  IconFolder,
} from '@tabler/icons-react';
import type { RunDetail } from '#shared/contract/runs.ts';
import { numberRanges } from '#shared/format/number-range.ts';
import { runsTexts } from '#shared/messages/ui/runs.ts';
import { toErrorShape } from '#shared/model/error.ts';
import { shell } from '../../api/bridge.ts';
import { isLive, resumeJob, useJob } from '../../api/jobs.ts';
import { money } from '../../app/format.ts';
import { useErrorSentences, useLanguage, useText } from '../../app/i18n.tsx';
import { go } from '../../app/routes.ts';
import { useWritable } from '../../app/session.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import { toast } from '../../components/toast.tsx';
import { showInvoicesOf } from '../invoices/store.ts';
import css from './runs.module.css';
import { resultOf, useRunJob } from './useRunJob.ts';

export function RunOutcome({ run }: { run: RunDetail }) {
  const t = useText();
  const language = useLanguage();
  const say = useErrorSentences();
  const writable = useWritable();
  const produce = useJob('run.produce');
  const job = useRunJob('run.produce', run.id);
  const issued = resultOf('run.finalise', useRunJob('run.finalise', run.id));
  const produced = resultOf('run.produce', job);
  const folder = produced?.folder ?? run.folder;
  // The folder is known from the start of the work; its documents only at its end.
  const busy = job !== null && (isLive(job) || job.status === 'interrupted');
  const complete = folder !== null && !busy;
  const choose = async (): Promise<void> => {
    try {
      const chosen = await shell('dialog.folder', {});
      if (chosen !== null) await produce.start({ runId: run.id, folder: chosen });
    } catch (error) {
      toast({ message: say(toErrorShape(error)).what, tone: 'warning' });
    }
  };
  const totals = [...run.approvedTotals].sort((a, b) => b.count - a.count);
  const open = (path: string): void => {
    shell('desktop.open', { path }).catch((error: unknown) =>
      toast({ message: say(toErrorShape(error)).what, tone: 'warning' }),
    );
  };

  return (
    <div className={css['centre']}>
      <div className={css['outcome']}>
        <div>
          <h2>
            <IconCircleCheck size={24} stroke={1.6} aria-hidden="true" />
            {!complete
              ? t(runsTexts.issuedTitle, { count: run.invoices })
              : produced === null
                ? t(runsTexts.producedTitleAny)
                : t(runsTexts.producedTitle, { count: produced.files })}
          </h2>
          <p className="muted">
            {!complete ? t(runsTexts.issuedText) : `${t(runsTexts.issuedTitle, { count: run.invoices })}.`}
            {issued === null || issued.numbers.length === 0
              ? ''
              : ` ${t(runsTexts.numbersGiven, { numbers: numberRanges(issued.numbers) })}`}
          </p>
          {issued !== null && issued.released > 0 ? (
            <p className="muted">{t(runsTexts.released, { count: issued.released })}</p>
          ) : null}
        </div>
        <dl className={css['sums']}>
          {totals.map((one) => (
            <div key={one.currency}>
              <dt>{t(runsTexts.documentCount, { count: one.count })}</dt>
              <dd className="muted">{money(one.net, one.currency, language)}</dd>
              <dd className="strong">{money(one.gross, one.currency, language)}</dd>
            </div>
          ))}
        </dl>
        {produce.error === null ? null : <ErrorPanel variant="inline" error={produce.error} />}
        {job !== null && isLive(job) ? (
          <JobProgress job={job} title={t(runsTexts.producingTitle)} />
        ) : job !== null && job.status === 'interrupted' ? (
          <div className={css['work']}>
            <p>{t(runsTexts.interruptedText)}</p>
            <div>
              <Button variant="filled" onClick={() => void resumeJob(job.id)}>
                {t(runsTexts.resume)}
              </Button>
            </div>
          </div>
        ) : folder === null ? (
          <>
            <p className="muted">{t(runsTexts.produceHint)}</p>
            <div className="row">
              <Button variant="filled" disabled={!writable} loading={produce.running} onClick={() => void choose()}>
                {t(runsTexts.produce, { count: run.invoices })}
              </Button>
              <SeeInvoices run={run} />
            </div>
          </>
        ) : (
          <>
            <p className={css['path']}>{folder}</p>
            <div className={css['opens']}>
              <Button variant="filled" leftSection={<IconFolder size={16} stroke={1.6} />} onClick={() => open(folder)}>
                {t(runsTexts.openFolder)}
              </Button>
              {produced?.merged == null ? null : (
                <Button
                  leftSection={<IconFileTypePdf size={16} stroke={1.6} />}
                  onClick={() => open(produced.merged ?? folder)}
                >
                  {t(runsTexts.openMerged)}
                </Button>
              )}
              {produced === null ? null : (
                <Button
                  leftSection={<IconFileSpreadsheet size={16} stroke={1.6} />}
                  onClick={() => open(produced.workbook)}
                >
                  {t(runsTexts.openWorkbook)}
                </Button>
              )}
            </div>
            <div className="row">
              <Button
                variant="subtle"
                data-tone="link"
                disabled={!writable}
                loading={produce.running}
                onClick={() => void choose()}
              >
                {t(runsTexts.produceAgain)}
              </Button>
              <SeeInvoices run={run} />
            </div>
          </>
        )}
      </div>
    </div>
  );
}

function SeeInvoices({ run }: { run: RunDetail }) {
  const t = useText();
  return (
    <Button
      variant="subtle"
      data-tone="link"
      rightSection={<IconExternalLink size={14} stroke={1.6} />}
      onClick={() => {
        showInvoicesOf(run.id, run.name);
        go({ screen: 'invoices' });
      }}
    >
      {t(runsTexts.seeInvoices)}
    </Button>
  );
}
