/** What the lists of customers and products can be narrowed by. A segment keeps the same filter under a name. */
import { z } from 'zod';
import { CustomFieldId, SegmentId, TagId } from '../model/ids.ts';
import { CountryCode, CurrencyCode, SupplyKind } from '../model/values.ts';
import { selection } from './list.ts';

/**
 * A condition on a custom field. 'is' compares the whole value (as folded text, number or date), 'contains' a part of a text,
 * 'atLeast' and 'atMost' include the value. 'empty' and 'notEmpty' need none.
 */
export const CustomCondition = z.object({
  fieldId: CustomFieldId,
  op: z.enum(['is', 'contains', 'empty', 'notEmpty', 'atLeast', 'atMost']),
  value: z.string().trim().max(500).default(''),
});
export type CustomCondition = z.infer<typeof CustomCondition>;

const common = {
  search: z.string().max(200).default(''),
  tagIds: z.array(TagId).max(50).default([]),
  /** Of several tags: one is enough, or all are wanted. */
  tagMode: z.enum(['any', 'all']).default('any'),
  custom: z.array(CustomCondition).max(20).default([]),
  /** An ISO date or instant: changed then or later. */
  updatedSince: z.union([z.iso.date(), z.iso.datetime()]).nullable().default(null),
};

/** Everything by which a segment may choose its customers. */
export const SegmentFilter = z.object({
  ...common,
  /** 'incomplete': in use, and something mandatory for an invoice is missing. */
  state: z.enum(['active', 'archived', 'incomplete', 'all']).default('active'),
  /** None chosen: any. So for every list of choices here. */
  kinds: z.array(z.enum(['business', 'consumer', 'unknown'])).default([]),
  countries: z.array(CountryCode).max(300).default([]),
  currencies: z.array(CurrencyCode).max(200).default([]),
  /** With, or without, lines that wait to be billed; null: either. */
  hasOpenLines: z.boolean().nullable().default(null),
});
export type SegmentFilter = z.output<typeof SegmentFilter>;

export const CustomerFilter = SegmentFilter.extend({ segmentId: SegmentId.nullable().default(null) });
export type CustomerFilter = z.output<typeof CustomerFilter>;

export const ProductFilter = z.object({
  ...common,
  state: z.enum(['active', 'archived', 'all']).default('active'),
  currencies: z.array(CurrencyCode).max(200).default([]),
  supplies: z.array(SupplyKind).default([]),
});
export type ProductFilter = z.output<typeof ProductFilter>;

export const CustomerSelection = selection(CustomerFilter);
export type CustomerSelection = z.output<typeof CustomerSelection>;
export const ProductSelection = selection(ProductFilter);
export type ProductSelection = z.output<typeof ProductSelection>;

/** An order by one of the built-in columns, or by a custom field: `field:<id>`. */
export const recordSort = <const K extends readonly [string, ...string[]]>(columns: K) =>
  z.object({
    by: z.union([z.enum(columns), z.templateLiteral(['field:', z.uuid()])]),
    descending: z.boolean().default(false),
  });
