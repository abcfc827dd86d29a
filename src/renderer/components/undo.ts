/** Taking back what was done, from a toast or from the list of acts: one way, with its own way back. */
import { useCallback } from 'react';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { undoTexts as texts } from '#shared/messages/ui/undo.ts';
import type { UndoId } from '#shared/model/ids.ts';
import { engine } from '../api/client.ts';
import { asEngineError } from '../api/query.ts';
import { uuidv7 } from '../api/uuid.ts';
import { useErrorSentences, useText } from '../app/i18n.tsx';
import { useAuditSentence } from './audit.ts';
import { runPending, toast } from './toast.tsx';

/**
 * Takes an act back and says so, with the way to do it again (`again`: the act is an undo, so this does it again); where that
 * cannot be, why. True when it was done.
 */
function useTakeBack(): (id: UndoId, again?: boolean) => Promise<boolean> {
  const t = useText();
  const say = useAuditSentence();
  const sentences = useErrorSentences();
  return useCallback(
    (id, again = false) => {
      const apply = async (entryId: UndoId, again: boolean): Promise<boolean> => {
        try {
          const { entry } = await engine.call('undo.apply', { entryId }, { commandId: uuidv7() });
          const back = { label: t(again ? commonTexts.undo : texts.again), run: () => void apply(entry.id, !again) };
          toast({
            message: t(again ? texts.doneAgain : texts.takenBack, { what: say(entry) }),
            ...(again ? { undo: back } : { redo: back }),
          });
          return true;
        } catch (thrown) {
          const { what, remedy } = sentences(asEngineError(thrown));
          toast({ message: `${what} ${remedy}`, tone: 'warning' });
          return false;
        }
      };
      return apply(id, again);
    },
    [t, say, sentences],
  );
}

/** Says what was done, with the way back where the journal has one. */
export function useDoneToast(): (message: string, undoId?: UndoId | null) => void {
  const t = useText();
  const takeBack = useTakeBack();
  return useCallback(
    (message, undoId = null) =>
      toast({
        message,
        ...(undoId === null ? {} : { undo: { label: t(commonTexts.undo), run: () => void takeBack(undoId) } }),
      }),
    [t, takeBack],
  );
}

/** The journal's entry of the act that this window just did; null where there is none (the toast then goes without). */
export async function latestUndo(action: string): Promise<UndoId | null> {
  try {
    const { undo } = await engine.call('undo.latest', {});
    return undo?.action.startsWith(action) ? undo.id : null;
  } catch {
    // The act itself was done and is said so; its way back stands in the list of acts as well.
    return null;
  }
}

/** Ctrl Z and Ctrl Y: what a standing toast offers, else the latest act of the journal (or the latest undo). */
export function useLatestAct(): (which: 'undo' | 'redo') => Promise<void> {
  const t = useText();
  const sentences = useErrorSentences();
  const takeBack = useTakeBack();
  return useCallback(
    async (which) => {
      if (runPending(which)) return;
      try {
        const entry = (await engine.call('undo.latest', {}))[which];
        if (entry !== null) await takeBack(entry.id, which === 'redo');
        else toast({ tone: 'warning', message: t(which === 'undo' ? texts.nothing : texts.nothingAgain) });
      } catch (thrown) {
        toast({ tone: 'warning', message: sentences(asEngineError(thrown)).what });
      }
    },
    [t, sentences, takeBack],
  );
}
