/** The shell by itself, in the real window: what the page cannot do, and that the engine comes back when it dies. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { LiasseBridge, ShellEvent } from '../../../src/shared/contract/shell.ts';
import { launch, type Program } from './launch.ts';

declare global {
  interface Window {
    liasse: LiasseBridge;
    heard: ShellEvent[];
    ranInline?: boolean;
  }
}

let program: Program;
test.afterEach(() => program.kill());

/** Gathers what the shell says from now on. */
async function listen(): Promise<void> {
  await program.page.evaluate(() => {
    window.heard = [];
    window.liasse.onShellEvent((event) => window.heard.push(event));
  });
}
const heard = () => program.page.evaluate(() => window.heard);

test('the page has the bridge and nothing of Node', async () => {
  program = await launch();
  expect(await program.page.evaluate(() => Object.keys(window.liasse).toSorted())).toEqual(
    ['engine', 'onEngineEvent', 'onShellEvent', 'pathOf', 'shell'].toSorted(),
  );
  const types = await program.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer'].map((name) => name in window),
  );
  expect(types).toEqual([false, false, false, false]);
});

test('the page runs no script but our files, and reaches nothing outside', async () => {
  program = await launch();
  const found = await program.page.evaluate(async () => {
    const inline = document.createElement('script');
    inline.textContent = 'window.ranInline = true';
    document.body.append(inline);
    const status = (url: string) =>
      fetch(url).then(
        (answer) => answer.status,
        () => 'refused',
      );
    return {
      inline: window.ranInline === true,
      outside: await status('https://example.com/'),
      file: await status('file:///etc/passwd'),
      climbing: await status('liasse://app/..%2f..%2f..%2fpackage.json'),
      guessedPdf: await status(`liasse://pdf/${'0'.repeat(48)}`),
      newWindow: window.open('liasse://app/index.html') === null,
      notifications: (await navigator.permissions.query({ name: 'notifications' })).state,
    };
  });
  expect(found).toEqual({
    inline: false,
    outside: 'refused',
    file: 'refused',
    climbing: 404,
    guessedPdf: 404,
    newWindow: true,
    notifications: 'denied',
  });
  await program.page.evaluate(() => {
    location.href = 'https://example.com/';
  });
  await program.page.waitForTimeout(500);
  expect(program.page.url()).toMatch(/^liasse:\/\/app\//);
});

test('what the contract does not know is refused', async () => {
  program = await launch();
  const codes = await program.page.evaluate(async () => {
    // Deliberately outside the bridge's types: a page that was taken over does not keep to them.
    const bridge = window.liasse as unknown as Record<
      'engine' | 'shell',
      (...args: unknown[]) => Promise<{ error: { code: string } }>
    >;
    const answers = [
      await bridge.engine('no.such.name', {}, null),
      await bridge.engine('constructor', {}, null),
      await bridge.engine('run.abandon', {}, null),
      await bridge.shell('preferences.set', { language: 'xx', theme: 'dark' }),
      await bridge.shell('desktop.open', { path: '/etc/passwd' }),
      await bridge.engine('import.inspect', { path: '/etc/passwd', kind: 'lines' }, null),
      await bridge.engine('company.createSample', { path: '/tmp/never-chosen.liasse' }, null),
    ];
    return answers.map((answer) => answer.error.code);
  });
  expect(codes).toEqual([
    'call_refused',
    'call_refused',
    'call_refused',
    'call_refused',
    'path_not_allowed',
    'path_not_chosen',
    'path_not_chosen',
  ]);
});

test('a dead engine is started again and the company reopened', async () => {
  program = await launch();
  await listen();
  const path = join(program.dataFolder, 'Essai.liasse');
  program.setDialogs([path]);
  const made = await program.page.evaluate(async (to) => {
    await window.liasse.shell('dialog.save', { kind: 'company', suggestedName: 'Essai.liasse' });
    return window.liasse.engine('company.createSample', { path: to }, null);
  }, path);
  expect(made).toMatchObject({ ok: true });
  const before = program.enginePid();
  program.killEngine();
  await expect
    .poll(async () => (await heard()).map((event) => ('status' in event ? event.status : '')))
    .toContain('restarted');
  expect(await heard()).toContainEqual({ event: 'engine', status: 'restarted', reopened: true, error: null });
  expect(program.enginePid()).not.toBe(before);
  const current = await program.page.evaluate(() => window.liasse.engine('company.current', {}, null));
  expect(current).toMatchObject({ ok: true, result: { path, access: 'owner' } });
  await program.close();
  expect(await program.ended()).toBe(0);
});

test('a second start hands its file to the first and ends', async () => {
  program = await launch();
  await listen();
  await program.startAgain([join(program.dataFolder, 'autre.liasse')]);
  await expect.poll(heard).toContainEqual({ event: 'open-path', path: join(program.dataFolder, 'autre.liasse') });
});

test('the window ends the engine with it and remembers its place and preferences', async () => {
  program = await launch();
  await program.page.evaluate(() => window.liasse.shell('preferences.set', { language: 'en', theme: 'dark' }));
  const engine = program.enginePid();
  program.requestQuit();
  expect(await program.ended()).toBe(0);
  expect(() => process.kill(engine, 0)).toThrow();
  expect(existsSync(join(program.dataFolder, 'window.json'))).toBe(true);
  const { dataFolder } = program;
  program = await launch({ dataFolder });
  const kept = await program.page.evaluate(() => window.liasse.shell('preferences.get', {}));
  expect(kept).toEqual({ ok: true, result: { language: 'en', theme: 'dark' } });
  expect(await program.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
});
