/** Records as the engine would answer them, for the pure parts of the window. */
import type { Extras } from '#shared/contract/records.ts';
import type { Customer } from '#shared/model/customer.ts';
import type { CustomField } from '#shared/model/fields.ts';
import { CustomerId, CustomFieldId } from '#shared/model/ids.ts';

let count = 0;
const uuid = (): string => {
  count += 1;
  return `01890000-0000-7000-8000-${String(count).padStart(12, '0')}`;
};

const field = (name: string, kind: CustomField['kind'], options: string[] = []): CustomField => ({
  id: CustomFieldId.parse(uuid()),
  record: 'customer',
  name,
  kind,
  options,
  archived: false,
  used: 0,
  rowVersion: 1,
});
export const branch = field('Branch', 'choice', ['Nord', 'Sud']);
export const weight = field('Weight', 'number');
export const ends = field('Contract ends', 'date');

export const customerId = (): CustomerId => CustomerId.parse(uuid());

export const customerOf = (own: Partial<Customer>): Customer & Extras => ({
  id: customerId(),
  code: 'C1',
  name: null,
  kind: 'business',
  addressLines: [],
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
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  rowVersion: 1,
  tags: [],
  custom: {},
  ...own,
});
