/** What is wrong with the customer. */
import { type Place, postcodeFits } from '../tax/territory.ts';
import { checkVatNumber, normaliseVatNumber, vatCountry } from '../text/vat-number.ts';
import {
  addressComplete,
  blank,
  type CheckContext,
  type CheckDefinition,
  draftCheck,
  type FindingData,
} from './check.ts';

const once = (params: FindingData['params']): FindingData[] => [{ params, lineId: null }];

function code({ input }: CheckContext): string {
  return input.customer.code;
}

function country({ input }: CheckContext): Place['country'] {
  return input.customer.country ?? '?';
}

export const customerChecks: readonly CheckDefinition[] = [
  draftCheck({
    id: 'customer.name_missing',
    level: 'error',
    acceptable: true,
    run: (context) => (blank(context.input.customer.name) ? once({ code: code(context) }) : []),
  }),
  draftCheck({
    id: 'customer.address_missing',
    level: 'error',
    acceptable: true,
    run: (context) => (addressComplete(context.input.customer) ? [] : once({ code: code(context) })),
  }),
  draftCheck({
    id: 'customer.country_missing',
    level: 'error',
    acceptable: true,
    run: (context) => (context.input.customer.country === null ? once({ code: code(context) }) : []),
  }),
  draftCheck({
    id: 'customer.postcode_length',
    level: 'warning',
    acceptable: true,
    run: (context) => {
      const { customer, tax } = context.input;
      if (customer.country === null) return [];
      const { postcode } = customer;
      return postcodeFits({ country: customer.country, postcode }, tax)
        ? []
        : once({ code: code(context), postcode: postcode ?? '', country: customer.country });
    },
  }),
  draftCheck({
    id: 'customer.archived',
    level: 'warning',
    acceptable: true,
    run: (context) => (context.customerArchived ? once({ code: code(context) }) : []),
  }),
  draftCheck({
    id: 'customer.country_differs',
    level: 'warning',
    acceptable: true,
    run: (context) => {
      const own = context.input.customer.country;
      const said = [...new Set(context.input.lines.flatMap((line) => line.customerCountry ?? []))].sort();
      const others = said.filter((other) => other !== own);
      if (own === null || others.length === 0) return [];
      return once({ code: code(context), country: own, lines: others.join(', ') });
    },
  }),
  draftCheck({
    id: 'customer.tax_number_missing',
    level: 'error',
    acceptable: true,
    run: (context) =>
      context.composed.taxNotes.some(({ note }) => note === 'business_without_vat_number')
        ? once({ code: code(context), country: country(context) })
        : [],
  }),
  draftCheck({
    id: 'customer.vat_number_invalid',
    level: 'warning',
    acceptable: true,
    run: (context) => {
      const number = normaliseVatNumber(context.input.customer.vatNumber);
      if (number === null) return [];
      if (vatCountry(number) !== null && checkVatNumber(number) !== 'invalid') return [];
      const params = { code: code(context), number, country: country(context) };
      // Without a valid number of the customer's the exemption is lost (art. 138, 196): the seller owes the tax.
      const free = context.composed.document.taxes.some(({ category }) => category === 'K' || category === 'AE');
      return [{ params, lineId: null, ...(free ? { level: 'error' as const } : {}) }];
    },
  }),
  draftCheck({
    id: 'customer.vat_number_of_seller_country',
    level: 'warning',
    acceptable: true,
    run: (context) =>
      context.composed.taxNotes.some(({ note }) => note === 'vat_number_of_seller_country')
        ? once({
            code: code(context),
            country: country(context),
            number: normaliseVatNumber(context.input.customer.vatNumber) ?? '',
          })
        : [],
  }),
];
