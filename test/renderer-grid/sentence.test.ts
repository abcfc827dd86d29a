import { describe, expect, it } from 'vitest';
import { CustomerFilter, ProductFilter } from '#shared/contract/record-filters.ts';
import type { CustomField } from '#shared/model/fields.ts';
import { CustomFieldId, TagId } from '#shared/model/ids.ts';
import { bulkChanges } from '../../src/renderer/features/records/list/bulk.ts';
import {
  customerParts,
  joined,
  listed,
  type Names,
  productParts,
} from '../../src/renderer/features/records/list/sentence.ts';

const id = (n: number) => `00000000-0000-7000-8000-00000000000${n}`;
const vip = TagId.parse(id(1));
const old = TagId.parse(id(2));
const since: CustomField = {
  id: CustomFieldId.parse(id(3)),
  record: 'customer',
  name: 'Client depuis',
  kind: 'date',
  options: [],
  archived: false,
  used: 1,
  rowVersion: 1,
};
const names: Names = {
  tags: new Map([[vip, 'VIP']]),
  segments: new Map(),
  fields: new Map([[since.id, since]]),
};
const sentence = (filter: CustomerFilter, language: 'fr' | 'en') =>
  joined(
    Object.values(customerParts(filter, names, language)).map((part) => ({ part })),
    language,
  )
    .flatMap(({ part }) => (part === null ? [] : [`${part.lead} [${part.value}]`]))
    .join(' ');

describe('a filter as a sentence', () => {
  it('says nothing where nothing is narrowed', () => {
    expect(sentence(CustomerFilter.parse({}), 'fr')).toBe('');
    expect(Object.values(productParts(ProductFilter.parse({}), names, 'en')).every((part) => part === null)).toBe(true);
  });
  it('joins what narrows, in both languages', () => {
    const filter = CustomerFilter.parse({
      countries: ['FR', 'BE'],
      kinds: ['business'],
      tagIds: [vip],
      tagMode: 'any',
    });
    expect(sentence(filter, 'fr')).toBe(
      'dont le pays est [France ou Belgique] et dont la nature est [entreprise] et portant [VIP]',
    );
    expect(sentence(filter, 'en')).toBe(
      'whose country is [France or Belgium] and whose kind is [business] and tagged [VIP]',
    );
  });
  it('counts what would be too long, and names what is gone', () => {
    expect(listed(['A', 'B', 'C', 'D', 'E'], false, 'fr')).toBe('A, B ou 3 autres');
    expect(listed(['A', 'B', 'C'], true, 'en')).toBe('A, B and C');
    expect(sentence(CustomerFilter.parse({ tagIds: [vip, old], tagMode: 'all' }), 'fr')).toBe(
      'portant [VIP et supprimé]',
    );
  });
  it('speaks of the office’s own fields by their kind', () => {
    const filter = CustomerFilter.parse({ custom: [{ fieldId: since.id, op: 'atLeast', value: '2026-09-30' }] });
    expect(sentence(filter, 'fr')).toBe('dont «\u00a0Client depuis\u00a0» [à partir du 30/09/2026]');
  });
});

describe('the changes of a bulk edit', () => {
  it('wait until every field says something', () => {
    expect(bulkChanges([], [], [])).toBeNull();
    expect(bulkChanges([{ key: 'city', value: undefined, empty: false }], ['VIP'], [])).toBeNull();
  });
  it('set, empty, tag and archive', () => {
    const rows = [
      { key: 'city', value: 'Lyon', empty: false },
      { key: 'email', value: 'x', empty: true },
      { key: 'paymentTermsDays', value: 45, empty: false },
      { key: `custom:${since.id}`, value: '2026-09-30', empty: false },
      { key: 'archived', value: 'no', empty: false },
    ];
    expect(bulkChanges(rows, ['VIP'], [old])).toEqual({
      set: { city: 'Lyon', email: null, paymentTermsDays: 45 },
      custom: { [since.id]: '2026-09-30' },
      addTags: ['VIP'],
      removeTags: [old],
      archived: false,
    });
  });
});
