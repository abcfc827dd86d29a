/** Foreign files on their way in: what was detected, how columns map, what would happen. */
import { z } from 'zod';
import type { CustomerInput } from './customer.ts';
import type { EngineErrorShape } from './error.ts';
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
  /** 1-based row that holds the column names. */
  headerRow: z.int().min(1).max(1000).nullable(),
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
  ],
  products: ['code', 'name', 'supply', 'unit', 'unitPrice', 'currency', 'taxClass', 'note'],
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

/** Column index (0-based) → field. A column not named is ignored. A field is used once at most. */
export const ColumnMap = z.array(z.object({ column: z.int().min(0).max(2000), field: z.string() })).max(200);
export type ColumnMap = z.infer<typeof ColumnMap>;

export interface Inspection {
  fileName: string;
  sha256: string;
  bytes: number;
  format: 'csv' | 'xlsx';
  /** Every value decided: detected or as asked. Null only where the format has no such thing. */
  options: ReadOptions;
  /** True when both day-first and month-first fit every date seen: a person should choose. */
  dateOrderAmbiguous: boolean;
  sheets: string[];
  /** Names of the columns as they stand in the header row; an empty name becomes its letter. */
  columns: string[];
  /** First rows under the header, as text, with their 1-based row numbers. */
  sample: { row: number; cells: string[] }[];
  /** Rows under the header, when known without reading the whole file. */
  rowEstimate: number | null;
  guessedMap: ColumnMap;
  /** Hash of the normalised column names: a map is saved per shape. */
  shape: string;
  /** The map saved for this shape, if any. */
  savedMap: ColumnMap | null;
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
  /** Line of the text file, where values with line ends inside make it another number than the row. */
  line?: number;
}

/** A customer as a file gives it: only mapped fields are present. */
export type CustomerRecord = Partial<CustomerInput> & { code: string };
export type ProductRecord = Partial<ProductInput> & { code: string };

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
