/** A record's custom fields and tags, tied to its form by name. */
import { TagsInput } from '@mantine/core';
import { recordPanelTexts as texts } from '#shared/messages/ui/record-panel.ts';
import type { CustomField, RecordKind } from '#shared/model/fields.ts';
import { useEngineQuery } from '../../api/query.ts';
import { useText } from '../../app/i18n.tsx';
import { useToday } from '../../app/session.ts';
import { PanelSection } from '../SidePanel.tsx';
import { customKey, type ExtrasForm, NOT_UNDERSTOOD } from './extrasForm.ts';
import styles from './fields.module.css';
import { ChoiceField, DayField, DecimalField, TextField } from './fields.tsx';
import type { Form } from './form.ts';

interface CustomInputProps {
  form: Form<ExtrasForm>;
  field: CustomField;
  disabled: boolean;
  className?: string | undefined;
}

/** One custom field, by its kind. */
function CustomInput({ form, field, disabled, className }: CustomInputProps) {
  const t = useText();
  const today = useToday();
  const name = customKey(field.id);
  const common = { label: field.name, disabled, className };
  const bound = { ...common, form, name };
  const value = form.values[name] ?? null;
  const error = form.errors[name];
  const typed = {
    ...common,
    name,
    value: value === NOT_UNDERSTOOD ? null : value,
    error: error ? t(error) : null,
    onChange: (next: string | null) => form.set(name, next),
    onUnderstood: (understood: boolean) => {
      if (!understood) form.set(name, NOT_UNDERSTOOD);
    },
  };
  switch (field.kind) {
    case 'text':
      return <TextField {...bound} maxLength={500} />;
    case 'number':
      return <DecimalField {...typed} />;
    case 'date':
      return <DayField {...typed} today={today} />;
    case 'choice':
      return (
        <ChoiceField
          {...bound}
          clearable
          searchable={field.options.length > 8}
          data={field.options.map((option) => ({ value: option, label: option }))}
        />
      );
    case 'yes_no':
      return (
        <ChoiceField
          {...bound}
          clearable
          data={[
            { value: 'yes', label: t(texts.yes) },
            { value: 'no', label: t(texts.no) },
          ]}
        />
      );
  }
}

export interface TagsFieldProps {
  form: Form<ExtrasForm>;
  record: RecordKind;
  disabled: boolean;
  className?: string | undefined;
}

/** Tags by name, with those that exist proposed; a new name makes a new tag. */
function TagsField({ form, record, disabled, className = '' }: TagsFieldProps) {
  const t = useText();
  const { data } = useEngineQuery('tag.list', { record });
  return (
    <TagsInput
      data-field="tags"
      size="sm"
      label={t(texts.tags)}
      aria-label={t(texts.tags)}
      description={t(texts.tagsHint)}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      className={`${styles['tags'] ?? ''} ${className}`}
      disabled={disabled}
      data={data?.map(({ name }) => name) ?? []}
      value={form.values.tags}
      maxTags={50}
      maxLength={40}
      maxDropdownHeight={220}
      splitChars={[',', ';']}
      acceptValueOnBlur
      comboboxProps={{ shadow: 'none' }}
      onChange={(tags) => form.set('tags', tags)}
    />
  );
}

export interface ExtrasFieldsProps<T extends ExtrasForm> {
  form: Form<T>;
  record: RecordKind;
  fields: readonly CustomField[];
  disabled: boolean;
}

/** The office's own fields of a record. */
export function ExtrasFields<T extends ExtrasForm>({ form: whole, record, fields, disabled }: ExtrasFieldsProps<T>) {
  const t = useText();
  // Of the form only the office's own fields are used here, and T has them.
  const form = whole as unknown as Form<ExtrasForm>;
  return (
    <PanelSection title={t(texts.extras)}>
      <div className={styles['extras']}>
        <TagsField form={form} record={record} disabled={disabled} className={styles['wide']} />
        {fields.map((field) => (
          <CustomInput
            key={field.id}
            form={form}
            field={field}
            disabled={disabled}
            className={field.kind === 'text' ? styles['wide'] : undefined}
          />
        ))}
      </div>
    </PanelSection>
  );
}
