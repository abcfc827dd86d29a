/** Opening a company file and what stands on its first page. */
import { z } from 'zod';
import { type Company, CompanyProfile, type Series, SeriesInput } from '../model/company.ts';
import type { CurrencyCode, Instant, IsoDate, Minor } from '../model/values.ts';
import { command, job, query, session } from './define.ts';

export interface OpenedCompany {
  path: string;
  companyId: string;
  name: string;
  access: 'owner' | 'read-only';
  /** Why it is read-only, or what to beware of: codes of the error catalogue. */
  warnings: { code: string; params: Record<string, string | number> }[];
  /** Jobs that a crash or a closing interrupted; the engine resumes them when asked. */
  interruptedJobs: number;
  /** The engine made a copy before it brought the file to this version. */
  migratedFrom: { version: number; backupPath: string } | null;
}

export interface CompanySummary {
  company: Company;
  counts: {
    customers: number;
    products: number;
    openLines: number;
    heldLines: number;
    runsInReview: number;
    invoices: number;
  };
  /** Open lines, drafts in review and issued documents of the current month, by currency. */
  amounts: { currency: CurrencyCode; openLines: Minor; drafts: Minor; issuedThisMonth: Minor }[];
  recent: { at: Instant; actor: string; action: string; params: Record<string, string | number> }[];
  /**
   * Set when the file is an older copy than the one last used here: finalising waits for a person. `knownDocuments` is null where
   * this computer's own note cannot be read, so that it may be one.
   */
  restoredCopy: { knownDocuments: number | null; fileDocuments: number; missingNumbers: string[] } | null;
  today: IsoDate;
}

export interface VerifyReport {
  ok: boolean;
  documents: number;
  lines: number;
  totals: { currency: CurrencyCode; net: Minor; tax: Minor; gross: Minor; invoices: number; creditNotes: number }[];
  /** lines in = billed + held + rejected (+ open, excluded), by count and amount. */
  lineBalance: {
    currency: CurrencyCode | null;
    imported: { count: number; amount: Minor };
    open: { count: number; amount: Minor };
    inDrafts: { count: number; amount: Minor };
    billed: { count: number; amount: Minor };
    held: { count: number; amount: Minor };
    excluded: { count: number; amount: Minor };
  }[];
  problems: { code: string; params: Record<string, string | number> }[];
}

export const companyContract = {
  'company.create': session(z.object({ path: z.string().min(1), profile: CompanyProfile })).returns<OpenedCompany>(),
  'company.open': session(
    z.object({ path: z.string().min(1), readOnly: z.boolean().default(false) }),
  ).returns<OpenedCompany>(),
  'company.close': session(z.object({})).returns<{ closed: boolean }>(),
  'company.current': session(z.object({})).returns<OpenedCompany | null>(),
  /** Writes a new file with the bundled sample company and opens it. */
  'company.createSample': session(z.object({ path: z.string().min(1) })).returns<OpenedCompany>(),

  'company.get': query(z.object({})).returns<Company>(),
  'company.summary': query(z.object({})).returns<CompanySummary>(),
  'company.update': command(z.object({ profile: CompanyProfile, rowVersion: z.int() })).returns<Company>(),
  'company.acceptRestoredCopy': command(z.object({ reason: z.string().trim().min(3) })).returns<{ accepted: true }>(),
  'company.verify': job(z.object({})).returns<VerifyReport>(),

  'series.list': query(z.object({})).returns<Series[]>(),
  'series.save': command(SeriesInput).returns<Series>(),
};
