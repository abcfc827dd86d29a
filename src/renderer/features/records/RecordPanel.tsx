/** The frame of one record beside its list: head, views, what went wrong, acts at the foot. */
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Text } from '#shared/messages/catalogue.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { recordPanelTexts as texts } from '#shared/messages/ui/record-panel.ts';
import { recordTexts } from '#shared/messages/ui/records.ts';
import type { EngineError } from '#shared/model/error.ts';
import { useText } from '../../app/i18n.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { focusField } from '../../components/fields/form.ts';
import { PanelSection, SidePanel } from '../../components/SidePanel.tsx';
import { FormSkeleton } from '../settings/FormSkeleton.tsx';
import { Conflict, type ConflictProps } from './Conflict.tsx';
import { RecordActs } from './RecordActs.tsx';
import css from './records.module.css';
import { CONFLICT } from './useRecordForm.ts';

export type PanelView = 'form' | 'open' | 'history';
const viewTexts: Record<PanelView, Text> = {
  form: texts.form,
  open: texts.openItems,
  history: commonTexts.history,
};

export interface RecordPanelProps<F extends object> extends ConflictProps<F> {
  title: string;
  saved: { code: string; archived: boolean } | null;
  onClose: () => void;
  /** Above everything: it was erased, merged. */
  notice?: ReactNode;
  /** What each view shows; the form is always there. */
  views: { form: ReactNode } & Partial<Record<PanelView, ReactNode>>;
  /** How many things stand in a view, beside its name. */
  counts?: Partial<Record<PanelView, number | undefined>>;
}

/** Waits for the record, or says why it cannot be read. */
export function RecordPending(props: {
  title: string;
  error: EngineError | null;
  retry: () => void;
  onClose: () => void;
}) {
  const t = useText();
  return (
    <SidePanel title={props.title} onClose={props.onClose}>
      {props.error ? (
        <ErrorPanel error={props.error} actions={<Button onClick={props.retry}>{t(commonTexts.retry)}</Button>} />
      ) : (
        <FormSkeleton />
      )}
    </SidePanel>
  );
}

export function RecordPanel<F extends object>(props: RecordPanelProps<F>) {
  const { title, saved, record, views, counts = {} } = props;
  const t = useText();
  const [chosen, setChosen] = useState<PanelView>('form');
  // A form with something unsaved or wrong in it is in sight.
  const view = record.conflict || record.error ? 'form' : chosen;
  // The keys of the views are views.
  const shown = Object.keys(views) as PanelView[];
  const { form, conflict } = record;
  const wrong = form.invalid.filter((field) => form.errors[field]);
  const mend = conflict
    ? {
        label: t(texts.toChoose, { count: conflict.fields.length }),
        run: () => focusField(CONFLICT),
      }
    : wrong.length > 0
      ? {
          label: t(texts.toMend, { count: wrong.length }),
          run: () => {
            setChosen('form');
            focusField(wrong[0] ?? '');
          },
        }
      : null;
  const move = (step: number) => {
    const next = shown[(shown.indexOf(view) + step + shown.length) % shown.length] ?? 'form';
    setChosen(next);
    document.getElementById(`record-${next}`)?.focus();
  };
  return (
    <SidePanel
      title={title}
      subtitle={saved ? `${saved.code}${saved.archived ? `, ${t(recordTexts.archived)}` : ''}` : undefined}
      onClose={props.onClose}
      onSubmit={() => {
        setChosen('form');
        record.submit();
      }}
      acts={
        <RecordActs
          isNew={saved === null}
          archived={saved?.archived ?? false}
          dirty={record.dirty}
          busy={record.busy}
          writable={record.writable}
          mend={mend}
          onArchive={record.archive}
          onReset={record.drop}
        />
      }
    >
      {shown.length > 1 ? (
        <div className={css['tabs']} role="tablist" aria-label={title}>
          {shown.map((key) => (
            <button
              key={key}
              id={`record-${key}`}
              type="button"
              role="tab"
              aria-selected={key === view}
              tabIndex={key === view ? 0 : -1}
              onClick={() => setChosen(key)}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
                event.preventDefault();
                move(event.key === 'ArrowRight' ? 1 : -1);
              }}
            >
              {t(viewTexts[key])}
              {counts[key] ? <span className="num">{counts[key]}</span> : null}
            </button>
          ))}
        </div>
      ) : null}
      {props.notice}
      {record.error ? (
        <PanelSection>
          <ErrorPanel variant="inline" error={record.error} />
        </PanelSection>
      ) : null}
      <Conflict record={record} labelOf={props.labelOf} show={props.show} />
      <div
        {...(shown.length > 1 ? { role: 'tabpanel', 'aria-labelledby': 'record-form' } : {})}
        hidden={view !== 'form'}
      >
        {views.form}
      </div>
      {view === 'form' ? null : (
        <div role="tabpanel" aria-labelledby={`record-${view}`}>
          {views[view]}
        </div>
      )}
    </SidePanel>
  );
}
