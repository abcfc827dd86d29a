/** In the title bar, only while there is something to decide: a newer version was found or is ready. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconRefreshDot } from '@tabler/icons-react';
import { updatesTexts as texts } from '#shared/messages/ui/updates.ts';
import { useText } from '../../app/i18n.tsx';
import { go } from '../../app/routes.ts';
import { useUpdates } from './store.ts';

export function UpdateBadge() {
  const t = useText();
  const step = useUpdates((s) => s.state?.step);
  if (step?.at !== 'available' && step?.at !== 'ready') return null;
  const label = t(step.at === 'ready' ? texts.badgeReady : texts.badgeAvailable, { version: step.offer.version });
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={() => go({ screen: 'settings', page: 'updates' })}>
        <IconRefreshDot size={16} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
