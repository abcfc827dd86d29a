/** Keys of a whole screen, wherever in it the focus is; the grid and open dialogs come first. */
import { useEffect } from 'react';
import { useLatest } from './useLatest.ts';

/** Where letters are letters, or belong to somebody else. */
const elsewhere = 'input, textarea, select, [contenteditable=true], [role=dialog], [role=menu], [role=listbox]';

/**
 * `act` returns whether it took the key. Listens on the document: after the page's own components, which may keep a key
 * for themselves, and before the window's shortcuts.
 */
export function useScreenKeys(act: (key: string, shift: boolean) => boolean): void {
  const latest = useLatest(act);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(elsewhere) !== null) return;
      if (!latest(event.key.toLowerCase(), event.shiftKey)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [latest]);
}
