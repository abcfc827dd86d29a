/** In the title bar: when the last good backup was made. What is wrong with backups stands in a banner, not here. */
import { IconDeviceFloppy } from '@tabler/icons-react';
import { backupTexts as texts } from '#shared/messages/ui/safety.ts';
import { instant } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import { go } from '../../app/routes.ts';
import styles from './safety.module.css';
import { useBackups } from './useBackups.ts';

export function BackupBadge() {
  const t = useText();
  const language = useLanguage();
  const { data } = useBackups();
  if (!data?.lastGood) return null;
  return (
    <button type="button" className={styles['badge']} onClick={() => go({ screen: 'settings', page: 'backups' })}>
      <IconDeviceFloppy size={14} stroke={1.75} aria-hidden />
      {t(texts.good, { at: instant(data.lastGood.at, language) })}
    </button>
  );
}
