/** Settings: sections at the left, one form at a time. */
import { settingsTexts as texts } from '#shared/messages/ui/settings.ts';
import { useText } from '../../app/i18n.tsx';
import { go, type SettingsPage } from '../../app/routes.ts';
import { CheckPage } from './CheckPage.tsx';
import { CompanyPage } from './CompanyPage.tsx';
import { DisplayPage } from './DisplayPage.tsx';
import { NumberingPage } from './NumberingPage.tsx';
import styles from './settings.module.css';

const groups = [
  { title: texts.groupCompany, pages: ['company', 'numbering', 'check'] },
  { title: texts.groupComputer, pages: ['display'] },
] as const satisfies readonly { title: unknown; pages: readonly SettingsPage[] }[];

const bodies: Record<SettingsPage, () => React.ReactNode> = {
  company: () => <CompanyPage />,
  numbering: () => <NumberingPage />,
  check: () => <CheckPage />,
  display: () => <DisplayPage />,
};

export function SettingsScreen({ page }: { page: SettingsPage }) {
  const t = useText();
  return (
    <div className={styles['settings']}>
      <nav className={styles['sections']} aria-label={t(texts.sections)}>
        {groups.map((group) => (
          <div key={group.title.en.toString()}>
            <h2>{t(group.title)}</h2>
            {group.pages.map((key) => (
              <button
                key={key}
                type="button"
                aria-current={key === page ? 'page' : undefined}
                onClick={() => go({ screen: 'settings', page: key })}
              >
                {t(texts[key])}
              </button>
            ))}
          </div>
        ))}
      </nav>
      <div className={styles['page']}>{bodies[page]()}</div>
    </div>
  );
}
