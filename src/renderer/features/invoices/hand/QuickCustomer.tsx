/** The fewest fields with which a customer can be billed. */
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { handTexts } from '#shared/messages/ui/invoices.ts';
import type { Customer } from '#shared/model/customer.ts';
import { useEngineCommand, useEngineQuery } from '../../../api/query.ts';
import { useText } from '../../../app/i18n.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { codeFrom } from './code.ts';
import css from './hand.module.css';

interface QuickCustomerProps {
  name: string;
  onCreated(customer: Customer): void;
  onCancel(): void;
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

export function QuickCustomer({ name: firstName, onCreated, onCancel }: QuickCustomerProps) {
  const t = useText();
  const company = useEngineQuery('company.get', {}).data;
  const save = useEngineCommand('customer.save');
  const [name, setName] = useState(firstName);
  const [code, setCode] = useState<string | null>(null);
  const [address, setAddress] = useState('');
  const [postcode, setPostcode] = useState('');
  const [city, setCity] = useState('');
  const [country, setCountry] = useState<string | null>(null);
  const [vat, setVat] = useState('');
  const finalCode = code ?? codeFrom(name);
  const finalCountry = (country ?? company?.country ?? '').trim().toUpperCase();
  const badCountry = finalCountry !== '' && !/^[A-Z]{2}$/.test(finalCountry);
  const ready = name.trim() !== '' && finalCode.trim() !== '' && !badCountry;

  const submit = async (): Promise<void> => {
    if (!ready) return;
    const customer = {
      code: finalCode.trim(),
      name: name.trim(),
      kind: vat.trim() === '' ? ('unknown' as const) : ('business' as const),
      addressLines: address.trim() === '' ? [] : [address.trim()],
      postcode: orNull(postcode),
      city: orNull(city),
      region: null,
      country: orNull(finalCountry),
      vatNumber: orNull(vat),
      registrationNumber: null,
      electronicAddress: null,
      email: null,
      phone: null,
      contactName: null,
      language: null,
      currency: null,
      paymentTermsDays: null,
      orderReference: null,
      note: null,
      archived: false,
    };
    try {
      onCreated(await save.mutateAsync({ id: null, rowVersion: null, customer }));
    } catch {
      // Shown below from `save.error`.
    }
  };

  return (
    <section
      className={css['quick']}
      aria-label={t(handTexts.quickTitle)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
        else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) void submit();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <b>{t(handTexts.quickTitle)}</b>
      <div className={css['quickGrid']}>
        <TextInput
          size="xs"
          label={t(handTexts.quickName)}
          value={name}
          onChange={(e) => setName(e.currentTarget.value)}
        />
        <TextInput
          size="xs"
          label={t(handTexts.quickCode)}
          value={finalCode}
          onChange={(e) => setCode(e.currentTarget.value)}
        />
        <TextInput
          size="xs"
          autoFocus
          label={t(handTexts.quickAddress)}
          value={address}
          onChange={(e) => setAddress(e.currentTarget.value)}
        />
        <TextInput
          size="xs"
          label={t(handTexts.quickPostcode)}
          value={postcode}
          onChange={(e) => setPostcode(e.currentTarget.value)}
        />
        <TextInput
          size="xs"
          label={t(handTexts.quickCity)}
          value={city}
          onChange={(e) => setCity(e.currentTarget.value)}
        />
        <TextInput
          size="xs"
          label={t(handTexts.quickCountry)}
          maxLength={2}
          value={country ?? company?.country ?? ''}
          error={badCountry ? t(handTexts.badCountry) : undefined}
          onChange={(e) => setCountry(e.currentTarget.value)}
        />
        <TextInput
          size="xs"
          label={t(handTexts.quickVat)}
          value={vat}
          onChange={(e) => setVat(e.currentTarget.value)}
        />
      </div>
      {save.error === null ? null : <ErrorPanel variant="inline" error={save.error} />}
      <div className={css['quickFoot']}>
        <span className="faint small">{t(handTexts.quickLater)}</span>
        <Button size="xs" variant="subtle" onClick={onCancel}>
          {t(handTexts.cancel)}
        </Button>
        <Button size="xs" disabled={!ready} loading={save.isPending} onClick={() => void submit()}>
          {t(handTexts.quickSave)}
        </Button>
      </div>
    </section>
  );
}
