/** Which company is open in this window, and how the engine behind it is doing. */
import { create } from 'zustand';
import type { OpenedCompany } from '#shared/contract/company.ts';
import type { EngineError } from '#shared/model/error.ts';
import { fromErrorShape } from '#shared/model/error.ts';
import type { IsoDate } from '#shared/model/values.ts';
import { onEngineEvent, onShellEvent } from '../api/bridge.ts';
import { engine } from '../api/client.ts';
import { loadJobs, useJobs } from '../api/jobs.ts';
import { asEngineError, queryClient, useEngineQuery } from '../api/query.ts';
import { useJourney } from './routes.ts';

export type EngineState =
  | { status: 'ready' }
  | { status: 'stopped'; reason: string }
  | { status: 'restarted'; reopened: boolean; error: EngineError | null };

interface Session {
  /** Undefined until the engine has said whether one is open. */
  company: OpenedCompany | null | undefined;
  engine: EngineState;
  /** Why the first question to the engine failed. */
  failure: EngineError | null;
}

export const useSession = create<Session>(() => ({ company: undefined, engine: { status: 'ready' }, failure: null }));

/** Takes over an opened company (or none): everything that was known of the former one goes. */
function enter(company: OpenedCompany | null): void {
  const former = useSession.getState().company;
  useSession.setState({ company, failure: null });
  if (former?.path !== company?.path || former?.companyId !== company?.companyId) {
    useJobs.getState().clear();
    queryClient.clear();
    useJourney.getState().reset();
    // What befell the former company's engine is no news here.
    dismissEngineNotice();
  }
  if (company) void loadJobs().catch((error: unknown) => console.error('jobs', error));
}

/** Openings under way in this window: their own answer says when the company is complete, not the engine's event. */
let opening = 0;

/** Enters the company that is being opened or made, once it is complete. */
export async function enterOpened(answer: Promise<OpenedCompany>): Promise<void> {
  opening += 1;
  try {
    enter(await answer);
  } finally {
    opening -= 1;
  }
}

/** Asks the engine what is open. */
export async function refreshSession(): Promise<void> {
  try {
    enter(await engine.call('company.current', {}));
  } catch (thrown) {
    useSession.setState((s) => ({ company: s.company ?? null, failure: asEngineError(thrown) }));
  }
}

export async function closeCompany(): Promise<void> {
  await engine.call('company.close', {});
  enter(null);
}

export const dismissEngineNotice = (): void => useSession.setState({ engine: { status: 'ready' } });

export function startSession(): void {
  onEngineEvent((event) => {
    if (event.event !== 'opened' || opening > 0) return;
    const known = useSession.getState().company;
    // Somebody else opened or closed it (a menu, a file given to the program).
    if ((known?.path ?? null) !== event.path) void refreshSession();
  });
  onShellEvent((event) => {
    if (event.event !== 'engine') return;
    if (event.status === 'ready') useSession.setState({ engine: { status: 'ready' } });
    if (event.status === 'stopped') useSession.setState({ engine: { status: 'stopped', reason: event.reason } });
    if (event.status === 'restarted') {
      const error = event.error ? fromErrorShape(event.error) : null;
      useSession.setState({ engine: { status: 'restarted', reopened: event.reopened, error } });
      void refreshSession();
      void queryClient.invalidateQueries({ queryKey: ['engine'] });
    }
  });
}

/** Whether this window may change the company. */
export const useWritable = (): boolean => useSession((s) => s.company?.access === 'owner');

/** Today in the company's zone, as the engine says; the computer's own day until it has answered. */
export function useToday(): IsoDate {
  const { data } = useEngineQuery('company.summary', {});
  return data?.today ?? new Date().toLocaleDateString('sv-SE');
}
