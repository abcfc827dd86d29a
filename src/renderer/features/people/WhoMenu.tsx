/** Who is signed in, in the title bar; and the ways out. */
import { Button, Menu, Modal, PasswordInput } from '@mantine/core';
import { IconKey, IconLock, IconUser, IconUserShare } from '@tabler/icons-react';
import { useState } from 'react';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { whoTexts as texts, usersTexts } from '#shared/messages/ui/people.ts';
import { useEngineCommand } from '../../api/query.ts';
import { askToLeave } from '../../app/dialogs.tsx';
import { useText } from '../../app/i18n.tsx';
import { usePeople } from '../../app/people.ts';
import { useJourney } from '../../app/routes.ts';
import { useWritable } from '../../app/session.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { Kbd, mod } from '../../components/Kbd.tsx';
import { toast } from '../../components/toast.tsx';
import styles from './people.module.css';
import { lockNow, signOut } from './state.ts';

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

export function WhoMenu() {
  const t = useText();
  const state = usePeople((s) => s.state);
  const writable = useWritable();
  const [changing, setChanging] = useState(false);
  const guard = useJourney((s) => s.guard);
  if (state?.mode !== 'signed_in' || state.me === null) return null;
  const { me } = state;
  return (
    <>
      <Menu position="bottom-end" width={248}>
        <Menu.Target>
          <button type="button" className={styles['who']} aria-label={t(texts.menu, { name: me.name })}>
            <IconUser {...icon} />
            <span className="ellipsis">{me.name}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {me.roles.length === 0 ? t(usersTexts.readOnly) : me.roles.map((role) => t(usersTexts[role])).join(', ')}
          </Menu.Label>
          <Menu.Item
            leftSection={<IconLock {...icon} />}
            rightSection={<Kbd keys={`${mod} ⇧ L`} aside />}
            onClick={() => void lockNow()}
          >
            {t(texts.lock)}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconUserShare {...icon} />}
            onClick={() => askToLeave(guard !== null, () => void signOut())}
          >
            {t(texts.switchUser)}
          </Menu.Item>
          <Menu.Item leftSection={<IconKey {...icon} />} disabled={!writable} onClick={() => setChanging(true)}>
            {t(texts.changeSecret)}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {changing ? (
        <SecretDialog
          asksPresent={state.users.find((user) => user.id === me.id)?.hasSecret ?? false}
          onClose={() => setChanging(false)}
        />
      ) : null}
    </>
  );
}

function SecretDialog({ asksPresent, onClose }: { asksPresent: boolean; onClose: () => void }) {
  const t = useText();
  const change = useEngineCommand('user.changeSecret');
  const [current, setCurrent] = useState('');
  const [secret, setSecret] = useState('');
  const short = secret !== '' && secret.length < 4;
  return (
    <Modal opened onClose={onClose} title={t(texts.changeSecret)} size={420}>
      <form
        className={styles['signIn']}
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate(
            { current: asksPresent ? current : null, secret: secret === '' ? null : secret },
            {
              onSuccess: () => {
                toast({ message: t(texts.changed) });
                onClose();
              },
            },
          );
        }}
      >
        {change.error ? <ErrorPanel variant="inline" error={change.error} /> : null}
        {asksPresent ? (
          <PasswordInput
            label={t(texts.current)}
            data-autofocus
            value={current}
            autoComplete="off"
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
        ) : null}
        <PasswordInput
          label={t(usersTexts.secretNew)}
          value={secret}
          autoComplete="new-password"
          description={t(usersTexts.secretHint)}
          error={short ? t(usersTexts.secretTooShort) : null}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
        <div className={styles['acts']}>
          <div className="grow" />
          <Button onClick={onClose}>{t(commonTexts.close)}</Button>
          <Button type="submit" variant="filled" loading={change.isPending} disabled={short}>
            {t(commonTexts.save)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
