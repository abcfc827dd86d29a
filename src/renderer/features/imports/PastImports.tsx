/** What was imported before: counts, the rejected rows once more, and taking an import back. */
import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { ImportBatch } from '#shared/contract/imports.ts';
import { importTexts as texts } from '#shared/messages/ui/imports.ts';
import { deskImportTexts } from '#shared/messages/ui/imports-desk.ts';
import { useEngineQuery } from '../../api/query.ts';
import { instant, whole } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import { useWritable } from '../../app/session.ts';
import css from './imports.module.css';
import { SaveRejects, usePastRejects } from './SaveRejects.tsx';
import { UndoDialog } from './UndoDialog.tsx';

const SHOWN = 100;

export function PastImports() {
  const t = useText();
  const { data } = useEngineQuery('import.list', {});
  const [undoing, setUndoing] = useState<ImportBatch | null>(null);
  if (!data) return null;
  return (
    <section className={css['past']}>
      <h2>{t(texts.past)}</h2>
      {data.length === 0 ? (
        <p className="faint small">{t(texts.pastNone)}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t(texts.pastFile)}</th>
              <th scope="col">{t(texts.pastKind)}</th>
              <th scope="col">{t(texts.pastWhen)}</th>
              <th scope="col">{t(texts.pastWho)}</th>
              <th scope="col" className="right">
                {t(texts.pastCreated)}
              </th>
              <th scope="col" className="right">
                {t(texts.pastUpdated)}
              </th>
              <th scope="col" className="right">
                {t(texts.pastLeft)}
              </th>
              <th scope="col" className="right">
                {t(texts.pastRejected)}
              </th>
              <th scope="col">{t(deskImportTexts.pastActs)}</th>
            </tr>
          </thead>
          <tbody>
            {data.slice(0, SHOWN).map((batch) => (
              <Past key={batch.id} batch={batch} onUndo={() => setUndoing(batch)} />
            ))}
          </tbody>
        </table>
      )}
      {undoing ? (
        <UndoDialog
          importId={undoing.id}
          fileName={undoing.fileName}
          onClose={() => setUndoing(null)}
          onDone={() => setUndoing(null)}
        />
      ) : null}
    </section>
  );
}

function Past({ batch, onUndo }: { batch: ImportBatch; onUndo: () => void }) {
  const t = useText();
  const language = useLanguage();
  const writable = useWritable('import.undo');
  const rejects = usePastRejects(batch.id);
  const { fileName, undoneAt, undoneBy } = batch;
  return (
    <tr data-undone={undoneAt !== null || undefined}>
      <td className="medium">
        <span className={css['pastName']} title={fileName}>
          {fileName}
        </span>
      </td>
      <td className="muted">{t(texts[batch.kind])}</td>
      <td className="muted num">{instant(batch.at, language)}</td>
      <td className="muted">{batch.actor}</td>
      <td className="right num">{whole(batch.created, language)}</td>
      <td className="right num muted">{whole(batch.updated, language)}</td>
      <td className="right num muted">{whole(batch.left, language)}</td>
      <td className="right num" data-bad={batch.rejected > 0 || undefined}>
        {whole(batch.rejected, language)}
      </td>
      <td>
        <span className={css['pastActs']}>
          {undoneAt !== null ? (
            <span className="muted">
              {t(deskImportTexts.undone, { at: instant(undoneAt, language), actor: undoneBy ?? '' })}
            </span>
          ) : (
            <Button
              size="compact-xs"
              variant="subtle"
              disabled={!writable}
              aria-label={t(deskImportTexts.undoOf, { file: fileName })}
              leftSection={<IconArrowBackUp size={14} stroke={1.75} aria-hidden />}
              onClick={onUndo}
            >
              {t(deskImportTexts.undo)}
            </Button>
          )}
          {batch.rejectsKept > 0 ? (
            <SaveRejects
              size="compact-xs"
              label={t(deskImportTexts.rejectsAgain)}
              ariaLabel={t(deskImportTexts.rejectsAgainOf, { file: fileName })}
              fileName={fileName}
              busy={rejects.busy}
              onSave={rejects.save}
            />
          ) : null}
        </span>
      </td>
    </tr>
  );
}
