/** What the company itself lacks. */
import { checkVatNumber, normaliseVatNumber } from '../text/vat-number.ts';
import { addressComplete, type CheckDefinition, draftCheck, type FindingData } from './check.ts';

const once = (params: FindingData['params']): FindingData[] => [{ params, lineId: null }];

export const companyChecks: readonly CheckDefinition[] = [
  draftCheck({
    id: 'company.address_missing',
    level: 'error',
    acceptable: true,
    run: ({ input: { company } }) => (addressComplete(company) ? [] : once({})),
  }),
  draftCheck({
    // A number that was merely forgotten would bill a whole run without tax: a person says once that it is meant so.
    id: 'company.vat_number_missing',
    level: 'error',
    acceptable: true,
    run: ({ composed }) =>
      composed.explanation.lines.some((line) => line.tax.case === 'seller_not_registered') ? once({}) : [],
  }),
  draftCheck({
    id: 'company.vat_number_invalid',
    level: 'warning',
    acceptable: true,
    run: ({ input: { company } }) => {
      const number = normaliseVatNumber(company.vatNumber);
      return number !== null && checkVatNumber(number) === 'invalid' ? once({ number }) : [];
    },
  }),
  draftCheck({
    id: 'company.iban_missing',
    level: 'note',
    acceptable: true,
    run: ({ composed, input }) => (composed.document.kind === 'invoice' && !input.company.iban ? once({}) : []),
  }),
];
