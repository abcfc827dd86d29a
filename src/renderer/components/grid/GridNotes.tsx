/** Lines under the rows: what could not be read, and how far a copy is. */
import { IconAlertTriangle, IconCopy } from '@tabler/icons-react';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { gridTexts } from '#shared/messages/ui/grid.ts';
import { asEngineError } from '../../api/query.ts';
import { whole } from '../../app/format.ts';
import { useErrorSentences, useLanguage, useText } from '../../app/i18n.tsx';
import css from './grid.module.css';
import { ListChanged } from './read.ts';

interface GridNotesProps {
  /** Part of what is in sight could not be read. */
  unread: boolean;
  /** Why rows could not be read for an act; null where all went well. */
  failure: unknown;
  progress: { done: number; total: number } | null;
  onRetry(): void;
  onCancel(): void;
}

export function GridNotes({ unread, failure, progress, onRetry, onCancel }: GridNotesProps) {
  const t = useText();
  const language = useLanguage();
  const sentences = useErrorSentences();
  const failed = unread || failure !== null;
  return (
    <>
      {failed ? (
        <div className={css['note']} data-tone="warning" role="alert">
          <IconAlertTriangle size={14} stroke={1.75} aria-hidden="true" />
          <span>
            {failure instanceof ListChanged
              ? t(gridTexts.changing)
              : failure === null
                ? t(gridTexts.unread)
                : sentences(asEngineError(failure)).what}
          </span>
          <button type="button" className={css['again']} onClick={onRetry}>
            {t(failure instanceof ListChanged ? commonTexts.close : gridTexts.retry)}
          </button>
        </div>
      ) : null}
      {progress === null ? null : (
        <div className={css['note']} role="status">
          <IconCopy size={14} stroke={1.75} aria-hidden="true" />
          <span className="num">
            {t(gridTexts.copying, { done: whole(progress.done, language), total: whole(progress.total, language) })}
          </span>
          <progress className={css['progress']} max={progress.total} value={progress.done} aria-hidden="true" />
          <button type="button" className={css['again']} onClick={onCancel}>
            {t(commonTexts.cancel)}
          </button>
        </div>
      )}
    </>
  );
}
