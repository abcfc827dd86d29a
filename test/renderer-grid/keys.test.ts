import { describe, expect, it } from 'vitest';
import { gridKey, headKey } from '../../src/renderer/components/grid/keys.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) =>
  gridKey({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }, 20);

describe('keys of a list', () => {
  it('moves by arrows and by letters, and extends with Shift', () => {
    expect(press('ArrowDown')).toEqual(press('j'));
    expect(press('k')).toEqual({ kind: 'move', to: 'by', by: -1, extend: false });
    expect(press('J', { shiftKey: true })).toEqual({ kind: 'move', to: 'by', by: 1, extend: true });
    expect(press('PageDown')).toEqual({ kind: 'move', to: 'by', by: 20, extend: false });
    expect(press('End')).toEqual({ kind: 'move', to: 'last', by: 0, extend: false });
  });
  it('takes Ctrl and Cmd alike and leaves other shortcuts to the window', () => {
    expect(press('a', { ctrlKey: true })).toEqual({ kind: 'all' });
    expect(press('a', { metaKey: true })).toEqual({ kind: 'all' });
    expect(press('c', { ctrlKey: true })).toEqual({ kind: 'copy' });
    expect(press('k', { ctrlKey: true })).toBeNull();
    expect(press('a')).toBeNull();
    expect(press('ArrowDown', { altKey: true })).toBeNull();
  });
});

describe('keys on the heads of columns', () => {
  const head = (key: string, held: Partial<Record<'ctrlKey' | 'shiftKey' | 'altKey', boolean>> = {}) =>
    headKey({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });
  it('go, carry and widen by the same arrows', () => {
    expect(head('ArrowRight')).toEqual({ kind: 'go', to: 'by', by: 1 });
    expect(head('ArrowLeft', { ctrlKey: true })).toEqual({ kind: 'carry', by: -1 });
    expect(head('ArrowRight', { shiftKey: true })).toEqual({ kind: 'width', by: 8 });
    // The window's own: back and forward.
    expect(head('ArrowLeft', { altKey: true })).toBeNull();
  });
  it('sort, hide and go back to the rows', () => {
    expect(head('Enter')).toEqual({ kind: 'sort' });
    expect(head('Delete')).toEqual({ kind: 'hide' });
    expect(head('ArrowDown')).toEqual({ kind: 'rows' });
    expect(press('ArrowUp', { ctrlKey: true })).toEqual({ kind: 'head' });
  });
});
