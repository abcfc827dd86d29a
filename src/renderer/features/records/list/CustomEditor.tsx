/** A condition on a custom field: how it compares, and with what. */
import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CustomCondition } from '#shared/contract/record-filters.ts';
import { formatDate } from '#shared/format/date.ts';
import { formatDecimal } from '#shared/format/decimal.ts';
import { parseDateInput, parseDecimalInput } from '#shared/format/input.ts';
import type { Text } from '#shared/messages/catalogue.ts';
import { filterTexts as texts } from '#shared/messages/ui/records.ts';
import type { CustomField, CustomFieldKind } from '#shared/model/fields.ts';
import { useLanguage, useText } from '../../../app/i18n.tsx';
import { useToday } from '../../../app/session.ts';
import { useTypedNumber } from '../../../components/fields/useTypedNumber.ts';
import css from './records-list.module.css';

type Op = CustomCondition['op'];
const opsOf: Record<CustomFieldKind, readonly Op[]> = {
  text: ['contains', 'is', 'notEmpty', 'empty'],
  number: ['is', 'atLeast', 'atMost', 'notEmpty', 'empty'],
  date: ['is', 'atLeast', 'atMost', 'notEmpty', 'empty'],
  choice: ['is', 'notEmpty', 'empty'],
  yes_no: ['is', 'notEmpty', 'empty'],
};
const opTexts: Record<Op, Text> = {
  is: texts.opIsWord,
  contains: texts.opContainsWord,
  atLeast: texts.opAtLeastWord,
  atMost: texts.opAtMostWord,
  empty: texts.opEmpty,
  notEmpty: texts.opNotEmpty,
};

interface CustomEditorProps {
  field: CustomField;
  condition: CustomCondition | null;
  onCondition(condition: CustomCondition | null): void;
}

export function CustomEditor({ field, condition, onCondition }: CustomEditorProps) {
  const t = useText();
  const language = useLanguage();
  const today = useToday();
  const ops = opsOf[field.kind];
  const [op, setOp] = useState<Op>(condition?.op ?? ops[0] ?? 'is');
  const shown = (value: string): string => {
    if (value === '') return '';
    return field.kind === 'number'
      ? formatDecimal(value, language)
      : field.kind === 'date'
        ? formatDate(value, language)
        : value;
  };
  const [text, setText] = useState(shown(condition?.value ?? ''));
  const [number, setNumber] = useTypedNumber(text);
  const [typed, setTyped] = field.kind === 'number' ? [number, setNumber] : [text, setText];
  const read = (text: string): string | null =>
    field.kind === 'number'
      ? parseDecimalInput(text, language)
      : field.kind === 'date'
        ? parseDateInput(text, today)
        : text.trim() || null;

  const say = (nextOp: Op, text: string): void => {
    const alone = nextOp === 'empty' || nextOp === 'notEmpty';
    const value = alone ? '' : read(text);
    onCondition(value === null ? null : { fieldId: field.id, op: nextOp, value });
  };
  const choices =
    field.kind === 'choice'
      ? field.options.map((option) => ({ value: option, label: option }))
      : [
          { value: 'yes', label: t(texts.yes) },
          { value: 'no', label: t(texts.no) },
        ];
  return (
    <div className={css['stack']}>
      <Select
        size="xs"
        label={field.name}
        aria-label={field.name}
        data={ops.map((one) => ({ value: one, label: t(opTexts[one]) }))}
        value={op}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        onChange={(value) => {
          const next = ops.find((one) => one === value);
          if (next === undefined) return;
          setOp(next);
          say(next, typed);
        }}
      />
      {op === 'empty' || op === 'notEmpty' ? null : field.kind === 'choice' || field.kind === 'yes_no' ? (
        <Select
          size="xs"
          data-autofocus
          aria-label={t(texts.customValue)}
          data={choices}
          value={typed === '' ? null : typed}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          onChange={(value) => {
            setTyped(value ?? '');
            say(op, value ?? '');
          }}
        />
      ) : (
        <TextInput
          size="xs"
          data-autofocus
          aria-label={t(texts.customValue)}
          value={typed}
          autoComplete="off"
          error={typed !== '' && read(typed) === null}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            say(op, event.currentTarget.value);
          }}
        />
      )}
    </div>
  );
}
