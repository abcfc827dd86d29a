/** What customers and products can be narrowed by: the parts of the sentence, and the editor of each. */
import { SegmentedControl } from '@mantine/core';
import type { CustomCondition, CustomerFilter, ProductFilter } from '#shared/contract/record-filters.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { customerTexts, filterTexts as texts } from '#shared/messages/ui/records.ts';
import type { CustomField, RecordKind } from '#shared/model/fields.ts';
import { useEngineQuery } from '../../../api/query.ts';
import { useLanguage, useText } from '../../../app/i18n.tsx';
import { countryChoices, currencyChoices } from '../../../app/places.ts';
import { ChoicesEditor, DateEditor, OneEditor } from '../../../components/list/editors.tsx';
import type { FilterDimension } from '../../../components/list/FilterBar.tsx';
import { kindTexts } from '../customer.ts';
import { CustomEditor } from './CustomEditor.tsx';
import { customerParts, joined, type Names, productParts } from './sentence.ts';

/** Tags, segments and custom fields of the company, by identity. */
export function useNames(record: RecordKind): Names & { list: CustomField[] } {
  const { data: tags = [] } = useEngineQuery('tag.list', { record });
  const { data: list = [] } = useEngineQuery('field.list', { record });
  const { data: segments = [] } = useEngineQuery('segment.list', {}, { enabled: record === 'customer' });
  return {
    list,
    tags: new Map(tags.map(({ id, name }) => [id, name])),
    segments: new Map(segments.map(({ id, name }) => [id, name])),
    fields: new Map(list.map((field) => [field.id, field])),
  };
}

type Common = Pick<CustomerFilter, 'tagIds' | 'tagMode' | 'custom' | 'updatedSince' | 'currencies'>;
type Raw = Omit<FilterDimension, 'part'>;

function useCommon<F extends Common>(filter: F, onFilter: (filter: F) => void, names: Names): Raw[] {
  const t = useText();
  const language = useLanguage();
  const choices = (map: ReadonlyMap<string, string>) => [...map].map(([value, label]) => ({ value, label }));
  const condition = (field: CustomField) => filter.custom.find(({ fieldId }) => fieldId === field.id) ?? null;
  const withCondition = (field: CustomField, next: CustomCondition | null): F => ({
    ...filter,
    custom: [...filter.custom.filter(({ fieldId }) => fieldId !== field.id), ...(next === null ? [] : [next])],
  });
  const tags = choices(names.tags);
  return [
    {
      key: 'tagIds',
      label: t(texts.tags),
      clear: () => onFilter({ ...filter, tagIds: [] }),
      editor: (
        <>
          {filter.tagIds.length > 1 ? (
            <SegmentedControl
              aria-label={t(texts.tagMode)}
              value={filter.tagMode}
              onChange={(tagMode) => onFilter({ ...filter, tagMode })}
              data={[
                { value: 'any', label: t(texts.tagAny) },
                { value: 'all', label: t(texts.tagAll) },
              ]}
            />
          ) : null}
          <ChoicesEditor
            label={t(texts.tags)}
            choices={tags}
            chosen={filter.tagIds}
            onChosen={(chosen) =>
              // Chosen among the tags of the company: their ids.
              onFilter({ ...filter, tagIds: chosen as F['tagIds'] })
            }
          />
        </>
      ),
    },
    {
      key: 'currencies',
      label: t(customerTexts.currency),
      clear: () => onFilter({ ...filter, currencies: [] }),
      editor: (
        <ChoicesEditor
          label={t(customerTexts.currency)}
          choices={currencyChoices(language)}
          chosen={filter.currencies}
          onChosen={(currencies) => onFilter({ ...filter, currencies })}
        />
      ),
    },
    {
      key: 'updatedSince',
      label: t(texts.changedSince),
      clear: () => onFilter({ ...filter, updatedSince: null }),
      editor: (
        <DateEditor
          label={t(texts.changedSince)}
          value={filter.updatedSince?.slice(0, 10) ?? null}
          presets={[
            { label: t(texts.today), days: 0 },
            { label: t(texts.lastWeek), days: 7 },
            { label: t(texts.lastMonth), days: 30 },
          ]}
          onChange={(updatedSince) => onFilter({ ...filter, updatedSince })}
        />
      ),
    },
    ...[...names.fields.values()].map(
      (field): Raw => ({
        key: `custom:${field.id}`,
        label: field.name,
        clear: () => onFilter(withCondition(field, null)),
        editor: (
          <CustomEditor
            field={field}
            condition={condition(field)}
            onCondition={(next) => onFilter(withCondition(field, next))}
          />
        ),
      }),
    ),
  ];
}

export function useCustomerDimensions(
  filter: CustomerFilter,
  onFilter: (filter: CustomerFilter) => void,
  names: Names,
): FilterDimension[] {
  const t = useText();
  const language = useLanguage();
  const common = useCommon(filter, onFilter, names);
  const parts = customerParts(filter, names, language);
  const own: Raw[] = [
    {
      key: 'segmentId',
      label: t(texts.segment),
      clear: () => onFilter({ ...filter, segmentId: null }),
      editor: (
        <OneEditor
          label={t(texts.segment)}
          choices={[...names.segments].map(([value, label]) => ({ value, label }))}
          chosen={filter.segmentId}
          // Chosen among the segments of the company: their ids.
          onChosen={(segmentId) => onFilter({ ...filter, segmentId: segmentId as CustomerFilter['segmentId'] })}
        />
      ),
    },
    {
      key: 'countries',
      label: t(customerTexts.country),
      clear: () => onFilter({ ...filter, countries: [] }),
      editor: (
        <ChoicesEditor
          label={t(customerTexts.country)}
          choices={countryChoices(language)}
          chosen={filter.countries}
          onChosen={(countries) => onFilter({ ...filter, countries })}
        />
      ),
    },
    {
      key: 'kinds',
      label: t(customerTexts.kind),
      clear: () => onFilter({ ...filter, kinds: [] }),
      editor: (
        <ChoicesEditor
          label={t(customerTexts.kind)}
          choices={Object.entries(kindTexts).map(([value, label]) => ({ value, label: t(label) }))}
          chosen={filter.kinds}
          // The keys of the texts of every kind.
          onChosen={(kinds) => onFilter({ ...filter, kinds: kinds as CustomerFilter['kinds'] })}
        />
      ),
    },
    {
      key: 'hasOpenLines',
      label: t(customerTexts.openLines),
      clear: () => onFilter({ ...filter, hasOpenLines: null }),
      editor: (
        <OneEditor
          label={t(customerTexts.openLines)}
          choices={[
            { value: 'with', label: t(texts.withLines) },
            { value: 'without', label: t(texts.withoutLines) },
          ]}
          chosen={filter.hasOpenLines === null ? null : filter.hasOpenLines ? 'with' : 'without'}
          onChosen={(value) => onFilter({ ...filter, hasOpenLines: value === 'with' })}
        />
      ),
    },
  ];
  return complete([...own, ...common], parts, language);
}

export function useProductDimensions(
  filter: ProductFilter,
  onFilter: (filter: ProductFilter) => void,
  names: Names,
): FilterDimension[] {
  const t = useText();
  const language = useLanguage();
  const common = useCommon(filter, onFilter, names);
  const own: Raw[] = [
    {
      key: 'supplies',
      label: t(customerTexts.kind),
      clear: () => onFilter({ ...filter, supplies: [] }),
      editor: (
        <ChoicesEditor
          label={t(customerTexts.kind)}
          choices={[
            { value: 'goods', label: t(commonTexts.goods) },
            { value: 'services', label: t(commonTexts.services) },
          ]}
          chosen={filter.supplies}
          // The two values above.
          onChosen={(supplies) => onFilter({ ...filter, supplies: supplies as ProductFilter['supplies'] })}
        />
      ),
    },
  ];
  return complete([...own, ...common], productParts(filter, names, language), language);
}

const complete = (
  raw: readonly Raw[],
  parts: ReturnType<typeof productParts>,
  language: Parameters<typeof joined>[1],
): FilterDimension[] =>
  joined(
    raw.map((dimension) => ({ ...dimension, part: parts[dimension.key] ?? null })),
    language,
  );
