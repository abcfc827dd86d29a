/** Details beside a list; over it where the window is narrow. Esc closes. */
import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { useText } from '../app/i18n.tsx';
import styles from './SidePanel.module.css';

/** A list with room for a panel at its right. */
export function WithPanel({ children, panel }: { children: ReactNode; panel: ReactNode }) {
  return (
    <div className={styles['layout']} data-open={panel ? true : undefined}>
      <section className={styles['list']}>{children}</section>
      {panel}
    </div>
  );
}

export interface SidePanelProps {
  title: string;
  subtitle?: ReactNode;
  onClose: () => void;
  children: ReactNode;
  /** At the foot, always in sight. */
  acts?: ReactNode;
  /** Makes the panel a form: Enter in a field saves. */
  onSubmit?: () => void;
}

export function SidePanel({ title, subtitle, onClose, children, acts, onSubmit }: SidePanelProps) {
  const t = useText();
  const latest = useRef(onClose);
  latest.current = onClose;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      // A dialog or an open list above the panel has the key first.
      const above = [...document.querySelectorAll('[role="dialog"], [role="listbox"], [role="menu"]')];
      if (above.some((element) => element.checkVisibility())) return;
      latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const body = (
    <>
      <header className={styles['head']}>
        <div className="grow">
          <h2 className="ellipsis" title={title}>
            {title}
          </h2>
          {subtitle ? <p className="small faint ellipsis">{subtitle}</p> : null}
        </div>
        <ActionIcon aria-label={t(commonTexts.close)} title={t(commonTexts.close)} onClick={onClose}>
          <IconX size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </header>
      <div className={styles['body']}>{children}</div>
      {acts ? <footer className={styles['acts']}>{acts}</footer> : null}
    </>
  );
  return (
    <aside className={styles['panel']} aria-label={title}>
      {onSubmit ? (
        <form
          noValidate
          className={styles['form']}
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          {body}
        </form>
      ) : (
        body
      )}
    </aside>
  );
}

export function PanelSection({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className={styles['section']}>
      {title === undefined ? null : <h3>{title}</h3>}
      {children}
    </section>
  );
}
