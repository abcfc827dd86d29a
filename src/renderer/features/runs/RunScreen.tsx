/** One bill run: its steps, and the page of the step it is at. */
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { RunDetail } from '#shared/contract/runs.ts';
import { runsTexts } from '#shared/messages/ui/runs.ts';
import { EngineError, toErrorShape } from '#shared/model/error.ts';
import type { RunId } from '#shared/model/ids.ts';
import { useJob } from '../../api/jobs.ts';
import { useEngineCommand, useEngineQuery } from '../../api/query.ts';
import { useErrorSentences, useText } from '../../app/i18n.tsx';
import { go, useRoute } from '../../app/routes.ts';
import { useWritable } from '../../app/session.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { Steps } from '../../components/Steps.tsx';
import { toast } from '../../components/toast.tsx';
import { countAll } from './desk/view.ts';
import { RunPage } from './RunPage.tsx';
import css from './runs.module.css';
import { runSteps } from './status.ts';

export function RunScreen() {
  const route = useRoute();
  return route.screen === 'run' ? <Run key={route.id} id={route.id} /> : null;
}

function Run({ id }: { id: RunId }) {
  const t = useText();
  const { data: run, error } = useEngineQuery('run.get', { id });
  const parent = { label: t(runsTexts.title), onClick: () => go({ screen: 'runs' }) };
  const draft = useJob('run.draft');
  const finalise = useJob('run.finalise');
  const failure = draft.error ?? finalise.error;

  if (run === undefined)
    return (
      <>
        <PageHead title={'\u00a0'} parent={parent} />
        {error === null ? null : (
          <ErrorPanel
            error={error instanceof EngineError ? error : new EngineError('internal')}
            actions={<Button onClick={parent.onClick}>{t(runsTexts.back)}</Button>}
          />
        )}
      </>
    );
  return (
    <>
      <PageHead
        title={run.name}
        parent={parent}
        actions={<More run={run} onRedraft={() => void draft.start({ runId: run.id })} />}
      >
        <nav className={css['steps']} aria-label={t(runsTexts.steps)}>
          <Steps steps={runSteps(run.status, t)} />
        </nav>
      </PageHead>
      <RunPage
        run={run}
        failure={failure}
        onDismiss={() => {
          draft.reset();
          finalise.reset();
        }}
        starting={draft.running || finalise.running}
        setAside={finalise.result?.setAside ?? 0}
        onDraft={() => void draft.start({ runId: run.id })}
        onIssue={() => void finalise.start({ runId: run.id })}
      />
    </>
  );
}

/** Acts of the head: make the drafts again, abandon. */
function More({ run, onRedraft }: { run: RunDetail; onRedraft(): void }) {
  const t = useText();
  const say = useErrorSentences();
  const writable = useWritable();
  const abandon = useEngineCommand('run.abandon');
  const [asking, setAsking] = useState<'redraft' | 'abandon' | null>(null);
  if (run.status !== 'reviewing' && run.status !== 'collecting') return null;
  const drafts = countAll(run);

  const doAbandon = async (): Promise<void> => {
    try {
      const { linesReopened } = await abandon.mutateAsync({ runId: run.id });
      toast({ message: t(runsTexts.abandoned, { count: linesReopened }) });
      go({ screen: 'runs' });
    } catch (error) {
      toast({ message: say(toErrorShape(error)).what, tone: 'warning' });
    } finally {
      setAsking(null);
    }
  };
  return (
    <>
      {run.status === 'reviewing' ? (
        <Button
          size="xs"
          disabled={!writable}
          leftSection={<IconRefresh size={16} stroke={1.6} />}
          onClick={() => setAsking('redraft')}
        >
          {t(runsTexts.redraft)}
        </Button>
      ) : null}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t(runsTexts.more)} disabled={!writable}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconTrash size={16} stroke={1.6} />} onClick={() => setAsking('abandon')}>
            {t(runsTexts.abandon)}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        opened={asking === 'redraft'}
        tone="primary"
        title={t(runsTexts.redraftTitle)}
        lost={t(runsTexts.redraftText)}
        stays={t(runsTexts.redraftKeeps)}
        safeLabel={t(runsTexts.cancel)}
        actLabel={t(runsTexts.redraft)}
        onSafe={() => setAsking(null)}
        onAct={() => {
          setAsking(null);
          onRedraft();
        }}
      />
      <ConfirmDialog
        opened={asking === 'abandon'}
        title={t(runsTexts.abandonTitle, { name: run.name })}
        lost={t(runsTexts.abandonLost, { count: drafts })}
        stays={t(runsTexts.abandonKept)}
        safeLabel={t(runsTexts.abandonNo)}
        actLabel={t(runsTexts.abandonYes)}
        busy={abandon.isPending}
        onSafe={() => setAsking(null)}
        onAct={() => void doAbandon()}
      />
    </>
  );
}
