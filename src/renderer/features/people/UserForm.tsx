/** One user: name, roles, what becomes of the secret. */
import { Button, Checkbox, PasswordInput, SegmentedControl, TextInput } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { usersTexts as texts } from '#shared/messages/ui/people.ts';
import { type Role, roles, type User } from '#shared/model/people.ts';
import { useEngineCommand } from '../../api/query.ts';
import { useLeaveGuard } from '../../app/dialogs.tsx';
import { useText } from '../../app/i18n.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { useSaveKey } from '../../components/fields/useSaveKey.ts';
import { Kbd, mod } from '../../components/Kbd.tsx';
import { toast } from '../../components/toast.tsx';
import styles from './people.module.css';

interface UserFormProps {
  user: User | null;
  /** The company has no user yet: this one manages. */
  first: boolean;
  off: boolean;
  onDirty: (dirty: boolean) => void;
  onDone: () => void;
  onClose: () => void;
}

const SHORTEST = 4;
const hints = {
  prepare: texts.prepareHint,
  approve: texts.approveHint,
  account: texts.accountHint,
  manage: texts.manageHint,
} as const;

export function UserForm({ user, first, off, onDirty, onDone, onClose }: UserFormProps) {
  const t = useText();
  const save = useEngineCommand('user.save');
  const archive = useEngineCommand('user.archive');
  const [name, setName] = useState(user?.name ?? '');
  const [chosen, setChosen] = useState<readonly Role[]>(user?.roles ?? (first ? roles : []));
  const [kind, setKind] = useState<'keep' | 'none' | 'new'>(user ? 'keep' : 'new');
  const [secret, setSecret] = useState('');
  const [tried, setTried] = useState(false);
  const dirty =
    name !== (user?.name ?? '') ||
    secret !== '' ||
    (user !== null && (kind !== 'keep' || roles.some((role) => chosen.includes(role) !== user.roles.includes(role))));
  useEffect(() => onDirty(dirty), [dirty, onDirty]);
  useLeaveGuard(dirty);

  const nameError = name.trim() === '' ? t(texts.nameNeeded) : null;
  // A new user may do without: an empty field is no secret.
  const wanted = kind === 'new' && user === null && secret === '' ? 'none' : kind;
  const secretError = wanted === 'new' && secret.length < SHORTEST ? t(texts.secretTooShort) : null;
  const submit = useCallback(() => {
    setTried(true);
    if (off || nameError !== null || secretError !== null) return;
    save.mutate(
      {
        id: user?.id ?? null,
        rowVersion: user?.rowVersion ?? null,
        name: name.trim(),
        roles: [...chosen],
        secret: wanted === 'new' ? { kind: 'new', secret } : { kind: wanted },
      },
      {
        onSuccess: () => {
          toast({ message: t(texts.saved) });
          onDone();
        },
      },
    );
  }, [off, nameError, secretError, save, user, name, chosen, wanted, secret, t, onDone]);
  useSaveKey(submit);
  const remove = () => {
    if (!user) return;
    archive.mutate(
      { id: user.id, rowVersion: user.rowVersion, archived: !user.archived },
      {
        onSuccess: ({ archived }) => {
          toast({ message: t(archived ? texts.removedToast : texts.backToast, { name: user.name }) });
          onDone();
        },
      },
    );
  };
  const error = save.error ?? archive.error;
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2>{user ? user.name : t(first ? texts.addFirst : texts.add)}</h2>
      {error ? (
        <div className={styles['whole']}>
          <ErrorPanel variant="inline" error={error} />
        </div>
      ) : null}
      <TextInput
        className={styles['whole'] ?? ''}
        label={t(texts.name)}
        value={name}
        maxLength={60}
        autoFocus={user === null}
        disabled={off || (user?.acted ?? false)}
        description={user?.acted ? t(texts.nameStays) : undefined}
        error={tried ? nameError : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <fieldset className={styles['whole']}>
        <legend>{t(texts.roles)}</legend>
        <div className={styles['roles']}>
          {roles.map((role) => (
            <Checkbox
              key={role}
              label={t(texts[role])}
              description={t(hints[role])}
              disabled={off || (first && role === 'manage')}
              checked={chosen.includes(role)}
              onChange={(event) => {
                const on = event.currentTarget.checked;
                setChosen((now) => roles.filter((one) => (one === role ? on : now.includes(one))));
              }}
            />
          ))}
        </div>
        {first ? <p className="faint small">{t(texts.firstManages)}</p> : null}
      </fieldset>
      <fieldset className={styles['whole']}>
        <legend>{t(texts.secret)}</legend>
        {user ? (
          <SegmentedControl
            value={kind}
            disabled={off}
            onChange={setKind}
            data={[
              { value: 'keep' as const, label: t(user.hasSecret ? texts.secretKeep : texts.secretNone) },
              { value: 'new' as const, label: t(texts.secretNew) },
              ...(user.hasSecret ? [{ value: 'none' as const, label: t(texts.secretNone) }] : []),
            ]}
          />
        ) : null}
        {kind === 'new' ? (
          <PasswordInput
            mt="xs"
            aria-label={t(texts.secret)}
            value={secret}
            maxLength={200}
            autoComplete="new-password"
            disabled={off}
            description={t(texts.secretHint)}
            error={tried || secret !== '' ? secretError : null}
            onChange={(event) => setSecret(event.currentTarget.value)}
          />
        ) : null}
      </fieldset>
      <div className={`${styles['whole']} ${styles['acts']}`}>
        {user ? (
          <Button disabled={off} loading={archive.isPending} onClick={remove}>
            {t(user.archived ? texts.takeBack : texts.remove)}
          </Button>
        ) : null}
        <div className="grow" />
        <Button variant="subtle" onClick={onClose}>
          {t(commonTexts.close)}
        </Button>
        <Button
          type="submit"
          variant="filled"
          disabled={off || (user !== null && !dirty)}
          loading={save.isPending}
          rightSection={<Kbd keys={`${mod} S`} aside />}
        >
          {t(commonTexts.save)}
        </Button>
      </div>
    </form>
  );
}
