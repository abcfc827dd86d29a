/** Where a company file lies: a network path and a synced folder have their dangers for SQLite. */
import { sep } from 'node:path';

export type Location = 'local' | 'network' | 'synced';

const SYNCED =
  /(^|[\\/])(OneDrive[^\\/]*|Dropbox[^\\/]*|Google ?Drive|GoogleDrive-[^\\/]*|iCloud ?Drive|Mobile Documents|CloudStorage|Nextcloud|pCloudDrive)([\\/]|$)/i;

/** By name alone: a UNC path, a folder that a sync program keeps. Mounted shares are recognised where the name shows it. */
export function locationOf(path: string): Location {
  if (path.startsWith('\\\\') || path.startsWith('//') || path.startsWith(`${sep}Volumes${sep}smb`)) return 'network';
  if (SYNCED.test(path)) return 'synced';
  return 'local';
}
