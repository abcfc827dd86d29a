/** Custom fields, tags and segments. */
import { z } from 'zod';
import { type CustomField, CustomFieldKind, RecordKind, type Tag, TagName } from '../model/fields.ts';
import { CustomFieldId, SegmentId, TagId } from '../model/ids.ts';
import { command, query } from './define.ts';
import { SegmentFilter } from './record-filters.ts';

export interface Segment {
  id: SegmentId;
  name: string;
  filter: SegmentFilter;
  /** Customers that it chooses as things stand. */
  customers: number;
  /** Bill runs that are or were made for it. */
  runs: number;
  rowVersion: number;
}

export const fieldsContract = {
  /** In their order; archived ones at the end, where asked for. */
  'field.list': query(z.object({ record: RecordKind, archived: z.boolean().default(false) })).returns<CustomField[]>(),
  /**
   * A new one goes to the end. Throws `name_taken`, `row_changed`, `field_kind_in_use` (values are there that the other kind
   * cannot read), `field_option_in_use` (a choice that records still hold was taken away).
   */
  'field.save': command(
    z.object({
      id: CustomFieldId.nullable().default(null),
      rowVersion: z.int().nullable().default(null),
      record: RecordKind,
      name: z.string().trim().min(1).max(60),
      kind: CustomFieldKind,
      options: z.array(z.string().trim().min(1).max(100)).max(200).default([]),
    }),
  ).returns<CustomField>(),
  /** Archived: out of forms and lists; its values stay and come back with it. */
  'field.archive': command(z.object({ id: CustomFieldId, archived: z.boolean() })).returns<CustomField>(),
  'field.reorder': command(z.object({ record: RecordKind, ids: z.array(CustomFieldId).max(200) })).returns<
    CustomField[]
  >(),

  /** By name. */
  'tag.list': query(z.object({ record: RecordKind })).returns<Tag[]>(),
  /** Makes one, or gives it another name. Throws `name_taken`. */
  'tag.save': command(
    z.object({ id: TagId.nullable().default(null), record: RecordKind, name: TagName }),
  ).returns<Tag>(),
  /** Takes it off every record that bears it. */
  'tag.remove': command(z.object({ id: TagId })).returns<{ records: number }>(),

  /** By name. */
  'segment.list': query(z.object({})).returns<Segment[]>(),
  /** Throws `name_taken`, `row_changed`. */
  'segment.save': command(
    z.object({
      id: SegmentId.nullable().default(null),
      rowVersion: z.int().nullable().default(null),
      name: z.string().trim().min(1).max(60),
      filter: SegmentFilter,
    }),
  ).returns<Segment>(),
  /**
   * Throws `segment_in_use` where a run bills it that is not closed; and, unless `evenIfUsed`, where a closed run did: those then
   * keep their invoices, but no longer say which segment they were for.
   */
  'segment.remove': command(z.object({ id: SegmentId, evenIfUsed: z.boolean().default(false) })).returns<{
    removed: boolean;
  }>(),
  /** What a filter would choose, before it is saved. */
  'segment.count': query(z.object({ filter: SegmentFilter })).returns<{ customers: number; openLines: number }>(),
};
