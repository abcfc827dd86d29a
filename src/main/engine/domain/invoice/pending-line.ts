/** A pending line as the rules of invoicing see it: what was delivered, as far as anybody said. */
import type { PendingLineId } from '#shared/model/ids.ts';
import type { ProductInput } from '#shared/model/product.ts';
import type { CountryCode, CurrencyCode, DecimalText, IsoDate, SupplyKind, TaxClass } from '#shared/model/values.ts';

/** What the product adds to a line that says less. */
export type ProductForBilling = Pick<
  ProductInput,
  'code' | 'name' | 'supply' | 'unit' | 'unitPrice' | 'currency' | 'taxClass'
>;

export interface PendingLineForBilling {
  /** Null for a line typed into a single invoice. */
  id: PendingLineId | null;
  /** Date of supply. */
  date: IsoDate | null;
  productCode: string | null;
  description: string | null;
  quantity: DecimalText;
  unit: string | null;
  /** Price of one unit without tax, before the discount. Null: the product's. */
  unitPrice: DecimalText | null;
  /** Percent of quantity x price; a negative one is a surcharge. */
  discountPercent: DecimalText | null;
  /** Null: the document's. */
  currency: CurrencyCode | null;
  taxClass: TaxClass | null;
  supply: SupplyKind | null;
  orderReference: string | null;
  /** Number or reference of the invoice that this line corrects. */
  corrects: string | null;
  note: string | null;
  /** The country that the import gave for this line's customer. */
  customerCountry: CountryCode | null;
  /** The company's product of this code; null where it has none. */
  product: ProductForBilling | null;
}
