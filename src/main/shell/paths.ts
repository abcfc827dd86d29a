/** Where things lie: the data folder of this user, the built program, its resources. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

interface Surroundings {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  home: string;
}

/**
 * The folder of preferences, logs and of what the engine keeps outside company files. The same rule as the engine's
 * `applicationDataDir()`: LIASSE_DATA (or, before it, the switch `--user-data-dir`), else the system's habit.
 */
export function dataFolder(
  override: string,
  around: Surroundings = { platform: process.platform, env: process.env, home: homedir() },
): string {
  const { platform, env, home } = around;
  const given = override || env['LIASSE_DATA'];
  if (given) return resolve(given);
  if (platform === 'win32') return join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), 'Liasse');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Liasse');
  return join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'Liasse');
}

/** The files of the built program below the application's folder (which is the archive, once packaged). */
export function programFiles(appPath: string) {
  return {
    engine: join(appPath, 'out', 'main', 'utility.cjs'),
    commandLine: join(appPath, 'out', 'main', 'cli.cjs'),
    preload: join(appPath, 'out', 'preload', 'index.cjs'),
    page: join(appPath, 'out', 'renderer'),
  };
}

/** Fonts, tables and templates: beside the archive once packaged, in the project otherwise. */
export function resourcesFolder(packaged: boolean, appPath: string, systemResources: string): string {
  return packaged ? join(systemResources, 'resources') : join(appPath, 'resources');
}
