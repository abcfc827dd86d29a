import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arranged,
  type ColumnLayout,
  isPlain,
  movedBefore,
  orderOf,
  plainLayout,
  readLayout,
  stepped,
  withoutWidth,
  withShown,
  withWidth,
} from '../../src/renderer/components/grid/columns.ts';

const columns = [
  { key: 'code', width: 100 },
  { key: 'name', width: 180, flex: 3 },
  { key: 'city', width: 110, flex: 1 },
  { key: 'email', width: 160, spare: true },
  { key: 'total', width: 90 },
];
const keysOf = (layout: ColumnLayout) => arranged(columns, layout).map(({ key }) => key);

describe('the columns of a list', () => {
  it('are those of the list at first, without the spare ones', () => {
    expect(keysOf(plainLayout)).toEqual(['code', 'name', 'city', 'total']);
    expect(isPlain(columns, plainLayout)).toBe(true);
  });
  it('come where they are put and stay in sight where they are asked for', () => {
    const layout = movedBefore(columns, withShown(columns, plainLayout, 'email', true), 'email', 'code');
    expect(keysOf(layout)).toEqual(['email', 'code', 'name', 'city', 'total']);
    expect(isPlain(columns, layout)).toBe(false);
  });
  it('step over the hidden ones in the heads, and over each in the chooser', () => {
    expect(keysOf(stepped(columns, plainLayout, 'city', 1))).toEqual(['code', 'name', 'total', 'city']);
    expect(orderOf(columns, stepped(columns, plainLayout, 'city', 1, true))).toEqual([
      'code',
      'name',
      'email',
      'city',
      'total',
    ]);
    expect(stepped(columns, plainLayout, 'code', -1)).toBe(plainLayout);
  });
  it('keep a chosen width within reason, and give way no more', () => {
    const [, name] = arranged(columns, withWidth(plainLayout, 'name', 5000));
    expect(name).toMatchObject({ width: 900, flex: undefined });
    expect(arranged(columns, withoutWidth(withWidth(plainLayout, 'name', 300), 'name'))).toEqual(
      arranged(columns, plainLayout),
    );
  });
  it('leave the last one in sight', () => {
    const one = [{ key: 'a', width: 1 }];
    expect(withShown(one, plainLayout, 'a', false)).toBe(plainLayout);
  });
  it('take a column that is new to the list beside its neighbour', () => {
    const kept: ColumnLayout = { ...plainLayout, order: ['total', 'city', 'name', 'code'] };
    expect(orderOf(columns, kept)).toEqual(['total', 'city', 'email', 'name', 'code']);
  });
  it('are a permutation of themselves whatever was kept and done', () => {
    const key = fc.constantFrom(...columns.map((column) => column.key), 'gone');
    const kept = fc.array(key);
    const step = fc.record({ key, before: fc.option(key) });
    fc.assert(
      fc.property(kept, fc.array(step), (order, steps) => {
        let layout: ColumnLayout = { ...plainLayout, order };
        for (const { key: one, before } of steps) layout = movedBefore(columns, layout, one, before);
        expect(orderOf(columns, layout).toSorted()).toEqual(columns.map((column) => column.key).toSorted());
      }),
    );
  });
  it('are read back from what was kept, without what is not readable', () => {
    expect(readLayout(null)).toEqual(plainLayout);
    expect(readLayout({ order: ['a', 1], shown: { a: true, b: 'x' }, widths: { a: 10, b: Number.NaN } })).toEqual({
      order: ['a'],
      shown: { a: true },
      widths: { a: 10 },
    });
    const layout = withWidth(withShown(columns, plainLayout, 'city', false), 'code', 120);
    expect(readLayout(JSON.parse(JSON.stringify(layout)))).toEqual(layout);
  });
});
