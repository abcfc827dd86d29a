/**
 * Legal wording as dated data (resources/legal/mentions.json). Half-open periods, as in the tax tables. The wording follows
 * the issue date.
 */

import { z } from 'zod';
import { CountryCode, DecimalText, IsoDate } from '#shared/model/values.ts';

/** When a row is printed. `tax`: where the tax of a line calls for its code. The others look at the document. */
const Trigger = z.enum(['tax', 'always', 'goods_only', 'services_only', 'goods_and_services']);

export const MentionRow = z.object({
  code: z.string().min(1),
  /** The seller's country; `EU` for every member state without a row of its own; `*` for the rest. */
  country: z.union([CountryCode, z.literal('*')]),
  trigger: Trigger,
  /** Whom it may be said to: `unknown` is a customer of whom nobody said whether it is a business. */
  audience: z.array(z.enum(['business', 'unknown', 'consumer'])).min(1),
  documents: z.array(z.enum(['invoice', 'credit_note'])).min(1),
  validFrom: IsoDate,
  validTo: IsoDate.nullable(),
  fr: z.string().min(1),
  en: z.string().min(1),
  /** With `{rate}` in the text: printed only where the late payment table has a rate for the issue date, or only where not. */
  needsRate: z.boolean().optional(),
  source: z.string().min(1),
});
export type MentionRow = z.infer<typeof MentionRow>;

/** Yearly rate of late payment interest, percent, by half-year. */
const LatePaymentRow = z.object({
  country: CountryCode,
  rate: DecimalText,
  validFrom: IsoDate,
  validTo: IsoDate.nullable(),
  source: z.string().min(1),
});

export const MentionTables = z.object({
  version: z.string().min(1),
  latePayment: z.array(LatePaymentRow),
  mentions: z.array(MentionRow),
});
export type MentionTables = z.infer<typeof MentionTables>;

/** Validates the parsed file. Throws zod's error, naming the row. */
export function mentionTables(file: unknown): MentionTables {
  return MentionTables.parse(file);
}
