import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { runsTexts } from '#shared/messages/ui/runs.ts';
import { useText } from '../../app/i18n.tsx';

interface DateFieldProps {
  label: string;
  value: string;
  valid: boolean;
  error?: string | undefined;
  onChange(typed: string): void;
  className?: string | undefined;
}

/** A date typed as people write it. It complains when it is left, not while it is being typed. */
export function DateField({ label, value, valid, error, onChange, className }: DateFieldProps) {
  const t = useText();
  const [left, setLeft] = useState(false);
  return (
    <TextInput
      label={label}
      value={value}
      className={className}
      inputMode="numeric"
      error={error ?? (left && !valid ? t(runsTexts.badDate) : undefined)}
      onFocus={(event) => {
        setLeft(false);
        event.currentTarget.select();
      }}
      onBlur={() => setLeft(true)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
