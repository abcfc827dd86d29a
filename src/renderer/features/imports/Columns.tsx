/** The file on the desk: how it is read, what its columns mean, what the dry run says, and the import. */
import { Button, Checkbox, SegmentedControl, Select } from '@mantine/core';
import { IconHelpCircle, IconInfoCircle } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { importTexts as texts } from '#shared/messages/ui/imports.ts';
import { deskImportTexts } from '#shared/messages/ui/imports-desk.ts';
import { detectionTexts } from '#shared/messages/ui/imports-detection.ts';
import type { ImportKind, Inspection } from '#shared/model/imports.ts';
import { useText } from '../../app/i18n.tsx';
import { useJourney } from '../../app/routes.ts';
import { useWritable } from '../../app/session.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import { isMac, Kbd, mod } from '../../components/Kbd.tsx';
import { ActionBar } from '../../components/Toolbar.tsx';
import { ColumnTable } from './ColumnTable.tsx';
import { FieldBar } from './FieldBar.tsx';
import { dateOrders, FileBar } from './FileBar.tsx';
import css from './imports.module.css';
import { fieldText } from './map.ts';
import { Counts } from './Outcome.tsx';
import { Rejections } from './Rejections.tsx';
import { SavedMaps } from './SavedMaps.tsx';
import { SaveRejects, useSavedToast } from './SaveRejects.tsx';
import type { ImportState } from './useImport.ts';

const kinds = ['lines', 'customers', 'products'] as const;

export const chooseKind = (kind: ImportKind): void => useJourney.getState().replace({ screen: 'import', kind });

interface ColumnsProps {
  kind: ImportKind;
  state: ImportState;
  found: Inspection;
  another: React.ReactNode;
}

export function Columns({ kind, state, found, another }: ColumnsProps) {
  const t = useText();
  const writable = useWritable('import.commit');
  const { rehearsal, commit, choices, setChoice, faults } = state;
  const outcome = rehearsal.result;
  const takes = outcome ? outcome.create + outcome.update : 0;
  const [savingTo, setSavingTo] = useState<string | null>(null);
  const saved = useSavedToast();
  const saveRejects = (path: string) => {
    setSavingTo(path);
    void state.rehearse(path);
  };
  useEffect(() => {
    if (!outcome || savingTo === null) return;
    setSavingTo(null);
    saved(savingTo);
  }, [outcome, savingTo, saved]);

  const { ready, rehearse, importNow } = state;
  const canImport = writable && takes > 0 && !commit.running;
  const primary = useCallback(() => {
    if (outcome) {
      if (canImport) void importNow();
    } else if (ready && !rehearsal.running) {
      // A file that was to be saved and was not, is not announced by a later dry run.
      setSavingTo(null);
      void rehearse();
    }
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
        <div className={css['detected']} style={{ width: 150 }}>
          <small aria-hidden>{t(detectionTexts.content)}</small>
          <Select
            size="xs"
            aria-label={t(texts.kindLabel)}
            data={kinds.map((value) => ({ value, label: t(texts[value]) }))}
            value={kind}
            allowDeselect={false}
            disabled={rehearsal.running}
            onChange={(value) => {
              const chosen = kinds.find((one) => one === value);
              if (chosen) chooseKind(chosen);
            }}
          />
        </div>
        <SavedMaps kind={kind} state={state} found={found} />
      </FileBar>
      {found.likelyKind === kind ? null : (
        <div className={css['note']}>
          <IconInfoCircle size={16} stroke={1.6} aria-hidden />
          <span className="grow">{t(detectionTexts.looksLike, { kind: t(texts[found.likelyKind]) })}</span>
          <Button size="xs" onClick={() => chooseKind(found.likelyKind)}>
            {t(detectionTexts.takeAs, { kind: t(texts[found.likelyKind]) })}
          </Button>
        </div>
      )}
      {state.using && state.using.shape === found.shape && !outcome ? (
        <p className={css['applied']}>{t(deskImportTexts.mapApplied)}</p>
      ) : null}
      <FieldBar kind={kind} state={state} found={found} />
      <ColumnTable
        kind={kind}
        state={state}
        found={found}
        rejections={outcome?.rejections ?? []}
        small={rehearsal.running || rehearsal.error !== null || commit.error !== null || outcome !== null}
      />
      {/* A dry run knows about every row: what the first ones look like is then old news. */}
      {outcome ? null : (
        <p className={css['previewFoot']} role="status">
          {[
            t(deskImportTexts.previewCount, { count: found.sample.length }),
            ...(state.missing.length > 0
              ? []
              : [
                  faults.length === 0
                    ? t(deskImportTexts.previewFine)
                    : t(deskImportTexts.previewFaults, { count: faults.length }),
                ]),
          ].join(', ')}
        </p>
      )}
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
      {rehearsal.error || commit.error || rehearsal.running || outcome ? (
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
              <Rejections
                outcome={outcome}
                custom={state.custom}
                actions={
                  <SaveRejects
                    label={t(texts.saveRejects, { count: outcome.reject })}
                    fileName={found.fileName}
                    busy={savingTo !== null}
                    onSave={saveRejects}
                  />
                }
              />
            </>
          ) : null}
        </div>
      ) : null}
      <ActionBar>
        {missing !== undefined ? (
          <span className={css['mend']}>{t(texts.needField, { field: t(fieldText(missing, state.custom)) })}</span>
        ) : state.datesUndecided ? (
          <span className={css['mend']}>{t(texts.askDates)}</span>
        ) : (
          <span className={commit.job?.status === 'cancelled' ? 'medium' : 'muted'} role="status">
            {t(commit.job?.status === 'cancelled' ? deskImportTexts.cancelled : texts.nothingWritten)}
          </span>
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
