/** The latest acts that can be taken back, each with its button; why one cannot is told in words. */
import { Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useState } from 'react';
import { UNDO_DAYS, UNDO_ENTRIES, type UndoEntry } from '#shared/contract/undo.ts';
import { undoListTexts as texts } from '#shared/messages/ui/audit.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import type { EngineError } from '#shared/model/error.ts';
import type { UndoId } from '#shared/model/ids.ts';
import { asEngineError, useEngineCommand, useEngineQuery } from '../../api/query.ts';
import { instant } from '../../app/format.ts';
import { useErrorSentences, useLanguage, useText } from '../../app/i18n.tsx';
import { useWritable } from '../../app/session.ts';
import { auditIcon, useAuditSentence } from '../../components/audit.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { FormSkeleton } from '../settings/FormSkeleton.tsx';
import css from './audit.module.css';

export function UndoList() {
  const t = useText();
  const { data, error, refetch } = useEngineQuery('undo.list', { limit: UNDO_ENTRIES });
  const apply = useEngineCommand('undo.apply');
  const [refused, setRefused] = useState<{ id: UndoId; error: EngineError } | null>(null);
  if (error && !data)
    return (
      <ErrorPanel error={error} actions={<Button onClick={() => void refetch()}>{t(commonTexts.retry)}</Button>} />
    );
  if (!data) return <FormSkeleton />;
  if (data.length === 0)
    return <EmptyState icon={IconArrowBackUp} title={t(texts.none)} body={t(texts.noneBody, { days: UNDO_DAYS })} />;
  const run = async (id: UndoId) => {
    setRefused(null);
    try {
      await apply.mutateAsync({ entryId: id });
    } catch (thrown) {
      setRefused({ id, error: asEngineError(thrown) });
    }
  };
  return (
    <div className={css['body']}>
      <p className={css['lead']}>{t(texts.lead)}</p>
      <ul className={css['undo']}>
        {data.map((entry) => (
          <Entry
            key={entry.id}
            entry={entry}
            busy={apply.isPending && apply.variables.entryId === entry.id}
            refused={refused?.id === entry.id ? refused.error : null}
            onUndo={() => void run(entry.id)}
          />
        ))}
      </ul>
    </div>
  );
}

interface EntryProps {
  entry: UndoEntry;
  busy: boolean;
  refused: EngineError | null;
  onUndo: () => void;
}

function Entry({ entry, busy, refused, onUndo }: EntryProps) {
  const t = useText();
  const language = useLanguage();
  const writable = useWritable('undo.apply');
  const sentence = useAuditSentence();
  const sentences = useErrorSentences();
  const IconShape = auditIcon(entry.action);
  // An undo that is taken back does the act again.
  const again = entry.undoes !== null;
  const reason = refused && sentences(refused);
  return (
    <li data-undone={entry.undoneBy !== null || undefined}>
      <IconShape size={16} stroke={1.6} aria-hidden />
      <div className="grow">
        <p>{sentence(entry)}</p>
        <p className="small faint">
          {entry.actor} · <time dateTime={entry.at}>{instant(entry.at, language)}</time> ·{' '}
          {t(texts.rows, { count: entry.rows })}
        </p>
        {reason ? (
          <p className={css['refused']} role="alert">
            {reason.what} {reason.remedy}
          </p>
        ) : null}
      </div>
      {entry.undoneBy === null ? (
        <Button
          size="xs"
          disabled={!writable}
          loading={busy}
          aria-label={`${t(again ? texts.again : texts.act)}: ${sentence(entry)}`}
          leftSection={
            again ? (
              <IconArrowForwardUp size={14} stroke={1.75} aria-hidden />
            ) : (
              <IconArrowBackUp size={14} stroke={1.75} aria-hidden />
            )
          }
          onClick={onUndo}
        >
          {t(again ? texts.again : texts.act)}
        </Button>
      ) : (
        <span className="small faint">{t(texts.undone)}</span>
      )}
    </li>
  );
}
