/**
 * What a pattern of numbers would give, for the example beside its form. The engine alone gives numbers; this is a picture
 * of its rule: {prefix} {year} {year:2} {month} {seq} {seq:N} {customer}, everything else as it stands.
 */
import type { Text } from '#shared/messages/catalogue.ts';
import { settingsTexts as texts } from '#shared/messages/ui/settings.ts';
import type { SeriesInput } from '#shared/model/company.ts';
import type { IsoDate } from '#shared/model/values.ts';
import type { FieldErrors } from '../../components/fields/form.ts';

const FIELD = /\{([^{}]*)\}/g;
const KNOWN = /^(prefix|year(:[24])?|month|customer|seq(:\d{1,2})?)$/;

export interface NumberParts {
  prefix: string;
  date: IsoDate;
  rank: number;
  customer: string;
}

export function exampleNumber(pattern: string, { prefix, date, rank, customer }: NumberParts): string {
  return pattern.replaceAll(FIELD, (field, name: string) => {
    if (name === 'prefix') return prefix;
    if (name === 'year') return date.slice(0, 4);
    if (name === 'year:4') return date.slice(0, 4);
    if (name === 'year:2') return date.slice(2, 4);
    if (name === 'month') return date.slice(5, 7);
    if (name === 'customer') return customer;
    if (name.startsWith('seq') && KNOWN.test(name)) return String(rank).padStart(Number(name.slice(4) || 1), '0');
    return field;
  });
}

/** What makes a pattern unusable; undefined when it is sound. */
export function patternFault(pattern: string, reset: SeriesInput['reset']): Text | undefined {
  const fields = [...pattern.matchAll(FIELD)].map((match) => match[1] ?? '');
  const rest = pattern.replaceAll(FIELD, '');
  if (fields.some((field) => !KNOWN.test(field)) || /[{}]/.test(rest)) return texts.unknownField;
  if (fields.filter((field) => field.startsWith('seq')).length !== 1) return texts.needSeq;
  if (reset === 'yearly' && !fields.some((field) => field.startsWith('year'))) return texts.needYear;
  return undefined;
}

export function validateSeries(series: SeriesInput): FieldErrors<SeriesInput> {
  const errors: FieldErrors<SeriesInput> = {};
  if (series.name.trim() === '') errors.name = texts.needSeriesName;
  const fault = patternFault(series.pattern, series.reset);
  if (fault) errors.pattern = fault;
  if (!Number.isInteger(series.startAt) || series.startAt < 1) errors.startAt = texts.badStart;
  return errors;
}
