/** Where a company file lies: a network path and a synced folder have their dangers for SQLite. */
import { execFileSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';

export type Location = 'local' | 'network' | 'synced';

const SYNCED =
  /(^|[\\/])(OneDrive[^\\/]*|Dropbox[^\\/]*|Google ?Drive|GoogleDrive-[^\\/]*|My Drive|Mon Drive|iCloud ?Drive|Mobile Documents|CloudStorage|Nextcloud[^\\/]*|ownCloud[^\\/]*|pCloud ?Drive|Box( Sync)?|MEGA(sync)?|kDrive[^\\/]*|SynologyDrive|Seafile|Tresorit|Proton ?Drive[^\\/]*|Hubic|Creative Cloud Files)([\\/]|$)/i;

/** File systems of Linux that lie on another machine. */
const NETWORK = /^(cifs|smb3|smbfs|nfs4?|ncpfs|afs|9p|davfs|fuse\.(sshfs|davfs2?|rclone|glusterfs|s3fs|gvfsd-fuse))$/;

/**
 * Network: a UNC path; a letter that Windows maps to a share (its true name is a UNC path); on Linux and macOS a mounted share, by
 * the system's list of mounts. Synced: a folder that a sync program keeps, by its name. Not recognised: a share that cannot be
 * reached at this moment, a letter made by SUBST on a share's folder, a synced folder that a person called otherwise.
 */
export function locationOf(path: string): Location {
  if (isUnc(path)) return 'network';
  if (process.platform === 'win32' && isUnc(realFolder(path))) return 'network';
  if (process.platform === 'darwin' && isOnShare(realFolder(path), macMounts())) return 'network';
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

const isUnc = (path: string): boolean => /^(\\\\\?\\UNC\\|\\\\(?![.?]\\)|\/\/)/i.test(path);

/** File systems of macOS that lie on another machine, as `mount` names them. */
const MAC_NETWORK = /^(smbfs|nfs|afpfs|webdav|ftp|cifs|macfuse_sshfs|osxfuse_sshfs)$/;

/** Whether the mount that holds a path is a share; `list` as macOS' `mount` prints it: `//me@nas/share on /Volumes/share (smbfs, ...)`. */
function isOnShare(path: string, list: string): boolean {
  let longest = -1;
  let network = false;
  for (const line of list.split('\n')) {
    const [, point, type] = /^.* on (\/.*) \(([^,)]+)/.exec(line) ?? [];
    if (point === undefined || type === undefined || point.length <= longest) continue;
    if (point !== '/' && path !== point && !path.startsWith(`${point}/`)) continue;
    longest = point.length;
    network = MAC_NETWORK.test(type);
  }
  return network;
}

function macMounts(): string {
  try {
    return execFileSync('/sbin/mount', { encoding: 'utf8', timeout: 2_000 });
  } catch {
    return ''; // The name is all there is.
  }
}

/** The folder with its links followed; as given where it is not there. */
function realFolder(path: string): string {
  try {
    return realpathSync.native(dirname(path));
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
