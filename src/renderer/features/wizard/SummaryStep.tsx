/** Everything once more before the file is made; each part leads back to its step. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { checkIdentifier, identifiersFor } from '#shared/identifiers/identifiers.ts';
import { countryName } from '#shared/messages/paper.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { profileTexts } from '#shared/messages/ui/settings.ts';
import { wizardTexts as texts } from '#shared/messages/ui/wizard.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import type { Form } from '../../components/fields/form.ts';
import { isBlank } from '../settings/accounts.ts';
import { exampleNumber } from '../settings/number.ts';
import { monthChoices } from '../settings/profile.ts';
import type { StepId, WizardForm } from './model.ts';
import styles from './wizard.module.css';

export function SummaryStep({ form, goTo }: { form: Form<WizardForm>; goTo: (step: StepId) => void }) {
  const t = useText();
  const language = useLanguage();
  const { values } = form;
  const accounts = values.bankAccounts.filter((account) => !isBlank(account));
  const date = new Date().toLocaleDateString('sv-SE');
  const example = (prefix: string, rank: number) =>
    exampleNumber(values.pattern, { prefix, date, rank, customer: 'C-0142' });
  const numbers = identifiersFor(values.country).flatMap(({ slot, label }) => {
    const verdict = checkIdentifier(values.country, slot, values[slot]);
    if (verdict.state === 'empty') return [];
    return `${t(label)} ${verdict.state === 'good' ? verdict.written : (values[slot] ?? '')}`;
  });
  const month = monthChoices(language)[values.fiscalYearStart - 1]?.label ?? '';
  const parts: [StepId, (string | null)[]][] = [
    [
      'country',
      [
        countryName(values.country, language),
        `${t(values.language === 'fr' ? commonTexts.french : commonTexts.english)}, ${values.currency}, ${values.paper === 'A4' ? 'A4' : 'Letter'}`,
      ],
    ],
    ['identity', [values.name, ...numbers, values.legalNote]],
    [
      'contact',
      [
        [values.address.replaceAll('\n', ', '), [values.postcode, values.city].filter(Boolean).join(' ')]
          .filter((part) => part !== '')
          .join(', '),
        [values.contactName, values.phone, values.email].filter(Boolean).join(', '),
      ],
    ],
    ['look', [values.colour]],
    ['bank', accounts.length === 0 ? [t(texts.noBank)] : accounts.map(({ iban, currency }) => `${iban}, ${currency}`)],
    [
      'numbering',
      [
        values.pattern.includes('{prefix}')
          ? `${example(values.invoicePrefix, values.invoiceStart)}, ${example(values.creditPrefix, values.creditStart)}`
          : example('', values.invoiceStart),
      ],
    ],
    [
      'habits',
      [
        t(texts.payIn, { days: t(texts.days, { count: values.paymentTermsDays }) }),
        `${t(profileTexts.fiscalYear)} ${language === 'fr' ? month.toLowerCase() : month}`,
      ],
    ],
  ];
  const row = (step: StepId, told: ReactNode) => (
    <li key={step}>
      <b>{t(texts[step])}</b>
      <div className="grow">{told}</div>
      <Button
        size="compact-xs"
        variant="subtle"
        data-tone="link"
        aria-label={`${t(texts.change)}, ${t(texts[step])}`}
        onClick={() => goTo(step)}
      >
        {t(texts.change)}
      </Button>
    </li>
  );
  return (
    <ul className={styles['summary']}>
      {parts.map(([step, lines]) => {
        const told = lines.filter((line): line is string => line !== null && line.trim() !== '');
        return row(
          step,
          told.length === 0 ? (
            <span className="faint">{t(texts.nothing)}</span>
          ) : (
            told.map((line) => (
              <span key={line} className={styles['told']}>
                {step === 'look' ? <i className={styles['chip']} style={{ background: values.colour }} /> : null}
                {line}
              </span>
            ))
          ),
        );
      })}
    </ul>
  );
}
