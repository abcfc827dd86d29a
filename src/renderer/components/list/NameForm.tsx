/** A name to give, under the button that asked for it. */
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { asEngineError } from '../../api/query.ts';
import { useErrorSentences } from '../../app/i18n.tsx';
import css from './list.module.css';

interface NameFormProps {
  label: string;
  hint: string | null;
  initial: string;
  save: string;
  cancel: string;
  onCancel(): void;
  /** Closes the form by itself; what it throws is said here. */
  onSave(name: string): Promise<void>;
}

export function NameForm({ label, hint, initial, save, cancel, onCancel, onSave }: NameFormProps) {
  const sentences = useErrorSentences();
  const [name, setName] = useState(initial);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const submit = async (): Promise<void> => {
    if (name.trim() === '' || busy) return;
    setBusy(true);
    try {
      await onSave(name.trim());
    } catch (thrown) {
      setBusy(false);
      setError(sentences(asEngineError(thrown)).what);
    }
  };
  return (
    <form
      className={css['stack']}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        void submit();
      }}
    >
      <TextInput
        data-autofocus
        label={label}
        aria-label={label}
        value={name}
        maxLength={60}
        autoComplete="off"
        error={error}
        description={error === null ? hint : null}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setError(null);
        }}
      />
      <div className={css['answers']}>
        <Button size="xs" variant="subtle" onClick={onCancel}>
          {cancel}
        </Button>
        <Button size="xs" variant="filled" type="submit" loading={busy} disabled={name.trim() === ''}>
          {save}
        </Button>
      </div>
    </form>
  );
}
