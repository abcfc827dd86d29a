/** What a person types into a field, read for a locale. Null means: not understood; nothing is guessed. */
import type { DecimalText, IsoDate, Language } from '../model/values.ts';
import { DecimalText as DecimalTextSchema, IsoDate as IsoDateSchema } from '../model/values.ts';

/** Spaces people and spreadsheets put between digits, and the Swiss apostrophes. */
const grouping = /[\s\u00a0\u202f\u2009'\u2019]/g;
const signs = /[€£$¥%]/g;

/**
 * A typed number as exact decimal text: `12 480,50` and `12480.5` in French (the numeric keypad has a point), `12,480.50`
 * in English. Grouping by comma (English) or point (French) must be in threes; currency signs and % are ignored; a minus may
 * be any of - − and stand before or after. English `12,5` is null: it may be meant as 12.5 or be a slip.
 */
export function parseDecimalInput(typed: string, language: Language): DecimalText | null {
  const bare = typed.replace(grouping, '').replace(signs, '').replaceAll(/[−–]/g, '-');
  const found = /^(-?)([\d.,]+)(-?)$/.exec(bare);
  if (found === null || (found[1] === '-' && found[3] === '-')) return null;
  const figures = plainFigures(found[2] ?? '', language);
  if (figures === null) return null;
  const [whole = '', fraction = ''] = figures.split('.');
  const value = `${whole.replace(/^0+(?=\d)/, '') || '0'}${fraction === '' ? '' : `.${fraction}`}`;
  const negative = (found[1] === '-' || found[3] === '-') && /[1-9]/.test(value);
  const text = `${negative ? '-' : ''}${value}`;
  return DecimalTextSchema.safeParse(text).success ? text : null;
}

/** Digits with at most one point, or null. */
function plainFigures(figures: string, language: Language): string | null {
  if (!/\d/.test(figures)) return null;
  if (/^\d*\.?\d*$/.test(figures)) return figures;
  if (language === 'fr') {
    const plain = /^\d*,\d*$/.test(figures) || /^\d{1,3}(\.\d{3})+(,\d*)?$/.test(figures);
    return plain ? figures.replaceAll('.', '').replace(',', '.') : null;
  }
  return /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(figures) ? figures.replaceAll(',', '') : null;
}

/**
 * A typed date: day first in both languages (`30/9/2026`, `30.09.26`, `30 9 2026`), or ISO `2026-09-30`. Without a year
 * (`30/9`) the year of `today` is taken. Two figures mean 20xx. Null for a day that does not exist.
 */
export function parseDateInput(typed: string, today: IsoDate): IsoDate | null {
  const text = typed.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const dayFirst = /^(\d{1,2})[/. -](\d{1,2})(?:[/. -](\d{4}|\d{2}))?$/.exec(text);
  const [year, month, day] =
    iso !== null
      ? [iso[1], iso[2], iso[3]]
      : dayFirst !== null
        ? [dayFirst[3] ?? today.slice(0, 4), dayFirst[2], dayFirst[1]]
        : [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return IsoDateSchema.safeParse(date).success ? date : null;
}
