/** The companies opened lately: pinned ones on top, found by typing when there are many, located again when they moved. */
import { ActionIcon, Button } from '@mantine/core';
import { IconAlertTriangle, IconPin, IconPinnedFilled, IconX } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useRef, useState } from 'react';
import { formatDate } from '#shared/format/date.ts';
import { startTexts as texts } from '#shared/messages/ui/start.ts';
import { shell } from '../../api/bridge.ts';
import { openCompany } from '../../app/commands.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import { useSession } from '../../app/session.ts';
import { SearchField } from '../../components/SearchField.tsx';
import { foundIn, inOrder } from './recent.ts';
import styles from './start.module.css';

const RECENT = ['recent'];
/** From so many on, there is a field to search them. */
const MANY = 8;

export function Recent() {
  const t = useText();
  const language = useLanguage();
  const client = useQueryClient();
  const [search, setSearch] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const { data } = useQuery({ queryKey: RECENT, queryFn: () => shell('recent.list', {}) });
  const refresh = () => client.invalidateQueries({ queryKey: RECENT });
  const forget = async (path: string) => {
    await shell('recent.forget', { path });
    await refresh();
  };
  const pin = async (path: string, pinned: boolean) => {
    await shell('recent.pin', { path, pinned });
    await refresh();
  };
  /** It was moved: the person shows where it is now, and the old place is taken off the list. */
  const locate = async (path: string, pinned: boolean) => {
    const found = await shell('dialog.open', { kind: 'company' });
    if (found === null) return;
    await openCompany(found);
    if (!useSession.getState().company) return;
    if (found !== path) await shell('recent.forget', { path });
    if (pinned) await shell('recent.pin', { path: found, pinned });
    await refresh();
  };
  if (!data) return null;
  if (data.length === 0) return <p className="faint small">{t(texts.recentNone)}</p>;
  const shown = inOrder(data.filter((company) => foundIn(company, search)));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-open]') ?? [])];
    // -1 where the cursor is in none of them.
    const at = rows.findIndex((row) => row.matches(':focus'));
    const next = rows[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the buttons inside
    <div className={styles['recentBox']} onKeyDown={onKeyDown}>
      {data.length >= MANY ? <SearchField value={search} onChange={setSearch} label={t(texts.recentSearch)} /> : null}
      {shown.length === 0 ? <p className="faint small">{t(texts.recentNotFound)}</p> : null}
      <ul className={styles['recent']} ref={list}>
        {shown.map(({ path, name, openedAt, exists, pinned }) => (
          <li key={path} data-missing={!exists || undefined}>
            <button
              type="button"
              data-open={exists || undefined}
              disabled={!exists}
              onClick={() => void openCompany(path)}
            >
              <span className={styles['recentName']}>
                <b className="ellipsis">{name}</b>
                {exists ? (
                  <small className="num">
                    {t(texts.opened, { date: formatDate(openedAt.slice(0, 10), language) })}
                  </small>
                ) : (
                  <small className={styles['gone']} title={t(texts.missingHint)}>
                    <IconAlertTriangle size={14} stroke={1.75} aria-hidden />
                    {t(texts.missing)}
                  </small>
                )}
              </span>
              <small className="ellipsis" title={path}>
                {path}
              </small>
            </button>
            {exists ? null : (
              <Button size="xs" onClick={() => void locate(path, pinned)}>
                {t(texts.locate)}
              </Button>
            )}
            <ActionIcon
              size="sm"
              aria-pressed={pinned}
              aria-label={`${t(pinned ? texts.unpin : texts.pin)}, ${name}`}
              title={t(pinned ? texts.unpin : texts.pin)}
              onClick={() => void pin(path, !pinned)}
            >
              {pinned ? (
                <IconPinnedFilled size={14} aria-hidden className={styles['pinned']} />
              ) : (
                <IconPin size={14} stroke={1.75} aria-hidden />
              )}
            </ActionIcon>
            <ActionIcon
              size="sm"
              aria-label={`${t(texts.forget)}, ${name}`}
              title={t(texts.forget)}
              onClick={() => void forget(path)}
            >
              <IconX size={14} stroke={1.75} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </div>
  );
}
