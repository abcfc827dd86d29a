/** What a saved view says of a list, as the engine keeps it for the window. Pure. */
import type { ViewSpec } from '#shared/contract/views.ts';
import { type ColumnLayout, readLayout } from '../grid/columns.ts';
import type { GridSort } from '../grid/types.ts';

export interface Spec {
  /** The list's own filter, whatever shape it has. */
  filter: unknown;
  sort: GridSort | null;
  layout: ColumnLayout;
}

export const toSpec = (filter: unknown, sort: GridSort | null, layout: ColumnLayout): Spec => ({
  filter,
  sort,
  layout,
});

/** As the contract takes it: version 1. */
export const writeSpec = ({ filter, sort, layout }: Spec): ViewSpec =>
  // Everything in it came out of JSON or of a schema that holds nothing else.
  JSON.parse(JSON.stringify({ v: 1, filter, sort, layout })) as ViewSpec;

/** What a saved view says, of this version or of one that says less. */
export function readSpec(spec: Readonly<Record<string, unknown>>): Spec {
  const { filter = null, sort, layout } = spec;
  return { filter, sort: readSort(sort), layout: readLayout(layout) };
}

function readSort(kept: unknown): GridSort | null {
  if (typeof kept !== 'object' || kept === null || !('by' in kept) || typeof kept.by !== 'string') return null;
  return { by: kept.by, descending: 'descending' in kept && kept.descending === true };
}

/** The same text for two specs that say the same, in whatever order their parts were written. */
export const specKey = (spec: Spec): string => canonical(spec);

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${parts.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
}
