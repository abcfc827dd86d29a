/** A product as a form, and back. Pure. */
import { productTexts, recordTexts } from '#shared/messages/ui/records.ts';
import type { Product, ProductInput } from '#shared/model/product.ts';
import type { FieldErrors } from '../../components/fields/form.ts';

/** What stands in the price field while it is not understood. */
export const NOT_A_PRICE = 'not a price';

export const blankProduct: ProductInput = {
  code: '',
  name: '',
  supply: null,
  unit: null,
  unitPrice: null,
  currency: null,
  taxClass: null,
  note: null,
  archived: false,
};

export function fromProduct(product: Product): ProductInput {
  const own = Object.fromEntries(Object.entries(product).filter(([key]) => key in blankProduct));
  return { ...blankProduct, ...own };
}

export function validateProduct(form: ProductInput): FieldErrors<ProductInput> {
  const errors: FieldErrors<ProductInput> = {};
  if (form.code.trim() === '') errors.code = recordTexts.needCode;
  if (form.name.trim() === '') errors.name = productTexts.needName;
  if (form.unitPrice === NOT_A_PRICE) errors.unitPrice = productTexts.badPrice;
  if (form.unitPrice !== null && form.currency === null) errors.currency = productTexts.needCurrency;
  return errors;
}
