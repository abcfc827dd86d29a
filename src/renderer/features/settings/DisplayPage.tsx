/** Language and theme of this computer. */
import { SegmentedControl } from '@mantine/core';
import { commonTexts, frameTexts } from '#shared/messages/ui/common.ts';
import { settingsTexts as texts } from '#shared/messages/ui/settings.ts';
import { useText } from '../../app/i18n.tsx';
import { setPreferences, usePreferences } from '../../app/preferences.ts';
import styles from './settings.module.css';

export function DisplayPage() {
  const t = useText();
  const { language, theme } = usePreferences();
  const languages = [
    { value: 'fr' as const, label: t(commonTexts.french) },
    { value: 'en' as const, label: t(commonTexts.english) },
  ];
  const themes = [
    { value: 'light' as const, label: t(commonTexts.themeLight) },
    { value: 'dark' as const, label: t(commonTexts.themeDark) },
    { value: 'system' as const, label: t(commonTexts.themeSystem) },
  ];
  return (
    <div className={styles['formPage']}>
      <header className={styles['pageHead']}>
        <h1>{t(texts.display)}</h1>
      </header>
      <div className={styles['scroll']}>
        <p className={styles['lead']}>{t(texts.displayLead)}</p>
        <div className={styles['choice']}>
          <span id="display-language">{t(frameTexts.language)}</span>
          <SegmentedControl
            aria-labelledby="display-language"
            data={languages}
            value={language}
            onChange={(value) => void setPreferences({ language: value })}
          />
        </div>
        <div className={styles['choice']}>
          <span id="display-theme">{t(frameTexts.theme)}</span>
          <SegmentedControl
            aria-labelledby="display-theme"
            data={themes}
            value={theme}
            onChange={(value) => void setPreferences({ theme: value })}
          />
        </div>
      </div>
    </div>
  );
}
