/** What can be done with the chosen drafts. */
import { IconBan, IconCircleCheck, IconPlayerPause, IconRotate } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { deskTexts } from '#shared/messages/ui/desk.ts';
import { useText } from '../../../app/i18n.tsx';
import { BulkBar } from '../../../components/BulkBar.tsx';
import type { Decision } from './decisions.ts';

interface DraftBulkProps {
  label: string;
  busy: boolean;
  onDecide(decision: Decision): void;
  onHold(): void;
  onClear(): void;
}

export function DraftBulk({ label, busy, onDecide, onHold, onClear }: DraftBulkProps) {
  const t = useText();
  const act = (icon: ReactNode, text: string, run: () => void) => (
    <button type="button" disabled={busy} onClick={run}>
      {icon}
      {text}
    </button>
  );
  return (
    <BulkBar label={label} onClear={onClear}>
      {act(<IconCircleCheck size={16} stroke={1.6} aria-hidden="true" />, t(deskTexts.approve), () =>
        onDecide('approve'),
      )}
      {act(<IconPlayerPause size={16} stroke={1.6} aria-hidden="true" />, t(deskTexts.hold), onHold)}
      {act(<IconBan size={16} stroke={1.6} aria-hidden="true" />, t(deskTexts.exclude), () => onDecide('exclude'))}
      {act(<IconRotate size={16} stroke={1.6} aria-hidden="true" />, t(deskTexts.reopen), () => onDecide('reopen'))}
    </BulkBar>
  );
}
