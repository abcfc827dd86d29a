/** One line in a frame: how something stands, with its shape, its word and what can be done. */
import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './safety.module.css';

const shapes = {
  good: IconCircleCheck,
  warning: IconAlertTriangle,
  error: IconAlertOctagon,
  plain: IconInfoCircle,
} as const;

interface StateProps {
  tone: keyof typeof shapes;
  title: string;
  body?: ReactNode;
  action?: ReactNode;
}

export function State({ tone, title, body, action }: StateProps) {
  const Shape = shapes[tone];
  return (
    <div className={styles['state']} data-tone={tone} role="status">
      <Shape size={20} stroke={1.6} aria-hidden />
      <div>
        <b>{title}</b>
        {body === undefined ? null : <p>{body}</p>}
      </div>
      {action}
    </div>
  );
}
