/**
 * The printed number of an invoice from a pattern such as `{prefix}{year}-{seq:5}`.
 * The rules here keep numbers of one series apart by construction; the company file's unique index is the last word.
 */
import type { SeriesInput } from '#shared/model/company.ts';
import { EngineError } from '#shared/model/error.ts';
import type { IsoDate } from '#shared/model/values.ts';

export type NumberReset = SeriesInput['reset'];

/** BT-1 holds at most 35 characters on the French platforms (BR-FR-01). */
export const MAX_NUMBER_LENGTH = 35;

type Field =
  | { kind: 'text'; text: string }
  | { kind: 'prefix' | 'month' | 'customer' }
  | { kind: 'year'; width: 2 | 4 }
  | { kind: 'seq'; width: number };

export interface NumberPattern {
  readonly source: string;
  readonly fields: readonly Field[];
}

export interface NumberParts {
  prefix: string;
  issueDate: IsoDate;
  /** The counter's value, from 1. */
  seq: number;
  customerCode: string;
}

/** What a printed number may hold: letters, digits, and - + _ / (BR-FR-02 and its readers), without spaces. */
const allowed = /^[A-Za-z0-9+\-_/]*$/;

/**
 * Reads a pattern. Throws, each with its own remedy: `number_pattern_unknown_field`, `number_pattern_needs_seq` (exactly one
 * {seq}), `number_pattern_too_wide` (a width over 10), `number_pattern_characters`.
 */
export function parsePattern(source: string): NumberPattern {
  const fields: Field[] = [];
  let rest = source;
  while (rest.length > 0) {
    const field = /^\{([^{}]*)\}/.exec(rest);
    if (field) {
      fields.push(readField(field[1] ?? ''));
      rest = rest.slice(field[0].length);
      continue;
    }
    const text = /^[^{]+/.exec(rest)?.[0] ?? rest;
    if (!allowed.test(text)) throw new EngineError('number_pattern_characters', { text });
    fields.push({ kind: 'text', text });
    rest = rest.slice(text.length);
  }
  if (fields.filter((field) => field.kind === 'seq').length !== 1) {
    throw new EngineError('number_pattern_needs_seq', { pattern: source });
  }
  return { source, fields };
}

/**
 * Reads a pattern and checks it for a series. Besides {@link parsePattern} throws: `number_pattern_needs_year` (a counter that
 * restarts every year would give a number twice), `number_pattern_needs_separator` ({customer} of any length beside {seq}:
 * customer 1 number 11 and customer 11 number 1 would look alike), `number_too_long`, `number_pattern_characters` (prefix).
 */
export function validatePattern(source: string, series: { reset: NumberReset; prefix: string }): NumberPattern {
  const pattern = parsePattern(source);
  const kinds = pattern.fields.map((field) => field.kind);
  if (series.reset === 'yearly' && !kinds.includes('year')) {
    throw new EngineError('number_pattern_needs_year', { pattern: source });
  }
  if (!allowed.test(series.prefix)) throw new EngineError('number_pattern_characters', { text: series.prefix });
  if (!separated(pattern, series.prefix)) throw new EngineError('number_pattern_needs_separator', { pattern: source });
  // A counter of six figures and a short customer code must fit; what is longer still is caught when a number is made.
  formatNumber(pattern, { prefix: series.prefix, issueDate: '2000-12-31', seq: 999_999, customerCode: 'C' });
  return pattern;
}

/** The number. Throws `number_too_long` past 35 characters and `number_characters` where the customer's code holds others. */
export function formatNumber(pattern: NumberPattern, parts: NumberParts): string {
  const number = pattern.fields.map((field) => printed(field, parts)).join('');
  if (number.length > MAX_NUMBER_LENGTH) throw new EngineError('number_too_long', { number, max: MAX_NUMBER_LENGTH });
  if (!allowed.test(number)) throw new EngineError('number_characters', { number });
  return number;
}

/** Which counter of a series a date draws from: one for ever, or one a year. */
export function counterKey(reset: NumberReset, issueDate: IsoDate): string {
  return reset === 'yearly' ? issueDate.slice(0, 4) : 'all';
}

/** Throws `number_date_before_last`: within a series no number may carry an earlier date than the one before it. */
export function assertNotBefore(lastDate: IsoDate | null, issueDate: IsoDate): void {
  if (lastDate !== null && issueDate < lastDate) {
    throw new EngineError('number_date_before_last', { date: issueDate, last: lastDate });
  }
}

function readField(inside: string): Field {
  const [name = '', width] = inside.split(':');
  if (width === undefined) {
    if (name === 'prefix' || name === 'month' || name === 'customer') return { kind: name };
    if (name === 'year') return { kind: 'year', width: 4 };
    if (name === 'seq') return { kind: 'seq', width: 1 };
  }
  if (name === 'year' && width === '2') return { kind: 'year', width: 2 };
  if (name === 'year' && width === '4') return { kind: 'year', width: 4 };
  if (name === 'seq' && width !== undefined && /^\d{1,3}$/.test(width)) {
    const figures = Number(width);
    if (figures < 1 || figures > 10) throw new EngineError('number_pattern_too_wide', { field: `{${inside}}` });
    return { kind: 'seq', width: figures };
  }
  throw new EngineError('number_pattern_unknown_field', { field: `{${inside}}` });
}

function printed(field: Field, parts: NumberParts): string {
  switch (field.kind) {
    case 'text':
      return field.text;
    case 'prefix':
      return parts.prefix;
    case 'customer':
      return parts.customerCode;
    case 'year':
      return parts.issueDate.slice(4 - field.width, 4);
    case 'month':
      return parts.issueDate.slice(5, 7);
    case 'seq':
      return String(parts.seq).padStart(field.width, '0');
  }
}

/**
 * Whether {seq} can be read back when a {customer} of any length stands in the pattern: then on the way from the one to the
 * other the character next to {seq} must be something that is no digit, so that the counter's figures end there.
 */
function separated(pattern: NumberPattern, prefix: string): boolean {
  const seq = pattern.fields.findIndex((field) => field.kind === 'seq');
  return pattern.fields.every((field, index) => {
    if (field.kind !== 'customer') return true;
    const neighbour = pattern.fields[index < seq ? seq - 1 : seq + 1];
    const text = neighbour?.kind === 'text' ? neighbour.text : neighbour?.kind === 'prefix' ? prefix : '';
    return /^\D$/.test(index < seq ? text.slice(-1) : text.slice(0, 1));
  });
}
