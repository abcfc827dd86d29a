/** Calendar dates, written for a person. No clock and no zone: a date is three numbers. */
import type { IsoDate, Language } from '../model/values.ts';

const months: Record<Language, readonly string[]> = {
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

function dateParts(date: IsoDate): { year: string; month: number; day: number } {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (found === null) throw new RangeError(`not a date: ${date}`);
  return { year: found[1] ?? '', month: Number(found[2]), day: Number(found[3]) };
}

const dayName = (day: number, language: Language): string => (language === 'fr' && day === 1 ? '1er' : String(day));
const monthName = (month: number, language: Language): string => months[language][month - 1] ?? '';

/** `30/09/2026` (short, day first in both languages) or `30 septembre 2026`, `30 September 2026` (long). */
export function formatDate(date: IsoDate, language: Language, style: 'short' | 'long' = 'short'): string {
  const { year, month, day } = dateParts(date);
  if (style === 'short') return `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`;
  return `${dayName(day, language)} ${monthName(month, language)} ${year}`;
}

/** Both days included: `1er au 31 octobre 2026`, `15 December 2025 to 14 January 2026`. What repeats is said once. */
export function formatPeriod(period: { from: IsoDate; to: IsoDate }, language: Language): string {
  const from = dateParts(period.from);
  const to = dateParts(period.to);
  const last = formatDate(period.to, language, 'long');
  if (period.from === period.to) return last;
  const sameYear = from.year === to.year;
  const first = [
    dayName(from.day, language),
    ...(sameYear && from.month === to.month ? [] : [monthName(from.month, language)]),
    ...(sameYear ? [] : [from.year]),
  ].join(' ');
  return `${first} ${language === 'fr' ? 'au' : 'to'} ${last}`;
}
