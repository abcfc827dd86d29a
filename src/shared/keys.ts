/**
 * Every key of the window, once: menus take their accelerators from here, handlers match against it, and the sheet of keys shows
 * it. A chord is written `Mod+Shift+N`: Mod is Command on macOS and Control elsewhere; the last part is the key as a browser
 * names it (`KeyboardEvent.key`).
 */
import type { MenuCommand } from './contract/shell.ts';

/** Where a key works, in the order of the sheet. */
export const keyContexts = ['everywhere', 'go', 'list', 'desk', 'pdf', 'palette'] as const;
export type KeyContext = (typeof keyContexts)[number];

interface KeyDef {
  readonly context: KeyContext;
  /** The first one is shown in menus and on buttons. */
  readonly chords: readonly string[];
  /** Where macOS has other habits. */
  readonly mac?: readonly string[];
  /** Listens to the browser's own or to the system's handling: no handler of ours, but a place in the sheet. */
  readonly native?: true;
}

/** Keys that do what a menu's command does. */
export const commandKeys = {
  palette: { context: 'everywhere', chords: ['Mod+K'] },
  find: { context: 'everywhere', chords: ['/', 'Mod+F'] },
  'go.back': { context: 'everywhere', chords: ['Alt+ArrowLeft'], mac: ['Mod+[', 'Alt+ArrowLeft'] },
  'go.forward': { context: 'everywhere', chords: ['Alt+ArrowRight'], mac: ['Mod+]', 'Alt+ArrowRight'] },
  'invoice.new': { context: 'everywhere', chords: ['Mod+N'] },
  'run.new': { context: 'everywhere', chords: ['Mod+B'] },
  'import.open': { context: 'everywhere', chords: ['Mod+I', 'Mod+7'] },
  'export.workbook': { context: 'everywhere', chords: ['Mod+Shift+E'] },
  'company.open': { context: 'everywhere', chords: ['Mod+O'] },
  'company.close': { context: 'everywhere', chords: ['Mod+Shift+W'] },
  'window.new': { context: 'everywhere', chords: ['Mod+Shift+N'] },
  'people.lock': { context: 'everywhere', chords: ['Mod+Shift+L'] },
  'theme.toggle': { context: 'everywhere', chords: ['Mod+Shift+D'] },
  settings: { context: 'everywhere', chords: ['Mod+,'] },
  'help.guide': { context: 'everywhere', chords: ['F1'] },
  'help.keys': { context: 'everywhere', chords: ['?'] },
  'go.home': { context: 'go', chords: ['Mod+1'] },
  'go.runs': { context: 'go', chords: ['Mod+2'] },
  'go.invoices': { context: 'go', chords: ['Mod+3'] },
  'go.customers': { context: 'go', chords: ['Mod+4'] },
  'go.products': { context: 'go', chords: ['Mod+5'] },
  'go.lines': { context: 'go', chords: ['Mod+6'] },
} as const satisfies Partial<Record<MenuCommand, KeyDef>>;

/** Keys of what has the cursor: lists, the review desk, a PDF; and those that the system or the browser serves. */
const placeKeys = {
  save: { context: 'everywhere', chords: ['Mod+S'] },
  undo: { context: 'everywhere', chords: ['Mod+Z'] },
  redo: { context: 'everywhere', chords: ['Mod+Y', 'Mod+Shift+Z'], mac: ['Mod+Shift+Z', 'Mod+Y'] },
  leave: { context: 'everywhere', chords: ['Escape'] },
  zoomIn: { context: 'everywhere', chords: ['Mod++'], native: true },
  zoomOut: { context: 'everywhere', chords: ['Mod+-'], native: true },
  zoomReset: { context: 'everywhere', chords: ['Mod+0'], native: true },
  fullScreen: { context: 'everywhere', chords: ['F11'], mac: ['Control+Mod+F'], native: true },
  quit: { context: 'everywhere', chords: ['Mod+Q'], native: true },

  'list.down': { context: 'list', chords: ['ArrowDown', 'J'] },
  'list.up': { context: 'list', chords: ['ArrowUp', 'K'] },
  'list.pageDown': { context: 'list', chords: ['PageDown'] },
  'list.pageUp': { context: 'list', chords: ['PageUp'] },
  'list.first': { context: 'list', chords: ['Home'] },
  'list.last': { context: 'list', chords: ['End'] },
  'list.select': { context: 'list', chords: ['Space'] },
  'list.extend': { context: 'list', chords: ['Shift+ArrowDown'] },
  'list.all': { context: 'list', chords: ['Mod+A'] },
  'list.open': { context: 'list', chords: ['Enter'] },
  'list.copy': { context: 'list', chords: ['Mod+C'] },
  'list.paste': { context: 'list', chords: ['Mod+V'], native: true },
  'list.filter': { context: 'list', chords: ['F'] },
  'list.head': { context: 'list', chords: ['Mod+ArrowUp'] },
  'list.headCarry': { context: 'list', chords: ['Mod+ArrowRight'] },
  'list.headWiden': { context: 'list', chords: ['Shift+ArrowRight'] },
  'list.headHide': { context: 'list', chords: ['Delete'] },

  'desk.approve': { context: 'desk', chords: ['A'] },
  'desk.approveClean': { context: 'desk', chords: ['Shift+A'] },
  'desk.hold': { context: 'desk', chords: ['H'] },
  'desk.exclude': { context: 'desk', chords: ['X'] },
  'desk.reopen': { context: 'desk', chords: ['R'] },
  'desk.filter': { context: 'desk', chords: ['F'] },
  'desk.keys': { context: 'desk', chords: ['?'] },

  'pdf.in': { context: 'pdf', chords: ['+', '='] },
  'pdf.out': { context: 'pdf', chords: ['-'] },
  'pdf.fit': { context: 'pdf', chords: ['0'] },

  'palette.open': { context: 'palette', chords: ['Enter'] },
  'palette.window': { context: 'palette', chords: ['Mod+Enter'] },
} as const satisfies Record<string, KeyDef>;

/** All of them, in the order of the sheet. */
export const keys = { ...commandKeys, ...placeKeys };
export type KeyId = keyof typeof keys;
export type CommandKey = keyof typeof commandKeys;
export const keyIds = Object.keys(keys) as KeyId[]; // Object.keys loses the keys' type.

/** The chords of a key on this system, the shown one first. */
export function chordsOf(id: KeyId, mac: boolean): readonly string[] {
  const def: KeyDef = keys[id];
  return mac ? (def.mac ?? def.chords) : def.chords;
}

export const isCommandKey = (command: string): command is CommandKey => Object.hasOwn(commandKeys, command);

interface Chord {
  mod: boolean;
  control: boolean;
  shift: boolean;
  alt: boolean;
  key: string;
}

function parts(chord: string): Chord {
  // The key itself may be "+".
  const names = chord.endsWith('++')
    ? [...chord.slice(0, -2).split('+'), '+']
    : chord === '+'
      ? ['+']
      : chord.split('+');
  const has = (name: string): boolean => names.slice(0, -1).includes(name);
  return {
    mod: has('Mod'),
    control: has('Control'),
    shift: has('Shift'),
    alt: has('Alt'),
    key: names.at(-1) ?? '',
  };
}

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** Signs that take Shift on one keyboard and none on another: which modifier made them is no matter. */
const isSign = (key: string): boolean => key.length === 1 && !/[\p{L}\p{N}]/u.test(key);

/** Whether a pressed key is the chord. Letters are the same with and without capitals lock. */
export function matchesChord(event: Pressed, chord: string, mac: boolean): boolean {
  const wanted = parts(chord);
  const key = wanted.key === 'Space' ? ' ' : wanted.key;
  const control = mac ? wanted.control : wanted.mod || wanted.control;
  const meta = mac && wanted.mod;
  if (event.ctrlKey !== control || event.metaKey !== meta || event.altKey !== wanted.alt) return false;
  if (!isSign(key) && event.shiftKey !== wanted.shift) return false;
  return event.key.length === 1 ? event.key.toLowerCase() === key.toLowerCase() : event.key === key;
}

/** Whether a pressed key is one of `id`'s. */
export const matchesKey = (event: Pressed, id: KeyId, mac: boolean): boolean =>
  chordsOf(id, mac).some((chord) => matchesChord(event, chord, mac));

/** Whether the chord is a plain key, which belongs to the text while one is being written. */
export function isPlain(chord: string): boolean {
  const { mod, control, alt, key } = parts(chord);
  return !mod && !control && !alt && key.length === 1;
}

const electronNames: Readonly<Record<string, string>> = {
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  '+': 'Plus',
};

/** The first chord as a menu writes it: `CmdOrCtrl+Shift+N`. Undefined for a plain key, which a menu must not take. */
export function acceleratorOf(id: KeyId, mac: boolean): string | undefined {
  const chord = chordsOf(id, mac).find((one) => !isPlain(one));
  if (chord === undefined) return undefined;
  const { mod, control, shift, alt, key } = parts(chord);
  return [
    mod ? 'CmdOrCtrl' : '',
    control ? 'Ctrl' : '',
    alt ? 'Alt' : '',
    shift ? 'Shift' : '',
    electronNames[key] ?? key,
  ]
    .filter((part) => part !== '')
    .join('+');
}

/** Names of keys that have words: the caller's language says them. */
export type NamedKey = 'Shift' | 'Space' | 'Enter' | 'Escape' | 'Home' | 'End' | 'PageUp' | 'PageDown' | 'Delete';
const arrows: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' };
const macSigns: Readonly<Record<string, string>> = { Shift: '⇧', Enter: '↩', Escape: 'esc' };
const named = new Set<string>(['Shift', 'Space', 'Enter', 'Escape', 'Home', 'End', 'PageUp', 'PageDown', 'Delete']);

/** The keys of a chord as they stand on the keyboard: `['Ctrl', 'Maj', 'N']`, `['⌘', '⇧', 'N']`. */
export function chordNames(chord: string, mac: boolean, word: (key: NamedKey) => string): string[] {
  const { mod, control, shift, alt, key } = parts(chord);
  const name = (one: string): string => {
    if (mac && macSigns[one] !== undefined) return macSigns[one];
    // Reason for the cast: the set has exactly the names of the type.
    return arrows[one] ?? (named.has(one) ? word(one as NamedKey) : one === '-' ? '−' : one);
  };
  // The order that each system's own menus have.
  return [
    control || (mod && !mac) ? (mac ? '⌃' : 'Ctrl') : '',
    alt ? (mac ? '⌥' : 'Alt') : '',
    shift ? name('Shift') : '',
    mod && mac ? '⌘' : '',
    name(key),
  ].filter((part) => part !== '');
}
