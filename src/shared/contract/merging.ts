/** Customers that are there twice: finding them, looking at what a merge would do, merging. */
import { z } from 'zod';
import { CustomerInput } from '../model/customer.ts';
import { CustomChanges, type TagRef } from '../model/fields.ts';
import { CustomerId, type CustomFieldId, type UndoId } from '../model/ids.ts';
import { command, query } from './define.ts';

export type DuplicateReason = 'tax_number' | 'registration_number' | 'email' | 'name_and_place' | 'similar_name';

export interface DuplicateCustomer {
  id: CustomerId;
  code: string;
  name: string | null;
  city: string | null;
  country: string | null;
  vatNumber: string | null;
  email: string | null;
  invoices: number;
  openLines: number;
  updatedAt: string;
}
export interface DuplicateGroup {
  /** The strongest reason, strongest first in the list. */
  reason: DuplicateReason;
  /** What they share, as one of them says it. */
  shared: string;
  /** 0 to 1: 1 where they share a key, the measure of the names where those are alike. */
  similarity: number;
  /** How many they are; `customers` holds at most fifty. */
  count: number;
  /** Those with invoices first: the likeliest to keep. */
  customers: DuplicateCustomer[];
}

export const MergeField = CustomerInput.omit({ code: true, archived: true }).keyof();
export type MergeField = z.infer<typeof MergeField>;
export type MergeValue = string | number | string[] | null;

export interface MergePreview {
  /** The one to keep first. */
  customers: {
    id: CustomerId;
    code: string;
    name: string | null;
    archived: boolean;
    rowVersion: number;
    openLines: number;
    heldLines: number;
    drafts: number;
    series: number;
    invoices: number;
    tags: TagRef[];
  }[];
  /** Values in the order of `customers`; `proposed` is the position of the one to take: the kept one's, or the first that says something. */
  fields: { field: MergeField; values: MergeValue[]; proposed: number; conflict: boolean }[];
  custom: { fieldId: CustomFieldId; name: string; values: (string | null)[]; proposed: number; conflict: boolean }[];
  /** What the kept one bears afterwards. */
  tags: TagRef[];
  moves: {
    openLines: number;
    heldLines: number;
    drafts: number;
    series: number;
    /** Issued: they stay as they are worded, and are shown with the kept one. */
    invoicesStaying: number;
  };
  /** Why it cannot be done as things stand: codes of the error catalogue. Empty: it can. */
  refusals: { code: string; params: Record<string, string | number> }[];
}

const Others = z.array(CustomerId).min(1).max(50);
/** Field values; what is not named stays as it is. Null empties a field. */
export const CustomerPatch = CustomerInput.omit({ code: true, archived: true }).partial();
export type CustomerPatch = z.output<typeof CustomerPatch>;

export const mergingContract = {
  'customer.duplicates': query(
    z.object({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(50) }),
  ).returns<{ groups: DuplicateGroup[]; total: number; revision: number }>(),
  /** Somebody looked: these are several. They are not proposed together again, unless another one comes to them. */
  'customer.notDuplicates': command(z.object({ ids: z.array(CustomerId).min(2).max(50) })).returns<{
    undoId: UndoId | null;
  }>(),
  'customer.mergePreview': query(z.object({ keep: CustomerId, others: Others })).returns<MergePreview>(),
  /**
   * The others become archived and name the kept one; their open and held lines, unissued drafts, series, tags and custom
   * values go over to it. Issued invoices stay. Drafts that moved are composed anew and want approval again. Throws what the
   * preview names as refusals, and `row_changed`.
   */
  'customer.merge': command(
    z.object({
      keep: CustomerId,
      others: Others,
      /** Chosen values of the kept one. */
      fields: CustomerPatch.default({}),
      custom: CustomChanges.default({}),
      /** Row version of every customer named, as the preview read it. */
      rowVersions: z.record(z.uuid(), z.int()),
    }),
  ).returns<{ moves: MergePreview['moves']; undoId: UndoId | null }>(),
};
