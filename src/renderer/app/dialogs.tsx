/** Questions and help that belong to the window, not to a screen. */
import { useCallback, useEffect } from 'react';
import { create } from 'zustand';
import { commonTexts, frameTexts } from '#shared/messages/ui/common.ts';
import { shell } from '../api/bridge.ts';
import { ConfirmDialog } from '../components/ConfirmDialog.tsx';
import { ClosingBackup } from '../features/safety/ClosingBackup.tsx';
import { useDesk } from './commands.ts';
import { useText } from './i18n.tsx';
import { useJourney } from './routes.ts';

/** The shell asks before it closes the window: on running jobs, or for the backup where none runs. */
export function CloseQuestion() {
  const t = useText();
  const closing = useDesk((s) => s.closing);
  const answer = useCallback((close: boolean) => {
    useDesk.setState({ closing: null });
    void shell('window.confirmClose', { close });
  }, []);
  const leaving = useDesk((s) => s.leaving);
  if (leaving) return <ClosingBackup answer={leaving} />;
  if (closing?.jobs === 0) return <ClosingBackup answer={answer} />;
  return (
    <ConfirmDialog
      opened={closing !== null}
      title={t(frameTexts.closeTitle)}
      lost={t(frameTexts.closeLost, { count: closing?.jobs ?? 1 })}
      stays={t(frameTexts.closeKept)}
      safeLabel={t(frameTexts.closeStay)}
      actLabel={t(frameTexts.closeAnyway)}
      tone="primary"
      onSafe={() => answer(false)}
      onAct={() => answer(true)}
    />
  );
}

const useLeaving = create<{ leave: (() => void) | null; stay: (() => void) | null }>(() => ({
  leave: null,
  stay: null,
}));

/** One question at a time: who asked before hears that the person stays. */
function ask(leave: () => void, stay?: () => void): void {
  useLeaving.getState().stay?.();
  useLeaving.setState({ leave, stay: stay ?? null });
}

/** While `dirty`, leaving the screen asks first. */
export function useLeaveGuard(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return;
    useJourney.getState().setGuard(ask);
    return () => useJourney.getState().setGuard(null);
  }, [dirty]);
}

/** Asks the same question for an act that is not a change of screen: another row, closing a panel. */
export const askToLeave = (dirty: boolean, leave: () => void): void => {
  if (dirty) ask(leave);
  else leave();
};

export function LeaveQuestion() {
  const t = useText();
  const leave = useLeaving((s) => s.leave);
  const close = () => useLeaving.setState({ leave: null, stay: null });
  return (
    <ConfirmDialog
      opened={leave !== null}
      title={t(commonTexts.discardTitle)}
      lost={t(commonTexts.discardLost)}
      stays={t(commonTexts.discardKept)}
      safeLabel={t(commonTexts.keepEditing)}
      actLabel={t(commonTexts.discard)}
      onSafe={() => {
        useLeaving.getState().stay?.();
        close();
      }}
      onAct={() => {
        close();
        leave?.();
      }}
    />
  );
}
