/** A state: its own shape and its word, never colour alone. */
import {
  type Icon,
  IconAlertOctagon,
  IconAlertTriangle,
  IconBan,
  IconCheck,
  IconCircle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleHalf2,
  IconCircleMinus,
  IconClockExclamation,
  IconFileOff,
  IconInfoCircle,
  IconLock,
  IconMailQuestion,
  IconMessageCircleExclamation,
  IconPlayerPause,
} from '@tabler/icons-react';
import { stateTexts } from '#shared/messages/ui/common.ts';
import { useText } from '../app/i18n.tsx';
import styles from './StatusIcon.module.css';

export type State = keyof typeof stateTexts;

const shapes: Record<State, { icon: Icon; tone: string }> = {
  draft: { icon: IconCircleDashed, tone: 'draft' },
  open: { icon: IconCircleDashed, tone: 'draft' },
  approved: { icon: IconCircleCheck, tone: 'success' },
  held: { icon: IconPlayerPause, tone: 'warning' },
  excluded: { icon: IconBan, tone: 'draft' },
  billed: { icon: IconLock, tone: 'brand' },
  notDue: { icon: IconCircle, tone: 'brand' },
  partlyPaid: { icon: IconCircleHalf2, tone: 'paid' },
  paid: { icon: IconCircleCheck, tone: 'paid' },
  overdue: { icon: IconClockExclamation, tone: 'overdue' },
  disputed: { icon: IconMessageCircleExclamation, tone: 'disputed' },
  inDoubt: { icon: IconMailQuestion, tone: 'warning' },
  credited: { icon: IconCircleMinus, tone: 'draft' },
  uncollectible: { icon: IconFileOff, tone: 'draft' },
  error: { icon: IconAlertOctagon, tone: 'error' },
  warning: { icon: IconAlertTriangle, tone: 'warning' },
  note: { icon: IconInfoCircle, tone: 'note' },
  clean: { icon: IconCheck, tone: 'success' },
};

export interface StatusIconProps {
  state: State;
  /** Instead of the state's usual word (« Approuvé », « Approuvée »). */
  label?: string;
  /** The shape alone, its word as name and tooltip: dense cells. */
  iconOnly?: boolean;
  size?: number;
}

export function StatusIcon({ state, label, iconOnly = false, size = 15 }: StatusIconProps) {
  const t = useText();
  const { icon: IconShape, tone } = shapes[state];
  const word = label ?? t(stateTexts[state]);
  return (
    <span className={styles['status']} data-tone={tone} title={iconOnly ? word : undefined}>
      <IconShape size={size} stroke={1.6} aria-hidden />
      <span className={iconOnly ? 'srOnly' : undefined}>{word}</span>
    </span>
  );
}
