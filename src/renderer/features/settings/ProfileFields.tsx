/** The company's fields in sections, for making a company and for changing it. */
import { Button, Select, TextInput } from '@mantine/core';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { profileTexts as texts } from '#shared/messages/ui/settings.ts';
import { useText } from '../../app/i18n.tsx';
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
import { flattenLogo, type Logo } from './logo.ts';
import { ibanIsGood, vatNumberIsGood } from './numbers.ts';
import styles from './profile.module.css';
import { changeCountry, type ProfileForm } from './profile.ts';

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
  const french = form.values.country === 'FR';
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
      <TextField
        {...common}
        name="vatNumber"
        label={t(texts.vatNumber)}
        className={styles['w2']}
        good={vatNumberIsGood(form.values.vatNumber) ? t(texts.vatValid) : null}
      />
      <TextField
        {...common}
        name="registrationNumber"
        label={t(french ? texts.siren : texts.registration)}
        optional
        className={styles['w2']}
      />
      <TextField
        {...common}
        name="taxRegistration"
        label={t(texts.taxRegistration)}
        optional
        className={styles['w2']}
      />
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
  const common = { form, disabled };
  return (
    <Section title={t(texts.bank)} lead={t(texts.bankLead)}>
      <TextField
        {...common}
        name="iban"
        label={t(texts.iban)}
        className={styles['w4']}
        good={ibanIsGood(form.values.iban) ? t(texts.ibanValid) : null}
      />
      <TextField {...common} name="bic" label={t(texts.bic)} optional className={styles['w2']} />
    </Section>
  );
}

export function BillingFields({ form, disabled = false, short = false }: Part & { short?: boolean }) {
  const t = useText();
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
            data-field="zone"
            label={t(texts.zone)}
            className={styles['w4'] ?? ''}
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
  const chooser = useRef<HTMLInputElement>(null);
  const [bad, setBad] = useState(false);
  const [size, setSize] = useState<Logo | null>(null);
  const { logo, colour } = form.values;
  const take = async (file: File | undefined) => {
    if (!file) return;
    const flat = await flattenLogo(file);
    setBad(flat === null);
    setSize(flat);
    if (flat) form.set('logo', flat.url);
  };
  return (
    <Section title={t(texts.look)} lead={t(texts.lookLead)}>
      <div className={styles['logo']}>
        <span className={styles['picture']}>
          {logo === null ? (
            <span className="tiny faint">{t(texts.noLogo)}</span>
          ) : (
            <img src={logo} alt={t(texts.logo)} />
          )}
        </span>
        <div className="grow">
          <p className={bad ? styles['bad'] : 'small faint'} role={bad ? 'alert' : undefined}>
            {bad
              ? t(texts.badLogo)
              : size && logo !== null
                ? t(texts.logoSize, { width: size.width, height: size.height })
                : t(texts.logoHint)}
          </p>
        </div>
        <input
          ref={chooser}
          type="file"
          accept="image/png,image/jpeg"
          hidden
          onChange={(event) => {
            void take(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        {logo === null ? null : (
          <Button variant="subtle" disabled={disabled} onClick={() => form.set('logo', null)}>
            {t(texts.removeLogo)}
          </Button>
        )}
        <Button disabled={disabled} onClick={() => chooser.current?.click()}>
          {t(logo === null ? texts.chooseLogo : texts.replaceLogo)}
        </Button>
      </div>
      <TextInput
        data-field="colour"
        label={t(texts.colour)}
        className={styles['w2'] ?? ''}
        value={colour}
        disabled={disabled}
        error={form.errors.colour ? t(form.errors.colour) : null}
        leftSection={
          <input
            type="color"
            className={styles['swatch']}
            aria-label={t(texts.colour)}
            disabled={disabled}
            value={/^#[0-9a-f]{6}$/i.test(colour) ? colour : '#000000'}
            onChange={(event) => form.set('colour', event.currentTarget.value)}
          />
        }
        onBlur={() => form.leave('colour')}
        onChange={(event) => form.set('colour', event.currentTarget.value)}
      />
    </Section>
  );
}
