/** One registry of keys: what menus, handlers and the sheet say is the same, and nobody keeps a list of his own. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { gridKey } from '../../src/renderer/components/grid/keys.ts';
import { MenuCommand } from '../../src/shared/contract/shell.ts';
import {
  acceleratorOf,
  chordNames,
  chordsOf,
  commandKeys,
  type KeyId,
  keyContexts,
  keyIds,
  keys,
  matchesChord,
  matchesKey,
} from '../../src/shared/keys.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const press = (key: string, mods: string[] = []) => ({
  key,
  ctrlKey: mods.includes('ctrl'),
  metaKey: mods.includes('meta'),
  altKey: mods.includes('alt'),
  shiftKey: mods.includes('shift'),
});
/** A key press as a browser tells it, from a chord. */
function pressOf(chord: string, mac: boolean) {
  const names =
    chord === '+' ? ['+'] : chord.endsWith('++') ? [...chord.slice(0, -2).split('+'), '+'] : chord.split('+');
  const mods = names
    .slice(0, -1)
    .map((name) => (name === 'Mod' ? (mac ? 'meta' : 'ctrl') : name === 'Control' ? 'ctrl' : name.toLowerCase()));
  const key = names.at(-1) ?? '';
  return press(key === 'Space' ? ' ' : key.length === 1 ? key.toLowerCase() : key, mods);
}

describe.each([
  ['Windows and Linux', false],
  ['macOS', true],
])('keys on %s', (_name, mac) => {
  it('are each matched by their own press', () => {
    for (const id of keyIds) {
      for (const chord of chordsOf(id, mac)) expect([id, matchesKey(pressOf(chord, mac), id, mac)]).toEqual([id, true]);
    }
  });
  it('mean one thing in one place', () => {
    for (const context of keyContexts) {
      const here = keyIds.filter((id) => keys[id].context === context);
      const chords = here.flatMap((id) => chordsOf(id, mac).map((chord) => chord.toLowerCase()));
      expect([context, new Set(chords).size]).toEqual([context, chords.length]);
    }
    const everywhere = keyIds.filter((id) => ['everywhere', 'go'].includes(keys[id].context));
    const chords = everywhere.flatMap((id) => chordsOf(id, mac));
    expect(new Set(chords).size).toBe(chords.length);
  });
  it('leave alone what AltGr types', () => {
    for (const id of keyIds) {
      for (const chord of chordsOf(id, mac)) expect(chord).not.toMatch(/Mod\+Alt|Alt\+Mod/);
    }
    expect(matchesKey(press('k', ['ctrl', 'alt']), 'palette', false)).toBe(false);
  });
  it('are names and no code where they are shown', () => {
    for (const id of keyIds) {
      for (const chord of chordsOf(id, mac)) {
        const names = chordNames(chord, mac, (key) => key);
        expect(names.join('')).not.toMatch(/Mod|Arrow|Control/);
      }
    }
  });
});

it('shows the keys of each system', () => {
  expect(chordNames('Mod+Shift+N', false, () => 'Maj')).toEqual(['Ctrl', 'Maj', 'N']);
  expect(chordNames('Mod+Shift+N', true, () => 'Maj')).toEqual(['⇧', '⌘', 'N']);
  expect([acceleratorOf('palette', false), acceleratorOf('zoomIn', false), acceleratorOf('go.back', true)]).toEqual([
    'CmdOrCtrl+K',
    'CmdOrCtrl+Plus',
    'CmdOrCtrl+[',
  ]);
  // A menu would take a plain key from every field.
  expect(acceleratorOf('find', false)).toBe('CmdOrCtrl+F');
  expect(acceleratorOf('help.keys', false)).toBeUndefined();
});

it('takes signs whatever modifier a keyboard needs for them', () => {
  expect(matchesChord(press('?', ['shift']), '?', false)).toBe(true);
  expect(matchesChord(press('/', ['shift']), '/', false)).toBe(true); // French keyboards.
  expect(matchesChord(press('A', ['shift']), 'A', false)).toBe(false);
  expect(matchesChord(press('A'), 'A', false)).toBe(true); // Capitals lock.
});

it('has commands of the menu only', () => {
  const commands = new Set<string>(MenuCommand.options);
  expect(Object.keys(commandKeys).filter((id) => !commands.has(id))).toEqual([]);
});

it('lists, the desk and the sheet agree with what lists do', () => {
  const list = keyIds.filter((id) => keys[id].context === 'list');
  // What the grid's rows do not take is taken by its head, its filters or its paste: by the key, in their own code.
  const sources = globSync('src/renderer/{components,features}/**/*.{ts,tsx}', { cwd: root })
    .filter((file) => !/features\/(keys|palette|report)/.test(file))
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');
  for (const id of list) {
    const byRow = chordsOf(id, false).every((chord) => gridKey(pressOf(chord, false), 10) !== null);
    const key = chordsOf(id, false)[0]?.split('+').at(-1) ?? '';
    const elsewhere = id === 'list.paste' ? "'paste'" : `'${key.length === 1 ? key.toLowerCase() : key}'`;
    expect([id, byRow || sources.includes(elsewhere)]).toEqual([id, true]);
  }
  const desk = readFileSync(join(root, 'src/renderer/features/runs/desk/ReviewDesk.tsx'), 'utf8');
  const letters = [...desk.matchAll(/^ {6}'?([a-z?])'?: /gm)].map(([, letter]) => letter);
  const known = new Set([
    ...'jk',
    ...keyIds
      .filter((id) => keys[id].context === 'desk')
      .flatMap((id) => chordsOf(id, false).map((chord) => chord.split('+').at(-1)?.toLowerCase())),
  ]);
  expect(letters.length).toBeGreaterThan(5);
  expect(letters.filter((letter) => !known.has(letter))).toEqual([]);
  const handled = keyIds.filter((id): id is Extract<KeyId, `desk.${string}`> => id.startsWith('desk.'));
  for (const id of handled) expect(letters).toContain(chordsOf(id, false)[0]?.split('+').at(-1)?.toLowerCase());
});

it('menus and the window’s handler keep no keys of their own', () => {
  const menu = readFileSync(join(root, 'src/main/shell/menu.ts'), 'utf8');
  expect(menu.match(/accelerator: '[^']*'/g) ?? []).toEqual(["accelerator: 'CmdOrCtrl+='"]);
  const shortcuts = readFileSync(join(root, 'src/renderer/app/shortcuts.ts'), 'utf8');
  expect(shortcuts).not.toMatch(/event\.key/);
  const sheets = globSync('src/renderer/features/keys/*.tsx', { cwd: root }).map((file) =>
    readFileSync(join(root, file), 'utf8'),
  );
  expect(sheets.join('')).not.toMatch(/Ctrl|Mod\+/);
});
