/** What goes over to the kept customer, what stays as it is, and why a merge cannot be. */
import { IconAlertOctagon, IconArrowRight, IconLock } from '@tabler/icons-react';
import type { MergePreview } from '#shared/contract/merging.ts';
import { mergeTexts as texts } from '#shared/messages/ui/merge.ts';
import { useErrorSentences, useText } from '../../../app/i18n.tsx';
import css from './merge.module.css';

interface MovesProps {
  preview: MergePreview;
  /** The kept one. */
  name: string;
  /** In the question before the act: without heading. */
  short?: boolean;
}

export function Moves({ preview: { moves, refusals }, name, short = false }: MovesProps) {
  const t = useText();
  const sentences = useErrorSentences();
  const going = [
    [texts.moveOpen, moves.openLines],
    [texts.moveHeld, moves.heldLines],
    [texts.moveDrafts, moves.drafts],
    [texts.moveSeries, moves.series],
  ] as const;
  const some = going.filter(([, count]) => count > 0);
  return (
    <section className={css['moves']} data-short={short || undefined}>
      {refusals.length === 0 ? null : (
        <div role="alert" className={css['refused']}>
          <IconAlertOctagon size={16} stroke={1.6} aria-hidden />
          <div>
            <p className="medium">{t(texts.refused)}</p>
            {refusals.map((refusal) => {
              const { what, remedy } = sentences(refusal);
              return (
                <p key={`${refusal.code} ${JSON.stringify(refusal.params)}`}>
                  {what} {remedy}
                </p>
              );
            })}
          </div>
        </div>
      )}
      {short ? null : <h2>{t(texts.moves, { name })}</h2>}
      <ul>
        {some.map(([text, count]) => (
          <li key={text.en.toString()}>
            <IconArrowRight size={14} stroke={1.75} aria-hidden />
            {t(text, { count })}
          </li>
        ))}
        {some.length === 0 ? <li className="muted">{t(texts.movesNothing)}</li> : null}
        {moves.invoicesStaying > 0 ? (
          <li className="muted">
            <IconLock size={14} stroke={1.75} aria-hidden />
            {t(texts.staying, { count: moves.invoicesStaying, name })}
          </li>
        ) : null}
      </ul>
    </section>
  );
}
