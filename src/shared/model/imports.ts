/** Foreign files on their way in: what was detected, how columns map, what would happen. */
import { z } from 'zod';
import type { CustomerInput } from './customer.ts';
import type { EngineErrorShape } from './error.ts';
import type { CustomField, CustomValues } from './fields.ts';
import type { RunId } from './ids.ts';
import type { ProductInput } from './product.ts';
import type { CurrencyCode, DecimalText, Instant, IsoDate, Minor, SupplyKind, TaxClass } from './values.ts';

export const ImportKind = z.enum(['customers', 'products', 'lines']);
export type ImportKind = z.infer<typeof ImportKind>;

export const Encoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']);
export const Delimiter = z.enum([',', ';', '\t', '|']);
const DecimalMark = z.enum([',', '.']);
/** Order of day, month, year in dates that are text. */
const DateOrder = z.enum(['ymd', 'dmy', 'mdy']);

/** How to read a file. Null means: detect. After inspection every value is set that applies to the format. */
export const ReadOptions = z.object({
  encoding: Encoding.nullable(),
  delimiter: Delimiter.nullable(),
  quote: z.enum(['"', "'"]).nullable(),
  decimalMark: DecimalMark.nullable(),
  dateOrder: DateOrder.nullable(),
  sheet: z.string().nullable(),
  /** 1-based row that holds the column names; what stands above it is left out. 0: there are no names, columns are letters. */
  headerRow: z.int().min(0).max(1000).nullable(),
  /** 1-based first row of values where it is not the one under the names: a row of units, lines above a table without names. */
  firstRow: z.int().min(1).max(10_000).nullable().optional(),
});
export type ReadOptions = z.infer<typeof ReadOptions>;

/** The fields a column can be mapped to, by kind of import. */
export const importFields = {
  customers: [
    'code',
    'name',
    'kind',
    'address1',
    'address2',
    'address3',
    'postcode',
    'city',
    'region',
    'country',
    'vatNumber',
    'registrationNumber',
    'electronicAddress',
    'email',
    'phone',
    'contactName',
    'language',
    'currency',
    'paymentTermsDays',
    'orderReference',
    'note',
    'tags',
  ],
  products: ['code', 'name', 'supply', 'unit', 'unitPrice', 'currency', 'taxClass', 'note', 'tags'],
  lines: [
    'invoiceReference',
    'customerCode',
    'customerName',
    'customerCountry',
    'date',
    'productCode',
    'description',
    'quantity',
    'unit',
    'unitPrice',
    'discountPercent',
    'currency',
    'taxClass',
    'supply',
    'orderReference',
    'corrects',
    'note',
  ],
} as const satisfies Record<ImportKind, readonly string[]>;

export type ImportField = (typeof importFields)[ImportKind][number];

/** A custom field of the company as a target: `custom:` and its id. */
const CUSTOM = 'custom:';
export type CustomTarget = `custom:${string}`;
export type FieldTarget = ImportField | CustomTarget;
export const customTarget = (id: string): CustomTarget => `${CUSTOM}${id}`;
/** The id of the custom field that a target means; null for every other target. */
export const customFieldOf = (target: string): string | null =>
  target.startsWith(CUSTOM) ? target.slice(CUSTOM.length) : null;

/** A custom field of the company, as reading needs it. */
export type IntakeField = Pick<CustomField, 'id' | 'name' | 'kind' | 'options'>;

/** Column index (0-based) → field. A column not named is ignored. A field is used once at most. */
export const ColumnMap = z.array(z.object({ column: z.int().min(0).max(2000), field: z.string().max(100) })).max(200);
export type ColumnMap = z.infer<typeof ColumnMap>;

/** One value for all rows, for fields that no column holds: `currency` = EUR. */
export const ColumnConstants = z
  .array(z.object({ field: z.string().max(100), value: z.string().trim().min(1).max(500) }))
  .max(50);
export type ColumnConstants = z.infer<typeof ColumnConstants>;

/** What a detection rests on; the words are in messages/ui/imports-detection.ts. */
export type DetectionReason =
  /** A person said so. */
  | 'asked'
  /** A byte order mark, or where the zero bytes stand. */
  | 'marks'
  | 'valid_utf8'
  | 'not_utf8'
  /** Excel's `sep=;` in the first line. */
  | 'declared'
  /** `count` of `of` records have the same number of fields. */
  | 'even'
  /** `count` of `of` values can be read in this way only; `example` is one of them. */
  | 'votes'
  /** Values of both kinds: `count` for, `against` against. */
  | 'mixed'
  /** No value tells; it is what such files usually are. */
  | 'habit'
  /** `count` names in the row are known. */
  | 'names'
  | 'first_text'
  /** The first row reads like the values under it. */
  | 'no_names'
  | 'first_sheet'
  | 'only_sheet';
export interface Detection {
  by: DetectionReason;
  count?: number;
  of?: number;
  against?: number;
  example?: string;
}
export type DetectedOption = 'encoding' | 'delimiter' | 'decimalMark' | 'dateOrder' | 'sheet' | 'headerRow';

/** A column's guessed field and how far to trust it. */
export interface ColumnGuess {
  column: number;
  field: string;
  /** `sure`: the name means this field and no other, and the values fit. `likely`: worth a look. */
  confidence: 'sure' | 'likely';
  /** Why not sure: the name also means another field; the values fit in part only; there are none. */
  doubt: 'name' | 'values' | 'empty' | null;
  /** Of so many values ... so many fit; null where any text would. */
  fit: { count: number; of: number } | null;
}

export interface SavedMap {
  kind: ImportKind;
  shape: string;
  /** Empty for one that was remembered without a name. */
  name: string;
  /** Names of the columns that it was made for; empty where it is too old to say. */
  columns: string[];
  map: ColumnMap;
  constants: ColumnConstants;
  at: Instant;
}

/** The formats that are read. */
export type TableFormat = 'csv' | 'xlsx' | 'xls' | 'ods';

export interface Inspection {
  fileName: string;
  sha256: string;
  bytes: number;
  format: TableFormat;
  /** Every value decided: detected or as asked. Null only where the format has no such thing. */
  options: ReadOptions;
  /** Why, for each option that was decided. */
  reasons: Partial<Record<DetectedOption, Detection>>;
  /** True when both day-first and month-first fit every date seen: a person should choose. */
  dateOrderAmbiguous: boolean;
  sheets: string[];
  /** Names of the columns as they stand in the header row; an empty name becomes its letter. */
  columns: string[];
  /** Columns that a file of rejected rows had added (row, column, reason): they are never taken. */
  addedColumns: number[];
  /** First rows under the header, as text, with their 1-based row numbers. */
  sample: { row: number; cells: string[] }[];
  /** Rows under the header, when known without reading the whole file. */
  rowEstimate: number | null;
  guessedMap: ColumnMap;
  /** The same with the reasons. */
  guesses: ColumnGuess[];
  /** What the columns look most like, whichever kind was asked for. */
  likelyKind: ImportKind;
  /** Hash of the normalised column names: a map is saved per shape. */
  shape: string;
  /** The map saved for this shape, if any. */
  savedMap: ColumnMap | null;
  /** Its name and constants. */
  saved: SavedMap | null;
}

/** Why one row, or one value in it, was not taken. Text from the catalogue by `error.code`. */
export interface Rejection {
  sheet: string | null;
  /** 1-based, as the spreadsheet shows it. */
  row: number;
  column: string | null;
  value: string | null;
  error: EngineErrorShape;
  /** The whole row as text, for a file of rejected rows to mend. */
  cells?: string[];
  /** Which of them were no text in a spreadsheet: one letter a cell, `n` number, `d` date, `t` anything else. */
  types?: string;
  /** Line of the text file, where values with line ends inside make it another number than the row. */
  line?: number;
}

/** What the office added to a record: only what the file says. Tags are added to those that are there. */
export interface RecordExtras {
  custom?: CustomValues;
  tags?: string[];
}
/** A customer as a file gives it: only mapped fields are present. */
export type CustomerRecord = Partial<CustomerInput> & RecordExtras & { code: string };
export type ProductRecord = Partial<ProductInput> & RecordExtras & { code: string };

/** A line to bill as a file gives it. */
export interface LineRecord {
  invoiceReference: string | null;
  customerCode: string | null;
  customerName: string | null;
  customerCountry: string | null;
  date: IsoDate | null;
  productCode: string | null;
  description: string | null;
  quantity: DecimalText;
  unit: string | null;
  unitPrice: DecimalText | null;
  discountPercent: DecimalText | null;
  currency: CurrencyCode | null;
  taxClass: TaxClass | null;
  supply: SupplyKind | null;
  orderReference: string | null;
  /** Number or reference of the invoice that this line corrects. */
  corrects: string | null;
  note: string | null;
}

/**
 * What the intake worker hands over, one JSON object a line in the staging file.
 * `key`: for lines sha256 of (document, content, occurrence): the same row of the same document again has the next
 * occurrence, so genuine twins stay and importing the file again changes nothing. For customers and products the code.
 */
export type StagedRecord =
  | { t: 'customers'; row: number; sheet: string | null; key: string; record: CustomerRecord }
  | { t: 'products'; row: number; sheet: string | null; key: string; record: ProductRecord }
  | { t: 'lines'; row: number; sheet: string | null; key: string; record: LineRecord }
  | { t: 'reject'; rejection: Rejection };

export interface LeftFromOther {
  count: number;
  /** The imported file that brought most of them, and when. */
  file: string;
  at: Instant;
  /** How many imported files brought them. */
  files: number;
}

/** What an import would do, or did. For lines the amounts are quantity x price by currency, where a price is there. */
export interface ImportOutcome {
  kind: ImportKind;
  fileName: string;
  /** All rows read: the sum of `create`, `update`, `leave` and `reject`. */
  rows: number;
  create: number;
  update: number;
  /** Already there as they are, or said twice word for word in the file. */
  leave: number;
  /**
   * Part of `leave`: lines that another imported file has already brought word for word. Without a reference or a date in
   * them that may be another month's sale, which `takeRepeated` takes. Null where there are none.
   */
  leaveFromOther: LeftFromOther | null;
  reject: number;
  /** Customers (or products) that a line import creates because the file names them and the company has none. */
  createdCustomers: number;
  createdProducts: number;
  /** Lines taken in but held, because they name no customer. Part of `create`. */
  held: number;
  amounts: { currency: CurrencyCode; create: Minor; held: Minor }[];
  /** The first 500; all of them are in `rejectionsPath`. */
  rejections: Rejection[];
}

/** What taking an import back would do to records of one kind. */
export interface UndoneRecords {
  /** Made by the import and unused since: they go. */
  removed: number;
  /** Made by the import, but used or changed since: they stay. */
  kept: number;
  /** Changed by the import and untouched since: they read as before. */
  restored: number;
  /** Changed by the import and again since: they stay as they are. */
  changedSince: number;
}

export interface ImportUndo {
  kind: ImportKind;
  fileName: string;
  at: Instant;
  /** Lines that go. */
  lines: number;
  /** Lines of it that stand in a draft or an invoice; the import is then not taken back. */
  linesInUse: number;
  /** Where they stand, most lines first. `id` null: an invoice without a run. */
  runs: { id: RunId | null; name: string; lines: number }[];
  customers: UndoneRecords;
  products: UndoneRecords;
  /** False for an import older than this record-keeping: customers and products that it made or changed are not known. */
  recorded: boolean;
}
