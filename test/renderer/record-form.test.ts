import { describe, expect, it } from 'vitest';
import type { CustomField } from '#shared/model/fields.ts';
import {
  customChanges,
  customKey,
  extrasForm,
  NOT_UNDERSTOOD,
} from '../../src/renderer/components/fields/extrasForm.ts';
import { differing } from '../../src/renderer/components/fields/form.ts';
import { mergeEdits } from '../../src/renderer/features/records/conflict.ts';
import {
  blankCustomer,
  fromCustomer,
  toCustomer,
  validateCustomer,
} from '../../src/renderer/features/records/customer.ts';
import { blankProduct, toProduct, validateProduct } from '../../src/renderer/features/records/product.ts';
import { moved } from '../../src/renderer/features/settings/fields/fieldForm.ts';
import { branch, customerOf, ends, weight } from './record-samples.ts';

const fields: CustomField[] = [branch, weight, ends];

describe('two people at one record', () => {
  const base = { name: 'Aubier', city: 'Lyon', tags: ['a'] };

  it('keep what each changed, where they changed different fields', () => {
    const { values, conflicts } = mergeEdits(base, { ...base, city: 'Paris' }, { ...base, name: 'Aubier SA' });
    expect(values).toEqual({ name: 'Aubier SA', city: 'Paris', tags: ['a'] });
    expect(conflicts).toEqual([]);
  });

  it('have to choose where both changed the same field to different values', () => {
    const mine = { ...base, name: 'Aubier SAS', city: 'Paris' };
    const { values, conflicts } = mergeEdits(base, mine, { ...base, name: 'Aubier SA', city: 'Paris' });
    expect(conflicts).toEqual(['name']);
    expect(values).toEqual(mine);
  });

  it('are told apart by what lists hold, not by which list it is', () => {
    expect(differing(base, { ...base, tags: ['a'] })).toEqual([]);
    expect(differing(base, { ...base, tags: ['a', 'b'] })).toEqual(['tags']);
  });
});

describe('a customer’s form', () => {
  it('gives back what it was given, the office’s own fields included', () => {
    const saved = customerOf({ code: 'C1', name: 'Aubier', vatNumber: 'FR83404833048' });
    const form = fromCustomer({ ...saved, custom: { [branch.id]: 'Nord' } }, fields);
    expect(form[customKey(branch.id)]).toBe('Nord');
    expect(toCustomer(form)).toMatchObject({ code: 'C1', name: 'Aubier', vatNumber: 'FR83404833048' });
    expect(customChanges(form, fields)).toEqual({ [branch.id]: 'Nord', [weight.id]: null, [ends.id]: null });
  });

  it('stores a number without its blanks, and with the prefix that was left out', () => {
    const form = { ...blankCustomer([]), code: 'C1', country: 'IT', vatNumber: '007 4311 0157' };
    expect(toCustomer(form).vatNumber).toBe('IT00743110157');
    const french = { ...blankCustomer([]), code: 'C1', country: 'FR', registrationNumber: '404 833 048' };
    expect(toCustomer(french).registrationNumber).toBe('404833048');
  });

  it('says which field is wrong, in the order of the form', () => {
    const form = { ...blankCustomer(fields), country: 'FR', registrationNumber: '404 833 049', email: 'nobody' };
    const errors = validateCustomer({ ...form, [customKey(weight.id)]: NOT_UNDERSTOOD }, fields);
    const order = Object.keys(form).filter((key) => key in errors);
    expect(order).toEqual(['code', 'registrationNumber', 'email', customKey(weight.id)]);
  });

  it('refuses a value that its field cannot hold', () => {
    const form = { ...blankCustomer(fields), code: 'C1' };
    const of = (key: `custom:${string}`, value: string) => validateCustomer({ ...form, [key]: value }, fields)[key];
    expect(of(customKey(branch.id), 'Nowhere')).toBeDefined();
    expect(of(customKey(branch.id), 'Sud')).toBeUndefined();
    expect(of(customKey(ends.id), '2026-02-30')).toBeDefined();
    expect(of(customKey(ends.id), '2026-02-28')).toBeUndefined();
    expect(of(customKey(weight.id), '12.5')).toBeUndefined();
  });
});

describe('a product’s form', () => {
  it('wants a currency with a price, and writes only what is a product’s', () => {
    const form = { ...blankProduct(fields), code: 'P1', name: 'Transport', unitPrice: '12.5' };
    expect(Object.keys(validateProduct(form, fields))).toEqual(['currency']);
    expect(toProduct(form)).not.toHaveProperty('tags');
  });
});

describe('fields in their order', () => {
  it('go one step, and not over the end', () => {
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
    expect(extrasForm(null, fields)).toMatchObject({ tags: [], [customKey(branch.id)]: null });
  });
});
