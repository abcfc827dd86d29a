/** Keys that work on every screen: those of the registry that are commands, and what belongs to no command. */
import { useEffect } from 'react';
import { type CommandKey, chordsOf, commandKeys, isPlain, matchesChord, matchesKey } from '#shared/keys.ts';
import { isMac } from '../components/Kbd.tsx';
import { useLatestAct } from '../components/undo.ts';
import { perform } from './commands.ts';
import { useSession } from './session.ts';

/** Whether the key belongs to a text that is being written. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select');
}

const inDialog = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('[role="dialog"]') !== null;

const commands = Object.keys(commandKeys) as CommandKey[]; // Object.keys loses the keys' type.

/** The command of a pressed key. A plain key is a letter of the text where one is written. */
function commandOf(event: KeyboardEvent): CommandKey | undefined {
  const typing = isTyping(event.target);
  return commands.find((id) =>
    chordsOf(id, isMac).some((chord) => matchesChord(event, chord, isMac) && !(typing && isPlain(chord))),
  );
}

function onKey(event: KeyboardEvent, latestAct: ReturnType<typeof useLatestAct>): void {
  if (event.defaultPrevented || inDialog(event.target)) return;
  const command = commandOf(event);
  if (command !== undefined) {
    event.preventDefault();
    perform(command);
    return;
  }
  if (isTyping(event.target)) return;
  if (!useSession.getState().company) return;
  const undoes = matchesKey(event, 'undo', isMac);
  if (undoes || matchesKey(event, 'redo', isMac)) {
    event.preventDefault();
    void latestAct(undoes ? 'undo' : 'redo');
    return;
  }
  // The page is a desk, not a text: a list with the cursor in it has taken this key before.
  if (matchesKey(event, 'list.all', isMac)) event.preventDefault();
}

/** The mouse's side buttons, as a browser has them. */
function onMouse(event: MouseEvent): void {
  if (event.button !== 3 && event.button !== 4) return;
  event.preventDefault();
  perform(event.button === 3 ? 'go.back' : 'go.forward');
}

export function useShortcuts(): void {
  const latestAct = useLatestAct();
  useEffect(() => {
    const onDown = (event: KeyboardEvent): void => onKey(event, latestAct);
    window.addEventListener('keydown', onDown);
    window.addEventListener('mouseup', onMouse);
    return () => {
      window.removeEventListener('keydown', onDown);
      window.removeEventListener('mouseup', onMouse);
    };
  }, [latestAct]);
}
