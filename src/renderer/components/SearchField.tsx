/** The search of a list: `/`, Ctrl F and the menu put the cursor here; Esc empties it. */
import { ActionIcon, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { onFind } from '../app/commands.ts';
import { useText } from '../app/i18n.tsx';
import { Kbd } from './Kbd.tsx';

/** People pause between words, not between letters (milliseconds). */
const PAUSE = 160;

export interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (search: string) => void;
  width?: number;
}

export function SearchField({ label, value, onChange, width = 240 }: SearchFieldProps) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => onFind(() => input.current?.select()), []);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onChange(typed), PAUSE);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <TextInput
      ref={input}
      size="xs"
      style={{ width }}
      aria-label={label}
      placeholder={label}
      value={typed}
      maxLength={200}
      autoComplete="off"
      spellCheck={false}
      leftSection={<IconSearch size={14} stroke={1.75} aria-hidden />}
      rightSection={
        typed === '' ? (
          <Kbd keys="/" />
        ) : (
          <ActionIcon size="sm" aria-label={t(commonTexts.clearSearch)} onClick={() => onChange('')}>
            <IconX size={14} stroke={1.75} aria-hidden />
          </ActionIcon>
        )
      }
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && typed !== '') {
          event.preventDefault();
          event.stopPropagation();
          onChange('');
          setTyped('');
        } else if (event.key === 'Enter') onChange(typed);
      }}
    />
  );
}
