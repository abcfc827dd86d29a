/** The steps of a process beside its title: done, here, ahead. */
import { IconCheck } from '@tabler/icons-react';
import styles from './Steps.module.css';

export interface Step {
  key: string;
  label: string;
  state: 'done' | 'current' | 'ahead';
}

export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className={styles['steps']}>
      {steps.map((step) => (
        <li key={step.key} data-state={step.state} aria-current={step.state === 'current' ? 'step' : undefined}>
          {step.state === 'done' ? <IconCheck size={14} stroke={1.75} aria-hidden /> : null}
          {step.label}
        </li>
      ))}
    </ol>
  );
}
