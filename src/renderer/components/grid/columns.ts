/** How somebody likes the columns of a list: which of them, in what order, how wide. Pure. */

/** What is remembered of a list, by the keys of its columns. Keys that the list no longer has do no harm. */
export interface ColumnLayout {
  /** The order chosen; columns not named stand behind the one that the list puts before them. */
  readonly order: readonly string[];
  /** Shown or hidden by choice; the others are as the list has them at first. */
  readonly shown: Readonly<Record<string, boolean>>;
  /** Pixels at 100 %. */
  readonly widths: Readonly<Record<string, number>>;
}

export const plainLayout: ColumnLayout = { order: [], shown: {}, widths: {} };

/** What arranging needs to know of a column. */
export interface Arrangeable {
  readonly key: string;
  readonly width: number;
  readonly flex?: number | undefined;
  /** Not shown until somebody asks for it. */
  readonly spare?: boolean | undefined;
}

const MIN_WIDTH = 36;
const MAX_WIDTH = 900;
const clampWidth = (width: number): number => Math.round(Math.min(Math.max(width, MIN_WIDTH), MAX_WIDTH));

export const isShown = (column: Arrangeable, layout: ColumnLayout): boolean =>
  layout.shown[column.key] ?? column.spare !== true;

/** Keys of all columns in the order chosen. */
export function orderOf(columns: readonly Arrangeable[], layout: ColumnLayout): string[] {
  const known = new Set(columns.map(({ key }) => key));
  const order = [...new Set(layout.order)].filter((key) => known.has(key));
  columns.forEach(({ key }, index) => {
    if (order.includes(key)) return;
    const before = columns[index - 1]?.key;
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
  });
  return order;
}

/** The columns to draw: those shown, in order; one whose width was chosen no longer gives way or takes what is left. */
export function arranged<C extends Arrangeable>(columns: readonly C[], layout: ColumnLayout): C[] {
  const byKey = new Map(columns.map((column) => [column.key, column]));
  return orderOf(columns, layout).flatMap((key) => {
    const column = byKey.get(key);
    if (column === undefined || !isShown(column, layout)) return [];
    const width = layout.widths[key];
    return [width === undefined ? column : { ...column, width: clampWidth(width), flex: undefined }];
  });
}

/** A column shown or hidden. The last one in sight stays. */
export function withShown(
  columns: readonly Arrangeable[],
  layout: ColumnLayout,
  key: string,
  shown: boolean,
): ColumnLayout {
  const others = columns.filter((column) => column.key !== key && isShown(column, layout));
  if (!shown && others.length === 0) return layout;
  return { ...layout, shown: { ...layout.shown, [key]: shown } };
}

export const withWidth = (layout: ColumnLayout, key: string, width: number): ColumnLayout => ({
  ...layout,
  widths: { ...layout.widths, [key]: clampWidth(width) },
});

/** The width is the list's own again. */
export function withoutWidth(layout: ColumnLayout, key: string): ColumnLayout {
  const { [key]: _gone, ...widths } = layout.widths;
  return { ...layout, widths };
}

/** The column put before another one, or at the end (`null`). */
export function movedBefore(
  columns: readonly Arrangeable[],
  layout: ColumnLayout,
  key: string,
  before: string | null,
): ColumnLayout {
  if (key === before) return layout;
  const order = orderOf(columns, layout).filter((one) => one !== key);
  const at = before === null ? order.length : order.indexOf(before);
  order.splice(at < 0 ? order.length : at, 0, key);
  return { ...layout, order };
}

/** The column moved by a step among those in sight (`all`: among all, as the chooser lists them). */
export function stepped(
  columns: readonly Arrangeable[],
  layout: ColumnLayout,
  key: string,
  by: -1 | 1,
  all = false,
): ColumnLayout {
  const keys = all ? orderOf(columns, layout) : arranged(columns, layout).map((column) => column.key);
  const at = keys.indexOf(key);
  const target = at + by;
  if (at < 0 || target < 0 || target >= keys.length) return layout;
  return movedBefore(columns, layout, key, keys[by < 0 ? target : target + 1] ?? null);
}

/** Whether anything differs from what the list has at first. */
export function isPlain(columns: readonly Arrangeable[], layout: ColumnLayout): boolean {
  const natural = columns.map(({ key }) => key);
  return (
    orderOf(columns, layout).every((key, index) => key === natural[index]) &&
    columns.every((column) => isShown(column, layout) === (column.spare !== true)) &&
    columns.every(({ key }) => layout.widths[key] === undefined)
  );
}

/** A layout as it was kept, or the plain one where that is not readable. */
export function readLayout(kept: unknown): ColumnLayout {
  if (typeof kept !== 'object' || kept === null) return plainLayout;
  const { order, shown, widths } = kept as Record<string, unknown>; // An object; each part is looked at below.
  const entries = <T>(part: unknown, is: (value: unknown) => value is T): Record<string, T> =>
    typeof part !== 'object' || part === null
      ? {}
      : Object.fromEntries(Object.entries(part).filter((entry): entry is [string, T] => is(entry[1])));
  return {
    order: Array.isArray(order) ? order.filter((key): key is string => typeof key === 'string') : [],
    shown: entries(shown, (value) => typeof value === 'boolean'),
    widths: entries(widths, (value): value is number => typeof value === 'number' && Number.isFinite(value)),
  };
}
