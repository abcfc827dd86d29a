/** A key as it stands on the keyboard. */
import styles from './Kbd.module.css';

/** Whether shortcuts take Command (macOS) or Control. */
export const isMac = navigator.platform.startsWith('Mac');
/** The modifier's name on this computer. */
export const mod = isMac ? '⌘' : 'Ctrl';

export function Kbd({ keys }: { keys: string }) {
  return <kbd className={styles['kbd']}>{keys}</kbd>;
}
