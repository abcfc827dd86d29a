/** The first line of the window: whose company, back and forward, menu. */
import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import {
  IconArrowLeft,
  IconArrowRight,
  IconCheck,
  IconChevronDown,
  IconFilePlus,
  IconFolderOpen,
  IconHelpCircle,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSettings,
  IconSun,
} from '@tabler/icons-react';
import { commonTexts, frameTexts } from '#shared/messages/ui/common.ts';
import { Kbd, mod } from '../components/Kbd.tsx';
import { perform } from './commands.ts';
import styles from './frame.module.css';
import { useText } from './i18n.tsx';
import { Mark } from './Mark.tsx';
import { setPreferences, useDark, usePreferences } from './preferences.ts';
import { useJourney } from './routes.ts';
import { useSession } from './session.ts';

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

function CompanyMenu({ name }: { name: string }) {
  const t = useText();
  return (
    <Menu position="bottom-start" width={248}>
      <Menu.Target>
        <button type="button" className={styles['company']} aria-label={`${name}, ${t(frameTexts.companyMenu)}`}>
          <Mark />
          <span className="ellipsis">{name}</span>
          <IconChevronDown size={14} stroke={1.75} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFolderOpen {...icon} />} onClick={() => perform('company.open')}>
          {t(frameTexts.openCompany)}
        </Menu.Item>
        <Menu.Item leftSection={<IconFilePlus {...icon} />} onClick={() => perform('company.new')}>
          {t(frameTexts.newCompany)}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout {...icon} />} onClick={() => perform('company.close')}>
          {t(frameTexts.closeCompany)}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconSettings {...icon} />}
          rightSection={<Kbd keys={`${mod} ,`} aside />}
          onClick={() => perform('settings')}
        >
          {t(frameTexts.settings)}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Language and theme: at hand on every screen, the start page included. */
function DisplayControls() {
  const t = useText();
  const dark = useDark((s) => s.dark);
  const { language, theme } = usePreferences();
  const tick = (on: boolean) => (on ? <IconCheck {...icon} /> : null);
  const languages = [
    ['fr', commonTexts.french],
    ['en', commonTexts.english],
  ] as const;
  const themes = [
    ['light', commonTexts.themeLight],
    ['dark', commonTexts.themeDark],
    ['system', commonTexts.themeSystem],
  ] as const;
  return (
    <>
      <Menu position="bottom-end" width={184}>
        <Menu.Target>
          <ActionIcon aria-label={t(frameTexts.language)} title={t(frameTexts.language)}>
            <IconLanguage {...icon} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {languages.map(([value, label]) => (
            <Menu.Item
              key={value}
              rightSection={tick(language === value)}
              onClick={() => void setPreferences({ language: value })}
            >
              {t(label)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-end" width={200}>
        <Menu.Target>
          <ActionIcon aria-label={t(frameTexts.theme)} title={t(frameTexts.theme)}>
            {dark ? <IconMoon {...icon} /> : <IconSun {...icon} />}
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {themes.map(([value, label]) => (
            <Menu.Item
              key={value}
              rightSection={tick(theme === value)}
              onClick={() => void setPreferences({ theme: value })}
            >
              {t(label)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Tooltip label={t(frameTexts.help)}>
        <ActionIcon aria-label={t(frameTexts.help)} onClick={() => perform('help.keys')}>
          <IconHelpCircle {...icon} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}

export function TitleBar() {
  const t = useText();
  const company = useSession((s) => s.company);
  const { back, forward, goBack, goForward } = useJourney();
  return (
    <header className={styles['titlebar']}>
      {company ? (
        <>
          <div className={styles['companyCell']}>
            <CompanyMenu name={company.name} />
          </div>
          <div className={styles['history']}>
            <Tooltip label={t(commonTexts.back)}>
              <ActionIcon aria-label={t(commonTexts.back)} disabled={back.length === 0} onClick={goBack}>
                <IconArrowLeft {...icon} />
              </ActionIcon>
            </Tooltip>
            <Tooltip label={t(commonTexts.forward)}>
              <ActionIcon aria-label={t(commonTexts.forward)} disabled={forward.length === 0} onClick={goForward}>
                <IconArrowRight {...icon} />
              </ActionIcon>
            </Tooltip>
          </div>
        </>
      ) : (
        <div className={styles['product']}>
          <Mark />
          <span>Liasse</span>
        </div>
      )}
      <div className="grow" />
      <div className={styles['system']}>
        <DisplayControls />
      </div>
    </header>
  );
}
