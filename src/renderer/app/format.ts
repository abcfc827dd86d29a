/** What the window adds to the shared formats: digits by currency, instants, durations, sizes. */
import { formatDate } from '#shared/format/date.ts';
import { formatDecimal } from '#shared/format/decimal.ts';
import { parseDecimalInput } from '#shared/format/input.ts';
import { decimalToMinor, formatMoney } from '#shared/format/money.ts';
import type { CurrencyCode, Instant, IsoDate, Language, Minor } from '#shared/model/values.ts';

const locales: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };

const digitsOf = new Map<CurrencyCode, number>();
/** Digits after the mark of a currency (ISO 4217 as CLDR knows it): EUR 2, JPY 0, KWD 3. */
export function minorDigits(currency: CurrencyCode): number {
  let digits = digitsOf.get(currency);
  if (digits === undefined) {
    const options = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
    digits = options.maximumFractionDigits ?? 2;
    digitsOf.set(currency, digits);
  }
  return digits;
}

/** An amount with its currency: `12 480,50 €`, `€12,480.50`. */
export const money = (minor: Minor, currency: CurrencyCode, language: Language): string =>
  formatMoney(minor, currency, minorDigits(currency), language);

/** An amount without its currency, for columns whose head names it. */
export const amount = (minor: Minor, currency: CurrencyCode, language: Language): string =>
  formatMoney(minor, currency, minorDigits(currency), language, { symbol: false });

/** A whole number, grouped. */
export const whole = (value: number, language: Language): string =>
  formatDecimal(Math.round(value).toFixed(0), language);

/** Typed text as minor units of a currency; null when it is no amount of that currency. */
export function parseMoney(typed: string, currency: CurrencyCode, language: Language): Minor | null {
  const decimal = parseDecimalInput(typed, language);
  return decimal === null ? null : decimalToMinor(decimal, minorDigits(currency));
}

/** Amounts of several currencies in the order people want them: the company's own first, the others by code. */
export const ownFirst = <T extends { currency: CurrencyCode }>(amounts: readonly T[], own: CurrencyCode): T[] =>
  amounts.toSorted(
    (a, b) => Number(b.currency === own) - Number(a.currency === own) || a.currency.localeCompare(b.currency),
  );

/** `Mardi 3 novembre 2026`, `Tuesday 3 November 2026`. */
export function fullDate(date: IsoDate, language: Language): string {
  const weekday = new Intl.DateTimeFormat(locales[language], { weekday: 'long', timeZone: 'UTC' });
  const day = weekday.format(new Date(`${date}T00:00:00Z`));
  return `${day.charAt(0).toUpperCase()}${day.slice(1)} ${formatDate(date, language, 'long')}`;
}

/** An instant on this computer's clock: the time alone when it is today, else date and time. */
export function instant(at: Instant, language: Language, now: Date = new Date()): string {
  const date = new Date(at);
  const time = new Intl.DateTimeFormat(locales[language], { hour: '2-digit', minute: '2-digit' }).format(date);
  if (date.toDateString() === now.toDateString()) return time;
  const day = new Intl.DateTimeFormat(locales[language], { day: '2-digit', month: '2-digit', year: 'numeric' });
  return `${day.format(date)} ${time}`;
}

/** Seconds as people say them: `8 s`, `3 min`, `1 h 20`. */
export function duration(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))}\u00a0s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes}\u00a0min`;
  return `${Math.floor(minutes / 60)}\u00a0h\u00a0${String(minutes % 60).padStart(2, '0')}`;
}

/** A file's size in thousands, as file managers show it. */
export function fileSize(bytes: number, language: Language): string {
  const units = language === 'fr' ? ['o', 'ko', 'Mo', 'Go'] : ['B', 'kB', 'MB', 'GB'];
  let value = bytes;
  let step = 0;
  while (value >= 1000 && step < units.length - 1) {
    value /= 1000;
    step += 1;
  }
  const digits = step > 1 && value < 100 ? 1 : 0;
  return `${formatDecimal(value.toFixed(digits), language)}\u00a0${units[step] ?? ''}`;
}
