/** What happened to one record, newest first. */
import type { AuditEntry } from '#shared/contract/records.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { instant } from '../app/format.ts';
import { useLanguage, useText } from '../app/i18n.tsx';
import { auditIcon, useAuditSentence } from './audit.ts';
import styles from './History.module.css';

export function History({ entries }: { entries: readonly AuditEntry[] }) {
  const t = useText();
  const language = useLanguage();
  const sentence = useAuditSentence();
  if (entries.length === 0) return <p className="faint small">{t(commonTexts.noHistory)}</p>;
  return (
    <ol className={styles['list']}>
      {entries.map((entry) => {
        const IconShape = auditIcon(entry.action);
        return (
          <li key={`${entry.at} ${entry.action}`}>
            <IconShape size={14} stroke={1.75} aria-hidden />
            <span className="grow">{sentence(entry)}</span>
            <span className="faint nowrap">
              {entry.actor} <time dateTime={entry.at}>{instant(entry.at, language)}</time>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
