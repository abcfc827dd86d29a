/** The fields of Liasse's forms, tied to a {@link Form} by name. An empty text is null where the model says so. */
import { Select, Textarea, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { formatDecimal } from '#shared/format/decimal.ts';
import { parseDecimalInput } from '#shared/format/input.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import type { DecimalText } from '#shared/model/values.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import { countryChoices, currencyChoices } from '../../app/places.ts';
import styles from './fields.module.css';
import type { Form } from './form.ts';

interface FieldProps {
  label: string;
  /** A word at the label's right: « facultatif ». */
  optional?: boolean;
  hint?: ReactNode;
  /** What was verified about the value, in the colour of right. */
  good?: string | null | undefined;
  disabled?: boolean;
  className?: string | undefined;
  placeholder?: string;
}

function useLabel({ label, optional }: Pick<FieldProps, 'label' | 'optional'>): ReactNode {
  const t = useText();
  return optional ? (
    <>
      {label}
      <small className={styles['optional']}>{t(commonTexts.optional)}</small>
    </>
  ) : (
    label
  );
}

const Good = ({ children }: { children: string }) => (
  <span className={styles['good']}>
    <IconCheck size={14} stroke={1.75} aria-hidden />
    {children}
  </span>
);

/** The fields of T that hold text, or text or null. */
type TextKey<T> = { [K in keyof T & string]: [T[K]] extends [string | null] ? K : never }[keyof T & string];

/** Mantine's texts for one field of a form. */
function useShown<T extends object>(form: Form<T>, name: keyof T & string, props: FieldProps) {
  const t = useText();
  const label = useLabel(props);
  const error = form.errors[name];
  return {
    'data-field': name,
    label,
    'aria-label': props.label,
    ...(props.className === undefined ? {} : { className: props.className }),
    ...(props.placeholder === undefined ? {} : { placeholder: props.placeholder }),
    disabled: props.disabled ?? false,
    error: error ? t(error) : null,
    description: props.good && !error ? <Good>{props.good}</Good> : (props.hint ?? null),
    inputWrapperOrder: ['label', 'input', 'error', 'description'] as ('label' | 'input' | 'error' | 'description')[],
    onBlur: () => form.leave(name),
  };
}

export interface TextFieldProps<T extends object> extends FieldProps {
  form: Form<T>;
  name: TextKey<T>;
  /** Null where the model knows "not said"; an empty text where it does not. Default: null. */
  empty?: '' | null;
  rows?: number;
  autoFocus?: boolean;
  maxLength?: number;
}

export function TextField<T extends object>(props: TextFieldProps<T>) {
  const { form, name, empty = null, rows, maxLength = 200 } = props;
  const shown = useShown(form, name, props);
  // The key's type says that the value is text or null.
  const value = (form.values[name] as string | null) ?? '';
  const change = (typed: string) => form.set(name, (typed === '' ? empty : typed) as T[typeof name]);
  return rows === undefined ? (
    <TextInput
      {...shown}
      value={value}
      maxLength={maxLength}
      data-autofocus={props.autoFocus || undefined}
      onChange={(event) => change(event.currentTarget.value)}
      autoComplete="off"
      spellCheck={false}
    />
  ) : (
    <Textarea
      {...shown}
      value={value}
      rows={rows}
      maxLength={maxLength}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}

export interface ChoiceFieldProps<T extends object> extends FieldProps {
  form: Form<T>;
  name: keyof T & string;
  data: readonly { value: string; label: string }[];
  searchable?: boolean;
  /** Whether "not said" can be chosen; the value is null then. */
  clearable?: boolean;
  onPicked?: (value: string | null) => void;
}

export function ChoiceField<T extends object>(props: ChoiceFieldProps<T>) {
  const { form, name, data, searchable = false, clearable = false, onPicked } = props;
  const shown = useShown(form, name, props);
  return (
    <Select
      {...shown}
      data={[...data]}
      value={form.values[name] as string | null} // the caller's choices are this field's values
      searchable={searchable}
      clearable={clearable}
      allowDeselect={false}
      onChange={(value) => {
        form.set(name, value as T[typeof name]); // one of `data`, or null where clearable
        onPicked?.(value);
      }}
    />
  );
}

type Bound<T extends object> = Omit<ChoiceFieldProps<T>, 'data' | 'searchable'>;

export function CountryField<T extends object>(props: Bound<T>) {
  const language = useLanguage();
  const data = useMemo(() => countryChoices(language), [language]);
  return <ChoiceField {...props} data={data} searchable />;
}

export function CurrencyField<T extends object>(props: Bound<T>) {
  const language = useLanguage();
  const data = useMemo(() => currencyChoices(language), [language]);
  return <ChoiceField {...props} data={data} searchable />;
}

export function LanguageField<T extends object>(props: Bound<T>) {
  const t = useText();
  const data = [
    { value: 'fr', label: t(commonTexts.french) },
    { value: 'en', label: t(commonTexts.english) },
  ];
  return <ChoiceField {...props} data={data} />;
}

export interface TypedProps<V> extends FieldProps {
  name?: string;
  value: V | null;
  /** Null when the field is empty. Called when what is typed is understood. */
  onChange: (value: V | null) => void;
  error?: string | null;
  onBlur?: () => void;
  align?: 'left' | 'right';
  size?: 'xs' | 'sm';
  /** Told whether what stands in the field is understood. */
  onUnderstood?: (understood: boolean) => void;
}

interface TypedInputProps<V> extends TypedProps<V> {
  read: (typed: string) => V | null;
  write: (value: V) => string;
  misread: string;
}

/** A value typed as text: read as it is typed, written in the usual form when the cursor leaves. */
function TypedInput<V>(props: TypedInputProps<V>) {
  const { value, onChange, read, write, error, misread, align = 'left', size = 'sm', onUnderstood } = props;
  const label = useLabel(props);
  const [typed, setTyped] = useState(value === null ? '' : write(value));
  const [editing, setEditing] = useState(false);
  const written = value === null ? '' : write(value);
  const bad = typed.trim() !== '' && read(typed) === null;
  // What is not understood stays to be mended; what is, is written in the usual form.
  useEffect(() => {
    if (!editing && !bad) setTyped(written);
  }, [editing, bad, written]);
  return (
    <TextInput
      {...(props.name === undefined ? {} : { 'data-field': props.name })}
      {...(props.className === undefined ? {} : { className: props.className })}
      {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
      label={label}
      aria-label={props.label}
      size={size}
      value={typed}
      disabled={props.disabled ?? false}
      styles={{ input: { textAlign: align } }}
      error={bad && !editing ? misread : (error ?? null)}
      description={props.hint ?? null}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      autoComplete="off"
      onFocus={() => setEditing(true)}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const understood = text.trim() === '' ? null : read(text);
        onUnderstood?.(text.trim() === '' || understood !== null);
        if (text.trim() === '' || understood !== null) onChange(understood);
      }}
      onBlur={() => {
        setEditing(false);
        props.onBlur?.();
      }}
    />
  );
}

/** An exact decimal: price, quantity, percentage. */
export function DecimalField({ least = 0, ...props }: TypedProps<DecimalText> & { least?: number }) {
  const t = useText();
  const language = useLanguage();
  return (
    <TypedInput
      align="right"
      {...props}
      read={(typed) => parseDecimalInput(typed, language)}
      write={(value) => formatDecimal(value, language, { minDigits: least })}
      misread={t(commonTexts.notANumber)}
    />
  );
}

/** A whole number of days, ranks and the like. */
export function WholeField({
  min = 0,
  max = 999_999_999,
  ...props
}: TypedProps<number> & { min?: number; max?: number }) {
  const t = useText();
  return (
    <TypedInput
      align="right"
      {...props}
      read={(typed) => {
        const digits = typed.replaceAll(/[\s\u00a0\u202f]/g, '');
        const value = /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN;
        return value >= min && value <= max ? value : null;
      }}
      write={String}
      misread={t(commonTexts.notAWhole, { min, max })}
    />
  );
}
