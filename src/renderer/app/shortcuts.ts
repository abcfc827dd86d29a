/** Keys that work on every screen. What the menu has as an accelerator comes from the menu. */
import { useEffect } from 'react';
import { isMac } from '../components/Kbd.tsx';
import { undoLatest } from '../components/toast.tsx';
import { find, numbered, perform, useDesk } from './commands.ts';
import { go, useJourney } from './routes.ts';
import { useSession } from './session.ts';

/** Whether the key belongs to a text that is being written. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select');
}

const inDialog = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('[role="dialog"]') !== null;

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || inDialog(event.target)) return;
  const company = useSession.getState().company;
  const withMod = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  if (withMod && !event.altKey && !event.shiftKey) {
    const place = /^[1-9]$/.test(event.key) ? numbered[Number(event.key) - 1] : undefined;
    if (place && company) {
      event.preventDefault();
      useDesk.setState({ creating: false });
      go(place);
    } else if (event.key === ',' && company) {
      event.preventDefault();
      perform('settings');
    } else if (event.key === 'a' && !isTyping(event.target)) {
      // The page is a desk, not a text: a list with the cursor in it has taken this key before.
      event.preventDefault();
    } else if (event.key === 'z' && !isTyping(event.target) && undoLatest()) event.preventDefault();
    return;
  }
  if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
    event.preventDefault();
    const { goBack, goForward } = useJourney.getState();
    if (event.key === 'ArrowLeft') goBack();
    else goForward();
    return;
  }
  if (isTyping(event.target) || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === '?') {
    event.preventDefault();
    perform('help.keys');
  } else if (event.key === '/' && company) {
    event.preventDefault();
    find();
  }
}

export function useShortcuts(): void {
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
