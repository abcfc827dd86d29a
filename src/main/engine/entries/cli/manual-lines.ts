/** Invoice lines from the command line: `--line "desc;qty;price"`, or a file of them (JSON or CSV). */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { ManualLine } from '#shared/contract/invoices.ts';
import { parseDecimalInput } from '#shared/format/input.ts';
import { EngineError } from '#shared/model/error.ts';
import type { DecimalText, Language } from '#shared/model/values.ts';
import { UsageError } from './usage.ts';

type Line = z.output<typeof ManualLine>;

const empty: Line = {
  productCode: null,
  description: '',
  quantity: '1',
  unit: null,
  unitPrice: '0',
  discountPercent: null,
  taxClass: null,
  supply: null,
  date: null,
};

/** A number typed either way: `12.5` or `12,5`. Null when it is none. */
const decimal = (text: string, language: Language): DecimalText | null =>
  parseDecimalInput(text, language) ?? parseDecimalInput(text, language === 'fr' ? 'en' : 'fr');

/** `description;quantity;price[;discount][;tax class][;product code]`. Throws a UsageError. */
export function lineFromText(text: string, language: Language): Line {
  const [description = '', quantity = '', price = '', discount = '', taxClass = '', productCode = '', more] = text
    .split(';')
    .map((part) => part.trim());
  const line = ManualLine.safeParse({
    ...empty,
    description,
    quantity: decimal(quantity, language),
    unitPrice: decimal(price, language),
    discountPercent: discount === '' ? null : decimal(discount, language),
    taxClass: taxClass === '' ? null : taxClass,
    productCode: productCode === '' ? null : productCode,
  });
  if (
    !line.success ||
    description === '' ||
    more !== undefined ||
    (discount !== '' && line.data.discountPercent === null)
  ) {
    throw new UsageError('cli_line_unreadable', { line: text });
  }
  return line.data;
}

/** A JSON array of lines (fields of the contract; numbers may be numbers), or a CSV with a row of such field names. */
export function linesFromFile(path: string, language: Language): Line[] {
  const unreadable = (why: string): EngineError => new EngineError('cli_lines_file_unreadable', { path, why });
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : String(error));
  }
  const rows = Row.array()
    .min(1)
    .safeParse(/^\s*[[{]/.test(text) ? fromJson(text, unreadable) : fromCsv(text, unreadable));
  if (!rows.success) throw unreadable(z.prettifyError(rows.error));
  return rows.data.map((row, index) => {
    const number = (value: string | number | null | undefined): DecimalText | null =>
      value === null || value === undefined || value === '' ? null : decimal(String(value), language);
    const line = ManualLine.safeParse({
      ...empty,
      ...Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '' && value !== undefined)),
      quantity: row.quantity === undefined ? '1' : number(row.quantity),
      unitPrice: number(row.unitPrice),
      discountPercent: number(row.discountPercent),
    });
    if (!line.success) throw unreadable(`${index + 1}: ${z.prettifyError(line.error)}`);
    return line.data;
  });
}

const numeric = z.union([z.string(), z.number()]).nullish();
const words = z.string().nullish();
const Row = z.strictObject({
  productCode: words,
  description: z.string(),
  quantity: numeric,
  unit: words,
  unitPrice: numeric,
  discountPercent: numeric,
  taxClass: words,
  supply: words,
  date: words,
});

function fromJson(text: string, unreadable: (why: string) => EngineError): unknown {
  try {
    const content: unknown = JSON.parse(text);
    return Array.isArray(content) ? content : z.object({ lines: z.array(z.unknown()) }).parse(content).lines;
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : String(error));
  }
}

function fromCsv(text: string, unreadable: (why: string) => EngineError): unknown {
  const head = text.slice(0, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n'));
  const delimiter = [';', '\t', ','].find((mark) => head.includes(mark)) ?? ',';
  try {
    return parse(text, { columns: true, delimiter, trim: true, skip_empty_lines: true });
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : String(error));
  }
}
