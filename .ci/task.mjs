/** The small jobs behind the npm scripts: `node .ci/task.mjs build|typecheck|lint|unit|check|bench|soak [arguments]`. */
import './node-guard.mjs';
import fs from 'node:fs';
import { join } from 'node:path';
import { heading, main, Plain, root, runNode, say, tool } from './shell.mjs';

const SIDES = ['src/shared', 'src/main/engine', 'src/main/shell', 'src/preload', 'src/renderer', 'test', '.ci'];

export function build(args = []) {
  return runNode(tool('electron-vite/bin/electron-vite.js'), ['build', ...args]);
}

/** Checks each side against its own tsconfig, two at a time; a side without sources yet is left out. */
export async function typecheck(args = []) {
  const sides = SIDES.filter((side) => fs.globSync(`${side}/**/*.{ts,tsx,mjs}`, { cwd: root }).length > 0);
  let worst = 0;
  async function work() {
    for (let side = sides.shift(); side !== undefined; side = sides.shift()) {
      const code = await runNode(tool('typescript/bin/tsc'), ['-p', side, ...args]);
      say(`${code === 0 ? 'ok    ' : 'FAILED'} types of ${side}`);
      worst = Math.max(worst, code);
    }
  }
  await Promise.all([work(), work()]);
  return worst;
}

/** Formatting and lint rules; unused files, exports and dependencies; the lock file. All always run, so that all are seen. */
export async function lint(args = []) {
  const biome = await runNode(tool('@biomejs/biome/bin/biome'), [
    'check',
    '--config-path=.ci',
    '--error-on-warnings',
    ...args,
    '.',
  ]);
  const knip = await runNode(tool('knip/bin/knip.js'), ['--no-progress']);
  const lock = await runNode('.ci/lockfile.mjs', ['--check']);
  return Math.max(biome, knip, lock);
}

export function unit(args = []) {
  return runNode(tool('vitest/vitest.mjs'), ['run', '--config', 'test/vitest.config.ts', ...args]);
}

async function check() {
  let worst = 0;
  for (const [name, work] of Object.entries({ Types: typecheck, Lint: lint, Tests: unit })) {
    heading(name);
    worst = Math.max(worst, await work());
  }
  return worst;
}

async function bench(args) {
  if (!fs.existsSync(join(root, 'test/bench/run.ts'))) throw new Plain('There is no test/bench/run.ts yet.');
  return runNode('test/bench/run.ts', args);
}

function soak(args) {
  return runNode(tool('vitest/vitest.mjs'), ['run', '--config', 'test/soak/vitest.config.ts', ...args]);
}

const TASKS = { build, typecheck, lint, unit, check, bench, soak };

if (process.argv[1] === import.meta.filename) {
  await main(() => {
    const [name = '', ...args] = process.argv.slice(2);
    const task = TASKS[name];
    if (!task) throw new Plain(`Unknown task "${name}"; there are: ${Object.keys(TASKS).join(', ')}.`);
    return task(args);
  });
}
