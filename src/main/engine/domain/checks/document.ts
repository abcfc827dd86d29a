/** What is unusual about the document as a whole, and whether it was billed before. */
import { addDays, daysBetween, yearsBefore } from '../calendar.ts';
import { minorToText } from '../money/decimal.ts';
import {
  type CheckContext,
  type CheckDefinition,
  DUPLICATE_DAYS,
  draftCheck,
  type FindingData,
  ISSUE_DAYS_AHEAD,
} from './check.ts';

/** What a spreadsheet keeps exactly: 15 figures. Beyond, the accountant's workbook would lose cents. */
const LARGEST_AMOUNT = 999_999_999_999_999;

/** Countries whose law wants the corrected invoice named (BR-FR-CO-05) and a periodic invoice within a month (CGI art. 289 I 3). */
const FRENCH_RULES: ReadonlySet<string> = new Set(['FR', 'GP', 'MQ', 'RE', 'GF', 'YT', 'MC']);

/** How many characters a finding names. */
const GLYPHS_NAMED = 12;

const once = (params: FindingData['params']): FindingData[] => [{ params, lineId: null }];

/** Decimal text with its currency: '12.30 EUR'. */
function amount({ composed: { document } }: CheckContext, minor: number): string {
  return `${minorToText(minor, document.minorDigits)} ${document.currency}`;
}

export const documentChecks: readonly CheckDefinition[] = [
  draftCheck({
    id: 'document.total_zero',
    level: 'warning',
    acceptable: true,
    run: ({ composed: { document } }) => (document.totals.gross === 0 ? once({}) : []),
  }),
  draftCheck({
    id: 'document.total_negative',
    level: 'note',
    acceptable: true,
    run: (context) => {
      const { kind, totals } = context.composed.document;
      return kind === 'credit_note' ? once({ amount: amount(context, totals.gross) }) : [];
    },
  }),
  draftCheck({
    id: 'document.preceding_unknown',
    level: 'note',
    acceptable: true,
    run: ({ composed: { document }, input }) => {
      if (document.kind !== 'credit_note' || document.references.preceding.length > 0) return [];
      const asked = FRENCH_RULES.has(input.company.country);
      return [{ params: {}, lineId: null, ...(asked ? { level: 'warning' as const } : {}) }];
    },
  }),
  draftCheck({
    id: 'document.preceding_not_found',
    level: 'error',
    acceptable: true,
    run: ({ composed: { document } }) => {
      // The date stands where the invoice was found among the customer's own.
      const lost = document.references.preceding.filter(({ issueDate }) => issueDate === null);
      return lost.length === 0 ? [] : once({ numbers: lost.map(({ number }) => number).join(', ') });
    },
  }),
  draftCheck({
    id: 'document.credit_exceeds_invoice',
    level: 'error',
    acceptable: true,
    run: (context) => {
      const { creditRoom, composed } = context;
      const { kind, totals } = composed.document;
      if (kind !== 'credit_note' || creditRoom === null || totals.gross <= creditRoom.left) return [];
      return once({
        amount: amount(context, totals.gross),
        left: amount(context, creditRoom.left),
        numbers: creditRoom.numbers,
      });
    },
  }),
  draftCheck({
    id: 'document.issue_date_far',
    level: 'error',
    acceptable: true,
    run: ({ composed: { document }, today }) => {
      const params = { date: document.issueDate, today };
      if (document.issueDate > addDays(today, ISSUE_DAYS_AHEAD)) return once(params);
      // Late is allowed and may be asked for; it is merely said.
      return document.issueDate < yearsBefore(today, 1) ? [{ params, lineId: null, level: 'note' as const }] : [];
    },
  }),
  draftCheck({
    id: 'document.period_over_month',
    level: 'note',
    acceptable: true,
    run: ({ composed: { document }, input }) => {
      const period = document.references.period;
      if (period === null || !FRENCH_RULES.has(input.company.country)) return [];
      return period.from.slice(0, 7) === period.to.slice(0, 7) ? [] : once({ from: period.from, to: period.to });
    },
  }),
  draftCheck({
    id: 'document.amount_too_large',
    level: 'error',
    acceptable: false,
    run: (context) => {
      const { totals, lines } = context.composed.document;
      const all = [totals.gross, totals.net, totals.lines, ...lines.map((line) => line.net)];
      const worst = all.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
      return Math.abs(worst) > LARGEST_AMOUNT ? once({ amount: amount(context, worst) }) : [];
    },
  }),
  draftCheck({
    id: 'document.glyphs_missing',
    level: 'error',
    acceptable: true,
    run: ({ missingGlyphs }) =>
      missingGlyphs.length === 0
        ? []
        : once({ count: missingGlyphs.length, characters: missingGlyphs.slice(0, GLYPHS_NAMED).join(' ') }),
  }),
  draftCheck({
    id: 'document.reference_billed',
    level: 'error',
    acceptable: true,
    run: ({ composed: { document }, input, issued }) => {
      const reference = input.source;
      if (reference === null) return [];
      return issued
        .filter((other) => other.source === reference && other.kind === document.kind)
        .slice(0, 1)
        .flatMap((other) => once({ reference, number: other.number, date: other.issueDate }));
    },
  }),
  draftCheck({
    id: 'document.likely_duplicate',
    level: 'warning',
    acceptable: true,
    run: (context) => {
      const { document } = context.composed;
      return context.issued
        .filter(
          (other) =>
            other.kind === document.kind &&
            other.currency === document.currency &&
            other.gross === document.totals.gross &&
            other.gross !== 0 &&
            // The same reference is the stronger finding above.
            (other.source === null || other.source !== document.references.source) &&
            Math.abs(daysBetween(other.issueDate, document.issueDate)) <= DUPLICATE_DAYS,
        )
        .slice(0, 1)
        .flatMap((other) =>
          once({ amount: amount(context, other.gross), number: other.number, date: other.issueDate }),
        );
    },
  }),
];
