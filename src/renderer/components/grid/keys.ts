/** Which act a key means in a list: the same in both languages. Pure. */

export type GridAct =
  | { kind: 'move'; to: 'first' | 'last' | 'by'; by: number; extend: boolean }
  | { kind: 'toggle' | 'open' | 'all' | 'copy' | 'clear' };

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** The act of a key, or null when the list has no use for it. `pageRows`: rows that Page Down goes on. */
export function gridKey(event: Pressed, pageRows: number): GridAct | null {
  if (event.altKey) return null;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.ctrlKey || event.metaKey) {
    if (key === 'a') return { kind: 'all' };
    if (key === 'c') return { kind: 'copy' };
    if (key === 'Home') return { kind: 'move', to: 'first', by: 0, extend: event.shiftKey };
    if (key === 'End') return { kind: 'move', to: 'last', by: 0, extend: event.shiftKey };
    return null;
  }
  const extend = event.shiftKey;
  const by = (rows: number): GridAct => ({ kind: 'move', to: 'by', by: rows, extend });
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return by(1);
    case 'ArrowUp':
    case 'k':
      return by(-1);
    case 'PageDown':
      return by(pageRows);
    case 'PageUp':
      return by(-pageRows);
    case 'Home':
      return { kind: 'move', to: 'first', by: 0, extend };
    case 'End':
      return { kind: 'move', to: 'last', by: 0, extend };
    case ' ':
      return { kind: 'toggle' };
    case 'Enter':
      return { kind: 'open' };
    case 'Escape':
      return { kind: 'clear' };
    default:
      return null;
  }
}
