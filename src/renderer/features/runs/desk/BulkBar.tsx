/** What can be done with the chosen drafts; floats over the list's foot. */
import { IconBan, IconCircleCheck, IconPlayerPause, IconRotate } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { deskTexts } from '#shared/messages/ui/desk.ts';
import { useText } from '../../../app/i18n.tsx';
import css from '../../../components/grid/bulk.module.css';
import type { Decision } from './decisions.ts';

interface BulkBarProps {
  label: string;
  busy: boolean;
  onDecide(decision: Decision): void;
  onHold(): void;
  onClear(): void;
}

export function BulkBar({ label, busy, onDecide, onHold, onClear }: BulkBarProps) {
  const t = useText();
  const act = (icon: ReactNode, text: string, run: () => void) => (
    <button type="button" disabled={busy} onClick={run}>
      {icon}
      {text}
    </button>
  );
  return (
    <div className={css['bulk']} role="toolbar" aria-label={label}>
      <b>{label}</b>
      <i />
      {act(<IconCircleCheck size={16} stroke={1.6} />, t(deskTexts.approve), () => onDecide('approve'))}
      {act(<IconPlayerPause size={16} stroke={1.6} />, t(deskTexts.hold), onHold)}
      {act(<IconBan size={16} stroke={1.6} />, t(deskTexts.exclude), () => onDecide('exclude'))}
      {act(<IconRotate size={16} stroke={1.6} />, t(deskTexts.reopen), () => onDecide('reopen'))}
      <i />
      <button type="button" onClick={onClear}>
        <kbd>{t(deskTexts.escape)}</kbd>
      </button>
    </div>
  );
}
