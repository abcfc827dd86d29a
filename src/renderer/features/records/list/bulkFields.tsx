/** The fields that can be changed on many records at once, and what is typed into each. */
import { Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { formatDate } from '#shared/format/date.ts';
import { parseDateInput } from '#shared/format/input.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { bulkTexts, customerTexts, filterTexts, productTexts, recordTexts } from '#shared/messages/ui/records.ts';
import type { CustomField, RecordKind } from '#shared/model/fields.ts';
import { useLanguage, useText } from '../../../app/i18n.tsx';
import { type Choice, countryChoices, currencyChoices } from '../../../app/places.ts';
import { useToday } from '../../../app/session.ts';
import { DecimalField, WholeField } from '../../../components/fields/fields.tsx';
import { kindTexts } from '../customer.ts';
import { taxTexts } from '../ProductFields.tsx';

/** Undefined: nothing that could be written stands in the field yet. */
export type BulkValue = string | number | undefined;

export interface BulkField {
  key: string;
  label: string;
  /** Whether it may be emptied. */
  nullable: boolean;
  input(value: BulkValue, set: (value: BulkValue) => void): ReactNode;
}

const customKeyOf = (fieldId: string): string => `custom:${fieldId}`;

export function useBulkFields(record: RecordKind, custom: readonly CustomField[]): BulkField[] {
  const t = useText();
  const language = useLanguage();

  const text = (key: string, label: string, maxLength = 200): BulkField => ({
    key,
    label,
    nullable: true,
    input: (value, set) => (
      <TextInput
        size="xs"
        aria-label={label}
        value={String(value ?? '')}
        maxLength={maxLength}
        autoComplete="off"
        onChange={(event) => set(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
      />
    ),
  });
  const choice = (key: string, label: string, data: readonly Choice[], nullable = true): BulkField => ({
    key,
    label,
    nullable,
    input: (value, set) => (
      <Select
        size="xs"
        aria-label={label}
        data={[...data]}
        value={value === undefined ? null : String(value)}
        searchable={data.length > 8}
        allowDeselect={false}
        onChange={(next) => set(next ?? undefined)}
      />
    ),
  });
  const decimal = (key: string, label: string): BulkField => ({
    key,
    label,
    nullable: true,
    input: (value, set) => (
      <DecimalField
        size="xs"
        label={label}
        value={value === undefined ? null : String(value)}
        onChange={(next) => set(next ?? undefined)}
        onUnderstood={(understood) => understood || set(undefined)}
      />
    ),
  });
  const archived: BulkField = choice(
    'archived',
    t(bulkTexts.archive),
    [
      { value: 'yes', label: t(bulkTexts.archiveYes) },
      { value: 'no', label: t(bulkTexts.archiveNo) },
    ],
    false,
  );
  const currency = choice('currency', t(customerTexts.currency), currencyChoices(language));
  const own: BulkField[] =
    record === 'customer'
      ? [
          choice(
            'kind',
            t(customerTexts.kind),
            Object.entries(kindTexts).map(([value, label]) => ({ value, label: t(label) })),
            false,
          ),
          choice('country', t(customerTexts.country), countryChoices(language)),
          text('postcode', t(customerTexts.postcode)),
          text('city', t(customerTexts.city)),
          text('region', t(customerTexts.region)),
          choice('language', t(customerTexts.language), [
            { value: 'fr', label: t(commonTexts.french) },
            { value: 'en', label: t(commonTexts.english) },
          ]),
          currency,
          {
            key: 'paymentTermsDays',
            label: t(customerTexts.terms),
            nullable: true,
            input: (value, set) => (
              <WholeField
                size="xs"
                label={t(customerTexts.terms)}
                max={365}
                value={typeof value === 'number' ? value : null}
                onChange={(next) => set(next ?? undefined)}
                onUnderstood={(understood) => understood || set(undefined)}
              />
            ),
          },
          text('orderReference', t(customerTexts.orderReference)),
          text('contactName', t(customerTexts.contactName)),
          text('email', t(customerTexts.email)),
          text('phone', t(customerTexts.phone)),
          text('note', t(recordTexts.note), 2000),
        ]
      : [
          choice('supply', t(productTexts.supply), [
            { value: 'goods', label: t(commonTexts.goods) },
            { value: 'services', label: t(commonTexts.services) },
          ]),
          choice(
            'taxClass',
            t(productTexts.taxClass),
            Object.entries(taxTexts).map(([value, label]) => ({ value, label: t(label) })),
          ),
          text('unit', t(productTexts.unit), 30),
          decimal('unitPrice', t(productTexts.price)),
          currency,
          text('note', t(recordTexts.note), 2000),
        ];
  const ofField = (field: CustomField): BulkField => {
    const key = customKeyOf(field.id);
    if (field.kind === 'choice')
      return choice(
        key,
        field.name,
        field.options.map((option) => ({ value: option, label: option })),
      );
    if (field.kind === 'yes_no')
      return choice(key, field.name, [
        { value: 'yes', label: t(filterTexts.yes) },
        { value: 'no', label: t(filterTexts.no) },
      ]);
    if (field.kind === 'number') return decimal(key, field.name);
    if (field.kind === 'text') return text(key, field.name, 500);
    return {
      key,
      label: field.name,
      nullable: true,
      input: (value, set) => <DayInput label={field.name} value={value} onChange={set} />,
    };
  };
  return [...own, ...custom.map(ofField), archived];
}

function DayInput(props: { label: string; value: BulkValue; onChange(value: BulkValue): void }) {
  const language = useLanguage();
  const today = useToday();
  const [typed, setTyped] = useState(props.value === undefined ? '' : formatDate(String(props.value), language));
  return (
    <TextInput
      size="xs"
      aria-label={props.label}
      value={typed}
      autoComplete="off"
      error={typed !== '' && parseDateInput(typed, today) === null}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        props.onChange(parseDateInput(event.currentTarget.value, today) ?? undefined);
      }}
    />
  );
}
