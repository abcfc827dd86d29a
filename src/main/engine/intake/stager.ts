/** A row of a table as its line of the staging file: a record, or the reason why there is none. */
import { EngineError } from '#shared/model/error.ts';
import {
  type ColumnConstants,
  type ColumnMap,
  type CustomerRecord,
  customFieldOf,
  type FieldTarget,
  type ImportKind,
  type IntakeField,
  importFields,
  type LineRecord,
  type ProductRecord,
  type Rejection,
  type StagedRecord,
} from '#shared/model/imports.ts';
import { addedColumns, asItWas } from './columns/header.ts';
import { KEPT_CELL, MAX_COLUMNS, SHOWN_VALUE } from './limits.ts';
import { Problem } from './problem.ts';
import { FieldProblem, RowView, requiredField, toCustomer, toLine, toProduct } from './records/convert.ts';
import type { Manner } from './records/fields.ts';
import { LineKeys, SeenCodes } from './records/keys.ts';
import { type Cell, columnLetter, isBlank, type SourceRow, shown } from './row.ts';
import { totalColumn } from './total.ts';

export interface StagerTask {
  kind: ImportKind;
  map: ColumnMap;
  constants: Readonly<ColumnConstants>;
  /** The custom fields that columns may be mapped to. */
  custom: readonly IntakeField[];
}
export interface StagerContext {
  /** Names of the columns. Without a row of names they are letters, and more are added as rows get wider. */
  columns: string[];
  named: boolean;
  sheet: string | null;
  manner: Manner;
  file: string;
}
export interface StageCounts {
  rows: number;
  records: number;
  rejected: number;
  repeated: number;
  empty: number;
}

type Read =
  | { t: 'lines'; record: LineRecord }
  | { t: 'customers'; record: CustomerRecord }
  | { t: 'products'; record: ProductRecord };

/** Reads rows one by one. Throws what {@link checkMap} throws. */
export class RowReader {
  readonly #task: StagerTask;
  readonly #context: StagerContext;
  readonly #view: RowView;
  readonly #telling: readonly number[];
  /** A file of rejected rows on its way back. */
  readonly #mended: boolean;

  constructor(task: StagerTask, context: StagerContext) {
    checkMap(task, context);
    this.#task = task;
    this.#context = context;
    this.#view = new RowView(task.map, task.constants);
    this.#mended = context.named && addedColumns(context.columns).length > 0;
    this.#telling = TELLING.flatMap((field) => this.#view.columnOf(field) ?? []);
  }

  /** The record that a row gives, or everything that is wrong with it, the first problem first. */
  read(row: SourceRow): Read | Rejection[] {
    const { kind, custom } = this.#task;
    const { columns, named, manner } = this.#context;
    if (!named) this.#widen(row);
    if (this.#mended) row.cells = row.cells.map(asItWas);
    const extra = row.cells.findIndex((cell, column) => column >= columns.length && !isBlank(cell) && !isEcho(cell));
    if (extra >= 0) {
      const params = { value: shown(row.cells[extra]), count: row.cells.length, max: columns.length };
      return [this.rejection(row, new Problem('row_too_long', params), null, null)];
    }
    const total = kind === 'lines' ? totalColumn(row.cells, this.#telling) : null;
    if (total !== null) return [this.rejection(row, new Problem('row_is_total'), null, total)];
    const view = this.#view;
    view.load(row.cells);
    const record =
      kind === 'lines'
        ? toLine(view, manner)
        : kind === 'customers'
          ? toCustomer(view, manner, custom)
          : toProduct(view, manner, custom);
    if (record instanceof FieldProblem) {
      return view.problems.map(({ field, problem }) => this.#reject(row, problem, field));
    }
    // Which of them it is follows from the kind, as it did three lines above.
    return { t: kind, record } as Read;
  }

  /** The row of a code that stood before with other content. */
  repeated(row: SourceRow, firstRow: number): Rejection {
    return this.#reject(row, new Problem('code_repeated', { first: firstRow }), 'code');
  }

  #reject(row: SourceRow, problem: Problem, field: FieldTarget): Rejection {
    return this.rejection(row, problem, field, this.#view.columnOf(field) ?? null);
  }

  rejection(row: SourceRow, problem: Problem, field: FieldTarget | null, column: number | null): Rejection {
    const { columns, sheet, file } = this.#context;
    const constant = this.#task.constants.find((one) => one.field === field);
    const name = column === null ? null : (columns[column] ?? null);
    const value = column === null ? (constant?.value ?? null) : shown(row.cells[column]).slice(0, SHOWN_VALUE);
    const said = problem.params['value'];
    const params = {
      ...problem.params,
      row: row.row,
      ...(name === null ? {} : { column: name }),
      ...(value === null && said === undefined ? {} : { value: String(said ?? value).slice(0, SHOWN_VALUE) }),
    };
    return {
      sheet,
      row: row.row,
      column: name ?? (constant === undefined ? null : constant.field),
      value,
      error: {
        code: problem.code,
        params,
        place: {
          file,
          row: row.row,
          ...(sheet === null ? {} : { sheet }),
          ...(name === null ? {} : { column: name }),
          ...(field === null ? {} : { field }),
        },
      },
      cells: row.cells.map(kept),
      ...(sheet === null ? {} : { types: row.cells.map(typeLetter).join('') }),
      ...(row.line === row.row ? {} : { line: row.line }),
    };
  }

  #widen({ cells, row }: SourceRow): void {
    const { columns, file } = this.#context;
    let width = cells.length;
    while (width > columns.length && isBlank(cells[width - 1])) width -= 1;
    if (width > MAX_COLUMNS) {
      const params = { file, count: width, max: MAX_COLUMNS };
      throw new EngineError('too_many_columns', params, { place: { file, row } });
    }
    for (let column = columns.length; column < width; column += 1) columns.push(columnLetter(column));
  }
}

/** Fields that say whose line it is: with one of them a row is no total. */
const TELLING = ['customerCode', 'customerName', 'invoiceReference', 'productCode', 'date'] as const;

/** The repeated value of a merged area is no value of its own. */
const isEcho = (cell: Cell): boolean => typeof cell !== 'string' && cell.is === 'merged';
const kept = (cell: Cell): string => shown(cell).slice(0, KEPT_CELL);

/** What a cell of a spreadsheet is to be written as again: see {@link Rejection.types}. */
export const typeLetter = (cell: Cell): 'n' | 'd' | 't' =>
  typeof cell === 'string'
    ? 't'
    : cell.is === 'date'
      ? 'd'
      : cell.is === 'number' && cell.padded === null && !cell.percent
        ? 'n'
        : cell.is === 'merged'
          ? typeLetter(cell.of)
          : 't';

/** Turns a row into its staged record; null where it gives none (empty, or said before word for word). Counts. */
export function stager(
  task: StagerTask,
  context: StagerContext,
  counts: StageCounts,
): (row: SourceRow) => StagedRecord | null {
  const reader = new RowReader(task, context);
  const keys = new LineKeys();
  const codes = new SeenCodes();
  const reject = (rejection: Rejection): StagedRecord => {
    counts.rejected += 1;
    return { t: 'reject', rejection };
  };
  return (row) => {
    if (row.cells.every(isBlank)) {
      counts.empty += 1;
      return null;
    }
    counts.rows += 1;
    const found = reader.read(row);
    if (Array.isArray(found)) {
      const [first] = found;
      return first === undefined ? null : reject(first);
    }
    const at = { row: row.row, sheet: context.sheet };
    if (found.t === 'lines') {
      counts.records += 1;
      return { ...at, ...found, key: keys.of(found.record) };
    }
    const met = codes.meet(found.record.code, found.record, row.row);
    if (met === 'same') {
      counts.repeated += 1;
      return null;
    }
    if (met !== 'new') return reject(reader.repeated(row, met.firstRow));
    counts.records += 1;
    return { ...at, ...found, key: found.record.code };
  };
}

/**
 * Every field known and once, from a column that is there or from one value, and the field without which nothing can be made.
 * Throws `map_invalid`, `map_without_quantity`, `map_without_code`.
 */
function checkMap({ map, constants, kind, custom }: StagerTask, { columns, named, file }: StagerContext): void {
  const known: readonly string[] = importFields[kind];
  const ids = new Set<string>(custom.map(({ id }) => id));
  const isKnown = (field: string): boolean => known.includes(field) || ids.has(customFieldOf(field) ?? '');
  const fields = [...map, ...constants].map(({ field }) => field);
  const used = new Set(map.map(({ column }) => column));
  const outside = named && map.some(({ column }) => column >= columns.length);
  if (outside || !fields.every(isKnown) || new Set(fields).size < fields.length || used.size < map.length) {
    throw new EngineError('map_invalid', { file, count: columns.length }, { place: { file } });
  }
  const required = requiredField[kind];
  if (map.some(({ field }) => field === required)) return;
  const code = required === 'quantity' ? 'map_without_quantity' : 'map_without_code';
  throw new EngineError(code, { file }, { place: { file, field: required } });
}
