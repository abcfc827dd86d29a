/** A word about what was just done, six seconds long, with the way back where there is one. */
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { mod } from './Kbd.tsx';
import styles from './toast.module.css';

export interface ToastOptions {
  message: string;
  tone?: 'done' | 'warning';
  /** The act that brings it back; Ctrl Z does the same while the toast stands. */
  undo?: ToastAct;
  /** The act that does again what was taken back; Ctrl Y does the same while the toast stands. */
  redo?: ToastAct;
  /** What can be done next where nothing is to be taken back: no key stands for it. */
  next?: ToastAct;
}
interface ToastAct {
  label: string;
  run: () => void;
}

/** What Ctrl Z and Ctrl Y take while a toast offers it. */
const pending: Record<'undo' | 'redo', { id: string; run: () => void } | null> = { undo: null, redo: null };
let count = 0;

export function toast({ message, tone = 'done', undo, redo, next }: ToastOptions): void {
  count += 1;
  const id = `toast-${count}`;
  const IconShape = tone === 'done' ? IconCheck : IconAlertTriangle;
  const forget = () => {
    if (pending.undo?.id === id) pending.undo = null;
    if (pending.redo?.id === id) pending.redo = null;
  };
  const back = undo ?? redo;
  const act = back ?? next;
  const run = () => {
    notifications.hide(id);
    forget();
    act?.run();
  };
  // The newest word counts: what an older toast offered is no longer the latest act.
  if (back) {
    for (const former of [pending.undo, pending.redo]) if (former) notifications.hide(former.id);
    pending.undo = undo ? { id, run } : null;
    pending.redo = undo ? null : { id, run };
  }
  notifications.show({
    id,
    autoClose: 6000,
    withCloseButton: false,
    onClose: forget,
    message: (
      <span className={styles['toast']}>
        <IconShape size={16} stroke={1.6} aria-hidden />
        <span className="grow">{message}</span>
        {act ? (
          <button type="button" onClick={run}>
            {act.label}{' '}
            {back ? (
              <kbd aria-hidden>
                {mod} {undo ? 'Z' : 'Y'}
              </kbd>
            ) : null}
          </button>
        ) : null}
      </span>
    ),
  });
}

/** Runs what a standing toast offers for Ctrl Z or Ctrl Y. False where none does. */
export function runPending(which: 'undo' | 'redo'): boolean {
  const offered = pending[which];
  offered?.run();
  return offered !== null;
}
