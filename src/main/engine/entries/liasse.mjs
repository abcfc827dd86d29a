#!/usr/bin/env node
/**
 * The package's `bin`. Plain old JavaScript, so that a Node too old for the rest still reads this and can say so:
 * TypeScript sources need type stripping (Node 22.18, 23.6, 24), and better-sqlite3 under a Node older than 22.14 does not fail
 * but crashes without a word. Where the running Node is too old, the project's own (package "node") takes over.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const args = process.argv.slice(2);
const RESTARTED = 'LIASSE_RESTARTED';

function isRecentEnough() {
  const parts = process.versions.node.split('.').map(Number);
  const recent = parts[0] > 22 || (parts[0] === 22 && parts[1] >= 14);
  return recent && Boolean(process.features.typescript);
}

/** Ends as the other process ended; Ctrl-C reaches both, and it is the other's to answer. */
function runWith(node) {
  const env = Object.assign({}, process.env);
  env[RESTARTED] = '1';
  const child = spawn(node, [fileURLToPath(import.meta.url)].concat(args), { stdio: 'inherit', env: env });
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('error', () => tooOld());
  child.on('exit', (code, signal) => process.exit(code === null ? (signal === 'SIGINT' ? 130 : 1) : code));
}

function tooOld() {
  const needed = 'Liasse needs Node 22.18 or newer (24 is best)';
  const remedy = 'run "npm ci" in the project, which brings it along, or start it with "npm run -s liasse -- ..."';
  console.error(`${needed}; this is Node ${process.versions.node}: ${remedy}.`);
  process.exit(2);
}

if (isRecentEnough()) {
  import('./cli.ts')
    .then((cli) => cli.main(args))
    .then((code) => {
      // A pipe takes what is written later than an exit would wait for.
      process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
    });
} else {
  const own = join(here, '../../../../node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!process.env[RESTARTED] && existsSync(own)) runWith(own);
  else tooOld();
}
