/** Questions and help that belong to the window, not to a screen. */
import { Modal } from '@mantine/core';
import { useEffect } from 'react';
import { create } from 'zustand';
import type { Text } from '#shared/messages/catalogue.ts';
import { commonTexts, frameTexts, keysTexts } from '#shared/messages/ui/common.ts';
import { shell } from '../api/bridge.ts';
import { ConfirmDialog } from '../components/ConfirmDialog.tsx';
import { Kbd, mod } from '../components/Kbd.tsx';
import { useDesk } from './commands.ts';
import styles from './frame.module.css';
import { useText } from './i18n.tsx';
import { useJourney } from './routes.ts';

/** The shell asks before it closes the window on running jobs. */
export function CloseQuestion() {
  const t = useText();
  const closing = useDesk((s) => s.closing);
  const answer = (close: boolean) => {
    useDesk.setState({ closing: null });
    void shell('window.confirmClose', { close });
  };
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

const useLeaving = create<{ leave: (() => void) | null }>(() => ({ leave: null }));

/** While `dirty`, leaving the screen asks first. */
export function useLeaveGuard(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return;
    useJourney.getState().setGuard((leave) => useLeaving.setState({ leave }));
    return () => useJourney.getState().setGuard(null);
  }, [dirty]);
}

/** Asks the same question for an act that is not a change of screen: another row, closing a panel. */
export const askToLeave = (dirty: boolean, leave: () => void): void => {
  if (dirty) useLeaving.setState({ leave });
  else leave();
};

export function LeaveQuestion() {
  const t = useText();
  const leave = useLeaving((s) => s.leave);
  const close = () => useLeaving.setState({ leave: null });
  return (
    <ConfirmDialog
      opened={leave !== null}
      title={t(commonTexts.discardTitle)}
      lost={t(commonTexts.discardLost)}
      stays={t(commonTexts.discardKept)}
      safeLabel={t(commonTexts.keepEditing)}
      actLabel={t(commonTexts.discard)}
      onSafe={close}
      onAct={() => {
        close();
        leave?.();
      }}
    />
  );
}

export function KeysDialog() {
  const t = useText();
  const shown = useDesk((s) => s.keysShown);
  const line = (keys: string[], label: Text) => (
    <li key={label.en.toString()}>
      <span>{t(label)}</span>
      <span>
        {keys.map((key) => (
          <Kbd key={key} keys={key} />
        ))}
      </span>
    </li>
  );
  return (
    <Modal
      opened={shown}
      onClose={() => useDesk.setState({ keysShown: false })}
      title={t(keysTexts.title)}
      size={680}
      closeButtonProps={{ 'aria-label': t(commonTexts.close) }}
    >
      <div className={styles['keys']}>
        <section>
          <h3>{t(keysTexts.everywhere)}</h3>
          <ul>
            {line([`${mod} 1`, '…', '7'], keysTexts.goTo)}
            {line(['Alt ←', 'Alt →'], keysTexts.backForward)}
            {line([`${mod} I`], keysTexts.importFile)}
            {line([`${mod} N`], keysTexts.newInvoice)}
            {line([`${mod} S`], keysTexts.save)}
            {line([`${mod} Z`], commonTexts.undo)}
            {line([t(keysTexts.escape)], keysTexts.leave)}
            {line(['?'], keysTexts.showKeys)}
          </ul>
        </section>
        <section>
          <h3>{t(keysTexts.lists)}</h3>
          <ul>
            {line(['↑', '↓', 'J', 'K'], keysTexts.move)}
            {line([t(keysTexts.space)], keysTexts.select)}
            {line([t(keysTexts.shift)], keysTexts.extend)}
            {line([`${mod} A`], keysTexts.all)}
            {line([t(keysTexts.enter)], keysTexts.openRow)}
            {line(['/'], keysTexts.search)}
            {line(['A'], keysTexts.approve)}
            {line(['H'], keysTexts.hold)}
            {line([`${mod} C`], keysTexts.copy)}
          </ul>
        </section>
      </div>
    </Modal>
  );
}
