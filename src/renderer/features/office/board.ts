/** The office board's rows: order, choice and sums. Pure. */
import type { OfficeRow, Tally } from '#shared/contract/office.ts';
import type { CurrencyCode } from '#shared/model/values.ts';

/** A company as the board knows it: its path at once, its row once it was read. */
export interface BoardRow {
  path: string;
  /** What it is called until its file says so. */
  name: string;
  row: OfficeRow | null;
}

export type BoardSort = 'name' | 'openLines' | 'blocked' | 'due7' | 'due30' | 'overdue' | 'lastIssued' | 'lastBackup';
export type BoardChoice = 'all' | 'attention' | 'blocked' | 'overdue' | 'open' | 'trouble';

export const nameOf = ({ row, name }: BoardRow): string => row?.figures?.name ?? name;

/** Somebody has to look: it cannot be read, is an older copy, holds blocked or held work, or a due date is past. */
export function wantsLook({ row }: BoardRow): boolean {
  if (!row) return false;
  const { figures } = row;
  if (!figures) return true;
  return figures.blockedDrafts > 0 || figures.heldLines > 0 || figures.overdue.count > 0 || figures.restoredCopy;
}

export function chosen(row: BoardRow, choice: BoardChoice): boolean {
  const figures = row.row?.figures ?? null;
  switch (choice) {
    case 'all':
      return true;
    case 'attention':
      return wantsLook(row);
    case 'blocked':
      return (figures?.blockedDrafts ?? 0) + (figures?.heldLines ?? 0) > 0;
    case 'overdue':
      return (figures?.overdue.count ?? 0) > 0;
    case 'open':
      return (figures?.openLines.count ?? 0) > 0;
    case 'trouble':
      return row.row?.state === 'failed' || (figures?.restoredCopy ?? false);
  }
}

const amountOf = (tally: Tally | undefined): number => tally?.amounts.reduce((sum, { minor }) => sum + minor, 0) ?? 0;

/**
 * The value that a column is ordered by. Amounts of several currencies have no order among each other: the number of things has,
 * and the amount decides between equals.
 */
function key(row: BoardRow, by: BoardSort): string | number {
  const figures = row.row?.figures;
  switch (by) {
    case 'name':
      return nameOf(row);
    case 'blocked':
      return (figures?.blockedDrafts ?? 0) + (figures?.heldLines ?? 0);
    case 'lastIssued':
      return figures?.lastIssued?.date ?? '';
    case 'lastBackup':
      return figures?.lastBackup ?? '';
    default:
      return figures?.[by].count ?? 0;
  }
}

export function ordered(
  rows: readonly BoardRow[],
  sort: { by: BoardSort; descending: boolean },
  language: string,
): BoardRow[] {
  const names = new Intl.Collator(language, { numeric: true });
  const direction = sort.descending ? -1 : 1;
  const compare = (a: BoardRow, b: BoardRow): number => {
    const [x, y] = [key(a, sort.by), key(b, sort.by)];
    const found = typeof x === 'number' && typeof y === 'number' ? x - y : names.compare(String(x), String(y));
    if (found !== 0) return found * direction;
    const { by } = sort;
    if (by === 'openLines' || by === 'due7' || by === 'due30' || by === 'overdue') {
      const amounts = amountOf(a.row?.figures?.[by]) - amountOf(b.row?.figures?.[by]);
      if (amounts !== 0) return amounts * direction;
    }
    return names.compare(nameOf(a), nameOf(b)) || a.path.localeCompare(b.path);
  };
  return rows.toSorted(compare);
}

export interface BoardSums {
  companies: number;
  read: number;
  blocked: number;
  tallies: Record<'openLines' | 'due7' | 'due30' | 'overdue', Tally>;
}

/** What all rows come to, each currency by itself. */
export function summed(rows: readonly BoardRow[]): BoardSums {
  const parts = ['openLines', 'due7', 'due30', 'overdue'] as const;
  const figures = rows.flatMap(({ row }) => row?.figures ?? []);
  const tally = (part: (typeof parts)[number]): Tally => {
    const by = new Map<CurrencyCode, number>();
    for (const one of figures) {
      for (const { currency, minor } of one[part].amounts) by.set(currency, (by.get(currency) ?? 0) + minor);
    }
    return {
      count: figures.reduce((sum, one) => sum + one[part].count, 0),
      amounts: [...by]
        .map(([currency, minor]) => ({ currency, minor }))
        .sort((a, b) => a.currency.localeCompare(b.currency)),
    };
  };
  return {
    companies: rows.length,
    read: figures.length,
    blocked: figures.reduce((sum, one) => sum + one.blockedDrafts + one.heldLines, 0),
    tallies: { openLines: tally('openLines'), due7: tally('due7'), due30: tally('due30'), overdue: tally('overdue') },
  };
}
