/** Sizes and places of a document's pages. Pure. */

const STEPS = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];
const MARGIN = 24;

/** The next step of zoom over (1) or under (-1) a scale; stays at the ends. */
export function zoomStep(scale: number, way: 1 | -1): number {
  const next = way === 1 ? STEPS.find((step) => step > scale + 0.005) : STEPS.findLast((step) => step < scale - 0.005);
  return next ?? (way === 1 ? Math.max(...STEPS) : Math.min(...STEPS));
}

/** Width of a page in a room, both in CSS pixels: never more than half again its own size. */
export const fitWidth = (room: number, own: number): number =>
  Math.max(0, Math.min(Math.floor(room - 2 * MARGIN), Math.round(own * 1.5)));

/** Which page (from 1) is being read: the last one that begins above the upper third of the room. */
export function nearestPage(tops: readonly number[], scrolled: number, height: number): number {
  const line = scrolled + height / 3;
  return Math.max(1, tops.filter((top) => top <= line).length);
}
