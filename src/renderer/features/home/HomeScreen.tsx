/** What needs a person today. */
import { Button } from '@mantine/core';
import {
  type Icon,
  IconArrowNarrowRight,
  IconCircleCheck,
  IconCircleDashed,
  IconFileImport,
  IconLayoutList,
  IconLock,
  IconPlayerPause,
  IconPlus,
  IconStack2,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CompanySummary } from '#shared/contract/company.ts';
import type { RunRow } from '#shared/contract/runs.ts';
import type { Text } from '#shared/messages/catalogue.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { homeTexts as texts } from '#shared/messages/ui/home.ts';
import type { CurrencyCode } from '#shared/model/values.ts';
import { isLive, useJobs } from '../../api/jobs.ts';
import { useEngineQuery } from '../../api/query.ts';
import { fullDate, instant, money, ownFirst } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import { go } from '../../app/routes.ts';
import { useWritable } from '../../app/session.ts';
import { auditIcon, useAuditSentence } from '../../components/audit.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { Kbd, mod } from '../../components/Kbd.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import styles from './home.module.css';

/** Runs that somebody has begun and not ended. */
const unfinished = (run: RunRow): boolean => !['closed', 'abandoned'].includes(run.status);

interface Todo {
  key: string;
  icon: Icon;
  tone: 'warning' | 'error' | 'brand';
  title: string;
  hint: string;
  amount?: ReactNode;
  act: string;
  onAct: () => void;
}

function useTodos(summary: CompanySummary, runs: RunRow[]): { blocking: Todo[]; today: Todo[] } {
  const t = useText();
  const language = useLanguage();
  const sums = (values: { currency: string; minor: number }[]) => {
    const used = ownFirst(values, summary.company.currency).filter(({ minor }) => minor !== 0);
    const told = used.slice(0, 3).map(({ currency, minor }) => money(minor, currency, language));
    return [...told, ...(used.length > told.length ? ['…'] : [])].join(' · ');
  };
  const { heldLines, openLines } = summary.counts;
  const blocking: Todo[] = [];
  const today: Todo[] = [];
  if (heldLines > 0) {
    blocking.push({
      key: 'held',
      icon: IconPlayerPause,
      tone: 'warning',
      title: t(texts.held, { count: heldLines }),
      hint: t(texts.heldHint),
      act: t(texts.heldAct),
      onAct: () => go({ screen: 'lines', held: true }),
    });
  }
  for (const run of runs) {
    const { approved, drafts, blocked } = run;
    (blocked > 0 ? blocking : today).push({
      key: run.id,
      icon: IconStack2,
      tone: blocked > 0 ? 'error' : 'brand',
      title: t(texts.run, { name: run.name }),
      hint:
        blocked > 0
          ? t(texts.runBlocked, { count: blocked, approved, drafts })
          : t(texts.runHint, { approved, drafts }),
      amount: sums(run.amounts.map(({ currency, gross }) => ({ currency, minor: gross }))),
      act: t(texts.runAct),
      onAct: () => go({ screen: 'run', id: run.id }),
    });
  }
  if (openLines > 0) {
    today.push({
      key: 'lines',
      icon: IconLayoutList,
      tone: 'brand',
      title: t(texts.lines, { count: openLines }),
      hint: t(texts.linesHint),
      amount: sums(summary.amounts.map((a) => ({ currency: a.currency, minor: a.openLines }))),
      act: t(texts.linesAct),
      onAct: () => go({ screen: 'runs', create: true }),
    });
  }
  return { blocking, today };
}

function TodoList({ title, items }: { title: Text; items: Todo[] }) {
  const t = useText();
  if (items.length === 0) return null;
  return (
    <>
      <h3>{t(title)}</h3>
      <ul>
        {items.map(({ key, icon: IconShape, tone, title: words, hint, amount, act, onAct }) => (
          <li key={key}>
            <IconShape size={20} stroke={1.6} data-tone={tone} aria-hidden />
            <div className="grow">
              <b className="ellipsis">{words}</b>
              <span className="ellipsis">{hint}</span>
            </div>
            {amount ? <span className={`${styles['amount']} num`}>{amount}</span> : null}
            <Button size="xs" className={styles['act'] ?? ''} onClick={onAct}>
              {act}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

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
  const language = useLanguage();
  const writable = useWritable();
  const { data: summary, error, refetch } = useEngineQuery('company.summary', {});
  const runs = useEngineQuery('run.list', { limit: 20 }).data?.rows.filter(unfinished) ?? [];
  if (error && !summary)
    return (
      <ErrorPanel error={error} actions={<Button onClick={() => void refetch()}>{t(commonTexts.retry)}</Button>} />
    );
  if (!summary) return <Skeleton />;
  return <Home summary={summary} runs={runs} writable={writable} day={fullDate(summary.today, language)} />;
}

function Home({
  summary,
  runs,
  writable,
  day,
}: {
  summary: CompanySummary;
  runs: RunRow[];
  writable: boolean;
  day: string;
}) {
  const t = useText();
  const { blocking, today } = useTodos(summary, runs);
  const { counts } = summary;
  const fresh = counts.invoices === 0 && counts.openLines + counts.heldLines === 0 && runs.length === 0;
  const importing = useJobs((s) => Object.values(s.jobs).some((job) => job.name === 'import.commit' && isLive(job)));
  const points = blocking.length + today.length;
  const [run] = runs;
  const newInvoice = (
    <Button
      leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
      rightSection={<Kbd keys={`${mod} N`} aside />}
      disabled={!writable}
      onClick={() => go({ screen: 'invoice-new' })}
    >
      {t(texts.newInvoice)}
    </Button>
  );
  const arrow = <IconArrowNarrowRight size={16} stroke={1.6} aria-hidden />;
  const next = run ? (
    <Button variant="filled" rightSection={arrow} onClick={() => go({ screen: 'run', id: run.id })}>
      {t(texts.openRun, { name: run.name })}
    </Button>
  ) : counts.openLines > 0 ? (
    <Button
      variant="filled"
      disabled={!writable}
      rightSection={arrow}
      onClick={() => go({ screen: 'runs', create: true })}
    >
      {t(texts.makeRun)}
    </Button>
  ) : fresh ? null : (
    <Button variant="filled" disabled={!writable} onClick={() => go({ screen: 'import' })}>
      {t(texts.importFile)}
    </Button>
  );
  return (
    <div className={styles['home']}>
      <header className={styles['head']}>
        <h1>{day}</h1>
        <div className="row">
          {fresh ? null : newInvoice}
          {next}
        </div>
      </header>
      <State amounts={summary.amounts} own={summary.company.currency} />
      <div className={styles['columns']}>
        <section className={styles['todo']}>
          {importing && (fresh || points === 0) ? (
            <EmptyState icon={IconFileImport} title={t(texts.importing)} body={t(texts.importingBody)} />
          ) : fresh ? (
            <EmptyState
              icon={IconFileImport}
              title={t(texts.emptyTitle)}
              body={t(texts.emptyBody)}
              actions={
                <>
                  <Button variant="filled" disabled={!writable} onClick={() => go({ screen: 'import' })}>
                    {t(texts.importFile)}
                  </Button>
                  <Button disabled={!writable} onClick={() => go({ screen: 'invoice-new' })}>
                    {t(texts.emptyOther)}
                  </Button>
                </>
              }
            />
          ) : points === 0 ? (
            <EmptyState icon={IconCircleCheck} title={t(texts.nothing)} body={t(texts.nothingBody)} />
          ) : (
            <>
              <div className={styles['sectionHead']}>
                <h2>{t(texts.todo)}</h2>
                <span className="faint small">{t(texts.todoCount, { count: points })}</span>
              </div>
              <TodoList title={texts.blocking} items={blocking} />
              <TodoList title={texts.today} items={today} />
            </>
          )}
        </section>
        <aside className={styles['side']}>
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
