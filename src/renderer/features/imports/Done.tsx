/** After the import: what it came to, what is left to mend, and the ways on. */
import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { importTexts as texts } from '#shared/messages/ui/imports.ts';
import { deskImportTexts } from '#shared/messages/ui/imports-desk.ts';
import type { ImportId } from '#shared/model/ids.ts';
import type { ImportOutcome } from '#shared/model/imports.ts';
import { useText } from '../../app/i18n.tsx';
import { go } from '../../app/routes.ts';
import { useWritable } from '../../app/session.ts';
import { ActionBar } from '../../components/Toolbar.tsx';
import css from './imports.module.css';
import { Counts } from './Outcome.tsx';
import { Rejections } from './Rejections.tsx';
import { SaveRejects, usePastRejects } from './SaveRejects.tsx';
import { fileNameOf, useSources } from './sources.ts';
import { UndoDialog } from './UndoDialog.tsx';
import type { ImportState } from './useImport.ts';

interface DoneProps {
  outcome: ImportOutcome;
  importId: ImportId;
  state: ImportState;
  waiting: number;
  onAnother: () => void;
  onNext: () => void;
}

export function Done({ outcome, importId, state, waiting, onAnother, onNext }: DoneProps) {
  const t = useText();
  const writable = useWritable('import.commit');
  const rejects = usePastRejects(importId);
  const [undoing, setUndoing] = useState(false);
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
        <Rejections
          outcome={outcome}
          custom={state.custom}
          actions={
            <SaveRejects
              label={t(texts.saveRejects, { count: outcome.reject })}
              fileName={outcome.fileName}
              busy={rejects.busy}
              onSave={rejects.save}
            />
          }
        />
      </div>
      <ActionBar>
        <Button variant="subtle" disabled={!writable} onClick={() => setUndoing(true)}>
          {t(deskImportTexts.undo)}
        </Button>
        <div className="grow" />
        <Button variant="subtle" onClick={onAnother}>
          {t(texts.another)}
        </Button>
        {outcome.held > 0 ? (
          <Button onClick={() => go({ screen: 'lines', held: true })}>{t(texts.seeHeld)}</Button>
        ) : null}
        {waiting > 0 ? (
          <WaitingNext onNext={onNext} />
        ) : outcome.kind === 'lines' ? (
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
      {undoing ? (
        <UndoDialog
          importId={importId}
          fileName={outcome.fileName}
          onClose={() => setUndoing(false)}
          onDone={onAnother}
        />
      ) : null}
    </>
  );
}

function WaitingNext({ onNext }: { onNext: () => void }) {
  const t = useText();
  const first = useSources((s) => s.sources[0]);
  const name = first?.is === 'file' ? fileNameOf(first.path) : first === undefined ? '' : t(first.name);
  return (
    <Button variant="filled" onClick={onNext}>
      {t(deskImportTexts.nextFile, { file: name })}
    </Button>
  );
}
