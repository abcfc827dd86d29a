/** The customers: list, and one in the panel. */
import { Button } from '@mantine/core';
import { IconArrowMerge, IconUsers } from '@tabler/icons-react';
import { useMemo } from 'react';
import { CustomerFilter, SegmentFilter } from '#shared/contract/record-filters.ts';
import { type CustomerRow, CustomerSort } from '#shared/contract/records.ts';
import { listTexts } from '#shared/messages/ui/list.ts';
import { mergeTexts } from '#shared/messages/ui/merge.ts';
import { recordTexts, customerTexts as texts } from '#shared/messages/ui/records.ts';
import { CustomerId } from '#shared/model/ids.ts';
import { engine } from '../../api/client.ts';
import { useEngineCommand } from '../../api/query.ts';
import { useText } from '../../app/i18n.tsx';
import { go, useJourney } from '../../app/routes.ts';
import { engineList } from '../../components/grid/source.ts';
import { type ListSchema, useListMemory } from '../../components/list/memory.ts';
import { toast } from '../../components/toast.tsx';
import { CustomerPanel } from './CustomerPanel.tsx';
import { customerLabel } from './customer.ts';
import { type CustomerSortKey, useCustomerColumns } from './list/customerColumns.tsx';
import { RecordsList } from './list/RecordsList.tsx';
import { useCustomerDimensions, useNames } from './list/useDimensions.tsx';

const home = CustomerFilter.parse({});
const schema: ListSchema<CustomerFilter, CustomerSortKey> = {
  list: 'customers',
  readFilter: (kept) => CustomerFilter.safeParse(kept ?? {}).data ?? home,
  sort: { by: 'name', descending: false },
  isSortKey: (by): by is CustomerSortKey => CustomerSort.shape.by.safeParse(by).success,
};
const states = [
  { state: 'active', tab: recordTexts.active, lead: texts.leadActive },
  { state: 'incomplete', tab: texts.incomplete, lead: texts.leadIncomplete },
  { state: 'archived', tab: recordTexts.archivedFilter, lead: texts.leadArchived },
  { state: 'all', tab: recordTexts.all, lead: texts.leadAll },
] as const;
const words = {
  title: texts.title,
  search: texts.search,
  new: texts.new,
  count: texts.count,
  chosen: texts.chosen,
  emptyTitle: texts.emptyTitle,
  emptyBody: texts.emptyBody,
  edit: texts.bulkEdit,
};
/** As many as one merge takes (shared/contract/merging.ts). */
const MERGED = 51;

export function CustomersScreen({ openId }: { openId: CustomerId | 'new' | null }) {
  const t = useText();
  const memory = useListMemory(schema);
  const { filter, sort } = memory;
  const names = useNames('customer');
  const dimensions = useCustomerDimensions(filter, memory.setFilter, names);
  const source = useMemo(
    () => ({
      ...engineList('customer.list', { filter, sort }),
      chosen: (ids: readonly string[], from: number, signal: AbortSignal) =>
        engine.call('customer.rows', { selection: { ids: [...ids] }, sort, from }, { signal }),
    }),
    [filter, sort],
  );
  const place = (id: CustomerId | 'new' | null) =>
    useJourney.getState().replace(id === null ? { screen: 'customers' } : { screen: 'customers', id });
  const columns = useCustomerColumns(names.list, place);
  const segment = useEngineCommand('segment.save');

  return (
    <RecordsList<CustomerRow, CustomerFilter, CustomerSortKey, CustomerId>
      record="customer"
      words={words}
      icon={IconUsers}
      memory={memory}
      home={home}
      states={states}
      source={source}
      columns={columns}
      dimensions={dimensions}
      label={customerLabel}
      openId={openId}
      onPlace={place}
      panel={(panel) => <CustomerPanel key={openId} {...panel} />}
      onSegment={async (name) => {
        const saved = await segment.mutateAsync({ name, filter: SegmentFilter.parse(filter) });
        toast({ message: t(listTexts.segmentSaved, { name: saved.name, count: saved.customers }) });
      }}
      ways={
        <Button size="xs" onClick={() => go({ screen: 'duplicates' })}>
          {t(mergeTexts.duplicates)}
        </Button>
      }
      acts={(selection) => {
        const count = selection.kind === 'some' ? selection.ids.size : 0;
        return count < 2 || count > MERGED || selection.kind === 'all' ? null : (
          <button
            type="button"
            onClick={() => go({ screen: 'merge', ids: [...selection.ids].map((id) => CustomerId.parse(id)) })}
          >
            <IconArrowMerge size={16} stroke={1.6} aria-hidden />
            {t(texts.merge)}
          </button>
        );
      }}
    />
  );
}
