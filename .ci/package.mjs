/**
 * Makes the installable program: `npm run package -- --linux dir` (`--win`, `--mac`, `--linux`, each with targets; without
 * any, this system's configured ones). The configuration is the key "build" of package.json; added here is what must be computed.
 *
 * What customers get carries the official Electron and better-sqlite3's official binary. Where only the registry's Electron
 * can be had (see electron.mjs) the result serves to try the packaging out, says so, and refuses every target but `dir`.
 */
import './node-guard.mjs';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Arch, build as makePackage, Platform } from 'electron-builder';
import { runtimeForPackaging } from './electron.mjs';
import { main, Plain, root, say } from './shell.mjs';
import { build } from './task.mjs';

/** The libraries that the build leaves outside its bundles; see `external` in electron.vite.config.ts. */
const OUTSIDE = ['better-sqlite3', 'pdfmake', 'pdfkit', 'fontkit', 'subset-font'];

/** Patterns that leave out what is bundled already: every production package that none of `OUTSIDE` needs. */
function bundledAlready() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const needed = new Set();
  function need(name, from) {
    // A package finds another in its own node_modules first, then in that of each folder above it.
    for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
      const place = `${folder ? `${folder}/` : ''}node_modules/${name}`;
      const found = packages[place];
      if (found) {
        if (needed.has(place)) return;
        needed.add(place);
        for (const dependency of Object.keys({ ...found.dependencies, ...found.optionalDependencies }))
          need(dependency, place);
        return;
      }
      if (!folder) return; // An optional package that is not installed.
    }
  }
  for (const name of OUTSIDE) need(name, '');
  return Object.entries(packages)
    .filter(([place, about]) => place && !about.dev && !needed.has(place))
    .map(([place]) => `!${place}/**`);
}

/** Patterns that leave out better-sqlite3's binaries for systems that are not being packaged. */
function otherSystems(platforms) {
  const kept = platforms.map((platform) => platform.nodeName);
  return ['linux', 'linuxmusl', 'darwin', 'win32']
    .filter((name) => !kept.includes(name))
    .map((name) => `!node_modules/better-sqlite3/prebuilds/${name}-*.node`);
}

function targets(args) {
  const platforms = { '--linux': Platform.LINUX, '--win': Platform.WINDOWS, '--mac': Platform.MAC };
  const wanted = new Map();
  let platform;
  for (const argument of args) {
    if (platforms[argument]) {
      platform = platforms[argument];
      wanted.set(platform, []);
    } else if (platform && /^[a-zA-Z]+$/.test(argument)) {
      wanted.get(platform).push(argument);
    } else {
      throw new Plain(`Unknown argument ${argument}. Example: npm run package -- --linux dir`);
    }
  }
  if (wanted.size === 0) wanted.set(Platform.current(), []);
  return wanted;
}

await main(async () => {
  const wanted = targets(process.argv.slice(2));
  const runtime = await runtimeForPackaging();
  try {
    const trial = runtime.source === 'registry';
    const onlyFolders = [...wanted.values()].every((names) => names.length === 1 && names[0] === 'dir');
    if (trial && !onlyFolders) {
      throw new Plain(
        'Electron could not be downloaded; the one from the registry is not for customers. Only `--linux dir` works here, as a trial.',
      );
    }
    const code = await build(['--logLevel', 'warn']);
    if (code !== 0) return code;
    const { build: config } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const made = await makePackage({
      targets: new Map(
        [...wanted].map(([platform, names]) => [platform, new Map([[Arch[process.arch] ?? Arch.x64, names]])]),
      ),
      publish: 'never',
      config: {
        ...config,
        files: [
          ...config.files,
          ...bundledAlready(),
          ...otherSystems([...wanted.keys()]),
          ...(trial ? [] : ['!node_modules/better-sqlite3/build/**']),
        ],
        electronVersion: runtime.version,
        electronDist: runtime.dist,
      },
    });
    say(
      trial ? `A trial package on the registry's Electron ${runtime.version} is in dist/.` : `Made: ${made.join(', ')}`,
    );
    return 0;
  } finally {
    if (runtime.source === 'registry') rmSync(runtime.dist, { recursive: true, force: true });
  }
});
