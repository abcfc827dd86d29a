/** A reason asked for where the act is: in the panel, not in a dialog. */
import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { deskTexts } from '#shared/messages/ui/desk.ts';
import { useText } from '../../../app/i18n.tsx';
import css from './desk.module.css';

interface ReasonFormProps {
  title: string;
  hint?: string;
  label: string;
  /** Fewest letters that make a reason; 0: it may stay empty. */
  least: number;
  submit: string;
  busy: boolean;
  onSubmit(reason: string): void;
  onCancel(): void;
  /** A second way to submit, with the same reason. */
  other?: (reason: string, enough: boolean) => ReactNode;
}

export function ReasonForm({ title, hint, label, least, submit, busy, onSubmit, onCancel, other }: ReasonFormProps) {
  const t = useText();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const enough = reason.trim().length >= least;
  return (
    <form
      className={css['reason']}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (enough) onSubmit(reason.trim());
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onCancel();
      }}
    >
      <b>{title}</b>
      {hint === undefined ? null : <p>{hint}</p>}
      <TextInput
        autoFocus
        size="xs"
        label={label}
        maxLength={500}
        value={reason}
        error={tried && !enough ? t(deskTexts.acceptShort) : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={css['reasonRow']}>
        <Button type="submit" size="xs" variant="filled" loading={busy}>
          {submit}
        </Button>
        {other?.(reason.trim(), enough)}
        <Button size="xs" variant="subtle" onClick={onCancel}>
          {t(deskTexts.cancel)}
        </Button>
      </div>
    </form>
  );
}
