/** Whose lines are shown: a customer found by name or code. */
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { linesTexts as texts } from '#shared/messages/ui/lines.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { useEngineQuery } from '../../api/query.ts';
import { useText } from '../../app/i18n.tsx';
import css from './lines.module.css';

const SHOWN = 8;
/** People pause between words, not between letters (milliseconds). */
const PAUSE = 160;

export function CustomerEditor({ onCustomer }: { onCustomer(customer: { id: CustomerId; name: string }): void }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data } = useEngineQuery('customer.list', { filter: { search, state: 'all' }, limit: SHOWN });
  const rows = data?.rows ?? [];
  const choose = (row: (typeof rows)[number] | undefined) =>
    row === undefined ? undefined : onCustomer({ id: row.id, name: row.name ?? row.code });
  return (
    <>
      <TextInput
        size="xs"
        data-autofocus
        aria-label={t(texts.assignSearch)}
        placeholder={t(texts.assignSearch)}
        value={typed}
        autoComplete="off"
        leftSection={<IconSearch size={14} stroke={1.75} aria-hidden />}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || search !== typed) return;
          event.preventDefault();
          choose(rows[0]);
        }}
      />
      <ul className={css['customers']}>
        {rows.map((row) => (
          <li key={row.id}>
            <button type="button" onClick={() => choose(row)}>
              <span className="ellipsis">{row.name ?? row.code}</span>
              <span className="faint num">{row.code}</span>
            </button>
          </li>
        ))}
        {data !== undefined && rows.length === 0 ? <li className="faint">{t(texts.assignNone)}</li> : null}
      </ul>
    </>
  );
}
