/** What an act changed: the field, what stood there, what stands there now. */
import type { AuditEntry } from '#shared/contract/records.ts';
import { auditChanges } from '#shared/messages/audit.ts';
import { trailTexts as texts } from '#shared/messages/ui/audit.ts';
import { useLanguage, useText } from '../app/i18n.tsx';
import styles from './History.module.css';

export function Changes({ entry }: { entry: Pick<AuditEntry, 'params'> }) {
  const t = useText();
  const language = useLanguage();
  const changes = auditChanges(entry.params, language);
  if (changes.length === 0) return null;
  const value = (text: string) => (text === '' ? <i className="faint">{t(texts.nothing)}</i> : text);
  return (
    <dl className={styles['changes']}>
      {changes.map(({ label, from, to }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {from === '' ? null : <del>{from}</del>} {from === '' && to === '' ? null : <span aria-hidden>→</span>}{' '}
            {value(to)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
