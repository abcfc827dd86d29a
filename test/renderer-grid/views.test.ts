import { describe, expect, it } from 'vitest';
import { CustomerFilter } from '#shared/contract/record-filters.ts';
import { ViewSpec } from '#shared/contract/views.ts';
import { plainLayout, withWidth } from '../../src/renderer/components/grid/columns.ts';
import { readSpec, specKey, toSpec, writeSpec } from '../../src/renderer/components/list/spec.ts';
import { isTable } from '../../src/renderer/features/imports/paste.ts';

describe('a saved view', () => {
  const filter = CustomerFilter.parse({ countries: ['FR', 'BE'], state: 'archived' });
  const spec = toSpec(filter, { by: 'city', descending: true }, withWidth(plainLayout, 'name', 240));

  it('says after the journey through the file what was shown', () => {
    const kept = ViewSpec.parse(JSON.parse(JSON.stringify(ViewSpec.parse(writeSpec(spec)))));
    expect(specKey(readSpec(kept))).toBe(specKey(spec));
  });
  it('says the same in whatever order its parts are written', () => {
    const turned = Object.fromEntries(Object.entries(filter).reverse());
    expect(specKey(toSpec(turned, spec.sort, spec.layout))).toBe(specKey(spec));
    expect(specKey(toSpec({ ...filter, search: 'x' }, spec.sort, spec.layout))).not.toBe(specKey(spec));
  });
  it('of an older or damaged kind still opens', () => {
    expect(readSpec({ v: 1 })).toEqual({ filter: null, sort: null, layout: plainLayout });
    expect(readSpec({ v: 1, sort: { by: 3 }, layout: 'x' })).toEqual({ filter: null, sort: null, layout: plainLayout });
  });
});

describe('what is pasted into a list', () => {
  it('is a table when it has columns or rows', () => {
    expect(isTable('Nom\tVille')).toBe(true);
    expect(isTable('Nom\r\nAteliers Lumière\r\n')).toBe(true);
  });
  it('is no table when it is a word, or nothing', () => {
    expect(isTable('Ateliers Lumière')).toBe(false);
    expect(isTable('Ateliers Lumière\r\n')).toBe(false);
    expect(isTable('')).toBe(false);
  });
});
