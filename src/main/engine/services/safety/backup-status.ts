/** What this computer knows of the backups of the open company, and of every other. */
import { existsSync } from 'node:fs';
import type { BackedUpCompany, BackupSettings, BackupStatus } from '#shared/contract/safety.ts';
import { allBackupNotes, type BackupNotes, backupNotes, changeBackupNotes } from '../../ports/backup-notes.ts';
import type { ReadContext } from '../context.ts';
import { coverOf } from './backup-cover.ts';
import { filesOf, isReachable, placesOf } from './backup-place.ts';
import { companyFacts } from './company-facts.ts';

const SHOWN_NOTES = 30;

export async function backupStatus(ctx: ReadContext): Promise<BackupStatus> {
  const facts = await companyFacts(ctx.db);
  const notes = backupNotes(ctx.dataDir, ownerOf(facts, ctx.path));
  const { settings } = notes;
  const [first, second] = placesOf(ctx.dataDir, settings);
  const cover = coverOf({ dataDir: ctx.dataDir, notes, path: ctx.path }, { ...facts, now: ctx.now });
  const { log, lastGood, changed, due, daysUnsaved } = cover;
  return {
    settings,
    first: { path: first?.path ?? '', reachable: first !== undefined && isReachable(first) },
    second: second === undefined ? null : { path: second.path, reachable: isReachable(second) },
    changed,
    due,
    last: log.at(-1) ?? null,
    lastGood,
    daysUnsaved,
    overdue: daysUnsaved > settings.warnAfterDays,
    log: log.slice(-SHOWN_NOTES).reverse(),
    files: filesOf(ctx.dataDir, settings, facts.id),
  };
}

const ownerOf = (facts: { id: string; name: string; since: string }, path: string): BackupNotes['company'] => ({
  id: facts.id,
  name: facts.name,
  path,
  since: facts.since,
});

/** What the clock asks: is anything unsaved, and how long ago was the last good backup. */
export interface BackupDue {
  owner: BackupNotes['company'];
  zone: string;
  /** Something is unsaved, and the last attempt was not of this very content. */
  due: boolean;
  settings: BackupSettings;
  /** Milliseconds since the last attempt; null where there was none. */
  sinceLast: number | null;
}

/** For closing and for the clock: cheap, one row of the file and one note of this computer. */
export async function backupDue(ctx: ReadContext): Promise<BackupDue> {
  const facts = await companyFacts(ctx.db);
  const owner = ownerOf(facts, ctx.path);
  const notes = backupNotes(ctx.dataDir, owner);
  const { log, due } = coverOf({ dataDir: ctx.dataDir, notes, path: ctx.path }, { ...facts, now: ctx.now });
  const last = log.at(-1);
  return {
    owner,
    zone: facts.zone,
    due,
    settings: notes.settings,
    sinceLast: last === undefined ? null : Date.parse(ctx.now) - Date.parse(last.at),
  };
}

export function configureBackups(
  dataDir: string,
  owner: BackupNotes['company'],
  change: { [K in keyof BackupSettings]?: BackupSettings[K] | undefined },
): BackupSettings {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  return changeBackupNotes(dataDir, owner, (notes) => ({ ...notes, settings: { ...notes.settings, ...given } }))
    .settings;
}

/** Every company of which this computer has backups, latest first. */
export function backedUpCompanies(dataDir: string): BackedUpCompany[] {
  return allBackupNotes(dataDir)
    .map(({ company, settings }) => ({
      companyId: company.id,
      name: company.name,
      path: company.path,
      exists: existsSync(company.path),
      files: filesOf(dataDir, settings, company.id),
    }))
    .filter((company) => company.files.length > 0)
    .sort((a, b) => ((a.files[0]?.at ?? '') < (b.files[0]?.at ?? '') ? 1 : -1));
}

/** Where a company's file was last open on this computer; null for one never seen here. */
export const knownPathOf = (dataDir: string, companyId: string): string | null =>
  allBackupNotes(dataDir).find(({ company }) => company.id === companyId)?.company.path ?? null;
