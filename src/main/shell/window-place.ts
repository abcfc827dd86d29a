/** Where the window stands: remembered, and brought back into sight when screens changed meanwhile. */
import { z } from 'zod';

export const WindowState = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  maximized: z.boolean(),
  displayId: z.number(),
});
export type WindowState = z.infer<typeof WindowState>;

interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}
/** The part of a screen that the task bar leaves free, in device-independent pixels. */
export interface Screen {
  id: number;
  workArea: Rectangle;
}

export const MIN_SIZE = { width: 1024, height: 700 };
const USUAL_SIZE = { width: 1440, height: 900 };

export interface Placement extends Rectangle {
  maximized: boolean;
  minWidth: number;
  minHeight: number;
}

/**
 * A place wholly visible on one of `screens` (the first is the primary one): on the remembered screen where it still is,
 * else on the one that shows most of it. A screen smaller than the least size lowers that size.
 */
export function placeWindow(saved: WindowState | null, screens: readonly [Screen, ...Screen[]]): Placement {
  const screen = chosenScreen(saved, screens);
  const area = screen.workArea;
  const minWidth = Math.min(MIN_SIZE.width, area.width);
  const minHeight = Math.min(MIN_SIZE.height, area.height);
  const width = clamp(saved?.width ?? USUAL_SIZE.width, minWidth, area.width);
  const height = clamp(saved?.height ?? USUAL_SIZE.height, minHeight, area.height);
  const x = saved ? saved.x : area.x + Math.round((area.width - width) / 2);
  const y = saved ? saved.y : area.y + Math.round((area.height - height) / 2);
  return {
    x: clamp(x, area.x, area.x + area.width - width),
    y: clamp(y, area.y, area.y + area.height - height),
    width,
    height,
    minWidth,
    minHeight,
    maximized: saved?.maximized ?? false,
  };
}

/** How far a further window stands from the one it was opened from, so that both title bars are seen (pixels). */
const STEP = 32;

/**
 * A further window: where its number stood last, unless another stands just there; else a step from the one before it, from the
 * screen's corner again where it would leave the screen.
 */
export function placeFurther(
  saved: WindowState | null,
  taken: readonly Rectangle[],
  screens: readonly [Screen, ...Screen[]],
): Placement {
  const hidden = ({ x, y }: Rectangle) =>
    taken.some((other) => Math.abs(other.x - x) < STEP && Math.abs(other.y - y) < STEP);
  if (saved !== null && !hidden(saved)) return placeWindow(saved, screens);
  const from = taken.at(-1);
  const size = saved ?? from;
  if (!from || !size) return placeWindow(saved, screens);
  const { id, workArea } = chosenScreen({ ...from, maximized: false, displayId: -1 }, screens);
  let at = { x: from.x + STEP, y: from.y + STEP, width: size.width, height: size.height };
  while (hidden(at)) at = { ...at, x: at.x + STEP, y: at.y + STEP };
  const fits = at.x + at.width <= workArea.x + workArea.width && at.y + at.height <= workArea.y + workArea.height;
  const corner = { ...at, x: workArea.x, y: workArea.y };
  return placeWindow({ ...(fits || hidden(corner) ? at : corner), maximized: false, displayId: id }, screens);
}

function chosenScreen(saved: WindowState | null, screens: readonly [Screen, ...Screen[]]): Screen {
  if (!saved) return screens[0];
  const remembered = screens.find((screen) => screen.id === saved.displayId);
  if (remembered) return remembered;
  return screens.reduce((best, screen) =>
    overlap(saved, screen.workArea) > overlap(saved, best.workArea) ? screen : best,
  );
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
