/** What a list on the screen is made of: where its rows come from, its columns, what is chosen in it. */

import type { ReactNode, Ref } from 'react';
import type { Listed } from '#shared/contract/list.ts';
import type { Selection } from './selection.ts';

/** Where rows come from: one page at a time, from a list that the engine keeps sorted. */
export interface GridSource<R> {
  /** Identity of the view: anything that changes the rows or their order (query, filter, sort). */
  readonly key: readonly unknown[];
  load(page: { offset: number; limit: number }, signal: AbortSignal): Promise<Listed<R>>;
}

export interface GridSort<K extends string = string> {
  by: K;
  descending: boolean;
}

export interface GridColumn<R, K extends string = string> {
  key: string;
  /** Head of the column. An icon alone carries its words in `title`. */
  head: ReactNode;
  /** The head in words, for readers of the screen, the tooltip and the copied table. */
  title: string;
  /** Pixels at 100 %; a column with `flex` gives way down to `width` and takes what is left. */
  width: number;
  flex?: number;
  align?: 'left' | 'right' | 'center';
  render(row: R): ReactNode;
  /** The cell as plain text: what is copied, and shown as a tooltip where `tooltip` is set. Absent: not copied. */
  text?(row: R): string;
  tooltip?: boolean;
  /** Sort key of the engine's list; absent: the column does not sort. */
  sortKey?: K;
  /** First click on the head sorts downwards: amounts, dates. */
  descendingFirst?: boolean;
}

/** A column of the copied table. */
export interface CopyColumn<R> {
  title: string;
  text(row: R): string;
}

/** What a screen may ask of its grid. */
export interface GridHandle {
  focus(): void;
  /** Moves the current row; negative is up. */
  move(rows: number): void;
}

export interface DataGridProps<R extends { id: string }, K extends string = string> {
  /** Name of the list for readers of the screen. */
  label: string;
  source: GridSource<R>;
  columns: readonly GridColumn<R, K>[];
  /** The copied table, where it holds more than the screen shows; absent: the columns that have a text. */
  copyColumns?: readonly CopyColumn<R>[];
  density?: 'compact' | 'regular';
  /** Takes the focus once it has rows, unless something else has it: the keyboard works at once. */
  autoFocus?: boolean;
  sort?: GridSort<K>;
  onSort?(sort: GridSort<K>): void;
  /** Absent: nothing can be chosen and there is no column of boxes. */
  selection?: Selection;
  onSelection?(selection: Selection): void;
  /** A row to go to, first or later; between, the grid keeps its place. Found only among rows that are read. */
  initialId?: string | null;
  onCurrent?(row: R | null, index: number): void;
  onOpen?(row: R, index: number): void;
  /** Name of a row for the box that chooses it. */
  rowLabel(row: R): string;
  /** Quieter rows: what was set aside. */
  muted?(row: R): boolean;
  /** Shown instead of rows when the view has none. */
  empty: ReactNode;
  /** Shown instead of rows when the first page could not be read. */
  error(error: unknown, retry: () => void): ReactNode;
  /** Writes the table of the chosen rows (or the current one) to the clipboard. */
  onCopy?(table: string, rows: number): void;
  /** Line under the rows: how many, their sum, the keys. */
  foot?: ReactNode;
  /** Floats above the foot: what can be done with what is chosen. */
  bulk?: ReactNode;
  ref?: Ref<GridHandle>;
}
