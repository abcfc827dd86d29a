/** Which column is which field: by its name, checked against its values, never two columns to one field. */
import { createHash } from 'node:crypto';
import {
  type ColumnGuess,
  type ColumnMap,
  customTarget,
  type ImportKind,
  type IntakeField,
} from '#shared/model/imports.ts';
import { Problem } from '../problem.ts';
import { knownCountry } from '../records/fields.ts';
import { type Cell, isBlank, shown } from '../row.ts';
import { parseCurrency } from '../values/currency.ts';
import { parseDate } from '../values/date.ts';
import { markVote } from '../values/number.ts';
import { parseCustomerKind, parseLanguage, parseSupply, parseTaxClass } from '../values/words.ts';
import { fieldsOfHeader, squeezeHeader } from './synonyms.ts';

type Look = (text: string, cell: Cell) => boolean;

const isNumber: Look = (text, cell) =>
  typeof cell === 'string'
    ? markVote(text) !== null
    : cell.is === 'number' || cell.is === 'formula' || cell.is === 'merged';
const isDate: Look = (text, cell) =>
  typeof cell !== 'string'
    ? cell.is === 'date' || cell.is === 'formula' || cell.is === 'merged'
    : !(parseDate(text, 'dmy') instanceof Problem) || !(parseDate(text, 'mdy') instanceof Problem);
/** A short text with a digit or no blank in it: names of people and companies rarely are. */
const isCode: Look = (text) => text.length <= 30 && (/\d/.test(text) || !/\s/.test(text));

/** What the values of a field look like, for fields where a wrong column would show. */
const LOOKS: Record<string, Look> = {
  date: isDate,
  quantity: isNumber,
  unitPrice: isNumber,
  discountPercent: isNumber,
  country: (text) => knownCountry(text) !== null,
  customerCountry: (text) => knownCountry(text) !== null,
  currency: (text) => parseCurrency(text, 'EUR') !== null,
  email: (text) => text.includes('@'),
  vatNumber: (text) => /^[A-Z]{2,3}[\s.-]?[\dA-Z]/i.test(text) && /\d{2}/.test(text),
  customerCode: isCode,
  // One word with a figure in it is a code; "Client" may head either.
  customerName: (text) => /\s/.test(text) || !/\d/.test(text),
  language: (text) => parseLanguage(text) !== null,
  kind: (text) => parseCustomerKind(text) !== null,
  supply: (text) => parseSupply(text) !== null,
  taxClass: (text) => parseTaxClass(text) !== null,
  paymentTermsDays: (text) => /\d/.test(text),
};
/** Share of the values that must look right, to be a guess at all and to be sure of it. */
const ENOUGH = 0.5;
const SURE = 0.9;
/** Heads that say what kind of discount: a percentage. "Remise" alone may as well be an amount. */
const PERCENT = /pct|percent|pourcent|taux|rate/;

interface Claim extends ColumnGuess {
  rank: number;
}

/**
 * Guesses the fields of columns from their names and a sample of the rows. A name that means several fields goes to the one whose
 * values fit; a field that several names claim goes to the most telling name. A custom field is known by its own name.
 */
export function guessColumns(
  kind: ImportKind,
  columns: readonly string[],
  sample: readonly (readonly Cell[])[],
  custom: readonly IntakeField[] = [],
): ColumnGuess[] {
  const claims = columns.flatMap((name, column): Claim[] => {
    const values = sample.map((cells) => cells[column]).filter((cell): cell is Cell => !isBlank(cell));
    const own = custom.filter((field) => squeezeHeader(field.name) === squeezeHeader(name));
    const meant = [
      ...own.map(({ id }) => ({ field: customTarget(id) as string, rank: -1 })),
      ...fieldsOfHeader(name, kind),
    ];
    const fitting = meant.flatMap(({ field, rank }): Claim[] => {
      const look = LOOKS[field];
      const count = values.filter((cell) => look === undefined || look(shown(cell).trim(), cell)).length;
      if (values.length > 0 && count < values.length * ENOUGH) return [];
      const fit = look === undefined || values.length === 0 ? null : { count, of: values.length };
      return [{ column, field, rank, confidence: 'sure', doubt: null, fit }];
    });
    return fitting.map((claim) => {
      const doubt = doubtOf(claim, name, fitting.length, values.length);
      return { ...claim, doubt, confidence: doubt === null ? 'sure' : 'likely' };
    });
  });
  claims.sort((a, b) => a.rank - b.rank || a.column - b.column);
  const taken: Claim[] = [];
  for (const claim of claims) {
    if (!taken.some(({ column, field }) => column === claim.column || field === claim.field)) taken.push(claim);
  }
  return taken.sort((a, b) => a.column - b.column).map(({ rank: _, ...guess }) => guess);
}

function doubtOf({ field, fit, rank }: Claim, name: string, meanings: number, values: number): ColumnGuess['doubt'] {
  if (field === 'discountPercent' && !PERCENT.test(squeezeHeader(name))) return 'name';
  if (fit !== null && fit.count < fit.of * SURE) return 'values';
  if (values === 0 && LOOKS[field] !== undefined) return 'empty';
  // The first name of a field in the table is what it is called; a name further down may mean something else too.
  return meanings > 1 && rank > 0 ? 'name' : null;
}

export const mapOf = (guesses: readonly ColumnGuess[]): ColumnMap =>
  guesses.map(({ column, field }) => ({ column, field }));

/** The kind of record that the columns look most like. */
export function likelyKind(columns: readonly string[], sample: readonly (readonly Cell[])[]): ImportKind {
  const kinds = ['lines', 'customers', 'products'] as const;
  const scored = kinds.map((kind) => {
    const guesses = guessColumns(kind, columns, sample);
    const has = (field: string) => guesses.some((guess) => guess.field === field);
    const whole = kind === 'lines' ? has('quantity') : has('code') && has('name');
    const points = guesses.reduce((sum, { confidence }) => sum + (confidence === 'sure' ? 1 : 0.5), 0);
    // A table of prices has no addresses and a table of customers no prices; both have codes and names.
    const own = kind === 'customers' ? ['city', 'postcode', 'email', 'vatNumber', 'address1'] : ['unitPrice', 'unit'];
    const telling = own.filter(has).length;
    return { kind, points: (points + telling) * (whole ? 1 : 0.4) };
  });
  return scored.reduce((best, one) => (one.points > best.points ? one : best)).kind;
}

/** A number or a date: what stands under a name, not in it. */
export const isValue = (cell: Cell | undefined): boolean => {
  if (cell === undefined || isBlank(cell)) return false;
  if (typeof cell !== 'string') return cell.is === 'number' || cell.is === 'date';
  return (
    markVote(cell) !== null ||
    !(parseDate(cell, 'dmy') instanceof Problem) ||
    !(parseDate(cell, 'mdy') instanceof Problem)
  );
};

const KINDS = ['lines', 'customers', 'products'] as const;
/** How many of a row's texts are names of columns, for whichever kind. */
export const knownNames = (cells: readonly Cell[]): number =>
  cells.filter(
    (cell) =>
      typeof cell === 'string' && cell.trim() !== '' && KINDS.some((kind) => fieldsOfHeader(cell, kind).length > 0),
  ).length;

/** Hash of the normalised column names in their order: two files of one shape take the same map. */
export function shapeOf(columns: readonly string[]): string {
  return createHash('sha256').update(columns.map(squeezeHeader).join('\u001f')).digest('hex');
}

/** How much a row looks like a row of column names: names that are known, and texts rather than values. */
export function headerScore(cells: readonly Cell[], kind: ImportKind): number {
  let score = 0;
  let filled = 0;
  const seen = new Set<string>();
  for (const cell of cells) {
    if (isBlank(cell)) continue;
    filled += 1;
    if (typeof cell !== 'string') {
      score -= 1;
      continue;
    }
    if (fieldsOfHeader(cell, kind).length > 0) score += 3;
    else if (markVote(cell) !== null || !(parseDate(cell, 'dmy') instanceof Problem)) score -= 1;
    const squeezed = squeezeHeader(cell);
    if (!seen.has(squeezed)) score += 0.5;
    seen.add(squeezed);
  }
  return filled === 0 ? Number.NEGATIVE_INFINITY : score;
}
