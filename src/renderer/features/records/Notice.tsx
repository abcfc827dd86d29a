/** Why a record can no longer be changed, and where to go instead. */
import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { PanelSection } from '../../components/SidePanel.tsx';
import css from './records.module.css';

export interface NoticeProps {
  title: string;
  body: string;
  act?: { label: string; run: () => void };
}

export function Notice({ title, body, act }: NoticeProps) {
  return (
    <PanelSection>
      <div className={css['notice']} role="note">
        <IconLock size={16} stroke={1.6} aria-hidden />
        <div>
          <p className="medium">{title}</p>
          <p className="small muted">{body}</p>
          {act ? (
            <Button size="xs" onClick={act.run}>
              {act.label}
            </Button>
          ) : null}
        </div>
      </div>
    </PanelSection>
  );
}
