/** The map from columns to fields as the screen edits it. Pure. */
import type { Text } from '#shared/messages/catalogue.ts';
import { importFieldTexts } from '#shared/messages/ui/imports.ts';
import type { CustomField } from '#shared/model/fields.ts';
import {
  type ColumnConstants,
  type ColumnGuess,
  type ColumnMap,
  customFieldOf,
  customTarget,
  type ImportKind,
  type Inspection,
  importFields,
  type ReadOptions,
  type SavedMap,
} from '#shared/model/imports.ts';

/** What to read and how: nothing decided, so everything is detected. */
export const detectAll: ReadOptions = {
  encoding: null,
  delimiter: null,
  quote: null,
  decimalMark: null,
  dateOrder: null,
  sheet: null,
  headerRow: null,
};

/** Fields without which nothing can be imported. */
const required: Record<ImportKind, readonly string[]> = {
  customers: ['code'],
  products: ['code'],
  lines: ['quantity'],
};
const numeric = new Set(['quantity', 'unitPrice', 'discountPercent', 'paymentTermsDays']);
export const isNumeric = (field: string | null): boolean => field !== null && numeric.has(field);

const names: Readonly<Record<string, Text | undefined>> = importFieldTexts;
/** What a target is called; a custom field by the name that the office gave it. */
export function fieldText(field: string, custom: readonly CustomField[] = []): Text {
  const id = customFieldOf(field);
  const name = id === null ? field : (custom.find((own) => own.id === id)?.name ?? field);
  return names[field] ?? { fr: name, en: name };
}
export const isField = (name: string): boolean => names[name] !== undefined;
/** Everything that a column may become: the fields of the contract, then the office's own. */
export const targetsOf = (kind: ImportKind, custom: readonly CustomField[]): string[] => [
  ...importFields[kind],
  ...custom.map(({ id }) => customTarget(id)),
];

export const fieldAt = (map: ColumnMap, column: number): string | null =>
  map.find((entry) => entry.column === column)?.field ?? null;

/** Gives a column a field (null: ignores it); the column that had the field before loses it. */
export function assign(map: ColumnMap, column: number, field: string | null): ColumnMap {
  const others = map.filter((entry) => entry.column !== column && entry.field !== field);
  return field === null ? others : [...others, { column, field }].sort((a, b) => a.column - b.column);
}

export const missingFields = (kind: ImportKind, map: ColumnMap): string[] =>
  required[kind].filter((field) => !map.some((entry) => entry.field === field));

export type Certainty = 'sure' | 'guessed' | 'ignored';

/**
 * How sure a column's field is: chosen by the person or known from a kept map is sure; else as the engine guessed it from the name
 * and the values.
 */
export function certainty(
  { guesses, savedMap }: Pick<Inspection, 'guesses' | 'savedMap'>,
  map: ColumnMap,
  column: number,
  chosen: ReadonlySet<number>,
): Certainty {
  const field = fieldAt(map, column);
  if (field === null) return 'ignored';
  if (chosen.has(column)) return 'sure';
  if (savedMap && fieldAt(savedMap, column) === field) return 'sure';
  const guess = guessAt(guesses, column);
  return guess?.field === field && guess.confidence === 'sure' ? 'sure' : 'guessed';
}

export const guessAt = (guesses: readonly ColumnGuess[], column: number): ColumnGuess | undefined =>
  guesses.find((guess) => guess.column === column);

/** Puts one value for all rows in place of a column; null takes it away. */
export function setConstant(constants: ColumnConstants, field: string, value: string | null): ColumnConstants {
  const others = constants.filter((constant) => constant.field !== field);
  return value === null ? others : [...others, { field, value }];
}

/** Fields that have neither a column nor a value, the indispensable ones first. */
export function fieldsToPlace(
  kind: ImportKind,
  map: ColumnMap,
  constants: ColumnConstants,
  custom: readonly CustomField[],
): string[] {
  const placed = new Set([...map, ...constants].map(({ field }) => field));
  const missing = new Set(missingFields(kind, map));
  return targetsOf(kind, custom)
    .filter((field) => !placed.has(field))
    .sort((a, b) => Number(missing.has(b)) - Number(missing.has(a)));
}

/** A kept map on a file of another shape: its fields go to the columns of the same names; how many of its columns are missing. */
export function mapOnto(
  saved: Pick<SavedMap, 'columns' | 'map'>,
  columns: readonly string[],
): { map: ColumnMap; missing: number } {
  const named = (name: string) => name.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  const map: ColumnMap = [];
  let missing = 0;
  for (const { column, field } of saved.map) {
    const name = saved.columns[column];
    const at =
      name === undefined
        ? -1
        : columns.findIndex((one, index) => named(one) === named(name) && !map.some((entry) => entry.column === index));
    if (at < 0) missing += 1;
    else map.push({ column: at, field });
  }
  return { map: map.sort((a, b) => a.column - b.column), missing };
}

const MOST_COLUMNS = 60;
/** Columns worth drawing: the first ones, and all that are mapped. */
export const shownColumns = (count: number, map: ColumnMap): number[] => {
  const shown = new Set(Array.from({ length: Math.min(count, MOST_COLUMNS) }, (_, column) => column));
  for (const { column } of map) if (column < count) shown.add(column);
  return [...shown].sort((a, b) => a - b);
};
