/** A name from the list, and a secret where that person has one. */
import { Button, PasswordInput, Select } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { signInTexts as texts } from '#shared/messages/ui/people.ts';
import { EngineError } from '#shared/model/error.ts';
import { UserId } from '#shared/model/ids.ts';
import { engine } from '../../api/client.ts';
import { asEngineError } from '../../api/query.ts';
import { useErrorSentences, useText } from '../../app/i18n.tsx';
import { usePeople } from '../../app/people.ts';
import styles from './people.module.css';
import { takePeople } from './state.ts';

interface SignInFormProps {
  /** Who is chosen at first. */
  userId: string | null;
  act: string;
}

export function SignInForm({ userId, act }: SignInFormProps) {
  const t = useText();
  const say = useErrorSentences();
  const users = usePeople((s) => s.state?.users) ?? [];
  const [chosen, setChosen] = useState<string | null>(userId ?? (users.length === 1 ? (users[0]?.id ?? null) : null));
  const [secret, setSecret] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<EngineError | null>(null);
  const wait = useWait(error);
  const field = useRef<HTMLInputElement>(null);
  const user = users.find((one) => one.id === chosen) ?? null;
  const asksSecret = user?.hasSecret ?? false;
  useEffect(() => {
    if (asksSecret) field.current?.focus();
  }, [asksSecret]);

  const submit = async () => {
    if (user === null || busy || wait > 0) return;
    setBusy(true);
    try {
      const id = UserId.parse(user.id);
      takePeople(await engine.call('people.signIn', { userId: id, secret: asksSecret ? secret : null }));
    } catch (thrown) {
      setError(asEngineError(thrown));
      setSecret('');
      field.current?.focus();
    } finally {
      setBusy(false);
    }
  };
  const told = wait > 0 ? new EngineError('sign_in_wait', { seconds: wait }) : error;
  const sentences = told === null ? null : say(told);
  return (
    <form
      className={styles['signIn']}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Select
        label={t(texts.who)}
        data={users.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen}
        onChange={(value) => {
          setChosen(value);
          setSecret('');
          setError(null);
        }}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
      />
      {asksSecret ? (
        <PasswordInput
          ref={field}
          label={t(texts.secret)}
          value={secret}
          autoComplete="off"
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
      ) : user === null ? null : (
        <p className="faint small">{t(texts.noSecret)}</p>
      )}
      {sentences === null ? null : (
        <p className={styles['wrong']} role="alert">
          <b>{sentences.what}</b> {wait > 0 ? sentences.means : sentences.remedy}
        </p>
      )}
      <Button
        type="submit"
        variant="filled"
        loading={busy}
        disabled={user === null || wait > 0 || (asksSecret && secret === '')}
      >
        {act}
      </Button>
    </form>
  );
}

/** Seconds left of a wait that the engine imposed. */
function useWait(error: EngineError | null): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const seconds = error?.code === 'sign_in_wait' ? Number(error.params['seconds']) : 0;
    setLeft(seconds);
    if (seconds === 0) return undefined;
    const until = Date.now() + seconds * 1000;
    const timer = setInterval(() => {
      const rest = Math.max(0, Math.ceil((until - Date.now()) / 1000));
      setLeft(rest);
      if (rest === 0) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [error]);
  return left;
}
