/** The real tables, as the program reads them, and short ways to make the parties of a test. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ComposeInput, CustomerForBilling } from '#engine/domain/invoice/compose-types.ts';
import type { PendingLineForBilling } from '#engine/domain/invoice/pending-line.ts';
import { mentionTables } from '#engine/domain/legal/tables.ts';
import { taxTables } from '#engine/domain/tax/tables.ts';
import type { CompanyProfile } from '#shared/model/company.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(root, 'resources', ...path), 'utf8'));

export const tax = taxTables(read('tax', 'rates.json'), read('tax', 'areas.json'));
export const legal = mentionTables(read('legal', 'mentions.json'));

export const company = (more: Partial<CompanyProfile> = {}): CompanyProfile => ({
  name: 'Atelier Morel SARL',
  tradingName: null,
  addressLines: ['12 rue des Lilas'],
  postcode: '69003',
  city: 'Lyon',
  region: null,
  country: 'FR',
  vatNumber: 'FR83404833048',
  taxRegistration: null,
  registrationNumber: '404833048',
  legalNote: null,
  email: null,
  phone: null,
  contactName: null,
  iban: 'FR7630006000011234567890189',
  bic: null,
  currency: 'EUR',
  language: 'fr',
  zone: 'Europe/Paris',
  paper: 'A4',
  colour: '#1f4e79',
  logo: null,
  paymentTermsDays: 30,
  message: null,
  defaultSupply: 'goods',
  defaultTaxClass: 'standard',
  ...more,
});

export const customer = (more: Partial<CustomerForBilling> = {}): CustomerForBilling => ({
  code: 'C001',
  name: 'Boulangerie Petit',
  kind: 'business',
  addressLines: ['3 place du Marché'],
  postcode: '21000',
  city: 'Dijon',
  region: null,
  country: 'FR',
  vatNumber: null,
  registrationNumber: null,
  electronicAddress: null,
  email: null,
  phone: null,
  contactName: null,
  language: null,
  orderReference: null,
  ...more,
});

export const line = (more: Partial<PendingLineForBilling> = {}): PendingLineForBilling => ({
  id: null,
  date: '2026-03-10',
  productCode: 'P1',
  description: 'Chaise',
  quantity: '1',
  unit: null,
  unitPrice: '100',
  discountPercent: null,
  currency: null,
  taxClass: null,
  supply: null,
  orderReference: null,
  corrects: null,
  note: null,
  customerCountry: null,
  product: null,
  ...more,
});

export const input = (more: Partial<ComposeInput> = {}): ComposeInput => ({
  company: company(),
  logo: null,
  customer: customer(),
  lines: [line()],
  source: null,
  issueDate: '2026-03-31',
  paymentTermsDays: 30,
  currency: 'EUR',
  language: null,
  precedingInvoices: [],
  tax,
  legal,
  template: 'classic',
  paper: null,
  message: null,
  ...more,
});
