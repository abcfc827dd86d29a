/** What the tax rules had to assume. */
import type { TaxNote } from '../tax/resolve.ts';
import { type CheckContext, type CheckDefinition, draftCheck, type FindingData } from './check.ts';

const once = (params: FindingData['params']): FindingData[] => [{ params, lineId: null }];

/** One finding with the number of lines that an assumption bears on. */
function counted({ composed }: CheckContext, note: TaxNote): FindingData[] {
  const positions = composed.taxNotes.find((entry) => entry.note === note)?.positions ?? [];
  return positions.length === 0 ? [] : once({ count: positions.length });
}

export const taxChecks: readonly CheckDefinition[] = [
  draftCheck({
    id: 'tax.treated_as_consumer',
    level: 'warning',
    acceptable: true,
    run: ({ composed, input: { customer } }) =>
      composed.taxNotes.some(({ note }) => note === 'treated_as_consumer')
        ? once({ code: customer.code, country: customer.country ?? '?' })
        : [],
  }),
  draftCheck({
    id: 'tax.rate_class_unknown',
    level: 'warning',
    acceptable: true,
    run: (context) => counted(context, 'rate_class_unknown'),
  }),
  draftCheck({
    id: 'tax.rate_before_history',
    level: 'error',
    acceptable: true,
    run: (context) => counted(context, 'rate_before_history'),
  }),
  draftCheck({
    id: 'tax.outside_scope_mixed',
    level: 'warning',
    acceptable: true,
    run: ({ composed: { document } }) =>
      // BR-O-11, BR-O-12: category O tolerates no other beside it.
      document.taxes.length > 1 && document.taxes.some((row) => row.category === 'O') ? once({}) : [],
  }),
];
