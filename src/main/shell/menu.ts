/** The menu bar, by the habits of Windows or macOS. Items only say what is wanted; the window does it. */
import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '#shared/contract/shell.ts';
import { acceleratorOf, isCommandKey, type KeyId } from '#shared/keys.ts';
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
  const command = (key: keyof typeof menuTexts, wanted: MenuCommand): Item => {
    const accelerator = isCommandKey(wanted) ? acceleratorOf(wanted, mac) : undefined;
    return {
      id: wanted,
      label: text(key),
      click: () => options.onCommand(wanted),
      ...(accelerator ? { accelerator } : {}),
    };
  };
  const keyed = (id: KeyId): Item => {
    const accelerator = acceleratorOf(id, mac);
    return accelerator ? { accelerator } : {};
  };
  const line: Item = { type: 'separator' };
  const settings = command('settings', 'settings');
  const updates = command('updates', 'updates');

  const application: Item = {
    label: 'Liasse',
    submenu: [
      role('about', 'about'),
      updates,
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
      command('newCompany', 'company.new'),
      command('openCompany', 'company.open'),
      recent,
      command('closeCompany', 'company.close'),
      line,
      command('import', 'import.open'),
      command('exportWorkbook', 'export.workbook'),
      line,
      ...(mac ? [role('close', 'closeWindow')] : [settings, line, role('quit', 'quit', keyed('quit'))]),
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
      command('find', 'find'),
      command('palette', 'palette'),
    ],
  };
  const billing: Item = {
    label: text('billing'),
    submenu: [command('newInvoice', 'invoice.new'), command('newRun', 'run.new')],
  };
  const go: Item = {
    label: text('go'),
    submenu: [
      command('officeBoard', 'office.board'),
      command('home', 'go.home'),
      command('runs', 'go.runs'),
      command('invoices', 'go.invoices'),
      command('customers', 'go.customers'),
      command('products', 'go.products'),
      command('lines', 'go.lines'),
      line,
      command('back', 'go.back'),
      command('forward', 'go.forward'),
    ],
  };
  const view: Item = {
    label: text('view'),
    submenu: [
      role('zoomIn', 'zoomIn', keyed('zoomIn')),
      // The key of "+" without Shift on most layouts: people press it and expect to see larger.
      role('zoomIn', 'zoomIn', { accelerator: 'CmdOrCtrl+=', visible: false, acceleratorWorksWhenHidden: true }),
      role('zoomOut', 'zoomOut', keyed('zoomOut')),
      role('resetZoom', 'actualSize', keyed('zoomReset')),
      line,
      command('lock', 'people.lock'),
      line,
      command('toggleTheme', 'theme.toggle'),
      command('toggleLanguage', 'language.toggle'),
      line,
      role('togglefullscreen', 'fullScreen', keyed('fullScreen')),
      ...(development ? [line, role('reload', 'reload'), role('toggleDevTools', 'developerTools')] : []),
    ],
  };
  const window: Item = {
    label: text('window'),
    submenu: [
      command('newWindow', 'window.new'),
      line,
      role('minimize', 'minimize'),
      mac ? role('front', 'bringToFront') : role('close', 'closeWindow'),
    ],
  };
  const help: Item = {
    label: text('help'),
    ...(mac ? { role: 'help' as const } : {}),
    submenu: [
      command('guide', 'help.guide'),
      command('tour', 'help.tour'),
      command('keys', 'help.keys'),
      line,
      command('report', 'report'),
      ...(mac ? [] : [updates, line, role('about', 'about')]),
    ],
  };
  return [...(mac ? [application] : []), file, edit, billing, go, view, window, help];
}
