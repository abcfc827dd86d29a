import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate } from '../../src/main/shell/menu.ts';
import { MenuCommand } from '../../src/shared/contract/shell.ts';

type Item = MenuItemConstructorOptions;
const build = (more: Partial<Parameters<typeof menuTemplate>[0]> = {}) => {
  const heard: string[] = [];
  const template = menuTemplate({
    language: 'fr',
    platform: 'win32',
    development: false,
    recent: [{ path: '/c/a.liasse', name: 'Martin & Fils' }],
    onCommand: (command) => heard.push(command),
    onOpenPath: (path) => heard.push(path),
    ...more,
  });
  return { heard, items: flat(template) };
};
const flat = (items: Item[]): Item[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
// The items of this template use neither the item, the window nor the event that electron hands over.
const click = (item: Item | undefined) => (item?.click as (() => void) | undefined)?.();

describe.each(['win32', 'darwin', 'linux'] as const)('the menu on %s', (platform) => {
  it('has an item for every command, and each says its own', () => {
    const { heard, items } = build({ platform });
    for (const command of MenuCommand.options) click(items.find((item) => item.id === command));
    expect(heard).toEqual(MenuCommand.options);
  });
  it('gives no shortcut twice', () => {
    const keys = build({ platform }).items.flatMap((item) => (item.accelerator ? [String(item.accelerator)] : []));
    const plain = keys.map((key) => key.replace(/CmdOrCtrl|Cmd(?=\+)/, platform === 'darwin' ? 'Cmd' : 'Ctrl'));
    expect(new Set(plain).size).toBe(plain.length);
    // AltGr is Ctrl+Alt on Windows: such a shortcut would swallow characters of many keyboards.
    expect(plain.filter((key) => /Ctrl\+Alt/.test(key))).toEqual([]);
  });
  it('leaves no label to the system’s English', () => {
    const { items } = build({ platform });
    for (const item of items) if (item.type !== 'separator') expect(item.label).toBeTruthy();
  });
});

describe('the menu', () => {
  it('reloads and opens developer tools in development only', () => {
    const roles = (development: boolean) => build({ development }).items.map((item) => item.role);
    expect(roles(false)).not.toContain('reload');
    expect(roles(false)).not.toContain('toggleDevTools');
    expect(roles(true)).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']));
  });
  it('lists recent companies, whatever is in their names', () => {
    const { heard, items } = build();
    click(items.find((item) => item.label === 'Martin && Fils'));
    expect(heard).toEqual(['/c/a.liasse']);
    expect(build({ recent: [] }).items.find((item) => item.label === 'Aucune entreprise récente')?.enabled).toBe(false);
  });
});
