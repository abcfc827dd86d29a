/** The accountant's workbook: invoices, lines, tax summary with a control, customers. Credit notes are negative. */
import { fill, type Text } from '#shared/messages/catalogue.ts';
import { workbookTexts as texts } from '#shared/messages/workbook.ts';
import { EngineError } from '#shared/model/error.ts';
import type { Language } from '#shared/model/values.ts';
import { type WrittenFile, writeOutputFile } from '../output-file.ts';
import { Book } from './book.ts';
import { amount, type Cell, count, text } from './cells.ts';
import { type Column, customerColumns, invoiceColumns, lineColumns, taxColumns } from './columns.ts';
import { workbookBytes } from './finish.ts';
import type { WorkbookRow } from './rows.ts';

export interface WorkbookInput {
  language: Language;
  /** Title in the file's properties. */
  title: string;
  /** The company, as author in the file's properties. */
  author: string;
  /** When the workbook is made: the only instant in it. */
  createdAt: Date;
  /** In any order; a customer that comes again is taken once. */
  rows: Iterable<WorkbookRow> | AsyncIterable<WorkbookRow>;
}

export interface WorkbookOptions {
  fsync: boolean;
  onProgress?: (done: number, total: number | null) => void;
  /** Int32 at 0: 1 asks to stop. */
  cancel?: Int32Array | null;
}

export interface WorkbookResult extends WrittenFile {
  invoices: number;
  lines: number;
  customers: number;
  /** Whether lines, tax bases and taxes add up to the invoices, in every currency. */
  balanced: boolean;
}

/** Rows of a sheet in Excel, less the head and room for totals. */
const MOST_ROWS = 1_048_000;

/** A sheet: head, rows to filter, an empty row, then what is said below. */
function sheet(language: Language, columns: readonly Column[], rows: Cell[][], below: Cell[][]): object {
  const head = columns.map(({ head: of }) => text(fill(of, language)));
  const data = [head, ...rows, ...(below.length === 0 ? [] : [[], ...below])];
  const last = lastColumn(columns.length);
  return {
    '!data': data.map((cells) => cells.map((cell) => cell ?? undefined)),
    '!ref': `A1:${last}${data.length}`,
    '!autofilter': { ref: `A1:${last}${Math.max(2, rows.length + 1)}` },
    '!cols': columns.map(({ width }) => ({ wch: width })),
  };
}

const lastColumn = (columns: number): string => String.fromCharCode(64 + columns);

function totalRow(language: Language, columns: number, values: Record<number, Cell>): Cell[] {
  return Array.from({ length: columns }, (_, index) =>
    index === 0 ? text(fill(texts.total, language)) : (values[index] ?? null),
  );
}

/**
 * Writes the workbook. Fails with `workbook_too_large`, `document_write_failed`, `cancelled`. Totals are sums of the same
 * integers that the cells show; a row a currency, since amounts of two currencies have no sum.
 */
export async function writeWorkbook(
  input: WorkbookInput,
  outPath: string,
  options: WorkbookOptions,
): Promise<WorkbookResult> {
  const { language } = input;
  const book = new Book(language);
  let done = 0;
  for await (const row of input.rows) {
    book.add(row);
    done += 1;
    if (book.lines.length > MOST_ROWS)
      throw new EngineError('workbook_too_large', { count: book.lines.length, limit: MOST_ROWS });
    if (done % 1000 !== 0) continue;
    options.onProgress?.(done, null);
    if (options.cancel != null && Atomics.load(options.cancel, 0) !== 0) throw new EngineError('cancelled');
  }
  const customers = book.customerRows();
  const { totals } = book;
  const named = (of: Text): string => fill(of, language);
  const sheets: [string, object][] = [
    [
      named(texts.sheetInvoices),
      sheet(
        language,
        invoiceColumns,
        book.invoices,
        totals.map(([currency, s]) =>
          totalRow(language, invoiceColumns.length, {
            11: text(currency),
            12: amount(s.net, s.digits),
            13: amount(s.tax, s.digits),
            14: amount(s.gross, s.digits),
            15: amount(s.payable, s.digits),
          }),
        ),
      ),
    ],
    [
      named(texts.sheetLines),
      sheet(
        language,
        lineColumns,
        book.lines,
        totals.map(([currency, s]) =>
          totalRow(language, lineColumns.length, { 13: text(currency), 14: amount(s.lines, s.digits) }),
        ),
      ),
    ],
    [
      named(texts.sheetTaxes),
      sheet(language, taxColumns, book.taxRows(), [
        ...totals.map(([currency, s]) =>
          totalRow(language, taxColumns.length, {
            2: text(currency),
            4: amount(s.taxBase, s.digits),
            5: amount(s.taxRows, s.digits),
          }),
        ),
        [],
        ...book.controlRows(),
      ]),
    ],
    [
      named(texts.sheetCustomers),
      sheet(
        language,
        customerColumns,
        customers,
        totals.map(([currency, s]) =>
          totalRow(language, customerColumns.length, {
            8: count(s.documents),
            9: text(currency),
            10: amount(s.net, s.digits),
            11: amount(s.tax, s.digits),
            12: amount(s.gross, s.digits),
          }),
        ),
      ),
    ],
  ];
  const bytes = workbookBytes({
    SheetNames: sheets.map(([name]) => name),
    Sheets: Object.fromEntries(sheets),
    Props: { Title: input.title, Author: input.author, CreatedDate: input.createdAt },
  });
  const file = await writeOutputFile(outPath, bytes, options.fsync);
  return {
    ...file,
    invoices: book.invoices.length,
    lines: book.lines.length,
    customers: customers.length,
    balanced: book.balanced,
  };
}
