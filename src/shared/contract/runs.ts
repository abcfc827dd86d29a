/** The bill run: collecting → drafting → reviewing → finalising → producing → closed. */
import { z } from 'zod';
import type { DraftDocument } from '../model/document.ts';
import type { Finding, FindingLevel } from '../model/finding.ts';
import { type CustomerId, DraftId, RunId, SeriesId } from '../model/ids.ts';
import {
  type CurrencyCode,
  type DecimalText,
  type Instant,
  type IsoDate,
  IssueDate,
  type Minor,
  Period,
  type TaxCategory,
} from '../model/values.ts';
import { command, job, query } from './define.ts';
import { type Listed, Page, selection, sortBy } from './list.ts';

export type RunStatus = 'collecting' | 'drafting' | 'reviewing' | 'finalising' | 'producing' | 'closed' | 'abandoned';
export type DraftStatus = 'open' | 'approved' | 'held' | 'excluded' | 'finalised';

export interface RunRow {
  id: RunId;
  name: string;
  status: RunStatus;
  period: Period;
  issueDate: IsoDate;
  createdAt: Instant;
  drafts: number;
  approved: number;
  blocked: number;
  invoices: number;
  amounts: { currency: CurrencyCode; net: Minor; tax: Minor; gross: Minor }[];
  folder: string | null;
}

export interface RunDetail extends RunRow {
  seriesId: SeriesId;
  creditSeriesId: SeriesId;
  /** Drafts by state and by worst finding, for the desk's left column. */
  counts: Record<DraftStatus, number> & { clean: number; look: number; blocked: number; note: number };
  /** Sums of what is approved (and, once issued, finalised), by currency and rate. */
  approvedTaxes: { currency: CurrencyCode; category: TaxCategory; rate: DecimalText; base: Minor; tax: Minor }[];
  approvedTotals: { currency: CurrencyCode; net: Minor; tax: Minor; gross: Minor; count: number }[];
  /** Findings of the run by check, with how many drafts each touches. */
  findings: { check: string; level: FindingLevel; drafts: number; accepted: number; acceptable: boolean }[];
  /** Lines of the period that no draft could take, held with a finding. */
  heldLines: { count: number; amounts: { currency: CurrencyCode; net: Minor }[] };
  /** Approved drafts that changed since their approval: they left the set and wait for a person. */
  changedSinceApproval: number;
}

export const DraftFilter = z.object({
  search: z.string().max(200).default(''),
  status: z.array(z.enum(['open', 'approved', 'held', 'excluded', 'finalised'])).default([]),
  /** 'clean': nothing found or all accepted; 'look': a warning at worst; 'blocked': an error. */
  level: z.enum(['any', 'clean', 'look', 'blocked']).default('any'),
  check: z.string().nullable().default(null),
  currency: z.string().nullable().default(null),
  kind: z.enum(['any', 'invoice', 'credit_note']).default('any'),
  /** Gross amount without sign, minor units. */
  minGross: z.int().nullable().default(null),
  maxGross: z.int().nullable().default(null),
});
export type DraftFilter = z.infer<typeof DraftFilter>;

export interface DraftRow {
  id: DraftId;
  customerId: CustomerId;
  customerCode: string;
  customerName: string | null;
  country: string | null;
  reference: string | null;
  kind: 'invoice' | 'credit_note';
  status: DraftStatus;
  currency: CurrencyCode;
  lines: number;
  /** Signed: a credit note is negative. */
  net: Minor;
  tax: Minor;
  gross: Minor;
  level: FindingLevel | null;
  /** The worst finding's check id and how many more there are. */
  finding: { check: string; params: Record<string, string | number> } | null;
  findings: number;
  changedSinceApproval: boolean;
  number: string | null;
}

/** One step of a calculation, for "explain this amount". */
export interface ExplanationStep {
  /** Key of the explanation texts, e.g. `line_net`, `discount`, `tax_rate`, `tax_category`. */
  step: string;
  params: Record<string, string | number>;
}

export interface DraftDetail {
  row: DraftRow;
  runId: RunId | null;
  /** With its first 300 lines, unless all were asked for. */
  document: DraftDocument;
  /** How many lines the document has. */
  linesTotal: number;
  /** Of the lines in `document`. */
  explanation: ExplanationStep[];
  findings: Finding[];
  holdReason: string | null;
}

/** Numbers given in one go: first and last of a series, and how many. */
export interface NumberRange {
  series: string;
  first: string;
  last: string;
  count: number;
}

export const runsContract = {
  'run.list': query(z.object({ ...Page })).returns<Listed<RunRow>>(),
  'run.get': query(z.object({ id: RunId })).returns<RunDetail>(),
  'run.create': command(
    z.object({
      name: z.string().trim().min(1).max(100),
      /** Half-open: `to` is the first day after the period. */
      period: Period,
      issueDate: IssueDate,
      seriesId: SeriesId.nullable().default(null),
      creditSeriesId: SeriesId.nullable().default(null),
      /** Lines without a date are taken as well. */
      includeUndated: z.boolean().default(true),
    }),
  ).returns<RunRow>(),
  /** Collects the period's open lines and makes (or remakes) the drafts that nobody decided on yet. */
  'run.draft': job(z.object({ runId: RunId })).returns<{
    drafts: number;
    lines: number;
    held: number;
    errors: number;
    warnings: number;
  }>(),
  'run.drafts': query(
    z.object({
      runId: RunId,
      filter: DraftFilter.default(DraftFilter.parse({})),
      sort: sortBy(['customer', 'reference', 'net', 'gross', 'level', 'status', 'country', 'lines']).default({
        by: 'gross',
        descending: true,
      }),
      ...Page,
    }),
  ).returns<Listed<DraftRow> & { sums: { currency: CurrencyCode; net: Minor; gross: Minor; count: number }[] }>(),
  'draft.get': query(z.object({ id: DraftId, allLines: z.boolean().default(false) })).returns<DraftDetail>(),
  /** Approve skips (and counts) drafts that are blocked. */
  'run.decide': command(
    z.object({
      runId: RunId,
      selection: selection(DraftFilter),
      decision: z.enum(['approve', 'hold', 'exclude', 'reopen']),
      reason: z.string().trim().max(500).default(''),
    }),
  ).returns<{ changed: number; blocked: number; unchanged: number }>(),
  /** "That is normal": accepts one check's findings, on one draft or on the whole run, with a reason that is kept. */
  'run.acceptFindings': command(
    z.object({
      runId: RunId,
      check: z.string(),
      draftId: DraftId.nullable().default(null),
      reason: z.string().trim().min(3).max(500),
    }),
  ).returns<{ accepted: number }>(),
  /** Rechecks, then numbers, freezes and chains every approved draft in one transaction: all or nothing. */
  'run.finalise': job(z.object({ runId: RunId })).returns<{
    issued: number;
    /** Drafts that had changed since approval and were set aside for a person. When > 0 nothing was issued. */
    setAside: number;
    /** Drafts that were not approved: they are gone, their lines are open again for the next run. */
    released: number;
    /** The numbers given, a row for each series that gave any. */
    numbers: NumberRange[];
  }>(),
  /** PDFs, merged PDF and workbook into a fresh folder under `folder`, or on in the one that an attempt left unfinished there. */
  'run.produce': job(z.object({ runId: RunId, folder: z.string().min(1) })).returns<{
    folder: string;
    files: number;
    merged: string | null;
    workbook: string;
  }>(),
  /** Gives all lines back as open; nothing issued can be abandoned. */
  'run.abandon': command(z.object({ runId: RunId })).returns<{ linesReopened: number }>(),
};
