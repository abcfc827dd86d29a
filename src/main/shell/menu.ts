/** The menu bar, by the habits of Windows or macOS. Items only say what is wanted; the window does it. */
import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '#shared/contract/shell.ts';
import { fill } from '#shared/messages/catalogue.ts';
import { menuTexts } from '#shared/messages/ui/menu.ts';
import type { Language } from '#shared/model/values.ts';

type Item = MenuItemConstructorOptions;

interface MenuOptions {
  language: Language;
  platform: NodeJS.Platform;
  /** Reload and developer tools are for development only. */
  development: boolean;
  recent: readonly { path: string; name: string }[];
  onCommand: (command: MenuCommand) => void;
  onOpenPath: (path: string) => void;
}

export function menuTemplate(options: MenuOptions): Item[] {
  const { language, platform, development } = options;
  const mac = platform === 'darwin';
  const text = (key: keyof typeof menuTexts) => fill(menuTexts[key], language);
  // Without labels of ours the system's roles speak English on Windows and Linux.
  const role = (name: NonNullable<Item['role']>, key: keyof typeof menuTexts, more: Item = {}): Item => ({
    role: name,
    label: text(key),
    ...more,
  });
  const command = (key: keyof typeof menuTexts, wanted: MenuCommand, accelerator?: string): Item => ({
    id: wanted,
    label: text(key),
    click: () => options.onCommand(wanted),
    ...(accelerator ? { accelerator } : {}),
  });
  const line: Item = { type: 'separator' };
  const settings = command('settings', 'settings', 'CmdOrCtrl+,');

  const application: Item = {
    label: 'Liasse',
    submenu: [
      role('about', 'about'),
      line,
      settings,
      line,
      role('hide', 'hide'),
      role('hideOthers', 'hideOthers'),
      role('unhide', 'showAll'),
      line,
      role('quit', 'quit'),
    ],
  };
  const recent: Item = {
    label: text('openRecent'),
    submenu:
      options.recent.length === 0
        ? [{ label: text('noRecent'), enabled: false }]
        : options.recent.map(({ path, name }) => ({
            // "&" marks a mnemonic on Windows and Linux; a name may have one of its own.
            label: mac ? name : name.replaceAll('&', '&&'),
            toolTip: path,
            click: () => options.onOpenPath(path),
          })),
  };
  const file: Item = {
    label: text('file'),
    submenu: [
      command('newCompany', 'company.new', 'CmdOrCtrl+Shift+N'),
      command('openCompany', 'company.open', 'CmdOrCtrl+O'),
      recent,
      command('closeCompany', 'company.close', 'CmdOrCtrl+Shift+W'),
      line,
      command('import', 'import.open', 'CmdOrCtrl+I'),
      command('exportWorkbook', 'export.workbook', 'CmdOrCtrl+Shift+E'),
      line,
      ...(mac ? [role('close', 'closeWindow')] : [settings, line, role('quit', 'quit', { accelerator: 'Ctrl+Q' })]),
    ],
  };
  const edit: Item = {
    label: text('edit'),
    submenu: [
      role('undo', 'undo'),
      role('redo', 'redo'),
      line,
      role('cut', 'cut'),
      role('copy', 'copy'),
      role('paste', 'paste'),
      role('selectAll', 'selectAll'),
      line,
      command('find', 'find', 'CmdOrCtrl+F'),
    ],
  };
  const billing: Item = {
    label: text('billing'),
    submenu: [command('newInvoice', 'invoice.new', 'CmdOrCtrl+N'), command('newRun', 'run.new', 'CmdOrCtrl+B')],
  };
  const go: Item = {
    label: text('go'),
    submenu: [
      command('home', 'go.home', 'CmdOrCtrl+1'),
      command('runs', 'go.runs', 'CmdOrCtrl+2'),
      command('invoices', 'go.invoices', 'CmdOrCtrl+3'),
      command('customers', 'go.customers', 'CmdOrCtrl+4'),
      command('products', 'go.products', 'CmdOrCtrl+5'),
      command('lines', 'go.lines', 'CmdOrCtrl+6'),
      line,
      command('back', 'go.back', mac ? 'Cmd+[' : 'Alt+Left'),
      command('forward', 'go.forward', mac ? 'Cmd+]' : 'Alt+Right'),
    ],
  };
  const view: Item = {
    label: text('view'),
    submenu: [
      role('zoomIn', 'zoomIn', { accelerator: 'CmdOrCtrl+Plus' }),
      // The key of "+" without Shift on most layouts: people press it and expect to see larger.
      role('zoomIn', 'zoomIn', { accelerator: 'CmdOrCtrl+=', visible: false, acceleratorWorksWhenHidden: true }),
      role('zoomOut', 'zoomOut', { accelerator: 'CmdOrCtrl+-' }),
      role('resetZoom', 'actualSize', { accelerator: 'CmdOrCtrl+0' }),
      line,
      command('toggleTheme', 'theme.toggle', 'CmdOrCtrl+Shift+L'),
      command('toggleLanguage', 'language.toggle'),
      line,
      role('togglefullscreen', 'fullScreen', { accelerator: mac ? 'Ctrl+Cmd+F' : 'F11' }),
      ...(development ? [line, role('reload', 'reload'), role('toggleDevTools', 'developerTools')] : []),
    ],
  };
  const window: Item = {
    label: text('window'),
    submenu: [role('minimize', 'minimize'), role('front', 'bringToFront')],
  };
  const help: Item = {
    label: text('help'),
    ...(mac ? { role: 'help' as const } : {}),
    submenu: [command('keys', 'help.keys', 'F1'), ...(mac ? [] : [line, role('about', 'about')])],
  };
  return [...(mac ? [application] : []), file, edit, billing, go, view, ...(mac ? [window] : []), help];
}
