/** The import desk: file, columns, dry run, import. */
import { Button } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { PASTE_LIMIT } from '#shared/contract/imports.ts';
import { importTexts as wordTexts } from '#shared/messages/imports.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { importTexts as texts } from '#shared/messages/ui/imports.ts';
import { deskImportTexts } from '#shared/messages/ui/imports-desk.ts';
import type { EngineError } from '#shared/model/error.ts';
import type { ImportKind } from '#shared/model/imports.ts';
import { shell } from '../../api/bridge.ts';
import { engine } from '../../api/client.ts';
import { asEngineError, useEngineQuery } from '../../api/query.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import { useRoute } from '../../app/routes.ts';
import { useWritable } from '../../app/session.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { type Step, Steps } from '../../components/Steps.tsx';
import { toast } from '../../components/toast.tsx';
import { FormSkeleton } from '../settings/FormSkeleton.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import { Columns, chooseKind } from './Columns.tsx';
import { Done } from './Done.tsx';
import css from './imports.module.css';
import { isTable } from './paste.ts';
import { fileNameOf, forgetSources, give, takeNext, useSources } from './sources.ts';
import { type ImportState, useImport } from './useImport.ts';

/** What lies on the desk. `byItself`: no kind was chosen for it, the columns say it. */
interface OnDesk {
  path: string;
  byItself: boolean;
}

export function ImportScreen({ kind }: { kind: ImportKind }) {
  const counts = useEngineQuery('company.summary', {}).data?.counts;
  const language = useLanguage();
  const [onDesk, setOnDesk] = useState<OnDesk | null>(null);
  const [refused, setRefused] = useState<EngineError | null>(null);
  const waiting = useSources((s) => s.sources.length);
  const t = useText();

  /** Takes what waits next; a paste is handed to the engine first. */
  const next = useCallback(async () => {
    const taken = takeNext();
    setRefused(null);
    if (taken === null) return setOnDesk(null);
    const { source, kind: wanted } = taken;
    chooseKind(wanted ?? 'lines');
    if (source.is === 'file') return setOnDesk({ path: source.path, byItself: wanted === null });
    if (source.text.length > PASTE_LIMIT) return toast({ tone: 'warning', message: t(deskImportTexts.pasteTooLong) });
    try {
      const { path } = await engine.call('import.paste', { text: source.text, language });
      setOnDesk({ path, byItself: false });
    } catch (error) {
      setRefused(asEngineError(error));
    }
  }, [language, t]);
  // The desk is free: what waits comes onto it.
  const free = onDesk === null;
  useEffect(() => {
    if (free && waiting > 0) void next();
  }, [free, waiting, next]);
  // Leaving the desk leaves nothing behind on it.
  useEffect(() => forgetSources, []);

  const begin = useCallback(
    (path: string | null) => {
      setRefused(null);
      // The place says what lies here: the entry of the navigation, which says nothing, leads to an empty desk.
      if (path !== null) chooseKind(kind);
      setOnDesk(path === null ? null : { path, byItself: false });
    },
    [kind],
  );
  const route = useRoute();
  const cleared = route.screen === 'import' && route.kind === undefined;
  useEffect(() => {
    // A desk that is free stays so; what is just being put on it has said its kind by then.
    if (cleared && !free) begin(null);
  }, [cleared, free, begin]);
  return (
    // Another kind or another file begins afresh; the file stays when only the kind changes.
    <ImportDesk
      key={`${kind} ${onDesk?.path ?? ''}`}
      kind={kind}
      onDesk={onDesk}
      refused={refused}
      waiting={waiting}
      firstImport={counts?.customers === 0}
      begin={begin}
      next={() => void next()}
    />
  );
}

function useSteps(state: ImportState): Step[] {
  const t = useText();
  const labels = [texts.stepFile, texts.stepColumns, texts.stepDry, texts.stepImport];
  const at = state.commit.result
    ? 4
    : state.commit.running
      ? 3
      : state.rehearsal.result || state.rehearsal.running
        ? 2
        : state.found
          ? 1
          : 0;
  return labels.map((label, index) => ({
    key: String(index),
    label: t(label),
    state: index < at ? 'done' : index === at ? 'current' : 'ahead',
  }));
}

interface DeskProps {
  kind: ImportKind;
  onDesk: OnDesk | null;
  refused: EngineError | null;
  waiting: number;
  firstImport: boolean;
  begin: (path: string | null) => void;
  next: () => void;
}

function ImportDesk({ kind, onDesk, refused, waiting, firstImport, begin, next }: DeskProps) {
  const t = useText();
  const writable = useWritable('import.commit');
  const path = onDesk?.path ?? null;
  const state = useImport(kind, path, firstImport);
  const steps = useSteps(state);
  const { found, rehearsal, commit } = state;
  const busy = rehearsal.running || commit.running;

  // Nobody said what it is: the columns do.
  const byItself = onDesk?.byItself === true;
  const likely = found?.likelyKind;
  useEffect(() => {
    if (byItself && likely !== undefined && likely !== kind) chooseKind(likely);
  }, [byItself, likely, kind]);

  const choose = async () => {
    const chosen = await shell('dialog.open', { kind: 'spreadsheet' });
    if (chosen !== null) begin(chosen);
  };
  usePasteHere(writable && !busy, (text) => {
    give([{ is: 'paste', text, name: wordTexts.clipboard }], kind);
    begin(null);
  });
  const another = (
    <Button variant="subtle" disabled={busy} onClick={() => void choose()}>
      {t(texts.another)}
    </Button>
  );
  const error = refused ?? (state.inspecting ? null : state.inspectError);

  return (
    <div className={css['desk']}>
      <PageHead
        title={path === null ? t(texts.title) : t(texts[kind])}
        {...(path === null ? {} : { parent: { label: t(texts.title), onClick: () => begin(null) } })}
        actions={waiting > 0 && path !== null ? <Waiting count={waiting} disabled={busy} onNext={next} /> : null}
      >
        {path === null ? null : <Steps steps={steps} />}
      </PageHead>
      {error ? (
        <ErrorPanel
          title={t(texts.readFailed)}
          error={error}
          actions={
            <>
              <Button variant="filled" onClick={() => void choose()}>
                {t(texts.another)}
              </Button>
              {refused ? null : <Button onClick={state.retryInspection}>{t(commonTexts.retry)}</Button>}
            </>
          }
        />
      ) : path === null ? (
        <ChooseFile kind={kind} disabled={!writable} onKind={chooseKind} onChoose={() => void choose()} />
      ) : commit.result ? (
        <Done
          outcome={commit.result}
          importId={commit.result.importId}
          state={state}
          waiting={waiting}
          onAnother={() => begin(null)}
          onNext={next}
        />
      ) : commit.running && commit.job ? (
        <div className={css['running']}>
          <JobProgress job={commit.job} title={t(texts.importing, { file: found?.fileName ?? '' })} />
          <p className="faint small">{t(texts.importingHint)}</p>
        </div>
      ) : found ? (
        <Columns kind={kind} state={state} found={found} another={another} />
      ) : (
        <FormSkeleton />
      )}
    </div>
  );
}

/** Ctrl V on the desk: a table on the clipboard is a source like a file. Text that is being written keeps its paste. */
function usePasteHere(enabled: boolean, take: (text: string) => void) {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    if (!enabled) return;
    const paste = (event: ClipboardEvent) => {
      if (event.defaultPrevented) return;
      const elsewhere = 'input, textarea, select, [contenteditable=true], [role=dialog]';
      const typing = event.target instanceof Element ? event.target.closest(elsewhere) : null;
      // The choice of the kind is made of inputs in which nothing is written.
      if (typing !== null && !(typing instanceof HTMLInputElement && typing.type === 'radio')) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!isTable(text)) return;
      event.preventDefault();
      latest.current(text);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [enabled]);
}

/** Files that were dropped together come one after another. */
function Waiting({ count, disabled, onNext }: { count: number; disabled: boolean; onNext: () => void }) {
  const t = useText();
  const first = useSources((s) => s.sources[0]);
  const name = first?.is === 'file' ? fileNameOf(first.path) : first === undefined ? '' : t(first.name);
  return (
    <span className="row">
      <span className="faint small">{t(deskImportTexts.queue, { count })}</span>
      <Button size="xs" disabled={disabled} onClick={onNext}>
        {t(deskImportTexts.nextFile, { file: name })}
      </Button>
    </span>
  );
}
