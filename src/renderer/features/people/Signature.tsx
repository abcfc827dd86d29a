/** A second person signs for one act, at the same desk. */
import { PasswordInput, Select } from '@mantine/core';
import { signInTexts, signatureTexts as texts } from '#shared/messages/ui/people.ts';
import { UserId } from '#shared/model/ids.ts';
import type { UserChoice } from '#shared/model/people.ts';
import { useText } from '../../app/i18n.tsx';
import { usePeople } from '../../app/people.ts';
import styles from './people.module.css';

export interface Signed {
  userId: UserId | null;
  secret: string;
}
export const unsigned: Signed = { userId: null, secret: '' };

/** Whether an invoice by hand takes a second person: the rule is on, or who is there may only prepare. */
export const useNeedsSignature = (): boolean =>
  usePeople(
    ({ state }) =>
      state?.mode === 'signed_in' && (state.rules.fourEyes || !(state.me?.roles.includes('approve') ?? false)),
  );

/** What the command is given. */
export const approverOf = ({ userId, secret }: Signed): { userId: UserId; secret: string | null } | null =>
  userId === null ? null : { userId, secret: secret === '' ? null : secret };

export function Signature({ value, onChange }: { value: Signed; onChange: (value: Signed) => void }) {
  const t = useText();
  const state = usePeople((s) => s.state);
  return (
    <SignatureOf
      title={t(texts.title)}
      lead={t(texts.lead, { name: state?.me?.name ?? '' })}
      label={t(texts.approver)}
      people={(state?.users ?? []).filter((user) => user.id !== state?.me?.id)}
      value={value}
      onChange={onChange}
    />
  );
}

/** One of some people signs, with the secret where there is one. */
export function SignatureOf({
  title,
  lead,
  label,
  people,
  value,
  onChange,
}: {
  title: string;
  lead: string;
  label: string;
  people: readonly UserChoice[];
  value: Signed;
  onChange: (value: Signed) => void;
}) {
  const t = useText();
  const asksSecret = people.find((user) => user.id === value.userId)?.hasSecret ?? false;
  return (
    <section className={styles['signature']} aria-label={title}>
      <b>{title}</b>
      <span className="muted">{lead}</span>
      <Select
        label={label}
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={value.userId}
        onChange={(id) => onChange({ userId: id === null ? null : UserId.parse(id), secret: '' })}
      />
      {asksSecret ? (
        <PasswordInput
          label={t(signInTexts.secret)}
          value={value.secret}
          autoComplete="off"
          onChange={(event) => onChange({ ...value, secret: event.currentTarget.value })}
        />
      ) : null}
    </section>
  );
}
