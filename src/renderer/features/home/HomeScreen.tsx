/** What needs a person today: a list by urgency, each with its number and its act; quiet when there is nothing. */
import { Button } from '@mantine/core';
import {
  IconArrowNarrowRight,
  IconCircleCheck,
  IconCircleDashed,
  IconFileImport,
  IconLayoutList,
  IconLock,
  IconPlus,
} from '@tabler/icons-react';
import type { CompanySummary, HomeToday } from '#shared/contract/company.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { homeTexts as texts } from '#shared/messages/ui/home.ts';
import type { CurrencyCode } from '#shared/model/values.ts';
import { isLive, useJobs } from '../../api/jobs.ts';
import { useEngineQuery } from '../../api/query.ts';
import { fullDate, instant, ownFirst } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import { go } from '../../app/routes.ts';
import { useWritable } from '../../app/session.ts';
import { auditIcon, useAuditSentence } from '../../components/audit.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { Kbd, mod } from '../../components/Kbd.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import styles from './home.module.css';
import { Issued } from './Issued.tsx';
import { PointList } from './PointList.tsx';
import { shapes } from './points.ts';

/** Open, in review and issued amounts by currency. */
function State({ amounts, own }: Pick<CompanySummary, 'amounts'> & { own: CurrencyCode }) {
  const t = useText();
  if (amounts.every((a) => a.openLines === 0 && a.drafts === 0 && a.issuedThisMonth === 0)) return null;
  const cells = [
    { key: 'openLines', icon: IconLayoutList, tone: 'draft', label: texts.openLines, tax: texts.net },
    { key: 'drafts', icon: IconCircleDashed, tone: 'brand', label: texts.drafts, tax: texts.gross },
    { key: 'issuedThisMonth', icon: IconLock, tone: 'paid', label: texts.issued, tax: texts.gross },
  ] as const;
  return (
    <section className={styles['state']} aria-label={t(texts.stateLabel)}>
      {cells.map(({ key, icon: IconShape, tone, label, tax }) => {
        const there = ownFirst(amounts, own).filter((a) => a[key] !== 0);
        return (
          <div key={key} className={styles['cell']}>
            <span className={styles['cellHead']}>
              <IconShape size={15} stroke={1.6} data-tone={tone} aria-hidden />
              {t(label)} <span className="faint">{t(tax)}</span>
            </span>
            <ul>
              {there.length === 0 ? (
                <li data-nothing>
                  <MoneyText minor={0} currency={own} />
                </li>
              ) : null}
              {there.map((a) => (
                <li key={a.currency}>
                  <MoneyText minor={a[key]} currency={a.currency} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

function Latest({ recent }: Pick<CompanySummary, 'recent'>) {
  const t = useText();
  const language = useLanguage();
  const sentence = useAuditSentence();
  return (
    <section>
      <h2>{t(texts.latest)}</h2>
      {recent.length === 0 ? <p className="faint small">{t(commonTexts.noHistory)}</p> : null}
      <ol className={styles['log']}>
        {recent.slice(0, 10).map((entry) => {
          const IconShape = auditIcon(entry.action);
          const words = sentence(entry);
          return (
            <li key={`${entry.at} ${entry.action} ${words}`}>
              <time dateTime={entry.at}>{instant(entry.at, language)}</time>
              <IconShape size={14} stroke={1.75} aria-hidden />
              <span className="ellipsis" title={`${words}, ${entry.actor}`}>
                {words}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Skeleton() {
  const t = useText();
  return (
    <div role="status" className={styles['loading']} aria-busy="true" aria-label={t(commonTexts.loading)}>
      <i className="skeleton" style={{ width: 220, height: 16 }} />
      <i className="skeleton" style={{ height: 88, borderRadius: 8 }} />
      {[72, 64, 80, 58].map((width) => (
        <i key={width} className="skeleton" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}

export function HomeScreen() {
  const t = useText();
  const summary = useEngineQuery('company.summary', {});
  const home = useEngineQuery('home.today', {});
  const error = summary.error ?? home.error;
  if (error && !(summary.data && home.data))
    return (
      <ErrorPanel
        error={error}
        actions={
          <Button
            onClick={() => {
              void summary.refetch();
              void home.refetch();
            }}
          >
            {t(commonTexts.retry)}
          </Button>
        }
      />
    );
  if (!summary.data || !home.data) return <Skeleton />;
  return <Home summary={summary.data} home={home.data} />;
}

const arrow = <IconArrowNarrowRight size={16} stroke={1.6} aria-hidden />;

/** The one primary act: the run that somebody is at, the lines that wait, or a file to bring in. */
function NextAct({ home, fresh }: { home: HomeToday; fresh: boolean }) {
  const t = useText();
  const writable = useWritable();
  const run = home.points.find(({ code }) => code.startsWith('run_'));
  const lines = home.points.some(({ code }) => code === 'lines_open' || code === 'lines_old');
  if (run)
    return (
      <Button variant="filled" rightSection={arrow} onClick={() => shapes[run.code].onAct(run)}>
        {t(texts.openRun, { name: String(run.params['name'] ?? '') })}
      </Button>
    );
  if (lines)
    return (
      <Button
        variant="filled"
        disabled={!writable}
        rightSection={arrow}
        onClick={() => go({ screen: 'runs', create: true })}
      >
        {t(texts.makeRun)}
      </Button>
    );
  if (fresh) return null;
  return (
    <Button variant="filled" disabled={!writable} onClick={() => go({ screen: 'import' })}>
      {t(texts.importFile)}
    </Button>
  );
}

function Home({ summary, home }: { summary: CompanySummary; home: HomeToday }) {
  const t = useText();
  const language = useLanguage();
  const writable = useWritable();
  const { counts, company } = summary;
  const { first } = home;
  const fresh = !first.issued && !first.runs;
  // The first steps say already that lines wait for a run.
  const points = home.points.filter(({ code }) => !fresh || (code !== 'lines_open' && code !== 'lines_old'));
  const importing = useJobs((s) => Object.values(s.jobs).some((job) => job.name === 'import.commit' && isLive(job)));
  return (
    <div className={styles['home']}>
      <header className={styles['head']}>
        <h1>{fullDate(home.today, language)}</h1>
        <div className="row">
          <Button
            leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
            rightSection={<Kbd keys={`${mod} N`} aside />}
            disabled={!writable}
            onClick={() => go({ screen: 'invoice-new' })}
          >
            {t(texts.newInvoice)}
          </Button>
          <NextAct home={home} fresh={fresh} />
        </div>
      </header>
      <State amounts={summary.amounts} own={company.currency} />
      <div className={styles['columns']}>
        <section className={styles['todo']}>
          {fresh ? <FirstSteps first={first} counts={counts} /> : null}
          {importing && points.length === 0 ? (
            <EmptyState icon={IconFileImport} title={t(texts.importing)} body={t(texts.importingBody)} />
          ) : points.length > 0 ? (
            <>
              <div className={styles['sectionHead']}>
                <h2>{t(texts.todo)}</h2>
                <span className="faint small">{t(texts.todoCount, { count: points.length })}</span>
              </div>
              <PointList
                title={texts.blocking}
                points={points.filter(({ urgency }) => urgency === 'blocking')}
                own={company.currency}
              />
              <PointList
                title={texts.today}
                points={points.filter(({ urgency }) => urgency === 'today')}
                own={company.currency}
              />
              <PointList
                title={texts.later}
                points={points.filter(({ urgency }) => urgency === 'later')}
                own={company.currency}
              />
            </>
          ) : fresh ? null : (
            <EmptyState icon={IconCircleCheck} title={t(texts.nothing)} body={t(texts.nothingBody)} />
          )}
        </section>
        <aside className={styles['side']}>
          {first.issued ? <Issued home={home} own={company.currency} /> : null}
          <section>
            <h2>{t(texts.records)}</h2>
            <ul className={styles['records']}>
              <li>
                <button type="button" onClick={() => go({ screen: 'customers' })}>
                  {t(texts.customers, { count: counts.customers })}
                </button>
              </li>
              <li>
                <button type="button" onClick={() => go({ screen: 'products' })}>
                  {t(texts.products, { count: counts.products })}
                </button>
              </li>
              <li>
                <button type="button" onClick={() => go({ screen: 'invoices' })}>
                  {t(texts.invoices, { count: counts.invoices })}
                </button>
              </li>
            </ul>
          </section>
          <Latest recent={summary.recent} />
        </aside>
      </div>
    </div>
  );
}
