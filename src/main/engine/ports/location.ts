/** Where a company file lies: a network path and a synced folder have their dangers for SQLite. */
import { readFileSync, realpathSync } from 'node:fs';
import { dirname, sep } from 'node:path';

export type Location = 'local' | 'network' | 'synced';

const SYNCED =
  /(^|[\\/])(OneDrive[^\\/]*|Dropbox[^\\/]*|Google ?Drive|GoogleDrive-[^\\/]*|iCloud ?Drive|Mobile Documents|CloudStorage|Nextcloud|pCloudDrive)([\\/]|$)/i;

/** File systems of Linux that lie on another machine. */
const NETWORK = /^(cifs|smb3|smbfs|nfs4?|ncpfs|afs|9p|davfs|fuse\.(sshfs|davfs2?|rclone|glusterfs|s3fs|gvfsd-fuse))$/;

/**
 * Network: a UNC path; on Linux a mounted share, by the kernel's list of mounts. Synced: a folder that a sync program keeps, by its
 * name. Not recognised: a letter that Windows maps to a share, a share mounted on macOS (neither says so without a native call).
 */
export function locationOf(path: string): Location {
  if (path.startsWith('\\\\') || path.startsWith('//') || path.startsWith(`${sep}Volumes${sep}smb`)) return 'network';
  if (process.platform === 'linux' && isOnNetwork(realFolder(path), mounts())) return 'network';
  if (SYNCED.test(path)) return 'synced';
  return 'local';
}

/** Whether the mount that holds a path (the longest that leads to it) is a share; `list` as in /proc/mounts (proc(5)). */
export function isOnNetwork(path: string, list: string): boolean {
  let longest = -1;
  let network = false;
  for (const line of list.split('\n')) {
    const [, escaped, type] = line.split(' ');
    if (escaped === undefined || type === undefined) continue;
    // Blanks and backslashes of a name stand as octal numbers.
    const point = escaped.replaceAll(/\\([0-7]{3})/g, (_, octal: string) =>
      String.fromCharCode(Number.parseInt(octal, 8)),
    );
    const leads = point === '/' || path === point || path.startsWith(`${point}/`);
    // Of two mounts at one place the later hides the earlier.
    if (!leads || point.length < longest) continue;
    longest = point.length;
    network = NETWORK.test(type);
  }
  return network;
}

/** The folder with its links followed; as given where it is not there. */
function realFolder(path: string): string {
  try {
    return realpathSync(dirname(path));
  } catch {
    return dirname(path);
  }
}

function mounts(): string {
  try {
    return readFileSync('/proc/mounts', 'utf8');
  } catch {
    return ''; // A system that hides the list: the name is all there is.
  }
}
