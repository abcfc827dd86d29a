/** What somebody types when looking for an amount: `1 250,50`, `1,250.50`, `1250.5`, `€1.250,50`, `-80 USD`. Pure. */
import { isCurrency } from '../money/currency.ts';

export interface TypedAmount {
  /** Decimal texts: every way in which the figures can be read. `1,250` may be 1250 or 1.25. */
  readings: string[];
  /** Currencies that the text allows, or null where it names none. A sign may stand for several. */
  currencies: string[] | null;
}

const signs: Readonly<Record<string, string[]>> = {
  '€': ['EUR'],
  '£': ['GBP'],
  $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN'],
  '¥': ['JPY', 'CNY'],
};

/** Null where the text is no amount. */
export function readTypedAmount(text: string): TypedAmount | null {
  const bare = text
    .normalize('NFKC')
    .replaceAll(/[\s'’]/gu, '')
    .replaceAll(/[−–]/g, '-');
  const found = /^(-?)([A-Za-z]{3}|[€£$¥])?(-?)([\d.,]+)([A-Za-z]{3}|[€£$¥])?$/.exec(bare);
  const figures = found?.[4];
  if (!found || figures === undefined || (found[2] !== undefined && found[5] !== undefined)) return null;
  const unit = found[2] ?? found[5];
  const currencies = unit === undefined ? null : (signs[unit] ?? [unit.toUpperCase()]);
  if (currencies?.some((code) => !isCurrency(code))) return null;
  const sign = found[1] === '-' || found[3] === '-' ? '-' : '';
  const readings = readingsOf(figures).map((reading) => sign + reading);
  return readings.length === 0 ? null : { readings, currencies };
}

/** Unsigned decimal texts without needless zeros. */
function readingsOf(figures: string): string[] {
  const marks = [...figures].filter((sign) => sign === '.' || sign === ',');
  const last = marks.at(-1);
  if (last === undefined) return [decimal(figures, '')];
  const cut = figures.lastIndexOf(last);
  const [whole, fraction] = [figures.slice(0, cut), figures.slice(cut + 1)];
  if (new Set(marks).size === 2) {
    const other = last === '.' ? ',' : '.';
    return marks.indexOf(last) === marks.length - 1 && grouped(whole, other)
      ? [decimal(whole.replaceAll(other, ''), fraction)]
      : [];
  }
  const asGroups = grouped(figures, last) ? [decimal(figures.replaceAll(last, ''), '')] : [];
  const asFraction = marks.length === 1 && `${whole}${fraction}` !== '' ? [decimal(whole, fraction)] : [];
  return [...asFraction, ...asGroups];
}

const grouped = (figures: string, mark: string): boolean =>
  (mark === '.' ? /^[1-9]\d{0,2}(\.\d{3})+$/ : /^[1-9]\d{0,2}(,\d{3})+$/).test(figures);

function decimal(whole: string, fraction: string): string {
  const kept = fraction.replace(/0+$/, '');
  return `${whole.replace(/^0+(?=\d)/, '') || '0'}${kept === '' ? '' : `.${kept}`}`;
}
