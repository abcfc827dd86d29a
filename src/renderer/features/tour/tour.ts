/** The short tour: eight stops at real elements of the window. Shown once with the sample company, and again from Help. */
import { create } from 'zustand';
import type { Text } from '#shared/messages/catalogue.ts';
import { tourTexts as texts } from '#shared/messages/ui/tour.ts';
import { shell } from '../../api/bridge.ts';
import { go, type Route } from '../../app/routes.ts';
import { useSession } from '../../app/session.ts';

export interface Stop {
  title: Text;
  body: Text;
  /** The screen that it is about. */
  route: Route;
  /** The element that it points at. */
  anchor: string;
}

export const stops: readonly Stop[] = [
  { title: texts.company, body: texts.companyBody, route: { screen: 'home' }, anchor: '[data-tour="company"]' },
  { title: texts.import, body: texts.importBody, route: { screen: 'home' }, anchor: '[data-tour="import"]' },
  { title: texts.lines, body: texts.linesBody, route: { screen: 'lines' }, anchor: '[data-tour="lines"]' },
  { title: texts.run, body: texts.runBody, route: { screen: 'runs' }, anchor: 'main [data-variant="filled"]' },
  { title: texts.review, body: texts.reviewBody, route: { screen: 'runs' }, anchor: '[data-tour="runs"]' },
  { title: texts.issue, body: texts.issueBody, route: { screen: 'runs' }, anchor: '[data-tour="runs"]' },
  { title: texts.pdfs, body: texts.pdfsBody, route: { screen: 'invoices' }, anchor: '[data-tour="invoices"]' },
  { title: texts.help, body: texts.helpBody, route: { screen: 'home' }, anchor: '[data-tour="help"]' },
];

/** The stop that is shown; null while no tour runs. */
export const useTour = create<{ at: number | null }>(() => ({ at: null }));

const save = (step: number, state: 'paused' | 'done'): void =>
  void shell('tour.set', { step, state }).catch((error: unknown) => console.error('tour', error));

function show(at: number): void {
  const stop = stops[at];
  if (!stop) return;
  go(stop.route);
  useTour.setState({ at });
  // Whoever closes the program in the middle goes on there.
  save(at, 'paused');
}

/** After the sample company was made: the first time, or where it was left. */
export async function offerTour(): Promise<void> {
  const { step, state } = await shell('tour.get', {});
  if (state === 'new') show(0);
  else if (state === 'paused') show(Math.min(step, stops.length - 1));
}

/** From Help: begins again, or goes on where it was left. */
export async function startTour(): Promise<void> {
  if (!useSession.getState().company) return;
  const { step, state } = await shell('tour.get', {});
  show(state === 'paused' && step < stops.length ? step : 0);
}

export function nextStop(): void {
  const { at } = useTour.getState();
  if (at === null) return;
  if (at + 1 < stops.length) show(at + 1);
  else {
    useTour.setState({ at: null });
    save(0, 'done');
  }
}

export function previousStop(): void {
  const { at } = useTour.getState();
  if (at !== null && at > 0) show(at - 1);
}

/** Puts the tour away; Help takes it up where it stands. */
export function leaveTour(): void {
  const { at } = useTour.getState();
  useTour.setState({ at: null });
  if (at !== null) save(at, 'paused');
}
