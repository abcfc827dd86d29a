/** How numbers look: a few usual patterns or one's own, with the next three of each series. */
import { Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { settingsTexts } from '#shared/messages/ui/settings.ts';
import { wizardTexts as texts } from '#shared/messages/ui/wizard.ts';
import { useText } from '../../app/i18n.tsx';
import { ChoiceField, TextField } from '../../components/fields/fields.tsx';
import type { Form } from '../../components/fields/form.ts';
import { exampleNumber, nextAfter } from '../settings/number.ts';
import type { WizardForm } from './model.ts';
import styles from './wizard.module.css';

/** Patterns that offices use; every one holds the year, so that counting may begin anew with it. */
const usual = [
  '{prefix}{year}-{seq:5}',
  '{prefix}{year}-{month}-{seq:4}',
  '{prefix}{year:2}{seq:5}',
  '{prefix}{seq:6}',
];

/** Today on this computer: for an example only. */
const today = (): string => new Date().toLocaleDateString('sv-SE');

export function NumberingStep({ form }: { form: Form<WizardForm> }) {
  const t = useText();
  const { values, errors } = form;
  const [own, setOwn] = useState(!usual.includes(values.pattern));
  const [last, setLast] = useState({ invoice: '', credit: '' });
  const date = today();
  const example = (pattern: string, prefix: string, rank: number) =>
    exampleNumber(pattern, { prefix, date, rank, customer: 'C-0142' });
  const choose = (pattern: string) => {
    setOwn(false);
    // A pattern without the year would give a number twice if counting began anew.
    form.setMany({ pattern, reset: pattern.includes('{year') ? values.reset : 'never' });
  };
  const oneSeries = !values.pattern.includes('{prefix}');
  const follow = (kind: 'invoice' | 'credit', typed: string) => {
    setLast({ ...last, [kind]: typed });
    const rank = nextAfter(typed);
    const field = kind === 'invoice' ? 'invoiceStart' : 'creditStart';
    form.set(field, typed.trim() === '' ? 1 : (rank ?? 1));
  };
  const unread = (typed: string) => (typed.trim() !== '' && nextAfter(typed) === null ? t(texts.noFigures) : null);
  return (
    <>
      <Radio.Group
        label={t(texts.pattern)}
        value={own ? 'own' : values.pattern}
        onChange={(value) => (value === 'own' ? setOwn(true) : choose(value))}
      >
        <div className={styles['patterns']}>
          {usual.map((pattern) => (
            <Radio key={pattern} value={pattern} label={example(pattern, values.invoicePrefix, values.invoiceStart)} />
          ))}
          <Radio value="own" label={t(texts.otherPattern)} />
        </div>
      </Radio.Group>
      <div className={styles['grid']}>
        {own ? (
          <TextField
            form={form}
            name="pattern"
            empty=""
            maxLength={60}
            label={t(texts.ownPattern)}
            hint={t(settingsTexts.patternHint)}
            className={styles['w4']}
          />
        ) : null}
        <TextField
          form={form}
          name="invoicePrefix"
          empty=""
          maxLength={20}
          label={t(texts.invoicePrefix)}
          className={styles['w2']}
        />
        <TextField
          form={form}
          name="creditPrefix"
          empty=""
          maxLength={20}
          label={t(texts.creditPrefix)}
          className={styles['w2']}
        />
        <ChoiceField
          form={form}
          name="reset"
          label={t(texts.reset)}
          className={styles['w2']}
          data={[
            { value: 'yearly', label: t(settingsTexts.resetYearly) },
            { value: 'never', label: t(settingsTexts.resetNever) },
          ]}
        />
      </div>
      {errors.pattern && !own ? <p className={styles['bad']}>{t(errors.pattern)}</p> : null}
      {oneSeries ? <p className={styles['hint']}>{t(texts.oneSeries)}</p> : null}
      <h3>{t(texts.follow)}</h3>
      <div className={styles['grid']}>
        <TextInput
          className={styles['w2'] ?? ''}
          label={t(texts.lastInvoice)}
          placeholder={example(values.pattern, values.invoicePrefix, 481)}
          value={last.invoice}
          maxLength={60}
          error={unread(last.invoice)}
          description={t(texts.lastHint)}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          onChange={(event) => follow('invoice', event.currentTarget.value)}
        />
        {oneSeries ? null : (
          <TextInput
            className={styles['w2'] ?? ''}
            label={t(texts.lastCredit)}
            placeholder={example(values.pattern, values.creditPrefix, 12)}
            value={last.credit}
            maxLength={60}
            error={unread(last.credit)}
            onChange={(event) => follow('credit', event.currentTarget.value)}
          />
        )}
      </div>
      <div className={styles['live']} aria-live="polite">
        {(oneSeries
          ? [[texts.nextInvoices, '', values.invoiceStart] as const]
          : [
              [texts.nextInvoices, values.invoicePrefix, values.invoiceStart] as const,
              [texts.nextCredits, values.creditPrefix, values.creditStart] as const,
            ]
        ).map(([title, prefix, start]) => (
          <div key={prefix}>
            <small>{t(title)}</small>
            <ol className="num">
              {[0, 1, 2].map((more) => (
                <li key={more}>{example(values.pattern, prefix, start + more)}</li>
              ))}
            </ol>
          </div>
        ))}
      </div>
    </>
  );
}
