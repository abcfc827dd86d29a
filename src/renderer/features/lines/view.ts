/** What the list of lines shows, as it is remembered and as a saved view keeps it. */
import { z } from 'zod';
import { CustomerId } from '#shared/model/ids.ts';
import type { ListSchema } from '../../components/list/memory.ts';
import type { LineSort } from './columns.tsx';

export type LinesTab = 'open' | 'held' | 'drafted' | 'billed' | 'excluded' | 'all';
export interface LinesView {
  tab: LinesTab;
  search: string;
  customer: { id: CustomerId; name: string } | null;
}

export const allLines: LinesView = { tab: 'open', search: '', customer: null };

const KeptView: z.ZodType<LinesView> = z.object({
  tab: z.enum(['open', 'held', 'drafted', 'billed', 'excluded', 'all']),
  search: z.string().max(200),
  customer: z.object({ id: CustomerId, name: z.string() }).nullable(),
});
const sorts: readonly LineSort[] = ['date', 'customer', 'reference', 'net', 'product'];

export const linesSchema: ListSchema<LinesView, LineSort> = {
  list: 'lines',
  readFilter: (kept) => KeptView.safeParse(kept).data ?? allLines,
  sort: { by: 'date', descending: true },
  isSortKey: (by): by is LineSort => sorts.some((key) => key === by),
};
