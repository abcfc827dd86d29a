/** Saved views: how somebody likes to see a list. */
import { z } from 'zod';
import { ViewId } from '../model/ids.ts';
import type { Instant } from '../model/values.ts';
import { command, query } from './define.ts';

export const ListName = z.enum(['customers', 'products', 'lines', 'runs', 'invoices', 'drafts']);
export type ListName = z.infer<typeof ListName>;

/** Characters of JSON a view may take. */
const MAX_SPEC = 20_000;

/**
 * Filter, order, columns, widths, density: the window's own affair, kept as it says it, with a version `v` so that a later
 * window knows what it reads.
 */
export const ViewSpec = z
  .object({ v: z.int().min(1) })
  .catchall(z.json())
  .refine((spec) => JSON.stringify(spec).length <= MAX_SPEC);
export type ViewSpec = z.infer<typeof ViewSpec>;

export interface SavedView {
  id: ViewId;
  list: ListName;
  name: string;
  spec: ViewSpec;
  createdAt: Instant;
  rowVersion: number;
}

export const viewsContract = {
  /** In their order. */
  'view.list': query(z.object({ list: ListName })).returns<SavedView[]>(),
  /** A new one goes to the end. Throws `name_taken`, `row_changed`. */
  'view.save': command(
    z.object({
      id: ViewId.nullable().default(null),
      rowVersion: z.int().nullable().default(null),
      list: ListName,
      name: z.string().trim().min(1).max(60),
      spec: ViewSpec,
    }),
  ).returns<SavedView>(),
  'view.remove': command(z.object({ id: ViewId })).returns<{ removed: boolean }>(),
  /** The views of a list in the order given; those not named follow as they stood. */
  'view.reorder': command(z.object({ list: ListName, ids: z.array(ViewId).max(200) })).returns<SavedView[]>(),
};
