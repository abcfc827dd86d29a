/** The map from columns to fields as the screen edits it. Pure. */
import type { Text } from '#shared/messages/catalogue.ts';
import { importFieldTexts } from '#shared/messages/ui/imports.ts';
import {
  type ColumnMap,
  type ImportKind,
  type Inspection,
  importFields,
  type ReadOptions,
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
export const fieldText = (field: string): Text => names[field] ?? { fr: field, en: field };
export const isField = (name: string): boolean => names[name] !== undefined;
export const fieldsOf = (kind: ImportKind): readonly string[] => importFields[kind];

export const fieldAt = (map: ColumnMap, column: number): string | null =>
  map.find((entry) => entry.column === column)?.field ?? null;

/** Gives a column a field (null: ignores it); the column that had the field before loses it. */
export function assign(map: ColumnMap, column: number, field: string | null): ColumnMap {
  const others = map.filter((entry) => entry.column !== column && entry.field !== field);
  return field === null ? others : [...others, { column, field }].sort((a, b) => a.column - b.column);
}

export const missingFields = (kind: ImportKind, map: ColumnMap): string[] =>
  required[kind].filter((field) => !map.some((entry) => entry.field === field));

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');

export type Certainty = 'sure' | 'guessed' | 'ignored';

/** Words in a head that leave no doubt about its field. A head such as "Remise" alone may be a percentage or an amount. */
const telling: Readonly<Record<string, readonly string[] | undefined>> = {
  invoiceReference: ['invoice', 'facture'],
  customerCode: ['customerid', 'customercode', 'codeclient', 'clientid', 'clientcode', 'idclient', 'numeroclient'],
  customerName: ['raisonsociale', 'nomclient', 'customername', 'clientname', 'companyname'],
  customerCountry: ['country', 'pays'],
  date: ['date'],
  productCode: ['stockcode', 'sku', 'productcode', 'codeproduit', 'article', 'itemcode'],
  description: ['description', 'designation', 'libelle'],
  quantity: ['quantity', 'quantite', 'qty', 'qte'],
  unitPrice: ['unitprice', 'prixunitaire', 'prixht', 'puht'],
  discountPercent: ['pct', 'percent', 'pourcent', 'taux', 'rate'],
  currency: ['currency', 'devise'],
  vatNumber: ['tva', 'vat'],
  postcode: ['postcode', 'postalcode', 'zip', 'codepostal'],
  city: ['city', 'town', 'ville'],
  country: ['country', 'pays'],
  email: ['mail'],
  phone: ['phone', 'tel'],
};

/**
 * How sure a column's field is: chosen by the person, known from an earlier import, or headed by a name that means nothing else
 * is sure; any other likeness is a guess that a person should look at.
 */
export function certainty(
  inspection: Pick<Inspection, 'columns' | 'savedMap'>,
  map: ColumnMap,
  column: number,
  chosen: ReadonlySet<number>,
): Certainty {
  const field = fieldAt(map, column);
  if (field === null) return 'ignored';
  if (chosen.has(column)) return 'sure';
  if (inspection.savedMap && fieldAt(inspection.savedMap, column) === field) return 'sure';
  const head = plain((inspection.columns[column] ?? '').replaceAll('%', ' pct '));
  const text = fieldText(field);
  const same = [field, String(text.fr), String(text.en)].some((name) => plain(name.replaceAll('%', ' pct ')) === head);
  return same || telling[field]?.some((word) => head.includes(word)) ? 'sure' : 'guessed';
}

const MOST_COLUMNS = 60;
/** Columns worth drawing: the first ones, and all that are mapped. */
export const shownColumns = (count: number, map: ColumnMap): number[] => {
  const shown = new Set(Array.from({ length: Math.min(count, MOST_COLUMNS) }, (_, column) => column));
  for (const { column } of map) if (column < count) shown.add(column);
  return [...shown].sort((a, b) => a - b);
};
