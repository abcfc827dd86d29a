/** Three ways in and the companies opened lately. */
import { Button, Loader } from '@mantine/core';
import {
  type Icon,
  IconBuildings,
  IconChevronRight,
  IconFilePlus,
  IconFolderOpen,
  IconPlayerPlay,
} from '@tabler/icons-react';
import { startTexts as texts } from '#shared/messages/ui/start.ts';
import { shell } from '../../api/bridge.ts';
import { engine } from '../../api/client.ts';
import { asEngineError } from '../../api/query.ts';
import { chooseCompany, openCompany, useDesk } from '../../app/commands.ts';
import { useText } from '../../app/i18n.tsx';
import { enterOpened, useSession } from '../../app/session.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { RestoreEntry } from '../safety/RestoreDialog.tsx';
import { offerTour } from '../tour/tour.ts';
import { Recent } from './Recent.tsx';
import styles from './start.module.css';

/** The sample is a file like any other: asked where it goes, made, opened. */
async function openSample(name: string): Promise<void> {
  const path = await shell('dialog.save', { kind: 'company', suggestedName: `${name}.liasse` });
  if (path === null) return;
  useDesk.setState({ opening: true, failure: null });
  try {
    await enterOpened(engine.call('company.createSample', { path }));
    await offerTour();
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

export function Welcome() {
  const t = useText();
  const { failure, opening } = useDesk();
  const sessionFailure = useSession((s) => s.failure);
  const error = failure?.error ?? sessionFailure;
  const locked =
    failure?.path != null && ['company_in_use', 'company_lock_stale', 'file_locked'].includes(failure.error.code);
  const silent = failure?.path != null && failure.error.code === 'company_lock_stale';
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
                {silent ? (
                  <Button size="xs" onClick={() => void openCompany(failure.path ?? '', false, true)}>
                    {t(texts.takeOver)}
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
          <Way
            icon={IconBuildings}
            title={t(texts.office)}
            hint={t(texts.officeHint)}
            disabled={opening}
            onClick={() => useDesk.setState({ office: true, failure: null })}
          />
        </div>
        <section>
          <h2 className={styles['recentHead']}>
            <span className="grow">{t(texts.recent)}</span>
            {opening ? (
              <span className="row small faint" role="status">
                <Loader size={12} /> {t(texts.opening)}
              </span>
            ) : null}
            <RestoreEntry />
          </h2>
          <Recent />
        </section>
      </div>
    </div>
  );
}
