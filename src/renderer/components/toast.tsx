/** A word about what was just done, six seconds long, with the way back where there is one. */
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import styles from './toast.module.css';

export interface ToastOptions {
  message: string;
  tone?: 'done' | 'warning';
  /** The act that brings it back; Ctrl Z does the same while the toast stands. */
  undo?: { label: string; run: () => void };
}

let pendingUndo: { id: string; run: () => void } | null = null;
let count = 0;

export function toast({ message, tone = 'done', undo }: ToastOptions): void {
  count += 1;
  const id = `toast-${count}`;
  const IconShape = tone === 'done' ? IconCheck : IconAlertTriangle;
  const forget = () => {
    if (pendingUndo?.id === id) pendingUndo = null;
  };
  const run = () => {
    notifications.hide(id);
    forget();
    undo?.run();
  };
  if (undo) pendingUndo = { id, run };
  notifications.show({
    id,
    autoClose: 6000,
    withCloseButton: false,
    onClose: forget,
    message: (
      <span className={styles['toast']}>
        <IconShape size={16} stroke={1.6} aria-hidden />
        <span className="grow">{message}</span>
        {undo ? (
          <button type="button" onClick={run}>
            {undo.label} <kbd aria-hidden>Ctrl Z</kbd>
          </button>
        ) : null}
      </span>
    ),
  });
}

/** Ctrl Z outside a text field. True when there was something to undo. */
export function undoLatest(): boolean {
  if (!pendingUndo) return false;
  pendingUndo.run();
  return true;
}
