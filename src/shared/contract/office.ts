/** The office: all client companies on one screen, read without touching their files, and settings taken from one to another. */
import { z } from 'zod';
import type { EngineErrorShape } from '../model/error.ts';
import type { CountryCode, CurrencyCode, Instant, IsoDate, Minor } from '../model/values.ts';
import { command, query, session } from './define.ts';

/** A number of things and what they come to, by currency. */
export interface Tally {
  count: number;
  amounts: { currency: CurrencyCode; minor: Minor }[];
}

/** What stands in one company's file. Payments are not known yet: due means that the date is there, not that nobody paid. */
export interface OfficeFigures {
  companyId: string;
  name: string;
  country: CountryCode;
  currency: CurrencyCode;
  /** Today in the company's zone: what "due" is counted from. */
  today: IsoDate;
  customers: number;
  /** Net of what waits for a bill run. */
  openLines: Tally;
  heldLines: number;
  runsInReview: number;
  blockedDrafts: number;
  approvedDrafts: number;
  /** Gross of invoices that were not fully credited, due from today on: within 7 days, and within 30 (those included). */
  due7: Tally;
  due30: Tally;
  /** The same whose due date is past. */
  overdue: Tally & { oldest: IsoDate | null };
  lastIssued: { number: string; date: IsoDate } | null;
  /** The last good backup that this computer made; null where it knows of none. */
  lastBackup: Instant | null;
  /** The file holds less than was issued from this computer. */
  restoredCopy: boolean;
}

export interface OfficeOwner {
  user: string;
  host: string;
  since: Instant;
  /** It is open in this very program. */
  here: boolean;
}

export interface OfficeRow {
  path: string;
  /** `older`: it needs an upgrade, made at its next opening; its figures can be read all the same. */
  state: 'ready' | 'older' | 'failed';
  /** Why it could not be read: company_not_found, company_not_a_company_file, company_newer, company_damaged, file_not_readable... */
  error: EngineErrorShape | null;
  owner: OfficeOwner | null;
  figures: OfficeFigures | null;
  bytes: number | null;
}

/** What can be taken from another company. Templates and rules of the house join here when they exist. */
export const CopyPart = z.enum([
  'brand',
  'message',
  'terms',
  'numbering',
  'columnMaps',
  'customFields',
  'tags',
  'segments',
  'views',
  'bankAccounts',
]);
export type CopyPart = z.infer<typeof CopyPart>;

export interface CopyItem {
  part: CopyPart;
  /** What it is called in the other company; empty where the part is one single thing. */
  name: string;
  /** `left`: it cannot be taken, for `reason`, a key of the window's texts. */
  change: 'new' | 'replaces' | 'same' | 'left';
  reason: 'series_in_use' | 'other_kind' | 'names_records' | null;
}

export interface CopyPreview {
  from: { path: string; companyId: string; name: string };
  items: CopyItem[];
}

export const officeContract = {
  /** One company's row. Whatever is wrong with the file is the row's state: this call itself does not fail for it. */
  'office.look': session(z.object({ path: z.string().min(1) })).returns<OfficeRow>(),
  /** What copying would do to the open company, part by part. */
  'settings.copyPreview': query(z.object({ from: z.string().min(1) })).returns<CopyPreview>(),
  /** Takes these parts, all or nothing. What is the same or cannot be taken stays as it is. */
  'settings.copy': command(
    z.object({ from: z.string().min(1), parts: z.array(CopyPart).min(1) }),
  ).returns<CopyPreview>(),
};
