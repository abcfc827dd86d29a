/** The customer: searched by name, code or town; a new one is created without leaving the invoice. */
import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { type Ref, useEffect, useState } from 'react';
import type { CustomerRow } from '#shared/contract/records.ts';
import { handTexts } from '#shared/messages/ui/invoices.ts';
import type { Customer } from '#shared/model/customer.ts';
import { useEngineQuery } from '../../../api/query.ts';
import { useText } from '../../../app/i18n.tsx';
import type { InvoiceDraft } from './draft.ts';
import css from './hand.module.css';
import { QuickCustomer } from './QuickCustomer.tsx';

interface CustomerFieldProps {
  value: InvoiceDraft['customer'];
  error: string | undefined;
  disabled: boolean;
  inputRef: Ref<HTMLInputElement>;
  onChoose(customer: Customer): void;
  onClear(): void;
  /** Where the focus goes once a customer is chosen. */
  onDone(): void;
}

const NEW = 'new';
const DELAY = 120;

export function CustomerField({ value, error, disabled, inputRef, onChoose, onClear, onDone }: CustomerFieldProps) {
  const t = useText();
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const [typed, setTyped] = useState(value?.name ?? '');
  const [search, setSearch] = useState('');
  const [creating, setCreating] = useState<string | null>(null);
  useEffect(() => setTyped(value?.name ?? ''), [value]);
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), DELAY);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data, isPlaceholderData } = useEngineQuery('customer.list', {
    filter: { search: value === null ? search : '' },
    limit: 12,
  });
  const rows = data?.rows ?? [];
  // Until the list answers what is typed now, nothing of it may be taken: Enter waits for the answer.
  const answered = search === typed.trim() && data !== undefined && !isPlaceholderData;
  const [entered, setEntered] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer
  useEffect(() => {
    if (!answered || typed.trim() === '') return;
    const [first] = rows;
    if (entered && first !== undefined) choose(first);
    else if (box.dropdownOpened) box.selectFirstOption();
    setEntered(false);
  }, [answered, data]);

  const choose = (customer: Customer): void => {
    setCreating(null);
    setTyped(customer.name ?? customer.code);
    onChoose(customer);
    box.closeDropdown();
    onDone();
  };
  const submit = (option: string): void => {
    const found = rows.find((row) => row.id === option);
    if (found === undefined) {
      setCreating(typed.trim());
      box.closeDropdown();
    } else choose(found);
  };

  return (
    <div>
      <Combobox store={box} onOptionSubmit={submit}>
        <Combobox.Target>
          <TextInput
            ref={inputRef}
            label={t(handTexts.customer)}
            placeholder={t(handTexts.customerHint)}
            leftSection={<IconSearch size={14} stroke={1.75} />}
            autoComplete="off"
            disabled={disabled}
            value={typed}
            error={error}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setEntered(false);
              if (value !== null) onClear();
              box.openDropdown();
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || value !== null || typed.trim() === '') return;
              // An option pointed at is taken by the list itself.
              if (answered && box.getSelectedOptionIndex() >= 0) return;
              event.preventDefault();
              event.stopPropagation();
              // Between the answer's paint and its effect nothing is pointed at yet: Enter means the first all the same.
              if (answered) submit(rows[0]?.id ?? NEW);
              else setEntered(true);
            }}
            onFocus={(event) => {
              event.currentTarget.select();
              if (value === null) box.openDropdown();
            }}
            onBlur={() => box.closeDropdown()}
          />
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Options className={css['options'] ?? ''}>
            {rows.map((row) => (
              <Combobox.Option key={row.id} value={row.id} disabled={!answered}>
                <CustomerOption row={row} />
              </Combobox.Option>
            ))}
            {typed.trim() === '' ? null : (
              <Combobox.Option value={NEW} disabled={!answered}>
                <span className={css['create']}>
                  <IconPlus size={14} stroke={1.75} aria-hidden="true" />
                  {t(handTexts.customerCreate, { name: typed.trim() })}
                </span>
              </Combobox.Option>
            )}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {creating === null ? null : (
        <QuickCustomer name={creating} onCreated={choose} onCancel={() => setCreating(null)} />
      )}
    </div>
  );
}

function CustomerOption({ row }: { row: CustomerRow }) {
  return (
    <span className={css['option']}>
      <b className="ellipsis">{row.name ?? row.code}</b>
      <span>{[row.code, row.city, row.country].filter(Boolean).join(' · ')}</span>
    </span>
  );
}
