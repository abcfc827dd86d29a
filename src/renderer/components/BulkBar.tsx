/** What can be done with the chosen rows: floats over the list's foot. */
import type { ReactNode } from 'react';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { useText } from '../app/i18n.tsx';
import styles from './BulkBar.module.css';
import { Kbd } from './Kbd.tsx';

export interface BulkBarProps {
  /** « 3 choisies ». */
  label: string;
  children: ReactNode;
  onClear: () => void;
}

export function BulkBar({ label, children, onClear }: BulkBarProps) {
  const t = useText();
  return (
    <div className={styles['bar']} role="toolbar" aria-label={label}>
      <b className="num">{label}</b>
      <i />
      {children}
      <i />
      <button type="button" onClick={onClear}>
        <Kbd keys={t(commonTexts.deselect)} />
      </button>
    </div>
  );
}
