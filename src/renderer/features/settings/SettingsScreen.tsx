/** Settings: sections at the left, one form at a time. */
import { fieldsTexts } from '#shared/messages/ui/fields.ts';
import { settingsTexts as texts } from '#shared/messages/ui/settings.ts';
import { useText } from '../../app/i18n.tsx';
import { go, type SettingsPage } from '../../app/routes.ts';
import { UsersPage } from '../people/UsersPage.tsx';
import { BackupsPage } from '../safety/BackupsPage.tsx';
import { ErasurePage } from '../safety/ErasurePage.tsx';
import { ExportPage } from '../safety/ExportPage.tsx';
import { UpdatesPage } from '../updates/UpdatesPage.tsx';
import { CheckPage } from './CheckPage.tsx';
import { CompanyPage } from './CompanyPage.tsx';
import { CopyPage } from './CopyPage.tsx';
import { DisplayPage } from './DisplayPage.tsx';
import { FieldsPage } from './fields/FieldsPage.tsx';
import { SegmentsPage } from './fields/SegmentsPage.tsx';
import { TagsPage } from './fields/TagsPage.tsx';
import { NumberingPage } from './NumberingPage.tsx';
import styles from './settings.module.css';

const groups = [
  { title: texts.groupCompany, pages: ['company', 'numbering', 'copy', 'people', 'check'] },
  { title: fieldsTexts.groupRecords, pages: ['fields', 'tags', 'segments'] },
  { title: texts.groupSafety, pages: ['backups', 'export', 'erasure'] },
  { title: texts.groupComputer, pages: ['display', 'updates'] },
] as const satisfies readonly { title: unknown; pages: readonly SettingsPage[] }[];

const bodies: Record<SettingsPage, () => React.ReactNode> = {
  company: () => <CompanyPage />,
  numbering: () => <NumberingPage />,
  copy: () => <CopyPage />,
  people: () => <UsersPage />,
  check: () => <CheckPage />,
  fields: () => <FieldsPage />,
  tags: () => <TagsPage />,
  segments: () => <SegmentsPage />,
  backups: () => <BackupsPage />,
  export: () => <ExportPage />,
  erasure: () => <ErasurePage />,
  display: () => <DisplayPage />,
  updates: () => <UpdatesPage />,
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
