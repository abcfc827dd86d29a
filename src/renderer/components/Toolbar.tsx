/** The line of filters and acts above a list, and the bar of acts at a desk's foot. */
import type { ReactNode } from 'react';
import styles from './Toolbar.module.css';

export function Toolbar({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <div className={styles['toolbar']} role="toolbar" aria-label={label}>
      {children}
    </div>
  );
}

/** What stands on the left says the state; the one primary button stands at the right. */
export function ActionBar({ children }: { children: ReactNode }) {
  return <footer className={styles['actionbar']}>{children}</footer>;
}
