/** The fields of one customer, in groups. */
import { useMemo } from 'react';
import { identifiersFor } from '#shared/identifiers/identifiers.ts';
import type { Text } from '#shared/messages/catalogue.ts';
import { recordPanelTexts } from '#shared/messages/ui/record-panel.ts';
import { recordTexts, customerTexts as texts } from '#shared/messages/ui/records.ts';
import type { CustomField } from '#shared/model/fields.ts';
import { useText } from '../../app/i18n.tsx';
import { ExtrasFields } from '../../components/fields/extras.tsx';
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
import { PanelSection } from '../../components/SidePanel.tsx';
import { type CustomerForm, kindTexts } from './customer.ts';
import css from './records.module.css';

/** What the form calls its fields, for the question of a conflict. */
export const customerLabels: Readonly<Record<string, Text>> = {
  code: recordTexts.code,
  name: recordTexts.name,
  kind: texts.kind,
  address: texts.addressLines,
  postcode: texts.postcode,
  city: texts.city,
  country: texts.country,
  region: texts.region,
  registrationNumber: texts.registration,
  vatNumber: texts.vatNumber,
  electronicAddress: texts.electronic,
  language: texts.language,
  currency: texts.currency,
  paymentTermsDays: texts.terms,
  orderReference: texts.orderReference,
  contactName: texts.contactName,
  phone: texts.phone,
  email: texts.email,
  note: recordTexts.note,
  archived: recordTexts.archivedFilter,
  tags: recordPanelTexts.tags,
};

interface Part {
  form: Form<CustomerForm>;
  disabled: boolean;
}

function NumbersSection({ form, disabled }: Part) {
  const t = useText();
  const { country, kind } = form.values;
  const asked = useMemo(() => identifiersFor(country, 'customer'), [country]);
  // A consumer is asked for none; a number that is there all the same stays in sight.
  const shown = asked.filter(
    ({ slot }) => kind !== 'consumer' || (slot !== 'taxRegistration' && form.values[slot] !== null),
  );
  const common = { form, disabled };
  return (
    <PanelSection title={t(texts.tax)}>
      <div className={css['grid']}>
        {shown.map((identifier) => (
          <IdentifierField
            key={identifier.slot}
            {...common}
            identifier={identifier}
            country={country}
            side="customer"
            className={css['w4']}
          />
        ))}
        {shown.length === 0 ? <p className={`small faint ${css['w4']}`}>{t(recordPanelTexts.noNumbers)}</p> : null}
        <TextField {...common} name="electronicAddress" label={t(texts.electronic)} optional className={css['w4']} />
      </div>
    </PanelSection>
  );
}

function BillingSection({ form, disabled }: Part) {
  const t = useText();
  const common = { form, disabled };
  const terms = form.values.paymentTermsDays;
  const fault = form.errors.paymentTermsDays;
  return (
    <PanelSection title={t(texts.billing)}>
      <div className={css['grid']}>
        <LanguageField
          {...common}
          name="language"
          clearable
          label={t(texts.language)}
          placeholder={t(texts.asCompany)}
          className={css['w2']}
        />
        <CurrencyField
          {...common}
          name="currency"
          clearable
          label={t(texts.currency)}
          placeholder={t(texts.asCompany)}
          className={css['w2']}
        />
        <WholeField
          name="paymentTermsDays"
          label={t(texts.terms)}
          placeholder={t(texts.asCompany)}
          align="left"
          max={365}
          className={css['w2']}
          disabled={disabled}
          value={terms === null || Number.isNaN(terms) ? null : terms}
          error={fault ? t(fault) : null}
          onChange={(days) => form.set('paymentTermsDays', days)}
          onUnderstood={(understood) => {
            if (!understood) form.set('paymentTermsDays', Number.NaN);
          }}
        />
        <TextField {...common} name="orderReference" label={t(texts.orderReference)} optional className={css['w2']} />
      </div>
    </PanelSection>
  );
}

export function CustomerFields({ form, disabled, fields, isNew }: Part & { fields: CustomField[]; isNew: boolean }) {
  const t = useText();
  const common = { form, disabled };
  return (
    <>
      <PanelSection title={t(texts.identity)}>
        <div className={css['grid']}>
          <TextField {...common} name="code" empty="" maxLength={60} label={t(recordTexts.code)} autoFocus={isNew} />
          <TextField {...common} name="name" label={t(recordTexts.name)} className={css['w3']} />
          <ChoiceField
            {...common}
            name="kind"
            label={t(texts.kind)}
            className={css['w4']}
            hint={form.values.kind === 'unknown' ? t(texts.unknownHint) : undefined}
            data={(['business', 'consumer', 'unknown'] as const).map((kind) => ({
              value: kind,
              label: t(kindTexts[kind]),
            }))}
          />
        </div>
      </PanelSection>
      <PanelSection title={t(texts.address)}>
        <div className={css['grid']}>
          <TextField {...common} name="address" empty="" rows={2} label={t(texts.addressLines)} className={css['w4']} />
          <TextField {...common} name="postcode" label={t(texts.postcode)} />
          <TextField {...common} name="city" label={t(texts.city)} className={css['w3']} />
          <CountryField {...common} name="country" clearable label={t(texts.country)} className={css['w2']} />
          <TextField {...common} name="region" label={t(texts.region)} optional className={css['w2']} />
        </div>
      </PanelSection>
      <NumbersSection {...common} />
      <BillingSection {...common} />
      <PanelSection title={t(texts.contact)}>
        <div className={css['grid']}>
          <TextField {...common} name="contactName" label={t(texts.contactName)} className={css['w2']} />
          <TextField {...common} name="phone" label={t(texts.phone)} className={css['w2']} />
          <TextField {...common} name="email" label={t(texts.email)} className={css['w4']} />
          <TextField
            {...common}
            name="note"
            rows={3}
            maxLength={2000}
            label={t(recordTexts.note)}
            hint={t(recordTexts.noteHint)}
            className={css['w4']}
          />
        </div>
      </PanelSection>
      <ExtrasFields {...common} record="customer" fields={fields} />
    </>
  );
}
