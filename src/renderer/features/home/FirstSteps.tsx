/** A new company: the three steps to its first invoices, with what is done of them. */
import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { CompanySummary, HomeToday } from '#shared/contract/company.ts';
import { homeTexts as texts } from '#shared/messages/ui/home.ts';
import { useText } from '../../app/i18n.tsx';
import { go } from '../../app/routes.ts';
import { useWritable } from '../../app/session.ts';
import styles from './home.module.css';

export function FirstSteps({ first, counts }: Pick<HomeToday, 'first'> & Pick<CompanySummary, 'counts'>) {
  const t = useText();
  const writable = useWritable();
  const steps = [
    {
      key: 'customers',
      done: first.customers,
      title: texts.firstCustomers,
      body: texts.firstCustomersBody,
      told: t(texts.customers, { count: counts.customers }),
      act: texts.importCustomers,
      onAct: () => go({ screen: 'import', kind: 'customers' }),
    },
    {
      key: 'lines',
      done: first.lines,
      title: texts.firstLines,
      body: texts.firstLinesBody,
      told: t(texts.lines, { count: counts.openLines }),
      act: texts.importLines,
      onAct: () => go({ screen: 'import', kind: 'lines' }),
    },
    {
      key: 'run',
      done: first.runs,
      title: texts.firstRun,
      body: texts.firstRunBody,
      told: '',
      act: texts.makeRun,
      onAct: () => go({ screen: 'runs', create: true }),
    },
  ] as const;
  const next = steps.find(({ done }) => !done)?.key;
  return (
    <section className={styles['first']}>
      <div className={styles['sectionHead']}>
        <h2>{t(texts.firstTitle)}</h2>
      </div>
      <ol>
        {steps.map(({ key, done, title, body, told, act, onAct }, index) => (
          <li key={key} data-done={done || undefined}>
            <span className={styles['number']} aria-hidden>
              {done ? <IconCheck size={14} stroke={2} /> : index + 1}
            </span>
            <div className="grow">
              <b>{t(title)}</b>
              <span>{done ? `${t(texts.firstDone)}${told === '' ? '' : `, ${told}`}` : t(body)}</span>
            </div>
            {done ? null : (
              <Button
                variant={key === next && !first.lines ? 'filled' : 'default'}
                size="xs"
                className={styles['act'] ?? ''}
                disabled={!writable || (key === 'run' && !first.lines)}
                onClick={onAct}
              >
                {t(act)}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
