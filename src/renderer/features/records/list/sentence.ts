/** A filter of customers or products in words: each part as the end of a sentence that begins « Clients actifs ». Pure. */
import type { CustomCondition, CustomerFilter, ProductFilter } from '#shared/contract/record-filters.ts';
import { formatDate } from '#shared/format/date.ts';
import { formatDecimal } from '#shared/format/decimal.ts';
import { fill, type Text, type TextParams } from '#shared/messages/catalogue.ts';
import { countryName } from '#shared/messages/paper.ts';
import { filterTexts as texts } from '#shared/messages/ui/records.ts';
import type { CustomField } from '#shared/model/fields.ts';
import type { Language } from '#shared/model/values.ts';

export interface Part {
  lead: string;
  value: string;
}
/** The names of what a filter holds by identity. */
export interface Names {
  tags: ReadonlyMap<string, string>;
  segments: ReadonlyMap<string, string>;
  fields: ReadonlyMap<string, CustomField>;
}

/** So many are named; of more, the rest is counted. */
const NAMED = 3;

/** `A`, `A ou B`, `A, B ou C`, `A, B ou 3 autres`. */
export function listed(values: readonly string[], all: boolean, language: Language): string {
  const word = fill(all ? texts.and : texts.or, language);
  const shown =
    values.length > NAMED
      ? [...values.slice(0, NAMED - 1), fill(texts.others, language, { count: values.length - NAMED + 1 })]
      : [...values];
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} ${word} ${last}`;
}

/** A value of a custom field as people read it. */
export function customText(field: Pick<CustomField, 'kind'>, value: string, language: Language): string {
  try {
    if (field.kind === 'number') return formatDecimal(value, language);
    if (field.kind === 'date') return formatDate(value, language);
  } catch {
    // A value of an older kind of this field: as it stands.
    return value;
  }
  if (field.kind === 'yes_no') return fill(value === 'yes' ? texts.yes : texts.no, language);
  return value;
}

function conditionText(field: CustomField, { op, value }: CustomCondition, language: Language): string {
  const say = (text: Text, params?: TextParams) => fill(text, language, params);
  const shown = customText(field, value, language);
  switch (op) {
    case 'empty':
      return say(texts.opEmpty);
    case 'notEmpty':
      return say(texts.opNotEmpty);
    case 'contains':
      return say(texts.opContains, { value: shown });
    case 'atLeast':
      return say(field.kind === 'date' ? texts.opFrom : texts.opAtLeast, { value: shown });
    case 'atMost':
      return say(field.kind === 'date' ? texts.opUntil : texts.opAtMost, { value: shown });
    case 'is':
      return say(texts.opIs, { value: shown });
  }
}

type Parts = Readonly<Record<string, Part | null>>;
type Common = Pick<CustomerFilter, 'tagIds' | 'tagMode' | 'custom' | 'updatedSince' | 'currencies'>;

function commonParts(filter: Common, names: Names, language: Language): Record<string, Part | null> {
  const say = (text: Text, params?: TextParams) => fill(text, language, params);
  const custom = [...names.fields.values()].map((field): [string, Part | null] => {
    const conditions = filter.custom.filter(({ fieldId }) => fieldId === field.id);
    const value = listed(
      conditions.map((condition) => conditionText(field, condition, language)),
      true,
      language,
    );
    return [`custom:${field.id}`, value === '' ? null : { lead: say(texts.leadCustom, { name: field.name }), value }];
  });
  const tags = filter.tagIds.map((id) => names.tags.get(id) ?? say(texts.gone));
  return {
    currencies:
      filter.currencies.length === 0
        ? null
        : { lead: say(texts.leadCurrency), value: listed(filter.currencies, false, language) },
    tagIds:
      tags.length === 0 ? null : { lead: say(texts.leadTags), value: listed(tags, filter.tagMode === 'all', language) },
    updatedSince:
      filter.updatedSince === null
        ? null
        : { lead: say(texts.leadSince), value: formatDate(filter.updatedSince.slice(0, 10), language) },
    ...Object.fromEntries(custom),
  };
}

const kindTexts = { business: texts.business, consumer: texts.consumer, unknown: texts.unknownKind } as const;

export function customerParts(filter: CustomerFilter, names: Names, language: Language): Parts {
  const say = (text: Text, params?: TextParams) => fill(text, language, params);
  const { countries, kinds, hasOpenLines, segmentId } = filter;
  const named = countries.map((code) => countryName(code, language));
  const kindNames = kinds.map((kind) => say(kindTexts[kind]));
  return {
    segmentId:
      segmentId === null
        ? null
        : { lead: say(texts.leadSegment), value: names.segments.get(segmentId) ?? say(texts.gone) },
    countries: named.length === 0 ? null : { lead: say(texts.leadCountry), value: listed(named, false, language) },
    kinds: kindNames.length === 0 ? null : { lead: say(texts.leadKind), value: listed(kindNames, false, language) },
    hasOpenLines:
      hasOpenLines === null ? null : { lead: '', value: say(hasOpenLines ? texts.withLines : texts.withoutLines) },
    ...commonParts(filter, names, language),
  };
}

const supplyTexts = { goods: texts.goods, services: texts.services } as const;

export function productParts(filter: ProductFilter, names: Names, language: Language): Parts {
  const supplies = filter.supplies.map((supply) => fill(supplyTexts[supply], language));
  return {
    supplies:
      supplies.length === 0 ? null : { lead: fill(texts.leadKind, language), value: listed(supplies, false, language) },
    ...commonParts(filter, names, language),
  };
}

/** « et » before every part that follows another. */
export function joined<T extends { part: Part | null }>(dimensions: readonly T[], language: Language): T[] {
  let first = true;
  return dimensions.map((dimension) => {
    const { part } = dimension;
    if (part === null) return dimension;
    const lead = first ? part.lead : `${fill(texts.and, language)} ${part.lead}`.trim();
    first = false;
    return { ...dimension, part: { ...part, lead } };
  });
}
