/** Amounts, dates and tables for a terminal. */
import { minorDigits } from '#engine/domain/money/currency.ts';
import { formatDate, formatPeriod } from '#shared/format/date.ts';
import { formatDecimal, formatPercent } from '#shared/format/decimal.ts';
import { formatMoney } from '#shared/format/money.ts';
import type { CurrencyCode, DecimalText, IsoDate, Language, Minor, Period } from '#shared/model/values.ts';
import { dayBefore } from './period.ts';

export interface Column {
  head: string;
  /** Numbers stand at the right. */
  right?: boolean;
  /** Cut with an ellipsis beyond so many characters; names only, never figures. */
  most?: number;
}

export interface Printer {
  money(minor: Minor | null, currency: CurrencyCode): string;
  decimal(value: DecimalText | null): string;
  percent(value: DecimalText | null): string;
  count(value: number): string;
  date(date: IsoDate | null): string;
  /** A half-open period, told with its last day. */
  period(period: Period): string;
  seconds(milliseconds: number): string;
  table(columns: readonly Column[], rows: readonly (readonly string[])[]): string;
  /** `Name  value` in two columns; what is empty is left out. */
  facts(pairs: readonly (readonly [string, string | null])[]): string;
}

/** Columns that a text takes; combining marks take none. Enough for the Latin scripts of the rest of the program. */
const width = (text: string): number => [...text.normalize('NFC')].length;
const cut = (text: string, most: number): string =>
  width(text) <= most ? text : `${[...text].slice(0, most - 1).join('')}…`;
/** Control characters of foreign data would move the cursor or colour the terminal. */
const tame = (text: string): string => text.replaceAll(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');

export function printer(language: Language): Printer {
  return {
    money: (minor, currency) => (minor === null ? '' : formatMoney(minor, currency, minorDigits(currency), language)),
    decimal: (value) => (value === null ? '' : formatDecimal(value, language)),
    percent: (value) => (value === null ? '' : formatPercent(value, language)),
    count: (value) => formatDecimal(String(Math.round(value)), language),
    date: (date) => (date === null ? '' : formatDate(date, language)),
    period: ({ from, to }) => formatPeriod({ from, to: dayBefore(to) }, language),
    seconds: (milliseconds) => `${formatDecimal((milliseconds / 1000).toFixed(1), language, { trim: false })}\u00a0s`,
    table,
    facts: (pairs) => {
      const told = pairs.filter((pair): pair is readonly [string, string] => pair[1] !== null && pair[1] !== '');
      const widest = Math.max(0, ...told.map(([name]) => width(name)));
      return told.map(([name, value]) => `${name.padEnd(widest)}  ${tame(value)}`).join('\n');
    },
  };
}

function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => columns.map((column, index) => cut(tame(row[index] ?? ''), column.most ?? 200)));
  const widths = columns.map((column, index) =>
    Math.max(width(column.head), ...cells.map((row) => width(row[index] ?? ''))),
  );
  const line = (row: readonly string[]): string =>
    columns
      .map((column, index) => {
        const text = row[index] ?? '';
        const pad = ' '.repeat(Math.max(0, (widths[index] ?? 0) - width(text)));
        return column.right === true ? pad + text : text + pad;
      })
      .join('  ')
      .trimEnd();
  return [
    line(columns.map((column) => column.head)),
    line(widths.map((count) => '─'.repeat(count))),
    ...cells.map(line),
  ].join('\n');
}
