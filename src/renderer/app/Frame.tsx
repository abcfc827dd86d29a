/** The window: title, navigation, the screen, and the jobs at the foot of every screen. */
import { HelpPanel } from '../features/guide/HelpPanel.tsx';
import { DropOverlay } from '../features/imports/DropOverlay.tsx';
import { JobStrip } from '../features/jobs/JobStrip.tsx';
import { KeysSheet } from '../features/keys/KeysSheet.tsx';
import { Palette } from '../features/palette/Palette.tsx';
import { SignInScreen } from '../features/people/SignInScreen.tsx';
import { ReportDialog } from '../features/report/ReportDialog.tsx';
import { RestoreDialog } from '../features/safety/RestoreDialog.tsx';
import { StartScreen } from '../features/start/StartScreen.tsx';
import { Tour } from '../features/tour/Tour.tsx';
import { Banners } from './Banners.tsx';
import { Boundary } from './Boundary.tsx';
import { useDesk } from './commands.ts';
import { CloseQuestion, LeaveQuestion } from './dialogs.tsx';
import styles from './frame.module.css';
import { Navigation } from './Navigation.tsx';
import { usePeople } from './people.ts';
import { placeName, type Screen, useJourney, useRoute } from './routes.ts';
import { Screens } from './Screens.tsx';
import { useSession } from './session.ts';
import { useShortcuts } from './shortcuts.ts';
import { TitleBar } from './TitleBar.tsx';

/** Lists that are gone to anew are new ones, so that they show the record and the filter of this very visit. */
const lists = new Set<Screen>(['customers', 'products', 'invoices', 'lines', 'run']);
const screenKey = (screen: Screen, visit: number): string => (lists.has(screen) ? `${screen} ${visit}` : screen);

export function Frame() {
  useShortcuts();
  const company = useSession((s) => s.company);
  const creating = useDesk((s) => s.creating);
  const route = useRoute();
  const visit = useJourney((s) => s.visit);
  const mode = usePeople((s) => s.state?.mode);
  const signedOut = mode === 'signed_out';
  // Until the engine has said who is there, and while nobody is, nothing of the company is asked for.
  const inside = company && !creating && mode !== undefined && !signedOut;
  const waiting = company && !creating && mode === undefined;
  return (
    <div className={styles['window']}>
      <TitleBar />
      {inside ? <Navigation /> : null}
      <main
        className={styles['main']}
        data-alone={!inside || undefined}
        data-place={inside ? placeName(route) : 'start'}
      >
        {signedOut || waiting ? null : <Banners />}
        <div className={styles['screen']}>
          {company === undefined || waiting ? null : company && !creating && signedOut ? (
            <SignInScreen />
          ) : (
            <Boundary key={inside ? screenKey(route.screen, visit) : 'start'}>
              {inside ? <Screens route={route} /> : <StartScreen />}
            </Boundary>
          )}
        </div>
      </main>
      <div className={styles['strip']}>
        {/* A company that is being made is no news: its jobs are told once it is open. Who is not signed in hears of none. */}
        {company && !signedOut ? <JobStrip /> : null}
      </div>
      <DropOverlay />
      <HelpPanel />
      <KeysSheet />
      {signedOut ? null : <Palette />}
      <ReportDialog />
      {inside ? <Tour /> : null}
      <LeaveQuestion />
      <CloseQuestion />
      <RestoreDialog />
    </div>
  );
}
