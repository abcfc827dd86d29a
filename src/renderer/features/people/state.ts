/** Who is signed in, as the engine says. The window follows; it decides nothing. */
import { notifications } from '@mantine/notifications';
import { access, may } from '#shared/contract/access.ts';
import type { Name } from '#shared/contract/index.ts';
import { usersTexts, whoTexts } from '#shared/messages/ui/people.ts';
import { type PeopleState, roles } from '#shared/model/people.ts';
import { onEngineEvent, onShellEvent } from '../../api/bridge.ts';
import { engine } from '../../api/client.ts';
import { loadJobs, useJobs } from '../../api/jobs.ts';
import { pauseInvalidation, queryClient } from '../../api/query.ts';
import { useText } from '../../app/i18n.tsx';
import { type People, usePeople } from '../../app/people.ts';
import { useJourney } from '../../app/routes.ts';
import { forgetCompany, useSession } from '../../app/session.ts';

/** The whole window is covered, and what lies under it is out of the page. */
export const isCovered = ({ state, unsaved }: People): boolean => state?.mode === 'locked' || unsaved !== null;

/** Nobody sees anything of the company: it is locked, or nobody has signed in. */
export const isClosedToAll = (): boolean => {
  const people = usePeople.getState();
  return isCovered(people) || people.state?.mode === 'signed_out';
};

/** Takes over what the engine says, and what follows from it. */
export function takePeople(state: PeopleState): void {
  const before = usePeople.getState().state;
  // Questions asked while nobody is there would be refused: what is known stays as it is until somebody is back.
  pauseInvalidation(state.mode === 'locked' || state.mode === 'signed_out');
  const back = before !== null && before.mode !== state.mode && state.mode === 'signed_in';
  const former = before?.mode === 'locked' ? before.me : null;
  const other = former !== null && state.me !== null && former.id !== state.me.id;
  const unsaved =
    back && other && state.me !== null && useJourney.getState().guard !== null
      ? { former: former.name, name: state.me.name }
      : null;
  usePeople.setState({ state, ...(unsaved ? { unsaved } : {}) });
  // Somebody else sits here now: what waited to be brought in, and how lists stood, was the former person's.
  if (back && other) forgetCompany();
  if (state.mode === 'signed_out' && before !== null && before.mode !== 'signed_out') {
    usePeople.setState({ unsaved: null });
    // What was told to one person is not for the next to read.
    notifications.clean();
    queryClient.clear();
    useJobs.getState().clear();
    useJourney.getState().reset();
    forgetCompany();
  }
  if (back) {
    void queryClient.invalidateQueries({ queryKey: ['engine'] });
    void loadJobs().catch((error: unknown) => console.error('jobs', error));
  }
}

let asked = 0;
/** Asks the engine; only the latest answer counts. */
async function refreshPeople(): Promise<void> {
  asked += 1;
  const mine = asked;
  if (!useSession.getState().company) {
    usePeople.setState({ state: null, unsaved: null });
    pauseInvalidation(false);
    return;
  }
  try {
    const state = await engine.call('people.state', {});
    if (mine === asked) takePeople(state);
  } catch (error) {
    // The company was closed meanwhile, or the engine is being started again: both say so themselves.
    console.error('people', error);
  }
}

export const lockNow = async (): Promise<void> => takePeople(await engine.call('people.lock', {}));
export const signOut = async (): Promise<void> => takePeople(await engine.call('people.signOut', {}));

/** What the person answered about what another had typed. */
export function answerUnsaved(keep: boolean): void {
  if (!keep) useJourney.getState().reset();
  usePeople.setState({ unsaved: null });
}

/** Input is told to the engine at most so often (milliseconds), and oftener where the lock comes soon. */
const TELL_MS = 20_000;
let toldAt = 0;
function onInput(): void {
  const { state } = usePeople.getState();
  if (state?.mode !== 'signed_in' || state.rules.lockSeconds === 0) return;
  const now = Date.now();
  if (now - toldAt < Math.min(TELL_MS, state.rules.lockSeconds * 250)) return;
  toldAt = now;
  engine.call('people.active', {}).catch((error: unknown) => console.error('people', error));
}

export function startPeople(): void {
  for (const kind of ['pointerdown', 'pointermove', 'keydown', 'wheel']) {
    window.addEventListener(kind, onInput, { capture: true, passive: true });
  }
  onEngineEvent((event) => {
    if (event.event === 'people') void refreshPeople();
  });
  onShellEvent((event) => {
    if (event.event === 'engine' && event.status === 'restarted') void refreshPeople();
  });
  useSession.subscribe((now, before) => {
    if (now.company === before.company) return;
    // Another company: nothing is known of who works in it.
    if (now.company?.companyId !== before.company?.companyId) usePeople.setState({ state: null, unsaved: null });
    void refreshPeople();
  });
}

/** Why a button is off for who is signed in, as its properties; empty where it may be pressed. */
export interface Guard {
  disabled?: true;
  title?: string;
}

/** Whether who is there may ask this of the engine, by the engine's own table; and why not, in words. */
export function useGuard(name: Name): Guard {
  const t = useText();
  const state = usePeople((s) => s.state);
  if (state === null || may(state, name)) return {};
  const entry = access[name];
  const wanted = roles.filter((role) => entry === role || (Array.isArray(entry) && entry.includes(role)));
  const words = wanted.map((role) => t(usersTexts[role])).join(', ');
  return { disabled: true, title: t(whoTexts.mayNot, { roles: words }) };
}
