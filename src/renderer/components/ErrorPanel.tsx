/** A failure in its three parts. Never a code in a sentence: the code travels with "copy the details". */
import { Button } from '@mantine/core';
import { IconAlertOctagon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { errorPanelTexts } from '#shared/messages/ui/common.ts';
import type { EngineError } from '#shared/model/error.ts';
import { shell } from '../api/bridge.ts';
import { useErrorSentences, useText } from '../app/i18n.tsx';
import styles from './ErrorPanel.module.css';
import { toast } from './toast.tsx';

export interface ErrorPanelProps {
  error: EngineError;
  /** Names the act that failed: « Le fichier n’a pas pu être lu ». */
  title?: string;
  /** The remedy as a button, with its value in it. */
  actions?: ReactNode;
  /** `inline`: in a form or panel, without the air of a whole screen. */
  variant?: 'screen' | 'inline';
}

/** Everything that support needs, as text. */
function details(error: EngineError): string {
  const cause = error.cause instanceof Error ? error.cause.message : '';
  return [`code: ${error.code}`, JSON.stringify(error.params), error.place ? JSON.stringify(error.place) : '', cause]
    .filter((part) => part !== '')
    .join('\n');
}

export function ErrorPanel({ error, title, actions, variant = 'screen' }: ErrorPanelProps) {
  const t = useText();
  const sentences = useErrorSentences()(error);
  // The sentence names the file; a place is worth a line of its own where it points into it.
  const { sheet, row, column, field } = error.place ?? {};
  const located = (sheet ?? row ?? column ?? field) !== undefined;
  const copy = async () => {
    await shell('clipboard.write', { text: details(error) });
    toast({ message: t(errorPanelTexts.copied) });
  };
  return (
    <section className={styles['panel']} data-variant={variant} role="alert">
      <div className="row">
        <IconAlertOctagon size={20} stroke={1.6} className={styles['icon']} aria-hidden />
        <h2>{title ?? t(errorPanelTexts.title)}</h2>
      </div>
      <dl className={styles['parts']}>
        <dt>{t(errorPanelTexts.what)}</dt>
        <dd>
          {sentences.what}
          {sentences.place === null || !located ? null : <span className={styles['place']}>{sentences.place}</span>}
        </dd>
        <dt>{t(errorPanelTexts.means)}</dt>
        <dd>{sentences.means}</dd>
        <dt>{t(errorPanelTexts.remedy)}</dt>
        <dd>{sentences.remedy}</dd>
      </dl>
      <div className="row">
        {actions}
        <Button variant="subtle" size={variant === 'inline' ? 'xs' : 'sm'} onClick={() => void copy()}>
          {t(errorPanelTexts.copy)}
        </Button>
      </div>
    </section>
  );
}
