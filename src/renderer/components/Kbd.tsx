/** A key as it stands on the keyboard. */
import styles from './Kbd.module.css';

/** Whether shortcuts take Command (macOS) or Control. */
export const isMac = navigator.platform.startsWith('Mac');
/** The modifier's name on this computer. */
export const mod = isMac ? '⌘' : 'Ctrl';

export interface KbdProps {
  keys: string;
  /** Beside the words of a button: shown, and no part of its name. */
  aside?: boolean;
}

export function Kbd({ keys, aside = false }: KbdProps) {
  return (
    <kbd className={styles['kbd']} aria-hidden={aside || undefined}>
      {keys}
    </kbd>
  );
}
