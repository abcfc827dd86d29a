/** What a check is, and what it looks at. */
import type { CheckId } from '#shared/messages/findings.ts';
import type { DocumentKind } from '#shared/model/document.ts';
import type { FindingLevel, FindingParams } from '#shared/model/finding.ts';
import type { PendingLineId } from '#shared/model/ids.ts';
import type { CurrencyCode, IsoDate, Period } from '#shared/model/values.ts';
import type { Composed, ComposeInput } from '../invoice/compose-types.ts';

/** An issued document of the same customer that could be the same sale. */
export interface IssuedCandidate {
  number: string;
  issueDate: IsoDate;
  kind: DocumentKind;
  /** The invoice reference of its imported lines. */
  source: string | null;
  currency: CurrencyCode;
  /** Minor units. */
  gross: number;
}

/** What is left of the invoices that a credit note names, all found and in its currency. Minor units. */
export interface CreditRoom {
  /** Their printed numbers, for the person. */
  numbers: string;
  left: number;
}

export interface CheckContext {
  input: ComposeInput;
  composed: Composed;
  /** The calendar date in the company's zone. */
  today: IsoDate;
  /** Whether the customer was put away: nobody expected to bill it again. */
  customerArchived: boolean;
  /** Null where it cannot be told: an invoice named is not in the file, or in another currency. */
  creditRoom: CreditRoom | null;
  /** Half-open; null for a single invoice. */
  runPeriod: Period | null;
  /** Whether the company has any product at all: without, no code is unknown. */
  keepsProducts: boolean;
  /** Characters that the paper's fonts cannot draw. */
  missingGlyphs: readonly string[];
  /** Documents of this customer with the same source reference, or with the same gross within {@link DUPLICATE_DAYS}. */
  issued: readonly IssuedCandidate[];
}

/** How near the issue dates of two documents of one gross lie for a likely duplicate. Below a week's rhythm of billing. */
export const DUPLICATE_DAYS = 6;

/** How far ahead of today a document may be dated before somebody has to say so. */
export const ISSUE_DAYS_AHEAD = 31;

/** A line that cannot become part of any draft. */
export interface HeldLine {
  id: PendingLineId;
  /** Why: no customer is known, or its amounts were past what a document holds. */
  why: 'customer_missing' | 'amount_too_large';
  reference: string | null;
  /** quantity x price as decimal text with its currency, for the person who looks for it. */
  amount: string;
}

/** One thing found. `level` only where it differs from the check's own. */
export interface FindingData {
  params: FindingParams;
  lineId: PendingLineId | null;
  level?: FindingLevel;
}

interface CheckBase {
  id: CheckId;
  level: FindingLevel;
  /** Whether a person may accept what it finds, knowingly and with a reason, so that it no longer blocks. */
  acceptable: boolean;
}

export interface DraftCheck extends CheckBase {
  about: 'draft';
  run(context: CheckContext): FindingData[];
}

export interface HeldLineCheck extends CheckBase {
  about: 'held_line';
  run(line: HeldLine): FindingData[];
}

export type CheckDefinition = DraftCheck | HeldLineCheck;

/** Keeps a check's own type while checking it. */
export const draftCheck = (check: Omit<DraftCheck, 'about'>): DraftCheck => ({ ...check, about: 'draft' });

export const blank = (text: string | null): boolean => text === null || text.trim() === '';

/**
 * Whether the parts of an address that a letter needs are there: a line and a place. Two lines may hold the place themselves.
 * (Directive 2006/112/EC art. 226(5): the full name and address of the seller and of the customer.)
 */
export function addressComplete(party: {
  addressLines: readonly string[];
  postcode: string | null;
  city: string | null;
}): boolean {
  const lines = party.addressLines.filter((line) => !blank(line)).length;
  return lines >= 2 || (lines === 1 && !(blank(party.city) && blank(party.postcode)));
}
