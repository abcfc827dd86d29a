import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../src/main/shell/arguments.ts';
import { fileName } from '../../src/main/shell/file-name.ts';
import { byteRange, CONTENT_POLICY, isOurPage, pageFile } from '../../src/main/shell/page-files.ts';
import { dataFolder } from '../../src/main/shell/paths.ts';
import { PdfTokens } from '../../src/main/shell/pdf-tokens.ts';
import { restartPolicy } from '../../src/main/shell/restart-policy.ts';
import { MIN_SIZE, placeWindow, type WindowState } from '../../src/main/shell/window-place.ts';

describe('arguments', () => {
  it('takes everything after --cli for the command line, switches included', () => {
    expect(readArguments(['--no-sandbox', '.', '--cli', 'run', 'draft', '--json'], '/w')).toEqual({
      mode: 'command-line',
      args: ['run', 'draft', '--json'],
    });
  });
  it('opens the first company file, relative to the folder of the caller', () => {
    expect(readArguments(['--x=a.liasse', '.', 'dossier/É t.LIASSE', 'b.liasse'], resolve('/w'))).toEqual({
      mode: 'window',
      openPath: resolve('/w', 'dossier/É t.LIASSE'),
    });
  });
  it('opens nothing that is no company file', () => {
    expect(readArguments(['.', 'evil.exe', 'x.liasse.txt'], '/w')).toEqual({ mode: 'window', openPath: null });
  });
});

describe('data folder', () => {
  const around = (platform: NodeJS.Platform, env: Record<string, string>) => ({ platform, env, home: '/home/u' });
  it('obeys the switch, then LIASSE_DATA, then the system', () => {
    const env = { LIASSE_DATA: '/data', XDG_CONFIG_HOME: '/xdg', APPDATA: '/roaming' };
    expect(dataFolder('/switch', around('linux', env))).toBe(resolve('/switch'));
    expect(dataFolder('', around('linux', env))).toBe(resolve('/data'));
    expect(dataFolder('', around('linux', { XDG_CONFIG_HOME: '/xdg' }))).toBe(join('/xdg', 'Liasse'));
    expect(dataFolder('', around('linux', {}))).toBe(join('/home/u', '.config', 'Liasse'));
    expect(dataFolder('', around('win32', { APPDATA: '/roaming' }))).toBe(join('/roaming', 'Liasse'));
    expect(dataFolder('', around('darwin', {}))).toBe(join('/home/u', 'Library', 'Application Support', 'Liasse'));
  });
});

describe('page files', () => {
  const folder = resolve('/app/out/renderer');
  it('finds files of the page and its index', () => {
    expect(pageFile('liasse://app/', folder)).toBe(join(folder, 'index.html'));
    expect(pageFile('liasse://app/assets/main-1.js?v=1#x', folder)).toBe(join(folder, 'assets', 'main-1.js'));
  });
  it.each([
    'liasse://app/..%2f..%2fpackage.json',
    'liasse://app/a/..%2f..%2f..%2fpackage.json',
    'liasse://app/..%5c..%5cpackage.json',
    'liasse://app/assets/%00.js',
    'liasse://app/C:%2fwindows%2fx.json',
    'liasse://app/%zz.js',
    'liasse://other/index.html',
    'file:///etc/passwd',
    'not an address',
    'liasse://app/main.exe',
    'liasse://app/noextension',
  ])('serves nothing else: %s', (url) => expect(pageFile(url, folder)).toBeNull());
  it('never leaves the folder, whatever the address', () => {
    const piece = fc.constantFrom('..', '.', '%2e', '%2f', '%5c', '/', '\\', 'a', 'x.js', '%00', ':', 'C:', '?', '#');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const file = pageFile(`liasse://app/${pieces.join('')}`, folder);
        if (file !== null) expect(resolve(file).startsWith(join(folder, '/'))).toBe(true);
      }),
    );
  });
  it('knows our page from others', () => {
    const live = 'http://localhost:5173/';
    expect(isOurPage('liasse://app/index.html', null)).toBe(true);
    expect(isOurPage('liasse://pdf/abc', null)).toBe(false);
    expect(isOurPage('http://localhost:5173/x', null)).toBe(false);
    expect(isOurPage('http://localhost:5173/x', live)).toBe(true);
    expect(isOurPage('http://localhost:51731/x', live)).toBe(false);
    expect(isOurPage('http://localhost:5173.evil.org/', live)).toBe(false);
    expect(isOurPage('https://liasse/app', null)).toBe(false);
  });
  it('allows no script but our files, and no other place', () => {
    expect(CONTENT_POLICY).toContain("default-src 'none'");
    expect(CONTENT_POLICY).toContain("script-src 'self';");
    expect(CONTENT_POLICY).not.toMatch(/unsafe-eval|https?:|\*/);
  });
  it('reads ranges as RFC 9110 says', () => {
    expect(byteRange(null, 100)).toBeNull();
    expect(byteRange('bytes=0-9', 100)).toEqual({ start: 0, end: 9 });
    expect(byteRange('bytes=90-', 100)).toEqual({ start: 90, end: 99 });
    expect(byteRange('bytes=-5', 100)).toEqual({ start: 95, end: 99 });
    expect(byteRange('bytes=-500', 100)).toEqual({ start: 0, end: 99 });
    expect(byteRange('bytes=0-999', 100)).toEqual({ start: 0, end: 99 });
    expect(byteRange('bytes=100-', 100)).toBe('unsatisfiable');
    expect(byteRange('bytes=0-1,5-6', 100)).toBeNull();
  });
});

describe('PDF addresses', () => {
  it('lead to the path they were given for, and to nothing else', () => {
    const tokens = new PdfTokens();
    const address = tokens.address('/tmp/a.pdf');
    expect(tokens.path(address)).toBe('/tmp/a.pdf');
    expect(tokens.address('/tmp/a.pdf')).not.toBe(address);
    expect(tokens.path(`liasse://pdf/${'0'.repeat(48)}`)).toBeNull();
    expect(tokens.path(`${address}/../x`)).toBeNull();
    expect(tokens.path('/tmp/a.pdf')).toBeNull();
  });
  it('forgets the oldest', () => {
    const tokens = new PdfTokens();
    const first = tokens.address('/tmp/first.pdf');
    const others = Array.from({ length: 200 }, (_, n) => tokens.address(`/tmp/${n}.pdf`));
    expect(tokens.path(first)).toBeNull();
    expect(others.every((address, n) => tokens.path(address) === `/tmp/${n}.pdf`)).toBe(true);
  });
});

describe('restart policy', () => {
  it('waits longer each time and gives up at the fourth fall within a minute', () => {
    const policy = restartPolicy();
    const delays = [0, 1_000, 2_000].map((at) => policy.next(at) ?? Number.NaN);
    expect(delays).toEqual(delays.toSorted((a, b) => a - b));
    expect(new Set(delays).size).toBe(3);
    expect(policy.next(59_000)).toBeNull();
    expect(policy.next(61_500)).not.toBeNull();
  });
});

describe('window place', () => {
  const screen = (id: number, x: number, y: number, width: number, height: number) => ({
    id,
    workArea: { x, y, width, height },
  });
  const saved = (state: Partial<WindowState>): WindowState => ({
    x: 0,
    y: 0,
    width: 1300,
    height: 800,
    maximized: false,
    displayId: 1,
    ...state,
  });
  it('is centred at first', () => {
    expect(placeWindow(null, [screen(1, 0, 0, 1920, 1040)])).toMatchObject({ x: 240, y: 70, width: 1440, height: 900 });
  });
  it('stays where it was on a second screen to the left', () => {
    const state = saved({ x: -1500, y: 40, displayId: 2, maximized: true });
    expect(placeWindow(state, [screen(1, 0, 0, 1920, 1040), screen(2, -1920, 0, 1920, 1040)])).toMatchObject({
      x: -1500,
      y: 40,
      maximized: true,
    });
  });
  it('comes back into sight when that screen is gone', () => {
    expect(placeWindow(saved({ x: -1500, y: -900, displayId: 2 }), [screen(1, 0, 25, 1920, 1015)])).toMatchObject({
      x: 0,
      y: 25,
    });
  });
  it('gives up its least size on a screen that is smaller', () => {
    const place = placeWindow(saved({}), [screen(1, 0, 0, 800, 560)]);
    expect(place).toMatchObject({ x: 0, y: 0, width: 800, height: 560, minWidth: 800, minHeight: 560 });
  });
  it('is always wholly on a screen and never smaller than it may', () => {
    const any = fc.integer({ min: -5_000, max: 5_000 });
    const size = fc.integer({ min: 1, max: 6_000 });
    const display = fc.tuple(any, any, fc.integer({ min: 640, max: 4_000 }), fc.integer({ min: 400, max: 2_400 }));
    fc.assert(
      fc.property(
        any,
        any,
        size,
        size,
        fc.array(display, { minLength: 1, maxLength: 3 }),
        (x, y, width, height, all) => {
          const [first, ...rest] = all.map(([sx, sy, w, h], id) => screen(id, sx, sy, w, h));
          if (!first) throw new Error('at least one screen');
          const place = placeWindow(saved({ x, y, width, height }), [first, ...rest]);
          const on = [first, ...rest].some(
            ({ workArea: area }) =>
              place.x >= area.x &&
              place.y >= area.y &&
              place.x + place.width <= area.x + area.width &&
              place.y + place.height <= area.y + area.height,
          );
          expect(on).toBe(true);
          expect(place.minWidth).toBeLessThanOrEqual(MIN_SIZE.width);
          expect(place.width).toBeGreaterThanOrEqual(place.minWidth);
          expect(place.height).toBeGreaterThanOrEqual(place.minHeight);
        },
      ),
    );
  });
});

describe('suggested file names', () => {
  it('lose what a file system refuses', () => {
    expect(fileName('FA-2026/09: "é".pdf')).toBe('FA-2026-09- -é-.pdf');
    expect(fileName('../../etc/passwd')).toBe('-..-etc-passwd');
    expect(fileName('CON.pdf')).toBe('_CON.pdf');
    expect(fileName(' . ')).toBe('liasse');
  });
});
