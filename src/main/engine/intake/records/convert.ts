/** A row of a table into a record of the kind asked for, or the first problem in it and the column it stands in. */
import { meansNoCountry } from '#engine/domain/text/country.ts';
import type {
  ColumnMap,
  CustomerRecord,
  ImportField,
  ImportKind,
  LineRecord,
  ProductRecord,
} from '#shared/model/imports.ts';
import { Problem } from '../problem.ts';
import { type Cell, isBlank } from '../row.ts';
import { parseCurrency } from '../values/currency.ts';
import { parseCustomerKind, parseLanguage, parseSupply, parseTaxClass } from '../values/words.ts';
import {
  knownCountry,
  type Manner,
  readAmount,
  readCode,
  readCountry,
  readCurrency,
  readDate,
  readDays,
  readDecimal,
  readPercent,
  readText,
  readWord,
} from './fields.ts';

/** A problem with the field it belongs to. */
export class FieldProblem {
  readonly field: ImportField;
  readonly problem: Problem;

  constructor(field: ImportField, problem: Problem) {
    this.field = field;
    this.problem = problem;
  }
}

/** Gives the cell of a field; says whether the field is mapped. */
export class RowView {
  readonly #columns: ReadonlyMap<string, number>;
  #cells: readonly Cell[] = [];
  /** The first problem met since the last {@link load}. */
  problem: FieldProblem | null = null;

  constructor(map: ColumnMap) {
    this.#columns = new Map(map.map(({ column, field }) => [field, column]));
  }

  load(cells: readonly Cell[]): void {
    this.#cells = cells;
    this.problem = null;
  }

  has(field: ImportField): boolean {
    return this.#columns.has(field);
  }

  columnOf(field: ImportField): number | undefined {
    return this.#columns.get(field);
  }

  cell(field: ImportField): Cell | undefined {
    const column = this.#columns.get(field);
    return column === undefined ? undefined : this.#cells[column];
  }

  /** The value read from a field; null where blank or wrong, the problem being kept. */
  take<T>(field: ImportField, read: (cell: Cell | undefined) => T | null | Problem): T | null {
    const result = read(this.cell(field));
    if (!(result instanceof Problem)) return result;
    this.problem ??= new FieldProblem(field, result);
    return null;
  }

  /** As {@link take}; a blank cell is a problem too. */
  must<T>(field: ImportField, read: (cell: Cell | undefined) => T | null | Problem): T | null {
    const blank = isBlank(this.cell(field));
    if (blank) this.problem ??= new FieldProblem(field, new Problem('value_required'));
    return blank ? null : this.take(field, read);
  }
}

const text = (max: number) => (cell: Cell | undefined) => readText(cell, max);
const code = (max: number) => (cell: Cell | undefined) => readCode(cell, max);
const short = text(200);
const shortCode = code(200);
const note = text(2000);
const language = (cell: Cell | undefined) => readWord(cell, parseLanguage, 'language_unknown');
const supply = (cell: Cell | undefined) => readWord(cell, parseSupply, 'supply_unknown');
const taxClass = (cell: Cell | undefined) => readWord(cell, parseTaxClass, 'tax_class_unknown');
const customerKind = (cell: Cell | undefined) => readWord(cell, parseCustomerKind, 'customer_kind_unknown');
/**
 * A country of a line is only a hint for the customer's: what is not recognised stays as it was written, and what says
 * that there is none ("Unspecified") is none.
 */
const looseCountry = (cell: Cell | undefined) => {
  const given = readText(cell, 200);
  if (given === null || given instanceof Problem) return given;
  return knownCountry(given) ?? (meansNoCountry(given) ? null : given);
};

/** Quantity is the one thing without which there is no line; who pays, how much and what for, a person can add. */
export function toLine(row: RowView, manner: Manner): LineRecord | FieldProblem {
  const price = row.take('unitPrice', (cell) => readAmount(cell, manner));
  const record: LineRecord = {
    invoiceReference: row.take('invoiceReference', code(100)),
    customerCode: row.take('customerCode', code(60)),
    customerName: row.take('customerName', short),
    customerCountry: row.take('customerCountry', looseCountry),
    date: row.take('date', (cell) => readDate(cell, manner)),
    productCode: row.take('productCode', code(60)),
    description: row.take('description', note),
    quantity: row.must('quantity', (cell) => readDecimal(cell, manner)) ?? '0',
    unit: row.take('unit', text(30)),
    unitPrice: price?.value ?? null,
    discountPercent: row.take('discountPercent', (cell) => readPercent(cell, manner)),
    currency: row.take('currency', (cell) => readCurrency(cell, manner)),
    taxClass: row.take('taxClass', taxClass),
    supply: row.take('supply', supply),
    orderReference: row.take('orderReference', shortCode),
    corrects: row.take('corrects', code(100)),
    note: row.take('note', note),
  };
  if (price?.currency) {
    const beside = parseCurrency(price.currency, record.currency ?? manner.currency);
    if (record.currency === null) record.currency = beside;
    else if (beside !== record.currency) {
      row.problem ??= new FieldProblem('unitPrice', new Problem('currency_conflict', { currency: record.currency }));
    }
  }
  return row.problem ?? record;
}

/** Puts a field into a record where its cell holds something. */
function give<R, F extends keyof R & ImportField>(
  row: RowView,
  record: R,
  field: F,
  read: (cell: Cell | undefined) => NonNullable<R[F]> | null | Problem,
): void {
  const given = row.take(field, read);
  if (given !== null) record[field] = given;
}

/**
 * A blank cell says nothing: its field stays absent from the record, so that a known customer keeps its value and a new one
 * gets the default. The lines of an address are one value: one that is given replaces them all.
 */
export function toCustomer(row: RowView, manner: Manner): CustomerRecord | FieldProblem {
  const record: CustomerRecord = { code: row.must('code', code(60)) ?? '' };
  give(row, record, 'name', short);
  give(row, record, 'kind', customerKind);
  const address = (['address1', 'address2', 'address3'] as const).filter((field) => row.has(field));
  // A cell with several lines gives several lines of address.
  const lines = address.flatMap((field) => row.take(field, text(600))?.split('\n') ?? []);
  const kept = lines.map((line) => line.trim()).filter((line) => line !== '');
  const first = address[0];
  if (first && (kept.length > 4 || kept.some((line) => line.length > 200))) {
    row.problem ??= new FieldProblem(first, new Problem('address_too_long'));
  }
  if (kept.length > 0) record.addressLines = kept;
  give(row, record, 'postcode', shortCode);
  give(row, record, 'city', short);
  give(row, record, 'region', short);
  give(row, record, 'country', readCountry);
  give(row, record, 'vatNumber', shortCode);
  give(row, record, 'registrationNumber', shortCode);
  give(row, record, 'electronicAddress', shortCode);
  give(row, record, 'email', short);
  give(row, record, 'phone', shortCode);
  give(row, record, 'contactName', short);
  give(row, record, 'language', language);
  give(row, record, 'currency', (cell) => readCurrency(cell, manner));
  give(row, record, 'paymentTermsDays', readDays);
  give(row, record, 'orderReference', shortCode);
  give(row, record, 'note', note);
  return row.problem ?? record;
}

/** A blank cell leaves its field absent, as in {@link toCustomer}; a new product without a name is named by its code. */
export function toProduct(row: RowView, manner: Manner): ProductRecord | FieldProblem {
  const record: ProductRecord = { code: row.must('code', code(60)) ?? '' };
  give(row, record, 'name', text(300));
  give(row, record, 'supply', supply);
  give(row, record, 'unit', text(30));
  const price = row.take('unitPrice', (cell) => readAmount(cell, manner));
  if (price) record.unitPrice = price.value;
  give(row, record, 'currency', (cell) => readCurrency(cell, manner));
  if (price?.currency) {
    const beside = parseCurrency(price.currency, record.currency ?? manner.currency);
    if (!record.currency) record.currency = beside;
    else if (beside !== record.currency) {
      row.problem ??= new FieldProblem('unitPrice', new Problem('currency_conflict', { currency: record.currency }));
    }
  }
  give(row, record, 'taxClass', taxClass);
  give(row, record, 'note', note);
  return row.problem ?? record;
}

/** The field without which a kind of record makes no sense. */
export const requiredField: Record<ImportKind, ImportField> = {
  customers: 'code',
  products: 'code',
  lines: 'quantity',
};
