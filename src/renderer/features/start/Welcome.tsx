/** Three ways in and the companies opened lately. */
import { ActionIcon, Button, Loader } from '@mantine/core';
import {
  type Icon,
  IconAlertTriangle,
  IconChevronRight,
  IconFilePlus,
  IconFolderOpen,
  IconPlayerPlay,
  IconX,
} from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { formatDate } from '#shared/format/date.ts';
import { startTexts as texts } from '#shared/messages/ui/start.ts';
import { shell } from '../../api/bridge.ts';
import { engine } from '../../api/client.ts';
import { asEngineError } from '../../api/query.ts';
import { chooseCompany, openCompany, useDesk } from '../../app/commands.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import { enterOpened, useSession } from '../../app/session.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import styles from './start.module.css';

const RECENT = ['recent'];

/** The sample is a file like any other: asked where it goes, made, opened. */
async function openSample(name: string): Promise<void> {
  const path = await shell('dialog.save', { kind: 'company', suggestedName: `${name}.liasse` });
  if (path === null) return;
  useDesk.setState({ opening: true, failure: null });
  try {
    await enterOpened(engine.call('company.createSample', { path }));
  } catch (thrown) {
    useDesk.setState({ failure: { path: null, error: asEngineError(thrown) } });
  } finally {
    useDesk.setState({ opening: false });
  }
}

interface WayProps {
  icon: Icon;
  title: string;
  hint: string;
  primary?: boolean;
  disabled: boolean;
  onClick: () => void;
}
function Way({ icon: IconShape, title, hint, primary = false, disabled, onClick }: WayProps) {
  return (
    <button
      type="button"
      className={styles['way']}
      data-primary={primary || undefined}
      disabled={disabled}
      onClick={onClick}
    >
      <IconShape size={20} stroke={1.6} aria-hidden />
      <span className="grow">
        <b>{title}</b>
        <small>{hint}</small>
      </span>
      <IconChevronRight size={16} stroke={1.6} aria-hidden />
    </button>
  );
}

function Recent() {
  const t = useText();
  const language = useLanguage();
  const client = useQueryClient();
  const { data } = useQuery({ queryKey: RECENT, queryFn: () => shell('recent.list', {}) });
  const forget = async (path: string) => {
    await shell('recent.forget', { path });
    await client.invalidateQueries({ queryKey: RECENT });
  };
  if (!data) return null;
  if (data.length === 0) return <p className="faint small">{t(texts.recentNone)}</p>;
  return (
    <ul className={styles['recent']}>
      {data.map(({ path, name, openedAt, exists }) => (
        <li key={path} data-missing={!exists || undefined}>
          <button type="button" disabled={!exists} onClick={() => void openCompany(path)}>
            <span className={styles['recentName']}>
              <b className="ellipsis">{name}</b>
              {exists ? (
                <small className="num">{t(texts.opened, { date: formatDate(openedAt.slice(0, 10), language) })}</small>
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
            <Button size="xs" onClick={() => void chooseCompany()}>
              {t(texts.locate)}
            </Button>
          )}
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
  );
}

export function Welcome() {
  const t = useText();
  const { failure, opening } = useDesk();
  const sessionFailure = useSession((s) => s.failure);
  const error = failure?.error ?? sessionFailure;
  const locked = failure?.path != null && ['company_in_use', 'file_locked'].includes(failure.error.code);
  return (
    <div className={styles['page']}>
      <div className={styles['column']}>
        <header className={styles['greeting']}>
          <h1>{t(texts.title)}</h1>
          <p>{t(texts.lead)}</p>
        </header>
        {error ? (
          <ErrorPanel
            variant="inline"
            title={t(texts.openFailed)}
            error={error}
            actions={
              <>
                {locked && failure?.path != null ? (
                  <Button size="xs" onClick={() => void openCompany(failure.path ?? '', true)}>
                    {t(texts.openReadOnly)}
                  </Button>
                ) : null}
                <Button size="xs" onClick={() => void chooseCompany()}>
                  {t(texts.otherFile)}
                </Button>
              </>
            }
          />
        ) : null}
        <div className={styles['ways']}>
          <Way
            icon={IconFilePlus}
            title={t(texts.create)}
            hint={t(texts.createHint)}
            primary
            disabled={opening}
            onClick={() => useDesk.setState({ creating: true, failure: null })}
          />
          <Way
            icon={IconFolderOpen}
            title={t(texts.open)}
            hint={t(texts.openHint)}
            disabled={opening}
            onClick={() => void chooseCompany()}
          />
          <Way
            icon={IconPlayerPlay}
            title={t(texts.sample)}
            hint={t(texts.sampleHint)}
            disabled={opening}
            onClick={() => void openSample(t(texts.sampleName))}
          />
        </div>
        <section>
          <h2 className={styles['recentHead']}>
            {t(texts.recent)}
            {opening ? (
              <span className="row small faint" role="status">
                <Loader size={12} /> {t(texts.opening)}
              </span>
            ) : null}
          </h2>
          <Recent />
        </section>
      </div>
    </div>
  );
}
