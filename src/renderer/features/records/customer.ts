/** A customer as a form, and back. Pure. */
import { customerTexts, recordTexts } from '#shared/messages/ui/records.ts';
import { profileTexts } from '#shared/messages/ui/settings.ts';
import type { Customer, CustomerInput } from '#shared/model/customer.ts';
import type { FieldErrors } from '../../components/fields/form.ts';
import { emailIsGood, vatNumberIsGood } from '../settings/numbers.ts';
import { addressLines } from '../settings/profile.ts';

export type CustomerForm = Omit<CustomerInput, 'addressLines'> & { address: string };

export const blankCustomer: CustomerForm = {
  code: '',
  name: null,
  kind: 'business',
  address: '',
  postcode: null,
  city: null,
  region: null,
  country: null,
  vatNumber: null,
  registrationNumber: null,
  electronicAddress: null,
  email: null,
  phone: null,
  contactName: null,
  language: null,
  currency: null,
  paymentTermsDays: null,
  orderReference: null,
  note: null,
  archived: false,
};

export function fromCustomer(customer: Customer): CustomerForm {
  const { addressLines: lines, id: _id, createdAt: _c, updatedAt: _u, rowVersion: _v, ...rest } = customer;
  // What rides along with the record (its history, its counts) is no part of the form.
  const own = Object.fromEntries(Object.entries(rest).filter(([key]) => key in blankCustomer));
  return { ...blankCustomer, ...own, address: lines.join('\n') };
}

export function toCustomer({ address, ...form }: CustomerForm): CustomerInput {
  return {
    ...form,
    code: form.code.trim(),
    addressLines: addressLines(address),
    vatNumber: form.vatNumber?.replaceAll(/\s/g, '').toUpperCase() || null,
  };
}

export function validateCustomer(form: CustomerForm): FieldErrors<CustomerForm> {
  const errors: FieldErrors<CustomerForm> = {};
  if (form.code.trim() === '') errors.code = recordTexts.needCode;
  if (vatNumberIsGood(form.vatNumber) === false) errors.vatNumber = profileTexts.badVat;
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
