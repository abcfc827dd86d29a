/** The window: title, navigation, the screen, and the jobs at the foot of every screen. */
import { JobStrip } from '../features/jobs/JobStrip.tsx';
import { StartScreen } from '../features/start/StartScreen.tsx';
import { Banners } from './Banners.tsx';
import { Boundary } from './Boundary.tsx';
import { useDesk } from './commands.ts';
import { CloseQuestion, KeysDialog, LeaveQuestion } from './dialogs.tsx';
import styles from './frame.module.css';
import { Navigation } from './Navigation.tsx';
import { useRoute } from './routes.ts';
import { Screens } from './Screens.tsx';
import { useSession } from './session.ts';
import { useShortcuts } from './shortcuts.ts';
import { TitleBar } from './TitleBar.tsx';

export function Frame() {
  useShortcuts();
  const company = useSession((s) => s.company);
  const creating = useDesk((s) => s.creating);
  const route = useRoute();
  const inside = company && !creating;
  return (
    <div className={styles['window']}>
      <TitleBar />
      {inside ? <Navigation /> : null}
      <main className={styles['main']} data-alone={!inside || undefined}>
        <Banners />
        <div className={styles['screen']}>
          {company === undefined ? null : (
            <Boundary key={inside ? route.screen : 'start'}>
              {inside ? <Screens route={route} /> : <StartScreen />}
            </Boundary>
          )}
        </div>
      </main>
      <div className={styles['strip']}>
        <JobStrip />
      </div>
      <KeysDialog />
      <LeaveQuestion />
      <CloseQuestion />
    </div>
  );
}
