/** The series of numbers: a list, and the form of one with what its next numbers look like. */
import { Button } from '@mantine/core';
import { IconHash, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDate } from '#shared/format/date.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { settingsTexts as texts } from '#shared/messages/ui/settings.ts';
import type { Series, SeriesInput } from '#shared/model/company.ts';
import { useEngineQuery } from '../../api/query.ts';
import { askToLeave } from '../../app/dialogs.tsx';
import { useLanguage, useText } from '../../app/i18n.tsx';
import { useWritable } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { FormSkeleton } from './FormSkeleton.tsx';
import css from './numbering.module.css';
import { SeriesForm } from './SeriesForm.tsx';
import styles from './settings.module.css';

const blank: SeriesInput = {
  id: null,
  name: '',
  kind: 'invoice',
  prefix: 'FA',
  pattern: '{prefix}-{year}-{seq:5}',
  reset: 'yearly',
  startAt: 1,
  customerId: null,
  isDefault: false,
  archived: false,
};

const kindText = { invoice: texts.kindInvoice, credit_note: texts.kindCredit, any: texts.kindAny } as const;

export function NumberingPage() {
  const t = useText();
  const language = useLanguage();
  const writable = useWritable();
  const { data, error, refetch } = useEngineQuery('series.list', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const [dirty, setDirty] = useState(false);
  const choose = (id: string | null) =>
    askToLeave(dirty, () => {
      setDirty(false);
      setChosen(id);
    });

  if (error && !data)
    return (
      <ErrorPanel error={error} actions={<Button onClick={() => void refetch()}>{t(commonTexts.retry)}</Button>} />
    );
  if (!data) return <FormSkeleton />;
  const series: Series | null = data.find(({ id }) => id === chosen) ?? null;
  const row = (item: Series) => (
    <tr key={item.id} data-current={item.id === chosen || undefined} data-archived={item.archived || undefined}>
      <td>
        <button type="button" onClick={() => choose(item.id)} aria-expanded={item.id === chosen}>
          {item.name}
        </button>
        {item.isDefault ? <span className={css['pill']}>{t(texts.isDefault)}</span> : null}
        {item.archived ? <span className={css['pill']}>{t(texts.archived)}</span> : null}
        {item.customerId === null ? null : <span className={css['pill']}>{t(texts.oneCustomer)}</span>}
      </td>
      <td className="muted">{t(kindText[item.kind])}</td>
      <td className="num">{item.example ?? '—'}</td>
      <td className="num muted">
        {item.lastNumber ?? ''}
        {item.lastDate ? <small>{formatDate(item.lastDate, language)}</small> : null}
      </td>
    </tr>
  );
  return (
    <div className={styles['formPage']}>
      <header className={styles['pageHead']}>
        <h1>{t(texts.numbering)}</h1>
        <div className="grow" />
        <Button
          disabled={!writable || chosen === 'new'}
          leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
          onClick={() => choose('new')}
        >
          {t(texts.addSeries)}
        </Button>
      </header>
      <div className={styles['scroll']}>
        <p className={styles['lead']}>{t(texts.numberingLead)}</p>
        {data.length === 0 ? (
          <EmptyState icon={IconHash} title={t(texts.noSeries)} />
        ) : (
          <table className={css['list']}>
            <thead>
              <tr>
                <th scope="col">{t(texts.series)}</th>
                <th scope="col">{t(texts.kind)}</th>
                <th scope="col">{t(texts.nextNumbers)}</th>
                <th scope="col">{t(texts.lastNumber)}</th>
              </tr>
            </thead>
            <tbody>{data.map(row)}</tbody>
          </table>
        )}
        {series || chosen === 'new' ? (
          <SeriesForm
            key={chosen}
            series={series}
            blank={blank}
            onDirty={setDirty}
            onSaved={(id) => {
              setDirty(false);
              setChosen(id);
            }}
            onClose={() => choose(null)}
          />
        ) : null}
      </div>
    </div>
  );
}
