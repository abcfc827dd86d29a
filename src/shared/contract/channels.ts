/** Names of the only five IPC channels between the page's preload and the shell. */
import { PROTOCOL } from './shell.ts';

export const channels = {
  /** Page → engine, answered: name, input, commandId. */
  engine: `${PROTOCOL}:engine`,
  /** Page → shell, answered: call, input. */
  shell: `${PROTOCOL}:shell`,
  /** Preload → shell: the path of a file that a person dropped on the window. */
  dropped: `${PROTOCOL}:dropped`,
  /** Shell → page: what the engine says unasked. */
  engineEvent: `${PROTOCOL}:engine-event`,
  /** Shell → page: menus, the operating system, the engine's health. */
  shellEvent: `${PROTOCOL}:shell-event`,
} as const;
