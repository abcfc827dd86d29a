/**
 * What this computer knows of a company's backups: where they go, when they were made, with what outcome. Beside the heads, not in
 * the company's file: folders belong to a computer, and a file that is gone must still be found.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type BackupNote, BackupReason, BackupSettings } from '#shared/contract/safety.ts';
import { systemErrorCode } from '#shared/model/error.ts';
import { writeFileAtomically } from './write-file.ts';

const StoredError = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  detail: z.string().exactOptional(),
});

const Note: z.ZodType<BackupNote> = z.object({
  at: z.string(),
  reason: BackupReason,
  outcome: z.enum(['good', 'suspect', 'failed']),
  paths: z.array(z.string()),
  bytes: z.number(),
  documents: z.number(),
  originals: z.number(),
  missingOriginals: z.number(),
  content: z.string(),
  copyOf: z.string().nullable().default(null),
  errors: z.array(StoredError),
});

const Notes = z.object({
  v: z.literal(1),
  company: z.object({ id: z.string(), name: z.string(), path: z.string(), since: z.string() }),
  settings: BackupSettings,
  log: z.array(Note),
});
export type BackupNotes = z.infer<typeof Notes>;

const LONGEST_LOG = 200;

/** What holds until somebody chooses otherwise. */
const usualSettings: BackupSettings = {
  folder: null,
  secondFolder: null,
  onClose: true,
  everyHours: 4,
  warnAfterDays: 7,
};

const folderOf = (dataDir: string): string => join(dataDir, 'safety');
const pathOf = (dataDir: string, companyId: string): string => join(folderOf(dataDir), `${companyId}.json`);

/** Null where there is none, or none that can be read: what it held is chosen again, and backups are found by looking. */
function readNotes(path: string): BackupNotes | null {
  try {
    return Notes.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null;
  } catch (thrown) {
    if (thrown instanceof SyntaxError || ['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'].includes(systemErrorCode(thrown))) {
      return null;
    }
    throw thrown;
  }
}

/**
 * The notes of a company; fresh ones where there are none yet. Its place stays what was noted as long as a file lies there: who opens
 * a copy beside it does not move the company.
 */
export function backupNotes(dataDir: string, company: BackupNotes['company']): BackupNotes {
  const known = readNotes(pathOf(dataDir, company.id));
  if (known === null) return { v: 1, company, settings: usualSettings, log: [] };
  const { since, path } = known.company;
  return { ...known, company: { ...company, since, path: existsSync(path) ? path : company.path } };
}

/** Reads, changes, writes: what another process wrote before stays. */
export function changeBackupNotes(
  dataDir: string,
  company: BackupNotes['company'],
  change: (notes: BackupNotes) => BackupNotes,
): BackupNotes {
  const changed = change(backupNotes(dataDir, company));
  const kept = { ...changed, log: changed.log.slice(-LONGEST_LOG) };
  writeFileAtomically(pathOf(dataDir, company.id), JSON.stringify(kept, null, 1));
  return kept;
}

/** The notes of every company backed up from this computer. */
export function allBackupNotes(dataDir: string): BackupNotes[] {
  let names: string[];
  try {
    names = readdirSync(folderOf(dataDir));
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'ENOENT') return [];
    throw thrown;
  }
  return names
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => readNotes(join(folderOf(dataDir), name)) ?? []);
}

/** Where backups go unless a person chose a folder. */
export const usualBackupFolder = (dataDir: string): string => join(dataDir, 'backups');
