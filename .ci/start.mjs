/** Opens the window: `node .ci/start.mjs [company.liasse]` from the built program, `node .ci/start.mjs --dev` with live sources. */
import './node-guard.mjs';
import fs from 'node:fs';
import { join } from 'node:path';
import { resolveElectron, runnerArguments } from './electron.mjs';
import { hasDisplay, main, Plain, root, run, runNode, say, tool } from './shell.mjs';
import { build } from './task.mjs';

/** Whether a source is newer than the program made from it. */
function outdated() {
  const built = fs.statSync(join(root, 'out/main/index.cjs'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = ['package-lock.json', 'electron.vite.config.ts', ...fs.globSync('src/**/*.*', { cwd: root })];
  return sources.some((file) => fs.statSync(join(root, file)).mtimeMs > built);
}

await main(async () => {
  const args = process.argv.slice(2);
  if (!hasDisplay()) {
    throw new Plain(
      'There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the window cannot open; `npm run demo` does the main job without one.',
    );
  }
  const { executable } = await resolveElectron();
  if (args[0] === '--dev') {
    const env = {
      ELECTRON_EXEC_PATH: executable,
      ...(runnerArguments().includes('--no-sandbox') ? { NO_SANDBOX: '1' } : {}),
    };
    return runNode(tool('electron-vite/bin/electron-vite.js'), ['dev', '--watch', ...args.slice(1)], { env });
  }
  if (outdated()) {
    say('Building the program first ...');
    const code = await build(['--logLevel', 'warn']);
    if (code !== 0) return code;
  }
  return run(executable, [...runnerArguments(), root, ...args]);
});
