/** The shape of a form that is being read. */
import { commonTexts } from '#shared/messages/ui/common.ts';
import { useText } from '../../app/i18n.tsx';
import styles from './settings.module.css';

export function FormSkeleton() {
  const t = useText();
  return (
    <div role="status" className={styles['skeleton']} aria-busy="true" aria-label={t(commonTexts.loading)}>
      {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
        <div key={key}>
          <i className="skeleton" style={{ width: 96 }} />
          <i className="skeleton" style={{ height: 32, borderRadius: 5, marginTop: 6 }} />
        </div>
      ))}
    </div>
  );
}
