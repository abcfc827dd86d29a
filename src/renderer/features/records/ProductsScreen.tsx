/** The products: list, and one in the panel. */
import { IconPackage } from '@tabler/icons-react';
import { useMemo } from 'react';
import { ProductFilter } from '#shared/contract/record-filters.ts';
import { type ProductRow, ProductSort } from '#shared/contract/records.ts';
import { recordTexts, productTexts as texts } from '#shared/messages/ui/records.ts';
import type { ProductId } from '#shared/model/ids.ts';
import { engine } from '../../api/client.ts';
import { useJourney } from '../../app/routes.ts';
import { engineList } from '../../components/grid/source.ts';
import { type ListSchema, useListMemory } from '../../components/list/memory.ts';
import { type ProductSortKey, useProductColumns } from './list/productColumns.tsx';
import { RecordsList } from './list/RecordsList.tsx';
import { useNames, useProductDimensions } from './list/useDimensions.tsx';
import { ProductPanel } from './ProductPanel.tsx';

const home = ProductFilter.parse({});
const schema: ListSchema<ProductFilter, ProductSortKey> = {
  list: 'products',
  readFilter: (kept) => ProductFilter.safeParse(kept ?? {}).data ?? home,
  sort: { by: 'name', descending: false },
  isSortKey: (by): by is ProductSortKey => ProductSort.shape.by.safeParse(by).success,
};
const states = [
  { state: 'active', tab: recordTexts.active, lead: texts.leadActive },
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

export function ProductsScreen({ openId }: { openId: ProductId | 'new' | null }) {
  const memory = useListMemory(schema);
  const { filter, sort } = memory;
  const names = useNames('product');
  const dimensions = useProductDimensions(filter, memory.setFilter, names);
  const source = useMemo(
    () => ({
      ...engineList('product.list', { filter, sort }),
      chosen: (ids: readonly string[], from: number, signal: AbortSignal) =>
        engine.call('product.rows', { selection: { ids: [...ids] }, sort, from }, { signal }),
    }),
    [filter, sort],
  );
  const place = (id: ProductId | 'new' | null) =>
    useJourney.getState().replace(id === null ? { screen: 'products' } : { screen: 'products', id });
  const columns = useProductColumns(names.list, place);

  return (
    <RecordsList<ProductRow, ProductFilter, ProductSortKey, ProductId>
      record="product"
      words={words}
      icon={IconPackage}
      memory={memory}
      home={home}
      states={states}
      source={source}
      columns={columns}
      dimensions={dimensions}
      label={(row) => row.name}
      openId={openId}
      onPlace={place}
      panel={(panel) => <ProductPanel key={openId} {...panel} />}
    />
  );
}
