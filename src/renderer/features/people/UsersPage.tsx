/** Who may sign in, what each may do, and the rules by which they work. */
import { Button } from '@mantine/core';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { usersTexts as texts } from '#shared/messages/ui/people.ts';
import type { User } from '#shared/model/people.ts';
import { useEngineQuery } from '../../api/query.ts';
import { askToLeave } from '../../app/dialogs.tsx';
import { useText } from '../../app/i18n.tsx';
import { usePeople } from '../../app/people.ts';
import { useWritable } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { FormSkeleton } from '../settings/FormSkeleton.tsx';
import list from '../settings/numbering.module.css';
import page from '../settings/settings.module.css';
import styles from './people.module.css';
import { Rules } from './Rules.tsx';
import { useGuard } from './state.ts';
import { UserForm } from './UserForm.tsx';

export function UsersPage() {
  const t = useText();
  const writable = useWritable();
  const guard = useGuard('user.save');
  const me = usePeople((s) => s.state?.me ?? null);
  const { data, error, refetch } = useEngineQuery('user.list', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const [dirty, setDirty] = useState(false);
  const choose = (id: string | null) =>
    askToLeave(dirty, () => {
      setDirty(false);
      setChosen(id);
    });
  if (error && !data)
    return (
      <ErrorPanel error={error} actions={<Button onClick={() => void refetch()}>{t(commonTexts.retry)}</Button>} />
    );
  if (!data) return <FormSkeleton />;
  const off = !writable || guard.disabled === true;
  const user = data.find(({ id }) => id === chosen) ?? null;
  const add = (label: string, primary: boolean) => (
    <Button
      {...(primary ? { variant: 'filled' } : { size: 'xs' })}
      disabled={off || chosen === 'new'}
      title={guard.title}
      leftSection={<IconUserPlus size={16} stroke={1.6} aria-hidden />}
      onClick={() => choose('new')}
    >
      {label}
    </Button>
  );
  const row = (one: User) => (
    <tr key={one.id} data-current={one.id === chosen || undefined} data-archived={one.archived || undefined}>
      <td>
        <button type="button" onClick={() => choose(one.id)} aria-expanded={one.id === chosen}>
          {one.name}
        </button>
        {one.id === me?.id ? <span className={list['pill']}>{t(texts.you)}</span> : null}
        {one.archived ? <span className={list['pill']}>{t(texts.removed)}</span> : null}
      </td>
      <td>{one.roles.length === 0 ? t(texts.readOnly) : one.roles.map((role) => t(texts[role])).join(', ')}</td>
      <td className="muted">{t(one.hasSecret ? texts.withSecret : texts.secretNone)}</td>
    </tr>
  );
  return (
    <div className={page['formPage']}>
      <header className={page['pageHead']}>
        <h1>{t(texts.title)}</h1>
        <div className="grow" />
        {data.length === 0 ? null : add(t(texts.add), false)}
      </header>
      <div className={page['scroll']}>
        <p className={page['lead']}>{t(texts.lead)}</p>
        {data.length === 0 ? (
          chosen === 'new' ? null : (
            <div>
              <EmptyState
                icon={IconUsers}
                title={t(texts.empty)}
                body={t(texts.emptyBody)}
                actions={add(t(texts.addFirst), true)}
              />
            </div>
          )
        ) : (
          <table className={list['list']}>
            <thead>
              <tr>
                <th scope="col">{t(texts.name)}</th>
                <th scope="col">{t(texts.roles)}</th>
                <th scope="col">{t(texts.secret)}</th>
              </tr>
            </thead>
            <tbody>{data.map(row)}</tbody>
          </table>
        )}
        {guard.disabled ? <p className={`${styles['note']} faint small`}>{t(texts.onlyManagers)}</p> : null}
        {user || chosen === 'new' ? (
          <UserForm
            key={chosen}
            user={user}
            first={data.length === 0}
            off={off}
            onDirty={setDirty}
            onDone={() => {
              setDirty(false);
              setChosen(null);
            }}
            onClose={() => choose(null)}
          />
        ) : null}
        {data.length === 0 ? null : <Rules />}
      </div>
    </div>
  );
}
