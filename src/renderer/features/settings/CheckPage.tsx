/** Reads everything again and says whether it agrees: documents, seals, lines, sums. */
import { Button } from '@mantine/core';
import { IconAlertOctagon, IconCircleCheck, IconShieldCheck } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { VerifyReport } from '#shared/contract/company.ts';
import { settingsTexts as texts } from '#shared/messages/ui/settings.ts';
import { useJob, useJobs } from '../../api/jobs.ts';
import { whole } from '../../app/format.ts';
import { useErrorSentences, useLanguage, useText } from '../../app/i18n.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import report from './report.module.css';
import styles from './settings.module.css';

export function CheckPage() {
  const t = useText();
  const check = useJob('company.verify');
  // The last check done in this session stays to be read when one comes back to the page.
  const last = useJobs((s) =>
    Object.values(s.jobs)
      .filter((job) => job.name === 'company.verify' && job.status === 'done' && job.result !== null)
      .sort((a, b) => (b.endedAt ?? '').localeCompare(a.endedAt ?? ''))
      .at(0),
  );
  const dismiss = useJobs((s) => s.dismiss);
  const doneId = check.result && check.job ? check.job.id : null;
  useEffect(() => {
    if (doneId !== null) dismiss(doneId);
  }, [doneId, dismiss]);
  // The contract's result of a job of this name.
  const result = check.result ?? (check.running ? null : ((last?.result as VerifyReport | undefined) ?? null));
  return (
    <div className={styles['formPage']}>
      <header className={styles['pageHead']}>
        <h1>{t(texts.check)}</h1>
        <div className="grow" />
        <Button
          variant="filled"
          disabled={check.running}
          leftSection={<IconShieldCheck size={16} stroke={1.6} aria-hidden />}
          onClick={() => void check.start({})}
        >
          {t(result ? texts.checkAgain : texts.checkAct)}
        </Button>
      </header>
      <div className={styles['scroll']}>
        <p className={styles['lead']}>{t(texts.checkLead)}</p>
        {check.error ? <ErrorPanel variant="inline" title={t(texts.checkFailed)} error={check.error} /> : null}
        {check.running && check.job ? (
          <div className={report['progress']}>
            <JobProgress job={check.job} />
          </div>
        ) : null}
        {result ? <Report report={result} /> : null}
      </div>
    </div>
  );
}

function Report({ report: { ok, documents, lines, problems, totals, lineBalance } }: { report: VerifyReport }) {
  const t = useText();
  const say = useErrorSentences();
  const language = useLanguage();
  const parts = ['imported', 'open', 'inDrafts', 'billed', 'held', 'excluded'] as const;
  return (
    <div className={report['report']}>
      <div className={report['verdict']} data-ok={ok || undefined} role="status">
        {ok ? (
          <IconCircleCheck size={20} stroke={1.6} aria-hidden />
        ) : (
          <IconAlertOctagon size={20} stroke={1.6} aria-hidden />
        )}
        <div>
          <b>{ok ? t(texts.checkGood) : t(texts.checkBad, { count: problems.length })}</b>
          <p>{t(texts.checkGoodBody, { documents, lines })}</p>
        </div>
      </div>
      {problems.length > 0 ? (
        <ul className={report['problems']}>
          {problems.slice(0, 200).map((problem) => {
            const { what, remedy } = say(problem);
            return (
              <li key={`${problem.code} ${what}`}>
                {what} <span className="muted">{remedy}</span>
              </li>
            );
          })}
        </ul>
      ) : null}
      {totals.length > 0 ? (
        <>
          <h2>{t(texts.totals)}</h2>
          <table className={report['table']}>
            <thead>
              <tr>
                <th scope="col" aria-label={t(texts.totals)} />
                <th scope="col">{t(texts.invoices)}</th>
                <th scope="col">{t(texts.creditNotes)}</th>
                <th scope="col">{t(texts.net)}</th>
                <th scope="col">{t(texts.tax)}</th>
                <th scope="col">{t(texts.gross)}</th>
              </tr>
            </thead>
            <tbody>
              {totals.map((row) => (
                <tr key={row.currency}>
                  <th scope="row">{row.currency}</th>
                  <td>{whole(row.invoices, language)}</td>
                  <td>{whole(row.creditNotes, language)}</td>
                  <td>
                    <MoneyText minor={row.net} currency={row.currency} />
                  </td>
                  <td>
                    <MoneyText minor={row.tax} currency={row.currency} />
                  </td>
                  <td className="strong">
                    <MoneyText minor={row.gross} currency={row.currency} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : null}
      {lineBalance.length > 0 ? (
        <>
          <h2>{t(texts.balance)}</h2>
          <p className="faint small">{t(texts.balanceLead)}</p>
          <table className={report['table']}>
            <thead>
              <tr>
                <th scope="col" aria-label={t(texts.balance)} />
                {parts.map((part) => (
                  <th key={part} scope="col">
                    {t(texts[part])}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lineBalance.map((row) => (
                <tr key={row.currency ?? ''}>
                  <th scope="row">{row.currency ?? t(texts.noCurrency)}</th>
                  {parts.map((part) => (
                    <td key={part} className={part === 'imported' ? 'strong' : undefined}>
                      {whole(row[part].count, language)}
                      <small>
                        {row.currency === null ? null : <MoneyText minor={row[part].amount} currency={row.currency} />}
                      </small>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : null}
    </div>
  );
}
