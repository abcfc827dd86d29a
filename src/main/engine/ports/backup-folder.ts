/**
 * Backups on the disk: a folder a company, a file each named after its instant (UTC), the delivered PDFs beside them by content.
 * Only files of our own form count; whatever else lies there is left alone.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { EngineError, systemErrorCode } from '#shared/model/error.ts';
import type { Instant } from '#shared/model/values.ts';
import { renameInsisting } from './write-file.ts';

const NAMED = /^(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)Z(\.suspect)?\.liasse$/;
const LEFT_OVER = /^~.+\.liasse\.[0-9a-f-]{36}\.part(\.scratch)?(-journal|-wal|-shm)?$/;
const COPY = 'copy';
const ORIGINAL = /^[0-9a-f]{64}\.pdf$/;
/** An attempt younger than this may still be at work, in another process. */
const ABANDONED_MS = 6 * 3_600_000;

export interface StoredBackup {
  path: string;
  at: Instant;
  bytes: number;
  suspect: boolean;
}

const originalsDir = (folder: string): string => join(folder, 'originals');
export const originalPath = (folder: string, sha256: string): string =>
  join(originalsDir(folder), sha256.slice(0, 2), `${sha256}.pdf`);

/** What ends the name of a company's folder, so that it is found again when the company is called otherwise. */
const tail = (companyId: string): string => ` ${companyId.slice(-8)}`;

/**
 * What ends the name of the folder of a copy's backups: a company's own are never among them, nor theirs among its own. Named after
 * the place where the copy lies.
 */
const copyTail = (companyId: string, copyOf: string): string =>
  `${tail(companyId)} (${COPY} ${createHash('sha256').update(copyOf).digest('hex').slice(0, 8)})`;

/** The folders of backups of a company and of its copies in a folder of backups. */
export function findCompanyFolders(parent: string, companyId: string): { path: string; copy: boolean }[] {
  return names(parent)
    .map((name) => ({ path: join(parent, name), own: name.endsWith(tail(companyId)), name }))
    .filter(({ own, name }) => own || name.includes(`${tail(companyId)} (${COPY} `))
    .map(({ path, own }) => ({ path, copy: !own }));
}

/**
 * Finds or makes the company's own folder, or that of a copy of it. A chosen folder that is not there is not made: it is a disk that
 * is not plugged in. Throws `backup_folder_missing`, `folder_not_writable`, `disk_full`.
 */
export function companyFolder(
  parent: { path: string; chosen: boolean },
  company: { id: string; safeName: string; copyOf: string | null },
): string {
  if (parent.chosen && !isFolder(parent.path)) throw new EngineError('backup_folder_missing', { folder: parent.path });
  const end = company.copyOf === null ? tail(company.id) : copyTail(company.id, company.copyOf);
  const found = names(parent.path).find((name) => name.endsWith(end));
  const folder = join(parent.path, found ?? `${company.safeName}${end}`);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw placeFailed(cause, folder);
  }
  return folder;
}

/** What a failure of the disk at a place means to a person. */
export function placeFailed(cause: unknown, folder: string): EngineError {
  if (cause instanceof EngineError) return cause;
  const code = systemErrorCode(cause);
  if (['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].includes(code))
    return new EngineError('disk_full', { path: folder }, { cause });
  if (code === 'ENOENT' || code === 'ENOTDIR') return new EngineError('backup_folder_missing', { folder }, { cause });
  return new EngineError('folder_not_writable', { folder }, { cause });
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Names in a folder; none where it is not there or may not be looked into. */
function names(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (thrown) {
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EIO', 'ENODEV'].includes(systemErrorCode(thrown))) return [];
    throw thrown;
  }
}

/** The instant in the name of a backup; null for a file that is none of ours. */
export function instantOf(name: string): { at: Instant; suspect: boolean } | null {
  const match = NAMED.exec(name);
  if (!match) return null;
  const [, day, hours, minutes, seconds, suspect] = match;
  return { at: `${day}T${hours}:${minutes}:${seconds}.000Z`, suspect: suspect !== undefined };
}

/** The backups in a company's folder, newest first. */
export function listBackups(folder: string): StoredBackup[] {
  const found: StoredBackup[] = [];
  for (const name of names(folder)) {
    const named = instantOf(name);
    const path = join(folder, name);
    const stat = named === null ? undefined : statSync(path, { throwIfNoEntry: false });
    if (named !== null && stat?.isFile()) found.push({ path, ...named, bytes: stat.size });
  }
  return found.sort((a, b) => (a.path < b.path ? 1 : -1));
}

/** A name that is free, for an instant or for the seconds after it: the order of names is the order of time. */
export function freeBackupPath(folder: string, at: Instant, suspect: boolean): string {
  for (let second = Date.parse(at); ; second += 1000) {
    const stem = `${new Date(second).toISOString().slice(0, 19).replaceAll(':', '')}Z`;
    const names = [`${stem}.liasse`, `${stem}.suspect.liasse`];
    if (names.every((name) => !existsSync(join(folder, name)))) return join(folder, names[suspect ? 1 : 0] ?? '');
  }
}

/** The name under which a copy is made before it is known to be good. */
export const partOf = (path: string, token: string): string => join(dirname(path), `~${basename(path)}.${token}.part`);

/** What killed attempts left behind. */
export function clearLeftovers(folder: string): void {
  for (const name of names(folder)) {
    const path = join(folder, name);
    const stat = LEFT_OVER.test(name) ? statSync(path, { throwIfNoEntry: false }) : undefined;
    if (stat && Date.now() - stat.mtimeMs > ABANDONED_MS) rmSync(path, { force: true });
  }
}

/** Makes sure that the disk has a file. */
export function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A new name for a whole file, durable where the system can (a folder cannot be synced on Windows). */
export function settle(part: string, path: string): void {
  renameInsisting(part, path);
  try {
    const handle = openSync(dirname(path), 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (thrown) {
    if (!['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'EBADF', 'ENOTSUP'].includes(systemErrorCode(thrown))) throw thrown;
  }
}

/** Copies a file that nobody writes any more (a backup), whole or not at all. */
export function copyWhole(source: string, target: string, token: string): void {
  copyChecked(source, target, { token, sha256: null });
}

/** False, and nothing at the target, where the copy is not of this content. */
function copyChecked(
  source: string,
  target: string,
  { token, sha256 }: { token: string; sha256: string | null },
): boolean {
  mkdirSync(dirname(target), { recursive: true });
  const part = partOf(target, token);
  try {
    copyFileSync(source, part, constants.COPYFILE_FICLONE);
    syncFile(part);
    if (sha256 !== null && !isWhole(part, sha256)) return false;
    settle(part, target);
    return true;
  } finally {
    rmSync(part, { force: true });
  }
}

/** Whether a file is there and its content is what its name promises. Throws where the disk does. */
function isWhole(path: string, sha256: string): boolean {
  if (!existsSync(path)) return false;
  return createHash('sha256').update(readFileSync(path)).digest('hex') === sha256;
}

/**
 * Puts an original into a folder of originals, by its content's name: a file of its own, for a second name of the same file would
 * share every fault that befalls it. One that is there is trusted by its size, or looked into where `check` says so; one that is
 * damaged is replaced. `whole`: it lies there whole now; `sourceWhole`: null where that was not looked at.
 */
export function keepOriginal(
  source: string,
  folder: string,
  original: { sha256: string; bytes: number },
  { token, check }: { token: string; check: boolean },
): { whole: boolean; sourceWhole: boolean | null } {
  const { sha256, bytes } = original;
  const target = originalPath(folder, sha256);
  const sized = (path: string) => statSync(path, { throwIfNoEntry: false })?.size === bytes;
  const there = sized(target) && (!check || isWhole(target, sha256));
  if (!sized(source)) return { whole: there, sourceWhole: false };
  if (there) return { whole: true, sourceWhole: check ? isWhole(source, sha256) : null };
  const brought = copyChecked(source, target, { token, sha256 });
  return { whole: brought, sourceWhole: brought };
}

/** Hashes of the originals that a company's folder of backups holds. */
export function keptOriginals(folder: string): string[] {
  const root = originalsDir(folder);
  return names(root).flatMap((part) =>
    names(join(root, part)).flatMap((name) => (ORIGINAL.test(name) ? [name.slice(0, 64)] : [])),
  );
}
