/** One cell read as one kind of value. Every reader gives the value, null for a blank cell, or the problem with it. */
import { meansNoCountry, parseCountry } from '#engine/domain/text/country.ts';
import type { CountryCode, CurrencyCode, DecimalText, IsoDate } from '#shared/model/values.ts';
import { Problem } from '../problem.ts';
import { type Cell, isBlank, shown } from '../row.ts';
import { cleanText, parseCode, parseNumericCode } from '../values/code.ts';
import { parseCurrency } from '../values/currency.ts';
import { type Order, parseDate } from '../values/date.ts';
import { type Amount, type Mark, parseAmount, plainDecimal } from '../values/number.ts';
import { fold } from '../values/words.ts';

/** How the file writes numbers and dates, and the company's currency, which decides what '$' means. */
export interface Manner {
  mark: Mark;
  order: Order;
  currency: CurrencyCode;
}

/** A cell that holds a value: no error of the spreadsheet, no formula without a value. Null where blank. */
function value(cell: Cell | undefined): Exclude<Cell, { is: 'merged' | 'error' | 'formula' }> | null | Problem {
  if (cell === undefined || isBlank(cell)) return null;
  if (typeof cell === 'string') return cell;
  if (cell.is === 'merged') return value(cell.of);
  if (cell.is === 'error') return new Problem('cell_error', { value: cell.text });
  if (cell.is === 'formula') return new Problem('formula_without_value');
  return cell;
}

/** The same for numbers: one number over several merged rows would be counted once for each. */
function single(cell: Cell | undefined): ReturnType<typeof value> {
  if (cell !== undefined && typeof cell !== 'string' && cell.is === 'merged') {
    return new Problem('cell_merged', { value: shown(cell) });
  }
  return value(cell);
}

export function readText(cell: Cell | undefined, max: number): string | null | Problem {
  const given = value(cell);
  if (given === null || given instanceof Problem) return given;
  const text = cleanText(shown(given));
  if (text.length > max) return new Problem('text_too_long', { max, length: text.length });
  return text === '' ? null : text;
}

export function readCode(cell: Cell | undefined, max: number): string | null | Problem {
  const given = value(cell);
  if (given === null || given instanceof Problem) return given;
  const code =
    typeof given !== 'string' && given.is === 'number' && given.padded === null && !given.percent
      ? parseNumericCode(given.text)
      : parseCode(shown(given));
  if (code instanceof Problem) return code;
  if (code.length > max) return new Problem('text_too_long', { max, length: code.length });
  return code === '' ? null : code;
}

/** A number with the currency that stands in the same cell, if any. */
export function readAmount(cell: Cell | undefined, manner: Manner): Amount | null | Problem {
  const given = single(cell);
  if (given === null || given instanceof Problem) return given;
  if (typeof given === 'string') return parseAmount(cleanText(given), manner.mark);
  if (given.is === 'number') {
    const whole = given.text.replace('-', '').split('.')[0] ?? '';
    return whole.length > 18 ? new Problem('number_too_large') : { value: given.text, currency: null };
  }
  return new Problem(given.is === 'date' ? 'number_is_date' : 'number_unreadable');
}

export function readDecimal(cell: Cell | undefined, manner: Manner): DecimalText | null | Problem {
  const amount = readAmount(cell, manner);
  return amount === null || amount instanceof Problem ? amount : amount.value;
}

/** Without a percent sign at its end. No regular expression: a cell of 80,000 blanks would make one try each of them. */
function withoutSign(text: string): string {
  const end = text.trimEnd();
  return end.endsWith('%') ? end.slice(0, -1).trimEnd() : end;
}

/** A percentage from 0 to 100: '10', '10 %', or a cell formatted as one. */
export function readPercent(cell: Cell | undefined, manner: Manner): DecimalText | null | Problem {
  const plain =
    typeof cell === 'string'
      ? withoutSign(cell)
      : cell?.is === 'number' && cell.percent
        ? { ...cell, text: plainDecimal(`${cell.text}e2`) }
        : cell;
  const percent = readDecimal(plain, manner);
  if (percent === null || percent instanceof Problem) return percent;
  return percent.startsWith('-') || Number(percent) > 100 ? new Problem('percent_range') : percent;
}

export function readDate(cell: Cell | undefined, manner: Manner): IsoDate | null | Problem {
  const given = value(cell);
  if (given === null || given instanceof Problem) return given;
  if (typeof given === 'string') return parseDate(cleanText(given), manner.order);
  if (given.is === 'date') return given.iso;
  // 20260930 as a number is a way of writing a date; 46295 is a serial number whose meaning the file does not say.
  return parseDate(shown(given), manner.order);
}

export function readCurrency(cell: Cell | undefined, manner: Manner): CurrencyCode | null | Problem {
  const text = readText(cell, 40);
  if (text === null || text instanceof Problem) return text;
  return parseCurrency(text, manner.currency) ?? new Problem('currency_not_read');
}

export function readCountry(cell: Cell | undefined): CountryCode | null | Problem {
  const text = readText(cell, 200);
  if (text === null || text instanceof Problem) return text;
  return knownCountry(text) ?? (meansNoCountry(text) ? null : new Problem('country_unknown'));
}

const countries = new Map<string, CountryCode | null>();

/** parseCountry, remembering its answers: a file says the same few names 100,000 times. Bounded. */
export function knownCountry(text: string): CountryCode | null {
  const known = countries.get(text);
  if (known !== undefined) return known;
  const country = parseCountry(text);
  if (countries.size >= 1000) countries.clear();
  countries.set(text, country);
  return country;
}

/** A value of a closed list, by its words. */
export function readWord<T>(
  cell: Cell | undefined,
  parse: (text: string) => T | null,
  code: string,
): T | null | Problem {
  const text = readText(cell, 200);
  if (text === null || text instanceof Problem) return text;
  return parse(text) ?? new Problem(code);
}

/** '30', '30 jours', 'net 30', 'comptant', 'due on receipt'. Ends of months and the like are no number of days. */
export function readDays(cell: Cell | undefined): number | null | Problem {
  const text = readText(cell, 60);
  if (text === null || text instanceof Problem) return text;
  const words = fold(text.replace(/[.,]0+$/, ''));
  if (/^(comptant|au comptant|a reception|reception|due on receipt|on receipt|immediate|immediat|cash)$/.test(words))
    return 0;
  const days = /^(?:net |a )?(\d{1,4}) ?(?:j|jours?|d|days?)?(?: nets?)?$/.exec(words)?.[1];
  if (days === undefined) return new Problem('days_unreadable');
  return Number(days) > 365 ? new Problem('days_range') : Number(days);
}
