/** Settings, updates: where from, whether to look by itself, and what was found, in the order in which one decides. */
import { Button, Progress, Switch, TextInput } from '@mantine/core';
import { IconCircleCheck, IconDownload, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import type { UpdateOffer, UpdateState } from '#shared/contract/shell.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { updatesTexts as texts } from '#shared/messages/ui/updates.ts';
import { fromErrorShape } from '#shared/model/error.ts';
import { shell } from '../../api/bridge.ts';
import { asEngineError } from '../../api/query.ts';
import { fileSize } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import settings from '../settings/settings.module.css';
import { useUpdates } from './store.ts';
import css from './updates.module.css';

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;
type Act = (work: Promise<UpdateState>) => void;

export function UpdatesPage() {
  const t = useText();
  const state = useUpdates((s) => s.state);
  const [failure, setFailure] = useState<unknown>(null);
  const act: Act = (work) => {
    setFailure(null);
    work.then((next) => useUpdates.setState({ state: next }), setFailure);
  };
  return (
    <div className={settings['formPage']}>
      <header className={settings['pageHead']}>
        <h1>{t(texts.title)}</h1>
      </header>
      <div className={settings['scroll']}>
        <p className={settings['lead']}>{t(texts.lead)}</p>
        {state === null ? null : (
          <>
            <div className={settings['choice']}>
              <span>{t(texts.version)}</span>
              <b className="num">{state.version}</b>
            </div>
            <Feed key={state.feed ?? ''} state={state} act={act} />
            <section className={css['found']} aria-live="polite">
              <Found state={state} act={act} />
            </section>
            {failure === null ? null : <ErrorPanel variant="inline" error={asEngineError(failure)} />}
          </>
        )}
      </div>
    </div>
  );
}

function Feed({ state, act }: { state: UpdateState; act: Act }) {
  const t = useText();
  const [feed, setFeed] = useState(state.feed ?? '');
  const fixed = state.feedFrom === 'environment';
  const said =
    state.feedFrom === 'environment'
      ? t(texts.feedEnvironment)
      : state.feedFrom === 'package'
        ? t(texts.feedPackage)
        : t(texts.feedHint);
  const wanted = feed.trim() === '' ? null : feed.trim();
  const own = state.feedFrom === 'package' && wanted === state.feed ? null : wanted;
  return (
    <>
      <form
        className={css['feed']}
        onSubmit={(event) => {
          event.preventDefault();
          act(shell('updates.configure', { feed: own, automatic: state.automatic }));
        }}
      >
        <TextInput
          label={t(texts.feed)}
          description={said}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={feed}
          disabled={fixed}
          placeholder="https://"
          spellCheck={false}
          onChange={(event) => setFeed(event.currentTarget.value)}
        />
        <Button type="submit" disabled={fixed || wanted === state.feed}>
          {t(texts.saveFeed)}
        </Button>
      </form>
      <div className={css['automatic']}>
        <Switch
          label={t(texts.automatic)}
          description={t(texts.automaticHint)}
          checked={state.automatic}
          disabled={state.feed === null}
          onChange={(event) =>
            act(
              shell('updates.configure', {
                feed: state.feedFrom === 'settings' ? state.feed : null,
                automatic: event.currentTarget.checked,
              }),
            )
          }
        />
      </div>
    </>
  );
}

function Found({ state, act }: { state: UpdateState; act: Act }) {
  const t = useText();
  const language = useLanguage();
  const { step } = state;
  const ask = (call: 'updates.check' | 'updates.download' | 'updates.cancel') => act(shell(call, {}));
  const check = (
    <Button
      variant={state.feed === null ? 'default' : 'filled'}
      disabled={state.feed === null || step.at === 'checking'}
      leftSection={<IconRefresh {...icon} />}
      onClick={() => ask('updates.check')}
    >
      {t(texts.check)}
    </Button>
  );
  switch (step.at) {
    case 'idle':
      return (
        <>
          <p className="faint">{t(state.feed === null ? texts.off : texts.idle)}</p>
          {check}
        </>
      );
    case 'checking':
      return (
        <>
          <p>{t(texts.checking)}</p>
          {check}
        </>
      );
    case 'none':
      return (
        <>
          <p className={css['good']}>
            <IconCircleCheck {...icon} />
            {t(texts.none)}
          </p>
          {check}
        </>
      );
    case 'failed':
      return (
        <>
          <ErrorPanel variant="inline" error={fromErrorShape(step.error)} />
          {check}
        </>
      );
    case 'available':
      return (
        <>
          <h2>{t(texts.available, { version: step.offer.version })}</h2>
          {step.offer.size === null ? null : (
            <p className="faint">{t(texts.size, { size: fileSize(step.offer.size, language) })}</p>
          )}
          <Notes offer={step.offer} />
          <Button variant="filled" leftSection={<IconDownload {...icon} />} onClick={() => ask('updates.download')}>
            {t(texts.download, { version: step.offer.version })}
          </Button>
        </>
      );
    case 'downloading':
      return <Downloading step={step} onCancel={() => ask('updates.cancel')} />;
    case 'ready':
      return (
        <>
          <h2 className={css['good']}>
            <IconCircleCheck {...icon} />
            {t(texts.ready, { version: step.offer.version })}
          </h2>
          <p>{t(step.install === 'quit' ? texts.installQuitSet : texts.readyBody)}</p>
          <Notes offer={step.offer} />
          <div className={css['acts']}>
            <Button onClick={() => act(shell('updates.install', { when: step.install === 'quit' ? 'never' : 'quit' }))}>
              {t(step.install === 'quit' ? texts.installNever : texts.installQuit)}
            </Button>
            <Button variant="filled" onClick={() => act(shell('updates.install', { when: 'now' }))}>
              {t(texts.installNow)}
            </Button>
          </div>
        </>
      );
    case 'installing':
      return <p>{t(texts.installing)}</p>;
  }
}

type DownloadingStep = Extract<UpdateState['step'], { at: 'downloading' }>;

function Downloading({ step, onCancel }: { step: DownloadingStep; onCancel(): void }) {
  const t = useText();
  const language = useLanguage();
  const { offer, done, total } = step;
  const label = t(texts.downloading, { version: offer.version });
  const said =
    total === null
      ? t(texts.progressUnknown, { done: fileSize(done, language) })
      : t(texts.progress, { done: fileSize(done, language), total: fileSize(total, language) });
  return (
    <>
      <h2>{label}</h2>
      <Progress aria-label={label} value={total === null || total === 0 ? 0 : Math.min(100, (done / total) * 100)} />
      <p className="faint num">{said}</p>
      <Button onClick={onCancel}>{t(commonTexts.cancel)}</Button>
    </>
  );
}

/** The publisher's words as text: paragraphs, and lines that begin with a dash as a list. */
function Notes({ offer }: { offer: UpdateOffer }) {
  const t = useText();
  const language = useLanguage();
  const notes = offer.notes[language];
  return (
    <div className={css['notes']}>
      <h3>{t(texts.notes)}</h3>
      {notes === null ? (
        <p className="faint">{t(texts.noNotes)}</p>
      ) : (
        notes.split('\n').map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text that never changes
          <p key={at} data-item={line.startsWith('- ') || undefined}>
            {line.replace(/^- /, '')}
          </p>
        ))
      )}
    </div>
  );
}
