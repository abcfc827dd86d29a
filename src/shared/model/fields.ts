/** What an office adds to its records by itself: custom fields, tags, and named choices of customers. */
import { z } from 'zod';
import type { CustomFieldId, TagId } from './ids.ts';

/** Records that take custom fields and tags. */
export const RecordKind = z.enum(['customer', 'product']);
export type RecordKind = z.infer<typeof RecordKind>;

export const CustomFieldKind = z.enum(['text', 'number', 'date', 'choice', 'yes_no']);
export type CustomFieldKind = z.infer<typeof CustomFieldKind>;

export interface CustomField {
  id: CustomFieldId;
  record: RecordKind;
  name: string;
  kind: CustomFieldKind;
  /** The texts to choose from; empty for every kind but 'choice'. */
  options: string[];
  archived: boolean;
  /** How many records hold a value in it. */
  used: number;
  rowVersion: number;
}

/**
 * Values by field id, always as text: the text itself, a decimal with a point, an ISO date, one of the options, `yes` or `no`.
 * A field without a value is absent.
 */
export type CustomValues = Record<string, string>;

/** What to write: null or an empty text takes the value away, a field that is not named stays as it is. */
export const CustomChanges = z.record(z.uuid(), z.string().trim().max(500).nullable());
export type CustomChanges = z.infer<typeof CustomChanges>;

/** Tags are written by name and made on the fly; the same name in other letters is the same tag. */
export const TagName = z.string().trim().min(1).max(40);

export interface TagRef {
  id: TagId;
  name: string;
}
export interface Tag extends TagRef {
  record: RecordKind;
  /** How many records bear it. */
  count: number;
}
