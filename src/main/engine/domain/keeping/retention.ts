/** How long an issued document must be kept: by the seller's country, from the end of the fiscal year, from dated data. Pure. */
import { z } from 'zod';
import type { IsoDate } from '#shared/model/values.ts';

const Rule = z.object({
  /** ISO 3166 alpha-2, or `*` for every other country. */
  country: z.string(),
  years: z.int().min(1).max(30),
  /** What the years are counted from. */
  from: z.enum(['fiscal_year_end', 'calendar_year_end']),
  /** Issue dates for which the rule holds, half-open. */
  validFrom: z.string(),
  validTo: z.string().nullable(),
  source: z.string(),
});
export type RetentionRule = z.infer<typeof Rule>;

const Table = z.object({ version: z.string(), note: z.string(), rules: z.array(Rule) });

/** Parses `resources/legal/retention.json`. */
export const retentionTable = (json: unknown): RetentionRule[] => Table.parse(json).rules;

/** The rule for a seller's country on an issue date; the one for every other country where it has none. */
export function retentionRule(rules: readonly RetentionRule[], country: string, issueDate: IsoDate): RetentionRule {
  const fits = (rule: RetentionRule, of: string): boolean =>
    rule.country === of && rule.validFrom <= issueDate && (rule.validTo === null || issueDate < rule.validTo);
  const found = rules.find((rule) => fits(rule, country)) ?? rules.find((rule) => fits(rule, '*'));
  if (!found) throw new RangeError(`no retention rule for ${country} on ${issueDate}`);
  return found;
}

/** The last day of the fiscal year in which a day lies. `yearEnd` is its month and day, `12-31`; 29 February stands for the month's end. */
export function fiscalYearEnd(day: IsoDate, yearEnd: string): IsoDate {
  const year = Number(day.slice(0, 4));
  const end = endIn(year, yearEnd);
  return day <= end ? end : endIn(year + 1, yearEnd);
}

function endIn(year: number, yearEnd: string): IsoDate {
  const month = Number(yearEnd.slice(0, 2));
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const date = Math.min(Number(yearEnd.slice(3)), last);
  // The end of February is its last day, whichever that is.
  const endOfMonth = month === 2 && Number(yearEnd.slice(3)) >= 28 ? last : date;
  return `${String(year).padStart(4, '0')}-${yearEnd.slice(0, 2)}-${String(endOfMonth).padStart(2, '0')}`;
}

/** The last day on which a document issued on a day must still be kept. */
export function keepUntil(rule: RetentionRule, issueDate: IsoDate, yearEnd: string): IsoDate {
  const own = rule.from === 'fiscal_year_end' ? yearEnd : '12-31';
  const end = fiscalYearEnd(issueDate, own);
  return endIn(Number(end.slice(0, 4)) + rule.years, own);
}
