/**
 * better-sqlite3 for an Electron before 36, such as the 33 of the npm registry. Its prebuilt binaries want Node-API 10, that runtime has 9 and
 * would crash. The package's own sources, compiled with Node-API's experimental level instead, load in both and in Node.
 *
 * The result is kept in .cache/ and copied to `build/Release` inside the package, which it prefers to its prebuilt binary;
 * `npm ci` takes that copy away, so every script that starts Electron comes by here. Development and tests only.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { cacheFolder, capture, Plain, say, tool } from './shell.mjs';
import { ensureCompiler } from './system.mjs';

const NAME = 'better_sqlite3.node';
const home = tool('better-sqlite3');

/** The prefix of an installed Node that has its headers, so that node-gyp need not download them (nodejs.org may be out of reach). */
function nodeWithHeaders() {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'node'))
    .filter((file) => existsSync(file))
    .map((file) => dirname(dirname(realpathSync(file))));
  return [process.env.npm_config_nodedir, ...onPath, '/usr', '/usr/local'].find(
    (prefix) =>
      prefix &&
      existsSync(join(prefix, 'include/node/node_api.h')) &&
      existsSync(join(prefix, 'include/node/common.gypi')),
  );
}

function compile(target) {
  ensureCompiler();
  say('Compiling better-sqlite3 for it (about a minute, once) ...');
  const work = mkdtempSync(join(cacheFolder, '.compiling-'));
  try {
    // Beside node_modules, so that the sources find node-addon-api; away from it, so that a failure leaves nothing behind.
    const sources = join(work, 'better-sqlite3');
    for (const part of ['package.json', 'binding.gyp', 'deps', 'lib', 'src']) {
      cpSync(join(home, part), join(sources, part), { recursive: true });
    }
    const recipe = join(sources, 'binding.gyp');
    const before = readFileSync(recipe, 'utf8');
    const after = before.replace("'NAPI_VERSION=10'", "'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'");
    if (after === before)
      throw new Error('better-sqlite3 no longer names NAPI_VERSION=10 in binding.gyp: read its notes before going on');
    writeFileSync(recipe, after);
    const headers = nodeWithHeaders();
    const gyp = [
      tool('node-gyp/bin/node-gyp.js'),
      'rebuild',
      '--release',
      '--force_build=1',
      ...(headers ? ['--nodedir', headers] : []),
    ];
    try {
      capture(process.execPath, gyp, { cwd: sources, timeout: 900_000 });
    } catch (error) {
      throw new Plain(
        `better-sqlite3 could not be compiled.\n${error.message.slice(-3000)}\n` +
          (headers
            ? ''
            : "Node's headers were not found and could not be downloaded: install them (Debian: libnode-dev) and try again."),
      );
    }
    mkdirSync(dirname(target), { recursive: true });
    renameSync(join(sources, 'build/Release', NAME), target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Compiles where the cache has none yet, and puts it where better-sqlite3 looks first. */
export function installCompiledSqlite() {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const cached = join(
    cacheFolder,
    'better-sqlite3',
    `${version}-${process.platform}-${process.arch}-experimental`,
    NAME,
  );
  if (!existsSync(cached)) {
    mkdirSync(cacheFolder, { recursive: true });
    compile(cached);
  }
  const used = join(home, 'build/Release', NAME);
  if (existsSync(used) && readFileSync(used).equals(readFileSync(cached))) return;
  mkdirSync(dirname(used), { recursive: true });
  const beside = `${used}.${process.pid}`;
  cpSync(cached, beside);
  renameSync(beside, used); // In one step: another process may be loading it.
}
