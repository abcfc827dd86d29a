/** What is wrong with lines. What a person mends line by line is one finding a line; the rest one finding a draft. */
import type { IsoDate } from '#shared/model/values.ts';
import { yearsBefore } from '../calendar.ts';
import type { LineExplanation } from '../invoice/compose-types.ts';
import type { PendingLineForBilling } from '../invoice/pending-line.ts';
import { type CheckContext, type CheckDefinition, draftCheck, type FindingData, type HeldLine } from './check.ts';

/** How many product codes a finding names. */
const CODES_NAMED = 5;

const blank = (text: string | null): boolean => text === null || text.trim() === '';

/** The pending lines with how they came out. */
function pairs({ input, composed }: CheckContext): { line: PendingLineForBilling; how: LineExplanation }[] {
  return composed.explanation.lines.flatMap((how, index) => {
    const line = input.lines[index];
    return line ? [{ line, how }] : [];
  });
}

/** One finding for each line that fits, with its place and what a person knows it by. */
function each(
  context: CheckContext,
  fits: (line: PendingLineForBilling, how: LineExplanation) => boolean,
): FindingData[] {
  return pairs(context)
    .filter(({ line, how }) => fits(line, how))
    .map(({ line, how }) => ({
      params: { position: how.position, product: line.productCode ?? line.description ?? '?' },
      lineId: line.id,
    }));
}

/** One finding for all dated lines that fit: how many, and the first (or last) date. */
function byDate(
  context: CheckContext,
  fits: (date: IsoDate) => boolean,
  which: 'first' | 'last',
  more: FindingData['params'] = {},
): FindingData[] {
  const hits = context.input.lines.filter((line) => line.date !== null && fits(line.date));
  const dates = hits.flatMap((line) => line.date ?? []).sort();
  const date = which === 'first' ? dates[0] : dates.at(-1);
  if (date === undefined) return [];
  return [{ params: { count: hits.length, date, ...more }, lineId: only(hits) }];
}

/** The line itself where the finding is about one. */
function only(lines: readonly PendingLineForBilling[]): PendingLineForBilling['id'] {
  return lines.length === 1 ? (lines[0]?.id ?? null) : null;
}

function aboutHeld(line: HeldLine): FindingData[] {
  return [{ params: { reference: line.reference ?? '?', amount: line.amount }, lineId: line.id }];
}

export const lineChecks: readonly CheckDefinition[] = [
  {
    about: 'held_line',
    id: 'line.customer_missing',
    level: 'error',
    acceptable: false,
    run: (line) => (line.why === 'customer_missing' ? aboutHeld(line) : []),
  },
  {
    about: 'held_line',
    id: 'line.amount_too_large',
    level: 'error',
    acceptable: false,
    run: (line) => (line.why === 'amount_too_large' ? aboutHeld(line) : []),
  },
  draftCheck({
    id: 'line.price_missing',
    level: 'error',
    acceptable: false,
    run: (context) => each(context, (_line, how) => how.priceFrom === 'missing'),
  }),
  draftCheck({
    id: 'line.price_zero',
    level: 'warning',
    acceptable: true,
    run: (context) => each(context, (_line, how) => how.priceFrom !== 'missing' && how.unitPrice === '0'),
  }),
  draftCheck({
    id: 'line.description_missing',
    level: 'warning',
    acceptable: true,
    run: (context) => each(context, (line) => blank(line.description) && blank(line.product?.name ?? null)),
  }),
  draftCheck({
    id: 'line.product_unknown',
    level: 'warning',
    acceptable: true,
    run: (context) => {
      if (!context.keepsProducts) return [];
      const lines = context.input.lines.filter((line) => !blank(line.productCode) && line.product === null);
      const codes = [...new Set(lines.flatMap((line) => line.productCode ?? []))];
      if (codes.length === 0) return [];
      const named = codes.slice(0, CODES_NAMED).join(', ') + (codes.length > CODES_NAMED ? '…' : '');
      return [{ params: { count: codes.length, codes: named }, lineId: only(lines) }];
    },
  }),
  draftCheck({
    id: 'line.date_missing',
    level: 'warning',
    acceptable: true,
    run: (context) => {
      // An invoice by hand stands for what is supplied on its issue date, unless its lines say otherwise.
      if (context.runPeriod === null) return [];
      const lines = context.input.lines.filter((line) => line.date === null);
      return lines.length === 0 ? [] : [{ params: { count: lines.length }, lineId: only(lines) }];
    },
  }),
  draftCheck({
    id: 'line.date_after_issue',
    level: 'warning',
    acceptable: true,
    run: (context) => {
      const issue = context.input.issueDate;
      return byDate(context, (date) => date > issue, 'last', { issue });
    },
  }),
  draftCheck({
    id: 'line.date_old',
    level: 'warning',
    acceptable: true,
    run: (context) => {
      const yearAgo = yearsBefore(context.input.issueDate, 1);
      return byDate(context, (date) => date < yearAgo, 'first');
    },
  }),
  draftCheck({
    id: 'line.date_outside_run',
    level: 'warning',
    acceptable: true,
    run: (context) => {
      const period = context.runPeriod;
      if (period === null) return [];
      return byDate(context, (date) => date < period.from || date >= period.to, 'first');
    },
  }),
  draftCheck({
    id: 'line.price_finer_than_currency',
    level: 'warning',
    acceptable: true,
    run: (context) => {
      if (context.composed.document.minorDigits > 0) return [];
      const hits = pairs(context).filter(({ how }) => how.unitPrice.includes('.'));
      if (hits.length === 0) return [];
      const params = { count: hits.length, currency: context.input.currency };
      return [{ params, lineId: only(hits.map(({ line }) => line)) }];
    },
  }),
];
