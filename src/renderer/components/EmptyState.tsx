/** One sentence, one act, one alternative. */
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

export interface EmptyStateProps {
  icon: Icon;
  title: string;
  body?: string;
  /** The primary act, then at most one alternative. */
  actions?: ReactNode;
}

export function EmptyState({ icon: IconShape, title, body, actions }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      <IconShape size={28} stroke={1.4} className={styles['icon']} aria-hidden />
      <h2>{title}</h2>
      {body === undefined ? null : <p>{body}</p>}
      {actions === undefined ? null : <div className="row">{actions}</div>}
    </div>
  );
}
