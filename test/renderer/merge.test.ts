import { describe, expect, it } from 'vitest';
import { findDuplicateGroups, pairOf } from '#engine/domain/records/duplicates.ts';
import type { MergePreview } from '#shared/contract/merging.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { mergeCommand, planRows } from '../../src/renderer/features/records/merge/plan.ts';
import { branch, customerId } from './record-samples.ts';

const [kept, other] = [customerId(), customerId()];
const party = (id: CustomerId, code: string, rowVersion: number): MergePreview['customers'][number] => ({
  id,
  code,
  name: code,
  archived: false,
  rowVersion,
  openLines: 0,
  heldLines: 0,
  drafts: 0,
  series: 0,
  invoices: 0,
  tags: [],
});
const preview: MergePreview = {
  customers: [party(kept, 'A', 3), party(other, 'B', 7)],
  fields: [
    { field: 'name', values: ['Aubier', 'Aubier SA'], proposed: 0, conflict: true },
    { field: 'email', values: [null, 'a@b.example'], proposed: 1, conflict: false },
    { field: 'city', values: ['Lyon', 'Lyon'], proposed: 0, conflict: false },
  ],
  custom: [{ fieldId: branch.id, name: 'Branch', values: ['Nord', 'Sud'], proposed: 0, conflict: true }],
  tags: [],
  moves: { openLines: 0, heldLines: 0, drafts: 0, series: 0, invoicesStaying: 0 },
  refusals: [],
};

describe('the preview of a merge', () => {
  it('asks only for what the kept one does not say itself', () => {
    expect(mergeCommand(preview, new Map())).toEqual({
      keep: kept,
      others: [other],
      fields: { email: 'a@b.example' },
      custom: {},
      rowVersions: { [kept]: 3, [other]: 7 },
    });
  });

  it('follows what was chosen, and forgets who is no longer in it', () => {
    const choices = new Map([
      ['name', other],
      [`custom:${branch.id}`, other],
      ['email', customerId()],
    ]);
    const command = mergeCommand(preview, choices);
    expect(command).toMatchObject({
      fields: { name: 'Aubier SA', email: 'a@b.example' },
      custom: { [branch.id]: 'Sud' },
    });
  });

  it('can leave a field empty on purpose', () => {
    const row = planRows(preview, new Map([['email', kept]])).find(({ key }) => key === 'email');
    expect(row?.taken).toBe(kept);
    expect(mergeCommand(preview, new Map([['email', kept]]))?.fields).toEqual({});
    const lacking = {
      ...preview,
      custom: preview.custom.map((field) => ({ ...field, values: [null, 'Sud'], proposed: 1 })),
    };
    expect(mergeCommand(lacking, new Map())?.custom).toEqual({ [branch.id]: 'Sud' });
    expect(mergeCommand(lacking, new Map([[`custom:${branch.id}`, kept]]))?.custom).toEqual({ [branch.id]: null });
  });

  it('sets apart what is the same everywhere', () => {
    expect(planRows(preview, new Map()).filter(({ alike }) => alike)).toMatchObject([{ key: 'city' }]);
  });

  it('is none with one customer alone', () => {
    expect(mergeCommand({ ...preview, customers: preview.customers.slice(0, 1) }, new Map())).toBeNull();
  });
});

describe('customers that were told apart', () => {
  const candidate = (id: string) => ({
    id,
    nameFold: 'aubier',
    postcode: '69001',
    cityFold: 'lyon',
    country: 'FR',
    vatNumber: 'FR83404833048',
    registrationNumber: null,
    email: null,
  });
  const three = ['a', 'b', 'c'].map(candidate);

  it('are not proposed together again, for whatever reason', () => {
    expect(findDuplicateGroups(three.slice(0, 2))).toHaveLength(1);
    expect(findDuplicateGroups(three.slice(0, 2), new Set([pairOf('b', 'a')]))).toEqual([]);
  });

  it('come back with another one that is like them', () => {
    const [group] = findDuplicateGroups(three, new Set([pairOf('a', 'b')]));
    expect(group?.ids).toEqual(['a', 'b', 'c']);
    const apartFromAll = new Set([pairOf('a', 'b'), pairOf('a', 'c')]);
    expect(findDuplicateGroups(three, apartFromAll)[0]?.ids).toEqual(['b', 'c']);
  });
});
