/** The head of a screen, 48 high: where, what, what can be done. */
import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './PageHead.module.css';

export interface PageHeadProps {
  title: string;
  /** The screen above this one; a click goes there. */
  parent?: { label: string; onClick: () => void };
  /** Beside the title: steps of a process, a count. */
  children?: ReactNode;
  /** At the right. */
  actions?: ReactNode;
}

export function PageHead({ title, parent, children, actions }: PageHeadProps) {
  return (
    <header className={styles['head']}>
      {parent ? (
        <button type="button" className={styles['parent']} onClick={parent.onClick}>
          {parent.label}
          <IconChevronRight size={14} stroke={1.75} aria-hidden />
        </button>
      ) : null}
      <h1 className={styles['title']}>{title}</h1>
      {children}
      <div className="grow" />
      {actions}
    </header>
  );
}
