/** The company's fields in sections, for making a company and for changing it. */
import { Select } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { identifiersFor } from '#shared/identifiers/identifiers.ts';
import { bankTexts } from '#shared/messages/ui/bank.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { profileTexts as texts } from '#shared/messages/ui/settings.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import { zoneChoices } from '../../app/places.ts';
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
import { BankAccounts } from './BankAccounts.tsx';
import { LookField } from './LookField.tsx';
import styles from './profile.module.css';
import { changeCountry, monthChoices, type ProfileForm } from './profile.ts';

interface Part {
  form: Form<ProfileForm>;
  disabled?: boolean;
}

function Section({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <section className={styles['section']}>
      <h2>{title}</h2>
      {lead === undefined ? null : <p className={styles['lead']}>{lead}</p>}
      <div className={styles['grid']}>{children}</div>
    </section>
  );
}

export function IdentityFields({ form, disabled = false, lead }: Part & { lead?: string }) {
  const t = useText();
  const common = { form, disabled };
  return (
    <Section title={t(texts.identity)} lead={lead ?? t(texts.identityLead)}>
      <TextField {...common} name="name" empty="" label={t(texts.name)} className={styles['w4']} autoFocus />
      <TextField {...common} name="address" empty="" rows={2} label={t(texts.address)} className={styles['w4']} />
      <TextField {...common} name="postcode" label={t(texts.postcode)} />
      <TextField {...common} name="city" label={t(texts.city)} className={styles['w3']} />
      <CountryField
        {...common}
        name="country"
        label={t(texts.country)}
        className={styles['w2']}
        onPicked={(country) => country !== null && form.setMany(changeCountry(form.values, country))}
      />
      <TextField {...common} name="region" label={t(texts.region)} optional className={styles['w2']} />
      {identifiersFor(form.values.country).map((identifier) => (
        <IdentifierField
          key={identifier.slot}
          {...common}
          identifier={identifier}
          country={form.values.country}
          side="company"
          optional={identifier.slot !== 'vatNumber'}
          className={styles['w2']}
        />
      ))}
      <TextField {...common} name="tradingName" label={t(texts.tradingName)} optional className={styles['w2']} />
      <TextField
        {...common}
        name="legalNote"
        label={t(texts.legalNote)}
        hint={t(texts.legalNoteHint)}
        optional
        rows={2}
        maxLength={500}
        className={styles['w4']}
      />
    </Section>
  );
}

export function ContactFields({ form, disabled = false }: Part) {
  const t = useText();
  const common = { form, disabled };
  return (
    <Section title={t(texts.contact)} lead={t(texts.contactLead)}>
      <TextField {...common} name="contactName" label={t(texts.contactName)} className={styles['w2']} />
      <TextField {...common} name="phone" label={t(texts.phone)} className={styles['w2']} />
      <TextField {...common} name="email" label={t(texts.email)} className={styles['w4']} />
    </Section>
  );
}

export function BankFields({ form, disabled = false }: Part) {
  const t = useText();
  const { values, errors } = form;
  return (
    <Section title={t(bankTexts.title)} lead={t(bankTexts.lead)}>
      <BankAccounts
        accounts={values.bankAccounts}
        currency={values.currency}
        showAll={errors.bankAccounts !== undefined}
        disabled={disabled}
        onChange={(bankAccounts) => form.set('bankAccounts', bankAccounts)}
      />
    </Section>
  );
}

export function BillingFields({ form, disabled = false, short = false }: Part & { short?: boolean }) {
  const t = useText();
  const language = useLanguage();
  const zones = useMemo(zoneChoices, []);
  const common = { form, disabled };
  const { errors, values } = form;
  return (
    <Section title={t(texts.billing)} lead={t(texts.billingLead)}>
      <CurrencyField {...common} name="currency" label={t(texts.currency)} className={styles['w2']} />
      <LanguageField {...common} name="language" label={t(texts.language)} className={styles['w2']} />
      <WholeField
        name="paymentTermsDays"
        label={t(texts.terms)}
        className={styles['w2']}
        align="left"
        max={365}
        disabled={disabled}
        value={Number.isNaN(values.paymentTermsDays) ? null : values.paymentTermsDays}
        error={errors.paymentTermsDays ? t(errors.paymentTermsDays) : null}
        onChange={(days) => form.set('paymentTermsDays', days ?? Number.NaN)}
        onUnderstood={(understood) => {
          if (!understood) form.set('paymentTermsDays', Number.NaN);
        }}
      />
      <ChoiceField
        {...common}
        name="paper"
        label={t(texts.paper)}
        className={styles['w2']}
        data={[
          { value: 'A4', label: t(texts.paperA4) },
          { value: 'LETTER', label: t(texts.paperLetter) },
        ]}
      />
      {short ? null : (
        <>
          <ChoiceField
            {...common}
            name="defaultSupply"
            label={t(texts.supply)}
            className={styles['w2']}
            data={[
              { value: 'goods', label: t(commonTexts.goods) },
              { value: 'services', label: t(commonTexts.services) },
            ]}
          />
          <ChoiceField
            {...common}
            name="defaultTaxClass"
            label={t(texts.taxClass)}
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
          <Select
            data-field="fiscalYearStart"
            label={t(texts.fiscalYear)}
            className={styles['w2'] ?? ''}
            data={monthChoices(language)}
            value={String(values.fiscalYearStart)}
            allowDeselect={false}
            disabled={disabled}
            onChange={(month) => month !== null && form.set('fiscalYearStart', Number(month))}
          />
          <Select
            data-field="zone"
            label={t(texts.zone)}
            className={styles['w2'] ?? ''}
            data={zones}
            value={values.zone}
            searchable
            allowDeselect={false}
            disabled={disabled}
            onChange={(zone) => zone !== null && form.set('zone', zone)}
          />
          <TextField
            {...common}
            name="message"
            label={t(texts.message)}
            hint={t(texts.messageHint)}
            optional
            rows={3}
            maxLength={1000}
            className={styles['w4']}
          />
        </>
      )}
    </Section>
  );
}

export function LookFields({ form, disabled = false }: Part) {
  const t = useText();
  const { values, errors } = form;
  return (
    <Section title={t(texts.look)} lead={t(texts.lookLead)}>
      <LookField
        logo={values.logo}
        colour={values.colour}
        error={errors.colour}
        disabled={disabled}
        onLogo={(logo) => form.set('logo', logo)}
        onColour={(colour) => form.set('colour', colour)}
        onLeave={() => form.leave('colour')}
      />
    </Section>
  );
}
