/** What a form of changes asks of the engine. Pure. */
import type { TagId } from '#shared/model/ids.ts';
import type { BulkChanges } from './useBulkAct.ts';

export interface BulkRow {
  /** A field of the record, `custom:<id>` or `archived`. */
  key: string;
  /** Undefined while nothing that could be written stands in it. */
  value: string | number | undefined;
  /** It is emptied, whatever stands in it. */
  empty: boolean;
}

/** The changes; null while there are none, or one of the fields says nothing yet. */
export function bulkChanges(
  rows: readonly BulkRow[],
  addTags: readonly string[],
  removeTags: readonly TagId[],
): BulkChanges | null {
  if (rows.some(({ value, empty }) => value === undefined && !empty)) return null;
  if (rows.length === 0 && addTags.length === 0 && removeTags.length === 0) return null;
  const set: Record<string, string | number | null> = {};
  const custom: Record<string, string | null> = {};
  let archived: boolean | undefined;
  for (const { key, value, empty } of rows) {
    const next = empty ? null : (value ?? null);
    if (key === 'archived') archived = next === 'yes';
    else if (key.startsWith('custom:')) custom[key.slice('custom:'.length)] = next === null ? null : String(next);
    else set[key] = next;
  }
  return {
    set,
    custom,
    addTags: [...addTags],
    removeTags: [...removeTags],
    ...(archived === undefined ? {} : { archived }),
  };
}
