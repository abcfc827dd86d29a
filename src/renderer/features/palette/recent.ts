/**
 * The records somebody was at, newest first, by company. Kept on this computer by id alone: names are asked of the file each time,
 * so that a renamed or erased customer is never shown by a name of before.
 */
import { create } from 'zustand';
import { type Route, useJourney } from '../../app/routes.ts';
import { useSession } from '../../app/session.ts';

const KEPT = 12;
/** Who only passes by was not there (milliseconds). */
const STAY = 1_500;

const key = (companyId: string): string => `recent ${companyId}`;

export const useRecent = create<{ ids: readonly string[] }>(() => ({ ids: [] }));

/** The record that a place shows. */
function recordOf(route: Route): string | null {
  if (!('id' in route) || route.id === undefined || route.id === 'new') return null;
  return route.id;
}

function read(companyId: string): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key(companyId)) ?? '[]');
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string').slice(0, KEPT) : [];
  } catch {
    return []; // A comfort only: what cannot be read is begun anew.
  }
}

/** Follows the person from place to place; every window reads what the others wrote. */
export function startRecent(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const load = () => {
    const company = useSession.getState().company;
    useRecent.setState({ ids: company ? read(company.companyId) : [] });
  };
  useSession.subscribe((now, before) => {
    if (now.company?.companyId !== before.company?.companyId) load();
  });
  window.addEventListener('storage', load);
  useJourney.subscribe(({ route }, before) => {
    if (route === before.route) return;
    clearTimeout(timer);
    const id = recordOf(route);
    const company = useSession.getState().company;
    if (id === null || !company) return;
    timer = setTimeout(() => {
      const ids = [id, ...read(company.companyId).filter((other) => other !== id)].slice(0, KEPT);
      localStorage.setItem(key(company.companyId), JSON.stringify(ids));
      useRecent.setState({ ids });
    }, STAY);
  });
}
