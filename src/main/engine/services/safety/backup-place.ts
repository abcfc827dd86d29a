/** Where a company's backups go: the first place, and the second where a person chose one. */
import type { BackupFile, BackupSettings } from '#shared/contract/safety.ts';
import { safeName } from '../../documents/file-name.ts';
import { companyFolder, findCompanyFolders, isFolder, listBackups } from '../../ports/backup-folder.ts';
import { usualBackupFolder } from '../../ports/backup-notes.ts';

export interface Place {
  which: BackupFile['place'];
  path: string;
  /** Chosen by a person: never made where it is not there. */
  chosen: boolean;
}

export function placesOf(dataDir: string, settings: BackupSettings): Place[] {
  const first: Place = {
    which: 'first',
    path: settings.folder ?? usualBackupFolder(dataDir),
    chosen: settings.folder !== null,
  };
  if (settings.secondFolder === null || settings.secondFolder === first.path) return [first];
  return [first, { which: 'second', path: settings.secondFolder, chosen: true }];
}

/** The program's own folder is made when it is first needed. */
export const isReachable = (place: Place): boolean => !place.chosen || isFolder(place.path);

/** The folder at a place of a company's backups, or of its copy's, made where it is not there yet. Throws what {@link companyFolder} throws. */
export const folderAt = (place: Place, company: { id: string; name: string; copyOf: string | null }): string =>
  companyFolder(place, { id: company.id, safeName: safeName(company.name, 'company'), copyOf: company.copyOf });

/** All backups of a company and its copies at its places, newest first. One that was put aside by other settings is found as well. */
export function filesOf(dataDir: string, settings: BackupSettings, companyId: string): BackupFile[] {
  const places = placesOf(dataDir, settings);
  const usual = usualBackupFolder(dataDir);
  if (!places.some((place) => place.path === usual)) places.push({ which: 'first', path: usual, chosen: false });
  return places
    .flatMap(({ path, which }) =>
      findCompanyFolders(path, companyId).flatMap((folder) =>
        listBackups(folder.path).map((file) => ({ ...file, place: which, copy: folder.copy })),
      ),
    )
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}
