/** The steps of the wizard: which fields stand in each. */
import { Select } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { identifiersFor } from '#shared/identifiers/identifiers.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { profileTexts } from '#shared/messages/ui/settings.ts';
import { wizardTexts as texts } from '#shared/messages/ui/wizard.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import { countryChoices, zoneChoices } from '../../app/places.ts';
import {
  ChoiceField,
  CountryField,
  CurrencyField,
  LanguageField,
  TextField,
  WholeField,
} from '../../components/fields/fields.tsx';
import type { Form } from '../../components/fields/form.ts';
import { IdentifierField } from '../../components/fields/IdentifierField.tsx';
import { BankAccounts } from '../settings/BankAccounts.tsx';
import { LookField } from '../settings/LookField.tsx';
import { monthChoices } from '../settings/profile.ts';
import { asksLegal, moveTo, type StepId, type WizardForm, withFooter, withLanguage } from './model.ts';
import { NumberingStep } from './NumberingStep.tsx';
import { SummaryStep } from './SummaryStep.tsx';
import styles from './wizard.module.css';

export interface StepProps {
  form: Form<WizardForm>;
}

export function StepBody({ step, form, goTo }: StepProps & { step: StepId; goTo: (step: StepId) => void }) {
  switch (step) {
    case 'country':
      return <CountryStep form={form} />;
    case 'identity':
      return <IdentityStep form={form} />;
    case 'contact':
      return <ContactStep form={form} />;
    case 'look':
      return (
        <LookField
          logo={form.values.logo}
          colour={form.values.colour}
          error={form.errors.colour}
          onLogo={(logo) => form.set('logo', logo)}
          onColour={(colour) => form.set('colour', colour)}
          onLeave={() => form.leave('colour')}
        />
      );
    case 'bank':
      return <BankStep form={form} />;
    case 'numbering':
      return <NumberingStep form={form} />;
    case 'habits':
      return <HabitsStep form={form} />;
    case 'summary':
      return <SummaryStep form={form} goTo={goTo} />;
  }
}

const Grid = ({ children }: { children: ReactNode }) => <div className={styles['grid']}>{children}</div>;

function CountryStep({ form }: StepProps) {
  const t = useText();
  const language = useLanguage();
  const zones = useMemo(zoneChoices, []);
  const { values } = form;
  const country = countryChoices(language).find(({ value }) => value === values.country)?.label ?? values.country;
  return (
    <>
      <Grid>
        <CountryField
          form={form}
          name="country"
          label={t(texts.country)}
          className={styles['w4']}
          onPicked={(picked) => picked !== null && form.setMany(moveTo(values, picked))}
        />
      </Grid>
      <h3>{t(texts.countryGives, { country })}</h3>
      <Grid>
        <LanguageField
          form={form}
          name="language"
          label={t(texts.documentLanguage)}
          className={styles['w2']}
          onPicked={(picked) => {
            if (picked === 'fr' || picked === 'en') form.setMany(withLanguage(values, values.language, picked));
          }}
        />
        <CurrencyField form={form} name="currency" label={t(profileTexts.currency)} className={styles['w2']} />
        <Select
          data-field="zone"
          label={t(profileTexts.zone)}
          className={styles['w2'] ?? ''}
          data={zones}
          value={values.zone}
          searchable
          allowDeselect={false}
          onChange={(zone) => zone !== null && form.set('zone', zone)}
        />
        <ChoiceField
          form={form}
          name="paper"
          label={t(profileTexts.paper)}
          className={styles['w2']}
          data={[
            { value: 'A4', label: t(profileTexts.paperA4) },
            { value: 'LETTER', label: t(profileTexts.paperLetter) },
          ]}
        />
      </Grid>
    </>
  );
}

function IdentityStep({ form }: StepProps) {
  const t = useText();
  const { country } = form.values;
  const numbers = identifiersFor(country);
  // What the footer is made of takes it along, until somebody writes it.
  const follow: Form<WizardForm> = {
    ...form,
    set: (field, value) => form.setMany(withFooter(form.values, { [field]: value } as Partial<WizardForm>)), // field and value belong together
  };
  return (
    <>
      <Grid>
        <TextField form={form} name="name" empty="" label={t(profileTexts.name)} className={styles['w4']} autoFocus />
        <TextField
          form={form}
          name="tradingName"
          label={t(profileTexts.tradingName)}
          optional
          className={styles['w4']}
        />
        {numbers.map((identifier) => (
          <IdentifierField
            key={identifier.slot}
            form={follow}
            identifier={identifier}
            country={country}
            side="company"
            optional={identifier.slot !== 'registrationNumber'}
            className={styles['w2']}
          />
        ))}
      </Grid>
      {numbers.some(({ slot }) => slot === 'vatNumber') && (form.values.vatNumber ?? '').trim() === '' ? (
        <p className={styles['hint']}>{t(country === 'FR' ? texts.vatHintFrance : texts.vatHint)}</p>
      ) : null}
      <h3>{t(texts.legal)}</h3>
      <Grid>
        {asksLegal(country) ? (
          <>
            <TextField form={follow} name="legalForm" label={t(texts.legalForm)} placeholder="SAS" optional />
            <TextField
              form={follow}
              name="capital"
              label={t(texts.capital)}
              placeholder={'240\u202f000\u00a0€'}
              optional
            />
            <TextField
              form={follow}
              name="registerTown"
              label={t(texts.registerTown)}
              placeholder="Saint-Étienne"
              optional
              className={styles['w2']}
            />
          </>
        ) : null}
        <TextField
          form={form}
          name="legalNote"
          label={t(texts.footer)}
          hint={t(texts.footerHint)}
          optional
          maxLength={500}
          rows={2}
          className={styles['w4']}
        />
      </Grid>
    </>
  );
}

function ContactStep({ form }: StepProps) {
  const t = useText();
  return (
    <>
      <Grid>
        <TextField
          form={form}
          name="address"
          empty=""
          rows={2}
          label={t(profileTexts.address)}
          className={styles['w4']}
        />
        <TextField form={form} name="postcode" label={t(profileTexts.postcode)} />
        <TextField form={form} name="city" label={t(profileTexts.city)} className={styles['w3']} />
        <TextField form={form} name="region" label={t(profileTexts.region)} optional className={styles['w2']} />
      </Grid>
      <h3>{t(texts.questions)}</h3>
      <Grid>
        <TextField form={form} name="contactName" label={t(profileTexts.contactName)} className={styles['w2']} />
        <TextField form={form} name="phone" label={t(profileTexts.phone)} className={styles['w2']} />
        <TextField form={form} name="email" label={t(profileTexts.email)} className={styles['w4']} />
      </Grid>
    </>
  );
}

function BankStep({ form }: StepProps) {
  const t = useText();
  const { values, errors } = form;
  return (
    <>
      <BankAccounts
        accounts={values.bankAccounts}
        currency={values.currency}
        showAll={errors.bankAccounts !== undefined}
        onChange={(bankAccounts) => form.set('bankAccounts', bankAccounts)}
      />
      <p className={styles['hint']}>{t(texts.noIban)}</p>
    </>
  );
}

function HabitsStep({ form }: StepProps) {
  const t = useText();
  const language = useLanguage();
  const { values, errors } = form;
  return (
    <Grid>
      <WholeField
        name="paymentTermsDays"
        label={t(profileTexts.terms)}
        className={styles['w2']}
        align="left"
        max={365}
        value={Number.isNaN(values.paymentTermsDays) ? null : values.paymentTermsDays}
        error={errors.paymentTermsDays ? t(errors.paymentTermsDays) : null}
        onChange={(days) => form.set('paymentTermsDays', days ?? Number.NaN)}
        onUnderstood={(understood) => {
          if (!understood) form.set('paymentTermsDays', Number.NaN);
        }}
      />
      <ChoiceField
        form={form}
        name="defaultTaxClass"
        label={t(profileTexts.taxClass)}
        className={styles['w2']}
        data={[
          { value: 'standard', label: t(commonTexts.taxStandard) },
          { value: 'reduced', label: t(commonTexts.taxReduced) },
          { value: 'second_reduced', label: t(commonTexts.taxSecondReduced) },
          { value: 'super_reduced', label: t(commonTexts.taxSuperReduced) },
          { value: 'zero', label: t(commonTexts.taxZero) },
          { value: 'exempt', label: t(commonTexts.taxExempt) },
        ]}
      />
      <ChoiceField
        form={form}
        name="defaultSupply"
        label={t(profileTexts.supply)}
        className={styles['w2']}
        data={[
          { value: 'goods', label: t(commonTexts.goods) },
          { value: 'services', label: t(commonTexts.services) },
        ]}
      />
      <Select
        data-field="fiscalYearStart"
        label={t(profileTexts.fiscalYear)}
        className={styles['w2'] ?? ''}
        data={monthChoices(language)}
        value={String(values.fiscalYearStart)}
        allowDeselect={false}
        onChange={(month) => month !== null && form.set('fiscalYearStart', Number(month))}
      />
      <TextField
        form={form}
        name="message"
        label={t(profileTexts.message)}
        hint={t(profileTexts.messageHint)}
        optional
        rows={3}
        maxLength={1000}
        className={styles['w4']}
      />
    </Grid>
  );
}
