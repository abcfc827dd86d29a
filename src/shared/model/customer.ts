/** A customer: whom the company bills. */
import { z } from 'zod';
import type { CustomerId } from './ids.ts';
import { CountryCode, CurrencyCode, Language } from './values.ts';

const short = z.string().trim().max(200);
const orNull = short.nullable();

export const CustomerInput = z.object({
  code: z.string().trim().min(1).max(60),
  /** Null while nobody has said it: a finding, not a refusal. */
  name: orNull,
  /** 'unknown' is treated by the tax rules as a consumer unless a tax number is there. */
  kind: z.enum(['business', 'consumer', 'unknown']),
  addressLines: z.array(short).max(4),
  postcode: orNull,
  city: orNull,
  region: orNull,
  country: CountryCode.nullable(),
  vatNumber: orNull,
  registrationNumber: orNull,
  electronicAddress: orNull,
  email: orNull,
  phone: orNull,
  contactName: orNull,
  language: Language.nullable(),
  currency: CurrencyCode.nullable(),
  paymentTermsDays: z.int().min(0).max(365).nullable(),
  orderReference: orNull,
  note: z.string().trim().max(2000).nullable(),
  archived: z.boolean(),
});
export type CustomerInput = z.infer<typeof CustomerInput>;

export type Customer = CustomerInput & {
  id: CustomerId;
  createdAt: string;
  updatedAt: string;
  rowVersion: number;
};
