/** Rows at a table's foot that add up those above: taken as lines they would bill everything twice. */
import { type Cell, isBlank, shown } from './row.ts';
import { plainWords } from './values/words.ts';

const TOTAL =
  /^(?:(?:sous|grand|sub) ?)?(?:total|totaux|totals|somme|sum|summe|gesamt)(?: (?:general|generale|ht|ttc|hors taxes|net|brut|a payer|amount|due|page|excl vat|incl vat))*$/;
/** Longest text that is looked at. */
const LONGEST = 40;

/**
 * The column in which a row calls itself a total; null for any other row. `telling`: the columns that say whose line it is; one
 * that holds anything but that word means a line.
 */
export function totalColumn(cells: readonly Cell[], telling: readonly number[]): number | null {
  const filled = telling.filter((column) => !isBlank(cells[column]));
  if (filled.length > 1) return null;
  const [only] = filled;
  if (only !== undefined) return isTotalWord(cells[only]) ? only : null;
  const found = cells.findIndex(isTotalWord);
  return found < 0 ? null : found;
}

function isTotalWord(cell: Cell | undefined): boolean {
  if (cell === undefined || (typeof cell !== 'string' && cell.is !== 'merged')) return false;
  const text = shown(cell);
  return text.length <= LONGEST && TOTAL.test(plainWords(text));
}
