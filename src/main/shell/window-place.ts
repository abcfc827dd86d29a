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
