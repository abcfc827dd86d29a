/** A product as a form, and back. Pure. */
import type { Extras } from '#shared/contract/records.ts';
import { recordPanelTexts } from '#shared/messages/ui/record-panel.ts';
import { productTexts, recordTexts } from '#shared/messages/ui/records.ts';
import type { CustomField } from '#shared/model/fields.ts';
import type { Product, ProductInput } from '#shared/model/product.ts';
import { type ExtrasForm, extrasForm, NOT_UNDERSTOOD, validateExtras } from '../../components/fields/extrasForm.ts';
import type { FieldErrors } from '../../components/fields/form.ts';

export type ProductForm = ProductInput & ExtrasForm;

/** In the order of the form: the cursor goes to the first fault. */
const blank: ProductInput = {
  code: '',
  name: '',
  unitPrice: null,
  currency: null,
  unit: null,
  supply: null,
  taxClass: null,
  note: null,
  archived: false,
};

export const blankProduct = (fields: readonly CustomField[]): ProductForm => ({
  ...blank,
  ...extrasForm(null, fields),
});

export function fromProduct(product: Product & Extras, fields: readonly CustomField[]): ProductForm {
  const own = Object.fromEntries(Object.entries(product).filter(([key]) => key in blank));
  return { ...blank, ...own, ...extrasForm(product, fields) };
}

/** The product's own fields of a form. */
export const toProduct = (form: ProductForm): ProductInput =>
  // The form's own fields, by the keys of the blank one.
  Object.fromEntries(Object.keys(blank).map((key) => [key, form[key as keyof ProductInput]])) as ProductInput;

export function validateProduct(form: ProductForm, fields: readonly CustomField[]): FieldErrors<ProductForm> {
  const errors: FieldErrors<ProductForm> = validateExtras(form, fields);
  if (form.code.trim() === '') errors.code = recordTexts.needCode;
  if (form.name.trim() === '') errors.name = productTexts.needName;
  if (form.unitPrice === NOT_UNDERSTOOD) errors.unitPrice = recordPanelTexts.needsPrice;
  if (form.unitPrice !== null && form.currency === null) errors.currency = productTexts.needCurrency;
  return errors;
}
