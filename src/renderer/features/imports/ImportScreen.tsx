/** The import desk: file, columns, dry run, import. */
import { Button, Checkbox, SegmentedControl } from '@mantine/core';
import { IconCircleCheck, IconHelpCircle } from '@tabler/icons-react';
import { type DragEvent, useCallback, useEffect, useState } from 'react';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { importTexts as texts } from '#shared/messages/ui/imports.ts';
import type { ImportKind, ImportOutcome, Inspection } from '#shared/model/imports.ts';
import { pathOf, shell } from '../../api/bridge.ts';
import { useEngineCommand, useEngineQuery } from '../../api/query.ts';
import { useText } from '../../app/i18n.tsx';
import { go, useJourney } from '../../app/routes.ts';
import { useWritable } from '../../app/session.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import { isMac, Kbd, mod } from '../../components/Kbd.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { type Step, Steps } from '../../components/Steps.tsx';
import { ActionBar } from '../../components/Toolbar.tsx';
import { toast } from '../../components/toast.tsx';
import { FormSkeleton } from '../settings/FormSkeleton.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import { ColumnTable } from './ColumnTable.tsx';
import { dateOrders, FileBar } from './FileBar.tsx';
import css from './imports.module.css';
import { fieldText } from './map.ts';
import { Counts, Rejections } from './Outcome.tsx';
import { type ImportState, useImport } from './useImport.ts';

export function ImportScreen({ kind }: { kind: ImportKind }) {
  const counts = useEngineQuery('company.summary', {}).data?.counts;
  // Another kind is another file: the desk begins afresh.
  return <ImportDesk key={kind} kind={kind} firstImport={counts?.customers === 0} />;
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

function ImportDesk({ kind, firstImport }: { kind: ImportKind; firstImport: boolean }) {
  const t = useText();
  const writable = useWritable();
  const state = useImport(kind, firstImport);
  const steps = useSteps(state);
  const [over, setOver] = useState(false);
  const { begin, found, rehearsal, commit } = state;
  const busy = rehearsal.running || commit.running;

  const choose = async () => {
    const path = await shell('dialog.open', { kind: 'spreadsheet' });
    if (path !== null) begin(path);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (!file || !writable || busy) return;
    const path = pathOf(file);
    if (path === null) toast({ tone: 'warning', message: t(texts.noPath) });
    else begin(path);
  };
  const another = (
    <Button variant="subtle" disabled={busy} onClick={() => void choose()}>
      {t(texts.another)}
    </Button>
  );

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a second way to what the button does
    <div
      className={css['desk']}
      data-over={(over && writable) || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (event.currentTarget === event.target) setOver(false);
      }}
      onDrop={drop}
    >
      <PageHead
        title={state.path === null ? t(texts.title) : t(texts[kind])}
        {...(state.path === null ? {} : { parent: { label: t(texts.title), onClick: () => begin(null) } })}
      >
        {state.path === null ? null : <Steps steps={steps} />}
      </PageHead>
      {state.path === null ? (
        <ChooseFile
          kind={kind}
          disabled={!writable}
          onKind={(next) => useJourney.getState().replace({ screen: 'import', kind: next })}
          onChoose={() => void choose()}
        />
      ) : commit.result ? (
        <Done outcome={commit.result} onAnother={() => begin(null)} />
      ) : commit.running && commit.job ? (
        <div className={css['running']}>
          <JobProgress job={commit.job} title={t(texts.importing, { file: found?.fileName ?? '' })} />
          <p className="faint small">{t(texts.importingHint)}</p>
        </div>
      ) : state.inspectError && !state.inspecting ? (
        <ErrorPanel
          title={t(texts.readFailed)}
          error={state.inspectError}
          actions={
            <>
              <Button variant="filled" onClick={() => void choose()}>
                {t(texts.another)}
              </Button>
              <Button onClick={state.retryInspection}>{t(commonTexts.retry)}</Button>
            </>
          }
        />
      ) : found ? (
        <Columns kind={kind} state={state} found={found} another={another} />
      ) : (
        <FormSkeleton />
      )}
      {over && writable ? <div className={css['overlay']}>{t(texts.dropHere)}</div> : null}
    </div>
  );
}

interface ColumnsProps {
  kind: ImportKind;
  state: ImportState;
  found: Inspection;
  another: React.ReactNode;
}

function Columns({ kind, state, found, another }: ColumnsProps) {
  const t = useText();
  const writable = useWritable();
  const forget = useEngineCommand('columnMap.forget');
  const { rehearsal, commit, choices, setChoice } = state;
  const outcome = rehearsal.result;
  const takes = outcome ? outcome.create + outcome.update : 0;
  const [savingTo, setSavingTo] = useState<string | null>(null);

  const saveRejects = async () => {
    const base = found.fileName.replace(/\.[^.]+$/, '');
    const path = await shell('dialog.save', {
      kind: 'csv',
      suggestedName: `${t(texts.rejectsName, { file: base })}.csv`,
    });
    if (path === null) return;
    setSavingTo(path);
    await state.rehearse(path);
  };
  useEffect(() => {
    if (!outcome || savingTo === null) return;
    setSavingTo(null);
    toast({
      message: t(texts.rejectsSaved),
      undo: { label: t(texts.openRejects), run: () => void shell('desktop.open', { path: savingTo }) },
    });
  }, [outcome, savingTo, t]);

  const { ready, rehearse, importNow } = state;
  const canImport = writable && takes > 0 && !commit.running;
  const primary = useCallback(() => {
    if (outcome) {
      if (canImport) void importNow();
    } else if (ready && !rehearsal.running) void rehearse();
  }, [outcome, canImport, ready, rehearsal.running, rehearse, importNow]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(isMac ? event.metaKey : event.ctrlKey)) return;
      event.preventDefault();
      primary();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [primary]);

  const [missing] = state.missing;
  const shortcut = <Kbd keys={`${mod} ↵`} aside />;
  return (
    <>
      <FileBar state={state} found={found}>
        {found.savedMap ? (
          <span className={css['known']}>
            {t(texts.savedMap)}
            <Button
              size="compact-xs"
              variant="subtle"
              data-tone="link"
              disabled={!writable}
              onClick={() => forget.mutate({ kind, shape: found.shape }, { onSuccess: () => state.takeGuess() })}
            >
              {t(texts.forgetMap)}
            </Button>
          </span>
        ) : null}
      </FileBar>
      <ColumnTable kind={kind} state={state} found={found} rejections={outcome?.rejections ?? []} />
      {found.dateOrderAmbiguous ? (
        <div className={css['ask']}>
          <IconHelpCircle size={16} stroke={1.6} aria-hidden />
          <span className="grow" id="import-dates">
            {t(texts.askDates)}
          </span>
          <SegmentedControl
            aria-labelledby="import-dates"
            data={dateOrders.slice(0, 2).map(([value, text]) => ({ value, label: t(text) }))}
            value={state.options.dateOrder ?? ''}
            onChange={(value) => state.setOption('dateOrder', value === 'mdy' ? 'mdy' : 'dmy')}
          />
        </div>
      ) : null}
      <div className={css['options']}>
        {kind === 'lines' ? (
          <>
            <Checkbox
              label={t(texts.createCustomers)}
              checked={choices.createCustomers}
              onChange={(event) => setChoice({ createCustomers: event.currentTarget.checked })}
            />
            <Checkbox
              label={t(texts.createProducts)}
              checked={choices.createProducts}
              onChange={(event) => setChoice({ createProducts: event.currentTarget.checked })}
            />
          </>
        ) : null}
        {choices.takeRepeated || outcome?.leaveFromOther ? (
          <Checkbox
            label={t(texts.takeRepeated)}
            checked={choices.takeRepeated}
            onChange={(event) => setChoice({ takeRepeated: event.currentTarget.checked })}
          />
        ) : null}
        <Checkbox
          label={t(texts.remember)}
          checked={choices.rememberMap}
          onChange={(event) => setChoice({ rememberMap: event.currentTarget.checked })}
        />
      </div>
      <div className={css['result']}>
        {rehearsal.error ? (
          <ErrorPanel title={t(texts.rehearseFailed)} error={rehearsal.error} />
        ) : commit.error ? (
          <ErrorPanel title={t(texts.importFailed)} error={commit.error} />
        ) : rehearsal.running ? (
          <div className={css['running']}>
            {rehearsal.job ? <JobProgress job={rehearsal.job} title={t(texts.rehearsing)} /> : null}
          </div>
        ) : outcome ? (
          <>
            <Counts outcome={outcome} />
            <Rejections outcome={outcome} onSave={() => void saveRejects()} />
          </>
        ) : null}
      </div>
      <ActionBar>
        {missing !== undefined ? (
          <span className={css['mend']}>{t(texts.needField, { field: t(fieldText(missing)) })}</span>
        ) : state.datesUndecided ? (
          <span className={css['mend']}>{t(texts.askDates)}</span>
        ) : (
          <span className="muted">{t(texts.nothingWritten)}</span>
        )}
        <div className="grow" />
        {another}
        {outcome ? (
          <Button
            variant="filled"
            disabled={!canImport}
            rightSection={canImport ? shortcut : undefined}
            onClick={primary}
          >
            {takes > 0 ? t(texts.import, { count: takes }) : t(texts.nothingToImport)}
          </Button>
        ) : (
          <Button
            variant="filled"
            disabled={!ready}
            loading={rehearsal.running}
            rightSection={shortcut}
            onClick={primary}
          >
            {t(texts.rehearse)}
          </Button>
        )}
      </ActionBar>
    </>
  );
}

function Done({ outcome, onAnother }: { outcome: ImportOutcome; onAnother: () => void }) {
  const t = useText();
  const see = { lines: texts.seeLines, customers: texts.seeCustomers, products: texts.seeProducts } as const;
  return (
    <>
      <div className={css['result']}>
        <div className={css['done']} role="status">
          <IconCircleCheck size={20} stroke={1.6} aria-hidden />
          <div>
            <h2>{t(texts.doneTitle)}</h2>
            <p className="muted">{t(texts.doneBody, { file: outcome.fileName })}</p>
          </div>
        </div>
        <Counts outcome={outcome} done />
        <Rejections outcome={outcome} />
      </div>
      <ActionBar>
        <div className="grow" />
        <Button variant="subtle" onClick={onAnother}>
          {t(texts.another)}
        </Button>
        {outcome.held > 0 ? (
          <Button onClick={() => go({ screen: 'lines', held: true })}>{t(texts.seeHeld)}</Button>
        ) : null}
        {outcome.kind === 'lines' ? (
          <>
            <Button onClick={() => go({ screen: 'lines' })}>{t(texts.seeLines)}</Button>
            <Button variant="filled" onClick={() => go({ screen: 'runs', create: true })}>
              {t(texts.makeRun)}
            </Button>
          </>
        ) : (
          <Button variant="filled" onClick={() => go({ screen: outcome.kind })}>
            {t(see[outcome.kind])}
          </Button>
        )}
      </ActionBar>
    </>
  );
}
