/** A customer as a form, and back. Pure. */
import type { Extras } from '#shared/contract/records.ts';
import { checkIdentifier, type IdentifierSlot, identifierFault } from '#shared/identifiers/identifiers.ts';
import { customerTexts, recordTexts } from '#shared/messages/ui/records.ts';
import { profileTexts } from '#shared/messages/ui/settings.ts';
import type { Customer, CustomerInput } from '#shared/model/customer.ts';
import type { CustomField } from '#shared/model/fields.ts';
import { type ExtrasForm, extrasForm, validateExtras } from '../../components/fields/extrasForm.ts';
import type { FieldErrors } from '../../components/fields/form.ts';
import { emailIsGood } from '../settings/numbers.ts';
import { addressLines } from '../settings/profile.ts';

export type CustomerForm = Omit<CustomerInput, 'addressLines'> & { address: string } & ExtrasForm;
type OwnFields = Omit<CustomerInput, 'addressLines'> & { address: string };

/** In the order of the form: the cursor goes to the first fault. */
const blank: OwnFields = {
  code: '',
  name: null,
  kind: 'business',
  address: '',
  postcode: null,
  city: null,
  country: null,
  region: null,
  registrationNumber: null,
  vatNumber: null,
  electronicAddress: null,
  language: null,
  currency: null,
  paymentTermsDays: null,
  orderReference: null,
  contactName: null,
  phone: null,
  email: null,
  note: null,
  archived: false,
};

export const blankCustomer = (fields: readonly CustomField[]): CustomerForm => ({
  ...blank,
  ...extrasForm(null, fields),
});

export function fromCustomer(customer: Customer & Extras, fields: readonly CustomField[]): CustomerForm {
  // What rides along with the record (its history, its counts) is no part of the form.
  const own = Object.fromEntries(Object.entries(customer).filter(([key]) => key in blank));
  return { ...blank, ...own, address: customer.addressLines.join('\n'), ...extrasForm(customer, fields) };
}

/** A number as it is stored: without the blanks of reading, with its country's prefix. What is not understood stays as typed. */
function stored(form: OwnFields, slot: Exclude<IdentifierSlot, 'taxRegistration'>): string | null {
  const verdict = checkIdentifier(form.country, slot, form[slot], 'customer');
  return verdict.state === 'good' ? verdict.compact : form[slot]?.trim() || null;
}

export function toCustomer(form: CustomerForm): CustomerInput {
  // The form's own fields, by the keys of the blank one.
  const own = Object.fromEntries(Object.keys(blank).map((key) => [key, form[key as keyof OwnFields]])) as OwnFields;
  const { address, ...rest } = own;
  return {
    ...rest,
    code: form.code.trim(),
    addressLines: addressLines(address),
    vatNumber: stored(form, 'vatNumber')?.replaceAll(/\s/g, '').toUpperCase() ?? null,
    registrationNumber: stored(form, 'registrationNumber'),
  };
}

/** Fields whose errors are doubts: a number may be right although its check digits say otherwise. */
export const doubtfulFields = ['vatNumber', 'registrationNumber'] as const;

export function validateCustomer(form: CustomerForm, fields: readonly CustomField[]): FieldErrors<CustomerForm> {
  const errors: FieldErrors<CustomerForm> = validateExtras(form, fields);
  if (form.code.trim() === '') errors.code = recordTexts.needCode;
  for (const slot of doubtfulFields) {
    const fault = identifierFault(checkIdentifier(form.country, slot, form[slot], 'customer'));
    if (fault) errors[slot] = fault;
  }
  if (emailIsGood(form.email) === false) errors.email = profileTexts.badEmail;
  if (Number.isNaN(form.paymentTermsDays)) errors.paymentTermsDays = profileTexts.badDays;
  return errors;
}

/** The word for a customer that may have no name yet. */
export const customerLabel = ({ name, code }: Pick<Customer, 'name' | 'code'>): string => name ?? code;

export const kindTexts = {
  business: customerTexts.business,
  consumer: customerTexts.consumer,
  unknown: customerTexts.unknown,
} as const;
