/** A question before an act: what is lost, what stays. Focus rests on the safe answer; red only where nothing brings it back. */
import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './ConfirmDialog.module.css';

export interface ConfirmDialogProps {
  opened: boolean;
  title: string;
  /** What the act does or loses. */
  lost: ReactNode;
  /** What remains untouched. */
  stays?: ReactNode;
  /** More to say or to fill in before the answer. */
  children?: ReactNode;
  safeLabel: string;
  actLabel: string;
  /** `danger` only for what cannot be undone and destroys. */
  tone?: 'danger' | 'primary';
  busy?: boolean;
  disabled?: boolean;
  onSafe: () => void;
  onAct: () => void;
}

export function ConfirmDialog({
  opened,
  title,
  lost,
  stays,
  children,
  safeLabel,
  actLabel,
  tone = 'danger',
  busy = false,
  disabled = false,
  onSafe,
  onAct,
}: ConfirmDialogProps) {
  return (
    <Modal opened={opened} onClose={onSafe} title={title} withCloseButton={false} size={460}>
      <div className={styles['body']}>
        <div>{lost}</div>
        {stays === undefined ? null : <div className="muted">{stays}</div>}
        {children}
        <div className={styles['answers']}>
          <Button data-autofocus onClick={onSafe}>
            {safeLabel}
          </Button>
          <Button variant={tone === 'danger' ? 'danger' : 'filled'} loading={busy} disabled={disabled} onClick={onAct}>
            {actLabel}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
