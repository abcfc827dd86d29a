/** Taking a whole import back: first what it would do, then the act, with its progress. */
import { useEffect, useRef } from 'react';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { deskImportTexts as texts } from '#shared/messages/ui/imports-desk.ts';
import type { ImportId } from '#shared/model/ids.ts';
import type { ImportUndo } from '#shared/model/imports.ts';
import { useJob, useJobs } from '../../api/jobs.ts';
import { useEngineQuery } from '../../api/query.ts';
import { useText } from '../../app/i18n.tsx';
import { go } from '../../app/routes.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import { toast } from '../../components/toast.tsx';
import css from './imports.module.css';

interface UndoDialogProps {
  importId: ImportId;
  fileName: string;
  onClose: () => void;
  onDone: () => void;
}

export function UndoDialog({ importId, fileName, onClose, onDone }: UndoDialogProps) {
  const t = useText();
  const preview = useEngineQuery('import.undoPreview', { importId }, { keepPrevious: false });
  const { job, result, error, running, start } = useJob('import.undo');
  const dismiss = useJobs((s) => s.dismiss);
  const told = useRef(false);
  useEffect(() => {
    if (!result || told.current) return;
    told.current = true;
    if (job) dismiss(job.id);
    toast({ message: t(texts.undoDone, { file: fileName }) });
    onDone();
  }, [result, job, dismiss, t, fileName, onDone]);
  const found = preview.data;
  const inUse = (found?.linesInUse ?? 0) > 0;
  const failed = error ?? preview.error;
  return (
    <ConfirmDialog
      opened
      title={t(texts.undoTitle, { file: fileName })}
      lost={found ? inUse ? <InUse found={found} /> : <Losses found={found} /> : <p className="muted">…</p>}
      stays={inUse ? t(texts.undoInUseRemedy) : t(texts.undoAgain)}
      safeLabel={t(inUse ? commonTexts.close : texts.undoKeep)}
      actLabel={t(texts.undoDo)}
      busy={running}
      disabled={!found || inUse}
      onSafe={onClose}
      onAct={() => void start({ importId })}
    >
      {failed ? <ErrorPanel variant="inline" title={t(texts.undoFailed)} error={failed} /> : null}
      {running && job ? <JobProgress job={job} title={t(texts.undoDo)} /> : null}
    </ConfirmDialog>
  );
}

function Losses({ found }: { found: ImportUndo }) {
  const t = useText();
  const { customers, products } = found;
  const kept = customers.kept + products.kept;
  const changed = customers.changedSince + products.changedSince;
  const counted = [
    [texts.undoLines, found.lines],
    [texts.undoCustomersRemoved, customers.removed],
    [texts.undoCustomersRestored, customers.restored],
    [texts.undoProductsRemoved, products.removed],
    [texts.undoProductsRestored, products.restored],
    [texts.undoKept, kept],
    [texts.undoChanged, changed],
  ] as const;
  const said = counted.filter(([, count]) => count > 0);
  return (
    <>
      {said.length === 0 ? <p>{t(texts.undoNothing)}</p> : null}
      <ul className={css['losses']}>
        {said.map(([text, count]) => (
          <li key={t(text, { count })}>{t(text, { count })}</li>
        ))}
      </ul>
      {found.recorded ? null : <p className="muted">{t(texts.undoUnrecorded)}</p>}
    </>
  );
}

function InUse({ found }: { found: ImportUndo }) {
  const t = useText();
  return (
    <>
      <p>{t(texts.undoInUse, { count: found.linesInUse })}</p>
      <ul className={css['losses']}>
        {found.runs
          .filter(({ name }) => name !== '')
          .map(({ id, name, lines }) => (
            <li key={id ?? name}>
              {id === null ? (
                t(texts.undoInUseRun, { name, count: lines })
              ) : (
                <button type="button" className={css['where']} onClick={() => go({ screen: 'run', id })}>
                  {t(texts.undoInUseRun, { name, count: lines })}
                </button>
              )}
            </li>
          ))}
      </ul>
    </>
  );
}
