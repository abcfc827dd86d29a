/** Which column is which field: by its name, checked against its values, never two columns to one field. */
import { createHash } from 'node:crypto';
import type { ColumnMap, ImportKind } from '#shared/model/imports.ts';
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
/** Share of the values that must look right. */
const ENOUGH = 0.5;

/**
 * Guesses the column map from the names and a sample of the rows. A name that means several fields goes to the one whose
 * values fit; a field that several names claim goes to the most telling name.
 */
export function guessMap(kind: ImportKind, columns: readonly string[], sample: readonly Cell[][]): ColumnMap {
  const claims = columns.flatMap((name, column) => {
    const values = sample.map((cells) => cells[column]).filter((cell): cell is Cell => !isBlank(cell));
    return fieldsOfHeader(name, kind).flatMap(({ field, rank }) => {
      const look = LOOKS[field];
      const fits = values.filter((cell) => look === undefined || look(shown(cell).trim(), cell)).length;
      return values.length > 0 && fits < values.length * ENOUGH ? [] : [{ column, field, rank }];
    });
  });
  claims.sort((a, b) => a.rank - b.rank || a.column - b.column);
  const map: ColumnMap = [];
  for (const { column, field } of claims) {
    if (map.some((taken) => taken.column === column || taken.field === field)) continue;
    map.push({ column, field });
  }
  return map.sort((a, b) => a.column - b.column);
}

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
