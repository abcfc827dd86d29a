/** A line's description: free text, or a product found by name or code, which fills the rest of the line. */
import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { type KeyboardEvent, type Ref, useEffect, useState } from 'react';
import { formatDecimal } from '#shared/format/decimal.ts';
import type { Product } from '#shared/model/product.ts';
import { useEngineQuery } from '../../../api/query.ts';
import { useLanguage } from '../../../app/i18n.tsx';
import css from './hand.module.css';

interface ProductFieldProps {
  label: string;
  value: string;
  error: boolean;
  title: string | undefined;
  inputRef: Ref<HTMLInputElement> | undefined;
  onType(text: string): void;
  onProduct(product: Product): void;
  onKeyDown(event: KeyboardEvent<HTMLInputElement>): void;
}

const DELAY = 120;

export function ProductField({
  label,
  value,
  error,
  title,
  inputRef,
  onType,
  onProduct,
  onKeyDown,
}: ProductFieldProps) {
  const language = useLanguage();
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const [search, setSearch] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSearch(value.trim()), DELAY);
    return () => clearTimeout(timer);
  }, [value]);
  const { data } = useEngineQuery(
    'product.list',
    { filter: { search }, limit: 8 },
    { enabled: box.dropdownOpened && search !== '' },
  );
  const rows = search === '' ? [] : (data?.rows ?? []);

  return (
    <Combobox
      store={box}
      width={380}
      position="bottom-start"
      onOptionSubmit={(id) => {
        const product = rows.find((row) => row.id === id);
        if (product !== undefined) onProduct(product);
        box.closeDropdown();
      }}
    >
      <Combobox.Target>
        <TextInput
          ref={inputRef}
          size="xs"
          aria-label={label}
          autoComplete="off"
          value={value}
          error={error}
          title={title}
          onChange={(event) => {
            onType(event.currentTarget.value);
            box.openDropdown();
          }}
          onBlur={() => box.closeDropdown()}
          onKeyDown={(event) => {
            // Enter takes the product pointed at; otherwise it belongs to the line.
            if (event.key === 'Enter' && box.dropdownOpened && box.getSelectedOptionIndex() >= 0) return;
            onKeyDown(event);
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={rows.length === 0}>
        <Combobox.Options className={css['options'] ?? ''}>
          {rows.map((row) => (
            <Combobox.Option key={row.id} value={row.id}>
              <span className={css['option']}>
                <b className="ellipsis">{row.name}</b>
                <span>
                  {row.code}
                  {row.unitPrice === null ? '' : ` · ${formatDecimal(row.unitPrice, language, { minDigits: 2 })}`}
                </span>
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
