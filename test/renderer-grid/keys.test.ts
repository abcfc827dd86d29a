import { describe, expect, it } from 'vitest';
import { gridKey } from '../../src/renderer/components/grid/keys.ts';

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
