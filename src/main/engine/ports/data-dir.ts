/** Where the program keeps what belongs to this computer and not to a company: heads of chains, preferences, logs. */
import { homedir } from 'node:os';
import { join } from 'node:path';

/** `LIASSE_DATA` if set; else %APPDATA%\Liasse, ~/Library/Application Support/Liasse, $XDG_CONFIG_HOME/Liasse. */
export function applicationDataDir(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const chosen = env['LIASSE_DATA'];
  if (chosen) return chosen;
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Liasse');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Liasse');
  return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'Liasse');
}
