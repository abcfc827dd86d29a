/** What keeps a company safe: backups, coming back from one, taking everything out, erasing a person. */
import { z } from 'zod';
import type { EngineErrorShape } from '../model/error.ts';
import { CustomerId } from '../model/ids.ts';
import type { UserChoice } from '../model/people.ts';
import type { Instant, IsoDate } from '../model/values.ts';
import type { CompanySummary, VerifyReport } from './company.ts';
import { job, query, session } from './define.ts';
import { Approver } from './people.ts';

export const BackupReason = z.enum(['close', 'schedule', 'demand', 'before_erasure']);
export type BackupReason = z.infer<typeof BackupReason>;

/** Where and how often a company is backed up from this computer: folders belong to a computer, not to a company. */
export const BackupSettings = z.object({
  /** Null: a folder of the program's own. */
  folder: z.string().min(1).nullable(),
  /** A second place (a stick, a share) that may be missing at times. */
  secondFolder: z.string().min(1).nullable(),
  onClose: z.boolean(),
  /** While the company is open and nothing runs; 0: never. */
  everyHours: z.int().min(0).max(168),
  /** A last good backup older than so many days is told. */
  warnAfterDays: z.int().min(1).max(365),
});
export type BackupSettings = z.infer<typeof BackupSettings>;

/** One attempt, as it is remembered on this computer. */
export interface BackupNote {
  at: Instant;
  reason: BackupReason;
  /** `suspect`: a whole copy in which `verify` finds faults; it is kept aside and replaces no good one. */
  outcome: 'good' | 'suspect' | 'failed';
  /** Where copies were put; empty when it failed. */
  paths: string[];
  bytes: number;
  documents: number;
  /** Delivered PDFs in the backup, and those that the company's own archive lacks or holds damaged. */
  originals: number;
  missingOriginals: number;
  /** State of the content that was copied: the same text means that nothing changed since. */
  content: string;
  /** Null: of the company's own file. Else of a copy of it, or an older state of it, that lay at this path: put apart from its own. */
  copyOf: string | null;
  /** What went wrong at a place although a copy was made elsewhere, or why none was made. */
  errors: EngineErrorShape[];
}

export interface BackupFile {
  path: string;
  at: Instant;
  bytes: number;
  suspect: boolean;
  /** Of a copy that was opened beside the company's own file, or of an older state that nobody had accepted yet. */
  copy: boolean;
  place: 'first' | 'second';
}

export interface BackupPlaceState {
  path: string;
  reachable: boolean;
}

export interface BackupStatus {
  settings: BackupSettings;
  first: BackupPlaceState;
  second: BackupPlaceState | null;
  /** Whether anything stands in the file that is not in a good backup at every place that can be reached. */
  changed: boolean;
  /** Whether a backup is worth making: not where the last one was of this very content and found it doubtful. */
  due: boolean;
  last: BackupNote | null;
  lastGood: BackupNote | null;
  /** Whole days since the last good one (since the company was made, where there is none), while something is unsaved; else 0. */
  daysUnsaved: number;
  /** The last good one is older than a person wants, and something changed since. */
  overdue: boolean;
  log: BackupNote[];
  files: BackupFile[];
}

/** A company of which this computer knows backups, whether its file is there or not. */
export interface BackedUpCompany {
  companyId: string;
  name: string;
  /** Where its file was last open. */
  path: string;
  exists: boolean;
  files: BackupFile[];
}

export interface CopyCounts {
  customers: number;
  products: number;
  openLines: number;
  runs: number;
  invoices: number;
}

export interface RestorePreview {
  file: string;
  companyId: string;
  name: string;
  /** When the file was made, by its name or by the disk. */
  at: Instant;
  bytes: number;
  /** Its version is older than this program's: it is brought up when it is opened. */
  olderVersion: boolean;
  counts: CopyCounts;
  series: { name: string; lastNumber: string; lastDate: IsoDate | null }[];
  recent: { at: Instant; actor: string; action: string; params: Record<string, string | number> }[];
  verify: Pick<VerifyReport, 'ok' | 'documents' | 'erased' | 'problems'>;
  /** Delivered PDFs that the copy names, and how many of them can be brought back. */
  originals: { named: number; found: number };
  /** Numbers given on this computer that the copy does not know. */
  highWater: CompanySummary['restoredCopy'];
  /** Where restoring in place would put it, and what lies there now. */
  present: {
    path: string;
    exists: boolean;
    counts: CopyCounts | null;
    lastChange: Instant | null;
    /** Why it cannot be read. */
    error: EngineErrorShape | null;
    /** One of them has to sign for putting a copy in its place; none where it has no users or cannot be read. */
    managers: UserChoice[];
  } | null;
}

export interface RestoreResult {
  path: string;
  companyId: string;
  /** The file that lay there before, kept beside it. */
  keptAs: string | null;
  originals: number;
  missingOriginals: number;
}

export interface ErasurePreview {
  customerId: CustomerId;
  code: string;
  name: string | null;
  erasedAt: Instant | null;
  /** Why it cannot be done now. */
  blockers: { openLines: number; drafts: number };
  /** Rows by what they are, emptied now. */
  erased: { what: ErasedKind; count: number }[];
  /** Documents that the law keeps, by the day from which they may go. */
  kept: { number: string; issueDate: IsoDate; keepUntil: IsoDate }[];
  keptTotal: number;
  /** The last day of the longest keeping. */
  keptUntil: IsoDate | null;
  /** Documents whose time is over: their content can be erased now. */
  expired: { number: string; issueDate: IsoDate; keepUntil: IsoDate }[];
  expiredTotal: number;
  rule: { country: string; years: number; source: string; fiscalYearEnd: string };
  /** Backups on this computer in which the person stands as before. */
  backups: number;
}

export const erasedKinds = [
  'record',
  'custom',
  'lines',
  'drafts',
  'journal',
  'undo',
  'results',
  'documents',
  'originals',
] as const;
export type ErasedKind = (typeof erasedKinds)[number];

export interface ErasureResult {
  customerId: CustomerId;
  erased: { what: ErasedKind; count: number }[];
  documentsErased: number;
  documentsKept: number;
  keptUntil: IsoDate | null;
  /** The copy made before. */
  backup: string | null;
  /** Places in the file where the name still stands outside kept documents, for a person to look at. */
  leftovers: { table: string; rows: number }[];
}

export interface FullExportResult {
  folder: string;
  files: number;
  invoices: number;
  /** Originals as they were delivered, and papers made anew because there is none. */
  originals: number;
  rendered: number;
  erased: number;
}

export const safetyContract = {
  'backup.status': query(z.object({})).returns<BackupStatus>(),
  /** Copies, opens the copy, verifies it, then puts it in place. Runs beside everything and blocks nothing. */
  'backup.make': job(z.object({ reason: BackupReason.default('demand') })).returns<BackupNote>(),
  /** Changes what is given; the rest stays. Of the open company. Null takes a folder back to none. */
  'backup.configure': session(BackupSettings.partial()).returns<BackupSettings>(),
  /** Every company of which this computer has backups. Needs no open company. */
  'backup.list': session(z.object({})).returns<BackedUpCompany[]>(),
  /** Looks into a backup without changing anything. Needs no open company. */
  'restore.preview': session(z.object({ file: z.string().min(1) })).returns<RestorePreview>(),
  /**
   * To `target`, which must be free; or, where that is null, in place of the company's own file, which is kept beside it. Where that
   * one has users and is not open, one who manages it signs: throws `manager_needed`, `manager_may_not`, `sign_in_failed`.
   */
  'restore.run': session(
    z.object({
      file: z.string().min(1),
      target: z.string().min(1).nullable(),
      manager: Approver.nullable().default(null),
    }),
  ).returns<RestoreResult>(),
  /** Everything in open formats into a fresh folder under `folder`. */
  'export.all': job(z.object({ folder: z.string().min(1) })).returns<FullExportResult>(),
  'erasure.preview': query(z.object({ customerId: CustomerId })).returns<ErasurePreview>(),
  /** `typed` is the customer's code, typed again by the person who decides. */
  'erasure.run': job(
    z.object({
      customerId: CustomerId,
      typed: z.string().trim(),
      reason: z.string().trim().min(3).max(500),
      /** Documents past their time as well. */
      documents: z.boolean(),
    }),
  ).returns<ErasureResult>(),
};
