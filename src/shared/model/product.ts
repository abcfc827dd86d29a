/** A product or service that the company sells. */
import { z } from 'zod';
import type { ProductId } from './ids.ts';
import { CurrencyCode, DecimalText, SupplyKind, TaxClass } from './values.ts';

export const ProductInput = z.object({
  code: z.string().trim().min(1).max(60),
  name: z.string().trim().min(1).max(300),
  supply: SupplyKind.nullable(),
  unit: z.string().trim().max(30).nullable(),
  /** Price of one unit without tax, in `currency`; null: every line says its own. */
  unitPrice: DecimalText.nullable(),
  currency: CurrencyCode.nullable(),
  taxClass: TaxClass.nullable(),
  note: z.string().trim().max(2000).nullable(),
  archived: z.boolean(),
});
export type ProductInput = z.infer<typeof ProductInput>;

export type Product = ProductInput & {
  id: ProductId;
  createdAt: string;
  updatedAt: string;
  rowVersion: number;
};
